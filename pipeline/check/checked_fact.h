// A fact of the store made ready for comparison, and a document with all of its facts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "check/check_policy.h"
#include "check/interval.h"
#include "check/phrase_words.h"
#include "store/fact_reader.h"
#include "value/calendar.h"

namespace attest {

/// What a fact is about in the sense of comparison: facts of different roles are never the same figure.
enum class FactRole : std::uint8_t {
  kLevel,   ///< The amount itself.
  kChange,  ///< By how much it changed: an amount, a percentage, a factor ("tripled").
  kShare,   ///< Which part of a whole it is.
  kRank,    ///< Which place it takes.
};

/// Statuses that may be the same figure.
enum class StatusClass : std::uint8_t { kFact, kForecast, kTarget, kPlanned, kUnderWay, kCompleted };

struct CheckedFact {
  StoredFact row;
  Interval interval;                ///< What the figure may stand for; percentages as shares of 1.
  std::optional<Interval> usual;    ///< See CheckPolicy::usual_interval_of; absent where it is `interval`.
  std::optional<Interval> cut_off;  ///< See CheckPolicy::truncated_interval_of.
  FactRole role = FactRole::kLevel;
  ChangeKind change_kind = ChangeKind::kLevel;                ///< As told; "GDP growth of 5%" is told as "GDP grew 5%" is.
  ChangeDirection change_direction = ChangeDirection::kNone;  ///< Likewise, of changes.
  StatusClass status = StatusClass::kFact;
  std::string unit;     ///< As Figure::unit; "1" for percentages and ratios, the noun's own for counts: "".
  std::string measure;  ///< measure_id without the part that says share, change or rank; sorted words of the phrase where there is none.
  std::string thing;    ///< What the phrase adds to the measure, in sorted words: "rice" of "total Thai rice exports".
  bool one_figure = false;            ///< Measure, thing, parties and period name one figure.
  std::vector<std::string> parties;   ///< With both ends of a flow, sorted, each once.
  std::optional<DayInterval> period;  ///< Where both ends are known.
  std::optional<DayInterval> base;    ///< The period that a change is counted from.
  bool period_inferred = false;       ///< Taken from a dated figure of the same document that says the same more precisely.
  Span sentence;                      ///< Bytes of the document's text.

  [[nodiscard]] const Figure& figure() const { return *row.figure.figure(); }
  [[nodiscard]] const Fact& fact() const { return row.fact; }
  [[nodiscard]] const std::string& quote() const { return row.quote; }
  /// The value, or the middle of a range, percentages as shares of 1; zero where there is neither.
  [[nodiscard]] Decimal value() const;
  /// True where both ends of a flow are known.
  [[nodiscard]] bool has_flow() const { return !row.fact.from.empty() && !row.fact.to.empty(); }
};

/// A document and its facts in order of position.
struct CheckedDocument {
  std::int64_t key = 0;
  std::string uri;
  std::string publisher;
  std::string published;  ///< ISO day, or "".
  std::string text;
  std::vector<CheckedFact> facts;

  [[nodiscard]] std::string_view sentence_of(const CheckedFact& fact) const { return fact.sentence.of(text); }
};

/// Makes a row ready; nothing for a figure without a number. `sentence` is the fact's sentence in bytes.
[[nodiscard]] std::optional<CheckedFact> checked(StoredFact row, Span sentence, const CheckPolicy& policy);

/// Takes growth as expected where its time was not over when the article was published, "" for unknown: "the economy grows 2.4 percent
/// this quarter" is nobody's count.
void expect_growth_to_come(CheckedFact& fact, std::string_view published);

/// Gives figures without a period that of the one dated figure of the same document that says the same number at least as precisely
/// (a total of "$43.82 billion in 2024" dates "has reached $43.8 billion").
void infer_periods(std::vector<CheckedFact>& facts);

}  // namespace attest

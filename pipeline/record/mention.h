// The rows that extraction makes of a document. They know no engine: the store, the checks and the output work
// on these alone, and `load` builds them from JSON lines without any rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/span.h"
#include "record/agreement.h"
#include "record/document.h"
#include "record/fact.h"
#include "record/name.h"
#include "value/decimal.h"

namespace attest {

/// What sort of number a figure is. The names in outputs are in record/names.h.
enum class Quantity : std::uint8_t { kMoney, kPercent, kPercentagePoint, kCount, kMeasure, kRatio, kOrdinal };

/// How the writer hedges a figure ("nearly" is kNearly); ANNOTATION.md lists the values.
enum class Bound : std::uint8_t { kExact, kAbout, kNearly, kUnder, kAtMost, kOver, kAtLeast, kVague };

/// A quantity that the text states about the world.
struct Figure {
  Quantity quantity = Quantity::kCount;
  std::optional<Decimal> value;  ///< Absent for ranges and vague amounts.
  std::optional<Decimal> low;    ///< Equals the value unless the text states a range; absent for an open end.
  std::optional<Decimal> high;
  std::string unit;  ///< ISO 4217, UCUM, "%", "pp", "1"; "" for counts and ordinals.
  Bound bound = Bound::kExact;
  std::optional<Decimal> rounding;  ///< Half a unit in the last place stated; absent where there is none.
  std::string noun;                 ///< Base form of what is counted or ranked; "" where none is named.
};

enum class DateType : std::uint8_t { kDate, kTime, kDuration, kSet };

/// An expression of calendar time. Days are ISO dates; the interval is half-open.
struct DateExpression {
  DateType type = DateType::kDate;
  std::string start_date;     ///< "" where the expression has no interval.
  std::string end_date;       ///< The first day after the interval.
  std::string timex;          ///< TIMEX3 value ("2024-Q1", "P10D"); X stands for what is not known.
  bool relative = false;      ///< The expression alone does not fix the interval.
  bool citation = false;      ///< The year of an author-year citation, not a date of the text.
  std::string mod{};          ///< TIMEX3 modifier ("START", "APPROX", "MORE_THAN"); "" for none.
  std::string alternative{};  ///< The TIMEX3 value of the other reading of an ambiguous numeric date; else "".
};

/// One step of how a mention came about: a rule that matched, or the list entry or tokens under a part of it.
/// Steps are in pre-order; `depth` gives the tree.
struct DerivationStep {
  std::uint16_t depth = 0;
  std::string rule;  ///< The rule's name, or "list NAME" or "token" for leaves.
  std::string part;  ///< The name of the part in the rule above ("n", "unit"); "" for the root.
  Span bytes;
  std::string value;  ///< Normal form, as text.
};

/// A passage of a document that states a figure, a date, ... Spans lie inside the document's text.
struct Mention {
  Span bytes;
  Span chars;           ///< The same in code points.
  Span sentence_chars;  ///< The sentence (or table row) that holds it, in code points.
  std::string rule;     ///< The rule that made it: the key for `explain`.
  std::variant<Figure, DateExpression, Name, Agreement> content;
  std::vector<DerivationStep> derivation;  ///< Empty unless asked for.

  [[nodiscard]] const Figure* figure() const noexcept { return std::get_if<Figure>(&content); }
  [[nodiscard]] const DateExpression* date() const noexcept { return std::get_if<DateExpression>(&content); }
  [[nodiscard]] const Name* name() const noexcept { return std::get_if<Name>(&content); }
  [[nodiscard]] const Agreement* agreement() const noexcept { return std::get_if<Agreement>(&content); }
};

/// What kind of passage a sentence belongs to.
enum class BlockKind : std::uint8_t { kTitle, kHeading, kParagraph, kListItem, kTableRow, kCaption, kFootnote, kBibliography, kFurniture };

struct SentenceRecord {
  Span bytes;
  Span chars;
  BlockKind block = BlockKind::kParagraph;

  bool operator==(const SentenceRecord&) const = default;
};

/// Everything that extraction found in one document, in order of position.
struct Extraction {
  std::uint32_t characters = 0;  ///< Length of the text in code points.
  std::string published;         ///< When the document was published, as far as is known: given, or found in its text. ISO date or "".
  PublishedBasis published_basis = PublishedBasis::kNone;
  std::string language;   ///< BCP 47 tag of the language that the text is in: given, or told from the text; "" where neither says.
  bool has_rules = true;  ///< False for a text in a language that no rules read: it has sentences, and nothing else.
  std::vector<SentenceRecord> sentences;
  std::vector<Mention> mentions;
  std::vector<Fact> facts;  ///< In order of their figures.
};

}  // namespace attest

// One figure and the dates of its sentence, as the search for its period sees them.
//
//   const PeriodView view({&kinds, &discourse, "2025-06-17", &event, &named}, sentence, mentions, 1, earlier, measure);
//   // "Exports rose 5% to [$3 billion] in 2024, up from $2.9 billion a year earlier"
//   view.before();                           // the token "to"
//   view.is_base();                          // false; of the third figure, true
//   view.days_of(sentence.dates().front());  // 2024-01-01..2025-01-01
//
// It changes nothing, so that searches (near.h, far.h) can be tried in any order.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_kind.h"
#include "fact/measure/measure_reading.h"
#include "fact/period/period_reading.h"
#include "record/mention.h"

namespace attest {

/// What is known beside the sentence. No pointer is null, and all must outlive the view.
struct PeriodKnowledge {
  const MeasureKinds* kinds;
  const Discourse* discourse;
  std::string_view published;  ///< An ISO date, "" where unknown.
  const Period* event;         ///< The days of the event that was told of last: "at the forum on June 16".
  const Period* named;         ///< The stretch of time that was named last.
};

/// Positions are indices of tokens in the sentence's view.
class PeriodView {
 public:
  /// The view of figure number `index` of the sentence, which measures `measure`. `earlier` are the periods of the sentence's figures
  /// before it, `mentions` the document's.
  PeriodView(const PeriodKnowledge& known, const FactSentence& sentence, std::span<const Mention> mentions, std::size_t index,
             std::span<const PeriodReading> earlier, const MeasureReading& measure);
  /// The view of a sentence from its beginning, whatever its figures: one clause, which is compared with nothing.
  PeriodView(const PeriodKnowledge& known, const FactSentence& sentence, std::span<const Mention> mentions);

  // --- The figure.

  /// Its number in the sentence, from 0.
  [[nodiscard]] std::size_t index() const noexcept { return index_; }
  [[nodiscard]] std::uint32_t begin() const noexcept { return at_.begin; }
  [[nodiscard]] std::uint32_t end() const noexcept { return at_.end; }
  /// The clause that holds it.
  [[nodiscard]] TokenRange clause() const noexcept { return clause_; }
  /// The last token before it that is no hedge and no article.
  [[nodiscard]] std::uint32_t before() const { return connective_before(at_.begin); }
  /// It is what another figure is compared with: "up from [$4.44 billion] the previous year".
  [[nodiscard]] bool is_base() const noexcept { return is_base_; }
  /// It is a growth: "rose [5%]".
  [[nodiscard]] bool is_growth() const noexcept { return measure_ != nullptr && measure_->kind == ReadingKind::kGrowth; }
  /// False for the view of a sentence from its beginning.
  [[nodiscard]] bool has_measure() const noexcept { return measure_ != nullptr; }
  /// What it measures, where has_measure().
  [[nodiscard]] const MeasureReading& measure() const noexcept { return *measure_; }
  /// The periods of the figures before it.
  [[nodiscard]] std::span<const PeriodReading> earlier() const noexcept { return earlier_; }

  // --- Its sentence.

  [[nodiscard]] const FactSentence& sentence() const noexcept { return *sentence_; }
  /// The record of any figure of the sentence.
  [[nodiscard]] const Figure& record(std::size_t figure) const noexcept {
    return *mentions_[sentence_->figures()[figure].mention].figure();
  }
  /// The record of a date of the sentence.
  [[nodiscard]] const DateExpression& expression(const MentionAt& date) const noexcept { return *mentions_[date.mention].date(); }
  /// The bytes of a date.
  [[nodiscard]] Span bytes_of(const MentionAt& date) const noexcept { return mentions_[date.mention].bytes; }
  /// The days that a date names by itself, or that the months in brackets behind it tell.
  [[nodiscard]] Period days_of(const MentionAt& date) const;
  /// The months that explain a date in brackets, as many as it lasts: "the first quarter (July-September)"; null where none do.
  [[nodiscard]] const MentionAt* gloss_of(const MentionAt& date) const;
  /// The date that ends at this token; null for none.
  [[nodiscard]] const MentionAt* ending_at(std::uint32_t token) const noexcept;
  /// The last token before this one that is no hedge and no article.
  [[nodiscard]] std::uint32_t connective_before(std::uint32_t token) const;

  // --- What is known beside it.

  [[nodiscard]] const MeasureKinds& kinds() const noexcept { return *known_.kinds; }
  [[nodiscard]] const Discourse& discourse() const noexcept { return *known_.discourse; }
  [[nodiscard]] std::string_view published() const noexcept { return known_.published; }
  [[nodiscard]] const Period& event() const noexcept { return *known_.event; }
  [[nodiscard]] const Period& named() const noexcept { return *known_.named; }
  /// What the figure before, or else the text before, told of.
  [[nodiscard]] const Period& told() const noexcept { return earlier_.empty() ? known_.discourse->period() : earlier_.back().period; }
  /// It begins after the day of publication.
  [[nodiscard]] bool is_ahead(const Period& period) const noexcept { return !known_.published.empty() && period.start > known_.published; }

 private:
  [[nodiscard]] Period glossed_days(const MentionAt& gloss) const;

  PeriodKnowledge known_;
  const FactSentence* sentence_;
  std::span<const Mention> mentions_;
  std::size_t index_ = 0;
  std::span<const PeriodReading> earlier_;
  const MeasureReading* measure_ = nullptr;
  TokenRange at_;
  TokenRange clause_;
  bool is_base_ = false;
};

}  // namespace attest

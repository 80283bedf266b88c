// When a figure holds: from a date in its clause, or carried over from the text before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure_reading.h"
#include "record/fact.h"
#include "record/mention.h"

namespace attest {

struct PeriodReading {
  Period period;
  PeriodSource source = PeriodSource::kNone;
  Span date;              ///< The bytes of the date that says so; empty where none does.
  bool is_base = false;   ///< The figure is what another is compared with ("up from $4.44 billion the previous year").
  bool is_limit = false;  ///< The date is a limit: "by 2030".
  bool lasts = false;     ///< The next sentences may go on with it: no limit ("by 2030"), no start ("since"), no end of a month.
};

/// Less than a month: a day, a week.
[[nodiscard]] bool is_short(const Period& period);

class PeriodFinder {
 public:
  /// Keeps a reference to the kinds.
  explicit PeriodFinder(const MeasureKinds& kinds) : kinds_(&kinds) {}

  /// Forgets the last document; `published` is the day of publication of the next one as an ISO date, "" where unknown.
  void reset(std::string_view published);

  /// The period of figure number `figure`, which measures `measure`. `earlier` are those of the sentence's figures before it.
  [[nodiscard]] PeriodReading find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                   std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse);

  /// The first date of a line above a list, which holds for its entries.
  [[nodiscard]] Period introduced(const FactSentence& sentence, std::span<const Mention> mentions);

  /// What a sentence without facts tells of: "The industry closed 2024 with record sales." Empty where no date lasts. Days of
  /// events ("at the forum on June 16") are kept for what the next sentences say was signed.
  [[nodiscard]] Period told_of(const FactSentence& sentence, std::span<const Mention> mentions);

  /// Keeps the last stretch of time that a sentence names, for "during this period" in the next ones.
  void hear(const FactSentence& sentence, std::span<const Mention> mentions);

  /// What a sentence without facts compares that with: "Trade grew in the first half of 2025, compared with the same period in 2024."
  [[nodiscard]] Period compared_with(const FactSentence& sentence, std::span<const Mention> mentions);

 private:
  void begin(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure, std::span<const PeriodReading> earlier,
             const MeasureReading& measure, const Discourse& discourse);
  void begin_without_figure(const FactSentence& sentence, std::span<const Mention> mentions);
  [[nodiscard]] PeriodReading without_date(const Period& period, PeriodSource source) const;
  [[nodiscard]] std::optional<Period> compared_in_context(const MentionAt* date, std::span<const PeriodReading> earlier,
                                                          const Discourse& discourse) const;
  [[nodiscard]] const MentionAt* date_further_off() const;
  [[nodiscard]] const MentionAt* date_of_harm() const;
  [[nodiscard]] PeriodReading at_end_of_range(PeriodReading reading, const MentionAt* date, std::span<const PeriodReading> earlier) const;
  [[nodiscard]] bool moves_to_level(std::uint32_t word) const;
  [[nodiscard]] std::size_t last_of_group() const;
  [[nodiscard]] const MentionAt* date_against_base() const;
  [[nodiscard]] const MentionAt* date_behind_brackets() const;
  [[nodiscard]] const MentionAt* date_behind_parts() const;
  [[nodiscard]] bool leads_to_level(std::uint32_t end, std::uint32_t word) const;
  [[nodiscard]] std::uint32_t source_end(std::uint32_t from) const;
  [[nodiscard]] const MentionAt* date_behind() const;
  [[nodiscard]] const MentionAt* date_of_phrase() const;
  [[nodiscard]] const MentionAt* date_of_bracket() const;
  [[nodiscard]] const MentionAt* date_before() const;
  [[nodiscard]] bool adjoins_figure(const MentionAt& date, std::uint32_t figure_end) const;
  [[nodiscard]] const MentionAt* leading_date() const;
  [[nodiscard]] bool is_usable(const MentionAt& date) const;
  [[nodiscard]] bool is_in_superlative(const MentionAt& date) const;
  [[nodiscard]] bool ends_title(const MentionAt& date) const;
  [[nodiscard]] bool means_now(const MentionAt& date) const;
  [[nodiscard]] bool dates_speech(const MentionAt& date) const;
  [[nodiscard]] bool dates_speaker_behind(const MentionAt& date) const;
  [[nodiscard]] bool is_in_side_clause(const MentionAt& date) const;
  [[nodiscard]] const MentionAt* date_opening_clause() const;
  [[nodiscard]] bool is_range(const MentionAt& date) const;
  [[nodiscard]] bool is_base_of_growth(const MentionAt& date) const;
  [[nodiscard]] bool names_time_before(const MentionAt& date) const;
  [[nodiscard]] bool is_compared(const MentionAt& date) const;
  [[nodiscard]] bool is_base_of_multiple(const MentionAt& date) const;
  [[nodiscard]] bool follows_than(std::uint32_t noun) const;
  [[nodiscard]] bool is_now_since(std::size_t earlier) const;
  [[nodiscard]] bool completes_date(const MentionAt& date) const;
  [[nodiscard]] bool compares_before(const MentionAt& date) const;
  [[nodiscard]] bool ends_statement(const MentionAt& date) const;
  [[nodiscard]] bool follows_comparison(const MentionAt& date) const;
  [[nodiscard]] bool is_since_event(const MentionAt& date) const;
  [[nodiscard]] const MentionAt* date_of_clause_end() const;
  [[nodiscard]] bool opens_other_level(std::uint32_t bracket) const;
  [[nodiscard]] bool dates_event(const MentionAt& date) const;
  [[nodiscard]] bool dates_opening(const MentionAt& date) const;
  [[nodiscard]] bool is_of_noun(const MentionAt& date) const;
  [[nodiscard]] bool belongs_behind_verb(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool is_base() const;
  [[nodiscard]] bool is_over_dated_level(std::uint32_t of) const;
  [[nodiscard]] std::uint32_t compared_before(std::uint32_t of) const;
  [[nodiscard]] bool is_second_base(std::span<const PeriodReading> earlier) const;
  [[nodiscard]] bool is_revision() const;
  [[nodiscard]] bool is_start_of_plan() const;
  [[nodiscard]] bool is_before_that() const;
  [[nodiscard]] bool is_part_of_report(const Period& period) const;
  [[nodiscard]] bool is_carried(const MeasureReading& measure, const Discourse& discourse) const;
  [[nodiscard]] bool tells_of_now() const;
  [[nodiscard]] bool is_in_present_clause() const;
  [[nodiscard]] bool names_this_period() const;
  [[nodiscard]] bool is_ahead(const Period& period) const { return !published_.empty() && period.start > published_; }
  [[nodiscard]] bool is_limit(const MentionAt& date) const;
  [[nodiscard]] const MentionAt* ending_at(std::uint32_t token) const;
  [[nodiscard]] Period plain_period_of(const MentionAt& date) const;
  [[nodiscard]] Period period_of(const MentionAt& date) const;
  [[nodiscard]] std::uint32_t unit_before(std::uint32_t ended) const;
  [[nodiscard]] std::optional<Period> stretch_to(const MentionAt& date) const;
  [[nodiscard]] std::optional<Period> same_month(const MentionAt& date) const;
  [[nodiscard]] std::optional<Period> within(const MentionAt& date) const;
  [[nodiscard]] bool is_week_before(const MentionAt& date) const;
  [[nodiscard]] static Period week_before(const Period& period);
  [[nodiscard]] bool is_year_before(const MentionAt& date) const;
  [[nodiscard]] std::optional<Period> year_before(const Period& period) const;
  [[nodiscard]] Period likewise(const Period& stated, const Period& compared) const;
  [[nodiscard]] const MentionAt* date_of_clause() const;
  [[nodiscard]] const MentionAt* date_of_list() const;
  [[nodiscard]] const Figure& number_at(std::size_t figure) const;
  [[nodiscard]] std::size_t end_of_list(std::size_t figure) const;
  [[nodiscard]] bool counts_within(std::size_t outer, std::size_t inner) const;
  [[nodiscard]] bool opens_next(const MentionAt& date) const;
  [[nodiscard]] bool returns_to_main_clause(std::size_t earlier) const;
  [[nodiscard]] PeriodReading inherited(std::span<const PeriodReading> earlier, const MeasureReading& measure,
                                        const Discourse& discourse) const;
  [[nodiscard]] std::optional<Period> years_in_a_row(const MentionAt& date) const;
  [[nodiscard]] bool is_one_of_several() const;
  [[nodiscard]] std::optional<Period> decade(const MentionAt& date) const;
  [[nodiscard]] std::optional<Period> stretch_ending_at(std::uint32_t token) const;
  [[nodiscard]] std::optional<Period> unnamed_stretch() const;
  [[nodiscard]] std::optional<Period> half_before_publication(int number) const;
  [[nodiscard]] std::optional<Period> numbered_part(std::span<const PeriodReading> earlier, const Discourse& discourse) const;
  [[nodiscard]] PeriodReading stated(const MentionAt& date) const;
  [[nodiscard]] std::uint32_t connective_before(std::uint32_t token) const;

  const MeasureKinds* kinds_;
  const FactSentence* sentence_ = nullptr;
  std::span<const Mention> mentions_;
  std::size_t index_ = 0;
  TokenRange at_;
  TokenRange clause_;
  bool is_base_ = false;
  bool is_growth_ = false;
  Period known_;  // what the sentence, or the text before, told of
  std::string published_;
  Period event_;
  Period named_;
};

}  // namespace attest

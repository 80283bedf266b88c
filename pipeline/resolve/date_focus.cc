#include "resolve/date_focus.h"

namespace attest {
namespace {

constexpr std::uint32_t kSentencesInMind = 3;
constexpr std::uint32_t kSentencesOfReport = 8;  // what a whole article reports on is remembered longer than a day of it

std::optional<NamedPeriod> if_near(const std::optional<NamedPeriod>& named, std::uint32_t sentence,
                                   std::uint32_t farthest = kSentencesInMind) noexcept {
  return named && sentence - named->sentence <= farthest ? named : std::nullopt;
}

bool can_be_reported_on(const CalendarPeriod& period) noexcept {
  constexpr std::int32_t kLongestMonth = 31;
  return period.unit == CalendarUnit::kQuarter || period.unit == CalendarUnit::kHalf ||
         (period.unit == CalendarUnit::kMonth && period.interval.days() > kLongestMonth);
}

}  // namespace

bool is_quarter(const CalendarPeriod& period) noexcept {
  constexpr std::int32_t kShortest = 89;
  constexpr std::int32_t kLongest = 92;
  if (period.unit == CalendarUnit::kQuarter) return true;
  return period.unit == CalendarUnit::kDay && period.interval.days() >= kShortest && period.interval.days() <= kLongest;
}

// A report is on what is over last: a quarter still to end ("a charge in the fourth quarter") takes no report's place, nor does an earlier
// one ("after a flat second quarter").
bool DateFocus::displaces(const CalendarPeriod& period, const std::optional<NamedPeriod>& held) const noexcept {
  if (!held || !published_ || held->period.interval.end > *published_) return true;
  return period.interval.end <= *published_ && period.interval.end >= held->period.interval.end;
}

void DateFocus::name(const NamedPeriod& named, bool of_speech) noexcept {
  const bool goes_on = last_ && last_->sentence == named.sentence && last_->period.unit == named.period.unit &&
                       last_->period.interval.end == named.period.interval.begin;
  if (!goes_on) run_ = named;
  if (goes_on && run_) run_->period.interval.end = named.period.interval.end;
  last_ = named;
  const bool beside_another = of_speech && day_ && day_->sentence == named.sentence;
  if (named.period.unit == CalendarUnit::kDay && named.period.interval.days() == 1 && !beside_another) day_ = named;
  if (can_be_reported_on(named.period)) {
    if (!of_sentence_ || of_sentence_->sentence != named.sentence) of_sentence_ = named;
    if (displaces(named.period, report_)) report_ = named;
  }
  if (is_quarter(named.period)) pointed_ = named;
  if (named.period.unit == CalendarUnit::kQuarter && displaces(named.period, quarter_)) quarter_ = named;
}

std::optional<NamedPeriod> DateFocus::last(std::uint32_t sentence) const noexcept { return if_near(last_, sentence); }
// "In the third quarter of 2023 they fell; a year earlier": nearer than what the article is about.
std::optional<NamedPeriod> DateFocus::report(std::uint32_t sentence) const noexcept {
  if (of_sentence_ && of_sentence_->sentence == sentence) return of_sentence_;
  // "It expects a loss in the second quarter. A year earlier it made a profit": an outlook is gone on from at once, or not.
  const bool outlook = report_ && published_ && report_->period.interval.begin > *published_;
  return outlook ? if_near(report_, sentence, 1) : report_;
}

std::optional<NamedPeriod> DateFocus::likened(std::uint32_t sentence) const noexcept {
  const auto found = report(sentence);
  const bool of_other_months = months_ == sentence && stretch(sentence) && (!found || found->sentence < sentence);
  return of_other_months ? stretch_ : found;
}

std::optional<NamedPeriod> DateFocus::stretch(std::uint32_t sentence) const noexcept { return if_near(stretch_, sentence, 0); }

std::optional<NamedPeriod> DateFocus::recent_report(std::uint32_t sentence) const noexcept {
  const auto found = report(sentence);
  const bool of_other_months = months_ == sentence && found && found->sentence < sentence;
  return of_other_months ? std::nullopt : if_near(found, sentence, kSentencesOfReport);
}
// "In the last quarter, it said on Wednesday. During that quarter": a day is none that a quarter would be within.
std::optional<NamedPeriod> DateFocus::pointed_quarter(std::uint32_t sentence) const noexcept {
  const bool day = last_ && last_->period.unit == CalendarUnit::kDay && last_->period.interval.days() == 1;
  const bool later = pointed_ && last_ && !day && last_->period.interval.end > pointed_->period.interval.end;
  return later ? std::nullopt : if_near(pointed_, sentence);
}
std::optional<NamedPeriod> DateFocus::last_run(std::uint32_t sentence) const noexcept { return if_near(run_, sentence); }
std::optional<NamedPeriod> DateFocus::last_day(std::uint32_t sentence) const noexcept { return if_near(day_, sentence); }

}  // namespace attest

#include "resolve/date_focus.h"

namespace attest {
namespace {

constexpr std::uint32_t kSentencesInMind = 3;

std::optional<NamedPeriod> if_near(const std::optional<NamedPeriod>& named, std::uint32_t sentence) noexcept {
  return named && sentence - named->sentence <= kSentencesInMind ? named : std::nullopt;
}

bool can_be_reported_on(const CalendarPeriod& period) noexcept {
  constexpr std::int32_t kLongestMonth = 31;
  return period.unit == CalendarUnit::kQuarter || period.unit == CalendarUnit::kHalf ||
         (period.unit == CalendarUnit::kMonth && period.interval.days() > kLongestMonth);
}

}  // namespace

// A report is on what is over: a quarter still to end ("a charge in the fourth quarter") takes no report's place.
bool DateFocus::displaces(const CalendarPeriod& period, const std::optional<NamedPeriod>& held) const noexcept {
  return !held || !published_ || period.interval.end <= *published_ || held->period.interval.end > *published_;
}

void DateFocus::name(const NamedPeriod& named) noexcept {
  const bool goes_on = last_ && last_->sentence == named.sentence && last_->period.unit == named.period.unit &&
                       last_->period.interval.end == named.period.interval.begin;
  if (!goes_on) run_ = named;
  if (goes_on && run_) run_->period.interval.end = named.period.interval.end;
  last_ = named;
  if (named.period.unit == CalendarUnit::kDay && named.period.interval.days() == 1) day_ = named;
  if (can_be_reported_on(named.period) && displaces(named.period, report_)) report_ = named;
  if (named.period.unit == CalendarUnit::kQuarter && displaces(named.period, quarter_)) quarter_ = named;
}

std::optional<NamedPeriod> DateFocus::last(std::uint32_t sentence) const noexcept { return if_near(last_, sentence); }
std::optional<NamedPeriod> DateFocus::recent_report(std::uint32_t sentence) const noexcept { return if_near(report_, sentence); }
std::optional<NamedPeriod> DateFocus::last_run(std::uint32_t sentence) const noexcept { return if_near(run_, sentence); }
std::optional<NamedPeriod> DateFocus::last_day(std::uint32_t sentence) const noexcept { return if_near(day_, sentence); }

}  // namespace attest

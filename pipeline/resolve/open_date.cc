#include "resolve/open_date.h"

namespace attest {
namespace {

using Candidates = std::span<const std::optional<CalendarPeriod>>;

std::optional<CalendarPeriod> last_begun(Candidates candidates, Day day) noexcept {
  std::optional<CalendarPeriod> found;
  for (const auto& candidate : candidates) {
    if (candidate && candidate->interval.begin <= day) found = candidate;
  }
  return found;
}

std::optional<CalendarPeriod> first_open(Candidates candidates, Day day) noexcept {
  for (const auto& candidate : candidates) {
    if (candidate && day < candidate->interval.end) return candidate;
  }
  return std::nullopt;
}

// Days between the day and the period; 0 inside it.
std::int32_t distance(const CalendarPeriod& period, Day day) noexcept {
  if (day < period.interval.begin) return period.interval.begin.number() - day.number();
  return day < period.interval.end ? 0 : day.number() - period.interval.end.number() + 1;
}

}  // namespace

CalendarUnit open_unit(std::span<const DateStep> steps) noexcept {
  if (steps.empty()) return CalendarUnit::kYear;
  const DateStep& first = steps.front();
  if (first.weekday || first.unit == CalendarUnit::kWeekend) return CalendarUnit::kWeek;
  const bool day = first.kind == DateStep::Kind::kField && first.unit == CalendarUnit::kDay;
  return day ? CalendarUnit::kMonth : CalendarUnit::kYear;
}

std::optional<CalendarPeriod> best_fit(Candidates candidates, Day published, Tense tense, CalendarUnit open) noexcept {
  const auto past = last_begun(candidates, published);
  const auto future = first_open(candidates, published);
  if (!past || !future) return past ? past : future;
  // Newspapers tell what was: without a sign of the future a weekday is the last one.
  if (open == CalendarUnit::kWeek) return is_future(tense) ? future : past;
  const std::int32_t since = distance(*past, published);
  const std::int32_t ahead = distance(*future, published);
  // The verb that was found may be another date's: it counts for so much, not for everything.
  constexpr std::int32_t kTense = 5;
  constexpr std::int32_t kPastIsNearer = 2;
  // "In the first half, trade was": of half a year and more it counts for all, in December too; of a quarter ("profit fell in
  // January-March"), where the next one is more than a month away.
  constexpr std::int32_t kLongerThanQuarter = 100;  // days
  constexpr std::int32_t kShortestQuarter = 89;
  constexpr std::int32_t kMonth = 31;
  const std::int32_t length = past->interval.days();
  const bool counts_for_all = length > kLongerThanQuarter || (length >= kShortestQuarter && ahead > kMonth);
  if (tense == Tense::kPast && counts_for_all) return past;
  if (tense == Tense::kSurelyPast) return past;
  if (tense == Tense::kSurelyFuture) return future;
  if (tense == Tense::kFuture) return ahead <= kTense * since ? future : past;
  return since <= (tense == Tense::kPast ? kTense : kPastIsNearer) * ahead ? past : future;
}

}  // namespace attest

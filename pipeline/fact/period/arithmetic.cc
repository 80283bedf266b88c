#include "fact/period/arithmetic.h"

#include "fact/stretch.h"
#include "value/calendar_unit.h"

namespace attest::period {

bool is_short(const Period& period) {
  constexpr std::int32_t kDaysInMonth = 28;
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  return begin && end && end->number() - begin->number() < kDaysInMonth;
}

bool spans_years(const Period& period) {
  constexpr std::int32_t kTwoYears = 731;  // days
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const bool whole = period.start.ends_with("-01-01") && period.end.ends_with("-01-01");
  return begin && end && whole && end->number() - begin->number() > kTwoYears;
}

std::optional<std::int32_t> months_in(const Period& period) {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  if (!begin || !end || begin->day_of_month() != 1 || end->day_of_month() != 1 || *end <= *begin) return std::nullopt;
  constexpr std::int32_t kMonthsInYear = 12;
  return (end->year() - begin->year()) * kMonthsInYear + end->month() - begin->month();
}

Period moved_to_year(const Period& period, std::string_view year) {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto first = parse_iso_date(year);
  if (!begin || !end || !first) return period;
  const auto moved_begin = add_years(*begin, first->year() - begin->year());
  const auto moved_end = add_years(*end, first->year() - begin->year());
  return moved_begin && moved_end ? Period{moved_begin->to_iso(), moved_end->to_iso()} : period;
}

Period period_of_days(const DayInterval& days) { return {days.begin.to_iso(), days.end.to_iso()}; }

Period week_before(const Period& period) {
  constexpr int kWeek = 7;  // days
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto first = begin ? day_before(*begin, {CalendarUnit::kDay, kWeek}) : std::nullopt;
  const auto last = end ? day_before(*end, {CalendarUnit::kDay, kWeek}) : std::nullopt;
  return first && last ? Period{first->to_iso(), last->to_iso()} : period;
}

std::optional<Period> year_before(const Period& period) {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto first = begin ? add_years(*begin, -1) : std::nullopt;
  const auto last = end ? add_years(*end, -1) : std::nullopt;
  if (!first || !last) return std::nullopt;
  return Period{first->to_iso(), last->to_iso()};
}

Period likewise(const Period& stated, const Period& compared) {
  const auto year = parse_iso_date(stated.start);
  const auto begin = parse_iso_date(compared.start);
  const auto end = parse_iso_date(compared.end);
  const bool whole_year = year && stated.start.ends_with("-01-01") && stated.end == add_years(*year, 1).value_or(*year).to_iso();
  // "1,363 in 2022 from 177 a year before": the year before that.
  if (whole_year && begin && end && begin->year() <= year->year() && !is_short(compared)) return year_before(compared).value_or(stated);
  if (!whole_year || !begin || !end || begin->year() != year->year() + 1 || is_short(compared) || end->number() - begin->number() > 360)
    return stated;
  return year_before(compared).value_or(stated);
}

}  // namespace attest::period

#include "value/calendar_unit.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

#include "value/timex.h"

namespace attest {
namespace {

using Found = std::optional<CalendarPeriod>;

constexpr int kDaysInWeek = 7;
constexpr std::array<std::string_view, 10> kNames = {"day",     "weekend", "week", "month",  "season",
                                                     "quarter", "half",    "year", "decade", "century"};

Found in_unit(const std::optional<DayInterval>& interval, CalendarUnit unit) noexcept {
  return interval ? Found(CalendarPeriod{*interval, unit}) : std::nullopt;
}

// Whole months in a unit; 0 for units of days and weeks.
constexpr int months_in(CalendarUnit unit) noexcept {
  switch (unit) {
    case CalendarUnit::kMonth:
      return 1;
    case CalendarUnit::kSeason:
    case CalendarUnit::kQuarter:
      return 3;
    case CalendarUnit::kHalf:
      return 6;
    case CalendarUnit::kYear:
      return 12;
    case CalendarUnit::kDecade:
      return 120;
    case CalendarUnit::kCentury:
      return 1200;
    default:
      return 0;
  }
}

std::int32_t product(int units, int size) noexcept {
  const std::int64_t exact = std::int64_t{units} * size;
  constexpr std::int64_t kFarthest = std::int64_t{Day::kLastYear} * 366;
  return static_cast<std::int32_t>(std::clamp(exact, -kFarthest, kFarthest));
}

// The same day so many units later.
std::optional<Day> add_units(Day day, CalendarUnit unit, int count) noexcept {
  if (const int months = months_in(unit); months != 0) return add_months(day, product(count, months));
  return add_days(day, product(count, unit == CalendarUnit::kDay ? 1 : 7));
}

// An interval's end may be the day after the last one, which add_units cannot make; then take the end of its last day.
std::optional<Day> add_units_to_end(Day end, CalendarUnit unit, int count) noexcept {
  const bool months = months_in(unit) != 0;
  if (months && end.day_of_month() == 1) return add_units(end, unit, count);
  const auto last = add_days(end, -1);
  const auto shifted = last ? add_units(*last, unit, count) : std::nullopt;
  return shifted ? std::optional(interval_of(*shifted).end) : std::nullopt;
}

Found season_holding(Day day) noexcept {
  const int next = day.month() % 12;  // December begins the winter of the next year
  return in_unit(season_of(day.year() + (next == 0 ? 1 : 0), static_cast<Season>(next / 3)), CalendarUnit::kSeason);
}

Found weekend_holding(Day day) noexcept {
  const auto week = week_containing(day);
  const auto saturday = week ? add_days(week->begin, 5) : std::nullopt;
  return saturday ? Found(CalendarPeriod{{*saturday, week->end}, CalendarUnit::kWeekend}) : std::nullopt;
}

Found century_holding(Day day) noexcept { return in_unit(century((day.year() + 99) / 100), CalendarUnit::kCentury); }

// The first week whose Thursday lies in the interval.
std::optional<Day> first_week_of(const DayInterval& interval) noexcept {
  const auto week = week_containing(interval.begin);
  if (!week) return std::nullopt;
  const auto thursday = add_days(week->begin, 3);
  if (!thursday) return std::nullopt;
  return *thursday < interval.begin ? week->end : week->begin;
}

Found first_unit_of(const CalendarPeriod& period, CalendarUnit unit) noexcept {
  if (unit != CalendarUnit::kWeek) return unit_holding(period.interval.begin, unit);
  const auto monday = first_week_of(period.interval);
  return monday ? unit_holding(*monday, unit) : std::nullopt;
}

Found last_unit_of(const CalendarPeriod& period, CalendarUnit unit) noexcept {
  const auto last_day = add_days(period.interval.end, -1);
  if (!last_day) return std::nullopt;
  if (unit != CalendarUnit::kWeek) return unit_holding(*last_day, unit);
  const auto week = week_containing(*last_day);
  const auto thursday = week ? add_days(week->begin, 3) : std::nullopt;
  if (!thursday) return std::nullopt;
  return unit_holding(*thursday < period.interval.end ? *thursday : *add_days(*thursday, -7), unit);
}

// A quarter of a company's year that ends before a day: the calendar's where both end in the same week, else three months.
Found quarter_up_to(Day day) noexcept {
  const auto inside = add_days(day, -kDaysInWeek);
  const auto quarter = inside ? quarter_of(inside->year(), inside->quarter()) : std::nullopt;
  if (quarter && std::abs(quarter->end.number() - day.number()) < kDaysInWeek) return CalendarPeriod{*quarter, CalendarUnit::kQuarter};
  const auto begin = add_months(day, -3);
  return begin ? Found(CalendarPeriod{{*begin, day}, CalendarUnit::kDay}) : std::nullopt;
}

std::string year_text(Day day) { return day.to_iso().substr(0, 4); }

std::string week_text(Day day) {
  const IsoWeek week = iso_week_of(day);
  const std::string year = Day::from_civil(week.year, 1, 1).value_or(day).to_iso().substr(0, 4);
  return year + "-W" + two_digits(week.week);
}

std::string season_text(Day begin) {
  const int month = begin.month();
  const Day inside = month == 12 ? add_months(begin, 1).value_or(begin) : begin;
  return year_text(inside) + "-" + std::string(season_code(static_cast<Season>(month % 12 / 3)));
}

// One unit that begins on a day.
std::string unit_text(Day begin, CalendarUnit unit) {
  switch (unit) {
    case CalendarUnit::kDay:
      return begin.to_iso();
    case CalendarUnit::kWeekend:
      return week_text(begin) + "-WE";
    case CalendarUnit::kWeek:
      return week_text(begin);
    case CalendarUnit::kMonth:
      return begin.to_iso().substr(0, 7);
    case CalendarUnit::kSeason:
      return season_text(begin);
    case CalendarUnit::kQuarter:
      return year_text(begin) + "-Q" + std::to_string(begin.quarter());
    case CalendarUnit::kHalf:
      return year_text(begin) + (begin.month() <= 6 ? "-H1" : "-H2");
    case CalendarUnit::kYear:
      return year_text(begin);
    case CalendarUnit::kDecade:
      return year_text(begin).substr(0, 3) + "X";
    case CalendarUnit::kCentury:
      return year_text(begin).substr(0, 2) + "XX";  // it begins with the year 1801
  }
  return {};
}

}  // namespace

std::optional<CalendarUnit> calendar_unit_named(std::string_view name) noexcept {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<CalendarUnit>(found - kNames.begin());
}

std::string_view name_of(CalendarUnit unit) noexcept { return kNames[static_cast<std::size_t>(unit)]; }

CalendarPeriod day_period(Day day) noexcept { return {interval_of(day), CalendarUnit::kDay}; }

std::optional<CalendarPeriod> unit_holding(Day day, CalendarUnit unit) noexcept {
  switch (unit) {
    case CalendarUnit::kDay:
      return day_period(day);
    case CalendarUnit::kWeekend:
      return weekend_holding(day);
    case CalendarUnit::kWeek:
      return in_unit(week_containing(day), unit);
    case CalendarUnit::kMonth:
      return in_unit(month_of(day.year(), day.month()), unit);
    case CalendarUnit::kSeason:
      return season_holding(day);
    case CalendarUnit::kQuarter:
      return in_unit(quarter_of(day.year(), day.quarter()), unit);
    case CalendarUnit::kHalf:
      return in_unit(half_of(day.year(), day.month() <= 6 ? 1 : 2), unit);
    case CalendarUnit::kYear:
      return in_unit(year_of(day.year()), unit);
    case CalendarUnit::kDecade:
      return in_unit(decade_of(day.year()), unit);
    case CalendarUnit::kCentury:
      return century_holding(day);
  }
  return std::nullopt;
}

std::optional<CalendarPeriod> shifted_unit(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept {
  const auto start = unit_holding(period.interval.begin, unit);
  const auto day = start ? add_units(start->interval.begin, unit, count) : std::nullopt;
  return day ? unit_holding(*day, unit) : std::nullopt;
}

std::optional<CalendarPeriod> moved(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept {
  const auto begin = add_units(period.interval.begin, unit, count);
  if (!begin) return std::nullopt;
  if (period.unit == CalendarUnit::kWeek || period.unit == CalendarUnit::kWeekend) {
    const std::int32_t weeks = period.interval.days() / 7;
    const auto first = unit_holding(*begin, period.unit);
    return first && weeks > 1
               ? part_of({{first->interval.begin, *add_days(first->interval.begin, weeks * 7)}, period.unit}, period.unit, weeks)
               : first;
  }
  const auto end = add_units_to_end(period.interval.end, unit, count);
  if (!end || *end <= *begin) return std::nullopt;
  return CalendarPeriod{{*begin, *end}, period.unit};
}

std::optional<CalendarPeriod> numbered_unit(const CalendarPeriod& period, CalendarUnit unit, int number) noexcept {
  if (number == 0) return std::nullopt;
  const auto first = number > 0 ? first_unit_of(period, unit) : last_unit_of(period, unit);
  return first ? shifted_unit(*first, unit, number > 0 ? number - 1 : number + 1) : std::nullopt;
}

std::optional<CalendarPeriod> part_of(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept {
  const bool weeks_of_month = unit == CalendarUnit::kWeek && std::abs(count) > 1 && period.unit == CalendarUnit::kMonth;
  if (weeks_of_month) return part_of(period, CalendarUnit::kDay, product(count, kDaysInWeek));
  const auto one_end = numbered_unit(period, unit, count > 0 ? 1 : -1);
  const auto other = numbered_unit(period, unit, count);
  if (!one_end || !other) return std::nullopt;
  return count > 0 ? joined(*one_end, *other) : joined(*other, *one_end);
}

std::optional<CalendarPeriod> stretch_to(Day day, CalendarUnit unit, int count) noexcept {
  if (unit == CalendarUnit::kQuarter && count == 1) return quarter_up_to(day);
  const auto begin = add_units(day, unit, -count);
  if (!begin || *begin >= day) return std::nullopt;
  return CalendarPeriod{{*begin, day}, CalendarUnit::kDay};
}

std::optional<CalendarPeriod> stretch_from(Day day, CalendarUnit unit, int count) noexcept {
  const auto begin = add_days(day, 1);
  const auto end = begin ? add_units(*begin, unit, count) : std::nullopt;
  if (!end || *end <= *begin) return std::nullopt;
  return CalendarPeriod{{*begin, *end}, CalendarUnit::kDay};
}

std::optional<CalendarPeriod> joined(const CalendarPeriod& first, const CalendarPeriod& last) noexcept {
  if (last.interval.end <= first.interval.begin) return std::nullopt;
  return CalendarPeriod{{first.interval.begin, last.interval.end}, std::min(first.unit, last.unit)};
}

std::string timex_of(const CalendarPeriod& period) {
  const auto first = unit_holding(period.interval.begin, period.unit);
  const auto last_day = add_days(period.interval.end, -1);
  const auto last = last_day ? unit_holding(*last_day, period.unit) : std::nullopt;
  std::string begin = unit_text(period.interval.begin, period.unit);
  if (!first || !last || first->interval == last->interval) return begin;
  return begin + "/" + unit_text(last->interval.begin, period.unit);
}

}  // namespace attest

#include "value/calendar.h"

#include <algorithm>
#include <cstddef>

namespace attest {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr bool is_year(int year) { return year >= Day::kFirstYear && year <= Day::kLastYear; }

constexpr sys_days first_of(int year, int month) {
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::day(1);
}

constexpr sys_days kFirst = first_of(Day::kFirstYear, 1);
constexpr sys_days kEnd = first_of(Day::kLastYear + 1, 1);

year_month_day civil(Day day) noexcept { return {day.days()}; }

// Months as one number, from January of year 0; the calendar's months all have a place in it.
constexpr std::int64_t month_index(int year, int month) { return std::int64_t{year} * 12 + month - 1; }
constexpr std::int64_t kMonths = month_index(Day::kLastYear + 1, 1);

constexpr Day first_day(std::int64_t index) { return Day(first_of(static_cast<int>(index / 12), static_cast<int>(index % 12) + 1)); }

// `count` whole months from the one with that index.
std::optional<DayInterval> months_from(std::int64_t index, std::int64_t count) noexcept {
  if (index < 0 || count < 1 || index + count > kMonths) return std::nullopt;
  return DayInterval{first_day(index), first_day(index + count)};
}

// Part `part` (from 1) of a year that is cut into `parts` equal ones.
std::optional<DayInterval> part_of_year(int year, int part, int parts) noexcept {
  if (!is_year(year) || part < 1 || part > parts) return std::nullopt;
  const int months = 12 / parts;
  return months_from(month_index(year, 1) + std::int64_t{part - 1} * months, months);
}

std::optional<DayInterval> years(int first, int count) noexcept {
  if (!is_year(first)) return std::nullopt;
  return months_from(month_index(first, 1), std::int64_t{count} * 12);
}

sys_days monday_of(sys_days day) noexcept { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

// Week 1 is the one with January 4.
sys_days first_monday(int year) noexcept { return monday_of(first_of(year, 1) + std::chrono::days(3)); }

std::optional<DayInterval> week_from(sys_days monday) noexcept {
  const sys_days end = monday + std::chrono::weeks(1);
  if (monday < kFirst || end > kEnd) return std::nullopt;
  return DayInterval{Day(monday), Day(end)};
}

// The digits of text[begin, begin + count), or -1.
int digits_at(std::string_view text, std::size_t begin, std::size_t count) noexcept {
  int number = 0;
  for (const char byte : text.substr(begin, count)) {
    if (byte < '0' || byte > '9') return -1;
    number = number * 10 + (byte - '0');
  }
  return number;
}

void put_digits(std::string& text, std::size_t end, int number) {
  for (; number > 0; number /= 10) text[--end] = static_cast<char>('0' + number % 10);
}

}  // namespace

std::optional<Day> Day::from_civil(int year, int month, int day) noexcept {
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return std::nullopt;
  return Day(sys_days(date));
}

int Day::year() const noexcept { return static_cast<int>(civil(*this).year()); }
int Day::month() const noexcept { return static_cast<int>(static_cast<unsigned>(civil(*this).month())); }
int Day::day_of_month() const noexcept { return static_cast<int>(static_cast<unsigned>(civil(*this).day())); }
int Day::weekday() const noexcept { return static_cast<int>(std::chrono::weekday(days_).iso_encoding()); }
int Day::quarter() const noexcept { return (month() + 2) / 3; }

std::string Day::to_iso() const {
  const year_month_day date = civil(*this);
  const int year = static_cast<int>(date.year());
  if (year > kLastYear) return "10000-01-01";
  std::string text = "0000-00-00";
  put_digits(text, 4, year);
  put_digits(text, 7, static_cast<int>(static_cast<unsigned>(date.month())));
  put_digits(text, 10, static_cast<int>(static_cast<unsigned>(date.day())));
  return text;
}

std::optional<Day> parse_iso_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return Day::from_civil(digits_at(text, 0, 4), digits_at(text, 5, 2), digits_at(text, 8, 2));
}

std::optional<Day> add_days(Day day, std::int32_t count) noexcept {
  const std::int64_t number = std::int64_t{day.number()} + count;
  if (number < kFirst.time_since_epoch().count() || number >= kEnd.time_since_epoch().count()) return std::nullopt;
  return Day(sys_days(std::chrono::days(number)));
}

std::optional<Day> add_months(Day day, std::int32_t count) noexcept {
  const auto month = months_from(month_index(day.year(), day.month()) + count, 1);
  if (!month) return std::nullopt;
  return Day(month->begin.days() + std::chrono::days(std::min(day.day_of_month(), month->days()) - 1));
}

std::optional<Day> add_years(Day day, std::int32_t count) noexcept {
  if (count < -Day::kLastYear || count > Day::kLastYear) return std::nullopt;
  return add_months(day, count * 12);
}

IsoWeek iso_week_of(Day day) noexcept {
  const sys_days monday = monday_of(day.days());
  const int year = static_cast<int>(year_month_day(monday + std::chrono::days(3)).year());  // that of its Thursday
  return {year, static_cast<int>((monday - first_monday(year)).count() / 7) + 1};
}

int iso_weeks_in(int year) noexcept { return static_cast<int>((first_monday(year + 1) - first_monday(year)).count() / 7); }

DayInterval interval_of(Day day) noexcept { return {day, Day(day.days() + std::chrono::days(1))}; }

std::optional<DayInterval> year_of(int year) noexcept { return years(year, 1); }
std::optional<DayInterval> half_of(int year, int half) noexcept { return part_of_year(year, half, 2); }
std::optional<DayInterval> quarter_of(int year, int quarter) noexcept { return part_of_year(year, quarter, 4); }
std::optional<DayInterval> month_of(int year, int month) noexcept { return part_of_year(year, month, 12); }

std::optional<DayInterval> season_of(int year, Season season) noexcept {
  if (!is_year(year)) return std::nullopt;
  return months_from(month_index(year, 1) - 1 + std::int64_t{3} * static_cast<int>(season), 3);
}

std::optional<DayInterval> week_of(IsoWeek week) noexcept {
  if (!is_year(week.year) || week.week < 1 || week.week > iso_weeks_in(week.year)) return std::nullopt;
  return week_from(first_monday(week.year) + std::chrono::weeks(week.week - 1));
}

std::optional<DayInterval> week_containing(Day day) noexcept { return week_from(monday_of(day.days())); }

std::optional<DayInterval> decade_of(int year) noexcept {
  if (!is_year(year)) return std::nullopt;
  return years(year - year % 10, 10);
}

std::optional<DayInterval> century(int ordinal) noexcept {
  constexpr int kLastCentury = (Day::kLastYear + 1) / 100;
  if (ordinal < 1 || ordinal > kLastCentury) return std::nullopt;
  return years((ordinal - 1) * 100 + 1, 100);
}

std::optional<DayInterval> months_of(int first_year, int first_month, int last_year, int last_month) noexcept {
  const auto first = month_of(first_year, first_month);
  const auto last = month_of(last_year, last_month);
  if (!first || !last || last->begin < first->begin) return std::nullopt;
  return DayInterval{first->begin, last->end};
}

}  // namespace attest

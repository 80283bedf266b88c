#include "value/timex.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace attest {
namespace {

using Found = std::optional<CalendarPeriod>;

std::optional<int> digits(std::string_view text) noexcept {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return number;
}

Found in_unit(const std::optional<DayInterval>& interval, CalendarUnit unit) noexcept {
  return interval ? Found(CalendarPeriod{*interval, unit}) : std::nullopt;
}

// "23" or "23-WE" behind the W.
Found week_or_weekend(int year, std::string_view rest) noexcept {
  constexpr std::string_view kWeekend = "-WE";
  const bool weekend = rest.ends_with(kWeekend);
  if (weekend) rest.remove_suffix(kWeekend.size());
  const auto number = digits(rest);
  const auto week = number ? week_of({year, *number}) : std::nullopt;
  if (!week) return std::nullopt;
  return unit_holding(week->begin, weekend ? CalendarUnit::kWeekend : CalendarUnit::kWeek);
}

Found season(int year, std::string_view code) noexcept {
  const auto found = season_of_code(code);
  return found ? in_unit(season_of(year, *found), CalendarUnit::kSeason) : std::nullopt;
}

Found part_of_year(int year, std::string_view part) noexcept {
  if (part.front() == 'W' && part != "WI") return week_or_weekend(year, part.substr(1));
  const auto number = digits(part.substr(1));
  if (!number) return season(year, part);
  if (part.front() == 'Q') return in_unit(quarter_of(year, *number), CalendarUnit::kQuarter);
  return part.front() == 'H' ? in_unit(half_of(year, *number), CalendarUnit::kHalf) : std::nullopt;
}

Found day_or_month(int year, std::string_view rest) noexcept {
  const auto month = digits(rest.substr(0, 2));
  if (!month) return std::nullopt;
  if (rest.size() == 2) return in_unit(month_of(year, *month), CalendarUnit::kMonth);
  const auto day = rest.size() == 5 && rest[2] == '-' ? digits(rest.substr(3)) : std::nullopt;
  const auto found = day ? Day::from_civil(year, *month, *day) : std::nullopt;
  return found ? Found(day_period(*found)) : std::nullopt;
}

// "2024", "199", "18".
Found years(int leading, std::size_t size) noexcept {
  constexpr std::size_t kYearDigits = 4;
  if (size == kYearDigits) return in_unit(year_of(leading), CalendarUnit::kYear);
  if (size == 3) return in_unit(decade_of(leading * 10), CalendarUnit::kDecade);
  return size == 2 ? in_unit(century(leading + 1), CalendarUnit::kCentury) : std::nullopt;
}

Found range(std::string_view first_timex, std::string_view last_timex) noexcept {
  const auto first = period_of_timex(first_timex);
  const auto last = period_of_timex(last_timex);
  return first && last ? joined(*first, *last) : std::nullopt;
}

}  // namespace

std::optional<CalendarPeriod> period_of_timex(std::string_view timex) noexcept {
  if (const auto slash = timex.find('/'); slash != std::string_view::npos) return range(timex.substr(0, slash), timex.substr(slash + 1));
  timex = timex.substr(0, timex.find('T'));
  while (!timex.empty() && timex.back() == 'X') timex.remove_suffix(1);
  const auto dash = timex.find('-');
  const auto leading = digits(timex.substr(0, dash));
  if (!leading) return std::nullopt;
  if (dash == std::string_view::npos) return years(*leading, timex.size());
  const std::string_view rest = timex.substr(dash + 1);
  if (dash != 4 || rest.size() < 2) return std::nullopt;
  return rest.front() >= 'A' ? part_of_year(*leading, rest) : day_or_month(*leading, rest);
}

namespace {

// So many years and a half.
std::string in_months(std::string_view years) {
  constexpr int kMonths = 12;
  return "P" + std::to_string(digits(years).value_or(0) * kMonths + kMonths / 2) + "M";
}

}  // namespace

std::string timex_of_length(std::string_view prefix, std::string_view count, std::string_view unit) {
  constexpr std::string_view kHalf = ".5";
  if (prefix == "P" && unit == "Y" && count.ends_with(kHalf)) return in_months(count.substr(0, count.size() - kHalf.size()));
  const std::string_view smaller = prefix != "PT" ? "" : unit == "H" ? "30M" : unit == "M" ? "30S" : "";
  if (!count.ends_with(kHalf) || smaller.empty()) return std::string(prefix).append(count).append(unit);
  const std::string_view whole = count.substr(0, count.size() - kHalf.size());
  if (whole == "0") return std::string(prefix).append(smaller);
  return std::string(prefix).append(whole).append(unit).append(smaller);
}

std::optional<std::string> timex_of_clock(std::string_view text, std::optional<int> half) {
  constexpr std::size_t kMinuteDigits = 2;
  const auto mark = text.find_first_of(":.");
  const bool whole_hour = mark == std::string_view::npos && text.size() <= 2;
  const std::size_t hour_end = mark != std::string_view::npos ? mark : whole_hour ? text.size() : text.size() - kMinuteDigits;
  const auto hour = digits(text.substr(0, hour_end));
  const auto minute = whole_hour ? std::optional(0) : digits(text.substr(mark == std::string_view::npos ? hour_end : mark + 1));
  if (!hour || !minute || *minute > 59 || *hour > 24 || (half && (*hour > 12 || *hour == 0))) return std::nullopt;
  const int full = half ? *hour % 12 + *half : *hour;
  return "T" + two_digits(full) + ":" + two_digits(*minute);
}

std::string two_digits(int number) { return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)}; }

namespace {

constexpr std::array<std::string_view, 4> kSeasons = {"WI", "SP", "SU", "FA"};

}  // namespace

std::string_view season_code(Season season) noexcept { return kSeasons[static_cast<std::size_t>(season)]; }

std::optional<Season> season_of_code(std::string_view code) noexcept {
  const auto found = std::find(kSeasons.begin(), kSeasons.end(), code);
  if (found == kSeasons.end()) return std::nullopt;
  return static_cast<Season>(found - kSeasons.begin());
}

std::optional<DayInterval> interval_of_timex(std::string_view timex) noexcept {
  const auto period = period_of_timex(timex);
  return period ? std::optional(period->interval) : std::nullopt;
}

}  // namespace attest

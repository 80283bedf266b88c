// Calendar arithmetic on days, in the proleptic Gregorian calendar (the present rules for every year), on top of
// std::chrono. Nothing here knows text other than ISO 8601 dates.
//
//   Day day = *parse_iso_date("2025-06-17");
//   DayInterval quarter = quarter_of(2025, 2);            // [2025-04-01, 2025-07-01)
//   quarter.contains(day);
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// A day, as its distance from 1970-01-01. Years run from kFirstYear to kLastYear, the ones that an ISO date can
/// write; a function that would leave them, or that is given a month, day, week or quarter that does not exist,
/// returns nothing.
class Day {
 public:
  static constexpr int kFirstYear = 0;
  static constexpr int kLastYear = 9999;

  constexpr Day() = default;
  /// Unchecked: the day must lie in the years above, or be the end of an interval there.
  constexpr explicit Day(std::chrono::sys_days day) noexcept : days_(day) {}

  /// Months and days count from 1. Nothing for a date that does not exist (2023-02-29).
  [[nodiscard]] static std::optional<Day> from_civil(int year, int month, int day) noexcept;

  /// Days since 1970-01-01, negative before.
  [[nodiscard]] constexpr std::int32_t number() const noexcept { return static_cast<std::int32_t>(days_.time_since_epoch().count()); }
  [[nodiscard]] constexpr std::chrono::sys_days days() const noexcept { return days_; }
  [[nodiscard]] int year() const noexcept;
  [[nodiscard]] int month() const noexcept;  ///< 1 to 12.
  [[nodiscard]] int day_of_month() const noexcept;
  [[nodiscard]] int weekday() const noexcept;  ///< ISO 8601: 1 is Monday, 7 is Sunday.
  [[nodiscard]] int quarter() const noexcept;  ///< 1 to 4.

  /// `YYYY-MM-DD`; an interval's end past the last year is `10000-01-01`.
  [[nodiscard]] std::string to_iso() const;

  friend constexpr auto operator<=>(const Day&, const Day&) = default;

 private:
  std::chrono::sys_days days_{};
};

/// Reads `YYYY-MM-DD` of a day that exists, and nothing else.
[[nodiscard]] std::optional<Day> parse_iso_date(std::string_view text) noexcept;

[[nodiscard]] std::optional<Day> add_days(Day day, std::int32_t count) noexcept;
/// The same day of the month; the month's last day where it is shorter (January 31 and a month: February 28 or 29).
[[nodiscard]] std::optional<Day> add_months(Day day, std::int32_t count) noexcept;
/// Twelve months a year: February 29 and a year is February 28.
[[nodiscard]] std::optional<Day> add_years(Day day, std::int32_t count) noexcept;

/// A half-open interval of days `[begin, end)`. An interval may end on 10000-01-01, the day after the last.
struct DayInterval {
  Day begin;
  Day end;

  [[nodiscard]] constexpr std::int32_t days() const noexcept { return end.number() - begin.number(); }
  [[nodiscard]] constexpr bool contains(Day day) const noexcept { return begin <= day && day < end; }
  [[nodiscard]] constexpr bool contains(const DayInterval& inner) const noexcept { return begin <= inner.begin && inner.end <= end; }
  [[nodiscard]] constexpr bool overlaps(const DayInterval& other) const noexcept { return begin < other.end && other.begin < end; }

  friend constexpr bool operator==(const DayInterval&, const DayInterval&) = default;
};

/// A week of ISO 8601: weeks start on Monday and belong to the year that holds their Thursday.
struct IsoWeek {
  int year = 0;
  int week = 0;  ///< 1 to 53.
  friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};
[[nodiscard]] IsoWeek iso_week_of(Day day) noexcept;
/// 52 or 53.
[[nodiscard]] int iso_weeks_in(int year) noexcept;

/// Meteorological seasons of the northern hemisphere, of three whole months each; winter is December of the year
/// before with January and February, as in "winter 2024-25" for 2025.
enum class Season : std::uint8_t { kWinter, kSpring, kSummer, kAutumn };

[[nodiscard]] DayInterval interval_of(Day day) noexcept;                               // one day
[[nodiscard]] std::optional<DayInterval> year_of(int year) noexcept;                   // 2024
[[nodiscard]] std::optional<DayInterval> half_of(int year, int half) noexcept;         // H1, H2
[[nodiscard]] std::optional<DayInterval> quarter_of(int year, int quarter) noexcept;   // Q1 .. Q4
[[nodiscard]] std::optional<DayInterval> season_of(int year, Season season) noexcept;  // autumn 1990
[[nodiscard]] std::optional<DayInterval> month_of(int year, int month) noexcept;       // March 2024
[[nodiscard]] std::optional<DayInterval> week_of(IsoWeek week) noexcept;               // 2020-W53
[[nodiscard]] std::optional<DayInterval> week_containing(Day day) noexcept;            // Monday to Sunday around a day
[[nodiscard]] std::optional<DayInterval> decade_of(int year) noexcept;                 // the 1990s, from 1990 to 1999
[[nodiscard]] std::optional<DayInterval> century(int ordinal) noexcept;                // the 19th: 1801 to 1900; from 1
/// Whole months, both ends included: (2025, 1) to (2025, 4) is January to April. Nothing where `last` is earlier.
[[nodiscard]] std::optional<DayInterval> months_of(int first_year, int first_month, int last_year, int last_month) noexcept;

}  // namespace attest

// Units of the calendar and arithmetic in them: the week that holds a day, the quarter before it, the first four months
// of a year, the twelve years up to a day.
//
//   CalendarPeriod day = day_period(*parse_iso_date("2025-06-17"));
//   CalendarPeriod last_week = *shifted_unit(day, CalendarUnit::kWeek, -1);   // 2025-W24
//   timex_of(last_week);                                                       // "2025-W24"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "value/calendar.h"

namespace attest {

enum class CalendarUnit : std::uint8_t { kDay, kWeekend, kWeek, kMonth, kSeason, kQuarter, kHalf, kYear, kDecade, kCentury };

/// The unit of a name as rules write it: day, weekend, week, month, season, quarter, half, year, decade, century.
[[nodiscard]] std::optional<CalendarUnit> calendar_unit_named(std::string_view name) noexcept;
[[nodiscard]] std::string_view name_of(CalendarUnit unit) noexcept;

/// Days with the unit in which they were named. `unit` is what the interval is one of, or what a longer one is counted in:
/// January to April 2025 is in months.
struct CalendarPeriod {
  DayInterval interval;
  CalendarUnit unit = CalendarUnit::kDay;

  friend constexpr bool operator==(const CalendarPeriod&, const CalendarPeriod&) = default;
};

[[nodiscard]] CalendarPeriod day_period(Day day) noexcept;
/// The unit that holds a day. Seasons and weekends: the one that holds it, or the next one that begins (a Wednesday is
/// followed by its week's Saturday and Sunday). Nothing outside the years of Day.
[[nodiscard]] std::optional<CalendarPeriod> unit_holding(Day day, CalendarUnit unit) noexcept;
/// `count` units after (before, if negative) the unit that holds the period's first day.
[[nodiscard]] std::optional<CalendarPeriod> shifted_unit(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept;
/// The period itself, moved by so many units, in its own unit and length: the third quarter of 1989 and a year less is the
/// third quarter of 1988. What is counted in months or longer keeps to whole months.
[[nodiscard]] std::optional<CalendarPeriod> moved(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept;

/// The first (or, where `count` is negative, the last) units of a period: the first four months of 2025. Weeks are those
/// whose Thursday lies in the period (ISO 8601's rule for years, carried over to months); several weeks of a month are
/// counted in days from its first, or to its last.
[[nodiscard]] std::optional<CalendarPeriod> part_of(const CalendarPeriod& period, CalendarUnit unit, int count) noexcept;
/// The unit with that number in the period, from 1, or from its end (-1 is the last): the second week of June.
[[nodiscard]] std::optional<CalendarPeriod> numbered_unit(const CalendarPeriod& period, CalendarUnit unit, int number) noexcept;

/// `count` units of time that end with (but do not hold) `day`; with a negative count, that begin on the day after it, as
/// in "the next three days". Units from months up keep the day of the month. One quarter up to a day is the calendar's
/// where that ends in the same week ("the quarter ended Sept. 29").
[[nodiscard]] std::optional<CalendarPeriod> stretch_to(Day day, CalendarUnit unit, int count) noexcept;
[[nodiscard]] std::optional<CalendarPeriod> stretch_from(Day day, CalendarUnit unit, int count) noexcept;

/// From the first day of one period to the last of another, in the finer of their units. Nothing where they are in the
/// wrong order.
[[nodiscard]] std::optional<CalendarPeriod> joined(const CalendarPeriod& first, const CalendarPeriod& last) noexcept;

/// The period as TempEval writes TIMEX3 values: "2024", "2024-06", "2024-06-18", "2024-W23", "2024-W23-WE", "2024-Q1",
/// "2024-H1", "2024-SU", "199X" (a decade), "18XX" (the 19th century). Several units are "first/last", each in the unit.
[[nodiscard]] std::string timex_of(const CalendarPeriod& period);

}  // namespace attest

// Days that a TIMEX3 value stands for (ISO-TimeML, ISO 24617-1; TempEval's spelling of it).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "value/calendar_unit.h"

namespace attest {

/// The period of a value that names calendar days: "2024", "2024-06", "2024-06-18", "2024-Q1", "2024-H1", "2024-W23", "2024-W23-WE",
/// "2024-SU", "199" or "199X" (a decade), "18" or "18XX" (a century), and "A/B", from the first day of A to the last of B. A time of
/// day after it ("T15:30", "TMO") is passed over. Nothing for durations, sets, references without a date, and days that do not exist.
[[nodiscard]] std::optional<CalendarPeriod> period_of_timex(std::string_view timex) noexcept;

/// Its days.
[[nodiscard]] std::optional<DayInterval> interval_of_timex(std::string_view timex) noexcept;

/// How TIMEX3 writes a season: "WI", "SP", "SU", "FA"; and the season that is written so, nothing for other texts.
[[nodiscard]] std::string_view season_code(Season season) noexcept;
[[nodiscard]] std::optional<Season> season_of_code(std::string_view code) noexcept;

/// A number as it stands in values for months, days, weeks, hours and minutes: "06". Its last two digits.
[[nodiscard]] std::string two_digits(int number);

/// A length of time: ("P", "10", "D") is P10D. A year and a half is P18M, an hour and a half PT1H30M, a minute and a half PT1M30S.
[[nodiscard]] std::string timex_of_length(std::string_view prefix, std::string_view count, std::string_view unit);

/// A clock time as TIMEX3 writes it, from its text ("3", "3:30", "3.30", "1530"): "T03:30". `half` is 0 for a.m. and 12 for p.m., where
/// it is written. Nothing for what is no time of day. Midnight at the end of a day is "T24:00".
[[nodiscard]] std::optional<std::string> timex_of_clock(std::string_view text, std::optional<int> half);

}  // namespace attest

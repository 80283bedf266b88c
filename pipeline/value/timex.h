// Days that a TIMEX3 value stands for (ISO-TimeML, ISO 24617-1; TempEval's spelling of it).
#pragma once

#include <optional>
#include <string_view>

#include "value/calendar.h"

namespace attest {

/// The interval of a value that names calendar days: "2024", "2024-06", "2024-06-18", "2024-Q1", "2024-H1", "2024-W23", "199" or
/// "199X" (a decade), "18" or "18XX" (a century), and "A/B", from the first day of A to the last of B. Nothing for
/// durations, sets, references without a date, and days that do not exist.
[[nodiscard]] std::optional<DayInterval> interval_of_timex(std::string_view timex) noexcept;

}  // namespace attest

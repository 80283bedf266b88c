// Dates without a year, a month or a week: "June 16", "the 18th", "Friday". Of the nearest ones the tense decides.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "resolve/date_steps.h"
#include "resolve/tense.h"

namespace attest {

/// What the steps of an open template leave open: the week for weekdays and weekends, the month for days of a month, else the year.
[[nodiscard]] CalendarUnit open_unit(std::span<const DateStep> steps) noexcept;

/// The candidate that fits best: for the past the last one that has begun, for the future the first that has not ended, else the one
/// that lies nearest, the past before the future. Candidates are in order of time; empty ones are passed over.
[[nodiscard]] std::optional<CalendarPeriod> best_fit(std::span<const std::optional<CalendarPeriod>> candidates, Day published, Tense tense,
                                                     CalendarUnit open) noexcept;

}  // namespace attest

// Dates of what a figure is compared with: "than a year earlier", "compared to 2020".
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// "a year earlier", "year-ago".
[[nodiscard]] bool is_year_before(const PeriodView& view, const MentionAt& date);

/// "a week earlier", "a week ago".
[[nodiscard]] bool is_week_before(const PeriodView& view, const MentionAt& date);

/// "a year earlier", "the previous year", "the same period": a time by what lies before another.
[[nodiscard]] bool names_time_before(const PeriodView& view, const MentionAt& date);

/// "nearly the same as in 2023", "than a year earlier": behind the figure, the date of what it is compared with.
[[nodiscard]] bool is_compared(const PeriodView& view, const MentionAt& date);

/// "Compared to 2020, exports rose", "tripled compared to the same period last year, reaching 34,600": anywhere.
[[nodiscard]] bool follows_comparison(const PeriodView& view, const MentionAt& date);

/// "slipped 0.3% in July from June and was [2.2%] lower": before the figure; June is what July is compared with.
[[nodiscard]] bool compares_before(const PeriodView& view, const MentionAt& date);

}  // namespace attest::period

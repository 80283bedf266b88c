// From a date to the interval that it stands for beside a figure: "the three months to June", "the same month of 2024", "since 2013".
#pragma once

#include <optional>

#include "fact/period/period_view.h"

namespace attest::period {

/// "within five years", counted from the day of publication; nothing for other dates.
[[nodiscard]] std::optional<Period> within(const PeriodView& view, const MentionAt& date);

/// "from January through June" is a stretch of time, "up from July" a comparison.
[[nodiscard]] bool is_range(const PeriodView& view, const MentionAt& date);

/// "have fled since fighting broke out in April 2023", "since the start of the war in April 2023": from then on.
[[nodiscard]] bool is_since_event(const PeriodView& view, const MentionAt& date);

/// When a figure holds that this date tells of.
[[nodiscard]] Period period_of(const PeriodView& view, const MentionAt& date);

}  // namespace attest::period

// Parts of a year that are no dates by themselves.
#pragma once

#include <optional>

#include "fact/period/period_view.h"

namespace attest::period {

/// "handled [3 million tonnes] in the first half", "is up [40%] year to date"; nothing where no such words stand near, and for counts:
/// goals fall in halves, too.
[[nodiscard]] std::optional<Period> unnamed_stretch(const PeriodView& view);

/// "in the second [quarter] [$430 million]", "after [9.4 percent] in the first": a part of the year that was named before.
[[nodiscard]] std::optional<Period> numbered_part(const PeriodView& view);

}  // namespace attest::period

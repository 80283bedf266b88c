// Levels at the two ends of some years.
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// "fell by 71% between 2000 and 2011, from [542,000] to [158,000]": of the first year and of the last. `reading` is what `date` says, or
/// the context where that is null; it is given back where it holds for all of the years.
[[nodiscard]] PeriodReading at_end_of_range(const PeriodView& view, PeriodReading reading, const MentionAt* date);

}  // namespace attest::period

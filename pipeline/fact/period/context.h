// The period of a figure that no date of its sentence tells of.
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// From the figures before in the sentence, else from the text before.
[[nodiscard]] PeriodReading inherited(const PeriodView& view);

}  // namespace attest::period

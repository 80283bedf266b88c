// Figures that tell how a thing grew, by a verb or a noun of change.
//
//   auto reading = growth(figure);  // "grew by [13%]", "an increase of [39 percent]", "a [5 percent] rise in exports"
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "grew by 13%", "an increase of 39 percent", "a 5 percent rise in exports".
[[nodiscard]] std::optional<MeasureReading> growth(const FigureView& figure);

}  // namespace attest::measure

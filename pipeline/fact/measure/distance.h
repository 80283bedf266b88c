// How far off something is: "3 km from the town", "40 km (25 miles) east of Zlin".
//
//   auto reading = distance(figure);  // transport.distance
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "[3 km] from the town", "[40 km] (25 miles) east of Zlin".
[[nodiscard]] std::optional<MeasureReading> distance(const FigureView& figure);

}  // namespace attest::measure

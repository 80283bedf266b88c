// Figures that tell a place in a row.
//
//   auto reading = rank(figure);  // "the [second]-largest buyer of tea": rank among its buyers
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "the [second]-largest buyer", "came [third]": which place among whom.
[[nodiscard]] std::optional<MeasureReading> rank(const FigureView& figure);

}  // namespace attest::measure

// Prices that go unnamed: "palladium lost $9", "Brent crude closed at $70.58", "$470 a tonne".
//
//   auto reading = price_of_thing(figure);  // "palladium lost [$9]": growth of its price
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "palladium lost [$9]", "Brent crude closed at [$70.58]".
[[nodiscard]] std::optional<MeasureReading> price_of_thing(const FigureView& figure);

/// "at about $470 a tonne": money a unit of weight or volume is a price, whatever else the clause tells of.
[[nodiscard]] std::optional<MeasureReading> price_by_unit(const FigureView& figure);

}  // namespace attest::measure

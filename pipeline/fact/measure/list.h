// Figures in rows: as many as measures, or each with its own words and the verb of the first.
//
//   auto reading = one_of_list(figure);  // "Net sales, profit and volume rose 4.2%, [7%] and 3.3%": growth of profit
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "Net sales, profit and volume rose 4.2%, [7%] and 3.3%": as many measures as figures.
[[nodiscard]] std::optional<MeasureReading> one_of_list(const FigureView& figure);

/// "Exports rose 5% to $3 billion and imports [8%] to $2 billion", "the base rate was cut to 5% and the deposit rate to [4%]": the verb
/// is left out, what the figure measures stands before it.
[[nodiscard]] std::optional<MeasureReading> next_without_verb(const FigureView& figure);

}  // namespace attest::measure

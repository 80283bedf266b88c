// Figures that a label stands before, in lists of facts: "Exports: $81.6 billion", "- Inflation – 8.6%".
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// The measure that the words before a colon or dash name, where these are no clause and nothing but hedges stands behind them:
/// "GDP growth: [4.8%]"; "Exports: up [8.1%]" is how much they grew.
[[nodiscard]] std::optional<MeasureReading> labelled(const FigureView& figure);

/// The same of names behind the label: "Main trading partners: Peru ([$4.4 billion]), Chad ($3.6 billion)", "Top buyers: Peru – [5
/// billion]".
[[nodiscard]] std::optional<MeasureReading> labelled_partner(const FigureView& figure);

/// The same of goods and years behind the label, each with its own figure: "Exports to China: oil [$5 billion], tea $3 billion", "Trade by
/// year: 2020 – [$15 billion]; 2021 – $18 billion".
[[nodiscard]] std::optional<MeasureReading> labelled_row(const FigureView& figure);

}  // namespace attest::measure

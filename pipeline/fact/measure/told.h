// Figures that go on with what the document told of before: a product's exports, a partner's share of trade.
//
//   auto reading = inherited(figure);  // "Exports reached $5 billion, up from [$4 billion] the year before": exports
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "[Another 15] are being built", "[Eight more] are planned", "Of them, [20] are finished": more of what the sentence before counted.
[[nodiscard]] std::optional<MeasureReading> counted_on(const FigureView& figure);

/// "while Peru's statistics put it at $30 billion", "puts the figure at 5%": what was told of last.
[[nodiscard]] std::optional<MeasureReading> put_at(const FigureView& figure);

/// "China remained the largest buyer, taking $1.5 billion", "yarn was the main product with $780 million".
[[nodiscard]] std::optional<MeasureReading> partner_in_trade(const FigureView& figure);

/// "Fabrics added $560 million", "dairy products brought in $430 million": a product's part of what the text is telling of.
[[nodiscard]] std::optional<MeasureReading> contribution(const FigureView& figure);

/// "…, up from $4.44 billion the year before": no words of its own.
[[nodiscard]] std::optional<MeasureReading> inherited(const FigureView& figure);

}  // namespace attest::measure

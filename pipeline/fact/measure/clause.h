// Figures that belong to their clause: what its subject names is what they measure.
//
//   auto reading = subject(figure);  // "Trade turnover between the two countries reached [$8.57 billion]"
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "At [$11.2 billion], quarterly revenues were up": of the subject behind the comma.
[[nodiscard]] std::optional<MeasureReading> opening_amount(const FigureView& figure);

/// "Trade turnover between the two countries reached $8.57 billion".
[[nodiscard]] std::optional<MeasureReading> subject(const FigureView& figure);

/// "The price of a [100 gram] jar was cut to [£1.55]": the subject holds a figure itself.
[[nodiscard]] std::optional<MeasureReading> subject_over_figure(const FigureView& figure);

/// Nothing nearer: what the sentence begins with.
[[nodiscard]] std::optional<MeasureReading> opening_subject(const FigureView& figure);

}  // namespace attest::measure

// Figures that belong to a noun next to them: its attribute, or what "of" joins to them.
//
//   auto reading = attribute(figure);  // "a [$7.3 billion] high-speed railway": project.value
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "a 6.5-magnitude quake", "a quake measured as magnitude-6.1": how strong it was.
[[nodiscard]] std::optional<MeasureReading> strength(const FigureView& figure);

/// "an earthquake of magnitude 6.4": a number that its noun stands before.
[[nodiscard]] std::optional<MeasureReading> noun_before(const FigureView& figure);

/// "a $7.3 billion high-speed railway", "a 49 percent stake".
[[nodiscard]] std::optional<MeasureReading> attribute(const FigureView& figure);

/// "$43.82 billion in bilateral trade", "$8.2 billion worth of direct investment".
[[nodiscard]] std::optional<MeasureReading> of_phrase_behind(const FigureView& figure);

/// "a price tag of more than $310 million".
[[nodiscard]] std::optional<MeasureReading> of_phrase_before(const FigureView& figure);

/// "a loan of $98 million to Albania": what completes the measure stands behind the figure.
void extend_behind(const FigureView& figure, MeasureReading& reading);

}  // namespace attest::measure

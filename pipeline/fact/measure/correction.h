// What the unit of a figure and the words farther off correct in the reading that a pattern found: a percentage of exports is a share of
// them, money a share is earnings, a deficit where trade is spoken of is that of trade.
//
//   auto reading = subject(figure);   // "Its trade with Peru showed a deficit of [$2 billion]": balance.deficit
//   correct(figure, *reading);        // trade.deficit
#pragma once

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// Tries every correction on the reading of the figure, in order. `reading.quantity` must be set.
void correct(const FigureView& figure, MeasureReading& reading);

}  // namespace attest::measure

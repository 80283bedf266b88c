// Figures that are parts of something: percentages and ratios of a whole, and counts of those told of.
//
//   auto reading = share(figure);  // "[15.5%] of Kazakhstan's total exports": trade.share_of_exports
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "15.5% of Kazakhstan's total exports", "half of that amount".
[[nodiscard]] std::optional<MeasureReading> share(const FigureView& figure);

/// "Chad ([64%]) and Peru (33%) accounted for the largest share of trade".
[[nodiscard]] std::optional<MeasureReading> share_before_verb(const FigureView& figure);

/// Of what it is a share: what stands before the word ("trade share"), behind "of", or what was told of before.
[[nodiscard]] std::optional<MeasureReading> share_noun(const FigureView& figure);

/// "China's share in global GDP": what the head of a table's row or column says is a share; nothing where it speaks of none.
[[nodiscard]] std::optional<MeasureReading> share_in_heading(const FactSentence& sentence);

/// "57% favor a pathway", "is only 27 per cent funded": the share of which that is said.
[[nodiscard]] std::optional<MeasureReading> share_who(const FigureView& figure);

/// "China accounts for nearly half": of what was told of before.
[[nodiscard]] std::optional<MeasureReading> share_of_subject(const FigureView& figure);

/// "21,400 households, of which 38 percent", "147 drones, 97 of them": part of what was told of before.
[[nodiscard]] std::optional<MeasureReading> part_of_those(const FigureView& figure);

}  // namespace attest::measure

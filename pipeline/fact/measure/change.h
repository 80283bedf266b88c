// Figures that tell how a thing differs from what it was, item by item or compared.
//
//   auto reading = difference(figure);  // "exports were [5%] higher than in 2023": growth of exports
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "48 percent more than in 2023", "22 cents above last Friday": the difference from what it is compared with.
[[nodiscard]] std::optional<MeasureReading> difference(const FigureView& figure);

/// "cut its deposit rate to [3.5%]", "wants to increase efficiency from [20%] to 24%": what is moved stands behind its verb.
[[nodiscard]] std::optional<MeasureReading> object_moved(const FigureView& figure);

/// "3.9 million tons (-8.1%)", "$5 billion (+3%)": a percentage with its sign, in brackets behind the level that changed.
[[nodiscard]] std::optional<MeasureReading> signed_change(const FigureView& figure);

/// "$5 billion (growth rate – [14.3%])", "$5 billion, the decline made [3.5%]": what the figure before it tells of changed by so much.
[[nodiscard]] std::optional<MeasureReading> named_change(const FigureView& figure);

/// "by $870 million or [17.2 percent]", "growth of 5 percent, or [$3 million]": one change in two ways.
[[nodiscard]] std::optional<MeasureReading> other_words(const FigureView& figure);

/// "bought [45%] more plastics", "[45%] more plastics were imported": by how much that has grown.
[[nodiscard]] std::optional<MeasureReading> more_of_thing(const FigureView& figure);

/// "raised imports of glass by 5%, by [8%] of steel", "exports of fruit by 5%, ore – [8%]": what grew is told of before, and each part of
/// it has its own figure.
[[nodiscard]] std::optional<MeasureReading> change_of_listed(const FigureView& figure);

/// "offered a loan of $1.5 billion at 8.25 percent": the interest on it.
[[nodiscard]] std::optional<MeasureReading> interest(const FigureView& figure);

/// "wiping $2.3 billion off its market value", "added $5 million to the wage bill".
[[nodiscard]] std::optional<MeasureReading> added_to(const FigureView& figure);

/// "28.9 percent of its trade, up [1.6 percentage points]": of the share.
[[nodiscard]] std::optional<MeasureReading> change_of_share(const FigureView& figure);

}  // namespace attest::measure

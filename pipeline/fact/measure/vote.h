// What parties and candidates get at elections and in polls: percentages that name no measure of their own.
//
//   auto reading = vote_share(figure);  // "Ana Lopes won [53.4%]": politics.votes
#pragma once

#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "Ana Lopes won [53.4%], ahead of …": of the vote, where votes are told of.
[[nodiscard]] std::optional<MeasureReading> vote_share(const FigureView& figure);

}  // namespace attest::measure

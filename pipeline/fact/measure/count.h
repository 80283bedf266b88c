// Figures that count: what is counted, and what was done to those.
//
//   auto reading = counted(figure);  // "[58] new commercial agreements": agreements.count
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "58 new commercial agreements".
[[nodiscard]] std::optional<MeasureReading> counted(const FigureView& figure);

/// "Some [37 million] were from Chad; [2 million] from Peru", where visitors are told of: as many of them.
[[nodiscard]] std::optional<MeasureReading> came_from(const FigureView& figure);

/// "38 of its 212 shops": what the next figure counts.
[[nodiscard]] std::optional<MeasureReading> part_of_counted(const FigureView& figure);

/// What is counted, its head in base form: "people killed" are of "person".
[[nodiscard]] MeasureReading count_of(const FigureView& figure, TokenRange phrase, std::string_view noun);

/// "1,200 houses were [damaged]": what was done to those counted; "" for nothing.
[[nodiscard]] std::string participle_behind(const FigureView& figure, std::uint32_t token);

}  // namespace attest::measure

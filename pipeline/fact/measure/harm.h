// What was done to people who are counted: "18,800 people have been killed", "[20] missing".
//
//   if (const auto harm = harm_behind(figure, end, end)) return count_with(std::move(counted), *harm);  // "person killed"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// What was done to people, and the word that says it.
struct Harm {
  std::string_view id;  ///< Of the lists: "conflict.deaths".
  std::string word;     ///< "killed"; "" where it goes without saying.
};

/// "67 dead, [20] missing", "[116] more still unaccounted for", "[two million] are homeless": people, though the noun is left out.
[[nodiscard]] std::optional<MeasureReading> people_elided(const FigureView& figure);

/// "the killing of [15] villagers and the injuring of [13] others": what was done to them stands before; none for nothing.
[[nodiscard]] std::optional<Harm> harm_before(const FigureView& figure);

/// "18,800 people have been [killed]", "2 million people displaced by the war", "181 others are [missing]", "1,300 people are reported
/// [injured]": what was done to those counted.
[[nodiscard]] std::optional<Harm> harm_behind(const FigureView& figure, std::uint32_t complement, std::uint32_t phrase);

/// "killed 12 civilians, including [3] children, and [4] soldiers": those whom commas and "and" join to the ones harmed before.
[[nodiscard]] std::optional<Harm> harm_of_group(const FigureView& figure, TokenRange phrase);

/// The count of those to whom that was done: "person injured".
[[nodiscard]] MeasureReading count_with(MeasureReading counted, const Harm& harm);

/// Those counted, where their noun is left out: "12 were injured".
[[nodiscard]] MeasureReading people();

}  // namespace attest::measure

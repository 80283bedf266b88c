// Figures that share the date behind the last of them.
#pragma once

#include <cstdint>

#include "fact/period/period_view.h"

namespace attest::period {

// Tokens between a figure and the date behind it,
inline constexpr std::uint32_t kReachBehind = 12;
// of "new trade agreements",
inline constexpr std::uint32_t kLongestCounted = 4;
// and between the last figure of a list and the date of all of it.
inline constexpr std::uint32_t kReachOfList = 9;

/// "rose 5% to $3 billion (€2.8 billion) in June": the number of the figure that ends what the view's begins; the level after the growth,
/// and what converts a figure, have its date.
[[nodiscard]] std::size_t last_of_group(const PeriodView& view);

}  // namespace attest::period

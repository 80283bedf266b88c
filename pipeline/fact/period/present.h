// What is told of now, whatever was told of before.
#pragma once

#include <cstddef>

#include "fact/period/period_view.h"

namespace attest::period {

/// The words before the figure are in the present, and do not point back: "the plant employs [500]".
[[nodiscard]] bool tells_of_now(const PeriodView& view);

/// Some verb of the clause is in the present, before the figure or behind it.
[[nodiscard]] bool is_in_present_clause(const PeriodView& view);

/// "bought it in 2022 and now has [32,000 employees]": now, while figure number `earlier` tells of another time.
[[nodiscard]] bool is_now_since(const PeriodView& view, std::size_t earlier);

}  // namespace attest::period

// How precise a writer was: half a unit in the last place that the writer stated. The policy is that of the
// annotation guide (figures, "rounding"); fractions, ratios in words and vague amounts have no rounding, so the
// caller does not ask for them.
#pragma once

#include <cstdint>
#include <optional>

#include "value/decimal.h"

namespace attest {

/// What the trailing zeros of a whole number without a scale word mean.
enum class Precision : std::uint8_t {
  kAmount,   ///< Money and measures: they do not count, "$50,000" has 5000, "1,500 km" has 50.
  kCount,    ///< The same from 1,000 on ("50,000 jobs" 5000, "1,000" 500); below, a count is exact ("200" 0).
  kPercent,  ///< They count: "90%" has 0.5.
  kExact,    ///< Ranks and the like are exact: 0.
};

/// Half a unit in the last written digit, in units of `written * factor`.
///   written     the numeral as written; its exponent is the place of its last digit
///   factor      what one unit of the numeral is worth: 10^9 for "billion", 0.01 for "cents" in dollars, else 1
///   scale_word  whether the writer used a scale word: then trailing zeros count ("$100 billion" has 0.5e9)
///   precision   what trailing zeros mean where no scale word and no decimal part is written
/// "$43.82 billion" 5e6, "$1.20" 0.005, "15.5%" 0.05, "50,000 jobs" 5000, "36%" 0.5. Nothing past Decimal's limits.
[[nodiscard]] std::optional<Decimal> stated_rounding(const Decimal& written, const Decimal& factor, bool scale_word,
                                                     Precision precision) noexcept;

}  // namespace attest

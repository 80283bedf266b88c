#include "value/rounding.h"

namespace attest {
namespace {

// The place of the last digit that tells something.
std::int32_t stated_place(const Decimal& written, bool scale_word, Precision precision) noexcept {
  const bool every_digit_counts = scale_word || written.exponent() < 0 || written.is_zero() || precision == Precision::kPercent;
  return every_digit_counts ? written.exponent() : written.normalised().exponent();
}

}  // namespace

std::optional<Decimal> stated_rounding(const Decimal& written, const Decimal& factor, bool scale_word, Precision precision) noexcept {
  if (precision == Precision::kExact) return Decimal(0);
  constexpr std::int64_t kFirstRoundCount = 1000;
  const bool small = written < Decimal(kFirstRoundCount) && Decimal(-kFirstRoundCount) < written;
  if (precision == Precision::kCount && !scale_word && written.exponent() >= 0 && small) return Decimal(0);
  const auto half_unit = Decimal(5).scaled(stated_place(written, scale_word, precision) - 1);
  if (!half_unit) return std::nullopt;
  return multiply(*half_unit, factor);
}

}  // namespace attest

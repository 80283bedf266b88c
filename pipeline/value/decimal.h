// Exact decimal numbers: an integer mantissa and a power of ten. Figures stay exact from the text to the
// store; binary floating point appears only where SQL wants a REAL beside the exact text.
//
//   Decimal value = *Decimal::parse("43.8");            // mantissa 438, exponent -1
//   Decimal dollars = *multiply(value, Decimal(1'000'000'000));
//   dollars.to_string() == "43800000000"
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest {

__extension__ typedef __int128 Int128;  // NOLINT(modernize-use-using): `using` takes no __extension__

/// mantissa * 10^exponent. Not normalised: 43.80 keeps its exponent -2, since a writer's last digit is a fact of
/// the text. Comparison is by value, so 43.80 == 43.8. Magnitudes are limited to 10^37 and exponents to
/// [-kMaxExponent, kMaxExponent]; operations that would pass a limit return nothing instead of a wrong number.
/// The constructor takes mantissa and exponent as they are: keeping the limits there is the caller's part.
class Decimal {
 public:
  static constexpr std::int32_t kMaxExponent = 400;

  constexpr Decimal() = default;
  constexpr Decimal(std::int64_t integer) : mantissa_(integer) {}  // NOLINT(google-explicit-constructor)
  constexpr Decimal(Int128 mantissa, std::int32_t exponent) : mantissa_(mantissa), exponent_(exponent) {}

  /// Reads `[-+]?digits[.digits]([eE][-+]?digits)?` and nothing else (no grouping, no spaces).
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text) noexcept;

  [[nodiscard]] constexpr Int128 mantissa() const noexcept { return mantissa_; }
  [[nodiscard]] constexpr std::int32_t exponent() const noexcept { return exponent_; }
  [[nodiscard]] constexpr bool is_zero() const noexcept { return mantissa_ == 0; }
  [[nodiscard]] constexpr bool is_negative() const noexcept { return mantissa_ < 0; }
  /// True where the value is a whole number, however it is written ("3.0" is).
  [[nodiscard]] bool is_integer() const noexcept;

  /// The same value without trailing zeros in the mantissa (zero has exponent 0).
  [[nodiscard]] Decimal normalised() const noexcept;
  [[nodiscard]] constexpr Decimal negated() const noexcept { return {-mantissa_, exponent_}; }
  /// The value times 10^power; exact. Nothing past the exponent limit.
  [[nodiscard]] std::optional<Decimal> scaled(std::int32_t power) const noexcept;

  /// Plain notation without an exponent, trailing zeros after the point dropped: "43800000000", "-0.5", "0".
  [[nodiscard]] std::string to_string() const;
  /// The same, appended to `out` without a temporary.
  void append_to(std::string& out) const;
  /// The nearest double.
  [[nodiscard]] double to_double() const noexcept;

  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;
  friend bool operator==(const Decimal& a, const Decimal& b) noexcept { return (a <=> b) == 0; }

 private:
  Int128 mantissa_ = 0;
  std::int32_t exponent_ = 0;
};

[[nodiscard]] std::optional<Decimal> add(const Decimal& a, const Decimal& b) noexcept;
[[nodiscard]] std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) noexcept;
[[nodiscard]] std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) noexcept;
/// The quotient, exact where it ends within `digits` significant digits, else rounded half-even to that many.
/// Nothing for a division by zero.
[[nodiscard]] std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits = 15) noexcept;
/// `base` times itself, `exponent` times; negative exponents give the quotient of 1, rounded as `divide` does.
[[nodiscard]] std::optional<Decimal> power_of(const Decimal& base, int exponent) noexcept;

}  // namespace attest

// The values of annotation fields: nothing, an exact decimal, or text.
#pragma once

#include <string>
#include <string_view>

#include "value/decimal.h"

namespace attest {

/// Text is a view into the document, a rule or a list; values made during a match live in the match arena. 32 bytes, since a
/// document has a dozen of them for each number: decimal and text share their place.
class Value {
 public:
  enum class Kind : unsigned char { kNull, kDecimal, kText };

  constexpr Value() : mantissa_(0) {}
  constexpr Value(const Decimal& decimal)  // NOLINT(google-explicit-constructor)
      : mantissa_(decimal.mantissa()), exponent_(decimal.exponent()), kind_(Kind::kDecimal) {}
  // NOLINTNEXTLINE(google-explicit-constructor,cppcoreguidelines-pro-type-member-init): the union holds the text
  constexpr Value(std::string_view text) : text_(text), kind_(Kind::kText) {}

  [[nodiscard]] constexpr Kind kind() const noexcept { return kind_; }
  [[nodiscard]] constexpr bool is_null() const noexcept { return kind_ == Kind::kNull; }
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return kind_ == Kind::kDecimal; }
  [[nodiscard]] constexpr bool is_text() const noexcept { return kind_ == Kind::kText; }
  /// The decimal; zero unless is_decimal().
  [[nodiscard]] constexpr Decimal decimal() const noexcept { return is_decimal() ? Decimal(mantissa_, exponent_) : Decimal(); }
  /// The text; empty unless is_text().
  [[nodiscard]] constexpr std::string_view text() const noexcept { return is_text() ? text_ : std::string_view(); }

 private:
  union {
    Int128 mantissa_;
    std::string_view text_;
  };
  std::int32_t exponent_ = 0;
  Kind kind_ = Kind::kNull;
};
static_assert(sizeof(Value) == 32);

/// As examples and `explain` print it: the decimal in plain notation, the text, or "-" for nothing.
[[nodiscard]] std::string to_string(const Value& value);

}  // namespace attest

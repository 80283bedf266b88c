// The values of annotation fields: nothing, an exact decimal, or text.
#pragma once

#include <string>
#include <string_view>

#include "value/decimal.h"

namespace attest {

/// Text is a view into the document, a rule or a list; values made during a match live in the match arena.
class Value {
 public:
  enum class Kind : unsigned char { kNull, kDecimal, kText };

  constexpr Value() = default;
  constexpr Value(const Decimal& decimal) : decimal_(decimal), kind_(Kind::kDecimal) {}  // NOLINT(google-explicit-constructor)
  constexpr Value(std::string_view text) : text_(text), kind_(Kind::kText) {}            // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr Kind kind() const noexcept { return kind_; }
  [[nodiscard]] constexpr bool is_null() const noexcept { return kind_ == Kind::kNull; }
  [[nodiscard]] constexpr bool is_decimal() const noexcept { return kind_ == Kind::kDecimal; }
  [[nodiscard]] constexpr bool is_text() const noexcept { return kind_ == Kind::kText; }
  /// The decimal; zero unless is_decimal().
  [[nodiscard]] constexpr const Decimal& decimal() const noexcept { return decimal_; }
  /// The text; empty unless is_text().
  [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }

 private:
  Decimal decimal_;
  std::string_view text_;
  Kind kind_ = Kind::kNull;
};

/// As examples and `explain` print it: the decimal in plain notation, the text, or "-" for nothing.
[[nodiscard]] std::string to_string(const Value& value);

}  // namespace attest

// Numbers in digits, as articles write them: which marks group digits and which one is the decimal sign.
#pragma once

#include <optional>
#include <string_view>

#include "value/decimal.h"

namespace attest {

/// A number as it was written. The value's exponent is the place of the last written digit: "43.80" has -2,
/// "50,000" has 0.
struct Numeral {
  Decimal value;
  bool grouped = false;  ///< Digits were grouped ("1,200"), so it is no year and no identifier.
};

/// Reads one numeral and nothing else: ASCII digits with single separators between groups, or a leading point
/// (".5"). Separators are , . ' U+2019 and the spaces U+0020, U+00A0, U+202F, U+2009. No sign, no exponent.
///
/// English reading first, in this order:
///   one point                decimal sign: "43.8", "1.000" is 1
///   one comma                grouping where three digits follow one to three that do not start with 0
///                            ("1,200"), else decimal sign ("12,5", "0,123", "1,23")
///   several alike            grouping: groups of three ("1,234,567", "1.234.567", "1 234 567", "1'000") or
///                            Indian with commas ("1,00,000")
///   two kinds                the last one is the decimal sign, those before it group ("1,234.5", "1.234,5",
///                            "1 234,5", "12,34,567.89")
/// Nothing for all else ("192.168.1.2", "1.2.3", "1,2,3"), nor past the limits of Decimal.
[[nodiscard]] std::optional<Numeral> parse_numeral(std::string_view token) noexcept;

/// The value of one vulgar fraction character in UTF-8 (½ ⅓ ¾ ...; U+00BC to U+00BE, U+2150 to U+215E, U+2189),
/// to 15 significant digits where it does not end. Nothing for any other text.
[[nodiscard]] std::optional<Decimal> vulgar_fraction(std::string_view character) noexcept;

}  // namespace attest

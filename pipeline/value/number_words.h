// Number words to exact decimals. The words themselves are data of the rule packs: this reads a sequence of kinds
// and values, so the grammar below is all that it knows of English.
//
//   cardinal  twenty-five; one hundred and five; two million three hundred thousand; a hundred; 2.5 million
//   ordinal   third; one hundred twenty-third; two hundredth
//   fraction  half; a third; three quarters; one hundred and thirty fifths; half a million; two thirds of a million
//   mixed     two and a half (million); a million and a half; three million and a quarter
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "value/decimal.h"

namespace attest {

/// What a word does in a number, and what `NumberWord::value` is.
enum class NumberWordKind : std::uint8_t {
  kUnit,         ///< zero to nineteen: 0..19.
  kTen,          ///< twenty to ninety: 20..90.
  kHundred,      ///< hundred: 100.
  kScale,        ///< thousand, million, ..., lakh, crore, dozen: what it multiplies by (1000, 10^5, 12).
  kArticle,      ///< a, an: not read.
  kNumeral,      ///< A number in digits: its value, with the exponent of its last written digit.
  kVulgar,       ///< A vulgar fraction character: its value (0.5 for ½).
  kHalf,         ///< half: 2. The only denominator that may stand without a numerator.
  kDenominator,  ///< halves, quarter(s) and plurals (thirds, fifths, hundredths): the denominator.
  kOrdinal,      ///< first, third, twentieth, hundredth, millionth: 1, 3, 20, 100, 10^6. Also a singular denominator.
  kAnd,          ///< and.
  kOf,           ///< of, in "two thirds of a million".
  kPoint,        ///< point, in "two point five".
  kComma,        ///< A comma between groups: "one million, two hundred thousand".
  kHyphen,       ///< A hyphen that joins two words.
};

struct NumberWord {
  NumberWordKind kind = NumberWordKind::kUnit;
  Decimal value;
};

struct NumberPhrase {
  Decimal value;
  bool ordinal = false;   ///< "third", "one hundred twenty-third".
  bool fraction = false;  ///< Part of one, without a scale: "half", "three quarters"; such a phrase is a ratio.
  /// Place (power of ten) of the last stated digit: 6 for "twenty-five million", 5 for "1.5 million", 0 for "one
  /// hundred and five". Without a scale word trailing zeros do not count: 2 for "one hundred", 1 for "twenty".
  /// Absent where a fraction word takes part, since it states no digit.
  std::optional<std::int32_t> last_place;
};

/// The number that the WHOLE sequence spells. Nothing where it is not one well-formed English number ("twenty
/// twelve", "three and twenty"), where a value passes Decimal's limits, or for more than 96 words.
///
/// Readings where English is ambiguous: "one hundredth" is the ordinal 100, "a hundredth" and "one-hundredth" are
/// 0.01; "one hundred and thirty fifths" is 130/5, "one hundred and two thirds" is 100 2/3 (the part after "and" is
/// less than one); "one hundred thirty fifths" is 100/35; "X million and a half" adds half a million.
/// Inexact quotients are rounded to 15 significant digits.
[[nodiscard]] std::optional<NumberPhrase> parse_number_words(std::span<const NumberWord> words) noexcept;

}  // namespace attest

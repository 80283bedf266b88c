#include "value/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <system_error>

#include "base/ascii.h"

namespace attest {
namespace {

__extension__ typedef unsigned __int128 UInt128;  // NOLINT(modernize-use-using): `using` takes no __extension__

// 10^38 is the largest power of ten below 2^127.
constexpr std::array<UInt128, 39> make_powers() {
  std::array<UInt128, 39> powers{};
  powers[0] = 1;
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr std::array<UInt128, 39> kPowers = make_powers();

constexpr UInt128 power_of_ten(int power) { return kPowers[static_cast<std::size_t>(power)]; }
constexpr int kLimitPower = 37;
constexpr UInt128 kLimit = power_of_ten(kLimitPower);

constexpr UInt128 magnitude(Int128 number) { return number < 0 ? UInt128{0} - static_cast<UInt128>(number) : static_cast<UInt128>(number); }
constexpr Int128 with_sign(UInt128 number, bool negative) { return negative ? -static_cast<Int128>(number) : static_cast<Int128>(number); }

int digit_count(UInt128 number) noexcept {
  return static_cast<int>(std::upper_bound(kPowers.begin(), kPowers.end(), number) - kPowers.begin());
}

bool within_limits(const Decimal& number) noexcept {
  return magnitude(number.mantissa()) <= kLimit && number.exponent() >= -Decimal::kMaxExponent &&
         number.exponent() <= Decimal::kMaxExponent;
}

// The number as it stands where it keeps the limits, else without its trailing zeros, else nothing.
std::optional<Decimal> checked(const Decimal& number) noexcept {
  if (within_limits(number)) return number;
  const Decimal shorter = number.normalised();
  if (within_limits(shorter)) return shorter;
  return std::nullopt;
}

template <typename Integer>
Decimal without_trailing_zeros(Integer mantissa, std::int32_t exponent) noexcept {
  for (; mantissa % 10 == 0; ++exponent) mantissa /= 10;
  return {Int128{mantissa}, exponent};
}

// The mantissa that the same value has at a smaller exponent; nothing past the limit.
std::optional<Int128> mantissa_at(const Decimal& number, std::int32_t exponent) noexcept {
  const std::int32_t shift = number.exponent() - exponent;
  if (number.is_zero()) return Int128{0};
  if (shift > kLimitPower || magnitude(number.mantissa()) > power_of_ten(kLimitPower - shift)) return std::nullopt;
  return number.mantissa() * static_cast<Int128>(power_of_ten(shift));
}

std::optional<Decimal> add_aligned(const Decimal& a, const Decimal& b) noexcept {
  const std::int32_t exponent = std::min(a.exponent(), b.exponent());
  const auto left = mantissa_at(a, exponent);
  const auto right = mantissa_at(b, exponent);
  if (!left || !right) return std::nullopt;
  return checked(Decimal(*left + *right, exponent));
}

std::optional<Decimal> multiply_as_written(const Decimal& a, const Decimal& b) noexcept {
  constexpr UInt128 kMost = static_cast<UInt128>(std::numeric_limits<std::int64_t>::max());
  const UInt128 left = magnitude(a.mantissa());
  const UInt128 right = magnitude(b.mantissa());
  constexpr UInt128 kMostProduct = power_of_ten(38);
  if ((left > kMost || right > kMost) && right != 0 && left > kMostProduct / right) return std::nullopt;
  return checked(Decimal(a.mantissa() * b.mantissa(), a.exponent() + b.exponent()));
}

// Rounds quotient + remainder/divisor (remainder < divisor) half-even to a whole number.
UInt128 rounded(UInt128 quotient, UInt128 remainder, UInt128 divisor) noexcept {
  const UInt128 rest = divisor - remainder;
  const bool up = remainder > rest || (remainder == rest && quotient % 2 == 1);
  return up ? quotient + 1 : quotient;
}

struct Quotient {
  UInt128 digits = 0;
  std::int32_t exponent = 0;
};

// Long division to at most `digits` significant digits.
Quotient long_division(UInt128 dividend, UInt128 divisor, int digits) noexcept {
  UInt128 quotient = dividend / divisor;
  UInt128 remainder = dividend % divisor;
  if (const int surplus = digit_count(quotient) - digits; surplus > 0) {
    const UInt128 unit = power_of_ten(surplus);
    // A remainder of the division itself only breaks ties: it makes an exact half more than a half.
    UInt128 rest = quotient % unit * 2;
    if (remainder != 0) ++rest;
    return {rounded(quotient / unit, rest, unit * 2), surplus};
  }
  std::int32_t exponent = 0;
  for (; remainder != 0 && digit_count(quotient) < digits; --exponent) {
    remainder *= 10;
    quotient = quotient * 10 + remainder / divisor;
    remainder %= divisor;
  }
  return {rounded(quotient, remainder, divisor), exponent};
}

// Digits of a mantissa while they are read. Zeros are held back until another digit follows, so that any number
// of trailing zeros is no overflow.
class DigitReader {
 public:
  bool push(char digit) noexcept {
    if (digit == '0') {
      if (mantissa_ != 0) ++zeros_;
      return true;
    }
    count_ += zeros_ + 1;
    if (count_ > kLimitPower) return false;
    mantissa_ = mantissa_ * power_of_ten(zeros_ + 1) + static_cast<UInt128>(digit - '0');
    zeros_ = 0;
    return true;
  }
  // Writes as many of the trailing zeros as fit into the mantissa; the others stay in the exponent.
  [[nodiscard]] Decimal finish(bool negative, std::int32_t exponent) const noexcept {
    const int fitting = std::min(zeros_, kLimitPower - count_);
    return {with_sign(mantissa_ * power_of_ten(fitting), negative), exponent + zeros_ - fitting};
  }

 private:
  UInt128 mantissa_ = 0;
  int count_ = 0;  // digits of the mantissa
  int zeros_ = 0;
};

// Reads `([eE][-+]?digits)?` up to the text's end.
std::optional<std::int32_t> parse_exponent(std::string_view text) noexcept {
  if (text.empty()) return 0;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  if (text.size() > 1 && text.front() == '+' && is_digit(text[1])) text.remove_prefix(1);
  std::int32_t exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (exponent < -2 * Decimal::kMaxExponent || exponent > 2 * Decimal::kMaxExponent) return std::nullopt;
  return exponent;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) noexcept {
  constexpr std::size_t kMaxLength = 1000;  // keeps every count below in range; the limits allow 838 digits
  if (text.empty() || text.size() > kMaxLength) return std::nullopt;
  const bool negative = text.front() == '-';
  std::size_t at = negative || text.front() == '+' ? 1 : 0;
  DigitReader digits;
  const auto read_digits = [&]() -> std::optional<std::int32_t> {
    const std::size_t begin = at;
    for (; at < text.size() && is_digit(text[at]); ++at) {
      if (!digits.push(text[at])) return std::nullopt;
    }
    if (at == begin) return std::nullopt;
    return static_cast<std::int32_t>(at - begin);
  };
  if (!read_digits()) return std::nullopt;
  std::optional<std::int32_t> decimals = 0;
  if (at < text.size() && text[at] == '.') {
    ++at;
    decimals = read_digits();
  }
  const auto exponent = parse_exponent(text.substr(at));
  if (!decimals || !exponent) return std::nullopt;
  return checked(digits.finish(negative, *exponent - *decimals));
}

bool Decimal::is_integer() const noexcept { return exponent_ >= 0 || normalised().exponent() >= 0; }

Decimal Decimal::normalised() const noexcept {
  if (mantissa_ == 0) return {};
  if (mantissa_ % 10 != 0) return *this;
  // Most mantissas fit a machine word, whose division is several times faster.
  const bool fits_word = magnitude(mantissa_) <= static_cast<UInt128>(std::numeric_limits<std::int64_t>::max());
  return fits_word ? without_trailing_zeros(static_cast<std::int64_t>(mantissa_), exponent_) : without_trailing_zeros(mantissa_, exponent_);
}

std::optional<Decimal> Decimal::scaled(std::int32_t power) const noexcept {
  constexpr std::int32_t kMostPower = 2 * kMaxExponent;  // more cannot lead from one end of the range to the other
  if (mantissa_ == 0 && (power > kMostPower || power < -kMostPower)) return Decimal();
  if (power > kMostPower + kLimitPower || power < -kMostPower - kLimitPower) return std::nullopt;
  return checked(Decimal(mantissa_, exponent_ + power));
}

std::string Decimal::to_string() const {
  std::string text;
  append_to(text);
  return text;
}

void Decimal::append_to(std::string& out) const {
  const Decimal shortest = normalised();
  std::array<char, 40> buffer{};
  std::size_t begin = buffer.size();
  for (UInt128 rest = magnitude(shortest.mantissa_); rest != 0 || begin == buffer.size(); rest /= 10) {
    buffer[--begin] = static_cast<char>('0' + static_cast<int>(rest % 10));
  }
  const std::string_view digits(buffer.data() + begin, buffer.size() - begin);
  if (is_negative()) out.push_back('-');
  if (shortest.exponent_ >= 0) {
    out.append(digits).append(static_cast<std::size_t>(shortest.exponent_), '0');
    return;
  }
  const auto decimals = static_cast<std::size_t>(-shortest.exponent_);
  if (decimals >= digits.size()) {
    out.append("0.").append(decimals - digits.size(), '0').append(digits);
    return;
  }
  out.append(digits.substr(0, digits.size() - decimals)).append(1, '.').append(digits.substr(digits.size() - decimals));
}

double Decimal::to_double() const noexcept {
  constexpr std::int64_t kExactInteger = std::int64_t{1} << 53;  // whole numbers up to here are doubles
  if (exponent_ == 0 && mantissa_ <= kExactInteger && mantissa_ >= -kExactInteger) return static_cast<double>(mantissa_);
  std::array<char, 64> text{};  // sign, 39 digits, 'e', sign and digits of the exponent
  char* at = text.data() + text.size();
  at = std::to_chars(text.data() + 44, at, exponent_).ptr;
  char* const end = at;
  char* begin = text.data() + 44;
  *--begin = 'e';
  for (UInt128 rest = magnitude(mantissa_); rest != 0 || *begin == 'e'; rest /= 10) {
    *--begin = static_cast<char>('0' + static_cast<int>(rest % 10));
  }
  if (mantissa_ < 0) *--begin = '-';
  double value = 0;
  const auto [parsed, error] = std::from_chars(begin, end, value);
  if (error == std::errc::result_out_of_range && exponent_ > 0) {
    value = mantissa_ < 0 ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
  }
  return value;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
  const int sign_a = a.mantissa_ == 0 ? 0 : (a.mantissa_ < 0 ? -1 : 1);
  const int sign_b = b.mantissa_ == 0 ? 0 : (b.mantissa_ < 0 ? -1 : 1);
  if (sign_a != sign_b || sign_a == 0) return sign_a <=> sign_b;
  if (a.exponent_ == b.exponent_) return a.mantissa_ <=> b.mantissa_;
  const auto compare_magnitudes = [](const Decimal& x, const Decimal& y) -> std::strong_ordering {
    const UInt128 left = magnitude(x.mantissa_);
    const UInt128 right = magnitude(y.mantissa_);
    const int left_digits = digit_count(left);
    const int right_digits = digit_count(right);
    if (left_digits + x.exponent_ != right_digits + y.exponent_) {
      return left_digits + x.exponent_ <=> right_digits + y.exponent_;
    }
    // The leading digits stand at the same place: padding the shorter mantissa cannot pass 39 digits.
    if (left_digits < right_digits) return left * power_of_ten(right_digits - left_digits) <=> right;
    return left <=> right * power_of_ten(left_digits - right_digits);
  };
  return sign_a > 0 ? compare_magnitudes(a, b) : compare_magnitudes(b, a);
}

std::optional<Decimal> add(const Decimal& a, const Decimal& b) noexcept {
  if (auto sum = add_aligned(a, b)) return sum;
  if (b.is_zero()) return checked(a);
  if (a.is_zero()) return checked(b);
  return add_aligned(a.normalised(), b.normalised());
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) noexcept { return add(a, b.negated()); }

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) noexcept {
  if (auto written = multiply_as_written(a, b)) return written;
  return multiply_as_written(a.normalised(), b.normalised());
}

std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int digits) noexcept {
  if (b.is_zero()) return std::nullopt;
  const Decimal dividend = a.normalised();
  const Decimal divisor = b.normalised();
  const Quotient quotient =
      long_division(magnitude(dividend.mantissa()), magnitude(divisor.mantissa()), std::clamp(digits, 1, kLimitPower));
  const bool negative = dividend.is_negative() != divisor.is_negative();
  const Decimal written(with_sign(quotient.digits, negative), dividend.exponent() - divisor.exponent() + quotient.exponent);
  return checked(written.normalised());
}

std::optional<Decimal> power_of(const Decimal& base, int exponent) noexcept {
  Decimal product(1);
  for (int i = 0; i < std::abs(exponent); ++i) {
    const auto next = multiply(product, base);
    if (!next) return std::nullopt;
    product = *next;
  }
  return exponent < 0 ? divide(Decimal(1), product) : product;
}

}  // namespace attest

#include "value/numeral.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/ascii.h"

namespace attest {
namespace {

// What stands before a group of digits.
enum class Separator : std::uint8_t { kNone, kComma, kPoint, kApostrophe, kSpace };

struct Group {
  Separator before = Separator::kNone;
  std::string_view digits;
};

struct SeparatorForm {
  std::string_view bytes;
  Separator separator;
};

constexpr SeparatorForm kSeparators[] = {
    {",", Separator::kComma}, {".", Separator::kPoint},      {"'", Separator::kApostrophe}, {"\u2019", Separator::kApostrophe},
    {" ", Separator::kSpace}, {"\u00A0", Separator::kSpace}, {"\u202F", Separator::kSpace}, {"\u2009", Separator::kSpace},
};

std::string_view take_digits(std::string_view& rest) noexcept {
  std::size_t count = 0;
  while (count < rest.size() && is_digit(rest[count])) ++count;
  const std::string_view digits = rest.substr(0, count);
  rest.remove_prefix(count);
  return digits;
}

Separator take_separator(std::string_view& rest) noexcept {
  for (const SeparatorForm& form : kSeparators) {
    if (!rest.starts_with(form.bytes)) continue;
    rest.remove_prefix(form.bytes.size());
    return form.separator;
  }
  return Separator::kNone;
}

// The groups of one numeral; `count` is 0 where the text is not made of digits and single separators.
struct Groups {
  static constexpr std::size_t kMost = 20;  // more than the digits of any Decimal need
  std::array<Group, kMost> items;
  std::size_t count = 0;
};

Groups split(std::string_view text) noexcept {
  Groups groups;
  groups.items[groups.count++].digits = take_digits(text);
  while (!text.empty()) {
    const Separator separator = take_separator(text);
    const std::string_view digits = take_digits(text);
    if (separator == Separator::kNone || digits.empty() || groups.count == Groups::kMost) return {};
    groups.items[groups.count++] = {separator, digits};
  }
  return groups;
}

bool same_separator(std::span<const Group> groups) noexcept {
  for (const Group& group : groups.subspan(1)) {
    if (group.before != groups[1].before) return false;
  }
  return true;
}

// One to three digits, then threes; a number does not start with a zero group.
bool grouped_by_thousands(std::span<const Group> groups) noexcept {
  if (groups[0].digits.empty() || groups[0].digits.size() > 3 || groups[0].digits[0] == '0') return false;
  for (const Group& group : groups.subspan(1)) {
    if (group.digits.size() != 3) return false;
  }
  return same_separator(groups);
}

// Lakh and crore: one or two digits, then twos, at last three.
bool grouped_the_indian_way(std::span<const Group> groups) noexcept {
  if (groups.size() < 3 || groups[1].before != Separator::kComma || !same_separator(groups)) return false;
  if (groups[0].digits.empty() || groups[0].digits.size() > 2 || groups[0].digits[0] == '0') return false;
  for (const Group& group : groups.subspan(1, groups.size() - 2)) {
    if (group.digits.size() != 2) return false;
  }
  return groups.back().digits.size() == 3;
}

bool is_grouping(std::span<const Group> groups) noexcept { return grouped_by_thousands(groups) || grouped_the_indian_way(groups); }

// Whether the last of several groups holds decimals: the sign before it is the only one of its kind.
bool ends_in_decimals(std::span<const Group> groups) noexcept {
  const Separator last = groups.back().before;
  if (groups.size() == 2) {
    if (last == Separator::kPoint) return true;
    // "2023,2024" is a list without its space.
    const bool long_on_both_sides = groups[0].digits.size() > 3 && groups[1].digits.size() > 3;
    return last == Separator::kComma && !groups[0].digits.empty() && !long_on_both_sides && !grouped_by_thousands(groups);
  }
  if (last != Separator::kPoint && last != Separator::kComma) return false;
  return last != groups[1].before && is_grouping(groups.first(groups.size() - 1));
}

std::optional<Numeral> join(std::span<const Group> groups, bool decimals) noexcept {
  std::array<char, 48> text{};  // Decimal holds 37 digits, so more is past its limit
  std::size_t size = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::string_view digits = groups[i].digits.empty() ? std::string_view("0") : groups[i].digits;
    if (size + digits.size() + 1 > text.size()) return std::nullopt;
    if (decimals && i + 1 == groups.size()) text[size++] = '.';
    size += digits.copy(text.data() + size, digits.size());
  }
  const auto value = Decimal::parse({text.data(), size});
  if (!value) return std::nullopt;
  return Numeral{*value, groups.size() > (decimals ? 2U : 1U)};
}

struct Fraction {
  std::string_view character;
  std::int64_t numerator;
  std::int64_t denominator;
};

// Unicode 15, Number Forms and Latin-1 Supplement.
constexpr Fraction kFractions[] = {
    {"\u00BC", 1, 4}, {"\u00BD", 1, 2}, {"\u00BE", 3, 4}, {"\u2150", 1, 7}, {"\u2151", 1, 9}, {"\u2152", 1, 10}, {"\u2153", 1, 3},
    {"\u2154", 2, 3}, {"\u2155", 1, 5}, {"\u2156", 2, 5}, {"\u2157", 3, 5}, {"\u2158", 4, 5}, {"\u2159", 1, 6},  {"\u215A", 5, 6},
    {"\u215B", 1, 8}, {"\u215C", 3, 8}, {"\u215D", 5, 8}, {"\u215E", 7, 8}, {"\u2189", 0, 3},
};

}  // namespace

std::optional<Numeral> parse_numeral(std::string_view token) noexcept {
  const Groups parts = split(token);
  const std::span<const Group> groups(parts.items.data(), parts.count);
  if (groups.empty() || (groups.size() == 1 && groups[0].digits.empty())) return std::nullopt;
  if (groups.size() == 1) return join(groups, false);
  if (ends_in_decimals(groups)) return join(groups, true);
  if (is_grouping(groups)) return join(groups, false);
  return std::nullopt;
}

std::optional<Decimal> vulgar_fraction(std::string_view character) noexcept {
  for (const Fraction& fraction : kFractions) {
    if (fraction.character == character) return divide(fraction.numerator, fraction.denominator);
  }
  return std::nullopt;
}

}  // namespace attest

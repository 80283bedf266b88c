// Letters and digits of ASCII, whatever the locale. Bytes beyond ASCII stay as they are.
//
//   ascii_lower('A')                              // 'a'
//   ascii_lowered("Port of Łódź")                 // "port of Łódź"
//   equal_in_any_case("GAZETTE", "Gazette")       // true
//   is_one_of("And", kJoints)                    // true where kJoints holds "and"
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>

namespace attest {

[[nodiscard]] constexpr bool is_ascii_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

[[nodiscard]] constexpr char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

[[nodiscard]] inline std::string ascii_lowered(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), ascii_lower);
  return lowered;
}

[[nodiscard]] constexpr bool equal_in_any_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

/// Whether a word is one of a few, capitals or not. For closed classes of grammar; longer lists are data.
[[nodiscard]] constexpr bool is_one_of(std::string_view word, std::span<const std::string_view> words) noexcept {
  return std::any_of(words.begin(), words.end(), [word](std::string_view one) { return equal_in_any_case(word, one); });
}

/// True for 0 to 9.
[[nodiscard]] constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace attest

// Capitals and small letters of ASCII, whatever the locale. Bytes beyond ASCII stay as they are.
//
//   ascii_lower('A')                              // 'a'
//   ascii_lowered("Port of Łódź")                 // "port of Łódź"
//   equal_in_any_case("GAZETTE", "Gazette")       // true
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace attest {

[[nodiscard]] constexpr char ascii_lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

[[nodiscard]] inline std::string ascii_lowered(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), ascii_lower);
  return lowered;
}

[[nodiscard]] constexpr bool equal_in_any_case(std::string_view a, std::string_view b) noexcept {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

}  // namespace attest

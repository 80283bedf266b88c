// Text without the white space around it.
//
//   trimmed(" 8.57 billion\n")   // "8.57 billion"
#pragma once

#include <cstddef>
#include <string_view>

namespace attest {

/// `text` without ASCII white space (of HTML: space, tab, line feed, form feed, carriage return) at its ends; a view of it.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
  constexpr std::string_view kSpace = " \t\n\f\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

}  // namespace attest

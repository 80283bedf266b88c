// Lower case for looking up short words in compiled lists, without allocating.
#pragma once

#include <array>
#include <string_view>

namespace attest {

using FoldBuffer = std::array<char, 32>;

/// `word` with ASCII capitals made small and U+2019 made an apostrophe, in `buffer`; empty where it does not fit.
[[nodiscard]] inline std::string_view ascii_fold(std::string_view word, FoldBuffer& buffer) noexcept {
  constexpr std::string_view kTypographicApostropheBytes = "\xE2\x80\x99";
  std::size_t size = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (size == buffer.size()) return {};
    char c = word[i];
    if (word.substr(i, 3) == kTypographicApostropheBytes) {
      c = '\'';
      i += 2;
    }
    buffer[size++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {buffer.data(), size};
}

}  // namespace attest

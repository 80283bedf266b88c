// Enumerators of list items: "1.", "1)", "1.)", "(1)", "a.", "a)", "(a)", "(iv)".
#pragma once

#include <cstdint>

#include "text/sentence_tokens.h"

namespace attest {

enum class EnumeratorStyle : std::uint8_t { kNone, kPoint, kBracket, kPointBracket, kBrackets };

struct Enumerator {
  EnumeratorStyle style = EnumeratorStyle::kNone;
  std::uint32_t tokens = 0;  ///< How many tokens it takes, its marks among them.
  // Its place in the order, by each way to read it; 0 where it cannot be read so ("i" is letter 9 and roman 1).
  std::uint32_t number = 0;
  std::uint32_t letter = 0;
  std::uint32_t roman = 0;
  bool capital = false;

  explicit operator bool() const noexcept { return style != EnumeratorStyle::kNone; }
  /// True where this is the item right after `before` of the same list.
  [[nodiscard]] bool follows(const Enumerator& before) const noexcept;
  /// True of 1, a, A, i, I.
  [[nodiscard]] bool is_first() const noexcept { return number == 1 || letter == 1 || roman == 1; }
};

/// The enumerator that starts at token `at` (before `end`); without style where there is none. Numbers have up to
/// three digits. A single capital with a point ("A.") is left out: it may be an initial.
[[nodiscard]] Enumerator read_enumerator(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end) noexcept;

/// A cheap test that all enumerators pass, and few other tokens.
[[nodiscard]] inline bool may_start_enumerator(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end) noexcept {
  if (tokens.is(at, '(')) return true;
  return tokens[at].end - tokens[at].begin <= 4 && at + 1 < end && tokens.is_mark(at + 1) && tokens.glued(at + 1);
}

}  // namespace attest

// Whether a sentence ends at a full stop, exclamation mark, question mark or ellipsis.
//
// The decision looks at the word before the mark (abbreviation, initial, enumerator), at what closes after it
// (quotation marks, brackets, reference marks) and at the word that follows (capital, number, frequent sentence
// starter). It reads a bounded number of tokens, so splitting a text is linear.
#pragma once

#include <cstdint>

#include "text/sentence_tokens.h"

namespace attest {

/// What has been read of the current sentence. Token indexes.
struct SentenceState {
  std::uint32_t first = 0;      ///< The sentence's first token.
  std::uint32_t block_end = 0;  ///< One past the block's last token.
  std::uint32_t bracket = 0;    ///< The innermost open round bracket, where `brackets` is not 0.
  std::uint32_t brackets = 0;   ///< Open round brackets.
  bool inside_quotes = false;   ///< An odd number of '"' so far in the block.
};

struct Boundary {
  bool ends = false;       ///< The sentence ends before token `next`.
  std::uint32_t next = 0;  ///< The first token after the mark and what belongs to it.
};

/// Decides about token `at`: a terminator, or a word with its own point ("U.S.").
[[nodiscard]] Boundary judge_boundary(const SentenceTokens& tokens, const SentenceState& state, std::uint32_t at) noexcept;

}  // namespace attest

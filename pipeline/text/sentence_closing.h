// What belongs to the end of a sentence after its first terminator: further terminators, closing quotation marks and
// brackets, reference marks.
#pragma once

#include <cstdint>

#include "text/sentence_tokens.h"

namespace attest {

struct Closing {
  SentenceMark mark = SentenceMark::kStop;  ///< The strongest terminator: kFullStop, kTerminator, kEllipsis, kStop.
  std::uint32_t last = 0;                   ///< The last token of the run of terminators ("?!", ". . .").
  std::uint32_t points = 0;                 ///< How many full stops the run has.
  std::uint32_t closers = 0;                ///< Closing marks after the run.
  std::uint32_t brackets = 0;               ///< Closing round brackets among them.
  bool quotes = false;                      ///< A quotation mark is among them.
  std::uint32_t next = 0;                   ///< The first token after all of it.
};

/// Reads from the terminator (or word with its own point) at token `at`, up to `end`. `inside_quotes` says whether an
/// odd number of '"' stands before it in the block: white space on both sides, '"' then closes.
[[nodiscard]] Closing read_closing(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end, bool inside_quotes) noexcept;

}  // namespace attest

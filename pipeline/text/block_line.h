// The lines of a text, as block splitting sees them: built from tokens, so that every token is in exactly one line.
#pragma once

#include <cstdint>
#include <vector>

#include "text/analysis.h"
#include "text/sentence_tokens.h"

namespace attest {

/// A line with at least one token.
struct Line {
  TokenRange tokens;
  Span bytes;                    ///< From the first token to the last.
  std::uint32_t width = 0;       ///< Code points from the line's first token to its last.
  std::uint32_t indent = 0;      ///< White space before the first token, in bytes.
  std::uint32_t inner_tabs = 0;  ///< Tokens after the first that a tab stands before.
  std::uint32_t wide_gaps = 0;   ///< Runs of three or more spaces between tokens: columns set with spaces.
  bool blank_before = false;     ///< A blank line, or the start of the text, stands before it.
};

/// Replaces `lines` by the lines of the text. Line breaks are LF, CR, CR LF and the others that the tokeniser takes for
/// such; blank lines have no tokens and only leave their mark in `blank_before`. Linear.
void split_lines(const SentenceTokens& tokens, const CodePointIndex& code_points, std::vector<Line>& lines);

}  // namespace attest

// How a document sets its paragraphs: a line each, or hard-wrapped over lines of about equal width, with blank lines
// or indentation between them. Decided once a document, then line by line.
#pragma once

#include <cstdint>
#include <vector>

#include "text/block_line.h"

namespace attest {

struct Layout {
  bool wrapped = false;     ///< Paragraphs continue over single line breaks.
  bool indented = false;    ///< In wrapped text, an indented line begins a paragraph (wire copy).
  bool spaced = false;      ///< Blank lines stand between some of its lines.
  std::uint32_t width = 0;  ///< The widest line of a wrapped text, in code points.
};

/// What the lines tell together. A text is wrapped if its lines are no wider than 130 code points, and many of them go
/// on with a small letter on the line below.
[[nodiscard]] Layout measure_layout(const SentenceTokens& tokens, const std::vector<Line>& lines) noexcept;

/// True where `next` goes on with the paragraph that `line`, the line before it, belongs to; `paragraph` is the
/// paragraph's first line.
[[nodiscard]] bool continues_paragraph(const SentenceTokens& tokens, const Layout& layout, const Line& paragraph, const Line& line,
                                       const Line& next) noexcept;

/// True where the line ends like a sentence: with a terminator, perhaps behind quotation marks, brackets and references.
[[nodiscard]] bool ends_like_sentence(const SentenceTokens& tokens, const Line& line) noexcept;

}  // namespace attest

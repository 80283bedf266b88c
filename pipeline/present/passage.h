// A mention in its sentence, as `show` and `explain` print it:
//
//   12 | Trade between the two ports came to »US$4.2 billion« last year, the harbour office said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace attest {

/// A stretch of a text: `before`, `sentence` and `after` follow each other there; UTF-8.
struct Passage {
  std::string_view before;
  std::string_view sentence;
  std::string_view after;
  Span quote;              ///< What to mark, in bytes of `sentence`.
  std::uint32_t line = 1;  ///< The line of the text on which the quote begins.
};

/// What stands around the marked quote.
struct PassageMarks {
  std::string_view before = "»";
  std::string_view after = "«";
};

/// Bold and underlined, for terminals.
[[nodiscard]] PassageMarks terminal_marks() noexcept;

/// The passage on one line behind its line number, the quote marked. Line breaks, tabs and other control characters
/// become single spaces.
[[nodiscard]] std::string marked_passage(const Passage& passage, const PassageMarks& marks);

}  // namespace attest

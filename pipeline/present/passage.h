// A mention in its sentence, as `show` and `explain` print it:
//
//   12 | Trade between the two ports came to »US$4.2 billion« last year, the harbour office said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace attest {

/// What stands around a marked mention.
struct PassageMarks {
  std::string_view before = "»";
  std::string_view after = "«";
};

/// Bold and underlined, for terminals.
[[nodiscard]] PassageMarks terminal_marks() noexcept;

/// The number, from 1, of the line of `text` that holds byte `offset`. A line ends with LF, CR or CR LF.
[[nodiscard]] std::uint32_t line_of(std::string_view text, std::uint32_t offset) noexcept;

/// The sentence with the mention marked, behind its line number, with up to `context` bytes of the same line before and
/// after it; "…" stands where the line goes on. Line breaks and control characters become spaces. Both spans are bytes
/// of `text` (UTF-8), the mention inside the sentence.
[[nodiscard]] std::string marked_passage(std::string_view text, Span sentence, Span mention, const PassageMarks& marks,
                                         std::uint32_t context = 0);

}  // namespace attest

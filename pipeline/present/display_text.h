// Text as it shows on a terminal: its width in columns, cut to a width, and without characters that would move the
// cursor or start an escape sequence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace attest {

/// The columns that `text` (UTF-8) takes on a terminal: 2 for East Asian wide characters (UAX #11), 0 for combining
/// and format characters, else 1.
[[nodiscard]] std::size_t display_width(std::string_view text) noexcept;

/// `text` with each run of white space and control characters (line breaks, tabs, escape) turned into one space.
[[nodiscard]] std::string on_one_line(std::string_view text);

/// The longest prefix of `text` that fits `width` columns with a final "…"; the text itself where it fits.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t width);

}  // namespace attest

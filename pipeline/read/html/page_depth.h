// How deep a page's elements lie inside one another and how many attributes they have, before it is parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace attest::html {

/// What a page's parser needs time for, counted from its tags alone.
struct TagCounts {
  /// The most elements open at once, an estimate from above: elements that close by themselves (`p`, `li`, `td`, `br` ...)
  /// do not count, and a closing tag closes one element, whatever its name.
  std::size_t deepest = 0;
  std::size_t most_attributes = 0;  ///< Of one tag.
};

/// Linear. The parser's own time grows with the depth, and with the square of a tag's attributes; this bounds both.
[[nodiscard]] TagCounts count_tags(std::string_view html) noexcept;

}  // namespace attest::html

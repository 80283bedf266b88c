// The kept blocks of a page as canonical text.
#pragma once

#include <string>
#include <vector>

#include "read/html/page_view.h"
#include "record/document.h"

namespace attest::html {

struct LaidOutText {
  std::string text;
  std::vector<Origin> origins;  ///< The XPath of each block's element; cells have their own.
};

/// The text of the blocks that are kept, in order, a blank line between them. List items begin with "- "; a row of a
/// table of data is a line with tabs between its cells (empty ones too), its rows directly below each other. A table whose
/// cells are long is layout, and its blocks are paragraphs.
[[nodiscard]] LaidOutText lay_out(const PageTree& tree, const std::vector<JudgedBlock>& blocks);

}  // namespace attest::html

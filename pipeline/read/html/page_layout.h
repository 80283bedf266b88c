// The kept blocks of a page as canonical text.
#pragma once

#include <string>
#include <vector>

#include "read/html/page_view.h"

namespace attest::html {

/// The text of the blocks that are kept, in order, a blank line between them. List items begin with "- "; a row of a
/// table of data is a line with tabs between its cells (empty ones too), its rows directly below each other. A table whose
/// cells are long is layout, and its blocks are paragraphs.
[[nodiscard]] std::string lay_out(const PageTree& tree, const std::vector<JudgedBlock>& blocks);

}  // namespace attest::html

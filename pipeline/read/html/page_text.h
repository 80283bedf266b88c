// The visible text of a page, cut into blocks as a browser sets them: a paragraph, a heading, a list item, a cell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html/page_tree.h"

namespace attest::html {

/// Text between two block-level boundaries, with inline elements inside.
struct TextBlock {
  NodeIndex element = 0;          ///< The block-level element that holds it directly.
  NodeIndex holder = 0;           ///< The innermost element around all of it, block-level or not.
  NodeIndex first = 0;            ///< Its first run of text ...
  NodeIndex last = 0;             ///< ... and its last.
  std::string text;               ///< White space collapsed, `br` as "\n", no space at its ends.
  std::uint32_t weight = 0;       ///< Length in letters of an alphabet: a Han or Kana character counts for three.
  std::uint32_t link_weight = 0;  ///< The same of what lies in links.
};

/// Share of a block's text that lies in links, 0 to 1.
[[nodiscard]] inline double link_share(const TextBlock& block) noexcept {
  return block.weight == 0 ? 0.0 : static_cast<double>(block.link_weight) / block.weight;
}

/// True for elements that begin a new line: `p`, `div`, `li` ... and elements that HTML does not know.
[[nodiscard]] bool is_block_element(GumboTag tag) noexcept;
/// True for elements whose content is never text of the page: scripts, styles, forms' controls, media, drawings.
[[nodiscard]] bool is_never_text(GumboTag tag) noexcept;
/// 1 to 6 for `h1` to `h6`, else 0.
[[nodiscard]] int heading_level(GumboTag tag) noexcept;

/// All blocks of a page in document order, without those in elements for which `hidden` (a flag a node) is set.
[[nodiscard]] std::vector<TextBlock> cut_blocks(const PageTree& tree, const std::vector<bool>& hidden);

}  // namespace attest::html

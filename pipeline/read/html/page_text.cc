#include "read/html/page_text.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <utility>

namespace attest::html {
namespace {

bool is_ideograph(UChar32 character) noexcept {
  return character >= 0x3040 && character < 0xAC00 && u_hasBinaryProperty(character, UCHAR_ALPHABETIC) != 0;
}

// Text from the parser is well-formed.
std::uint32_t weight_of(std::string_view text) noexcept {
  constexpr std::uint32_t kIdeograph = 3;
  std::uint32_t weight = 0;
  for (const char* at = text.data(); at != text.data() + text.size();) {
    std::int32_t length = 0;
    UChar32 character = 0;
    U8_NEXT_UNSAFE(at, length, character);
    at += length;
    weight += is_ideograph(character) ? kIdeograph : 1;
  }
  return weight;
}

// For each node, whether a block-level element that HTML knows lies in it.
std::vector<bool> find_holders(const PageTree& tree) {
  std::vector<bool> holds(tree.size());
  for (std::size_t i = tree.size(); i-- > 1;) {
    const PageNode& node = tree[i];
    const bool is_known_block = !node.is_text && node.tag != GUMBO_TAG_UNKNOWN && is_block_element(node.tag);
    if (is_known_block || holds[i]) holds[node.parent] = true;
  }
  return holds;
}

// Walks the tree once and cuts at the edges of block-level elements.
class BlockCutter {
 public:
  BlockCutter(const PageTree& tree, const std::vector<bool>& hidden) : tree_(tree), hidden_(hidden), holds_blocks_(find_holders(tree)) {}

  std::vector<TextBlock> cut() {
    for (NodeIndex i = 0; i < tree_.size(); ++i) {
      close_until(i);
      if (hidden_[i] || (!tree_[i].is_text && is_never_text(tree_[i].tag))) {
        i = tree_[i].end - 1;
      } else if (tree_[i].is_text) {
        add_text(i);
      } else {
        enter(i);
      }
    }
    finish_block();
    return std::move(blocks_);
  }

 private:
  void enter(NodeIndex i) {
    const GumboTag tag = tree_[i].tag;
    if (tag == GUMBO_TAG_BR) return break_line();
    if (tag == GUMBO_TAG_A) link_end_ = std::max(link_end_, tree_[i].end);
    const bool inline_unknown = tag == GUMBO_TAG_UNKNOWN && !holds_blocks_[i];
    if (!is_block_element(tag) || inline_unknown) return;
    finish_block();
    open_.push_back(i);
  }

  void close_until(NodeIndex i) {
    while (!open_.empty() && tree_[open_.back()].end <= i) {
      finish_block();
      open_.pop_back();
    }
  }

  void add_text(NodeIndex i) {
    const std::size_t before = block_.text.size();
    append_collapsed(block_.text, tree_[i].text);
    if (block_.text.size() == before) return;
    const std::uint32_t weight = weight_of(std::string_view(block_.text).substr(before));
    if (block_.weight == 0) block_.first = i;
    block_.last = i;
    block_.weight += weight;
    if (i < link_end_) block_.link_weight += weight;
  }

  // One `br` is a line break, two are the end of a paragraph.
  void break_line() {
    while (block_.text.ends_with(' ')) block_.text.pop_back();
    if (block_.text.ends_with('\n')) return finish_block();
    if (!block_.text.empty()) block_.text += '\n';
  }

  void finish_block() {
    while (block_.text.ends_with(' ') || block_.text.ends_with('\n')) block_.text.pop_back();
    if (!block_.text.empty()) {
      block_.element = open_.empty() ? 0 : open_.back();
      block_.holder = tree_[block_.first].parent;
      while (!tree_.is_inside(block_.last, block_.holder)) block_.holder = tree_[block_.holder].parent;
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
  }

  const PageTree& tree_;
  const std::vector<bool>& hidden_;
  std::vector<bool> holds_blocks_;
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  std::vector<NodeIndex> open_;  // block-level elements around the place
  NodeIndex link_end_ = 0;
};

}  // namespace

bool is_never_text(GumboTag tag) noexcept {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
      return true;
    default:
      return false;
  }
}

bool is_block_element(GumboTag tag) noexcept {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BASEFONT:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BLINK:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
      return false;
    default:
      return true;
  }
}

int heading_level(GumboTag tag) noexcept {
  const bool is_heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
  return is_heading ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1 : 0;
}

std::vector<TextBlock> cut_blocks(const PageTree& tree, const std::vector<bool>& hidden) { return BlockCutter(tree, hidden).cut(); }

}  // namespace attest::html

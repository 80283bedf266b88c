#include "read/html/page_view.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace attest::html {
namespace {

constexpr std::uint32_t kLeastSentence = 35;
constexpr std::uint32_t kLeastProse = 70;  // a short sentence
constexpr std::uint32_t kMostHidden = 3;
constexpr std::uint32_t kLeastPageProse = 250;  // less, and the article may be in what seems hidden

Sums& operator+=(Sums& a, const Sums& b) noexcept {
  a.weight += b.weight;
  a.link_weight += b.link_weight;
  a.prose += b.prose;
  a.other += b.other;
  a.blocks += b.blocks;
  return a;
}

bool ends_sentence(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 9> kEnds = {".", "!", "?", ".\"", "\u201D", "\u2026", "\u3002", "\uFF01", "\uFF1F"};
  return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); });
}

}  // namespace

bool is_prose(const TextBlock& block) noexcept {
  if (block.weight >= kLeastProse) return link_share(block) < 0.4;
  return block.weight >= kLeastSentence && block.link_weight == 0 && ends_sentence(block.text);
}

PageView::PageView(const PageTree& tree, std::string title) : tree_(&tree), title_(std::move(title)), hints_(tree.size()) {
  std::vector<bool> unseen(tree.size());
  std::vector<bool> hidden(tree.size());
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    if (tree[i].is_text || tree[i].tag == GUMBO_TAG_HTML || tree[i].tag == GUMBO_TAG_BODY) continue;
    hints_[i] = hint_of(tree, i);
    unseen[i] = hints_[i] == ElementHint::kUnseen;
    hidden[i] = unseen[i] || is_hidden(tree, i);
  }
  cut(unseen);
  const std::uint32_t everything = total().prose;
  cut(hidden);
  // The article may be what seems hidden: pages fold it behind "read more", or show it by script.
  if (total().prose < kLeastPageProse || total().prose < everything / kMostHidden) cut(unseen);
}

void PageView::cut(const std::vector<bool>& hidden) {
  blocks_.clear();
  for (TextBlock& block : cut_blocks(*tree_, hidden)) blocks_.push_back({std::move(block)});
  sum_up();
}

int PageView::level_of(const JudgedBlock& judged) const noexcept {
  const NodeIndex element = judged.block.element;
  const int own = heading_level((*tree_)[element].tag);
  return own != 0 || element == 0 ? own : heading_level((*tree_)[(*tree_)[element].parent].tag);
}

void PageView::sum_up() {
  sums_.assign(tree_->size(), {});
  for (const JudgedBlock& judged : blocks_) {
    if (judged.verdict != Verdict::kKept) continue;
    const TextBlock& block = judged.block;
    const bool prose = is_prose(block) && level_of(judged) == 0;
    sums_[block.holder] += Sums{block.weight, block.link_weight, prose ? block.weight : 0, prose ? 0 : block.weight, 1};
  }
  for (std::size_t i = tree_->size(); i-- > 1;) sums_[(*tree_)[i].parent] += sums_[i];
}

}  // namespace attest::html

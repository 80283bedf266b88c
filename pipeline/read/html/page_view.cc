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

bool is_sentence(const TextBlock& block, std::uint32_t least) noexcept {
  if (block.weight >= kLeastProse) return link_share(block) < 0.4;
  return block.weight >= least && block.link_weight == 0 && ends_sentence(block.text);
}

// A cell of a table of data, which speaks neither for its being an article nor against it.
bool is_data_cell(GumboTag tag, const TextBlock& block) noexcept {
  constexpr std::uint32_t kLongest = 40;
  return (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && block.weight <= kLongest && block.link_weight == 0;
}

}  // namespace

PageView::PageView(const PageTree& tree, std::string title, ProseKind prose_kind)
    : tree_(&tree), prose_kind_(prose_kind), title_(std::move(title)), hints_(tree.size()) {
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

bool PageView::is_prose(const JudgedBlock& judged) const noexcept {
  constexpr std::uint32_t kLeastShort = 12;
  if (prose_kind_ != ProseKind::kHeadings && level_of(judged) != 0) return false;
  return is_sentence(judged.block, prose_kind_ == ProseKind::kSentences ? kLeastSentence : kLeastShort);
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
    const bool prose = is_prose(judged);
    const bool neutral = !prose && is_data_cell((*tree_)[block.element].tag, block);
    sums_[block.holder] += Sums{block.weight, block.link_weight, prose ? block.weight : 0, prose || neutral ? 0 : block.weight, 1};
  }
  for (std::size_t i = tree_->size(); i-- > 1;) sums_[(*tree_)[i].parent] += sums_[i];
}

}  // namespace attest::html

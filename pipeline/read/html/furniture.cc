#include "read/html/furniture.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/html/page_phrase.h"
#include "read/html/page_title.h"

namespace attest::html {
namespace {

double link_share_of(const Sums& sums) noexcept { return static_cast<double>(sums.link_weight) / std::max(sums.weight, 1U); }

// For each element, the most prose in an element inside it that claims to be the article's body.
std::vector<std::uint32_t> prose_in_bodies(const PageView& page) {
  const PageTree& tree = page.tree();
  std::vector<std::uint32_t> body(tree.size());
  for (std::size_t n = tree.size(); n-- > 1;) {
    const auto i = static_cast<NodeIndex>(n);
    if (page.hint(i) == ElementHint::kBody) body[i] = page.sums(i).prose;
    body[tree[i].parent] = std::max(body[tree[i].parent], body[i]);
  }
  return body;
}

// A teaser: a linked headline and little else.
bool is_card(const PageView& page, NodeIndex element, const std::vector<bool>& has_linked_headline) {
  constexpr std::uint32_t kHeaviest = 900;
  constexpr std::uint32_t kMostBlocks = 8;
  const Sums& sums = page.sums(element);
  return has_linked_headline[element] && sums.blocks <= kMostBlocks && sums.weight <= kHeaviest;
}

bool is_linked_headline(const JudgedBlock& judged) {
  return judged.verdict == Verdict::kKept && judged.block.weight >= 20 && judged.block.weight <= 250 && link_share(judged.block) > 0.9;
}

std::vector<bool> find_linked_headlines(const PageView& page) {
  std::vector<bool> found(page.tree().size());
  for (const JudgedBlock& judged : page.blocks()) {
    if (is_linked_headline(judged)) found[judged.block.element] = true;
  }
  for (std::size_t i = found.size(); i-- > 1;) {
    if (found[i]) found[page.tree()[i].parent] = true;
  }
  return found;
}

bool is_list(GumboTag tag) noexcept { return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL; }

// Whether a block behind a section's heading still belongs to the section.
bool belongs_to_section(const PageView& page, const JudgedBlock& below, int level) {
  const int level_below = page.level_of(below);
  if (level_below != 0 && level != 0 && level_below <= level) return false;
  return below.verdict != Verdict::kKept || !is_prose(below.block);
}

}  // namespace

void drop_hinted(PageView& page) {
  const std::vector<std::uint32_t> body = prose_in_bodies(page);
  const std::uint32_t prose = page.total().prose;
  page.drop_elements(Verdict::kHint, [&](NodeIndex i) {
    const Sums& sums = page.sums(i);
    if (page.hint(i) == ElementHint::kSmallFurniture) return sums.weight < 120 && sums.prose == 0;
    return page.hint(i) == ElementHint::kFurniture && sums.prose * 2 < prose && body[i] * 4 < prose;
  });
}

void drop_cards(PageView& page) {
  const PageTree& tree = page.tree();
  const std::vector<bool> headlines = find_linked_headlines(page);
  std::unordered_map<NodeIndex, std::uint32_t> cards;  // by parent
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    if (!tree[i].is_text && is_block_element(tree[i].tag) && is_card(page, i, headlines)) ++cards[tree[i].parent];
  }
  page.drop_elements(Verdict::kCard, [&](NodeIndex i) {
    const auto alike = cards.find(tree[i].parent);
    return alike != cards.end() && alike->second >= 3 && page.sums(i).blocks >= 2 && is_block_element(tree[i].tag) &&
           is_card(page, i, headlines);
  });
}

void drop_title(PageView& page) {
  const std::set<std::string> title = distinct_words(page.title());
  page.drop_blocks(Verdict::kTitle, [&](const JudgedBlock& judged) {
    const int level = page.level_of(judged);
    return level == 1 || (level > 0 && level <= 3 && repeats_title(title, judged.block.text));
  });
}

void drop_link_lists(PageView& page, NodeIndex article) {
  page.drop_elements(Verdict::kLinks, [&](NodeIndex i) {
    const Sums& sums = page.sums(i);
    const GumboTag tag = page.tree()[i].tag;
    if (i <= article || sums.blocks == 0 || !is_block_element(tag)) return false;
    if (sums.blocks >= 3 && link_share_of(sums) > 0.6 && sums.prose == 0) return true;
    return is_list(tag) && link_share_of(sums) > 0.7;
  });
}

void drop_sections(PageView& page) {
  std::vector<JudgedBlock>& blocks = page.blocks();
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    constexpr std::uint32_t kLongestHeading = 80;
    if (blocks[b].verdict != Verdict::kKept || blocks[b].block.weight > kLongestHeading) continue;
    if (phrase_of(blocks[b].block.text) != Phrase::kSection) continue;
    blocks[b].verdict = Verdict::kSection;
    const int level = page.level_of(blocks[b]);
    const NodeIndex container = page.tree()[blocks[b].block.element].parent;
    for (std::size_t next = b + 1; next < blocks.size() && page.tree().is_inside(blocks[next].block.first, container); ++next) {
      if (!belongs_to_section(page, blocks[next], level)) break;
      if (blocks[next].verdict == Verdict::kKept) blocks[next].verdict = Verdict::kSection;
    }
  }
  page.sum_up();
}

void drop_lines(PageView& page) {
  page.drop_blocks(Verdict::kPhrase, [&](const JudgedBlock& judged) {
    if (phrase_of(judged.block.text) == Phrase::kLine) return true;
    const bool is_item = page.tag_of(judged) == GUMBO_TAG_LI || page.level_of(judged) != 0 || page.tag_of(judged) == GUMBO_TAG_TD;
    return !is_item && link_share(judged.block) > 0.9;
  });
}

void trim_edges(PageView& page) {
  std::vector<JudgedBlock>& blocks = page.blocks();
  const auto last = std::find_if(blocks.rbegin(), blocks.rend(),
                                 [](const JudgedBlock& it) { return it.verdict == Verdict::kKept && is_prose(it.block); });
  for (auto it = last.base(); last != blocks.rend() && it != blocks.end(); ++it) {
    const bool short_end = page.level_of(*it) > 0 || link_share(it->block) > 0.5;
    if (it->verdict == Verdict::kKept && short_end) it->verdict = Verdict::kEdge;
  }
}

}  // namespace attest::html

#include "read/html/furniture.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ascii.h"
#include "read/html/meta_elements.h"
#include "read/html/page_phrase.h"
#include "read/html/page_title.h"
#include "read/html/written_date.h"

namespace attest::html {
namespace {

constexpr std::uint32_t kLeastArticle = 200;  // weight of prose: two sentences

double link_share_of(const Sums& sums) noexcept { return static_cast<double>(sums.link_weight) / std::max(sums.weight, 1U); }

// Short, or a box of links.
bool is_small_furniture(const Sums& sums) noexcept {
  constexpr std::uint32_t kShort = 120;
  return (sums.weight < kShort && sums.prose == 0) || link_share_of(sums) > 0.5;
}

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

// For each element, whether an `h1` is in it: no comment has one.
std::vector<bool> find_headlines(const PageView& page) {
  const PageTree& tree = page.tree();
  std::vector<bool> found(tree.size());
  for (std::size_t i = tree.size(); i-- > 1;) {
    if (tree[i].tag == GUMBO_TAG_H1 || found[i]) found[tree[i].parent] = true;
  }
  return found;
}

// A teaser: a linked headline and little else.
bool is_card(const PageView& page, NodeIndex element, const std::vector<bool>& has_linked_headline) {
  constexpr std::uint32_t kHeaviest = 900;
  constexpr std::uint32_t kMostBlocks = 8;
  const Sums& sums = page.sums(element);
  return has_linked_headline[element] && sums.blocks <= kMostBlocks && sums.weight <= kHeaviest;
}

bool is_linked_headline(const JudgedBlock& judged) {
  return judged.verdict == Verdict::kKept && judged.block.weight >= 20 && judged.block.weight <= 250 && link_share(judged.block) > 0.8;
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

// Who wrote it, and when: a short line with a date, a link or "By", and no sentence's end.
bool is_byline(const TextBlock& block) {
  constexpr std::uint32_t kLongest = 90;
  if (block.weight > kLongest || block.text.ends_with('.') || block.text.ends_with('!') || block.text.ends_with('?')) return false;
  const std::string folded = ascii_lowered(block.text.substr(0, 4));
  const bool by = folded.starts_with("by ") || folded.starts_with("von ") || folded.starts_with("par ") || folded.starts_with("por ");
  return by || block.link_weight > 0 || find_written_date(block.text, true);
}

bool is_list(GumboTag tag) noexcept { return tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DL; }

// What kind of section a block heads. One that takes paragraphs with it stands below an article: a link to the comments
// above it heads nothing.
Phrase section_of(const PageView& page, const JudgedBlock& judged, std::uint32_t prose_above) {
  constexpr std::uint32_t kLongestHeading = 80;
  if (judged.block.weight > kLongestHeading) return Phrase::kNone;
  const Phrase phrase = phrase_of(judged.block.text);
  if (phrase == Phrase::kSection) return phrase;
  if (phrase != Phrase::kTail || prose_above < kLeastArticle) return Phrase::kNone;
  const bool is_heading = page.level_of(judged) != 0;
  const NodeIndex container = page.tree()[judged.block.element].parent;
  return is_heading || page.sums(container).prose < prose_above ? phrase : Phrase::kNone;
}

std::string headline_of(const PageTree& tree, NodeIndex article) {
  for (NodeIndex i = article; i < tree[article].end; ++i) {
    if (!tree[i].is_text && heading_level(tree[i].tag) != 0) return tree.text_of(i);
  }
  return {};
}

// Elements `article` with a headline and paragraphs of their own, none inside another: pages that load the next story.
std::vector<NodeIndex> whole_articles(const PageView& page) {
  const PageTree& tree = page.tree();
  const std::vector<bool> holds_headline = find_headlines(page);
  std::vector<NodeIndex> articles;
  for (NodeIndex i = 1; i < tree.size(); ++i) {
    const bool inside = !articles.empty() && i < tree[articles.back()].end;
    if (tree[i].is_text || inside || tree[i].tag != GUMBO_TAG_ARTICLE || !holds_headline[i]) continue;
    if (page.sums(i).prose >= kLeastArticle) articles.push_back(i);
  }
  return articles;
}

// Whether a block behind a section's heading still belongs to the section.
bool belongs_to_section(const PageView& page, const JudgedBlock& below, int level, Phrase kind) {
  const int level_below = page.level_of(below);
  if (level_below != 0 && level != 0 && level_below <= level) return false;
  return kind == Phrase::kTail || below.verdict != Verdict::kKept || !page.is_prose(below);
}

}  // namespace

void drop_hinted(PageView& page) {
  const std::vector<std::uint32_t> body = prose_in_bodies(page);
  const std::vector<bool> holds_headline = find_headlines(page);
  const std::uint32_t prose = page.total().prose;
  page.drop_elements(Verdict::kHint, [&](NodeIndex i) {
    const Sums& sums = page.sums(i);
    if (page.hint(i) == ElementHint::kConsent) return sums.prose < prose && !holds_headline[i];
    if (page.hint(i) == ElementHint::kComments) return prose - sums.prose >= kLeastArticle && !holds_headline[i];
    if (page.hint(i) == ElementHint::kSmallFurniture) return is_small_furniture(sums) && sums.prose * 2 < prose;
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
  const auto first_prose = std::find_if(page.blocks().begin(), page.blocks().end(), [&](const JudgedBlock& it) {
    return it.verdict == Verdict::kKept && page.is_prose(it) && page.level_of(it) == 0;
  });
  page.drop_blocks(Verdict::kTitle, [&](const JudgedBlock& judged) {
    const int level = page.level_of(judged);
    const bool above_article = first_prose != page.blocks().end() && judged.block.first < first_prose->block.first;
    return (level == 1 && above_article) || (level > 0 && level <= 3 && repeats_title(title, judged.block.text));
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
  std::uint32_t prose_above = 0;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].verdict != Verdict::kKept) continue;
    if (page.is_prose(blocks[b])) prose_above += blocks[b].block.weight;
    const Phrase kind = section_of(page, blocks[b], prose_above);
    if (kind == Phrase::kNone) continue;
    blocks[b].verdict = Verdict::kSection;
    const int level = page.level_of(blocks[b]);
    const NodeIndex container = page.tree()[blocks[b].block.element].parent;
    for (std::size_t next = b + 1; next < blocks.size() && page.tree().is_inside(blocks[next].block.first, container); ++next) {
      if (!belongs_to_section(page, blocks[next], level, kind)) break;
      if (blocks[next].verdict == Verdict::kKept) blocks[next].verdict = Verdict::kSection;
    }
  }
  page.sum_up();
}

void drop_other_articles(PageView& page) {
  const std::vector<NodeIndex> articles = whole_articles(page);
  if (articles.size() < 2) return;
  const std::set<std::string> title = distinct_words(page.title());
  const auto is_titled = [&](NodeIndex article) { return repeats_title(title, headline_of(page.tree(), article)); };
  const auto titled = std::find_if(articles.begin(), articles.end(), is_titled);
  const NodeIndex own = titled != articles.end() ? *titled : articles.front();
  page.drop_elements(Verdict::kOutside, [&](NodeIndex i) { return i != own && std::binary_search(articles.begin(), articles.end(), i); });
}

void drop_lines(PageView& page) {
  page.drop_blocks(Verdict::kPhrase, [&](const JudgedBlock& judged) {
    if (phrase_of(judged.block.text) == Phrase::kLine) return true;
    const bool is_item = page.tag_of(judged) == GUMBO_TAG_LI || page.level_of(judged) != 0 || page.tag_of(judged) == GUMBO_TAG_TD;
    return !is_item && link_share(judged.block) > 0.8;
  });
}

void trim_edges(PageView& page) {
  std::vector<JudgedBlock>& blocks = page.blocks();
  const auto is_paragraph = [&](const JudgedBlock& it) { return it.verdict == Verdict::kKept && page.is_prose(it); };
  const auto is_quoted = [&](const JudgedBlock& it) { return page.tag_of(it) == GUMBO_TAG_BLOCKQUOTE; };
  const auto first = std::find_if(blocks.begin(), blocks.end(), is_paragraph);
  if (first == blocks.end()) return;
  const auto behind_last = std::find_if(blocks.rbegin(), blocks.rend(), is_paragraph).base();
  for (auto it = blocks.begin(); it != first; ++it) {
    if (it->verdict == Verdict::kKept && page.level_of(*it) == 0 && !is_quoted(*it) && is_byline(it->block)) it->verdict = Verdict::kEdge;
  }
  for (auto it = behind_last; it != blocks.end(); ++it) {
    const bool ends_nothing = page.level_of(*it) > 0 || link_share(it->block) > 0.5 || is_byline(it->block);
    if (is_quoted(*it)) continue;
    if (it->verdict == Verdict::kKept && ends_nothing) it->verdict = Verdict::kEdge;
  }
}

}  // namespace attest::html

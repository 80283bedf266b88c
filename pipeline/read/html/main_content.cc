#include "read/html/main_content.h"

#include <algorithm>
#include <utility>

#include "read/html/furniture.h"

namespace attest::html {
namespace {

// How much more an element's prose counts where its markup says that it is the article.
double prior(const PageView& page, NodeIndex element) noexcept {
  if (page.hint(element) == ElementHint::kBody) return 1.35;
  if (page.tree()[element].tag == GUMBO_TAG_ARTICLE) return 1.2;
  return page.tree()[element].tag == GUMBO_TAG_MAIN ? 1.1 : 1.0;
}

double balance(const Sums& sums) noexcept { return sums.prose - 0.5 * sums.other; }

// The innermost element with the best balance of prose against everything else.
NodeIndex best_element(const PageView& page) {
  NodeIndex best = 0;
  double best_score = 0;
  for (NodeIndex i = 1; i < page.tree().size(); ++i) {
    if (page.tree()[i].is_text || page.sums(i).blocks == 0) continue;
    const double score = balance(page.sums(i)) * prior(page, i);
    if (score < best_score || score <= 0) continue;
    best_score = score;
    best = i;
  }
  return best;
}

// From `outer` down, the innermost element that still has the greater part of its prose.
NodeIndex core_of(const PageView& page, NodeIndex outer) {
  const PageTree& tree = page.tree();
  NodeIndex core = outer;
  for (NodeIndex i = outer + 1; i < tree[core].end;) {
    const bool greater_part = !tree[i].is_text && page.sums(i).prose * 5 >= page.sums(core).prose * 3 && page.sums(i).blocks > 1;
    if (greater_part) core = i;
    i = greater_part ? i + 1 : tree[i].end;
  }
  return core;
}

// The article's element. The best one may reach out for a stray paragraph (a notice on cookies); going from its core up to
// it, every step has to win some prose.
NodeIndex article_element(const PageView& page) {
  constexpr double kLeastGain = 0.03;  // of the core's prose, a step
  const NodeIndex best = best_element(page);
  const NodeIndex core = core_of(page, best);
  NodeIndex chosen = core;
  double chosen_score = balance(page.sums(core)) * prior(page, core);
  double steps = 0;
  for (NodeIndex i = core; i != best;) {
    const std::uint32_t blocks = page.sums(i).blocks;
    i = page.tree()[i].parent;
    if (page.sums(i).blocks > blocks) ++steps;  // mere wrappers cost nothing
    const double score = balance(page.sums(i)) * prior(page, i) - steps * kLeastGain * page.sums(core).prose;
    if (score <= chosen_score) continue;
    chosen_score = score;
    chosen = i;
  }
  return chosen;
}

std::vector<JudgedBlock> judge(const PageTree& tree, const std::string& title, ProseKind prose_kind) {
  PageView page(tree, title, prose_kind);
  const bool of_a_site = page.total().link_weight > 0;  // word processors save pages without navigation
  drop_hinted(page);
  drop_cards(page);
  drop_title(page);
  drop_sections(page);
  drop_other_articles(page);
  const NodeIndex article = of_a_site ? article_element(page) : 0;
  page.drop_blocks(Verdict::kOutside, [&](const JudgedBlock& judged) { return !tree.is_inside(judged.block.first, article); });
  drop_link_lists(page, article);
  drop_lines(page);
  trim_edges(page);
  return std::move(page.blocks());
}

}  // namespace

std::vector<JudgedBlock> judge_blocks(const PageTree& tree, const std::string& title) {
  std::vector<JudgedBlock> blocks;
  for (const ProseKind kind : {ProseKind::kSentences, ProseKind::kShortSentences, ProseKind::kHeadings}) {
    blocks = judge(tree, title, kind);
    if (std::any_of(blocks.begin(), blocks.end(), [](const JudgedBlock& it) { return it.verdict == Verdict::kKept; })) break;
  }
  return blocks;
}

}  // namespace attest::html

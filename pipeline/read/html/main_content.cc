#include "read/html/main_content.h"

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

// The innermost element with the best balance of prose against everything else.
NodeIndex article_element(const PageView& page) {
  NodeIndex best = 0;
  double best_score = 0;
  for (NodeIndex i = 1; i < page.tree().size(); ++i) {
    const Sums& sums = page.sums(i);
    if (page.tree()[i].is_text || sums.blocks == 0) continue;
    const double score = (sums.prose - 0.5 * sums.other) * prior(page, i);
    if (score < best_score || score <= 0) continue;
    best_score = score;
    best = i;
  }
  return best;
}

}  // namespace

std::vector<JudgedBlock> judge_blocks(const PageTree& tree, std::string title) {
  PageView page(tree, std::move(title));
  drop_hinted(page);
  drop_cards(page);
  drop_title(page);
  const NodeIndex article = article_element(page);
  page.drop_blocks(Verdict::kOutside, [&](const JudgedBlock& judged) { return !tree.is_inside(judged.block.first, article); });
  drop_link_lists(page, article);
  drop_sections(page);
  drop_lines(page);
  trim_edges(page);
  return std::move(page.blocks());
}

}  // namespace attest::html

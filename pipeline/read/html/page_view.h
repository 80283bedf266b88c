// What the steps of main-content extraction share: the page's blocks with their verdicts, and sums for every element.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/html/element_hint.h"
#include "read/html/page_text.h"

namespace attest::html {

/// Why a block is no part of the article; kKept is for those that are.
enum class Verdict : std::uint8_t {
  kKept,
  kHint,     ///< In an element that says that it is furniture.
  kOutside,  ///< Outside the article's element.
  kLinks,    ///< In a list of links.
  kCard,     ///< One of several teasers alike.
  kSection,  ///< Under a heading such as "Related stories".
  kPhrase,   ///< Is what "Share this" and its like are.
  kTitle,    ///< Repeats the title, which is metadata.
  kEdge,     ///< Short, before the first or behind the last paragraph.
};

struct JudgedBlock {
  TextBlock block;
  Verdict verdict = Verdict::kKept;
};

/// Of the kept blocks in an element.
struct Sums {
  std::uint32_t weight = 0;
  std::uint32_t link_weight = 0;
  std::uint32_t prose = 0;  ///< Weight of blocks that read like sentences.
  std::uint32_t other = 0;  ///< Weight of the rest, without short cells of tables.
  std::uint32_t blocks = 0;
};

/// What a page's article is taken to be written in: the first of these that finds one.
enum class ProseKind : std::uint8_t {
  kSentences,       ///< Blocks long enough for a sentence and not mostly links, outside of headings.
  kShortSentences,  ///< Also blocks of a few words with a full stop.
  kHeadings,        ///< Also headings: pages that set their text in them.
};

class PageView {
 public:
  /// Cuts `tree`, which must outlive it, into blocks; all are kept. `title` is the page's, "" where it has none.
  PageView(const PageTree& tree, std::string title, ProseKind prose_kind);

  [[nodiscard]] const PageTree& tree() const noexcept { return *tree_; }
  [[nodiscard]] const std::string& title() const noexcept { return title_; }
  [[nodiscard]] ElementHint hint(NodeIndex element) const noexcept { return hints_[element]; }
  [[nodiscard]] const Sums& sums(NodeIndex element) const noexcept { return sums_[element]; }
  [[nodiscard]] const Sums& total() const noexcept { return sums_[0]; }
  [[nodiscard]] std::vector<JudgedBlock>& blocks() noexcept { return blocks_; }
  [[nodiscard]] const std::vector<JudgedBlock>& blocks() const noexcept { return blocks_; }
  [[nodiscard]] GumboTag tag_of(const JudgedBlock& judged) const noexcept { return (*tree_)[judged.block.element].tag; }
  /// 1 to 6 where the block is, or lies in, a heading; else 0.
  [[nodiscard]] int level_of(const JudgedBlock& judged) const noexcept;
  /// True for a block that reads like the page's article; headings do where nothing else does.
  [[nodiscard]] bool is_prose(const JudgedBlock& judged) const noexcept;

  /// Works the sums out anew, after verdicts were given.
  void sum_up();

  /// Gives `verdict` to the kept blocks in elements for which `drop` holds.
  template <typename Predicate>
  void drop_elements(Verdict verdict, Predicate drop) {
    std::vector<bool> dropped(tree_->size());
    for (NodeIndex i = 1; i < tree_->size(); ++i) dropped[i] = dropped[(*tree_)[i].parent] || (!(*tree_)[i].is_text && drop(i));
    drop_blocks(verdict, [&](const JudgedBlock& judged) { return dropped[judged.block.holder]; });
  }

  /// Gives `verdict` to the kept blocks for which `drop` holds.
  template <typename Predicate>
  void drop_blocks(Verdict verdict, Predicate drop) {
    for (JudgedBlock& judged : blocks_) {
      if (judged.verdict == Verdict::kKept && drop(judged)) judged.verdict = verdict;
    }
    sum_up();
  }

 private:
  void cut(const std::vector<bool>& hidden);

  const PageTree* tree_;
  ProseKind prose_kind_;
  std::string title_;
  std::vector<ElementHint> hints_;
  std::vector<JudgedBlock> blocks_;
  std::vector<Sums> sums_;
};

}  // namespace attest::html

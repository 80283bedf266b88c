#include "text/block_kind.h"

#include "text/block_opening.h"

namespace attest {
namespace {

constexpr std::uint32_t kWidestTitle = 200;
constexpr std::uint32_t kWidestHeading = 110;
constexpr std::uint32_t kWidestCaption = 400;

class GroupClassifier {
 public:
  GroupClassifier(const SentenceTokens& tokens, const std::vector<LineGroup>& groups) : tokens_(tokens), groups_(groups) {}

  BlockKind classify(std::size_t i) {
    const LineGroup& group = groups_[i];
    if (group.table_row) return BlockKind::kTableRow;
    const Opening opening = fixed_opening(tokens_, group.first);
    if (const auto section = section_of(opening); section != BlockKind::kParagraph && group.lines == 1) {
      section_ = section;
      return BlockKind::kHeading;
    }
    if (opening == Opening::kFurnitureSection && group.lines == 1) headlines_left_ = kMostHeadlines;
    if (opening == Opening::kFurniture || opening == Opening::kFurnitureSection) return BlockKind::kFurniture;
    if (is_headline_of_another(group)) return BlockKind::kFurniture;
    return section_ == BlockKind::kParagraph ? classify_body(i, opening) : classify_in_section(i);
  }

 private:
  static constexpr std::uint32_t kMostHeadlines = 12;

  // Below "Related stories", until something ends like a paragraph.
  bool is_headline_of_another(const LineGroup& group) {
    if (headlines_left_ == 0) return false;
    headlines_left_ = group.width <= kWidestHeading && !ends_like_paragraph(group) ? headlines_left_ - 1 : 0;
    return headlines_left_ != 0;
  }

  static BlockKind section_of(Opening opening) {
    if (opening == Opening::kBibliographyHeading) return BlockKind::kBibliography;
    if (opening == Opening::kFootnotesHeading) return BlockKind::kFootnote;
    return BlockKind::kParagraph;
  }

  // Entries go on until a heading; entries of a bibliography may lack a full stop, but not digits.
  BlockKind classify_in_section(std::size_t i) {
    const LineGroup& group = groups_[i];
    const bool plain = !starts_list_item(tokens_, group.first) && !starts_footnote(tokens_, group.first) && !has_digit(group);
    if (!plain || !looks_like_heading(i) || group.width > 60) return section_;
    section_ = BlockKind::kParagraph;
    return BlockKind::kHeading;
  }

  BlockKind classify_body(std::size_t i, Opening opening) {
    const LineGroup& group = groups_[i];
    if (group.width <= kWidestCaption && (opening == Opening::kCaption || ends_with_credit(group))) return BlockKind::kCaption;
    if (starts_footnote(tokens_, group.first)) return BlockKind::kFootnote;
    if (is_title(i)) {
      titled_ = true;
      return BlockKind::kTitle;
    }
    titled_ = true;
    if (is_section_heading(i)) return BlockKind::kHeading;
    if (starts_list_item(tokens_, group.first) || is_lone_bullet(tokens_, group.first)) return BlockKind::kListItem;
    return looks_like_heading(i) || is_question_heading(i) ? BlockKind::kHeading : BlockKind::kParagraph;
  }

  bool ends_like_paragraph(const LineGroup& group) const {
    return ends_like_sentence(tokens_, group.last) || tokens_.mark(group.last.tokens.end - 1) == SentenceMark::kPause;
  }

  bool ends_with_stop(const LineGroup& group) const {
    const std::uint32_t last = group.last.tokens.end - 1;
    const bool question = tokens_.mark(last) == SentenceMark::kTerminator;
    return !question && ends_like_paragraph(group);
  }

  // The first lines that are no furniture: short, without a full stop, and with prose below them.
  bool is_title(std::size_t i) const {
    const LineGroup& group = groups_[i];
    if (titled_ || group.width > kWidestTitle || ends_with_stop(group) || tokens_.is_lower(group.first.tokens.begin)) return false;
    if (starts_list_item(tokens_, group.first) || group.first.wide_gaps != 0) return false;
    return has_prose_after(i);
  }

  bool has_prose_after(std::size_t i) const {
    constexpr std::size_t kNear = 6;
    for (std::size_t next = i + 1; next < groups_.size() && next <= i + kNear; ++next) {
      if (groups_[next].width > kWidestTitle || ends_like_sentence(tokens_, groups_[next].last)) return true;
    }
    return false;
  }

  // "1. Introduction": a numbered line alone, not one of several items.
  bool is_section_heading(std::size_t i) const {
    const LineGroup& group = groups_[i];
    if (group.width > kWidestHeading || !starts_section(tokens_, group.first) || ends_with_stop(group) || i + 1 == groups_.size())
      return false;
    const bool item_above = i > 0 && !group.first.blank_before && starts_list_item(tokens_, groups_[i - 1].first);
    const bool item_below = starts_list_item(tokens_, groups_[i + 1].first) && !starts_section(tokens_, groups_[i + 1].first);
    return !item_above && !item_below && !is_run_of_items(i);
  }

  bool is_run_of_items(std::size_t i) const {
    const LineGroup& next = groups_[i + 1];
    return !next.first.blank_before && starts_list_item(tokens_, next.first);
  }

  // Short, a capital or digit first, no mark at the end, prose or a table below, and no longer row of such lines.
  bool looks_like_heading(std::size_t i) const {
    if (!is_heading_shaped(groups_[i]) || i + 1 >= groups_.size()) return false;
    if (!groups_[i].first.blank_before && i > 0 && is_heading_shaped(groups_[i - 1]) && !groups_[i - 1].table_row) return false;
    const LineGroup& next = groups_[i + 1];
    if (next.table_row) return true;
    const bool row_of_lines = is_heading_shaped(next) && !next.first.blank_before;
    return !row_of_lines;
  }

  // "What comes next?" on a line of its own between paragraphs.
  bool is_question_heading(std::size_t i) const {
    constexpr std::uint32_t kWidest = 70;
    const LineGroup& group = groups_[i];
    if (group.width > kWidest || group.lines > 1 || i + 1 >= groups_.size() || !tokens_.is(group.last.tokens.end - 1, '?')) return false;
    const bool alone = group.first.blank_before && groups_[i + 1].first.blank_before;
    return alone && tokens_.is_capitalised(group.first.tokens.begin) && groups_[i + 1].width > kWidest;
  }

  bool is_heading_shaped(const LineGroup& group) const {
    if (group.width > kWidestHeading || group.lines > 2 || group.first.wide_gaps != 0 || ends_like_paragraph(group)) return false;
    const std::uint32_t first = group.first.tokens.begin;
    return tokens_.is_word(first) ? !tokens_.is_lower(first) : tokens_.mark(first) == SentenceMark::kOpener;
  }

  bool has_digit(const LineGroup& group) const {
    for (std::uint32_t i = group.first.tokens.begin; i < group.last.tokens.end; ++i) {
      if (!tokens_.is_mark(i) && tokens_[i].kind != TokenKind::kWord) return true;
    }
    return false;
  }

  // "… on June 16. Photo: Agency", "A. Writer. Photo credit: Agency"
  bool ends_with_credit(const LineGroup& group) const {
    constexpr std::uint32_t kTail = 8;
    const std::uint32_t end = group.last.tokens.end;
    const std::uint32_t begin = group.first.tokens.begin;
    for (std::uint32_t i = end - begin > kTail ? end - kTail : begin; i + 2 < end; ++i) {
      const std::string_view word = tokens_.surface(i);
      if (word != "Photo" && word != "Image" && word != "Picture" && word != "Photograph") continue;
      if (tokens_.is(i + 1, ':') || (i + 3 < end && tokens_.is(i + 2, ':') && tokens_.surface(i + 1).starts_with("credit"))) return true;
    }
    return false;
  }

  const SentenceTokens& tokens_;
  const std::vector<LineGroup>& groups_;
  BlockKind section_ = BlockKind::kParagraph;  // or kBibliography, kFootnote: the section being read
  bool titled_ = false;
  std::uint32_t headlines_left_ = 0;  // that may follow below "Related stories"
};

}  // namespace

void classify_groups(const SentenceTokens& tokens, const std::vector<LineGroup>& groups, std::vector<BlockKind>& kinds) {
  kinds.clear();
  GroupClassifier classifier(tokens, groups);
  for (std::size_t i = 0; i < groups.size(); ++i) kinds.push_back(classifier.classify(i));
}

}  // namespace attest

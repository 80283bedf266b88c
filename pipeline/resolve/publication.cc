#include "resolve/publication.h"

#include <algorithm>
#include <array>

#include "engine/gazetteer.h"
#include "resolve/tense.h"
#include "value/calendar.h"

namespace attest {
namespace {

constexpr std::uint32_t kOpeningBlocks = 8;
constexpr std::uint32_t kClosingBlocks = 6;

class Reader {
 public:
  explicit Reader(const AnalysedText& text) : text_(&text), view_{text.text, text.tokens} {}

  [[nodiscard]] bool states(const StatedDay& day) const {
    const std::uint32_t block = block_of(day);
    const auto blocks = static_cast<std::uint32_t>(text_->blocks.size());
    const bool opening = block < kOpeningBlocks;
    const bool closing = block + kClosingBlocks >= blocks;
    if (!opening && !closing) return false;
    return says_published(day) || is_line_of_its_own(day) || (opening && is_dateline(day));
  }

  [[nodiscard]] bool may_date_the_text(const StatedDay& day) const {
    const BlockKind kind = text_->blocks[block_of(day)].kind;
    if (kind == BlockKind::kBibliography || kind == BlockKind::kFurniture || kind == BlockKind::kFootnote) return false;
    return !is_future(tense_around(view_, sentence_of(day), day.tokens));
  }

  [[nodiscard]] Span bytes_of(TokenRange tokens) const { return {view_.tokens[tokens.begin].begin, view_.tokens[tokens.end - 1].end}; }

 private:
  [[nodiscard]] std::uint32_t block_of(const StatedDay& day) const { return text_->sentences[day.sentence].block; }
  [[nodiscard]] TokenRange sentence_of(const StatedDay& day) const { return text_->sentences[day.sentence].tokens; }

  // "Published June 3, 2024", "First published in the Gazette on …", "This article was originally published on …".
  [[nodiscard]] bool says_published(const StatedDay& day) const {
    constexpr std::array<std::string_view, 8> kVerbs = {"published", "Published", "posted", "Posted",
                                                        "updated",   "Updated",   "issued", "Issued"};
    constexpr std::uint32_t kFarthestVerb = 5;
    constexpr std::uint32_t kFarthestDate = 14;
    const std::uint32_t first = sentence_of(day).begin;
    if (day.tokens.begin > first + kFarthestDate) return false;
    const std::uint32_t limit = std::min(day.tokens.begin, first + kFarthestVerb);
    for (std::uint32_t token = first; token < limit; ++token) {
      const bool verb = std::find(kVerbs.begin(), kVerbs.end(), view_.word(token)) != kVerbs.end();
      if (verb && only_about_the_article(first, token)) return true;
    }
    return false;
  }

  // What may stand before the verb: another subject ("The ministry published …") speaks of something else.
  [[nodiscard]] bool only_about_the_article(std::uint32_t first, std::uint32_t verb) const {
    constexpr std::array<std::string_view, 14> kWords = {"first",   "First",   "last", "Last", "originally", "Originally", "This",
                                                         "article", "Article", "was",  "This", "story",      "*",          "("};
    for (std::uint32_t token = first; token < verb; ++token) {
      if (std::find(kWords.begin(), kWords.end(), view_.word(token)) == kWords.end()) return false;
    }
    return true;
  }

  // "June 17, 2025", "By A. Writer, 17 June 2025", "Tuesday, June 17, 2025 | Economy".
  [[nodiscard]] bool is_line_of_its_own(const StatedDay& day) const {
    constexpr std::uint32_t kOtherTokens = 5;
    const TokenRange sentence = sentence_of(day);
    const Block& block = text_->blocks[block_of(day)];
    if (block.kind == BlockKind::kTableRow || block.kind == BlockKind::kCaption || block.kind == BlockKind::kFootnote) return false;
    const Span bytes = text_->sentences[day.sentence].bytes;
    const bool whole_block = bytes == block.bytes;
    const std::uint32_t others = sentence.end - sentence.begin - (day.tokens.end - day.tokens.begin);
    return whole_block && others <= kOtherTokens && !has_small_word(sentence, day.tokens);
  }

  // "ASTANA, June 17, 2025 (Gazette) —": names before it, a dash or a bracket behind.
  [[nodiscard]] bool is_dateline(const StatedDay& day) const {
    constexpr std::uint32_t kLongestPlace = 8;
    const TokenRange sentence = sentence_of(day);
    const Block& block = text_->blocks[block_of(day)];
    if (view_.tokens[sentence.begin].begin != block.bytes.begin || day.tokens.begin - sentence.begin > kLongestPlace) return false;
    if (has_small_word({sentence.begin, day.tokens.begin}, day.tokens) || day.tokens.end >= sentence.end) return false;
    constexpr std::array<std::string_view, 6> kMarks = {"—", "–", "-", "(", ":", "/"};
    return std::find(kMarks.begin(), kMarks.end(), view_.word(day.tokens.end)) != kMarks.end();
  }

  // A word in small letters outside the date, other than "by" and "on".
  [[nodiscard]] bool has_small_word(TokenRange range, TokenRange date) const {
    for (std::uint32_t token = range.begin; token < range.end; ++token) {
      if (token >= date.begin && token < date.end) continue;
      const Token& at = view_.tokens[token];
      const std::string_view word = view_.word(token);
      if (at.kind == TokenKind::kWord && !at.has(token_flag::kCapitalised) && word != "by" && word != "on") return true;
    }
    return false;
  }

  const AnalysedText* text_;
  TokenView view_;
};

}  // namespace

Publication publication_of(const DocumentMetadata& metadata, const AnalysedText& text, std::span<const StatedDay> days) {
  if (const auto known = parse_iso_date(metadata.published)) {
    return {known, metadata.published_basis == PublishedBasis::kNone ? PublishedBasis::kGiven : metadata.published_basis, {}};
  }
  const Reader reader(text);
  for (const StatedDay& day : days) {
    if (reader.states(day)) return {day.day, PublishedBasis::kStated, reader.bytes_of(day.tokens)};
  }
  Publication newest;
  for (const StatedDay& day : days) {
    if ((newest.day && day.day <= *newest.day) || !reader.may_date_the_text(day)) continue;
    newest = {day.day, PublishedBasis::kInferred, reader.bytes_of(day.tokens)};
  }
  return newest;
}

}  // namespace attest

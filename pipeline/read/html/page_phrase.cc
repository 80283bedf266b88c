#include "read/html/page_phrase.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "read/html/word_list.h"

namespace attest::html {
namespace {

struct PhraseRow {
  std::string_view folded, surface, kind, extent;
};
constexpr auto kPhrases = sorted_rows(std::to_array<PhraseRow>({
#include "page_phrase.inc"
}));

constexpr std::size_t kLongestPhrase = 60;

// Letters and digits in small ASCII letters, words apart by single spaces; bytes beyond ASCII stay.
std::string folded_beginning(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (word) folded += ascii_lower(c);
    if (!word && c != '\'' && !folded.empty() && folded.back() != ' ') folded += ' ';
    if (folded.size() > kLongestPhrase) return folded;
  }
  while (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

constexpr std::array<std::string_view, 12> kMore = {"also",  "keep",    "latest", "more",        "most", "next",
                                                    "other", "popular", "recent", "recommended", "top",  "trending"};
constexpr std::array<std::string_view, 12> kCounted = {"comment", "comments",  "kommentar",    "kommentare",  "komentarze", "reacties",
                                                       "replies", "responses", "commentaires", "comentarios", "thoughts",   "antworten"};
constexpr std::array<std::string_view, 10> kStories = {"articles", "coverage", "headlines", "news",    "picks",
                                                       "posts",    "reading",  "reads",     "stories", "videos"};

// "More great stories", "Most read articles": by the first and the last of at most six words.
bool heads_more_stories(std::string_view folded) noexcept {
  if (std::count(folded.begin(), folded.end(), ' ') > 5) return false;
  const std::string_view first = folded.substr(0, folded.find(' '));
  const std::string_view last = folded.substr(folded.rfind(' ') + 1);
  return std::find(kMore.begin(), kMore.end(), first) != kMore.end() && std::find(kStories.begin(), kStories.end(), last) != kStories.end();
}

Phrase kind_of(const PhraseRow& row) noexcept {
  if (row.kind == "section") return Phrase::kSection;
  return row.kind == "tail" ? Phrase::kTail : Phrase::kLine;
}

// "12 Comments", "10 thoughts on ...", "3 Antworten auf ...".
bool counts_comments(std::string_view folded) noexcept {
  const std::size_t space = folded.find_first_not_of("0123456789");
  if (space == 0 || space == std::string_view::npos || folded[space] != ' ') return false;
  const std::string_view word = folded.substr(space + 1, folded.find(' ', space + 1) - space - 1);
  return std::find(kCounted.begin(), kCounted.end(), word) != kCounted.end();
}

// Two words begin many a sentence, so they count in short lines alone.
bool may_begin(std::string_view words, std::size_t block_size) noexcept {
  constexpr std::size_t kShort = 140;
  return block_size <= kShort || std::count(words.begin(), words.end(), ' ') >= 2;
}

// Scripts without spaces between words: the phrase is but how the block begins.
Phrase phrase_without_spaces(std::string_view folded) noexcept {
  constexpr char kFirstIdeographs = '\xE3';
  for (const PhraseRow& row : kPhrases) {
    const bool ideographs = static_cast<unsigned char>(row.folded.front()) >= static_cast<unsigned char>(kFirstIdeographs);
    if (ideographs && row.extent == "start" && folded.starts_with(row.folded)) return kind_of(row);
  }
  return Phrase::kNone;
}

Phrase phrase_of_folded(std::string_view folded, std::size_t block_size) noexcept {
  if (!folded.empty() && static_cast<unsigned char>(folded.front()) >= 0xE3) {
    if (const Phrase phrase = phrase_without_spaces(folded); phrase != Phrase::kNone) return phrase;
  }
  if (const std::size_t count = folded.find_last_not_of("0123456789 "); count < folded.size() && folded.back() != folded[count]) {
    folded = folded.substr(0, count + 1);  // "Comments (12)"
  }
  if (const PhraseRow* row = find_row(kPhrases, folded)) return kind_of(*row);
  for (std::size_t space = folded.rfind(' '); space != std::string_view::npos && space > 0; space = folded.rfind(' ', space - 1)) {
    const PhraseRow* row = find_row(kPhrases, folded.substr(0, space));
    if (row != nullptr && row->extent == "start" && may_begin(row->folded, block_size)) return kind_of(*row);
  }
  if (counts_comments(folded)) return Phrase::kTail;
  return heads_more_stories(folded) ? Phrase::kSection : Phrase::kNone;
}

}  // namespace

Phrase phrase_of(std::string_view text) {
  constexpr std::size_t kLongestLine = 600;  // bytes; longer blocks are paragraphs, whatever they begin with
  return text.size() > kLongestLine ? Phrase::kNone : phrase_of_folded(folded_beginning(text), text.size());
}

}  // namespace attest::html

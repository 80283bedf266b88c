#include "read/html/page_phrase.h"

#include <algorithm>
#include <array>
#include <string>

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
    if (word) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    if (!word && c != '\'' && !folded.empty() && folded.back() != ' ') folded += ' ';
    if (folded.size() > kLongestPhrase) return folded;
  }
  while (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

constexpr std::array<std::string_view, 12> kMore = {"also",  "keep",    "latest", "more",        "most", "next",
                                                    "other", "popular", "recent", "recommended", "top",  "trending"};
constexpr std::array<std::string_view, 10> kStories = {"articles", "coverage", "headlines", "news",    "picks",
                                                       "posts",    "reading",  "reads",     "stories", "videos"};

// "More great stories", "Most read articles": by the first and the last of at most six words.
bool heads_more_stories(std::string_view folded) noexcept {
  if (std::count(folded.begin(), folded.end(), ' ') > 5) return false;
  const std::string_view first = folded.substr(0, folded.find(' '));
  const std::string_view last = folded.substr(folded.rfind(' ') + 1);
  return std::find(kMore.begin(), kMore.end(), first) != kMore.end() && std::find(kStories.begin(), kStories.end(), last) != kStories.end();
}

Phrase kind_of(const PhraseRow& row) noexcept { return row.kind == "section" ? Phrase::kSection : Phrase::kLine; }

}  // namespace

Phrase phrase_of(std::string_view text) {
  const std::string folded = folded_beginning(text);
  if (const PhraseRow* row = find_row(kPhrases, folded)) return kind_of(*row);
  for (std::size_t space = folded.rfind(' '); space != std::string::npos && space > 0; space = folded.rfind(' ', space - 1)) {
    const PhraseRow* row = find_row(kPhrases, std::string_view(folded).substr(0, space));
    if (row != nullptr && row->extent == "start") return kind_of(*row);
  }
  return heads_more_stories(folded) ? Phrase::kSection : Phrase::kNone;
}

}  // namespace attest::html

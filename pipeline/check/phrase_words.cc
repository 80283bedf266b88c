#include "check/phrase_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 23> kLittleWords = {"the", "a",    "an",    "of",  "in", "to",   "and",    "for",
                                                           "on",  "with", "s",     "by",  "at", "as",   "from",   "its",
                                                           "new", "has",  "total", "was", "is", "that", "between"};

constexpr bool is_word_byte(char c) { return is_ascii_letter(c) || ('0' <= c && c <= '9') || static_cast<unsigned char>(c) >= 0x80; }

bool is_little(std::string_view word) { return std::find(kLittleWords.begin(), kLittleWords.end(), word) != kLittleWords.end(); }

}  // namespace

std::vector<std::string> content_words(std::string_view phrase) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (word.size() > 3 && word.ends_with("ies")) {
      word.replace(word.size() - 3, 3, "y");
    } else if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) {
      word.pop_back();
    }
    if (word.size() > 1 && !is_little(word)) words.push_back(word);
    word.clear();
  };
  for (const char c : phrase) {
    if (is_word_byte(c)) {
      word += ascii_lower(c);
    } else {
      end_word();
    }
  }
  end_word();
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t shared = 0;
  for (const std::string& word : a) shared += std::binary_search(b.begin(), b.end(), word) ? 1 : 0;
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace attest

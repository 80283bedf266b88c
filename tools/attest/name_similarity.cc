#include "name_similarity.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace attest::command {
namespace {

constexpr std::array<std::string_view, 11> kLittleWords = {"a", "an", "and", "for", "in", "of", "on", "s", "the", "to", "with"};

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

char in_lower_case(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

void add_word(std::string word, std::set<std::string>& words) {
  if (word.empty() || std::find(kLittleWords.begin(), kLittleWords.end(), word) != kLittleWords.end()) return;
  if (word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  words.insert(std::move(word));
}

std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text) {
    const char lower = in_lower_case(c);
    if (is_letter_or_digit(lower)) {
      word += lower;
    } else {
      add_word(std::move(word), words);
      word.clear();
    }
  }
  add_word(std::move(word), words);
  return words;
}

}  // namespace

double name_similarity(std::string_view a, std::string_view b) {
  const std::set<std::string> ours = words_of(a);
  const std::set<std::string> theirs = words_of(b);
  if (ours.empty() || theirs.empty()) return ours.empty() && theirs.empty() ? 1 : 0;
  const auto shared =
      static_cast<double>(std::count_if(ours.begin(), ours.end(), [&](const auto& word) { return theirs.count(word) > 0; }));
  return shared / (static_cast<double>(ours.size() + theirs.size()) - shared);
}

}  // namespace attest::command

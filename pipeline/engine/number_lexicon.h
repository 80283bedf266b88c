// The words of spelled-out numbers, by word id: the lists `number_word` and `number_joiner` (columns kind and value).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/gazetteer.h"
#include "value/number_words.h"

namespace attest {

class NumberLexicon {
 public:
  NumberLexicon() = default;
  /// Reads both lists where they exist. Entries of several words are left out; where a word stands twice, the first row counts.
  NumberLexicon(const Gazetteer& gazetteer, const Vocabulary& vocabulary);

  /// What a word does in a number; nothing for words that make no number.
  [[nodiscard]] std::optional<NumberWord> find(WordId word) const noexcept { return word < words_.size() ? words_[word] : std::nullopt; }

 private:
  void read_list(const Gazetteer& gazetteer, const Vocabulary& vocabulary, std::string_view name);

  std::vector<std::optional<NumberWord>> words_;  // by word id
};

/// The kind of this name in the lists ("unit", "scale", "and", ...), as rules/README.md has them.
[[nodiscard]] std::optional<NumberWordKind> number_word_kind_named(std::string_view name) noexcept;

/// The number that these tokens spell ("two and a half million"), with digits where they stand in for words. Nothing where
/// they do not form exactly one number, or a token makes no number.
[[nodiscard]] std::optional<NumberPhrase> spelled_number(const TokenView& view, TokenRange tokens, const NumberLexicon& lexicon);

}  // namespace attest

#include "engine/word_interest.h"

namespace attest {

WordInterest::WordInterest(const CompiledRules& rules) : rules_(&rules), words_per_set_(rules.word_classes.size() / 64 + 1) {}

void WordInterest::clear() {
  ids_.clear();
  pool_.clear();
}

void WordInterest::add_word(WordId word, ClassSet& set) const {
  const std::uint32_t word_class = rules_->word_classes.class_of(word);
  set[word_class / 64] |= std::uint64_t{1} << (word_class % 64);
}

void WordInterest::add_words(std::span<const WordId> words, ClassSet& set) const {
  for (const WordId word : words) add_word(word, set);
}

void WordInterest::add(const Instruction& test, ClassSet& classes) {
  switch (test.op) {
    case Op::kWord:
    case Op::kExactWord:
      add_word(test.operand, classes);
      return;
    case Op::kWordSet:
    case Op::kList: {
      const auto [known, is_new] = known_.try_emplace({test.op, test.operand}, none());
      if (is_new) add_words_of(test, known->second);
      for (std::size_t i = 0; i < classes.size(); ++i) classes[i] |= known->second[i];
      return;
    }
    default:
      return;
  }
}

void WordInterest::add_words_of(const Instruction& test, ClassSet& set) const {
  if (test.op == Op::kWordSet) return add_words(rules_->word_sets[test.operand], set);
  const auto list = static_cast<ListId>(test.operand);
  add_words(rules_->gazetteer.first_words(list), set);
  add_words(rules_->gazetteer.last_words(list), set);
}

WordInterest::Id WordInterest::id_of(const ClassSet& classes) {
  const auto [place, is_new] = ids_.try_emplace(classes, static_cast<Id>(ids_.size()));
  if (is_new) pool_.insert(pool_.end(), classes.begin(), classes.end());
  return place->second;
}

}  // namespace attest

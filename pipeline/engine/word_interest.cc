#include "engine/word_interest.h"

namespace attest {
namespace {

void unite(const WordInterest::ClassSet& from, WordInterest::ClassSet& into) {
  for (std::size_t i = 0; i < from.size(); ++i) into[i] |= from[i];
}

}  // namespace

WordInterest::WordInterest(const CompiledRules& rules) : rules_(&rules), words_per_set_(rules.word_classes.size() / 64 + 1) {}

void WordInterest::clear() {
  ids_.clear();
  pool_.clear();
}

void WordInterest::add_word(WordId word, ClassSet& set) const {
  const std::uint32_t word_class = rules_->word_classes.class_of(word);
  set[word_class / 64] |= std::uint64_t{1} << (word_class % 64);
}

WordInterest::ClassSet WordInterest::classes_of(std::span<const WordId> words) const {
  ClassSet set(words_per_set_, 0);
  for (const WordId word : words) add_word(word, set);
  return set;
}

void WordInterest::add(const Instruction& test, Sets& sets) {
  switch (test.op) {
    case Op::kWord:
    case Op::kExactWord:
      add_word(test.operand, sets.words);
      return;
    case Op::kWordSet:
    case Op::kList: {
      auto [known, is_new] = known_.try_emplace({test.op, test.operand});
      if (is_new && test.op == Op::kWordSet) {
        known->second = {classes_of(rules_->word_sets[test.operand]), ClassSet(words_per_set_, 0)};
      } else if (is_new) {
        const auto list = static_cast<ListId>(test.operand);
        known->second = {classes_of(rules_->gazetteer.first_words(list)), classes_of(rules_->gazetteer.first_words_of_longer(list))};
        unite(classes_of(rules_->gazetteer.last_words(list)), known->second.words);
      }
      unite(known->second.words, sets.words);
      unite(known->second.openings, sets.openings);
      return;
    }
    default:
      return;
  }
}

WordInterest::Id WordInterest::id_of(const Sets& sets) {
  const auto [place, is_new] = ids_.try_emplace(sets, static_cast<Id>(ids_.size()));
  if (is_new) {
    pool_.insert(pool_.end(), sets.words.begin(), sets.words.end());
    pool_.insert(pool_.end(), sets.openings.begin(), sets.openings.end());
  }
  return place->second;
}

}  // namespace attest

// Which classes of words some tests can tell from a word that no rule knows. To a place in the rules that asks for five words,
// all others are one: the trigger automaton looks at its tokens through such a filter, and so meets few different inputs.
//
//   WordInterest interest(rules);
//   WordInterest::ClassSet classes = interest.none();
//   interest.add(instruction, classes);              // for each test that is near
//   const auto id = interest.id_of(classes);
//   if (interest.holds(id, word_class)) ...          // else the word may be taken for an unknown one
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "engine/program.h"

namespace attest {

class WordInterest {
 public:
  /// A bit for each class of words.
  using ClassSet = std::vector<std::uint64_t>;
  using Id = std::uint32_t;

  explicit WordInterest(const CompiledRules& rules);

  /// No class at all.
  [[nodiscard]] ClassSet none() const { return ClassSet(words_per_set_, 0); }
  /// Adds the classes that a test of a word or list tells apart; other instructions add none.
  void add(const Instruction& test, ClassSet& classes);
  /// Equal sets share an id.
  [[nodiscard]] Id id_of(const ClassSet& classes);

  [[nodiscard]] bool holds(Id id, std::uint32_t word_class) const noexcept {
    return (pool_[id * words_per_set_ + word_class / 64] >> (word_class % 64) & 1) != 0;
  }

  /// Forgets all ids.
  void clear();

 private:
  void add_word(WordId word, ClassSet& set) const;
  void add_words(std::span<const WordId> words, ClassSet& set) const;
  void add_words_of(const Instruction& test, ClassSet& set) const;

  const CompiledRules* rules_;
  std::size_t words_per_set_;
  std::map<std::pair<Op, std::uint32_t>, ClassSet> known_;  // by test: what it adds
  std::map<ClassSet, Id> ids_;
  ClassSet pool_;  // the sets by id, one behind the other
};

}  // namespace attest

// Which classes of words some tests can tell from a word that no rule knows. To a place in the rules that asks for five words,
// all others are one: the trigger automaton looks at its tokens through such a filter, and so meets few different inputs.
//
//   WordInterest interest(rules);
//   WordInterest::Sets sets;
//   interest.add(instruction, sets);                 // for each test that is near
//   const auto id = interest.id_of(sets);
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
  struct Sets {
    ClassSet words;     ///< Some test tells this class from class 0.
    ClassSet openings;  ///< Some list of these has entries of several words that begin with it.

    friend auto operator<=>(const Sets&, const Sets&) = default;
  };
  using Id = std::uint32_t;

  explicit WordInterest(const CompiledRules& rules);

  /// No class at all.
  [[nodiscard]] Sets none() const { return {ClassSet(words_per_set_, 0), ClassSet(words_per_set_, 0)}; }
  /// Adds the classes that a test of a word or list tells apart; other instructions add none.
  void add(const Instruction& test, Sets& sets);
  /// Equal sets share an id.
  [[nodiscard]] Id id_of(const Sets& sets);

  [[nodiscard]] bool holds(Id id, std::uint32_t word_class) const noexcept { return bit(2 * std::size_t{id}, word_class); }
  [[nodiscard]] bool opens(Id id, std::uint32_t word_class) const noexcept { return bit(2 * std::size_t{id} + 1, word_class); }

  /// Forgets all ids.
  void clear();

 private:
  [[nodiscard]] bool bit(std::size_t set, std::uint32_t word_class) const noexcept {
    return (pool_[set * words_per_set_ + word_class / 64] >> (word_class % 64) & 1) != 0;
  }
  void add_word(WordId word, ClassSet& set) const;
  [[nodiscard]] ClassSet classes_of(std::span<const WordId> words) const;

  const CompiledRules* rules_;
  std::size_t words_per_set_;
  std::map<std::pair<Op, std::uint32_t>, Sets> known_;  // by test: what it adds
  std::map<Sets, Id> ids_;
  ClassSet pool_;  // two sets an id
};

}  // namespace attest

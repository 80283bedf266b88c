// The alphabet of the trigger automaton: what the tests of single tokens, in all rules together, can tell of a token.
//
// Two words that occur in the same lists, word sets and literals of the rules are one word class; a symbol is the word class
// with the token classes and whether white space stands before the token. Rules of thousands of words know few classes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/image.h"
#include "engine/token_class.h"
#include "text/vocabulary.h"

namespace attest {

/// Word class above, token classes (token_class.h) and a bit more below.
using Symbol = std::uint32_t;

namespace symbol {
inline constexpr unsigned kClassBits = 14;
inline constexpr Symbol kGlued = 1U << kClassBits;  ///< No white space stands before the token.
inline constexpr unsigned kWordClassShift = kClassBits + 1;
inline constexpr Symbol kWordClass = ~Symbol{0} << kWordClassShift;
inline constexpr std::uint32_t kMostWordClasses = (1U << (32 - kWordClassShift)) - 1;
inline constexpr Symbol kNoToken = 0xFFFFFFFF;  ///< Where the sentence ends: no word class is as large as this one's.

[[nodiscard]] constexpr ClassMask classes(Symbol s) noexcept { return s & (kGlued - 1); }
[[nodiscard]] constexpr std::uint32_t word_class(Symbol s) noexcept { return s >> kWordClassShift; }
[[nodiscard]] constexpr bool is_glued(Symbol s) noexcept { return s != kNoToken && (s & kGlued) != 0; }
}  // namespace symbol

/// A partition of the vocabulary. Class 0 holds the words of no set, unknown ones among them.
class WordClasses {
 public:
  WordClasses() = default;
  /// The coarsest partition in which each of these sets (of distinct words) is a union of classes.
  explicit WordClasses(std::span<const std::span<const WordId>> sets);

  /// A word of the class; kUnknownWord for class 0.
  [[nodiscard]] WordId representative(std::uint32_t word_class) const noexcept {
    return word_class < representatives_.size() ? representatives_[word_class] : kUnknownWord;
  }
  [[nodiscard]] std::uint32_t class_of(WordId word) const noexcept {
    return word < symbols_.size() ? symbol::word_class(symbols_[word]) : 0;
  }
  /// One more than the largest class.
  [[nodiscard]] std::size_t size() const noexcept { return representatives_.size(); }

  /// The symbol of a token.
  [[nodiscard]] Symbol symbol_of(const TokenView& view, std::uint32_t token) const noexcept {
    const Symbol glued = view.tokens[token].has(token_flag::kSpaceBefore) ? 0 : symbol::kGlued;
    const WordId word = view.tokens[token].word;
    return (word < symbols_.size() ? symbols_[word] : 0) | glued | classes_of(view, token);
  }

 private:
  friend struct ImageFields<WordClasses>;

  std::vector<Symbol> symbols_;  // by word id: that of its class
  std::vector<WordId> representatives_{kUnknownWord};
};

}  // namespace attest

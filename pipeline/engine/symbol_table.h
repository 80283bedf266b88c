// Tokens to symbols. Tokens that begin with a digit or outside ASCII are told apart by the shapes that they match, too: a
// class of words and a set of shapes make a class of their own, found out once for each distinct short token.
//
//   SymbolTable symbols(rules.word_classes, rules.shapes);       // one a thread
//   const Symbol symbol = symbols.symbol_of(view, token);
//   symbols.word_of(symbol)                                      // stands for the words of all tokens of this symbol
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/token_shape.h"
#include "engine/token_symbol.h"

namespace attest {

class SymbolTable {
 public:
  SymbolTable(const WordClasses& word_classes, std::span<const Shape> shapes);

  [[nodiscard]] Symbol symbol_of(const TokenView& view, std::uint32_t token);

  /// A word of the symbol's class; kUnknownWord for kNoToken.
  [[nodiscard]] WordId word_of(Symbol symbol) const noexcept;
  /// The class of words of a symbol's tokens, whatever their shapes.
  [[nodiscard]] std::uint32_t word_class_of(Symbol symbol) const noexcept {
    const std::uint32_t symbol_class = symbol::word_class(symbol);
    return symbol_class < word_classes_->size() ? symbol_class : shaped_classes_[symbol_class - word_classes_->size()].word_class;
  }
  /// Whether tokens of this symbol match a shape, by index; nothing where the symbol does not tell.
  [[nodiscard]] std::optional<bool> matches_shape(Symbol symbol, std::uint32_t shape) const noexcept;

 private:
  struct ShapedClass {
    std::uint32_t word_class = 0;
    NarrowShapes::Set shapes = 0;

    friend constexpr auto operator<=>(const ShapedClass&, const ShapedClass&) = default;
  };
  /// A short token seen before. Direct-mapped: another one with the same hash takes its place.
  struct Seen {
    std::uint64_t head = 0;  // its bytes
    std::uint32_t size = 0;
    std::uint32_t symbol_class = 0;
  };

  std::uint32_t shaped_class_of(std::string_view token, std::uint32_t word_class);
  std::uint32_t find_shaped_class(std::string_view token, std::uint32_t word_class);

  const WordClasses* word_classes_;
  std::span<const Shape> shapes_;
  NarrowShapes narrow_;
  std::map<ShapedClass, std::uint32_t> ids_;  // counted on from the word classes
  std::vector<ShapedClass> shaped_classes_;
  std::vector<Seen> seen_;
};

}  // namespace attest

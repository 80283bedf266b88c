#include "engine/symbol_table.h"

#include "text/byte_block.h"

namespace attest {
namespace {

constexpr std::size_t kSeenSlots = 1U << 13;

}  // namespace

SymbolTable::SymbolTable(const WordClasses& word_classes, std::span<const Shape> shapes)
    : word_classes_(&word_classes), shapes_(shapes), narrow_(shapes), seen_(kSeenSlots) {}

Symbol SymbolTable::symbol_of(const TokenView& view, std::uint32_t token) {
  const Symbol symbol = word_classes_->symbol_of(view, token);
  if ((symbol & (token_class::kDigit | token_class::kNonAscii)) == 0) return symbol;
  const std::uint32_t shaped = shaped_class_of(view.word(token), symbol::word_class(symbol));
  return (symbol & ~symbol::kWordClass) | shaped << symbol::kWordClassShift;
}

WordId SymbolTable::word_of(Symbol symbol) const noexcept {
  if (symbol == symbol::kNoToken) return kUnknownWord;
  return word_classes_->representative(word_class_of(symbol));
}

std::optional<bool> SymbolTable::matches_shape(Symbol symbol, std::uint32_t shape) const noexcept {
  const ClassMask needed = shapes_[shape].classes;
  if ((symbol & needed) != needed) return false;
  const std::size_t word_class = symbol::word_class(symbol);
  if (narrow_.number(shape) == NarrowShapes::kNone || word_class < word_classes_->size()) return std::nullopt;
  return (shaped_classes_[word_class - word_classes_->size()].shapes >> narrow_.number(shape) & 1) != 0;
}

std::uint32_t SymbolTable::shaped_class_of(std::string_view token, std::uint32_t word_class) {
  if (token.size() >= kBlockSize) return find_shaped_class(token, word_class);
  const std::uint64_t head = load_part(token.data(), token.size());
  Seen& seen = seen_[WordKey::of_head(head, static_cast<std::uint32_t>(token.size())).hash % kSeenSlots];
  if (seen.head != head || seen.size != token.size()) {
    seen = {head, static_cast<std::uint32_t>(token.size()), find_shaped_class(token, word_class)};
  }
  return seen.symbol_class;
}

// Should classes run out, the class of words remains, which does not tell shapes.
std::uint32_t SymbolTable::find_shaped_class(std::string_view token, std::uint32_t word_class) {
  const ShapedClass made{word_class, narrow_.matching(token)};
  const std::size_t next = word_classes_->size() + shaped_classes_.size();
  if (next >= symbol::kMostWordClasses && !ids_.contains(made)) return word_class;
  const auto [place, is_new] = ids_.try_emplace(made, static_cast<std::uint32_t>(next));
  if (is_new) shaped_classes_.push_back(made);
  return place->second;
}

}  // namespace attest

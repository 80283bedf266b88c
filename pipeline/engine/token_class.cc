#include "engine/token_class.h"

#include <array>
#include <utility>

namespace attest {
namespace {

constexpr std::array<std::pair<std::string_view, ClassMask>, 12> kClasses = {{
    {"word", token_class::kWord},
    {"number", token_class::kNumber},
    {"alphanumeric", token_class::kAlphanumeric},
    {"punctuation", token_class::kPunctuation},
    {"symbol", token_class::kSymbol},
    {"any", token_class::kAny},
    {"capitalised", token_class::kCapitalised},
    {"upper", token_class::kUpper},
    {"lower", token_class::kLower},
    {"newline", token_class::kNewline},
    {"tab", token_class::kTab},
    {"plural", token_class::kPlural},
}};

bool looks_plural(std::string_view word) noexcept {
  const auto lower = [](char c) { return static_cast<char>(c | 0x20); };
  if (word.size() < 3 || lower(word.back()) != 's') return false;
  const char before = lower(word[word.size() - 2]);
  return before != 's' && before != 'u' && before != 'i' && before >= 'a' && before <= 'z';
}

constexpr std::size_t kKinds = 5;
constexpr std::size_t kFlagSets = 256;

constexpr ClassMask classes_of_flags(TokenKind kind, std::uint8_t flags) {
  constexpr std::array<ClassMask, kKinds> kKindClass = {token_class::kWord, token_class::kNumber, token_class::kAlphanumeric,
                                                        token_class::kPunctuation, token_class::kSymbol};
  ClassMask mask = token_class::kAny | kKindClass[static_cast<std::size_t>(kind)];
  if ((flags & token_flag::kCapitalised) != 0) mask |= token_class::kCapitalised;
  if ((flags & token_flag::kAllCaps) != 0) mask |= token_class::kUpper;
  if ((flags & token_flag::kNewlineBefore) != 0) mask |= token_class::kNewline;
  if ((flags & token_flag::kTabBefore) != 0) mask |= token_class::kTab;
  const bool has_capital = (flags & (token_flag::kCapitalised | token_flag::kAllCaps)) != 0;
  if (kind == TokenKind::kWord && !has_capital) mask |= token_class::kLower;
  return mask;
}

// What the kind and the flags of a token say, for all of them: looked up at every token that a pattern touches.
constexpr std::array<std::array<ClassMask, kFlagSets>, kKinds> kFlagClasses = [] {
  std::array<std::array<ClassMask, kFlagSets>, kKinds> table{};
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    for (std::size_t flags = 0; flags < kFlagSets; ++flags) {
      table[kind][flags] = classes_of_flags(static_cast<TokenKind>(kind), static_cast<std::uint8_t>(flags));
    }
  }
  return table;
}();

}  // namespace

std::optional<ClassMask> token_class_named(std::string_view name) noexcept {
  for (const auto& [known, mask] : kClasses) {
    if (known == name) return mask;
  }
  return std::nullopt;
}

ClassMask classes_of(const TokenView& view, std::uint32_t index) noexcept {
  const Token& token = view.tokens[index];
  ClassMask mask = kFlagClasses[static_cast<std::size_t>(token.kind)][token.flags];
  const auto first = static_cast<unsigned char>(view.text[token.begin]);
  if (first >= '0' && first <= '9') mask |= token_class::kDigit;
  if (first >= 0x80) mask |= token_class::kNonAscii;
  if (token.kind == TokenKind::kWord && looks_plural(view.word(index))) mask |= token_class::kPlural;
  return mask;
}

}  // namespace attest

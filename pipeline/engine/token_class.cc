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

ClassMask kind_class(TokenKind kind) noexcept {
  switch (kind) {
    case TokenKind::kWord: return token_class::kWord;
    case TokenKind::kNumber: return token_class::kNumber;
    case TokenKind::kAlphanumeric: return token_class::kAlphanumeric;
    case TokenKind::kPunctuation: return token_class::kPunctuation;
    case TokenKind::kSymbol: return token_class::kSymbol;
  }
  return 0;
}

}  // namespace

std::optional<ClassMask> token_class_named(std::string_view name) noexcept {
  for (const auto& [known, mask] : kClasses) {
    if (known == name) return mask;
  }
  return std::nullopt;
}

ClassMask classes_of(const TokenView& view, std::uint32_t index) noexcept {
  const Token& token = view.tokens[index];
  ClassMask mask = token_class::kAny | kind_class(token.kind);
  if (token.has(token_flag::kCapitalised)) mask |= token_class::kCapitalised;
  if (token.has(token_flag::kAllCaps)) mask |= token_class::kUpper;
  if (token.has(token_flag::kNewlineBefore)) mask |= token_class::kNewline;
  if (token.has(token_flag::kTabBefore)) mask |= token_class::kTab;
  const char first = view.text[token.begin];
  if (first >= '0' && first <= '9') mask |= token_class::kDigit;
  if (static_cast<unsigned char>(first) >= 0x80) mask |= token_class::kNonAscii;
  if (token.kind == TokenKind::kWord) {
    if (!token.has(token_flag::kCapitalised | token_flag::kAllCaps)) mask |= token_class::kLower;
    if (looks_plural(view.word(index))) mask |= token_class::kPlural;
  }
  return mask;
}

}  // namespace attest

#include "resolve/reference_mark.h"

#include <algorithm>

namespace attest {
namespace {

bool is_entry(BlockKind kind) noexcept { return kind == BlockKind::kBibliography || kind == BlockKind::kFootnote; }

bool has_digits_only(std::string_view word) noexcept {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string_view References::word(std::uint32_t token) const noexcept { return text_->tokens[token].span().of(text_->text); }

bool References::is_year(std::uint32_t token) const noexcept {
  const std::string_view year = word(token);
  return year.size() == 4 && has_digits_only(year) && (year.starts_with("1") || year.starts_with("20"));
}

void References::read(const AnalysedText& text) {
  text_ = &text;
  by_mark_.clear();
  by_author_.clear();
  std::uint32_t previous = 0xFFFFFFFF;
  for (const Sentence& sentence : text.sentences) {
    const Block& block = text.blocks[sentence.block];
    if (sentence.block != previous && is_entry(block.kind)) read_entry(block, sentence.tokens.begin);
    previous = sentence.block;
  }
}

/// "[2] Omarova ...", "2. Omarova ...", "- Omarova, B. (2025) ...".
void References::read_entry(const Block& block, std::uint32_t first_token) {
  constexpr std::uint32_t kOpeningTokens = 4;
  const auto limit = static_cast<std::uint32_t>(std::min<std::size_t>(text_->tokens.size(), first_token + kOpeningTokens));
  for (std::uint32_t i = first_token; i < limit; ++i) {
    const Token& token = text_->tokens[i];
    if (token.begin >= block.bytes.end) return;
    if (has_digits_only(word(i))) {
      by_mark_.emplace(word(i), block.bytes);
    } else if (token.kind == TokenKind::kWord && token.has(token_flag::kCapitalised)) {
      by_author_.emplace(word(i), block.bytes);
      return;
    }
  }
}

std::optional<Reference> References::in(const Sentence& sentence) const {
  if (is_entry(text_->blocks[sentence.block].kind)) return std::nullopt;
  for (std::uint32_t i = sentence.tokens.begin; i + 2 < sentence.tokens.end; ++i) {
    const std::string_view mark = word(i);
    if (mark != "[" && mark != "(") continue;
    auto found = mark == "[" ? mark_at(i, sentence.tokens.end) : citation_at(i, sentence.tokens.begin, sentence.tokens.end);
    if (found) return found;
  }
  return std::nullopt;
}

std::optional<Reference> References::mark_at(std::uint32_t token, std::uint32_t end) const {
  const std::string_view number = word(token + 1);
  if (!has_digits_only(number)) return std::nullopt;
  std::uint32_t close = token + 2;
  while (close < end && word(close) != "]" && close < token + 10) ++close;
  if (close >= end || word(close) != "]") return std::nullopt;
  const auto entry = by_mark_.find(number);
  if (entry == by_mark_.end() && !by_mark_.empty()) return std::nullopt;
  const Span bytes{text_->tokens[token].begin, text_->tokens[close].end};
  return Reference{"[" + std::string(number) + "]", bytes, entry == by_mark_.end() ? Span{} : entry->second};
}

/// "(Omarova, 2025)", "(Li and Chen, 2019: 12)" or, where the bibliography knows it, "Omarova (2025)".
std::optional<Reference> References::citation_at(std::uint32_t token, std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kLongestCitation = 16;
  if (is_year(token + 1)) {
    if (token == begin || !text_->tokens[token - 1].has(token_flag::kCapitalised)) return std::nullopt;
    const Span entry = entry_of(word(token - 1), word(token + 1));
    if (entry.begin == entry.end) return std::nullopt;
    const Span bytes{text_->tokens[token - 1].begin, text_->tokens[token + 1].end};
    return Reference{std::string(word(token - 1)) + ", " + std::string(word(token + 1)), bytes, entry};
  }
  if (!text_->tokens[token + 1].has(token_flag::kCapitalised)) return std::nullopt;
  for (std::uint32_t i = token + 2; i < std::min(end, token + kLongestCitation) && word(i) != ")"; ++i) {
    const std::string_view before = word(i - 1);
    if (!is_year(i) || (before != "," && by_author_.empty())) continue;
    const Span bytes{text_->tokens[token + 1].begin, text_->tokens[i].end};
    return Reference{std::string(bytes.of(text_->text)), bytes, entry_of(word(token + 1), word(i))};
  }
  return std::nullopt;
}

Span References::entry_of(std::string_view author, std::string_view year) const {
  const auto [first, last] = by_author_.equal_range(author);
  const auto of_year = [&](const auto& entry) { return entry.second.of(text_->text).find(year) != std::string_view::npos; };
  const auto found = std::find_if(first, last, of_year);
  return found == last ? Span{} : found->second;
}

}  // namespace attest

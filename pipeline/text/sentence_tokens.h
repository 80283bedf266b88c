// A document's tokens as sentence and block splitting look at them. Every question is O(1).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/sentence_mark.h"
#include "text/token.h"

namespace attest {

class SentenceTokens {
 public:
  /// Both must outlive the view; indexes below are into `tokens`.
  SentenceTokens(std::string_view text, const std::vector<Token>& tokens) noexcept : text_(text), tokens_(&tokens) {}

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(tokens_->size()); }
  [[nodiscard]] const Token& operator[](std::uint32_t index) const noexcept { return (*tokens_)[index]; }
  [[nodiscard]] std::string_view surface(std::uint32_t index) const noexcept { return (*this)[index].span().of(text_); }

  /// True where no white space stands before the token.
  [[nodiscard]] bool glued(std::uint32_t index) const noexcept { return !(*this)[index].has(token_flag::kSpaceBefore); }
  [[nodiscard]] bool is_mark(std::uint32_t index) const noexcept { return (*this)[index].kind >= TokenKind::kPunctuation; }
  [[nodiscard]] bool is_number(std::uint32_t index) const noexcept { return (*this)[index].kind == TokenKind::kNumber; }
  /// Words, and words with digits.
  [[nodiscard]] bool is_word(std::uint32_t index) const noexcept {
    return (*this)[index].kind == TokenKind::kWord || (*this)[index].kind == TokenKind::kAlphanumeric;
  }
  [[nodiscard]] bool is_capitalised(std::uint32_t index) const noexcept { return (*this)[index].has(token_flag::kCapitalised); }
  /// A word whose last byte is a point: "U.S.".
  [[nodiscard]] bool ends_with_point(std::uint32_t index) const noexcept {
    return (*this)[index].kind == TokenKind::kWord && text_[(*this)[index].end - 1] == '.';
  }

  /// The first code point of a token.
  [[nodiscard]] char32_t code_point(std::uint32_t index) const noexcept {
    const Token& token = (*this)[index];
    const auto first = static_cast<unsigned char>(text_[token.begin]);
    if (first < 0x80) return first;
    return decode((*this)[index].begin);
  }
  /// What a token that is a mark means; kNone for words and numbers.
  [[nodiscard]] SentenceMark mark(std::uint32_t index) const noexcept {
    if (!is_mark(index)) return SentenceMark::kNone;
    const Token& token = (*this)[index];
    const SentenceMark meaning = sentence_mark(code_point(index));
    return meaning == SentenceMark::kStop && token.end - token.begin > 1 ? SentenceMark::kEllipsis : meaning;
  }
  /// True of a mark that is this ASCII character.
  [[nodiscard]] bool is(std::uint32_t index, char mark) const noexcept {
    return text_[(*this)[index].begin] == mark && (*this)[index].end - (*this)[index].begin == 1;
  }
  /// A word whose first letter is lower case in a script that has capitals.
  [[nodiscard]] bool is_lower(std::uint32_t index) const noexcept;
  /// A word of a script without capitals.
  [[nodiscard]] bool is_caseless(std::uint32_t index) const noexcept;

 private:
  [[nodiscard]] char32_t decode(std::uint32_t at) const noexcept;

  std::string_view text_;
  const std::vector<Token>* tokens_;
};

}  // namespace attest

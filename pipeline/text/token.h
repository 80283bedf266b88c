// Tokens: the alphabet over which rules are written.
#pragma once

#include <cstdint>

#include "base/span.h"
#include "text/vocabulary.h"

namespace attest {

enum class TokenKind : std::uint8_t {
  kWord,          ///< Letters, with inner apostrophes and dots of abbreviations: "Xi'an", "U.S.", "don't".
  kNumber,        ///< Digits with inner grouping and decimal signs: "1,200", "43.8", "2024", "1.234.567,89", "1'000".
  kAlphanumeric,  ///< A letter first, then letters and digits: "G20", "C5", "Q1", "COVID19".
  kPunctuation,   ///< One mark: . , ; : ! ? ( ) [ ] quotes, dashes.
  kSymbol,        ///< One symbol: $ € % + = / & # @ ° and the like.
};

namespace token_flag {
inline constexpr std::uint8_t kSpaceBefore = 1;    ///< White space (or the text's start) stands before the token.
inline constexpr std::uint8_t kNewlineBefore = 2;  ///< That white space holds a line break.
inline constexpr std::uint8_t kCapitalised = 4;    ///< The first letter is upper case.
inline constexpr std::uint8_t kAllCaps = 8;        ///< No lower-case letter, at least one upper-case one.
inline constexpr std::uint8_t kNonAscii = 16;      ///< Some byte is 0x80 or above.
inline constexpr std::uint8_t kFirstInSentence = 32;
inline constexpr std::uint8_t kTabBefore = 64;  ///< The white space before holds a tab: a table's next cell.
}  // namespace token_flag

/// One token; `begin` and `end` are byte offsets into the canonical text.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  WordId word = kUnknownWord;  ///< Id of the folded token in the closed vocabulary (numbers and marks have ids, too).
  TokenKind kind = TokenKind::kWord;
  std::uint8_t flags = 0;

  [[nodiscard]] constexpr bool has(std::uint8_t flag) const noexcept { return (flags & flag) != 0; }
  [[nodiscard]] constexpr Span span() const noexcept { return {begin, end}; }
};

}  // namespace attest

// What a mark between words means to a sentence and to a block.
#pragma once

#include <array>
#include <cstdint>

namespace attest {

enum class SentenceMark : std::uint8_t {
  kNone,
  kStop,        ///< "." and its narrow look-alikes: ends a sentence unless it abbreviates.
  kTerminator,  ///< "!", "?" and their combinations.
  kFullStop,    ///< Terminators of scripts without capitals ("。", "？", "।"): they always end a sentence.
  kEllipsis,    ///< "…", and the tokeniser's "..".
  kOpener,      ///< Opening brackets and quotation marks.
  kCloser,      ///< Closing brackets and quotation marks.
  kQuote,       ///< Marks that open as well as close: " and '.
  kDash,        ///< Hyphens and dashes.
  kBullet,      ///< Signs before list items: "•".
  kPause,       ///< Commas, colons, semicolons: a sentence goes on.
};

/// The meaning of a code point by Unicode's properties (Sentence_Terminal, Terminal_Punctuation, Quotation_Mark, Dash,
/// general categories Ps, Pe, Pi, Pf), but for full stops, ellipsis, bullets and "`", which are named.
[[nodiscard]] SentenceMark unicode_sentence_mark(char32_t code_point) noexcept;

/// The same for ASCII without a call; a test compares the two.
[[nodiscard]] constexpr SentenceMark ascii_sentence_mark(unsigned char byte) noexcept {
  switch (byte) {
    case '.':
      return SentenceMark::kStop;
    case '!':
    case '?':
      return SentenceMark::kTerminator;
    case '(':
    case '[':
    case '{':
    case '`':
      return SentenceMark::kOpener;
    case ')':
    case ']':
    case '}':
      return SentenceMark::kCloser;
    case '"':
    case '\'':
      return SentenceMark::kQuote;
    case '-':
      return SentenceMark::kDash;
    case ',':
    case ':':
    case ';':
      return SentenceMark::kPause;
    default:
      return SentenceMark::kNone;
  }
}

inline constexpr std::array<SentenceMark, 128> kAsciiSentenceMarks = [] {
  std::array<SentenceMark, 128> marks{};
  for (unsigned char byte = 0; byte < 128; ++byte) marks[byte] = ascii_sentence_mark(byte);
  return marks;
}();

/// The meaning of any code point.
[[nodiscard]] inline SentenceMark sentence_mark(char32_t code_point) noexcept {
  return code_point < 128 ? kAsciiSentenceMarks[code_point] : unicode_sentence_mark(code_point);
}

/// True of marks that may end a sentence.
[[nodiscard]] constexpr bool may_terminate(SentenceMark mark) noexcept {
  return mark >= SentenceMark::kStop && mark <= SentenceMark::kEllipsis;
}

}  // namespace attest

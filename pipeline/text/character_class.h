// What a code point is to the tokeniser.
#pragma once

#include <array>
#include <cstdint>

namespace attest {

inline constexpr char32_t kTypographicApostrophe = 0x2019;

enum class CharacterClass : std::uint8_t {
  kEnd,             ///< No code point: the end of the text.
  kSpace,           ///< White space and control characters.
  kTab,             ///< U+0009.
  kNewline,         ///< Line feed, carriage return, vertical tab, form feed, U+0085, U+2028, U+2029.
  kLetter,          ///< Letters and letter numbers of scripts that put spaces between words.
  kUnspacedLetter,  ///< Letters and marks of scripts that do not: Han, kana, Thai, Lao, Khmer, Myanmar ...
  kCombining,       ///< Combining marks of other scripts: part of the word before them.
  kIgnorable,       ///< Shows nothing: soft hyphen, zero-width space and joiners, byte-order mark, variation selectors.
  kDigit,           ///< Decimal digits of any script.
  kApostrophe,      ///< U+0027 and U+2019.
  kPunctuation,
  kCurrency,  ///< $ and all other currency signs.
  kSymbol,    ///< Everything else, superscript digits and fractions among it.
};

/// The class of a code point, from ICU's properties. Values that are no Unicode scalar value are symbols.
[[nodiscard]] CharacterClass character_class(char32_t code_point) noexcept;

/// True of kIgnorable code points.
[[nodiscard]] bool is_ignorable(char32_t code_point) noexcept;

/// The same classes for ASCII, written down as a table that needs no call.
[[nodiscard]] constexpr CharacterClass ascii_class(unsigned char byte) noexcept {
  using enum CharacterClass;
  if (byte == '\t') return kTab;
  if (byte >= 0x0A && byte <= 0x0D) return kNewline;
  if (byte <= 0x20 || byte == 0x7F) return kSpace;
  if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) return kLetter;
  if (byte >= '0' && byte <= '9') return kDigit;
  switch (byte) {
    case '\'':
      return kApostrophe;
    case '$':
      return kCurrency;
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '"':
    case '`':
    case '-':
    case '_':
      return kPunctuation;
    default:
      return kSymbol;
  }
}

inline constexpr std::array<CharacterClass, 128> kAsciiClass = [] {
  std::array<CharacterClass, 128> classes{};
  for (unsigned char byte = 0; byte < 128; ++byte) classes[byte] = ascii_class(byte);
  return classes;
}();

}  // namespace attest

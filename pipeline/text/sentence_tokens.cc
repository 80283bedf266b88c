#include "text/sentence_tokens.h"

#include <unicode/uchar.h>

namespace attest {

// A code point of more than one byte; the text is valid UTF-8.
char32_t SentenceTokens::decode(std::uint32_t at) const noexcept {
  const auto byte = [&](std::uint32_t offset) { return static_cast<char32_t>(static_cast<unsigned char>(text_[at + offset])); };
  const auto tail = [&](std::uint32_t offset) { return byte(offset) & 0x3F; };
  if (byte(0) < 0xE0) return ((byte(0) & 0x1F) << 6) | tail(1);
  if (byte(0) < 0xF0) return ((byte(0) & 0x0F) << 12) | (tail(1) << 6) | tail(2);
  return ((byte(0) & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3);
}

bool SentenceTokens::is_lower(std::uint32_t index) const noexcept {
  if (!is_word(index)) return false;
  const char32_t first = code_point(index);
  if (first < 0x80) return first >= 'a' && first <= 'z';
  return u_islower(static_cast<UChar32>(first)) != 0;
}

bool SentenceTokens::is_caseless(std::uint32_t index) const noexcept {
  if (!is_word(index)) return false;
  const char32_t first = code_point(index);
  return first >= 0x80 && u_isalpha(static_cast<UChar32>(first)) != 0 && u_islower(static_cast<UChar32>(first)) == 0 &&
         u_isupper(static_cast<UChar32>(first)) == 0;
}

}  // namespace attest

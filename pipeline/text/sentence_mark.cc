#include "text/sentence_mark.h"

#include <unicode/uchar.h>

namespace attest {
namespace {

// Signs that writers put before list items. Dashes and asterisks are not among them: they also stand between words.
bool is_bullet(UChar32 c) noexcept {
  switch (c) {
    case 0x2022:  // bullet
    case 0x2023:  // triangular bullet
    case 0x2043:  // hyphen bullet
    case 0x25A0:  // squares
    case 0x25AA:
    case 0x25B6:  // triangles
    case 0x25B8:
    case 0x25CB:  // circles
    case 0x25CF:
    case 0x25E6:
    case 0x27A2:  // arrowhead
    case 0xF0B7:  // the Symbol font's bullet, as word processors export it
      return true;
    default:
      return false;
  }
}

SentenceMark terminator_mark(UChar32 c) noexcept {
  if (c == '.' || c == 0xFE52) return SentenceMark::kStop;
  const bool general = c < 0x100 || (c >= 0x2000 && c < 0x2070);
  return general ? SentenceMark::kTerminator : SentenceMark::kFullStop;
}

}  // namespace

SentenceMark unicode_sentence_mark(char32_t code_point) noexcept {
  const auto c = static_cast<UChar32>(code_point);
  if (c == 0x2026) return SentenceMark::kEllipsis;
  if (c == '`') return SentenceMark::kOpener;  // opens quotations in ASCII typesetting: ``so''
  if (is_bullet(c)) return SentenceMark::kBullet;
  if (u_hasBinaryProperty(c, UCHAR_S_TERM)) return terminator_mark(c);
  switch (u_charType(c)) {
    case U_START_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
      return SentenceMark::kOpener;
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return SentenceMark::kCloser;
    default:
      break;
  }
  if (u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK)) return SentenceMark::kQuote;
  if (u_hasBinaryProperty(c, UCHAR_DASH)) return SentenceMark::kDash;
  if (u_hasBinaryProperty(c, UCHAR_TERMINAL_PUNCTUATION)) return SentenceMark::kPause;
  return SentenceMark::kNone;
}

}  // namespace attest

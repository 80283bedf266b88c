#include "text/character_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace attest {
namespace {

constexpr std::uint32_t kLetters = U_GC_L_MASK | U_GC_NL_MASK;
constexpr std::uint32_t kMarks = U_GC_M_MASK;
constexpr std::uint32_t kBracketsAndDashes = U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK | U_GC_PD_MASK | U_GC_PC_MASK;

bool is_newline(UChar32 c) noexcept { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

// Scripts for which ICU's word break iterator has a dictionary or cuts at every sign.
bool is_unspaced_script(UChar32 c) noexcept {
  constexpr UChar32 kProlongedSoundMark = 0x30FC;  // of script Common, but written only within kana
  if (c < 0x0E00) return false;
  if (c == kProlongedSoundMark || c == 0xFF70) return true;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_YI:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

// Unicode files these under "other punctuation" (Po); a reader of figures takes them for symbols.
bool is_symbol_among_punctuation(UChar32 c) noexcept {
  switch (c) {
    case '#':
    case '%':
    case '&':
    case '*':
    case '/':
    case '@':
    case '\\':
    case 0xA7:    // section sign
    case 0xB6:    // pilcrow
    case 0x066A:  // Arabic percent sign
    case 0x2020:
    case 0x2021:
    case 0x2022:  // daggers, bullet
    case 0x2030:
    case 0x2031:  // per mille, per ten thousand
    case 0x2032:
    case 0x2033:
    case 0x2034:  // primes
    case 0xFE6A:  // small percent sign
    case 0xFF03:
    case 0xFF05:
    case 0xFF06:
    case 0xFF0A:
    case 0xFF0F:
    case 0xFF20:
    case 0xFF3C:  // full-width # % & * / @ backslash
      return true;
    default:
      return false;
  }
}

CharacterClass class_of_letter(UChar32 c, std::uint32_t category) noexcept {
  if (is_unspaced_script(c)) return CharacterClass::kUnspacedLetter;
  return (category & kMarks) != 0 ? CharacterClass::kCombining : CharacterClass::kLetter;
}

}  // namespace

bool is_ignorable(char32_t code_point) noexcept {
  return code_point >= 0xAD && u_hasBinaryProperty(static_cast<UChar32>(code_point), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

CharacterClass character_class(char32_t code_point) noexcept {
  using enum CharacterClass;
  if (code_point > 0x10FFFF) return kSymbol;
  const auto c = static_cast<UChar32>(code_point);
  if (c == '\'' || code_point == kTypographicApostrophe) return kApostrophe;
  if (c == '\t') return kTab;
  if (is_newline(c)) return kNewline;
  if (u_isUWhiteSpace(c) != 0) return kSpace;
  const std::uint32_t category = U_GET_GC_MASK(c);
  if ((category & U_GC_CC_MASK) != 0) return kSpace;
  if (is_ignorable(code_point)) return kIgnorable;
  if ((category & (kLetters | kMarks)) != 0) return class_of_letter(c, category);
  if ((category & U_GC_ND_MASK) != 0) return kDigit;
  if ((category & U_GC_SC_MASK) != 0) return kCurrency;
  if ((category & kBracketsAndDashes) != 0 || c == '`') return kPunctuation;
  if ((category & U_GC_PO_MASK) != 0) return is_symbol_among_punctuation(c) ? kSymbol : kPunctuation;
  return kSymbol;
}

}  // namespace attest

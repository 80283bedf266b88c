// Text in charsets from before UTF-8, recognised by statistics (ICU's detector).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// Least confidence, of 100, of ICU's detector that is believed: 10 is its guess without evidence, and a language that
/// it has no statistics of (Ukrainian in windows-1251) reaches 18 to 25.
inline constexpr int kLeastCharsetConfidence = 15;
/// How much more confidence the likeliest charset must have than the next one that reads the bytes as other text. One
/// sentence of Polish or Czech is often nearer to a tie between two charsets than this, and then is refused.
inline constexpr int kLeastCharsetLead = 11;

/// Decodes `bytes`, which are not UTF-8 and hold no NUL, by the likeliest charset that (1) ICU's detector gives with
/// enough confidence and lead, (2) decodes every byte, and (3) yields assigned characters without controls other than
/// white space. Nothing where no charset does: no byte is ever replaced or left out. Known are the charsets of
/// ucsdet_getAllDetectableCharsets: ISO 8859 and windows-125x, KOI8-R, GB18030, Big5, Shift_JIS, EUC-JP and EUC-KR;
/// those of DOS and the classic Macintosh, and Baltic and Thai ones, are not, and may be taken for one that is.
[[nodiscard]] std::optional<std::string> decode_legacy(std::string_view bytes);

}  // namespace attest

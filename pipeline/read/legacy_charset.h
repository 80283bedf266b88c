// Text in charsets from before UTF-8, recognised by statistics (ICU's detector).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest {

/// Least confidence, of 100, of ICU's detector that is believed. In ICU's scale 10 is a guess without evidence.
inline constexpr int kLeastCharsetConfidence = 15;

/// Decodes `bytes`, which are not UTF-8 and hold no NUL, by the likeliest charset that (1) ICU's detector gives with
/// confidence of at least kLeastCharsetConfidence, (2) decodes every byte, and (3) yields assigned characters without
/// controls other than white space. Nothing where no charset does: no byte is ever replaced or left out.
[[nodiscard]] std::optional<std::string> decode_legacy(std::string_view bytes);

}  // namespace attest

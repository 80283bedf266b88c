// Decoding without a copy where the bytes are UTF-8 already; `decode_text` of read/reader.h is the same for a view.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

/// Most bytes of a canonical text: a span's ends are 32-bit numbers, and the highest is kept free.
inline constexpr std::uint64_t kLongestText = 0xFFFF'FFFE;

/// As `decode_text` of read/reader.h; well-formed UTF-8 without a byte-order mark is moved through. Input or output over
/// kLongestText bytes is an error of code kTooLarge.
[[nodiscard]] Result<std::string> decode_owned(std::string bytes);

/// The byte-order mark of UTF-8.
inline constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
/// `text` behind that mark, if it begins with one.
[[nodiscard]] inline std::string_view without_utf8_mark(std::string_view text) noexcept {
  return text.starts_with(kUtf8Mark) ? text.substr(kUtf8Mark.size()) : text;
}

/// True where `bytes` begin with the byte-order mark of UTF-16 or UTF-32; the first four bytes decide.
[[nodiscard]] bool has_wide_mark(std::string_view bytes) noexcept;

}  // namespace attest

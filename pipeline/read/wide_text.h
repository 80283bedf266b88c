// UTF-16 and UTF-32 to UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest {

enum class WideEncoding { kUtf16Le, kUtf16Be, kUtf32Le, kUtf32Be };

/// Decodes `bytes` from `start` (behind the byte-order mark) to their end. Lone surrogates, code points past U+10FFFF,
/// U+0000 and an incomplete last unit are errors of code kEncoding that name the byte's offset in `bytes`.
[[nodiscard]] Result<std::string> decode_wide(std::string_view bytes, std::size_t start, WideEncoding encoding);

/// Recognises UTF-16 without a byte-order mark by its NULs: an even number of at least 16 bytes, NULs in the places of
/// the high bytes alone, and these high bytes NUL for 80 of 100 units (Latin letters), or NUL and one other value for
/// 95 of 100 units with NULs for 5 of them (Cyrillic, Greek, Arabic, with spaces). Nothing where that is not clear.
[[nodiscard]] std::optional<WideEncoding> recognise_utf16(std::string_view bytes) noexcept;

}  // namespace attest

// Bytes of a page to UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace attest::html {

/// Decodes a page. A byte-order mark decides; else well-formed UTF-8 is taken as it is; else the charset that the page
/// declares in its first 4 KiB (`meta charset`, `meta http-equiv`, an XML declaration), with the names and meanings that
/// browsers give them ("iso-8859-1" is windows-1252); else the charset that is detected (legacy_charset.h). Bytes without
/// a meaning in a declared charset become U+FFFD, as in browsers: pages are pieced together from sources that differ.
/// Error: kEncoding where nothing is declared and nothing can be detected.
[[nodiscard]] Result<std::string> decode_page(std::string bytes);

/// All of `bytes` in UTF-8, by a charset's name as it is declared; bytes without a meaning become U+FFFD. Nothing where the
/// charset is not known.
[[nodiscard]] std::optional<std::string> decode_declared(std::string_view bytes, std::string_view charset);

/// The charset that a page declares, as written; "" where it declares none.
[[nodiscard]] std::string_view declared_charset(std::string_view bytes) noexcept;

}  // namespace attest::html

// The codings of mail: quoted-printable, base64, encoded words.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// Decodes base64 (RFC 4648); characters outside its alphabet are passed over, as RFC 2045 asks.
[[nodiscard]] std::string decode_base64(std::string_view text);
/// Decodes quoted-printable (RFC 2045); broken escapes stay as they are. With `in_header`, "_" is a space (RFC 2047).
[[nodiscard]] std::string decode_quoted_printable(std::string_view text, bool in_header);
/// A header field's value in UTF-8, its encoded words ("=?utf-8?B?...?=") decoded.
[[nodiscard]] std::string decode_header(std::string_view value);
/// `bytes` in UTF-8: by the charset's name; where that is "" or unknown, as they are if they are UTF-8, else as
/// windows-1252.
[[nodiscard]] std::string decode_mail_text(std::string bytes, std::string_view charset);

}  // namespace attest

// Web archives: WARC (ISO 28500), as crawlers write them; packed ones come through archive.h.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "read/line_stream.h"

namespace attest {

[[nodiscard]] inline bool begins_like_warc(std::string_view bytes) noexcept { return bytes.starts_with("WARC/1."); }

/// A page or text of a record, with the address it was got from.
struct WarcContent {
  std::string address;
  std::string media_type;  ///< text/html, text/plain, application/xhtml+xml
  std::string body;        ///< Without HTTP's header; chunks and gzip undone.
};

/// Calls `content` with each record of type response, resource or conversion that is a page or plain text and was got with
/// status 200; returning false stops. Records are read one at a time; one of more than 64 MiB, or damaged, goes to `failed`
/// with its address in `where`. False where `content` stopped. Error: kFormat where the file breaks off or is no WARC.
[[nodiscard]] Result<bool> read_warc(LineStream& stream, const std::function<bool(WarcContent)>& content,
                                     const std::function<void(const Error&)>& failed);

}  // namespace attest

// A web page to a Document: its article's text with what the page says about it.
//
//   Result<Document> article = read_page(bytes, "https://example.org/port.html");
#pragma once

#include <string>

#include "base/result.h"
#include "record/document.h"

namespace attest::html {

/// Decodes, parses and extracts (page_encoding.h, page_tree.h, main_content.h, page_metadata.h). `address` is where the
/// page comes from, or "". Errors, without `where`: kEncoding, kTooLarge, and kFormat for a page without text.
[[nodiscard]] Result<Document> read_page(std::string bytes, const std::string& address);

/// The text of a piece of HTML in UTF-8 that is an article already: all that is shown, laid out as in page_layout.h.
/// Error: kTooLarge.
[[nodiscard]] Result<std::string> fragment_text(std::string html);

/// True where bytes begin like a web page: `<!doctype html`, `<html`, `<head`, or another element that only HTML has,
/// behind white space, comments and an XML declaration. Feeds and other XML are none. Looks at the first 4 KiB.
[[nodiscard]] bool begins_like_page(std::string_view bytes) noexcept;

}  // namespace attest::html

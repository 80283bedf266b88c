// Markdown (CommonMark with tables), through md4c.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// True where bytes begin like Markdown: front matter (`---`, fields, `---`), or a heading `# ` as the first line and
/// another mark of Markdown (a link, emphasis, a list, a table) in the first 4 KiB.
[[nodiscard]] bool begins_like_markdown(std::string_view bytes) noexcept;

/// The text without its marks: headings, paragraphs, list items ("- "), tables in rows with tabs. Front matter gives
/// title, author, date, publisher, url and language; else the first heading is the title (and stays in the text).
/// `text` is UTF-8. Errors, without `where`: kFormat for what has no text, kTooLarge.
[[nodiscard]] Result<Document> read_markdown(const std::string& text);

}  // namespace attest

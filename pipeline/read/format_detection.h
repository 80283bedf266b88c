// Telling JSON lines from plain text by their beginning.
#pragma once

#include "read/jsonl_row.h"
#include "read/line_stream.h"

namespace attest {

/// True where the first line of `stream` that is not blank (a byte-order mark of UTF-8 aside) is a row of an article, by
/// JsonlRowParser::looks_like_article. Nothing is consumed. Reads as far as that line goes, and no further than the
/// first other character where that is no brace.
[[nodiscard]] bool begins_with_article_row(LineStream& stream, JsonlRowParser& rows);

}  // namespace attest

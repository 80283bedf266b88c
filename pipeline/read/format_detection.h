// Telling formats apart by their beginning.
#pragma once

#include <string_view>

#include "read/jsonl_row.h"
#include "read/line_stream.h"
#include "read/reader.h"

namespace attest {

/// How many bytes `detect_format` looks at.
inline constexpr std::size_t kFormatBeginning = 4096;

/// The format of what begins with `bytes` (all of it, or kFormatBeginning bytes and more), and where content does not say,
/// by the ending of `name`, less that of a compression (".jsonl.gz"); kText where neither says. JSON lines are told by
/// their name alone: `begins_with_article_row` tells the others.
[[nodiscard]] InputFormat detect_format(std::string_view bytes, std::string_view name);

/// True where the first line of `stream` that is not blank (a byte-order mark of UTF-8 aside) is a row of an article, by
/// JsonlRowParser::looks_like_article. Nothing is consumed. Reads as far as that line goes, and no further than the
/// first other character where that is no brace.
[[nodiscard]] bool begins_with_article_row(LineStream& stream, JsonlRowParser& rows);

}  // namespace attest

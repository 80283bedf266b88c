// One row of JSON lines to a Document.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"
#include "record/document.h"

namespace attest {

/// Parses rows; reuses its memory from row to row. A row is a line without its end, with kLinePadding (line_stream.h)
/// readable bytes behind it.
class JsonlRowParser {
 public:
  JsonlRowParser();
  ~JsonlRowParser();
  JsonlRowParser(JsonlRowParser&&) noexcept;
  JsonlRowParser& operator=(JsonlRowParser&&) noexcept;

  /// The document that the row states: `id` (a string, or an integer as written) and `text` or `html` (a web page, read as
  /// html/page_reader.h has it), and where present `title`, `publisher`, `author`, `url` (strings) and `published` (an ISO
  /// date; of a moment the day is kept), which win over what the page says. null counts as absent, other fields are passed over, the last
  /// of equal names counts. Errors, without `where`: kFormat for a row that is no JSON object or whose field is missing, of another type or
  /// no date; kEncoding for broken UTF-8 and for NUL characters; kTooLarge for a row that memory does not hold.
  [[nodiscard]] Result<Document> parse(std::string_view padded_row);

  /// True for a JSON object with a `text` or `html`: tells JSON lines from plain text that begins with a brace.
  [[nodiscard]] bool looks_like_article(std::string_view padded_row);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace attest

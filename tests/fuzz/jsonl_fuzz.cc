// Any bytes, in blocks of any size, give whole documents or errors, and the same ones as in one large block.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "read/format_detection.h"
#include "read/jsonl_row.h"
#include "read/line_stream.h"
#include "read/utf8_survey.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

attest::ReadBytes serve(std::string_view bytes) {
  return [bytes](char* into, std::size_t at_most) mutable -> attest::Result<std::size_t> {
    const std::size_t count = bytes.copy(into, at_most);
    bytes.remove_prefix(count);
    return count;
  };
}

// What became of each line: the document's id and text, or the error.
std::vector<std::string> outcomes(std::string_view bytes, std::size_t block) {
  attest::LineStream stream(serve(bytes), {.block = block, .longest_line = 300});
  attest::JsonlRowParser rows;
  std::vector<std::string> all = {attest::begins_with_article_row(stream, rows) ? "rows" : "text"};
  while (const auto line = stream.next()) {
    const auto document = rows.parse(line->text);
    if (document) require(attest::is_utf8(document->text) && attest::is_utf8(document->source) && !document->source.empty());
    if (document) require(document->text.find('\0') == std::string::npos);
    all.push_back(document ? document->source + "|" + document->text : document.error().to_string());
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t block = std::max<std::size_t>(data[0], 1);
  require(outcomes(bytes, block) == outcomes(bytes, std::size_t{1} << 20));
  return 0;
}

#include "read/format_detection.h"

#include <algorithm>

#include "read/decode_text.h"

namespace attest {
namespace {

constexpr std::string_view kWhiteSpace = " \t\r\n";

}  // namespace

bool begins_with_article_row(LineStream& stream, JsonlRowParser& rows) {
  while (stream.pending().size() < kUtf8Mark.size() && stream.fill()) continue;
  const std::size_t mark = stream.pending().size() - without_utf8_mark(stream.pending()).size();
  std::size_t begin = mark;  // of the line; what lies before `end` was looked at
  std::size_t end = mark;
  for (bool more = true; more; more = stream.fill()) {
    const std::string_view pending = stream.pending();
    if (begin == end) begin = end = std::min(pending.find_first_not_of(kWhiteSpace, begin), pending.size());
    if (begin == pending.size()) continue;
    if (pending[begin] != '{') return false;
    end = std::min(pending.find('\n', end), pending.size());
    if (end != pending.size()) break;
  }
  return begin != end && rows.looks_like_article(stream.pending().substr(begin, end - begin));
}

}  // namespace attest

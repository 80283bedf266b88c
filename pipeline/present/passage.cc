#include "present/passage.h"

#include <algorithm>

#include "present/display_text.h"

namespace attest {
namespace {

bool ends_line(char byte) { return byte == '\n' || byte == '\r'; }

// Where the context before `begin` starts: at the line's start, or behind a space at most `context` bytes before.
std::uint32_t context_begin(std::string_view text, std::uint32_t begin, std::uint32_t context) {
  std::uint32_t at = begin;
  const std::uint32_t limit = begin > context ? begin - context : 0;
  while (at > limit && !ends_line(text[at - 1])) --at;
  if (at == 0 || ends_line(text[at - 1])) return at;
  while (at < begin && text[at] != ' ') ++at;
  return at;
}

// Where the context behind `end` ends: at the line's end, or before a space at most `context` bytes behind.
std::uint32_t context_end(std::string_view text, std::uint32_t end, std::uint32_t context) {
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t at = end;
  const std::uint32_t limit = size - end > context ? end + context : size;
  while (at < limit && !ends_line(text[at])) ++at;
  if (at == size || ends_line(text[at])) return at;
  while (at > end && text[at] != ' ') --at;
  return at;
}

bool is_space_or_control(char byte) { return static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F; }

// The text with each run of spaces, line breaks and control characters as one space.
void append_shown(std::string& out, std::string_view text) {
  bool space = false;
  for (const char byte : text) {
    if (!is_space_or_control(byte)) {
      out += byte;
    } else if (!space) {
      out += ' ';
    }
    space = is_space_or_control(byte);
  }
}

bool line_goes_on_before(std::string_view text, std::uint32_t at) { return at > 0 && !ends_line(text[at - 1]); }
bool line_goes_on_after(std::string_view text, std::uint32_t at) { return at < text.size() && !ends_line(text[at]); }

}  // namespace

PassageMarks terminal_marks() noexcept { return {"\x1b[1;4m", "\x1b[0m"}; }

std::uint32_t line_of(std::string_view text, std::uint32_t offset) noexcept {
  std::uint32_t line = 1;
  const std::size_t end = std::min<std::size_t>(offset, text.size());
  for (std::size_t i = 0; i < end; ++i) {
    const bool carriage_return_alone = text[i] == '\r' && !(i + 1 < text.size() && text[i + 1] == '\n');
    if (text[i] == '\n' || carriage_return_alone) ++line;
  }
  return line;
}

std::string marked_passage(std::string_view text, Span sentence, Span mention, const PassageMarks& marks, std::uint32_t context) {
  const Span shown = {context_begin(text, sentence.begin, context), context_end(text, sentence.end, context)};
  std::string out = std::to_string(line_of(text, mention.begin)) + " | ";
  if (context > 0 && line_goes_on_before(text, shown.begin)) out += "… ";
  append_shown(out, text.substr(shown.begin, mention.begin - shown.begin));
  out += marks.before;
  append_shown(out, mention.of(text));
  out += marks.after;
  append_shown(out, text.substr(mention.end, shown.end - mention.end));
  if (context > 0 && line_goes_on_after(text, shown.end)) out += " …";
  return out;
}

}  // namespace attest

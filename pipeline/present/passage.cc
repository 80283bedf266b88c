#include "present/passage.h"

namespace attest {
namespace {

bool is_space_or_control(char byte) { return static_cast<unsigned char>(byte) <= 0x20 || byte == 0x7F; }

// Appends `text` with each run of spaces, line breaks and control characters as one space, across calls, too.
void append_shown(std::string& out, std::string_view text) {
  for (const char byte : text) {
    if (!is_space_or_control(byte)) {
      out += byte;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
}

}  // namespace

PassageMarks terminal_marks() noexcept { return {"\x1b[1;4m", "\x1b[0m"}; }

std::string marked_passage(const Passage& passage, const PassageMarks& marks) {
  std::string out = std::to_string(passage.line) + " | ";
  append_shown(out, passage.before);
  append_shown(out, passage.sentence.substr(0, passage.quote.begin));
  out += marks.before;
  append_shown(out, passage.quote.of(passage.sentence));
  out += marks.after;
  append_shown(out, passage.sentence.substr(passage.quote.end));
  append_shown(out, passage.after);
  while (out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace attest

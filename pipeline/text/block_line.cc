#include "text/block_line.h"

namespace attest {
namespace {

struct Gap {
  std::uint32_t breaks = 0;
  std::uint32_t indent = 0;  // bytes after the last break
};

// Line breaks of the white space before a line. CR LF counts once; the rarer breaks outside ASCII count by their bytes.
Gap measure_gap(std::string_view space) noexcept {
  Gap gap;
  for (std::size_t i = 0; i < space.size(); ++i) {
    const char c = space[i];
    const bool second_half = c == '\n' && i > 0 && space[i - 1] == '\r';
    if (c >= '\n' && c <= '\r') {
      gap.breaks += second_half ? 0 : 1;
      gap.indent = 0;
    } else {
      ++gap.indent;
    }
  }
  return gap;
}

class LineBuilder {
 public:
  LineBuilder(const SentenceTokens& tokens, const CodePointIndex& code_points, std::vector<Line>& lines)
      : tokens_(tokens), code_points_(code_points), lines_(lines) {}

  void build() {
    open(0, 0);
    for (std::uint32_t i = 1; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (token.has(token_flag::kNewlineBefore)) {
        close(i);
        open(i, tokens_[i - 1].end);
      } else {
        line_.inner_tabs += token.has(token_flag::kTabBefore) ? 1 : 0;
        line_.wide_gaps += token.begin - tokens_[i - 1].end >= 3 ? 1 : 0;
      }
    }
    close(tokens_.size());
  }

 private:
  void open(std::uint32_t first, std::uint32_t previous_end) {
    const Gap gap = measure_gap(tokens_.text().substr(previous_end, tokens_[first].begin - previous_end));
    line_ = {};
    line_.tokens.begin = first;
    line_.indent = gap.indent;
    line_.blank_before = first == 0 || gap.breaks > 1;
  }

  void close(std::uint32_t end) {
    line_.tokens.end = end;
    line_.bytes = {tokens_[line_.tokens.begin].begin, tokens_[end - 1].end};
    const Span chars = code_points_.to_code_points(line_.bytes);
    line_.width = chars.size();
    lines_.push_back(line_);
  }

  const SentenceTokens& tokens_;
  const CodePointIndex& code_points_;
  std::vector<Line>& lines_;
  Line line_;
};

}  // namespace

void split_lines(const SentenceTokens& tokens, const CodePointIndex& code_points, std::vector<Line>& lines) {
  lines.clear();
  if (tokens.size() != 0) LineBuilder(tokens, code_points, lines).build();
}

}  // namespace attest

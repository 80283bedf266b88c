#include "text/block_layout.h"

#include <algorithm>

#include "text/block_opening.h"

namespace attest {
namespace {

constexpr std::uint32_t kWidestWrap = 130;

bool starts_lower(const SentenceTokens& tokens, const Line& line) noexcept { return tokens.is_lower(line.tokens.begin); }

bool is_tabular(const Line& line) noexcept { return line.inner_tabs != 0 || line.wide_gaps != 0; }

bool ends_with_comma(const SentenceTokens& tokens, const Line& line) noexcept { return tokens.is(line.tokens.end - 1, ','); }

// The line breaks inside a sentence, as far as its own end and the next beginning tell.
bool runs_on(const SentenceTokens& tokens, const Line& line, const Line& next) noexcept {
  return starts_lower(tokens, next) && !ends_like_sentence(tokens, line);
}

// The next line's first word would have had room on this one: whoever broke it meant to.
bool breaks_early(const SentenceTokens& tokens, const Layout& layout, const Line& line, const Line& next) noexcept {
  const std::uint32_t word = static_cast<std::uint32_t>(tokens.surface(next.tokens.begin).size());
  const std::uint32_t slack = layout.width / 6;
  return line.width + 1 + word + slack < layout.width;
}

// Words that no title ends with: "of", "its", or, in a name that goes on, any capital.
bool ends_inside_phrase(const SentenceTokens& tokens, const Line& line) noexcept {
  constexpr std::size_t kShort = 3;
  const std::uint32_t last = line.tokens.end - 1;
  return tokens.is_capitalised(last) || (tokens.is_lower(last) && tokens.surface(last).size() <= kShort);
}

// Wire copy whose first line lost its dateline: short, but no title, which a blank line or the next line's indent would set apart.
bool lost_dateline(const SentenceTokens& tokens, const Layout& layout, const Line& line, const Line& next) noexcept {
  if (line.tokens.begin != 0 || next.indent > line.indent || ends_like_sentence(tokens, line)) return false;
  if (!layout.indented && (layout.spaced || !ends_inside_phrase(tokens, line))) return false;
  return next.width + layout.width / 4 >= layout.width;
}

bool continues_wrapped(const SentenceTokens& tokens, const Layout& layout, const Line& line, const Line& next) noexcept {
  if (lost_dateline(tokens, layout, line, next)) return true;
  if (layout.indented && next.indent >= 2) return false;
  if (!layout.indented && next.indent >= line.indent + 2 && !runs_on(tokens, line, next)) return false;
  const bool early = breaks_early(tokens, layout, line, next);
  if (starts_list_item(tokens, next) && (early || ends_like_sentence(tokens, line) || starts_list_item(tokens, line))) return false;
  return !early || runs_on(tokens, line, next);
}

// In a text with a line a paragraph, breaks inside a sentence are accidents: a small letter, or after a long line a
// bracket, goes on below.
bool continues_accidentally(const SentenceTokens& tokens, const Line& paragraph, const Line& line, const Line& next) noexcept {
  constexpr std::uint32_t kLongList = 40;
  constexpr std::uint32_t kLongLine = 80;
  if (tokens.is(next.tokens.begin, '('))
    return line.width >= kLongLine && !ends_like_sentence(tokens, line) && !starts_list_item(tokens, next);
  if (!runs_on(tokens, line, next) || starts_list_item(tokens, next) || is_fixed_opening(tokens, line)) return false;
  return !starts_lower(tokens, paragraph) || line.width > kLongList;
}

// A page break inside a paragraph: a long line without an end, a blank line, a small letter; or a comma at the end.
bool continues_over_blank(const SentenceTokens& tokens, const Line& line, const Line& next) noexcept {
  constexpr std::uint32_t kLongLine = 60;
  if (line.width < kLongLine || starts_list_item(tokens, next)) return false;
  return runs_on(tokens, line, next) || ends_with_comma(tokens, line);
}

}  // namespace

bool ends_like_sentence(const SentenceTokens& tokens, const Line& line) noexcept {
  constexpr std::uint32_t kTail = 6;
  const std::uint32_t first = line.tokens.end - std::min(kTail, line.tokens.end - line.tokens.begin);
  for (std::uint32_t i = line.tokens.end; i-- > first;) {
    if (tokens.ends_with_point(i)) return true;
    if (tokens.is_number(i) && i > first && (tokens.is(i - 1, '[') || (tokens.glued(i) && tokens.is(i - 1, '.')))) continue;
    if (!tokens.is_mark(i)) return false;
    const SentenceMark mark = tokens.mark(i);
    if (may_terminate(mark)) return true;
    if (mark != SentenceMark::kCloser && mark != SentenceMark::kQuote && !tokens.is(i, '[')) return false;
  }
  return false;
}

Layout measure_layout(const SentenceTokens& tokens, const std::vector<Line>& lines) noexcept {
  std::uint32_t pairs = 0;
  std::uint32_t running = 0;
  std::uint32_t indented = 0;
  Layout layout;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_tabular(lines[i])) continue;
    layout.width = std::max(layout.width, lines[i].width);
    layout.spaced = layout.spaced || (i != 0 && lines[i].blank_before);
    if (i == 0 || lines[i].blank_before) continue;
    if (lines[i].indent >= 2) {
      ++indented;
      continue;
    }
    ++pairs;
    running += runs_on(tokens, lines[i - 1], lines[i]) && lines[i - 1].width >= 25 ? 1 : 0;
  }
  layout.wrapped = layout.width <= kWidestWrap && running != 0 && running * 4 >= pairs;
  layout.indented = layout.wrapped && indented != 0;
  return layout;
}

bool continues_paragraph(const SentenceTokens& tokens, const Layout& layout, const Line& paragraph, const Line& line,
                         const Line& next) noexcept {
  if (is_tabular(line) || is_tabular(next)) return false;
  if (is_lone_bullet(tokens, line)) return true;
  if (next.blank_before) return !layout.wrapped && continues_over_blank(tokens, line, next);
  if (layout.wrapped) return continues_wrapped(tokens, layout, line, next);
  return continues_accidentally(tokens, paragraph, line, next);
}

}  // namespace attest

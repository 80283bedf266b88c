#include "text/sentence_closing.h"

#include <algorithm>

namespace attest {
namespace {

class ClosingReader {
 public:
  ClosingReader(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end, bool inside_quotes)
      : tokens_(tokens), start_(at), end_(end), inside_quotes_(inside_quotes) {}

  Closing read() {
    read_terminators(start_);
    closing_.next = closing_.last + 1;
    read_closers();
    read_references();
    read_emoticon();
    return closing_;
  }

 private:
  void take(std::uint32_t i) {
    const SentenceMark mark = tokens_.is_mark(i) ? tokens_.mark(i) : SentenceMark::kStop;
    if (mark == SentenceMark::kFullStop || (mark == SentenceMark::kTerminator && closing_.mark != SentenceMark::kFullStop)) {
      closing_.mark = mark;
    }
    const std::string_view surface = tokens_.surface(i);
    closing_.points += surface[0] == '.' ? static_cast<std::uint32_t>(surface.size()) : 0;
    const bool ellipsis = mark == SentenceMark::kEllipsis || closing_.points > 1;
    if (ellipsis && closing_.mark == SentenceMark::kStop) closing_.mark = SentenceMark::kEllipsis;
    closing_.last = i;
  }

  void read_terminators(std::uint32_t i) {
    take(i);
    for (++i; i < end_ && continues_run(i); ++i) take(i);
  }

  // Terminators right behind each other, and points with spaces between (". . ."), if no word is glued to them.
  bool continues_run(std::uint32_t i) const {
    if (!tokens_.is_mark(i) || !may_terminate(tokens_.mark(i))) return false;
    if (tokens_.glued(i)) return true;
    const bool points = is_points(i) && is_points(i - 1);
    return points && (i + 1 >= end_ || !tokens_.glued(i + 1) || tokens_.is_mark(i + 1));
  }

  bool is_points(std::uint32_t i) const { return tokens_.is_mark(i) && tokens_.surface(i)[0] == '.'; }

  void read_closers() {
    for (std::uint32_t i = closing_.next; i < end_ && tokens_.is_mark(i); closing_.next = ++i) {
      if (closing_.closers != 0 && tokens_.glued(i) && may_terminate(tokens_.mark(i))) {
        take(i);
      } else if (closes(i)) {
        take_closer(i);
      } else {
        return;
      }
    }
  }

  void take_closer(std::uint32_t i) {
    ++closing_.closers;
    const bool round = tokens_.is(i, ')');
    closing_.brackets += round ? 1 : 0;
    closing_.quotes = closing_.quotes || (!round && !tokens_.is(i, ']') && !tokens_.is(i, '}'));
    if (tokens_.is(i, '"')) inside_quotes_ = !inside_quotes_;
  }

  bool closes(std::uint32_t i) const {
    const bool left = tokens_.glued(i);
    const bool right = i + 1 < end_ && tokens_.glued(i + 1) && !is_tail(i + 1);
    switch (tokens_.mark(i)) {
      case SentenceMark::kCloser:
        return left || tokens_.is(i, ')') || tokens_.is(i, ']') || tokens_.code_point(i) == 0x201D;
      case SentenceMark::kQuote:
        if (left != right) return left;
        return tokens_.is(i, '"') && inside_quotes_;
      case SentenceMark::kOpener:  // a German closing quotation mark
        return left && !right && !tokens_.is(i, '(') && !tokens_.is(i, '[') && !tokens_.is(i, '{');
      default:
        return false;
    }
  }

  // Marks that may stand glued behind a closing quotation mark.
  bool is_tail(std::uint32_t i) const {
    const SentenceMark mark = tokens_.mark(i);
    return may_terminate(mark) || mark == SentenceMark::kCloser || mark == SentenceMark::kQuote || mark == SentenceMark::kPause ||
           mark == SentenceMark::kDash || tokens_.is(i, '[');
  }

  void read_references() {
    while (read_bracketed_reference() || read_superscript()) {
    }
    read_plain_references();
  }

  // "[1]", "[2–11]", "[citation needed]" glued to the stop; "[1]" also after a space.
  bool read_bracketed_reference() {
    constexpr std::uint32_t kLongest = 6;
    const std::uint32_t open = closing_.next;
    if (open >= end_ || !tokens_.is(open, '[')) return false;
    const std::uint32_t limit = std::min(end_, open + kLongest);
    for (std::uint32_t i = open + 1; i < limit; ++i) {
      if (!tokens_.is(i, ']')) continue;
      const bool mark = i == open + 2 && tokens_.is_number(open + 1);
      if (i == open + 1 || (!tokens_.glued(open) && !mark)) return false;
      closing_.next = i + 1;
      return true;
    }
    return false;
  }

  bool read_superscript() {
    const std::uint32_t i = closing_.next;
    if (i >= end_ || !tokens_.glued(i) || !tokens_.is_mark(i)) return false;
    switch (tokens_.code_point(i)) {
      case 0x00B9:  // ¹²³
      case 0x00B2:
      case 0x00B3:
      case 0x2020:  // daggers
      case 0x2021:
        break;
      default:
        if (tokens_.code_point(i) < 0x2070 || tokens_.code_point(i) > 0x2079) return false;
    }
    closing_.next = i + 1;
    return true;
  }

  // "consultation.11 12 Take": numbers glued to the stop, where a capital follows them.
  void read_plain_references() {
    std::uint32_t i = closing_.next;
    if (i >= end_ || !tokens_.glued(i) || !is_reference_number(i) || !follows_letter_or_bracket()) return;
    for (++i; i < end_ && (is_reference_number(i) || is_reference_joint(i)); ++i) {
    }
    if (i == end_ || (!tokens_.glued(i) &&
                      (tokens_.is_capitalised(i) || tokens_.mark(i) == SentenceMark::kQuote || tokens_.mark(i) == SentenceMark::kOpener))) {
      closing_.next = i;
    }
  }

  // "Thanks! :-)"
  void read_emoticon() {
    std::uint32_t i = closing_.next;
    if (i + 1 >= end_ || !(tokens_.is(i, ':') || tokens_.is(i, ';'))) return;
    i += tokens_.is(i + 1, '-') && tokens_.glued(i + 1) ? 2 : 1;
    if (i >= end_ || !tokens_.glued(i) || (i + 1 < end_ && tokens_.glued(i + 1))) return;
    if (tokens_.is(i, ')') || tokens_.is(i, '(') || tokens_.is(i, 'D') || tokens_.is(i, 'P')) closing_.next = i + 1;
  }

  bool is_reference_number(std::uint32_t i) const {
    const std::string_view surface = tokens_.surface(i);
    return tokens_.is_number(i) && surface.size() <= 3 && surface.find_first_not_of("0123456789") == std::string_view::npos;
  }

  bool is_reference_joint(std::uint32_t i) const {
    return tokens_.glued(i) && (tokens_.is(i, ',') || tokens_.mark(i) == SentenceMark::kDash) && i + 1 < end_ && is_reference_number(i + 1);
  }

  bool follows_letter_or_bracket() const {
    if (start_ == 0 || !tokens_.glued(start_)) return false;
    return tokens_.is_lower(start_ - 1) || tokens_.mark(start_ - 1) == SentenceMark::kCloser || closing_.closers != 0;
  }

  const SentenceTokens& tokens_;
  std::uint32_t start_;
  std::uint32_t end_;
  bool inside_quotes_;
  Closing closing_;
};

}  // namespace

Closing read_closing(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end, bool inside_quotes) noexcept {
  return ClosingReader(tokens, at, end, inside_quotes).read();
}

}  // namespace attest

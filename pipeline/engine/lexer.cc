#include "engine/lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace attest {
namespace {

constexpr bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// What an error message names as unexpected: a whole word or number, or one other code point.
std::string_view first_piece(std::string_view text) noexcept {
  const auto is_word = [](char c) { return is_name_character(c) || is_upper(c); };
  std::size_t size = text.empty() ? 0 : 1;
  if (size == 1 && is_word(text[0])) {
    while (size < text.size() && is_word(text[size])) ++size;
  } else {
    while (size < text.size() && is_continuation(text[size])) ++size;
  }
  return text.substr(0, size);
}

bool is_curly_quote(std::string_view code_point) noexcept {
  return code_point == "“" || code_point == "”" || code_point == "‘" || code_point == "’";
}

/// What `\c` stands for between quotes, or '\0'.
constexpr char escaped(char c) noexcept {
  switch (c) {
    case '"':
    case '\'':
    case '\\':
      return c;
    case 'n':
      return '\n';
    case 't':
      return '\t';
    default:
      return '\0';
  }
}

}  // namespace

bool is_name(std::string_view text) noexcept {
  return !text.empty() && is_lower(text.front()) && std::all_of(text.begin(), text.end(), is_name_character);
}

void LineCursor::skip_blanks() noexcept {
  while (offset_ < line_.size() && is_blank(line_[offset_])) ++offset_;
}

bool LineCursor::at_end() noexcept {
  skip_blanks();
  return offset_ >= line_.size() || line_[offset_] == '#';
}

bool LineCursor::take(std::string_view expected) noexcept {
  if (!rest().starts_with(expected)) return false;
  offset_ += expected.size();
  return true;
}

std::string_view LineCursor::take_while(bool (*accepts)(char)) noexcept {
  const std::size_t begin = offset_;
  while (offset_ < line_.size() && accepts(line_[offset_])) ++offset_;
  return line_.substr(begin, offset_ - begin);
}

std::string_view LineCursor::peek_name() const noexcept {
  if (!is_lower(peek())) return {};
  std::size_t size = 1;
  while (is_name_character(peek(size))) ++size;
  return line_.substr(offset_, size);
}

std::string_view LineCursor::take_name() noexcept {
  const std::string_view name = peek_name();
  offset_ += name.size();
  return name;
}

std::string_view LineCursor::take_dotted_name() noexcept {
  const std::size_t begin = offset_;
  if (take_name().empty()) return {};
  while (peek() == '.' && is_name_character(peek(1))) {
    ++offset_;
    take_while([](char c) { return is_name_character(c); });
  }
  return line_.substr(begin, offset_ - begin);
}

std::string_view LineCursor::take_type_name() noexcept {
  if (!is_upper(peek())) return {};
  return take_while([](char c) { return is_upper(c) || is_lower(c) || is_digit(c); });
}

std::string_view LineCursor::take_digits() noexcept {
  return take_while([](char c) { return is_digit(c); });
}

std::string_view LineCursor::take_word() noexcept {
  return take_while([](char c) { return !is_blank(c) && c != '#'; });
}

std::optional<std::string> LineCursor::take_quoted() {
  const std::size_t begin = offset_;
  const char quote = line_[offset_++];
  std::string text;
  while (offset_ < line_.size() && line_[offset_] != quote) {
    char c = line_[offset_];
    if (c == '\\') {
      c = escaped(peek(1));
      if (c == '\0') {
        fail("unknown escape in quoted text", R"(known are \" \' \\ \n \t)");
        return std::nullopt;
      }
      ++offset_;
    }
    text += c;
    ++offset_;
  }
  if (offset_ >= line_.size()) {
    fail(begin, "the closing quote is missing");
    return std::nullopt;
  }
  ++offset_;
  return text;
}

SourceLocation LineCursor::location(std::size_t at) {
  at = std::min(at, line_.size());
  if (at < counted_offset_) counted_offset_ = counted_code_points_ = 0;
  for (; counted_offset_ < at; ++counted_offset_) {
    if (!is_continuation(line_[counted_offset_])) ++counted_code_points_;
  }
  return {*file_, number_, counted_code_points_ + 1};
}

void LineCursor::fail(std::size_t at, std::string message, std::string hint) {
  diagnostics_->push_back({location(at), std::move(message), std::move(hint), std::string(line_)});
}

void LineCursor::fail_unexpected(std::string_view expected) {
  if (at_end()) return fail(fmt::format("{} is missing here", expected));
  const std::string_view next = first_piece(rest());
  fail(fmt::format("unexpected \"{}\" where {} should be", next, expected), is_curly_quote(next) ? "quotes are straight: \" or '" : "");
}

bool LineCursor::expect_end() {
  if (at_end()) return true;
  fail_unexpected("the end of the line");
  return false;
}

}  // namespace attest

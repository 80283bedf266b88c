#include "text/sentence_enumerator.h"

#include <array>
#include <string_view>

namespace attest {
namespace {

constexpr std::array<std::string_view, 15> kRoman = {"i",  "ii", "iii", "iv",  "v",    "vi",  "vii", "viii",
                                                     "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv"};

std::uint32_t read_number(std::string_view digits) noexcept {
  if (digits.size() > 3) return 0;
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

bool equal_ignoring_capitals(std::string_view word, std::string_view lower) noexcept {
  if (word.size() != lower.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((word[i] | 0x20) != lower[i]) return false;
  }
  return true;
}

std::uint32_t read_roman(std::string_view word) noexcept {
  for (std::uint32_t i = 0; i < kRoman.size(); ++i) {
    if (equal_ignoring_capitals(word, kRoman[i])) return i + 1;
  }
  return 0;
}

// Reads the number or letters at `at` into `item`; false where they number nothing.
bool read_order(const SentenceTokens& tokens, std::uint32_t at, Enumerator& item) noexcept {
  const std::string_view surface = tokens.surface(at);
  if (tokens.is_number(at)) {
    item.number = read_number(surface);
    return item.number != 0;
  }
  if (!tokens.is_word(at) || surface.size() > 4) return false;
  item.capital = tokens.is_capitalised(at);
  const char first = static_cast<char>(surface.front() | 0x20);
  if (surface.size() == 1 && first >= 'a' && first <= 'z') item.letter = static_cast<std::uint32_t>(first - 'a' + 1);
  item.roman = read_roman(surface);
  return item.letter != 0 || item.roman != 0;
}

bool is_glued(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end, char mark) noexcept {
  return at < end && tokens.glued(at) && tokens.is(at, mark);
}

}  // namespace

bool Enumerator::follows(const Enumerator& before) const noexcept {
  if (style != before.style || capital != before.capital) return false;
  return (number != 0 && number == before.number + 1 && before.number != 0) ||
         (letter != 0 && letter == before.letter + 1 && before.letter != 0) ||
         (roman != 0 && roman == before.roman + 1 && before.roman != 0);
}

Enumerator read_enumerator(const SentenceTokens& tokens, std::uint32_t at, std::uint32_t end) noexcept {
  Enumerator item;
  if (!may_start_enumerator(tokens, at, end)) return item;
  const bool opened = tokens.is(at, '(');
  const std::uint32_t order = opened ? at + 1 : at;
  if (order >= end || (opened && !tokens.glued(order)) || !read_order(tokens, order, item)) return {};
  std::uint32_t next = order + 1;
  const bool point = !opened && is_glued(tokens, next, end, '.');
  if (point) ++next;
  const bool bracket = is_glued(tokens, next, end, ')');
  if (bracket) ++next;
  if (next < end && tokens.glued(next)) return {};
  if (opened && !bracket) return {};
  if (!bracket && (!point || item.capital)) return {};
  item.style = opened     ? EnumeratorStyle::kBrackets
               : !bracket ? EnumeratorStyle::kPoint
               : point    ? EnumeratorStyle::kPointBracket
                          : EnumeratorStyle::kBracket;
  item.tokens = next - at;
  return item;
}

}  // namespace attest

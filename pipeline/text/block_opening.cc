#include "text/block_opening.h"

#include <array>
#include <stdexcept>

#include "text/sentence_enumerator.h"
#include "text/sentence_fold.h"

namespace attest {
namespace {

struct ListRow {
  std::string_view folded;
  std::string_view surface;
  std::string_view kind;
  std::string_view extent;
};

constexpr std::array kRows = std::to_array<ListRow>({
#include "block_opening.inc"
});

struct Phrase {
  std::string_view words;
  Opening opening = Opening::kNone;
  bool whole_line = false;
  bool numbered = false;  // a number must follow
};

consteval Opening opening_of(std::string_view kind) {
  if (kind == "caption" || kind == "numbered_caption") return Opening::kCaption;
  if (kind == "bibliography") return Opening::kBibliographyHeading;
  if (kind == "footnotes") return Opening::kFootnotesHeading;
  if (kind == "furniture") return Opening::kFurniture;
  throw std::logic_error("rules/lists/block_opening.tsv: unknown kind");
}

consteval auto make_phrases() {
  std::array<Phrase, kRows.size()> phrases{};
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    phrases[i] = {kRows[i].folded, opening_of(kRows[i].kind), kRows[i].extent == "line", kRows[i].kind == "numbered_caption"};
  }
  return phrases;
}

constexpr auto kPhrases = make_phrases();

// Where the phrases that begin with each byte begin, so that most lines are compared with none.
constexpr auto kFirstPhrase = [] {
  std::array<std::uint16_t, 257> first{};
  std::size_t phrase = 0;
  for (std::size_t byte = 0; byte < first.size(); ++byte) {
    while (phrase < kPhrases.size() && static_cast<unsigned char>(kPhrases[phrase].words[0]) < byte) ++phrase;
    first[byte] = static_cast<std::uint16_t>(phrase);
  }
  return first;
}();

constexpr char fold(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_dash_or_bullet(const SentenceTokens& tokens, std::uint32_t i) noexcept {
  if (!tokens.is_mark(i)) return false;
  const SentenceMark mark = tokens.mark(i);
  if (mark == SentenceMark::kBullet) return true;
  const char32_t c = tokens.code_point(i);
  return c == '-' || c == 0x2013 || c == '*' || c == 0xB7;
}

// Where the words begin: behind a bracket, a bullet, an enumerator or Markdown's signs.
std::uint32_t first_word(const SentenceTokens& tokens, const Line& line) noexcept {
  std::uint32_t i = line.tokens.begin;
  const std::uint32_t enumerator = read_enumerator(tokens, i, line.tokens.end).tokens;
  if (i + enumerator < line.tokens.end) i += enumerator;
  while (i + 1 < line.tokens.end && tokens.is_mark(i) && !tokens.is(i, '$') && tokens.code_point(i) != 0xA9) ++i;
  return i;
}

bool has_number_behind(const SentenceTokens& tokens, const Line& line, std::uint32_t byte) noexcept {
  std::uint32_t i = line.tokens.begin;
  while (i < line.tokens.end && tokens[i].begin < byte) ++i;
  if (i == line.tokens.end || !tokens.is_number(i)) return false;
  if (++i == line.tokens.end) return true;
  const SentenceMark mark = tokens.mark(i);
  return mark == SentenceMark::kStop || mark == SentenceMark::kPause || mark == SentenceMark::kDash;
}

bool matches(const SentenceTokens& tokens, const Line& line, std::string_view rest, const Phrase& phrase) noexcept {
  if (rest.size() < phrase.words.size()) return false;
  for (std::size_t i = 0; i < phrase.words.size(); ++i) {
    if (fold(rest[i]) != phrase.words[i]) return false;
  }
  const std::string_view tail = rest.substr(phrase.words.size());
  if (phrase.whole_line) return tail.find_first_not_of(" \t:.!/|>*_]") == std::string_view::npos;
  if (phrase.numbered) return has_number_behind(tokens, line, line.bytes.end - static_cast<std::uint32_t>(tail.size()));
  return phrase.words.back() == ':' || tail.empty() || fold(tail[0]) < 'a' || fold(tail[0]) > 'z';
}

}  // namespace

Opening fixed_opening(const SentenceTokens& tokens, const Line& line) noexcept {
  constexpr std::uint32_t kWidest = 400;
  if (line.width > kWidest) return Opening::kNone;
  const std::uint32_t begin = tokens[first_word(tokens, line)].begin;
  const std::string_view rest = tokens.text().substr(begin, line.bytes.end - begin);
  const auto first = static_cast<unsigned char>(fold(rest[0]));
  for (std::size_t i = kFirstPhrase[first]; i < kFirstPhrase[first + 1U]; ++i) {
    if (matches(tokens, line, rest, kPhrases[i])) return kPhrases[i].opening;
  }
  return Opening::kNone;
}

bool starts_list_item(const SentenceTokens& tokens, const Line& line) noexcept {
  const std::uint32_t first = line.tokens.begin;
  if (line.tokens.end - first < 2) return false;
  if (is_dash_or_bullet(tokens, first)) return tokens.mark(first) == SentenceMark::kBullet || !tokens.glued(first + 1);
  if (!may_start_enumerator(tokens, first, line.tokens.end)) return false;
  const Enumerator item = read_enumerator(tokens, first, line.tokens.end);
  return item && item.tokens < line.tokens.end - first;
}

bool is_lone_bullet(const SentenceTokens& tokens, const Line& line) noexcept {
  const std::uint32_t size = line.tokens.end - line.tokens.begin;
  return size == 1 && is_dash_or_bullet(tokens, line.tokens.begin);
}

bool starts_footnote(const SentenceTokens& tokens, const Line& line) noexcept {
  const std::uint32_t first = line.tokens.begin;
  if (line.tokens.end - first < 3 || !tokens.is_mark(first)) return false;
  if (tokens.is(first, '[')) return tokens.is_number(first + 1) && tokens.is(first + 2, ']');
  if (tokens.is(first, '^')) return tokens.glued(first + 1);
  if (tokens.is(first, '*')) return tokens.is(first + 1, '*') && tokens.glued(first + 1) && tokens.mark(first + 2) == SentenceMark::kNone;
  const char32_t c = tokens.code_point(first);
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021;
}

bool starts_section(const SentenceTokens& tokens, const Line& line) noexcept {
  std::uint32_t i = line.tokens.begin;
  const std::string_view number = tokens.surface(i);
  const bool roman = number.find_first_not_of("IVXLC") == std::string_view::npos;
  if (!roman && (!tokens.is_number(i) || number.size() > 8 || number.find(',') != std::string_view::npos)) return false;
  const bool point = ++i < line.tokens.end && tokens.is(i, '.') && tokens.glued(i);
  if (point) ++i;
  if (i >= line.tokens.end || tokens.glued(i) || !tokens.is_word(i) || !tokens.is_capitalised(i)) return false;
  return point || (!roman && number.find('.') != std::string_view::npos);
}

}  // namespace attest

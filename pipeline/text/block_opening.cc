#include "text/block_opening.h"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>

#include "base/ascii.h"
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

// How much of a line the phrase is.
enum class Extent : std::uint8_t {
  kStart,
  kLine,          // all of it
  kCaption,       // its start, and a number with a mark behind it follows: "Figure 1. ..."
  kNumberBehind,  // its start, and a number follows: "Copyright 2025 ..."
  kBehindNumber,  // all of it but a number before it: "12 Comments"
  kWords,         // one of the words that the line is made of: "Facebook Twitter Email"
};

struct Phrase {
  std::string_view words;
  Opening opening = Opening::kNone;
  Extent extent = Extent::kStart;
  bool offer = false;  // furniture where the line names a price and a subscription
};

consteval Opening opening_of(std::string_view kind) {
  if (kind == "caption" || kind == "numbered_caption") return Opening::kCaption;
  if (kind == "bibliography") return Opening::kBibliographyHeading;
  if (kind == "footnotes") return Opening::kFootnotesHeading;
  if (kind == "furniture" || kind == "offer") return Opening::kFurniture;
  if (kind == "furniture_section") return Opening::kFurnitureSection;
  throw std::logic_error("rules/lists/block_opening.tsv: unknown kind");
}

consteval Extent extent_of(std::string_view kind, std::string_view extent) {
  if (kind == "numbered_caption") return Extent::kCaption;
  if (extent == "start") return Extent::kStart;
  if (extent == "line") return Extent::kLine;
  if (extent == "number_behind") return Extent::kNumberBehind;
  if (extent == "behind_number") return Extent::kBehindNumber;
  if (extent == "words") return Extent::kWords;
  throw std::logic_error("rules/lists/block_opening.tsv: unknown extent");
}

consteval auto make_phrases() {
  std::array<Phrase, kRows.size()> phrases{};
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    phrases[i] = {kRows[i].folded, opening_of(kRows[i].kind), extent_of(kRows[i].kind, kRows[i].extent), kRows[i].kind == "offer"};
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

// Compares in small letters; the phrase is in them.
bool begins_with(std::string_view text, std::string_view phrase) noexcept {
  if (text.size() < phrase.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (ascii_lower(text[i]) != phrase[i]) return false;
  }
  return true;
}

bool holds_any(std::string_view text, std::span<const std::string_view> signs) noexcept {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return begins_with(text.substr(i), sign); })) return true;
  }
  return false;
}

// "Get 50% off: subscribe for $1 a week": what it is about, and what it costs.
bool is_offer(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 6> kThings = {"subscri",    "newsletter",       "trial",
                                                       "membership", "unlimited access", "unlimited digital"};
  constexpr std::array<std::string_view, 5> kPrices = {"%", "$", "\u20AC", "\u00A3", "free"};
  return holds_any(line, kThings) && holds_any(line, kPrices);
}

bool matches(const SentenceTokens& tokens, const Line& line, std::string_view rest, const Phrase& phrase) noexcept {
  if (!begins_with(rest, phrase.words)) return false;
  const std::string_view tail = rest.substr(phrase.words.size());
  switch (phrase.extent) {
    case Extent::kLine:
      return tail.find_first_not_of(" \t:.!/|>*_]") == std::string_view::npos;
    case Extent::kCaption:
      return has_number_behind(tokens, line, line.bytes.end - static_cast<std::uint32_t>(tail.size()));
    case Extent::kNumberBehind:
      return tail.size() > 1 && tail[0] == ' ' && is_digit(tail[1]);
    case Extent::kStart:
      return (phrase.words.back() == ':' || tail.empty() || !is_ascii_letter(tail[0])) && (!phrase.offer || is_offer(rest));
    default:
      return false;
  }
}

// The phrases that begin as `text` does.
std::span<const Phrase> phrases_at(std::string_view text) noexcept {
  if (text.empty()) return {};
  const auto first = static_cast<unsigned char>(ascii_lower(text[0]));
  return std::span(kPhrases).subspan(kFirstPhrase[first], std::size_t{kFirstPhrase[first + 1U]} - kFirstPhrase[first]);
}

bool is_phrase(std::string_view text, Extent extent) noexcept {
  const std::span<const Phrase> phrases = phrases_at(text);
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.extent == extent && phrase.words.size() == text.size() && begins_with(text, phrase.words);
  });
}

// "12 Comments", "1.2K shares", "5 min read"
bool is_counter(std::string_view line) noexcept {
  constexpr std::size_t kLongest = 30;
  if (line.size() > kLongest || line.empty() || !is_digit(line[0])) return false;
  std::size_t i = line.find_first_not_of("0123456789.,");
  if (i == std::string_view::npos) return false;
  if (line[i] == 'K' || line[i] == 'k' || line[i] == 'M') ++i;
  if (i >= line.size() || (line[i] != ' ' && line[i] != '-')) return false;
  return is_phrase(line.substr(i + 1), Extent::kBehindNumber);
}

// "Facebook Twitter LinkedIn", "Terms of Use | Privacy Policy": two words or more, and no others.
bool is_row_of_links(std::string_view line) noexcept {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) return false;
  std::size_t words = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (!is_ascii_letter(line[i])) {
      if (is_digit(line[i]) || line[i] == '.' || line[i] == '?') return false;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && (is_ascii_letter(line[end]) || line[end] == '-')) ++end;
    if (!is_phrase(line.substr(i, end - i), Extent::kWords)) return false;
    ++words;
    i = end;
  }
  return words >= 2;
}

}  // namespace

Opening fixed_opening(const SentenceTokens& tokens, const Line& line) noexcept {
  constexpr std::uint32_t kWidest = 400;
  if (line.width > kWidest) return Opening::kNone;
  const std::uint32_t begin = tokens[first_word(tokens, line)].begin;
  const std::string_view rest = tokens.text().substr(begin, line.bytes.end - begin);
  for (const Phrase& phrase : phrases_at(rest)) {
    if (matches(tokens, line, rest, phrase)) return phrase.opening;
  }
  const std::string_view whole = line.bytes.of(tokens.text());
  return is_counter(whole) || is_row_of_links(whole) ? Opening::kFurniture : Opening::kNone;
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

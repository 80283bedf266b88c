#include "resolve/name_acronym.h"

#include <algorithm>
#include <array>
#include <string>

namespace attest {
namespace {

constexpr std::array<std::string_view, 14> kWordsWithoutLetter = {"of", "and", "for", "the", "in", "on", "to",
                                                                  "de", "la",  "del", "du",  "et", "&",  "-"};

constexpr char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool needs_no_letter(std::string_view word) noexcept {
  return std::find(kWordsWithoutLetter.begin(), kWordsWithoutLetter.end(), word) != kWordsWithoutLetter.end();
}

// The letters of an acronym in capitals, without a plural s: "KBTs".
std::string letters_of(std::string_view acronym) {
  if (acronym.size() > 2 && acronym.back() == 's' && acronym[acronym.size() - 2] < 'a') acronym.remove_suffix(1);
  std::string letters;
  for (const char c : acronym) {
    if (upper(c) >= 'A' && upper(c) <= 'Z') letters += upper(c);
  }
  return letters;
}

}  // namespace

namespace {

std::optional<TokenRange> words_of_acronym(const TokenView& view, std::string_view acronym, std::uint32_t first, std::uint32_t bracket,
                                           bool capitals) {
  const std::string letters = letters_of(acronym);
  if (letters.size() < 2) return std::nullopt;
  std::size_t left = letters.size();
  for (std::uint32_t token = bracket; token > first && left > 0;) {
    const std::string_view word = view.word(--token);
    const bool may_match = !capitals || view.tokens[token].has(token_flag::kCapitalised);
    const bool matches = may_match && upper(word.front()) == letters[left - 1];
    if (matches && --left == 0) return TokenRange{token, bracket};
    if (!matches && !needs_no_letter(word)) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<TokenRange> name_of_acronym(const TokenView& view, std::string_view acronym, std::uint32_t first, std::uint32_t bracket) {
  return words_of_acronym(view, acronym, first, bracket, true);
}

std::optional<TokenRange> phrase_of_acronym(const TokenView& view, std::string_view acronym, std::uint32_t first, std::uint32_t bracket) {
  constexpr std::size_t kFewestForSmallLetters = 3;  // any two words may begin with two given letters
  if (acronym.size() < kFewestForSmallLetters) return name_of_acronym(view, acronym, first, bracket);
  if (name_of_acronym(view, acronym, first, bracket)) return std::nullopt;
  return words_of_acronym(view, acronym, first, bracket, false);
}

bool is_contraction(std::string_view short_form, std::string_view name) noexcept {
  if (short_form.size() < 2 || name.size() <= short_form.size() || upper(short_form.front()) != upper(name.front())) return false;
  std::size_t at = 0;
  for (const char c : name) {
    if (at < short_form.size() && upper(c) == upper(short_form[at])) ++at;
  }
  return at == short_form.size();
}

}  // namespace attest

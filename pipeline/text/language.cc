#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::size_t kSample = std::size_t{6} * 1024;

bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

constexpr std::size_t kLongestPacked = 6;

// A word of up to six letters in small letters as one number.
constexpr std::uint64_t packed(std::string_view word) noexcept {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<std::uint64_t>(c | 0x20);
  return number;
}

// Words that a fifth of English prose is made of, and that other languages in Latin letters do not share.
bool is_english_word(std::uint64_t word) noexcept {
  switch (word) {
    case packed("the"):
    case packed("of"):
    case packed("and"):
    case packed("to"):
    case packed("that"):
    case packed("with"):
    case packed("by"):
    case packed("from"):
    case packed("are"):
    case packed("were"):
    case packed("this"):
    case packed("which"):
    case packed("has"):
    case packed("have"):
    case packed("its"):
    case packed("it"):
    case packed("not"):
    case packed("said"):
    case packed("will"):
    case packed("been"):
    case packed("would"):
    case packed("their"):
    case packed("they"):
    case packed("but"):
    case packed("who"):
    case packed("after"):
    case packed("than"):
      return true;
    default:
      return false;
  }
}

struct WordCount {
  std::size_t words = 0;
  std::size_t english = 0;
};

// Counts up to `most` words; letters outside ASCII are parts of words.
WordCount count_words(std::string_view text, std::size_t most) noexcept {
  WordCount count;
  for (std::size_t i = 0; i < text.size() && count.words < most;) {
    if (!is_ascii_letter(text[i]) && is_ascii(text[i])) {
      ++i;
      continue;
    }
    std::uint64_t word = 0;
    std::size_t length = 0;
    for (; i < text.size() && (is_ascii_letter(text[i]) || !is_ascii(text[i])); ++i, ++length) {
      word = word << 8 | static_cast<std::uint64_t>(static_cast<unsigned char>(text[i]) | 0x20);
    }
    ++count.words;
    if (length <= kLongestPacked && is_english_word(word)) ++count.english;
  }
  return count;
}

bool is_surely_english(std::string_view text) noexcept {
  constexpr std::size_t kWords = 120;
  constexpr std::size_t kLeastWords = 20;
  const WordCount count = count_words(text, kWords);
  return count.words >= kLeastWords && count.english * 8 >= count.words;
}

// The first kilobytes, up to a whole character.
std::string_view sample_of(std::string_view text) noexcept {
  if (text.size() <= kSample) return text;
  std::size_t end = kSample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

// Letters of an alphabet, and characters outside Latin, Greek and Cyrillic, of which three bytes each say much.
struct Letters {
  std::size_t ascii = 0;
  std::size_t others = 0;  // bytes of characters outside ASCII
};

Letters letters_of(std::string_view text) noexcept {
  Letters letters;
  for (const char c : text) {
    if (is_ascii_letter(c)) ++letters.ascii;
    if (!is_ascii(c)) ++letters.others;
  }
  return letters;
}

// Short texts in Latin letters look like many languages; a line in another script shows its own.
bool is_enough(const Letters& letters) noexcept {
  constexpr std::size_t kLeastLatin = 120;
  constexpr std::size_t kLeastOther = 40;
  return letters.ascii + letters.others >= kLeastLatin || (letters.others >= kLeastOther && letters.others > letters.ascii);
}

}  // namespace

std::string language_of(std::string_view text) {
  const std::string_view sample = sample_of(text);
  if (is_surely_english(sample)) return "en";
  if (!is_enough(letters_of(sample))) return {};
  constexpr int kLeastPercent = 60;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  CLD2::Language languages[3] = {};
  int percents[3] = {};
  double scores[3] = {};
  int letters = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(sample.data(), static_cast<int>(sample.size()), true, &hints, 0, languages, percents, scores, nullptr,
                                 &letters, &reliable);
  if (!reliable || percents[0] < kLeastPercent || languages[0] == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string_view code = CLD2::LanguageCode(languages[0]);
  return code == "un" ? std::string() : std::string(code);
}

bool has_rules(std::string_view language) noexcept {
  const std::string_view primary = language.substr(0, language.find_first_of("-_"));
  return equal_in_any_case(primary, "en");
}

std::string settled_language(std::string_view text, std::string_view declared) {
  std::string shown = language_of(text);
  const bool declared_is_closer = declared.size() > shown.size() && equal_in_any_case(shown, declared.substr(0, shown.size())) &&
                                  (declared[shown.size()] == '-' || declared[shown.size()] == '_');
  return shown.empty() || declared_is_closer ? std::string(declared) : shown;
}

}  // namespace attest

#include "resolve/organisation_id.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"

namespace attest {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSpellings = {{
    {"organisation", "organization"},
    {"organisations", "organizations"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"centre", "center"},
    {"centres", "centers"},
    {"defence", "defense"},
    {"labour", "labor"},
    {"theatre", "theater"},
    {"harbour", "harbor"},
    {"co-operation", "cooperation"},
    {"co-operative", "cooperative"},
}};

constexpr std::array<std::string_view, 24> kLegalForms = {"inc", "incorporated", "corp", "corporation", "co",  "company", "ltd", "limited",
                                                          "llc", "llp",          "lp",   "plc",         "ag",  "sa",      "nv",  "ab",
                                                          "se",  "gmbh",         "bv",   "pty",         "bhd", "asa",     "spa", "oyj"};

// Collects words letter by letter.
class WordSplitter {
 public:
  [[nodiscard]] std::string& word() noexcept { return words_.back(); }
  void divide() {
    if (!words_.back().empty()) words_.emplace_back();
  }
  void add_word(std::string word) {
    words_.push_back(std::move(word));
    words_.emplace_back();
  }
  [[nodiscard]] std::vector<std::string> take() && {
    std::erase(words_, "");
    return std::move(words_);
  }

 private:
  std::vector<std::string> words_{1};
};

// Of what is no letter or digit: "&" is "and"; points, apostrophes and accents vanish; hyphens stay; all else divides.
void add_mark(UChar32 mark, WordSplitter& words) {
  if (mark == '&') {
    words.add_word("and");
  } else if (mark == '-') {
    words.word() += '-';
  } else if (mark != '.' && mark != '\'' && mark != 0x2019 && (mark < 0x80 || u_charType(mark) != U_NON_SPACING_MARK)) {
    words.divide();
  }
}

// Nearly all names are plain letters: no need to decompose them.
bool add_ascii(std::string_view name, WordSplitter& words) {
  if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) return false;
  for (const char c : name) {
    const char small = ascii_lower(c);
    if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')) {
      words.word() += small;
    } else {
      add_mark(c, words);
    }
  }
  return true;
}

void add_unicode(std::string_view name, WordSplitter& words) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  if (U_SUCCESS(error)) letters = decompose->normalize(letters, error);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (u_isalnum(c) != 0) {
      icu::UnicodeString(u_foldCase(c, U_FOLD_CASE_DEFAULT)).toUTF8String(words.word());
    } else {
      add_mark(c, words);
    }
  }
}

// Letters and digits in lower case and without accents.
std::vector<std::string> words_of(std::string_view name) {
  WordSplitter words;
  if (!add_ascii(name, words)) add_unicode(name, words);
  return std::move(words).take();
}

void spell_as_american(std::string& word) {
  for (const auto& [british, american] : kSpellings) {
    if (word == british) word = american;
  }
}

bool is_legal_form(const std::string& word) { return std::find(kLegalForms.begin(), kLegalForms.end(), word) != kLegalForms.end(); }

}  // namespace

std::string organisation_id(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  while (words.size() > 1 && (is_legal_form(words.back()) || words.back() == "and")) words.pop_back();
  std::string id;
  for (std::string& word : words) {
    spell_as_american(word);
    if (!id.empty()) id += '-';
    id += word;
  }
  return id;
}

}  // namespace attest

#include "resolve/organisation_id.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

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

// Letters and digits stay, in lower case and without accents; "&" is "and"; points and apostrophes vanish; all else divides.
std::vector<std::string> words_of(std::string_view name) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFKDInstance(error);
  icu::UnicodeString letters = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
  if (U_SUCCESS(error)) letters = decompose->normalize(letters, error);
  std::vector<std::string> words(1);
  for (std::int32_t i = 0; i < letters.length(); i = letters.moveIndex32(i, 1)) {
    const UChar32 c = letters.char32At(i);
    if (u_isalnum(c) != 0) {
      icu::UnicodeString(u_foldCase(c, U_FOLD_CASE_DEFAULT)).toUTF8String(words.back());
    } else if (c == '&') {
      words.emplace_back("and");
      words.emplace_back();
    } else if (c == '-') {
      words.back() += '-';
    } else if (c != '.' && c != '\'' && c != 0x2019 && u_charType(c) != U_NON_SPACING_MARK && !words.back().empty()) {
      words.emplace_back();
    }
  }
  std::erase(words, "");
  return words;
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

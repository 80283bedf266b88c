#include "value/noun.h"

#include <array>

namespace attest {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

struct Ending {
  std::string_view plural;
  std::string_view singular;
};

// The longest ending that fits decides (Quirk et al., A Comprehensive Grammar of the English Language, 5.80 f.).
constexpr std::array<Ending, 13> kEndings = {{
    {"sses", "ss"},
    {"shes", "sh"},
    {"ches", "ch"},
    {"xes", "x"},
    {"zzes", "zz"},
    {"oes", "o"},
    {"ies", "y"},
    {"uses", "us"},
    {"ss", "ss"},
    {"us", "us"},
    {"is", "is"},
    {"'s", "'s"},
    {"s", ""},
}};

}  // namespace

std::string singular_of(std::string_view noun) {
  std::string word = lower_case(noun);
  if (word.size() < 4)
    return word.size() == 3 && word.back() == 's' && word[1] != 's' && word != "gas" && word != "bus" ? word.substr(0, 2) : word;
  for (const Ending& ending : kEndings) {
    if (!word.ends_with(ending.plural)) continue;
    // "uses" is "bonus" + es only behind a longer stem: "houses", "causes" and "clauses" have an e of their own.
    if (ending.plural == "uses" && (word.size() < 6 || word[word.size() - 5] == 'a' || word[word.size() - 5] == 'o')) continue;
    if (ending.plural == "ies" && word.size() < 5) continue;
    word.replace(word.size() - ending.plural.size(), ending.plural.size(), ending.singular);
    break;
  }
  return word;
}

}  // namespace attest

// Shared by the files that look for the parties of an agreement: what is found so far, and the words that all of them know.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "fact/agreement_parties.h"

namespace attest {

/// What is found so far.
struct AgreementParties::Search {
  PartySet set;
  std::vector<const PartyCue*> taken;
  bool enclosed = false;  ///< "between Chile and Peru": there are no others.
  bool with = false;      ///< "with Chile and Peru": there is another.
};

namespace agreement_word {

/// Whether a word of the text is one of these, which are written small.
template <std::size_t size>
[[nodiscard]] bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) noexcept {
  return std::any_of(words.begin(), words.end(), [word](std::string_view one) { return equal_in_any_case(word, one); });
}

/// "'s", or the apostrophe behind a plural.
[[nodiscard]] inline bool is_possessive(std::string_view word) noexcept {
  return word.ends_with("'s") || word.ends_with("’s") || word == "'" || word == "’";
}

// What stands between two parties of one row.
inline constexpr std::array<std::string_view, 7> kJoints = {"and", ",", "&", "-", "/", "or", "as well as"};

}  // namespace agreement_word
}  // namespace attest

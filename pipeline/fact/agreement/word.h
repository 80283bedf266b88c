// The little words that several files of agreements know.
//
//   is_possessive("'s")                      // true
//   is_one_of("and", agreement_word::kJoints)  // true
#pragma once

#include <array>
#include <string_view>

#include "base/ascii.h"

namespace attest::agreement_word {

/// "'s", or the apostrophe behind a plural: both are tokens of their own.
[[nodiscard]] inline bool is_possessive(std::string_view word) noexcept {
  return word.ends_with("'s") || word.ends_with("’s") || word == "'" || word == "’";
}

/// What stands between two parties of one row.
inline constexpr std::array<std::string_view, 7> kJoints = {"and", ",", "&", "-", "/", "or", "as well as"};

}  // namespace attest::agreement_word

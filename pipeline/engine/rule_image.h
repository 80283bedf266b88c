// Compiled rules as bytes: the pack that comes with the command is compiled when the command is built, and a start only copies
// tables. The image fits the build that wrote it and no other (base/image.h).
//
//   const auto rules = RuleSet::compile({pack});
//   const std::string image = write_rule_image(rules->compiled(), rules->digest());
//   RuleImage read;
//   if (read_rule_image(image, read)) ...     // `image` outlives what was read from it
#pragma once

#include <string>
#include <string_view>

#include "engine/program.h"

namespace attest {

/// What an image holds.
struct RuleImage {
  std::string digest;  ///< RuleSet::digest() of the packs that were compiled.
  CompiledRules rules;
};

/// The bytes of compiled rules; equal rules give equal bytes.
[[nodiscard]] std::string write_rule_image(const CompiledRules& rules, std::string_view digest);

/// Reads what write_rule_image() of this build gave; false where the bytes end early, go on, or make no sense. Texts of lists and
/// constants stay views of `image`. Whether it is of the rules that are meant, its digest tells.
[[nodiscard]] bool read_rule_image(std::string_view image, RuleImage& read);

}  // namespace attest

// The rule pack that comes with the command.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/rule_file.h"

namespace attest {

/// A copy of the embedded pack, named "built-in".
[[nodiscard]] RulePack built_in_rules();

/// A copy of the embedded tables of rules/policy, by which `attest check` compares, and of the lists of places and demonyms: file names
/// without a folder, and texts.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> built_in_policy();

}  // namespace attest

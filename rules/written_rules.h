// The built-in rule pack as it is written, for the build to compile.
#pragma once

#include <string_view>

#include "engine/rule_file.h"

namespace attest {

/// The folder of the tables by which `attest check` compares: they are embedded too, but are no rules.
inline constexpr std::string_view kPolicyFolder = "policy/";

/// A copy of the embedded pack, without an image.
[[nodiscard]] RulePack written_rules();

}  // namespace attest

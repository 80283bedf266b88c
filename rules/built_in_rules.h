// The rule pack that comes with the command.
#pragma once

#include "engine/rule_file.h"

namespace attest {

/// A copy of the embedded pack, named "built-in".
[[nodiscard]] RulePack built_in_rules();

}  // namespace attest

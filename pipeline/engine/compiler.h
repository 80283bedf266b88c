// Rule trees to compiled rules. The tree must have passed `check_rules`.
#pragma once

#include "base/result.h"
#include "engine/ast.h"
#include "engine/program.h"

namespace attest {

/// Compiles all lists, phases and rules of `tree`. Fails (kRules) where a rule offers no element that could anchor it, or a limit is
/// passed.
[[nodiscard]] Result<CompiledRules> compile_rules(const ast::RuleTree& tree);

}  // namespace attest

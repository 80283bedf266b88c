// What a parsed rule set must satisfy before it is compiled: names are known, lists are used, preferences have no
// cycle, rules can be reached, fields and captures make sense, and every rule has its examples.
#pragma once

#include <vector>

#include "engine/ast.h"
#include "engine/diagnostic.h"

namespace attest {

/// Appends everything wrong with `tree` to `diagnostics`.
void check_rules(const ast::RuleTree& tree, std::vector<Diagnostic>& diagnostics);

}  // namespace attest

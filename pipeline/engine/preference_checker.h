// What the checker asks of `over`: rules of the same phase, and no cycles.
#pragma once

#include <vector>

#include "engine/diagnostic.h"
#include "engine/rule_index.h"

namespace attest {

/// Checks all `over` clauses of the indexed tree.
void check_preferences(const RuleIndex& index, std::vector<Diagnostic>& diagnostics);

}  // namespace attest

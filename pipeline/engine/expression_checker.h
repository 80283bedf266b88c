// What the checker asks of expressions: known captures, fields, columns and functions, and conditions only in `when`.
#pragma once

#include <string>
#include <vector>

#include "engine/ast.h"
#include "engine/diagnostic.h"
#include "engine/pattern_checker.h"
#include "engine/rule_index.h"

namespace attest {

/// Checks the fields and conditions of one rule, whose captures these are.
void check_expressions(const RuleIndex& index, const ast::Rule& rule, const CaptureTable& captures, std::vector<Diagnostic>& diagnostics);

/// True where the expression calls a function somewhere (which may reject a match).
[[nodiscard]] bool has_call(const ast::Expression& expression) noexcept;

}  // namespace attest

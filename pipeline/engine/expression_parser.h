// Expressions of rule files to trees: `n * scale else 1`, `n.form = "digits" and not scale`.
#pragma once

#include <optional>

#include "engine/ast.h"
#include "engine/lexer.h"

namespace attest {

/// True for `=`, `!=`, `<`, `<=`, `>`, `>=`.
[[nodiscard]] bool is_comparison(std::string_view sign) noexcept;
/// True for words that mean something in expressions and therefore name no capture: else, or, and, not.
[[nodiscard]] bool is_expression_word(std::string_view name) noexcept;

/// Parses what is left of the line as one expression; precedence climbing, from loose to tight: else, or, and, not,
/// comparison (which does not chain), + -, * /. Nothing where it is malformed; its first error is reported.
[[nodiscard]] std::optional<ast::Expression> parse_expression_line(LineCursor& cursor);

}  // namespace attest

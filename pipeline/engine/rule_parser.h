// The lines of one rule: `rule money.sign_amount -> Money` and the clauses indented below it.
#pragma once

#include "engine/ast.h"
#include "engine/lexer.h"

namespace attest {

/// A rule while its lines are read. Clauses of rules with a broken first line are read all the same, for their errors.
struct OpenRule {
  ast::Rule rule;
  bool has_match = false;  ///< A `match` clause stood there, even if its pattern was malformed.
  bool is_kept = true;     ///< False where the rule's first line was no rule.
};

/// Reads what follows the keyword `rule` into the rule's name and type; false, with a report, where it is malformed.
[[nodiscard]] bool parse_rule_header(LineCursor& cursor, ast::Rule& rule);
/// Reads one clause into the rule. Of a malformed clause one error is reported; the rule then keeps an empty pattern, a
/// constant or an example in its place, so that nothing else seems wrong for it.
void parse_clause(LineCursor& cursor, OpenRule& open);
/// True for the words that name no field: those that begin clauses, and phase, list and rule.
[[nodiscard]] bool is_clause_word(std::string_view word) noexcept;

}  // namespace attest

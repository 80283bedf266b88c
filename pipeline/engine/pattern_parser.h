// Patterns of rule files to trees: `n:Number scale:<scale>? ("euro" | "euros")`.
#pragma once

#include <optional>

#include "engine/ast.h"
#include "engine/lexer.h"

namespace attest {

/// Deepest nesting of parentheses and prefixes in a pattern or an expression.
inline constexpr std::size_t kMaxRuleNesting = 64;
/// The largest bound of a repeat.
inline constexpr std::uint32_t kMaxRepeat = 64;

/// Parses what is left of the line as one pattern. Sequences and groups of one element are that element, unless both
/// have captures. `at` of an element is the place of its name or quote; `name:e?` captures the whole repeat.
/// Nothing where the pattern is malformed; its first error is reported.
[[nodiscard]] std::optional<ast::Pattern> parse_pattern_line(LineCursor& cursor);

}  // namespace attest

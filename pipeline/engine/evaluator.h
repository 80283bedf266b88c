// Expressions of rules over a match: fields of the annotation, and the conditions of `when`.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/chart.h"
#include "engine/functions.h"
#include "engine/number_lexicon.h"
#include "engine/program.h"

namespace attest {

class Evaluator {
 public:
  Evaluator(const CompiledRules& rules, Chart& chart, const NumberLexicon& numbers) : rules_(&rules), context_{chart, numbers} {}

  /// The expression's value over these parts. Nothing where a function rejects the match or a decimal overflows.
  [[nodiscard]] std::optional<Value> evaluate(const Expression& expression, std::span<const Part> parts);
  /// Whether a condition holds: a value that is not null, a comparison that is true.
  [[nodiscard]] bool holds(const Expression& condition, std::span<const Part> parts);

 private:
  /// Works the expression out into `result`; false where evaluate() gives nothing.
  bool compute(const Expression& expression, std::span<const Part> parts, Value& result);
  bool compute_binary(const Expression& expression, std::span<const Part> parts, Value& result);
  bool compute_call(const Expression& expression, std::span<const Part> parts, Value& result);
  [[nodiscard]] bool comparison_holds(const Expression& comparison, std::span<const Part> parts);
  [[nodiscard]] Value value_of(const Part& part) const;
  [[nodiscard]] Value field_of(const Expression& expression, const Part& part) const;

  const CompiledRules* rules_;
  FunctionContext context_;
  std::vector<Argument> arguments_;  // of the calls at hand, the innermost last
};

}  // namespace attest

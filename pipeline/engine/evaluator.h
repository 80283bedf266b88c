// Expressions of rules over a match: fields of the annotation, and the conditions of `when`.
#pragma once

#include <optional>
#include <span>

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
  [[nodiscard]] Value value_of(const Part& part) const;
  [[nodiscard]] Value field_of(const Expression& expression, const Part& part) const;
  [[nodiscard]] std::optional<Value> binary(const Expression& expression, std::span<const Part> parts);
  [[nodiscard]] std::optional<Value> call(const Expression& expression, std::span<const Part> parts);

  const CompiledRules* rules_;
  FunctionContext context_;
};

}  // namespace attest

#include "engine/evaluator.h"

namespace attest {
namespace {

using Operator = Expression::Operator;

Value truth(bool holds) { return holds ? Value(Decimal(1)) : Value(); }

bool is_logical(Operator op) noexcept { return op == Operator::kAnd || op == Operator::kOr; }
bool is_comparison(Operator op) noexcept { return op >= Operator::kEqual && op <= Operator::kGreaterEqual; }
bool is_arithmetic(Operator op) noexcept { return op <= Operator::kSubtract; }

bool arithmetic(Operator op, const Value& a, const Value& b, Value& result) {
  result = a;
  if (a.is_null() || b.is_null()) return true;
  if (!a.is_decimal() || !b.is_decimal()) return false;
  std::optional<Decimal> number;
  switch (op) {
    case Operator::kMultiply:
      number = multiply(a.decimal(), b.decimal());
      break;
    case Operator::kDivide:
      number = divide(a.decimal(), b.decimal());
      break;
    case Operator::kAdd:
      number = add(a.decimal(), b.decimal());
      break;
    default:
      number = subtract(a.decimal(), b.decimal());
      break;
  }
  if (number) result = *number;
  return number.has_value();
}

std::strong_ordering order_of(const Value& a, const Value& b) {
  if (a.is_decimal() && b.is_decimal()) return a.decimal() <=> b.decimal();
  if (a.is_text() && b.is_text()) return a.text() <=> b.text();
  return to_string(a) <=> to_string(b);
}

// Texts are mostly told apart by their lengths: asked first, since this is what most conditions compare.
bool same(const Value& a, const Value& b) { return a.is_text() && b.is_text() ? a.text() == b.text() : order_of(a, b) == 0; }

bool compare(Operator op, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) {
    const bool both_null = a.is_null() && b.is_null();
    return op == Operator::kEqual ? both_null : op == Operator::kNotEqual && !both_null;
  }
  if (op == Operator::kEqual || op == Operator::kNotEqual) return same(a, b) == (op == Operator::kEqual);
  const auto order = order_of(a, b);
  switch (op) {
    case Operator::kLess:
      return order < 0;
    case Operator::kLessEqual:
      return order <= 0;
    case Operator::kGreater:
      return order > 0;
    default:
      return order >= 0;
  }
}

}  // namespace

std::optional<Value> Evaluator::evaluate(const Expression& expression, std::span<const Part> parts) {
  Value result;
  return compute(expression, parts, result) ? std::optional(result) : std::nullopt;
}

bool Evaluator::compute(const Expression& expression, std::span<const Part> parts, Value& result) {
  switch (expression.kind) {
    case Expression::Kind::kConstant:
      result = expression.constant.is_text() ? Value(std::string_view(expression.constant_text)) : expression.constant;
      return true;
    case Expression::Kind::kCapture:
      result = value_of(parts[expression.capture]);
      return true;
    case Expression::Kind::kCaptureField:
      result = field_of(expression, parts[expression.capture]);
      return true;
    case Expression::Kind::kCall:
      return compute_call(expression, parts, result);
    case Expression::Kind::kNot:
      result = truth(!holds(expression.operands[0], parts));
      return true;
    case Expression::Kind::kBinary:
      return compute_binary(expression, parts, result);
  }
  return false;
}

bool Evaluator::holds(const Expression& condition, std::span<const Part> parts) {
  if (condition.kind == Expression::Kind::kCapture) return parts[condition.capture].matched;
  if (condition.kind == Expression::Kind::kNot) return !holds(condition.operands[0], parts);
  if (condition.kind == Expression::Kind::kBinary) {
    const Expression& left = condition.operands[0];
    const Expression& right = condition.operands[1];
    if (condition.op == Operator::kAnd) return holds(left, parts) && holds(right, parts);
    if (condition.op == Operator::kOr) return holds(left, parts) || holds(right, parts);
    if (is_comparison(condition.op)) return comparison_holds(condition, parts);
  }
  Value result;
  return compute(condition, parts, result) && !result.is_null();
}

bool Evaluator::comparison_holds(const Expression& comparison, std::span<const Part> parts) {
  Value a;
  Value b;
  if (!compute(comparison.operands[0], parts, a) || !compute(comparison.operands[1], parts, b)) return false;
  return compare(comparison.op, a, b);
}

Value Evaluator::value_of(const Part& part) const {
  if (!part.matched) return {};
  if (part.annotation != kNoAnnotation) {
    const Annotation& annotation = context_.chart.annotation(part.annotation);
    const std::uint32_t slot = rules_->rules[annotation.rule].value_slot;
    return slot == kAbsent ? Value() : context_.chart.field(annotation.first_field + slot);
  }
  if (part.entry != kNoEntry) {
    const auto& cells = rules_->gazetteer.entry(part.entry).cells;
    if (!cells.empty()) return cells.front();
  }
  return context_.chart.view().passage(part.tokens);
}

Value Evaluator::field_of(const Expression& expression, const Part& part) const {
  if (!part.matched) return {};
  if (part.annotation != kNoAnnotation && expression.field != kAbsent) {
    const Annotation& annotation = context_.chart.annotation(part.annotation);
    const std::uint32_t slot = rules_->rules[annotation.rule].field_slots[expression.field];
    return slot == kAbsent ? Value() : context_.chart.field(annotation.first_field + slot);
  }
  if (part.entry == kNoEntry) return {};
  const Gazetteer::Entry& entry = rules_->gazetteer.entry(part.entry);
  const auto column = rules_->gazetteer.column(entry.list, expression.column);
  return column ? entry.cells[*column] : Value();
}

bool Evaluator::compute_binary(const Expression& expression, std::span<const Part> parts, Value& result) {
  if (is_logical(expression.op)) {
    result = truth(holds(expression, parts));
    return true;
  }
  Value a;
  if (!compute(expression.operands[0], parts, a)) return false;
  if (expression.op == Operator::kElse && !a.is_null()) {
    result = a;
    return true;
  }
  Value b;
  if (!compute(expression.operands[1], parts, b)) return false;
  if (is_arithmetic(expression.op)) return arithmetic(expression.op, a, b, result);
  result = expression.op == Operator::kElse ? b : truth(compare(expression.op, a, b));
  return true;
}

bool Evaluator::compute_call(const Expression& expression, std::span<const Part> parts, Value& result) {
  const std::size_t first = arguments_.size();
  bool complete = true;
  for (const Expression& operand : expression.operands) {
    Argument argument;
    complete = compute(operand, parts, argument.value);
    if (!complete) break;
    if (operand.kind == Expression::Kind::kCapture && parts[operand.capture].matched) {
      argument.tokens = parts[operand.capture].tokens;
      argument.text = context_.chart.view().passage(argument.tokens);
    }
    arguments_.push_back(argument);
  }
  std::optional<Value> answer;
  if (complete) answer = expression.function->call(context_, std::span(arguments_).subspan(first));
  arguments_.resize(first);
  if (answer) result = *answer;
  return answer.has_value();
}

}  // namespace attest

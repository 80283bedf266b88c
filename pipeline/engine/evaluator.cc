#include "engine/evaluator.h"

#include <array>

namespace attest {
namespace {

using Operator = Expression::Operator;

Value truth(bool holds) { return holds ? Value(Decimal(1)) : Value(); }

bool is_logical(Operator op) noexcept { return op == Operator::kAnd || op == Operator::kOr; }
bool is_arithmetic(Operator op) noexcept { return op <= Operator::kSubtract; }

std::optional<Value> arithmetic(Operator op, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return a;
  if (!a.is_decimal() || !b.is_decimal()) return std::nullopt;
  std::optional<Decimal> result;
  switch (op) {
    case Operator::kMultiply:
      result = multiply(a.decimal(), b.decimal());
      break;
    case Operator::kDivide:
      result = divide(a.decimal(), b.decimal());
      break;
    case Operator::kAdd:
      result = add(a.decimal(), b.decimal());
      break;
    default:
      result = subtract(a.decimal(), b.decimal());
      break;
  }
  if (!result) return std::nullopt;
  return Value(*result);
}

std::strong_ordering order_of(const Value& a, const Value& b) {
  if (a.is_decimal() && b.is_decimal()) return a.decimal() <=> b.decimal();
  if (a.is_text() && b.is_text()) return a.text() <=> b.text();
  return to_string(a) <=> to_string(b);
}

bool compare(Operator op, const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) {
    const bool same = a.is_null() && b.is_null();
    return op == Operator::kEqual ? same : op == Operator::kNotEqual && !same;
  }
  const auto order = order_of(a, b);
  switch (op) {
    case Operator::kEqual:
      return order == 0;
    case Operator::kNotEqual:
      return order != 0;
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
  switch (expression.kind) {
    case Expression::Kind::kConstant:
      return expression.constant.is_text() ? Value(std::string_view(expression.constant_text)) : expression.constant;
    case Expression::Kind::kCapture:
      return value_of(parts[expression.capture]);
    case Expression::Kind::kCaptureField:
      return field_of(expression, parts[expression.capture]);
    case Expression::Kind::kCall:
      return call(expression, parts);
    case Expression::Kind::kNot:
      return truth(!holds(expression.operands[0], parts));
    case Expression::Kind::kBinary:
      return binary(expression, parts);
  }
  return std::nullopt;
}

bool Evaluator::holds(const Expression& condition, std::span<const Part> parts) {
  if (condition.kind == Expression::Kind::kCapture) return parts[condition.capture].matched;
  const auto value = evaluate(condition, parts);
  return value && !value->is_null();
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

std::optional<Value> Evaluator::binary(const Expression& expression, std::span<const Part> parts) {
  const Expression& left = expression.operands[0];
  const Expression& right = expression.operands[1];
  if (is_logical(expression.op)) {
    const bool first = holds(left, parts);
    return truth(expression.op == Operator::kAnd ? first && holds(right, parts) : first || holds(right, parts));
  }
  const auto a = evaluate(left, parts);
  if (!a) return std::nullopt;
  if (expression.op == Operator::kElse) return a->is_null() ? evaluate(right, parts) : a;
  const auto b = evaluate(right, parts);
  if (!b) return std::nullopt;
  return is_arithmetic(expression.op) ? arithmetic(expression.op, *a, *b) : truth(compare(expression.op, *a, *b));
}

std::optional<Value> Evaluator::call(const Expression& expression, std::span<const Part> parts) {
  constexpr std::size_t kMostArguments = 8;
  std::array<Argument, kMostArguments> arguments;
  const std::size_t count = std::min(expression.operands.size(), kMostArguments);
  for (std::size_t i = 0; i < count; ++i) {
    const Expression& operand = expression.operands[i];
    const auto value = evaluate(operand, parts);
    if (!value) return std::nullopt;
    arguments[i].value = *value;
    if (operand.kind == Expression::Kind::kCapture && parts[operand.capture].matched) {
      arguments[i].tokens = parts[operand.capture].tokens;
      arguments[i].text = context_.chart.view().passage(arguments[i].tokens);
    }
  }
  return expression.function->call(context_, std::span(arguments).first(count));
}

}  // namespace attest

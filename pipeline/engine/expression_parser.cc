#include "engine/expression_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/pattern_parser.h"

namespace attest {
namespace {

using ast::Expression;
using ast::ExpressionKind;
using MaybeExpression = std::optional<Expression>;

/// Binary signs in one expression at most: they nest to the left, and trees are walked by recursion.
constexpr std::size_t kMaxSigns = 200;

constexpr int kLoosest = 1;
constexpr int kNotLevel = 4;
constexpr int kComparisonLevel = 5;

struct Sign {
  std::string_view text;
  int level;
};
/// Longer signs before their beginnings.
constexpr std::array<Sign, 13> kSigns = {{{"else", 1},
                                          {"or", 2},
                                          {"and", 3},
                                          {"!=", kComparisonLevel},
                                          {"<=", kComparisonLevel},
                                          {">=", kComparisonLevel},
                                          {"=", kComparisonLevel},
                                          {"<", kComparisonLevel},
                                          {">", kComparisonLevel},
                                          {"+", 6},
                                          {"-", 6},
                                          {"*", 7},
                                          {"/", 7}}};

class ExpressionParser {
 public:
  explicit ExpressionParser(LineCursor& cursor) : cursor_(cursor) {}

  MaybeExpression whole_line() {
    MaybeExpression expression = binary(kLoosest);
    if (!expression || !cursor_.expect_end()) return std::nullopt;
    return expression;
  }

 private:
  std::nullopt_t fail(std::string message, std::string hint = {}) {
    cursor_.fail(std::move(message), std::move(hint));
    return std::nullopt;
  }

  Expression make(ExpressionKind kind, std::size_t begin, std::string_view text) {
    Expression expression;
    expression.kind = kind;
    expression.at = cursor_.location(begin);
    expression.text = text;
    return expression;
  }

  /// The binary sign that is next, or nullptr.
  const Sign* peek_sign() {
    if (cursor_.at_end()) return nullptr;
    const std::string_view word = cursor_.peek_name();
    for (const Sign& sign : kSigns) {
      if (word.empty() ? cursor_.rest().starts_with(sign.text) : word == sign.text) return &sign;
    }
    return nullptr;
  }

  MaybeExpression binary(int level) {
    if (nesting_ >= kMaxRuleNesting) return fail("the expression is nested too deeply");
    ++nesting_;
    MaybeExpression left = prefixed(level);
    for (const Sign* sign = peek_sign(); left && sign != nullptr && sign->level >= level; sign = peek_sign()) {
      left = joined(*std::move(left), *sign);
    }
    --nesting_;
    return left;
  }

  MaybeExpression joined(Expression left, const Sign& sign) {
    if (++signs_ > kMaxSigns) return fail("the expression is too long");
    Expression expression = make(ExpressionKind::kBinary, cursor_.offset(), sign.text);
    cursor_.advance(sign.text.size());
    if (sign.text == "=" && cursor_.peek() == '=') return fail("equality is written with one \"=\"");
    MaybeExpression right = binary(sign.level + 1);
    if (!right) return std::nullopt;
    const Sign* next = peek_sign();
    if (sign.level == kComparisonLevel && next != nullptr && next->level == kComparisonLevel) {
      return fail("comparisons do not chain", "write a < b and b < c");
    }
    expression.operands.reserve(2);
    expression.operands.push_back(std::move(left));
    expression.operands.push_back(*std::move(right));
    return expression;
  }

  MaybeExpression prefixed(int level) {
    cursor_.skip_blanks();
    if (cursor_.peek_name() != "not") return primary();
    if (level > kNotLevel) return fail("\"not\" needs parentheses here");
    Expression expression = make(ExpressionKind::kNot, cursor_.offset(), cursor_.take_name());
    MaybeExpression operand = binary(kNotLevel);
    if (!operand) return std::nullopt;
    expression.operands.push_back(*std::move(operand));
    return expression;
  }

  MaybeExpression primary() {
    const char next = cursor_.at_end() ? '\0' : cursor_.peek();
    if (next == '(') return parenthesised();
    if (next == '"' || next == '\'') return quoted();
    if (is_digit(next)) return number();
    if (is_upper(next)) return fail("names in expressions are in lower case", "texts stand in quotes");
    if (!is_lower(next) || is_expression_word(cursor_.peek_name())) {
      cursor_.fail_unexpected("a value");
      return std::nullopt;
    }
    return name_or_call();
  }

  MaybeExpression parenthesised() {
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    MaybeExpression inner = binary(kLoosest);
    if (!inner) return std::nullopt;
    if (!cursor_.at_end() && cursor_.take(")")) return inner;
    cursor_.fail(begin, "the closing parenthesis is missing");
    return std::nullopt;
  }

  MaybeExpression quoted() {
    const std::size_t begin = cursor_.offset();
    std::optional<std::string> text = cursor_.take_quoted();
    if (!text) return std::nullopt;
    return make(ExpressionKind::kText, begin, *text);
  }

  MaybeExpression number() {
    const std::size_t begin = cursor_.offset();
    std::string digits(cursor_.take_digits());
    if (cursor_.peek() == '.' && is_digit(cursor_.peek(1))) {
      cursor_.advance(1);
      digits += '.';
      digits += cursor_.take_digits();
    }
    return make(ExpressionKind::kNumber, begin, digits);
  }

  MaybeExpression name_or_call() {
    const std::size_t begin = cursor_.offset();
    const std::string_view name = cursor_.take_name();
    if (cursor_.peek() == '(') return call(make(ExpressionKind::kCall, begin, name));
    Expression expression = make(ExpressionKind::kName, begin, name);
    if (!cursor_.take(".")) return expression;
    expression.field = cursor_.take_name();
    if (!expression.field.empty()) return expression;
    cursor_.fail_unexpected("the name of a field or column");
    return std::nullopt;
  }

  MaybeExpression call(Expression expression) {
    const std::size_t begin = cursor_.offset();
    cursor_.advance(1);
    if (!cursor_.at_end() && cursor_.take(")")) return expression;
    do {
      MaybeExpression argument = binary(kLoosest);
      if (!argument) return std::nullopt;
      expression.operands.push_back(*std::move(argument));
    } while (!cursor_.at_end() && cursor_.take(","));
    if (cursor_.take(")")) return expression;
    cursor_.fail(begin, "the closing parenthesis is missing");
    return std::nullopt;
  }

  LineCursor& cursor_;
  std::size_t nesting_ = 0;
  std::size_t signs_ = 0;
};

}  // namespace

bool is_comparison(std::string_view sign) noexcept {
  return std::any_of(kSigns.begin(), kSigns.end(),
                     [&](const Sign& known) { return known.level == kComparisonLevel && known.text == sign; });
}

bool is_expression_word(std::string_view name) noexcept { return name == "else" || name == "or" || name == "and" || name == "not"; }

std::optional<ast::Expression> parse_expression_line(LineCursor& cursor) { return ExpressionParser(cursor).whole_line(); }

}  // namespace attest

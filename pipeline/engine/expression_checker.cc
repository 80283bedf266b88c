#include "engine/expression_checker.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/expression_parser.h"
#include "engine/functions.h"
#include "value/decimal.h"

namespace attest {
namespace {

using ast::Expression;
using ast::ExpressionKind;
using ast::Pattern;
using ast::PatternKind;

/// The lists and annotations that a capture can hold.
void collect_sources(const Pattern& pattern, std::vector<const Pattern*>& sources) {
  if (pattern.kind == PatternKind::kList || pattern.kind == PatternKind::kAnnotation) sources.push_back(&pattern);
  for (const Pattern& child : pattern.children) collect_sources(child, sources);
}

std::string takes(const Function& function) {
  if (function.min_arguments == function.max_arguments) return fmt::format("{}", function.min_arguments);
  return fmt::format("{} to {}", function.min_arguments, function.max_arguments);
}

class ExpressionChecker {
 public:
  ExpressionChecker(const RuleIndex& index, const CaptureTable& captures, std::vector<Diagnostic>& diagnostics)
      : index_(index), captures_(captures), diagnostics_(diagnostics) {}

  void check(const Expression& expression, bool is_condition) {
    switch (expression.kind) {
      case ExpressionKind::kNumber:
        check_number(expression);
        break;
      case ExpressionKind::kName:
        check_name(expression);
        break;
      case ExpressionKind::kCall:
        check_call(expression);
        break;
      case ExpressionKind::kNot:
      case ExpressionKind::kBinary:
        check_sign(expression, is_condition);
        break;
      case ExpressionKind::kText:
        break;
    }
    for (const Expression& operand : expression.operands) check(operand, is_condition);
  }

 private:
  void fail(const SourceLocation& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back({at, std::move(message), std::move(hint), {}});
  }

  void check_number(const Expression& expression) {
    if (!Decimal::parse(expression.text)) fail(expression.at, "this number has too many digits");
  }

  void check_sign(const Expression& expression, bool is_condition) {
    const bool is_truth =
        expression.kind == ExpressionKind::kNot || is_comparison(expression.text) || expression.text == "and" || expression.text == "or";
    if (is_truth && !is_condition) fail(expression.at, fmt::format("\"{}\" makes no value: it belongs in \"when\"", expression.text));
  }

  void check_name(const Expression& expression) {
    const auto capture =
        std::find_if(captures_.begin(), captures_.end(), [&](const auto& entry) { return entry.first == expression.text; });
    if (capture == captures_.end()) return fail_capture(expression);
    if (expression.field.empty()) return;
    std::vector<const Pattern*> sources;
    for (const Pattern* pattern : capture->second) collect_sources(*pattern, sources);
    if (!has_field(sources, expression.field)) fail_field(expression, sources);
  }

  void fail_capture(const Expression& expression) {
    std::vector<std::string> names;
    for (const auto& entry : captures_) names.emplace_back(entry.first);
    std::string hint = did_you_mean(expression.text, names);
    if (hint.empty()) hint = fmt::format("write {}:ELEMENT in the pattern, or \"{}\" for the text", expression.text, expression.text);
    fail(expression.at, fmt::format("the pattern captures no \"{}\"", expression.text), std::move(hint));
  }

  bool has_field(const std::vector<const Pattern*>& sources, const std::string& field) const {
    return std::any_of(sources.begin(), sources.end(), [&](const Pattern* source) {
      if (source->kind == PatternKind::kAnnotation) {
        const TypeEntry* type = index_.type(source->text);
        return type == nullptr || type->fields.count(field) != 0;
      }
      const ast::List* list = index_.list(source->text);
      return list == nullptr || is_unread(*list) || std::find(list->columns.begin(), list->columns.end(), field) != list->columns.end();
    });
  }

  void fail_field(const Expression& expression, const std::vector<const Pattern*>& sources) {
    if (sources.empty()) {
      return fail(expression.at, fmt::format("\"{}\" holds words, which have no \"{}\"", expression.text, expression.field),
                  "only list entries have columns, and annotations fields");
    }
    std::vector<std::string> names;
    for (const Pattern* source : sources) append_names(*source, names);
    const bool is_list = sources.front()->kind == PatternKind::kList;
    const std::string message = is_list
                                    ? fmt::format("the list \"{}\" has no column \"{}\"", sources.front()->text, expression.field)
                                    : fmt::format("no rule that makes \"{}\" sets a field \"{}\"", sources.front()->text, expression.field);
    fail(expression.at, message, did_you_mean_or_all(expression.field, names));
  }

  void append_names(const Pattern& source, std::vector<std::string>& names) const {
    if (const ast::List* list = index_.list(source.text); source.kind == PatternKind::kList && list != nullptr) {
      names.insert(names.end(), list->columns.begin(), list->columns.end());
    } else if (const TypeEntry* type = index_.type(source.text); type != nullptr) {
      names.insert(names.end(), type->fields.begin(), type->fields.end());
    }
  }

  void check_call(const Expression& expression) {
    const Function* function = find_function(expression.text);
    if (function == nullptr) {
      std::vector<std::string> names;
      for (const Function& known : all_functions()) names.emplace_back(known.name);
      std::string hint = did_you_mean(expression.text, names);
      if (hint.empty()) hint = "attest rules list --functions shows all";
      return fail(expression.at, fmt::format("no function is called \"{}\"", expression.text), std::move(hint));
    }
    const std::size_t count = expression.operands.size();
    if (count >= function->min_arguments && count <= function->max_arguments) return;
    fail(expression.at,
         fmt::format("{} takes {} argument{}, not {}", function->name, takes(*function), function->max_arguments == 1 ? "" : "s", count),
         std::string(function->help));
  }

  const RuleIndex& index_;
  const CaptureTable& captures_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

void check_expressions(const RuleIndex& index, const ast::Rule& rule, const CaptureTable& captures, std::vector<Diagnostic>& diagnostics) {
  ExpressionChecker checker(index, captures, diagnostics);
  for (const ast::Expression& condition : rule.when) checker.check(condition, true);
  for (const ast::Field& field : rule.fields) checker.check(field.value, false);
}

bool has_call(const ast::Expression& expression) noexcept {
  return expression.kind == ExpressionKind::kCall || std::any_of(expression.operands.begin(), expression.operands.end(), has_call);
}

}  // namespace attest

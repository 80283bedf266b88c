// Trees of rule files as short strings, and packs from strings, for tests of the parser and the checker.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/checker.h"
#include "engine/parser.h"

namespace attest::testing_rules {

/// A pack of one rule file, with lists.
inline RulePack pack_of(std::string rules, std::vector<RuleFile> lists = {}, std::string name = "built-in") {
  RulePack pack{std::move(name), {{"10_test.rules", std::move(rules)}}};
  for (RuleFile& list : lists) pack.files.push_back(std::move(list));
  return pack;
}

/// All diagnostics of parsing and checking, as users see them.
inline std::string complaints(const std::vector<RulePack>& packs) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules(packs, diagnostics);
  check_rules(tree, diagnostics);
  add_source_lines(packs, diagnostics);
  return to_string(diagnostics);
}

/// The file, line and message of every diagnostic, one a line.
inline std::string messages(const std::vector<Diagnostic>& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics) text += diagnostic.at.to_string() + ": " + diagnostic.message + "\n";
  return text;
}

inline std::string tree_of(const ast::Pattern& pattern);

inline std::string trees_of(const std::vector<ast::Pattern>& patterns, const std::string& separator) {
  std::string text;
  for (const ast::Pattern& pattern : patterns) text += (text.empty() ? "" : separator) + tree_of(pattern);
  return text;
}

inline std::string leaf_of(const ast::Pattern& pattern) {
  using Kind = ast::PatternKind;
  std::string text = pattern.text;
  switch (pattern.kind) {
    case Kind::kLiteral:
      return pattern.exact_case ? "'" + text + "'" : "\"" + text + "\"";
    case Kind::kList:
      return "<" + text + ">";
    case Kind::kShape:
      return "/" + text + "/";
    case Kind::kGlued:
      return "~";
    case Kind::kSentenceStart:
      return "^";
    case Kind::kSentenceEnd:
      return "$";
    case Kind::kAnnotation:
      for (const ast::FieldTest& test : pattern.fields) text += "." + test.field + "=" + test.value;
      return text;
    default:
      text = "[";
      for (const ast::ClassTest& test : pattern.classes)
        text += (text.size() > 1 ? " " : "") + std::string(test.negated ? "!" : "") + test.name;
      return text + "]";
  }
}

/// Fully bracketed: {a b} is a sequence, (a|b) alternatives, e{0,1} a repeat.
inline std::string tree_of(const ast::Pattern& pattern) {
  using Kind = ast::PatternKind;
  const std::string capture = pattern.capture.empty() ? "" : pattern.capture + ":";
  switch (pattern.kind) {
    case Kind::kSequence:
      return capture + "{" + trees_of(pattern.children, " ") + "}";
    case Kind::kAlternatives:
      return capture + "(" + trees_of(pattern.children, "|") + ")";
    case Kind::kRepeat:
      return capture + tree_of(pattern.children.at(0)) + "{" + std::to_string(pattern.min) + "," + std::to_string(pattern.max) + "}";
    case Kind::kNotAhead:
      return capture + "!" + tree_of(pattern.children.at(0));
    default:
      return capture + leaf_of(pattern);
  }
}

/// Fully bracketed: (a + b), f(a, b), (not a).
inline std::string tree_of(const ast::Expression& expression) {
  using Kind = ast::ExpressionKind;
  const auto operand = [&](std::size_t i) { return tree_of(expression.operands.at(i)); };
  switch (expression.kind) {
    case Kind::kNumber:
      return expression.text;
    case Kind::kText:
      return "\"" + expression.text + "\"";
    case Kind::kName:
      return expression.field.empty() ? expression.text : expression.text + "." + expression.field;
    case Kind::kNot:
      return "(not " + operand(0) + ")";
    case Kind::kBinary:
      return "(" + operand(0) + " " + expression.text + " " + operand(1) + ")";
    case Kind::kCall:
      break;
  }
  std::string text = expression.text + "(";
  for (std::size_t i = 0; i < expression.operands.size(); ++i) text += (i == 0 ? "" : ", ") + operand(i);
  return text + ")";
}

}  // namespace attest::testing_rules

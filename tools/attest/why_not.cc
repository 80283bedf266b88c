#include "why_not.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "engine/annotator.h"
#include "engine/checker.h"
#include "engine/compiler.h"
#include "engine/diagnostic.h"
#include "engine/normal_form.h"
#include "engine/number_lexicon.h"
#include "engine/parser.h"
#include "text/analysis.h"

namespace attest::command {
namespace {

/// What one form of the rule made of the text.
struct Attempt {
  bool matched = false;
  std::string passage;  ///< The longest match.
  std::string made;     ///< Rule, passage and normal form, where the match stands.
  std::string winner;   ///< Likewise of the match that won over it.
};

std::string in_words(const CompiledRules& rules, const Chart& chart, const Annotation& annotation) {
  return fmt::format("{} \"{}\" {}", rules.rules[annotation.rule].name, chart.view().passage(annotation.span),
                     normal_form(rules, chart, annotation));
}

/// Where a clause or an element stands, as diagnostics show it.
std::string show_place(const std::vector<RulePack>& packs, const SourceLocation& at, const std::string& message) {
  Diagnostic diagnostic{.at = at, .message = message, .hint = {}, .source_line = {}};
  for (const RulePack& pack : packs) {
    for (const RuleFile& file : pack.files) {
      if (!at.file.ends_with(file.name)) continue;
      std::size_t begin = 0;
      for (std::uint32_t line = 1; line < at.line && begin != std::string::npos; ++line) begin = file.text.find('\n', begin) + 1;
      diagnostic.source_line = file.text.substr(begin, file.text.find('\n', begin) - begin);
    }
  }
  return to_string(diagnostic);
}

class Question {
 public:
  Question(const std::vector<RulePack>& packs, ast::RuleTree tree, std::size_t rule, const std::string& text)
      : packs_(packs), tree_(std::move(tree)), rule_(rule), text_(text) {}

  std::string answer() {
    const ast::Rule whole = tree_.rules[rule_];
    if (const Attempt attempt = attempt_with(whole); attempt.matched) {
      return attempt.winner.empty() ? "it does match: " + attempt.made + "\n"
                                    : fmt::format("it matches \"{}\", but {} wins\n", attempt.passage, attempt.winner);
    }
    ast::Rule bare = whole;
    bare.contexts.clear();
    bare.when.clear();
    bare.fields.clear();
    const Attempt attempt = attempt_with(bare);
    return attempt.matched ? failing_clause(whole, std::move(bare), attempt) : failing_element(whole, std::move(bare));
  }

 private:
  Attempt attempt_with(const ast::Rule& form) {
    tree_.rules[rule_] = form;
    auto compiled = compile_rules(tree_);
    if (!compiled) return {};  // a form without an element to look for: the next one has more
    const NumberLexicon numbers(compiled->gazetteer, compiled->vocabulary);
    const TextAnalyser analyser(compiled->vocabulary);
    AnalysedText analysed;
    analyser.analyse(text_, analysed);
    Chart chart;
    Annotator(*compiled, numbers).annotate(analysed, chart);
    return outcome(*compiled, chart);
  }

  [[nodiscard]] Attempt outcome(const CompiledRules& rules, const Chart& chart) const {
    Attempt attempt;
    for (const Annotation& annotation : chart.annotations()) {
      if (annotation.rule != rule_) continue;
      note(chart, annotation, attempt);
      attempt.made = in_words(rules, chart, annotation);
    }
    for (const Suppressed& loser : chart.suppressed()) {
      if (loser.annotation.rule != rule_) continue;
      note(chart, loser.annotation, attempt);
      if (attempt.made.empty() && loser.by != kNoAnnotation) attempt.winner = in_words(rules, chart, chart.annotation(loser.by));
    }
    if (!attempt.made.empty()) attempt.winner.clear();
    return attempt;
  }

  static void note(const Chart& chart, const Annotation& annotation, Attempt& attempt) {
    const std::string_view passage = chart.view().passage(annotation.match);
    attempt.matched = true;
    if (passage.size() > attempt.passage.size()) attempt.passage = passage;
  }

  /// The pattern matches; adds clause after clause until it no longer does.
  std::string failing_clause(const ast::Rule& whole, ast::Rule form, const Attempt& bare) {
    const std::string matched = fmt::format("the pattern matches \"{}\", but ", bare.passage);
    for (const ast::Context& context : whole.contexts) {
      form.contexts.push_back(context);
      if (!attempt_with(form).matched) return show_place(packs_, context.at, matched + "what stands around it does not fit");
    }
    for (const ast::Expression& condition : whole.when) {
      form.when.push_back(condition);
      if (!attempt_with(form).matched) return show_place(packs_, condition.at, matched + "this condition does not hold");
    }
    for (const ast::Field& field : whole.fields) {
      form.fields.push_back(field);
      if (!attempt_with(form).matched) return show_place(packs_, field.at, matched + "this field finds no value");
    }
    return matched + "not with all clauses together\n";
  }

  /// The pattern does not match; takes elements away from its end until it does.
  std::string failing_element(const ast::Rule& whole, ast::Rule form) {
    std::vector<ast::Pattern>& elements = form.match.children;
    if (whole.match.kind != ast::PatternKind::kSequence || elements.empty()) {
      return show_place(packs_, whole.match.at, "the pattern matches nowhere in this text");
    }
    while (elements.size() > 1) {
      const SourceLocation at = elements.back().at;
      elements.pop_back();
      const Attempt attempt = attempt_with(form);
      if (attempt.matched) return show_place(packs_, at, fmt::format("\"{}\" matches so far, then this element does not", attempt.passage));
    }
    return show_place(packs_, elements.front().at, "this element, the first one, matches nowhere in this text");
  }

  const std::vector<RulePack>& packs_;
  ast::RuleTree tree_;
  std::size_t rule_;
  const std::string& text_;
};

}  // namespace

Result<std::string> why_not(const std::vector<RulePack>& packs, const std::string& rule, const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  ast::RuleTree tree = parse_rules(packs, diagnostics);
  if (diagnostics.empty()) check_rules(tree, diagnostics);
  if (!diagnostics.empty()) return Error{ErrorCode::kRules, to_string(diagnostics), {}, {}};
  const auto found = std::find_if(tree.rules.begin(), tree.rules.end(), [&rule](const ast::Rule& known) { return known.name == rule; });
  if (found == tree.rules.end()) {
    std::vector<std::string> names;
    for (const ast::Rule& known : tree.rules) names.push_back(known.name);
    const std::string nearest = nearest_name(rule, names);
    return Error{ErrorCode::kNotFound, "no rule has this name", rule,
                 nearest.empty() ? "attest rules list" : "did you mean " + nearest + "?"};
  }
  const auto index = static_cast<std::size_t>(found - tree.rules.begin());
  return Question(packs, std::move(tree), index, text).answer();
}

}  // namespace attest::command

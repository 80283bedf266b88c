#include "engine/checker.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "engine/expression_checker.h"
#include "engine/pattern_checker.h"
#include "engine/preference_checker.h"
#include "engine/rule_index.h"
#include "engine/rule_signature.h"

namespace attest {
namespace {

constexpr std::size_t kLeastYes = 2;
constexpr std::size_t kLeastNo = 1;

class Checker {
 public:
  Checker(const ast::RuleTree& tree, std::vector<Diagnostic>& diagnostics)
      : tree_(tree), is_whole_(diagnostics.empty()), diagnostics_(diagnostics), index_(tree), patterns_(index_, diagnostics) {}

  void check() {
    for (std::size_t i = 0; i < tree_.phases.size(); ++i) check_reads(i);
    for (const ast::Rule& rule : tree_.rules) check_rule(rule);
    if (is_whole_) check_lists();
    check_preferences(index_, diagnostics_);
    check_reachability();
  }

 private:
  void fail(const SourceLocation& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back({at, std::move(message), std::move(hint), {}});
  }

  void check_lists() {
    for (const ast::List& list : tree_.lists) {
      if (list.lookup || patterns_.uses_list(list.name)) continue;
      fail(list.at, fmt::format("no pattern uses the list \"{}\"", list.name), fmt::format("remove it, or use it: <{}>", list.name));
    }
  }

  void check_reads(std::size_t position) {
    for (const ast::Name& name : tree_.phases[position].reads) {
      const std::optional<std::size_t> read = index_.phase(name.text);
      if (!read) {
        fail(name.at, fmt::format("no phase is called \"{}\"", name.text), index_.near_phase(name.text));
      } else if (*read == position) {
        fail(name.at, "a phase cannot read itself", "split it: what is read must be made in an earlier phase");
      } else if (*read > position) {
        fail(name.at, fmt::format("phase \"{}\" runs after phase \"{}\"", name.text, tree_.phases[position].name),
             "phases run in the order of their files' names");
      }
    }
  }

  void check_rule(const ast::Rule& rule) {
    patterns_.check(rule);
    if (!is_unread(rule.match)) check_expressions(index_, rule, captures_of(rule.match), diagnostics_);
    check_examples(rule);
  }

  void check_examples(const ast::Rule& rule) {
    if (rule.yes.size() < kLeastYes) {
      fail(rule.at, fmt::format("the rule \"{}\" has {} \"yes\" of at least {}", rule.name, rule.yes.size(), kLeastYes),
           "add texts in which the rule must match");
    }
    if (rule.no.size() < kLeastNo) {
      fail(rule.at, fmt::format("the rule \"{}\" has no \"no\"", rule.name),
           "add a text that looks alike, in which the rule must not match");
    }
    for (const ast::Example& example : rule.yes) check_example(rule, example);
  }

  void check_example(const ast::Rule& rule, const ast::Example& example) {
    if (example.values.size() > rule.fields.size()) {
      fail(example.at,
           fmt::format("the example has {} values, but the rule sets {} field{}", example.values.size(), rule.fields.size(),
                       rule.fields.size() == 1 ? "" : "s"),
           "values that hold blanks stand in quotes");
    }
    if (example.has_span && example.text.find(example.span) == std::string::npos) {
      fail(example.at, fmt::format("\"{}\" is not in the example's text", example.span));
    }
  }

  /// Of rules that match the same passages only the first wins, unless its functions may reject what it matched.
  void check_reachability() {
    std::unordered_map<std::string, const ast::Rule*> first;
    first.reserve(tree_.rules.size());
    for (const ast::Rule& rule : tree_.rules) {
      if (is_unread(rule.match)) continue;
      const bool may_reject =
          std::any_of(rule.fields.begin(), rule.fields.end(), [](const ast::Field& field) { return has_call(field.value); });
      std::string signature = rule_signature(rule);
      const auto found = first.find(signature);
      if (found != first.end()) {
        fail(rule.at,
             fmt::format("\"{}\" can never win: \"{}\" has the same pattern, contexts and conditions", rule.name, found->second->name),
             fmt::format("the other rule is at {}", found->second->at.to_string()));
      } else if (!may_reject) {
        first.emplace(std::move(signature), &rule);
      }
    }
  }

  const ast::RuleTree& tree_;
  bool is_whole_;  // no mistake was found before: nothing is missing that might use a list
  std::vector<Diagnostic>& diagnostics_;
  RuleIndex index_;
  PatternChecker patterns_;
};

}  // namespace

void check_rules(const ast::RuleTree& tree, std::vector<Diagnostic>& diagnostics) { Checker(tree, diagnostics).check(); }

}  // namespace attest

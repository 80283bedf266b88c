#include "engine/preference_checker.h"

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace attest {
namespace {

/// The rules that one rule wins over, with the places that say so.
using Preferences = std::vector<std::pair<std::size_t, const ast::Name*>>;

class PreferenceChecker {
 public:
  PreferenceChecker(const RuleIndex& index, std::vector<Diagnostic>& diagnostics)
      : index_(index), rules_(index.tree().rules), diagnostics_(diagnostics) {
    for (std::size_t i = 0; i < rules_.size(); ++i) positions_.emplace(&rules_[i], i);
  }

  void check() {
    preferences_.resize(rules_.size());
    for (std::size_t i = 0; i < rules_.size(); ++i) resolve_names(i);
    states_.assign(rules_.size(), State::kNew);
    for (std::size_t i = 0; i < rules_.size(); ++i) find_cycles(i);
  }

 private:
  enum class State : std::uint8_t { kNew, kOnPath, kDone };
  struct Step {
    std::size_t rule;
    std::size_t next;  // which of its preferences to follow next
  };

  void fail(const SourceLocation& at, std::string message, std::string hint = {}) {
    diagnostics_.push_back({at, std::move(message), std::move(hint), {}});
  }

  void resolve_names(std::size_t position) {
    const ast::Rule& rule = rules_[position];
    for (const ast::Name& name : rule.over) {
      const ast::Rule* other = index_.rule(name.text);
      if (other == nullptr) {
        fail(name.at, fmt::format("no rule is called \"{}\"", name.text), index_.near_rule(name.text));
      } else if (other == &rule) {
        fail(name.at, "a rule cannot win over itself");
      } else if (other->phase != rule.phase) {
        fail(name.at, fmt::format("\"{}\" belongs to phase \"{}\"", name.text, other->phase), "only rules of one phase compete");
      } else {
        preferences_[position].push_back({positions_.at(other), &name});
      }
    }
  }

  /// Depth-first search with a path of its own, as chains may be as long as there are rules.
  void find_cycles(std::size_t start) {
    if (states_[start] != State::kNew) return;
    std::vector<Step> path = {{start, 0}};
    states_[start] = State::kOnPath;
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == preferences_[step.rule].size()) {
        states_[step.rule] = State::kDone;
        path.pop_back();
        continue;
      }
      const auto [target, name] = preferences_[step.rule][step.next++];
      if (states_[target] == State::kOnPath) report_cycle(path, target, *name);
      if (states_[target] != State::kNew) continue;
      states_[target] = State::kOnPath;
      path.push_back({target, 0});
    }
  }

  void report_cycle(const std::vector<Step>& path, std::size_t target, const ast::Name& closing) {
    std::size_t begin = path.size() - 1;
    while (path[begin].rule != target) --begin;
    std::string cycle;
    for (std::size_t i = begin; i < path.size(); ++i) cycle += rules_[path[i].rule].name + " over ";
    fail(closing.at, fmt::format("preferences go round in a circle: {}{}", cycle, rules_[target].name), "remove one of these \"over\"");
  }

  const RuleIndex& index_;
  const std::vector<ast::Rule>& rules_;
  std::vector<Diagnostic>& diagnostics_;
  std::unordered_map<const ast::Rule*, std::size_t> positions_;
  std::vector<Preferences> preferences_;
  std::vector<State> states_;
};

}  // namespace

void check_preferences(const RuleIndex& index, std::vector<Diagnostic>& diagnostics) { PreferenceChecker(index, diagnostics).check(); }

}  // namespace attest

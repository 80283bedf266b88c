#include "engine/trigger_scanner.h"

#include <algorithm>

namespace attest {
namespace {

const Anchor& anchor_of(const CompiledRules& rules, RuleTrigger trigger) { return rules.rules[trigger.rule].anchors[trigger.anchor]; }

}  // namespace

TriggerScanner::TriggerScanner(const CompiledRules& rules)
    : rules_(&rules),
      ahead_(rules, TriggerAutomaton::Direction::kForward),
      behind_(rules, TriggerAutomaton::Direction::kBackward),
      groups_(rules.group_count) {
  for (const CompiledPhase& phase : rules.phases) {
    for (const TriggerGroup& group : phase.by_type) {
      auto& tests = groups_[group.id].field_tests;
      for (const RuleTrigger trigger : group.triggers) {
        const std::uint32_t test = anchor_of(rules, trigger).field_tests;
        if (test != kAbsent && std::find(tests.begin(), tests.end(), test) == tests.end()) tests.push_back(test);
      }
    }
  }
}

void TriggerScanner::limit_memory() {
  if (!ahead_.is_full() && !behind_.is_full()) return;
  ahead_.clear();
  behind_.clear();
  for (GroupStarts& group : groups_) group.starts.clear();
}

TriggerSet TriggerScanner::scan(const TriggerGroup& group, TokenRange anchor, Segment segment, const Chart& chart, const Matcher& matcher) {
  const bool is_annotation = anchor_of(*rules_, group.triggers.front()).kind == Anchor::Kind::kAnnotation;
  const Start& start = start_of(group, anchor.begin, chart, matcher);
  const TriggerSet found = ahead_.scan(start.ahead, chart, is_annotation ? anchor.end : anchor.begin, segment);
  if ((found & ~start.free) == 0) return found;
  return found & (start.free | behind_.scan(start.behind, chart, anchor.begin, segment));
}

const TriggerScanner::Start& TriggerScanner::start_of(const TriggerGroup& group, std::uint32_t token, const Chart& chart,
                                                      const Matcher& matcher) {
  GroupStarts& known = groups_[group.id];
  std::uint64_t passed = 0;
  if (!known.field_tests.empty()) {
    const Annotation& annotation = chart.annotation(chart.beginning_at(token, static_cast<TypeId>(group.target)));
    for (std::size_t i = 0; i < known.field_tests.size(); ++i) {
      if (matcher.passes(known.field_tests[i], annotation)) passed |= std::uint64_t{1} << i;
    }
  }
  for (const Start& start : known.starts) {
    if (start.passed == passed) return start;
  }
  return add_start(group, known, passed);
}

const TriggerScanner::Start& TriggerScanner::add_start(const TriggerGroup& group, GroupStarts& known, std::uint64_t passed) {
  Start made;
  made.passed = passed;
  std::vector<TriggerAutomaton::Thread> ahead;
  std::vector<TriggerAutomaton::Thread> behind;
  for (std::uint32_t i = 0; i < group.triggers.size(); ++i) {
    const CompiledRule& rule = rules_->rules[group.triggers[i].rule];
    const Anchor& anchor = rule.anchors[group.triggers[i].anchor];
    const auto test = std::find(known.field_tests.begin(), known.field_tests.end(), anchor.field_tests) - known.field_tests.begin();
    if (test < std::ssize(known.field_tests) && (passed >> test & 1) == 0) continue;
    ahead.push_back({i, rule.program, anchor.pc});
    const std::uint32_t before = anchor.prefix != kAbsent ? anchor.prefix : rule.context_on_side(true);
    if (before == kAbsent) {
      made.free |= TriggerSet{1} << i;
    } else {
      behind.push_back({i, before, 0});
    }
  }
  made.ahead = ahead_.state_of(std::move(ahead));
  made.behind = behind_.state_of(std::move(behind));
  return known.starts.emplace_back(made);
}

}  // namespace attest

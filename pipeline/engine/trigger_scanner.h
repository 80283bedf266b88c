// At an anchor: the triggers of its group that the tokens on both sides admit.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/chart.h"
#include "engine/matcher.h"
#include "engine/program.h"
#include "engine/trigger_automaton.h"

namespace attest {

/// One a thread. Holds an automaton for each direction, and where the groups begin in them.
class TriggerScanner {
 public:
  explicit TriggerScanner(const CompiledRules& rules);

  /// Forgets what it has learnt about texts once that takes much memory; before a document.
  void limit_memory();
  /// The triggers (by position in the group) worth an attempt where the group's word, token or annotation covers `anchor`.
  TriggerSet scan(const TriggerGroup& group, TokenRange anchor, Segment segment, const Chart& chart, const Matcher& matcher);

 private:
  /// Where the scans of a group begin, for annotations that pass the same field tests.
  struct Start {
    std::uint64_t passed = 0;
    TriggerAutomaton::State ahead = 0;
    TriggerAutomaton::State behind = 0;
    TriggerSet free = 0;  // triggers that ask for nothing on the left
  };
  struct GroupStarts {
    std::vector<std::uint32_t> field_tests;  // those of the group's annotation anchors, without repeats
    std::vector<Start> starts;
  };

  const Start& start_of(const TriggerGroup& group, std::uint32_t token, const Chart& chart, const Matcher& matcher);
  const Start& add_start(const TriggerGroup& group, GroupStarts& known, std::uint64_t passed);

  const CompiledRules* rules_;
  TriggerAutomaton ahead_;
  TriggerAutomaton behind_;
  std::vector<GroupStarts> groups_;  // by group id
};

}  // namespace attest

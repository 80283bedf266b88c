// Which rules are worth an attempt at a place: a deterministic automaton that reads the tokens on one side of an anchor and
// tells the triggers whose patterns can go on there, all of them in one look-up a token, however many rules there are.
//
// It runs the programs of the matching machine side by side, as sets of threads, and keeps each set that it meets as a state
// (the lazy automaton of R. Cox, "Regular Expression Matching in the Wild", 2010, after K. Thompson, 1968). Where threads take an
// annotation or an entry of several words, the chart tells whether one stands there, and the scan goes on behind it. What is left
// open (fields of annotations, negations) it takes to match: it rules places out and leaves the last word to the matcher.
//
//   TriggerAutomaton ahead(rules, TriggerAutomaton::Direction::kForward);      // one a thread
//   const auto start = ahead.state_of({{0, program, pc}, {1, other, 0}});
//   ahead.scan(start, chart, token, segment)     // bits 0 and 1 where these can match
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "engine/symbol_table.h"
#include "engine/word_interest.h"

namespace attest {

/// Triggers 0 to 63 of a group: one bit each.
using TriggerSet = std::uint64_t;

class TriggerAutomaton {
 public:
  /// Where a trigger's program stands.
  struct Thread {
    std::uint32_t trigger = 0;  ///< Below kMostTriggers.
    std::uint32_t program = 0;
    std::uint32_t pc = 0;

    friend constexpr auto operator<=>(const Thread&, const Thread&) = default;
  };
  enum class Direction : std::uint8_t { kForward, kBackward };
  using State = std::uint32_t;

  TriggerAutomaton(const CompiledRules& rules, Direction direction);

  /// The state in which these threads wait for a token.
  State state_of(std::vector<Thread> threads);
  /// The triggers of a state that can match from token boundary `at` on, with the contexts that the rules ask for there. Looks
  /// at a few tokens; takes longer patterns to match.
  TriggerSet scan(State state, const Chart& chart, std::uint32_t at, Segment segment);

  /// True when the states take much memory: time to clear.
  [[nodiscard]] bool is_full() const noexcept;
  /// Forgets all states.
  void clear();

 private:
  /// What reading one symbol in a state leads to.
  struct Step {
    TriggerSet found = 0;  // these can match
    State next = 0;
    std::uint32_t first_wait = 0;  // waits_[first_wait] and on, up to one without a target
  };
  struct Transition {
    std::uint64_t key = 0;  // as key_of() has it; a free slot holds kFree
    Step step;
  };
  /// What is asked of a state at every token.
  struct StateInfo {
    Step plain;                     // where nothing that it depends on holds of the next token: the commonest
    Symbol relevant = 0;            // the bits of symbols, below the word class, on which its transitions depend
    WordInterest::Id interest = 0;  // and on these classes of words
    bool by_shape = false;          // they depend on shapes, too
    bool knows_plain = false;
  };
  /// Something longer than a token that may stand here, and the state behind it.
  struct Target {
    Op op = Op::kAccept;  // kAnnotation or kList; kAccept ends the waits of a step
    std::uint32_t id = 0;

    friend constexpr auto operator<=>(const Target&, const Target&) = default;
  };
  struct Wait {
    Target target;
    State next = 0;
  };
  /// How far a scan has come: bounds its work.
  struct Reach {
    std::uint32_t tokens = 0;
    std::uint32_t detours = 0;  // targets behind which it goes on
  };
  class Reader;

  void find_continuations();
  [[nodiscard]] Symbol reduced(const StateInfo& state, Symbol symbol, const SymbolTable& symbols) const noexcept;
  void add_state(const std::vector<Thread>& threads);
  [[nodiscard]] Step step(State state, Symbol symbol, const SymbolTable& symbols);
  Step make_step(State state, Symbol symbol, const SymbolTable& symbols);
  std::uint32_t add_waits(std::vector<std::pair<Target, Thread>> waiting);
  void insert(const Transition& transition);
  void place(const Transition& transition);
  void grow_if_half_full();
  bool mark(const Thread& thread);
  void find_relevant(const std::vector<Thread>& threads, StateInfo& info);
  void note_relevant(const Thread& thread, StateInfo& info, WordInterest::ClassSet& words);
  TriggerSet scan(State state, const Chart& chart, std::uint32_t at, Segment segment, Reach reach);
  TriggerSet scan_behind(std::uint32_t first_wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach);
  TriggerSet scan_behind_entries(Wait wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach);
  TriggerSet scan_behind_annotation(Wait wait, const Chart& chart, std::uint32_t at, Segment segment, Reach reach);
  [[nodiscard]] TriggerSet triggers_of(State state) const noexcept;
  [[nodiscard]] Symbol symbol_at(const Chart& chart, std::uint32_t at, Segment segment) const noexcept;

  const CompiledRules* rules_;
  Direction direction_;
  std::map<std::vector<Thread>, State> ids_;
  std::vector<const std::vector<Thread>*> threads_;  // by state: a key of ids_
  std::vector<StateInfo> states_;
  std::vector<Transition> transitions_;  // open addressing, power of two, at most half full
  std::size_t transition_count_ = 0;
  std::vector<Wait> waits_;
  WordInterest interest_;
  std::vector<Thread> open_;                  // threads to follow yet
  std::vector<std::uint32_t> continuations_;  // by program: that of the context to go on with, or kAbsent
  std::vector<std::uint32_t> first_marks_;    // by program: its place in marks_
  std::vector<std::uint32_t> marks_;          // by instruction: the last epoch that has been there
  std::uint32_t epoch_ = 0;
};

}  // namespace attest

// Which rules are worth an attempt at a place: a deterministic automaton that reads the tokens on one side of an anchor and
// tells the triggers whose patterns can go on there, all of them in one look-up a token, however many rules there are.
//
// It runs the programs of the matching machine side by side, as sets of threads, and keeps each set that it meets as a state
// (the lazy automaton of R. Cox, "Regular Expression Matching in the Wild", 2010, after K. Thompson, 1968). What symbols
// cannot tell (what follows an annotation ahead, the way back through names of several words) it takes to match: it rules places
// out and leaves the last word to the matcher.
//
//   TriggerAutomaton ahead(rules, TriggerAutomaton::Direction::kForward);      // one a thread
//   const auto start = ahead.state_of({{0, program, pc}, {1, other, 0}});
//   ahead.scan(start, chart, token, segment)     // bits 0 and 1 where these can match
#pragma once

#include <cstdint>
#include <map>
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
    Gazetteer::NodeId node = Gazetteer::kNoNode;  ///< Amid an entry of the list at `pc`: where in the trie.

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
  struct Transition {
    std::uint64_t key = 0;  // as key_of() has it; a free slot holds kFree
    TriggerSet found = 0;   // these can match
    State next = 0;
    std::uint32_t first_wait = 0;  // these can, if an annotation begins here (ends, going backward): waits_[first_wait], up to one
                                   // of kNoTrigger
  };
  struct StateInfo {
    const std::vector<Thread>* threads = nullptr;  // a key of ids_
    Symbol relevant = 0;                           // the bits of symbols, below the word class, on which its transitions depend
    bool by_shape = false;                         // they depend on shapes, too
    WordInterest::Id interest = 0;                 // and on these classes of words
    std::uint32_t first_node = 0;                  // amid entries of lists: nodes_[first_node] and so on
    std::uint32_t node_count = 0;
    bool knows_plain = false;
    Transition plain;  // where nothing that it depends on holds of the next token: the commonest
  };
  struct Wait {
    std::uint32_t trigger = 0;
    TypeId type = 0;
  };
  /// The next token.
  struct Input {
    Symbol symbol = symbol::kNoToken;
    WordId word = kUnknownWord;
    bool by_word = false;  // the symbol's word class is left out, the word stands for it: a name begins or goes on with it
  };
  class Reader;

  void find_continuations();
  [[nodiscard]] Input reduced(const StateInfo& state, Input input, const SymbolTable& symbols) const noexcept;
  void add_state(const std::vector<Thread>& threads);
  [[nodiscard]] const Transition& step(State state, Input input, const SymbolTable& symbols);
  Transition make_transition(State state, Input input, std::uint64_t key, const SymbolTable& symbols);
  const Transition& insert(const Transition& transition);
  const Transition& place(const Transition& transition);
  void grow_if_half_full();
  bool mark(const Thread& thread);
  void find_relevant(StateInfo& info);
  void note_relevant(const Thread& thread, StateInfo& info, WordInterest::Sets& words);
  [[nodiscard]] TriggerSet resolve_waits(const Transition& transition, const Chart& chart, std::uint32_t at) const noexcept;
  [[nodiscard]] Input input_at(const Chart& chart, std::uint32_t at, Segment segment) const noexcept;

  const CompiledRules* rules_;
  Direction direction_;
  std::map<std::vector<Thread>, State> ids_;
  std::vector<StateInfo> states_;
  std::vector<Transition> transitions_;  // open addressing, power of two, at most half full
  std::size_t transition_count_ = 0;
  std::vector<Gazetteer::NodeId> nodes_;
  std::vector<Wait> waits_;
  WordInterest interest_;
  std::vector<Thread> open_;                  // threads to follow yet
  std::vector<std::uint32_t> continuations_;  // by program: that of the context to go on with, or kAbsent
  std::vector<std::uint32_t> first_marks_;    // by program: its place in marks_
  std::vector<std::uint32_t> marks_;          // by instruction: the last epoch that has been there
  std::uint32_t epoch_ = 0;
};

}  // namespace attest

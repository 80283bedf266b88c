// The matching machine: runs compiled patterns over the tokens and annotations of a chart.
//
// A backtracking machine in the manner of RE2's BitState (Cox, "Regular Expression Matching in the Wild", 2010): paths are
// tried in the order that the pattern prefers, and once a run grows long, every (instruction, token) pair is visited at
// most once more, and none further than 1,024 tokens away: time stays linear in the text, whatever the pattern.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"

namespace attest {

class Matcher {
 public:
  struct Capture {
    std::uint32_t begin = kAbsent;
    std::uint32_t end = kAbsent;   ///< kAbsent while the capture took no part.
    std::uint32_t atom = kAbsent;  ///< The instruction that matched it all, where one did.
  };

  explicit Matcher(const CompiledRules& rules) : rules_(&rules) {}

  /// From now on runs are over this chart, which must outlive them.
  void look_at(const Chart& chart) noexcept { chart_ = &chart; }

  /// Runs a program from token boundary `start`. Calls `accept(end)` for each distinct boundary at which the pattern can
  /// stop, in order of preference, until it returns true. Returns whether it did. Captures are those of the current path.
  template <typename Accept>
  bool run(std::uint32_t program, std::uint32_t start, Segment segment, Accept&& accept);

  /// Whether a program matches from token boundary `position`.
  bool matches_here(std::uint32_t program, std::uint32_t position, Segment segment);

  /// Whether an annotation passes CompiledRules::field_tests[field_tests]; kAbsent tests nothing.
  [[nodiscard]] bool passes(std::uint32_t field_tests, const Annotation& annotation) const;

  [[nodiscard]] const Capture& capture(CaptureIndex index) const noexcept { return captures_[index]; }
  /// Forgets the captures of the last match; before each run whose captures are read.
  void clear_captures(std::size_t count) { captures_.assign(count, Capture{}); }

 private:
  struct Choice {
    std::uint32_t pc = 0;
    std::uint32_t position = 0;
    std::uint32_t log_size = 0;
    std::uint32_t atom = kAbsent;
    std::uint32_t atom_begin = 0;
  };
  struct Undo {
    CaptureIndex index = 0;
    Capture before;
  };
  struct Run {
    const Program& program;
    Segment segment;
    std::uint32_t start = 0;
    std::size_t first_choice = 0;
    std::size_t first_seen = 0;
    std::size_t steps = 0;
    bool marking = false;
    std::vector<std::uint64_t> visited;
  };

  /// Follows one path until it fails or the pattern accepts; returns whether it accepts.
  bool follow(Run& run, Choice& state);
  /// A quick look at the first element that a path from `next` meets: true only where the path is sure to fail there. Looks past
  /// negations, which cost more to test than the element behind them.
  [[nodiscard]] bool fails_at_once(const Instruction* next, bool backward, std::uint32_t position, Segment segment) const;
  [[nodiscard]] bool boundary_passes(Op test, std::uint32_t position, Segment segment) const noexcept;
  /// Whether one element matches here; forward programs only. Takes the state by value: nothing is consumed.
  bool next_matches(const Run& run, const Instruction& atom, Choice state);
  bool consume(const Run& run, const Instruction& instruction, Choice& state);
  bool consume_token(const Run& run, const Instruction& instruction, Choice& state) const;
  [[nodiscard]] bool matches_token(const Instruction& instruction, std::uint32_t token) const;
  [[nodiscard]] bool matches_shape(std::uint32_t shape, std::uint32_t token) const;
  bool consume_list(const Run& run, const Instruction& instruction, Choice& state);
  void find_ends(const Run& run, ListId list, std::uint32_t position);
  bool consume_annotation(const Run& run, const Instruction& instruction, Choice& state) const;
  [[nodiscard]] bool visit(Run& run, const Choice& state) const;
  void set_capture(const Run& run, CaptureIndex index, const Capture& value);
  void end_capture(const Run& run, CaptureIndex index, const Choice& state);
  void undo_to(std::uint32_t log_size);
  [[nodiscard]] bool is_new_end(const Run& run, std::uint32_t end);

  const CompiledRules* rules_;
  const Chart* chart_ = nullptr;
  std::vector<Capture> captures_;
  std::vector<Choice> choices_;
  std::vector<Undo> log_;
  std::vector<std::uint32_t> seen_ends_;
  std::vector<std::uint32_t> ends_;  // of find_ends
};

template <typename Accept>
bool Matcher::run(std::uint32_t program, std::uint32_t start, Segment segment, Accept&& accept) {
  Run run{rules_->programs[program], segment, start, choices_.size(), seen_ends_.size(), 0, false, {}};
  const auto first_log = static_cast<std::uint32_t>(log_.size());
  Choice state{0, start, first_log, kAbsent, 0};
  bool accepted = false;
  while (true) {
    if (follow(run, state) && is_new_end(run, state.position)) accepted = accept(state.position);
    if (accepted || choices_.size() == run.first_choice) break;
    state = choices_.back();
    choices_.pop_back();
    undo_to(state.log_size);
  }
  choices_.resize(run.first_choice);
  seen_ends_.resize(run.first_seen);
  log_.resize(first_log);
  return accepted;
}

}  // namespace attest

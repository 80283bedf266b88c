// Which matches of a phase stand. All of them are gathered first and resolved once: `over` first, then the longest span,
// then the longest match, then the leftmost, then the order of rules.
#pragma once

#include <vector>

#include "engine/chart.h"
#include "engine/program.h"

namespace attest {

/// Whether matches that lost are kept, for `explain` and `rules why-not`; extraction does without.
enum class Losers : std::uint8_t { kKeep, kDrop };

class Resolver {
 public:
  explicit Resolver(const CompiledRules& rules) : rules_(&rules) {}

  /// Adds the winners among `candidates` to the chart in order of position, and the losers, if kept, as suppressed. Candidates are
  /// sorted and repeats dropped. Near-linear: a candidate is compared with those that overlap it.
  void resolve(std::vector<Annotation>& candidates, Losers losers, Chart& chart);

 private:
  void suppress_by_preference(const std::vector<Annotation>& candidates);
  void choose_greedily(const std::vector<Annotation>& candidates, std::size_t token_count);
  [[nodiscard]] bool precedes(const Annotation& a, const Annotation& b) const noexcept;

  const CompiledRules* rules_;
  // Scratch, by candidate: the index of the candidate that beat it, or itself while it stands.
  std::vector<std::uint32_t> beaten_by_;
  std::vector<bool> by_preference_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> owner_;  // by token: the winner that covers it
  std::vector<AnnotationId> ids_;
};

}  // namespace attest

// Statements of the same figure against each other, within a document and across any number of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"
#include "check/independence.h"

namespace attest {

/// So many statements are compared one by one where numbers alone do not decide; of more, only equal numbers are.
inline constexpr std::size_t kMostCompared = 120;

/// Articles within so many days may report one event.
inline constexpr int kDaysOfOneEvent = 10;

/// What is known of a document beside its facts.
struct SourceInfo {
  std::int64_t key = 0;
  std::string uri;
  std::string publisher;
  std::string published;
};

/// A fact with its source, as it is compared across documents.
struct SourcedFact {
  CheckedFact fact;
  SourceInfo source;
};

/// What a comparison may ask for, and rarely does.
struct TopicContext {
  std::function<std::string(const SourcedFact&)> sentence;    ///< The text of the fact's sentence.
  SketchOf sketch;                                            ///< Of a document's text.
  std::function<bool(const SourcedFact&)> has_loose_period;   ///< See loose_period.h.
  std::function<std::string(const SourcedFact&)> event;       ///< The event that its sentence tells of, or the article; "" for none.
  std::function<std::string(const SourcedFact&)> revisions;   ///< Words of the sentence for a revision (Cue::kRevision).
  std::function<std::string(const SourcedFact&)> qualifiers;  ///< Words of the sentence that name another figure (Cue::kQualifier).
  std::function<std::string(const SourcedFact&)> accounts;    ///< Words of the sentence that name another account (Cue::kAccount).
};

/// Two facts of different documents that state the same figure, whether they agree or not.
using SamePair = std::pair<const SourcedFact*, const SourcedFact*>;

struct TopicFindings {
  std::vector<Finding> findings;
  std::vector<SamePair> pairs;  ///< A pair for each two different readings, and one for two documents that agree; see substitution.h.
};

using SourcedFacts = std::vector<const SourcedFact*>;

/// True for facts of one topic that compare_topic() tells of where their numbers fit.
[[nodiscard]] bool are_told_together(const SourcedFact& a, const SourcedFact& b);

/// Compares the facts of one topic. `linked` is true for the topic of a count that goes with the figures ("58 agreements"): then
/// parties may be told at different breadth. The order of `facts` does not matter.
[[nodiscard]] TopicFindings compare_topic(std::int64_t topic, SourcedFacts facts, bool linked, const CheckPolicy& policy,
                                          const TopicContext& context);

}  // namespace attest

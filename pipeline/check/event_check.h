// Reports of one event against each other. Articles name the parties, the measure and the day of a figure each in its own way, so that
// the figures of one event seldom share a topic; within it the number, what is counted and the words around it tell that they do.
#pragma once

#include <string>
#include <vector>

#include "check/same_figure.h"

namespace attest {

/// Who agrees on the figures of an event, and who differs. `facts` are those of all its reports, in any order; `key` names the event, for
/// the ids of findings. Statements that share a topic are left to `compare_topic`.
[[nodiscard]] TopicFindings compare_event(const std::vector<SourcedFact>& facts, const std::string& key, const CheckPolicy& policy,
                                          const TopicContext& context);

}  // namespace attest

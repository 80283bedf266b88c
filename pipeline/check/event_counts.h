// Counts of an event that grow while it becomes known: deaths, injuries, survivors. The highest one of an article is what it says of all
// of the event; those of later days may be higher, and all of them right.
#pragma once

#include <string>

#include "check/check_policy.h"
#include "check/same_figure.h"
#include "check/statement_group.h"

namespace attest {

/// Appends who agrees on the counts of one measure of one event, and who differs. Articles more than kDaysOfOneEvent apart tell of two
/// events; those of a part of the people ("13 children") are compared with each other only. Of more than kMostCompared counts none is
/// compared. `key` names the event, for the ids of findings.
void compare_event_counts(const SourcedFacts& counts, const std::string& key, const CheckPolicy& policy, const TopicContext& context,
                          TopicFindings& found);

}  // namespace attest

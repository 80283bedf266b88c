// Parts that one report of an event tells, and the total that another one does: "62 passengers and five crew" of "67 people on board".
#pragma once

#include <vector>

#include "check/check_policy.h"
#include "check/finding.h"
#include "check/same_figure.h"

namespace attest {

/// Sums that fit exactly; none that fail, since reports seldom tell all parts. `facts` are those of all reports, in any order.
[[nodiscard]] std::vector<Finding> sums_across(const std::vector<SourcedFact>& facts, const CheckPolicy& policy);

}  // namespace attest

// Parts that are listed with their total in one sentence, or shortly behind it, whatever they measure.
#pragma once

#include <vector>

#include "check/check_policy.h"
#include "check/sum_check.h"

namespace attest {

/// Appends the lists of figures of one sentence that add up to another figure of it, or of the two sentences before it. Lists
/// that do not say nothing, but for exact counts behind a colon, which are all of them.
void add_listed_parts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<SumRelation>& sums);

}  // namespace attest

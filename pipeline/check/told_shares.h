// The part and the whole that a sentence tells a share between, by the words that stand between the figures alone.
//
//   "$9 billion on defence, equal to [2.3%] of its GDP of $390 billion"
//   "[40%] of the $300 million it needs, or $120 million"
#pragma once

#include <cstddef>
#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"

namespace attest {

/// The last amount of the sentence before that of `document.facts[index]` that this may be a part of: "It sold 412,000 cars. Of these,
/// 112,000 ..."; null where there is none.
[[nodiscard]] const CheckedFact* whole_before(std::size_t index, const CheckedDocument& document, const CheckPolicy& policy);

/// Appends how each share fits the two amounts that it stands beside, whatever they measure and whoever they are of. One that does not
/// fit is told only where no other part or whole can be meant.
void check_told_shares(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);

}  // namespace attest

// The arithmetic of one document with the figures of another: does its sum still hold with the other's total, its share with the
// other's levels, its growth?
#pragma once

#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"

namespace attest {

/// Findings that take `ours` for `theirs`, a fact of another document that states the same figure: sums of our document against the
/// total of theirs, its running totals with their addend, and shares and growth of our document against the levels of theirs. Both
/// documents hold their fact.
[[nodiscard]] std::vector<Finding> substitute(const CheckedDocument& our_document, const CheckedFact& ours,
                                              const CheckedDocument& their_document, const CheckedFact& theirs, const CheckPolicy& policy);

}  // namespace attest

// Growth against the levels that it is counted between, for comparisons within a document and with the levels of another.
#pragma once

#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"

namespace attest {

/// The change against every two levels of `document` that it is counted between: the quotient less one, the factor, or the difference.
/// Levels that the change's own sentence tells need not have its periods. A rate that fails is told only where no other levels may
/// be meant, of measures that name one figure.
[[nodiscard]] std::vector<Finding> growth_findings(const CheckedFact& change, const CheckedDocument& document, const CheckPolicy& policy);

}  // namespace attest

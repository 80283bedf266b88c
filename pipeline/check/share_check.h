// Shares against the part and the whole that they are of, for comparisons within a document and across two.
#pragma once

#include <optional>
#include <vector>

#include "check/checked_fact.h"
#include "check/finding.h"

namespace attest {

struct PartAndWhole {
  const CheckedFact* part = nullptr;
  const CheckedFact* whole = nullptr;
};

/// The levels of a document that a share may be of: a part with the share's measure, parties and period, and a whole around it.
[[nodiscard]] std::vector<PartAndWhole> parts_and_wholes(const CheckedFact& share, const CheckedDocument& document,
                                                         const CheckPolicy& policy);

/// The share against part / whole; nothing where the quotient cannot be worked out, or is so far off that others are meant. A share that
/// does not fit is told of figures whose measures are one figure's, and where the two are `surely` those that are meant.
[[nodiscard]] std::optional<Finding> share_finding(const CheckedFact& share, const CheckedFact& part, const CheckedFact& whole,
                                                   bool surely = false);

}  // namespace attest

// Sums of parts against their total, for comparisons within a document and with the total of another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/checked_fact.h"
#include "check/document_check.h"
#include "check/finding.h"

namespace attest {

/// Parts that a document gives for one total.
struct SumRelation {
  std::vector<RoleFact> parts;
  const CheckedFact* total = nullptr;
  bool complete = true;        ///< False where more parts may exist: then the sum is at most the total.
  bool only_if_holds = false;  ///< The parts need not be those of this total: a sum that fails says nothing.
  bool own_total = false;      ///< The parts are listed for this total alone: that of another article belongs to another list.
};

/// The values of the parts added up, without their precision; nothing where the sum leaves the range of numbers.
[[nodiscard]] std::optional<Decimal> plain_sum_of(const std::vector<RoleFact>& parts);

/// The sums that a document lets one work out: exports and imports, parties of a region, what stood before with what is new, lists.
[[nodiscard]] std::vector<SumRelation> sums_of(const CheckedDocument& document, const CheckPolicy& policy);

/// The sum against `total`, the relation's own or that of another document. Nothing where numbers leave the range, or where parts that
/// are not all do not exceed the total.
[[nodiscard]] std::optional<Finding> sum_finding(const SumRelation& relation, const CheckedFact& total);

}  // namespace attest

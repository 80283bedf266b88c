// What can be said of the figures of one document by themselves: sums, shares, growth, ranks, conversions, counts, periods.
//
//   std::vector<Finding> findings = check_document(document, policy);
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "check/check_policy.h"
#include "check/checked_fact.h"
#include "check/finding.h"

namespace attest {

struct SumRelation;

/// All findings within one document. `sums` are its sums_of, which others may need, too (sum_check.h).
[[nodiscard]] std::vector<Finding> check_document(const CheckedDocument& document, const std::vector<SumRelation>& sums,
                                                  const CheckPolicy& policy);
[[nodiscard]] std::vector<Finding> check_document(const CheckedDocument& document, const CheckPolicy& policy);

/// The single checks, in the order in which `check_document` runs them; each appends to `findings`.
void check_sums(const CheckedDocument& document, const std::vector<SumRelation>& sums, const CheckPolicy& policy,
                std::vector<Finding>& findings);
void check_shares(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);
void check_changes(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);
void check_conversions(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);
void check_parts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);
void check_ranks(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);
void check_counts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings);

/// A fact in its part, with its document.
struct RoleFact {
  const CheckedFact* fact = nullptr;
  std::string_view role;
};

/// A finding with its members, id and the number of one source; wording and severity are the caller's.
[[nodiscard]] Finding make_finding(CheckKind check, Verdict verdict, const std::vector<RoleFact>& members);

/// "43.8 billion, 22.7 billion and 13.8 billion": the figures as written, with who says each.
[[nodiscard]] std::string quotes_of(const std::vector<RoleFact>& facts);

/// An amount of its own, not the change of one, a share or a rank.
[[nodiscard]] inline bool is_level(const CheckedFact& fact) { return fact.role == FactRole::kLevel; }

}  // namespace attest

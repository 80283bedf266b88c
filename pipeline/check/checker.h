// All checks over a store: what changed since the last run is compared with everything, and the findings are kept.
//
//   auto summary = check_store(store, policy);
//   read_findings(store, MemberDetail::kSubject, [&](ToldFinding finding) { ... return true; });      // store/check_store.h
#pragma once

#include <cstdint>

#include "base/result.h"
#include "check/check_policy.h"
#include "store/store.h"

namespace attest {

struct CheckSummary {
  std::uint64_t documents = 0;  ///< Compared anew.
  std::uint64_t facts = 0;      ///< Of these documents.
  std::uint64_t topics = 0;     ///< Of which at least one fact is of these documents.
  std::uint64_t findings = 0;   ///< Made anew.
};

/// Checks the documents that came, changed or went since the last run, within themselves and against all others that speak of the
/// same. The result is that of a check of everything, whatever the order in which documents came. Memory does not grow with the store:
/// a document and the facts of a topic are held at a time. Errors: kStore.
[[nodiscard]] Result<CheckSummary> check_store(Store& store, const CheckPolicy& policy);

}  // namespace attest

#include "check/substitution.h"

#include <algorithm>

#include "check/change_check.h"
#include "check/comparability.h"
#include "check/share_check.h"
#include "check/sum_check.h"

namespace attest {
namespace {

bool differ(const CheckedFact& a, const CheckedFact& b) { return touch(a.interval, b.interval) != Touch::kOverlap; }

bool is(const CheckedFact& a, const CheckedFact& b) { return a.row.fact_id == b.row.fact_id; }

/// True where our document states their number as well: then it contradicts itself, which is told already.
bool is_stated_by(const CheckedDocument& document, const CheckedFact& ours, const CheckedFact& theirs) {
  return std::any_of(document.facts.begin(), document.facts.end(), [&](const CheckedFact& own) {
    return own.unit == ours.unit && own.measure == ours.measure && own.parties == ours.parties && own.role == ours.role &&
           same_period(own, ours) && !differ(own, theirs);
  });
}

/// Our sum against their total, or with their addend in place of ours.
std::vector<Finding> substitute_in_sums(const CheckedDocument& document, const CheckedFact& ours, const CheckedFact& theirs,
                                        const CheckPolicy& policy) {
  std::vector<Finding> findings;
  if (!differ(ours, theirs) || is_stated_by(document, ours, theirs)) return findings;
  for (SumRelation sum : sums_of(document, policy)) {
    const auto own = sum_finding(sum, *sum.total);
    if (!own || own->verdict != Verdict::kHolds || !sum.complete || sum.own_total) continue;
    const bool total = is(*sum.total, ours);
    const auto part =
        std::find_if(sum.parts.begin(), sum.parts.end(), [&](const RoleFact& one) { return one.role == "new" && is(*one.fact, ours); });
    if (!total && part == sum.parts.end()) continue;
    if (part != sum.parts.end()) part->fact = &theirs;
    auto finding = sum_finding(sum, total ? theirs : *sum.total);
    if (finding && (finding->verdict == Verdict::kHolds || !sum.only_if_holds)) findings.push_back(std::move(*finding));
  }
  return findings;
}

/// A part that no figure of the share's own document contradicts: otherwise that difference is the finding, not the share.
bool is_undisputed(const CheckedFact& part, const CheckedFact& share, const CheckedDocument& document) {
  return std::all_of(document.facts.begin(), document.facts.end(), [&](const CheckedFact& own) {
    const bool same = own.role == part.role && own.measure == part.measure && own.parties == part.parties && own.unit == part.unit &&
                      same_period(own, part) && own.status == share.status;
    return !same || !differ(own, part);
  });
}

/// Our shares against part and whole of their document, where `theirs` is one of the two.
std::vector<Finding> substitute_in_shares(const CheckedDocument& our_document, const CheckedDocument& their_document,
                                          const CheckedFact& theirs, const CheckPolicy& policy) {
  std::vector<Finding> findings;
  for (const CheckedFact& share : our_document.facts) {
    if (share.role != FactRole::kShare) continue;
    for (const auto& [part, whole] : parts_and_wholes(share, their_document, policy)) {
      if (!is(*part, theirs) && !is(*whole, theirs)) continue;
      if (!is_undisputed(*part, share, our_document)) continue;
      if (auto finding = share_finding(share, *part, *whole)) findings.push_back(std::move(*finding));
    }
  }
  return findings;
}

/// Our rates of growth against their levels, where `theirs` is one of the two and we state no levels ourselves.
std::vector<Finding> substitute_in_changes(const CheckedDocument& our_document, const CheckedDocument& their_document,
                                           const CheckedFact& theirs, const CheckPolicy& policy) {
  std::vector<Finding> findings;
  for (const CheckedFact& change : our_document.facts) {
    if (change.role != FactRole::kChange || !growth_findings(change, our_document, policy).empty()) continue;
    for (Finding& finding : growth_findings(change, their_document, policy)) {
      const auto is_theirs = [&](const FindingMember& member) { return member.fact_id == theirs.row.fact_id; };
      if (std::any_of(finding.members.begin(), finding.members.end(), is_theirs)) findings.push_back(std::move(finding));
    }
  }
  return findings;
}

}  // namespace

std::vector<Finding> substitute(const CheckedDocument& our_document, const CheckedFact& ours, const CheckedDocument& their_document,
                                const CheckedFact& theirs, const CheckPolicy& policy) {
  std::vector<Finding> findings = substitute_in_sums(our_document, ours, theirs, policy);
  for (Finding& finding : substitute_in_shares(our_document, their_document, theirs, policy)) findings.push_back(std::move(finding));
  for (Finding& finding : substitute_in_changes(our_document, their_document, theirs, policy)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace attest

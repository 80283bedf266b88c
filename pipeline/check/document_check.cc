#include "check/document_check.h"

#include <algorithm>
#include <tuple>

#include "check/sum_check.h"
#include "check/wording.h"

namespace attest {

std::string quotes_of(const std::vector<RoleFact>& facts) {
  std::vector<std::string> quotes;
  quotes.reserve(facts.size());
  for (const RoleFact& one : facts) quotes.push_back(stated(*one.fact));
  return listed(quotes);
}

Finding make_finding(CheckKind check, Verdict verdict, const std::vector<RoleFact>& members) {
  Finding finding;
  finding.check = check;
  finding.verdict = verdict;
  for (const auto& [fact, role] : members) {
    finding.members.push_back({fact->row.fact_id, fact->row.document_key, fact->fact().figure, std::string(role)});
  }
  std::vector<std::string> ids;
  for (const FindingMember& member : finding.members) ids.push_back(member.fact_id);
  std::sort(ids.begin(), ids.end());
  std::string content;
  for (const std::string& id : ids) content += id + "\n";
  set_id(finding, content);
  return finding;
}

std::vector<Finding> check_document(const CheckedDocument& document, const CheckPolicy& policy) {
  return check_document(document, sums_of(document, policy), policy);
}

std::vector<Finding> check_document(const CheckedDocument& document, const std::vector<SumRelation>& sums, const CheckPolicy& policy) {
  std::vector<Finding> findings;
  check_sums(document, sums, policy, findings);
  for (const auto check : {check_shares, check_changes, check_conversions, check_parts, check_ranks, check_counts}) {
    check(document, policy, findings);
  }
  return findings;
}

}  // namespace attest

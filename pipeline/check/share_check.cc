// Shares against the part and the whole that they are of, and shares that fill a whole.
#include "check/share_check.h"

#include <algorithm>
#include <set>

#include "check/comparability.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/told_shares.h"
#include "check/wording.h"

namespace attest {
namespace {

/// A part and a whole whose share is so far off are not the ones meant.
constexpr double kFarOff = 0.5;

bool fits_period(const CheckedFact& share, const CheckedFact& level) {
  return !share.period || same_period(share, level) || similar_period(share, level);
}

/// The parties of a share are those of its part, or those of part and whole together.
bool shares_parties(const CheckedFact& share, const CheckedFact& part) {
  return !part.parties.empty() && std::includes(share.parties.begin(), share.parties.end(), part.parties.begin(), part.parties.end());
}

bool is_part_of_share(const CheckedFact& share, const CheckedFact& part) {
  return is_level(part) && part.measure == share.measure && shares_parties(share, part) && part.status == share.status && part.period &&
         !part.period_inferred && same_flow(part, share) && fits_period(share, part) && part.unit != "1";
}

bool names_only_both(const CheckedFact& share, const CheckedFact& part, const CheckedFact& whole) {
  return share.parties == part.parties || std::all_of(share.parties.begin(), share.parties.end(), [&](const std::string& party) {
           return std::binary_search(part.parties.begin(), part.parties.end(), party) ||
                  std::binary_search(whole.parties.begin(), whole.parties.end(), party);
         });
}

/// The whole is of the part's parties or of regions that hold them, and of nobody else.
bool names_nobody_else(const CheckedFact& whole, const CheckedFact& part, const CheckPolicy& policy) {
  return std::all_of(whole.parties.begin(), whole.parties.end(), [&](const std::string& one) {
    return std::any_of(part.parties.begin(), part.parties.end(), [&](const std::string& party) { return policy.holds(one, party); });
  });
}

bool is_whole_of_part(const CheckedFact& part, const CheckedFact& whole, const CheckPolicy& policy) {
  return is_level(whole) && whole.measure == part.measure && whole.unit == part.unit && whole.status == part.status &&
         same_period(whole, part) && whole.thing == part.thing && is_part_of_parties(part, whole, policy) &&
         names_nobody_else(whole, part, policy);
}

/// All that the share's phrase names is told of its part or its whole: "a third of exports to the bloc" is of no other exports.
bool names_only_these(const CheckedFact& share, const CheckedFact& part, const CheckedFact& whole) {
  std::string told = part.thing + " " + whole.thing;
  for (const std::string& party : whole.parties) told += " " + party;
  const std::vector<std::string> said = content_words(share.thing);
  const std::vector<std::string> known = content_words(told);
  return std::includes(known.begin(), known.end(), said.begin(), said.end());
}

/// Shares that miss the whole by far are of several wholes, or not all of them are told.
bool nearly_fills(const Interval& sum) {
  constexpr double kNear = 0.1;
  const Decimal whole(1);
  return sum.low && sum.high && (relative_gap(*sum.low, whole) <= kNear || relative_gap(*sum.high, whole) <= kNear);
}

/// "75 percent ... the remaining 25 percent": shares of one whole that are said to fill it.
void check_remainders(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  std::set<Span> seen;
  for (const CheckedFact& share : document.facts) {
    if (share.unit != "1" || !seen.insert(share.sentence).second) continue;
    std::vector<RoleFact> shares;
    Interval sum = Interval::point(Decimal(0));
    for (const CheckedFact& other : document.facts) {
      if (other.sentence != share.sentence || other.unit != "1" || other.role == FactRole::kChange || other.role == FactRole::kRank)
        continue;
      const auto next = add(sum, other.interval);
      if (!next) return;
      sum = *next;
      shares.push_back({&other, "share"});
    }
    if (shares.size() < 2 || !find_cue(document.sentence_of(share), Cue::kRest, policy)) continue;
    const bool holds = touch(sum, Interval::point(Decimal(1))) != Touch::kApart;
    const bool one_measure =
        std::all_of(shares.begin(), shares.end(), [&](const RoleFact& one) { return one.fact->measure == share.measure; });
    if (!holds && !(one_measure && nearly_fills(sum))) continue;
    Finding finding = make_finding(CheckKind::kShare, holds ? Verdict::kHolds : Verdict::kFails, shares);
    finding.summary = quotes_of(shares) + (holds ? " fill the whole" : " are told as the whole, but do not add up to 100%");
    finding.arithmetic = "the shares add up to " + amount(sum, "1");
    finding.severity = holds ? Severity::kInfo : Severity::kMedium;
    findings.push_back(std::move(finding));
  }
}

/// Shares of these never overlap: nobody votes for two, no stake is two owners'.
bool is_divided(const CheckedFact& share) { return share.measure == "politics.votes" || share.measure == "company.stake"; }

/// "Gold for 60 percent of exports, [cocoa for] 25 percent [and oil for] 22 percent": the next share of a row, which names its whole no
/// more.
bool goes_on_in_row(const CheckedFact& share, const CheckedFact& next, const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr std::size_t kLongestLink = 60;  // bytes
  const auto is_share = [](const CheckedFact& one) {
    return one.role == FactRole::kShare || (is_level(one) && is_divided(one) && one.figure().quantity == Quantity::kPercent);
  };
  if (!is_share(share) || !is_share(next) || share.unit != "1" || share.sentence != next.sentence) return false;
  const std::string& whole = share.fact().whole;
  const bool of_one = whole == next.fact().whole && (!whole.empty() || (is_divided(share) && share.measure == next.measure));
  if (!of_one || share.period != next.period || share.status != next.status) return false;
  if (next.row.figure.bytes.begin < share.row.figure.bytes.end) return false;
  const std::string_view link = Span{share.row.figure.bytes.end, next.row.figure.bytes.begin}.of(document.text);
  const std::size_t separator = link.find(',') == std::string_view::npos ? link.find(" and ") : link.find(',');
  if (link.size() > kLongestLink + whole.size() || separator == std::string_view::npos) return false;
  const std::string_view of_next = link.substr(separator);
  const bool names_part = is_divided(share) || !content_words(of_next).empty();  // "51% by one firm, [30%] by another"
  if (!names_part || (!whole.empty() && of_next.find(whole) != std::string_view::npos) || link.find(';') != std::string_view::npos)
    return false;
  return !find_cue(link, Cue::kComparedWith, policy) && !find_cue(link, Cue::kOfWhich, policy) && !find_cue(link, Cue::kIncludes, policy);
}

/// What the share is of; what it measures, where no words name that: a stake.
const std::string& whole_of(const CheckedFact& share) { return share.fact().whole.empty() ? share.fact().measure : share.fact().whole; }

/// Shares in a row are of different parts of one whole: together they are no more than all of it.
void check_rows_of_shares(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  constexpr std::size_t kFewest = 3;  // two may overlap: "60 percent are women and 45 percent young"
  constexpr std::size_t kFewestOfVotes = 2;
  for (std::size_t i = 0; i < document.facts.size();) {
    std::vector<RoleFact> shares = {{&document.facts[i], "share"}};
    auto sum = std::optional(document.facts[i].interval);
    for (++i; i < document.facts.size() && goes_on_in_row(*shares.back().fact, document.facts[i], document, policy); ++i) {
      if (sum) sum = add(*sum, document.facts[i].interval);
      shares.push_back({&document.facts[i], "share"});
    }
    if (shares.size() < (shares.front().fact->measure == "politics.votes" ? kFewestOfVotes : kFewest) || !sum || !sum->low ||
        *sum->low <= Decimal(1))
      continue;
    Finding finding = make_finding(CheckKind::kShare, Verdict::kFails, shares);
    finding.summary = quotes_of(shares) + " are told as parts of one whole (" + whole_of(*shares.front().fact) + "), but are more than it";
    finding.arithmetic = "the shares add up to " + amount(*sum, "1");
    finding.severity = Severity::kMedium;
    findings.push_back(std::move(finding));
  }
}

}  // namespace

std::optional<Finding> share_finding(const CheckedFact& share, const CheckedFact& part, const CheckedFact& whole, bool surely) {
  const auto quotient = divide(part.interval, whole.interval);
  if (!quotient) return std::nullopt;
  const bool holds = touch(*quotient, share.interval) != Touch::kApart;
  if (!holds && !surely && !(part.one_figure && whole.one_figure && names_only_these(share, part, whole))) return std::nullopt;
  Finding finding =
      make_finding(CheckKind::kShare, holds ? Verdict::kHolds : Verdict::kFails, {{&share, "share"}, {&part, "part"}, {&whole, "whole"}});
  finding.severity = holds ? Severity::kInfo : Severity::kMedium;
  const auto value = divide(part.value(), whole.value());
  if (value) finding.gap = relative_gap(*value, share.interval.high.value_or(*value));
  if (!holds && finding.gap > kFarOff) return std::nullopt;
  finding.summary = "The share stated as " + stated(share) + (holds ? " fits " : " differs from ") + stated(part) + " of " + stated(whole) +
                    " (" + subject_in_words(part) + ")";
  finding.arithmetic = amount(part.value(), part.unit) + " / " + amount(whole.value(), whole.unit) + " = " + amount(*quotient, "1") +
                       "; stated " + amount(share.interval, "1");
  return finding;
}

namespace {

/// "$1.3 billion, or 21.6% of everything": where the share's own sentence tells the part, another one must be of the same thing.
bool is_of_own_part(const CheckedFact& share, const CheckedFact& part, const CheckedDocument& document, const CheckPolicy& policy) {
  bool some = false;
  for (const CheckedFact& own : document.facts) {
    if (own.sentence != share.sentence || own.row.document_key != share.row.document_key || !is_level(own) || own.unit != part.unit)
      continue;
    if (own.thing == part.thing && own.parties == part.parties) return true;
    const bool whole = own.parties.size() <= part.parties.size() && is_part_of_parties(part, own, policy);
    if (whole) continue;
    some = true;
  }
  return !some;
}

}  // namespace

std::vector<PartAndWhole> parts_and_wholes(const CheckedFact& share, const CheckedDocument& document, const CheckPolicy& policy) {
  std::vector<PartAndWhole> found;
  for (const CheckedFact& part : document.facts) {
    if (!is_part_of_share(share, part) || !is_of_own_part(share, part, document, policy)) continue;
    for (const CheckedFact& whole : document.facts) {
      if (is_whole_of_part(part, whole, policy) && names_only_both(share, part, whole)) found.push_back({&part, &whole});
    }
  }
  return found;
}

namespace {

/// Every part and whole that fit, and those that do not.
void report_share(const CheckedFact& share, const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (const auto& [part, whole] : parts_and_wholes(share, document, policy)) {
    auto finding = share_finding(share, *part, *whole);
    if (finding) findings.push_back(std::move(*finding));
  }
}

}  // namespace

void check_shares(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (const CheckedFact& share : document.facts) {
    if (share.role != FactRole::kShare) continue;
    report_share(share, document, policy, findings);
  }
  check_told_shares(document, policy, findings);
  check_remainders(document, policy, findings);
  check_rows_of_shares(document, policy, findings);
}

}  // namespace attest

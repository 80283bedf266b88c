#include "check/sum_check.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>

#include "check/comparability.h"
#include "check/cue.h"
#include "check/listed_parts.h"
#include "check/loose_period.h"
#include "check/wording.h"

namespace attest {
namespace {

/// Exact fits of long numbers are no coincidence; a fit of "5 and 6 are 11" may be.
constexpr int kTellingDigits = 3;
constexpr std::uint32_t kNearby = 700;  // bytes: a paragraph or two

std::uint32_t distance(const CheckedFact& a, const CheckedFact& b) {
  const auto [first, second] = std::minmax(a.row.figure.bytes.begin, b.row.figure.bytes.begin);
  return second - first;
}

bool is_money_level(const CheckedFact& fact, std::string_view measure) {
  return is_level(fact) && fact.measure == measure && fact.figure().quantity == Quantity::kMoney;
}

/// Of nobody that is named only within one sentence.
bool same_frame(const CheckedFact& a, const CheckedFact& b) {
  return a.unit == b.unit && a.status == b.status && a.parties == b.parties && (!a.parties.empty() || a.sentence == b.sentence) &&
         a.thing == b.thing && is_level(a) && is_level(b);
}

std::optional<Interval> sum_of(const std::vector<RoleFact>& parts) {
  Interval sum = Interval::point(Decimal(0));
  for (const RoleFact& part : parts) {
    const auto next = add(sum, part.fact->interval);
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

/// Exports one way and imports the other way, as one reporter tells them.
bool are_two_ways(const CheckedFact& exports, const CheckedFact& imports) {
  if (!exports.has_flow() || !imports.has_flow()) return true;
  return exports.fact().from == imports.fact().to && exports.fact().to == imports.fact().from;
}

/// "Exports were 53.5 in 2023 ... Imports were 25.9. Trade totalled 79.4": without a year each is of the year last told.
void add_undated_trade_sums(const CheckedFact& total, const CheckedDocument& document, std::vector<SumRelation>& sums) {
  const auto may_be = [&](const CheckedFact& part, std::string_view measure) {
    return is_money_level(part, measure) && same_frame(part, total) && distance(part, total) < kNearby &&
           (!part.period || !total.period || same_period(part, total));
  };
  for (const CheckedFact& exports : document.facts) {
    if (!may_be(exports, "trade.exports")) continue;
    for (const CheckedFact& imports : document.facts) {
      if (!may_be(imports, "trade.imports") || !are_two_ways(exports, imports)) continue;
      if (total.period && exports.period && imports.period) continue;
      if (significant_digits(total) >= kTellingDigits) sums.push_back({{{&exports, "part"}, {&imports, "part"}}, &total, true, true});
    }
  }
}

void add_trade_sums(const CheckedDocument& document, std::vector<SumRelation>& sums) {
  for (const CheckedFact& total : document.facts) {
    if (!is_money_level(total, "trade.turnover") || total.period_inferred) continue;
    add_undated_trade_sums(total, document, sums);
    if (!total.period) continue;
    for (const CheckedFact& exports : document.facts) {
      if (!is_money_level(exports, "trade.exports") || !same_period(exports, total) || !same_frame(exports, total)) continue;
      for (const CheckedFact& imports : document.facts) {
        if (!is_money_level(imports, "trade.imports") || !same_period(imports, total) || !same_frame(imports, total)) continue;
        if (are_two_ways(exports, imports)) sums.push_back({{{&exports, "part"}, {&imports, "part"}}, &total, true});
      }
    }
  }
}

/// The region among the parties of a total whose members are known, and the parties beside it.
struct RegionTotal {
  std::string region;
  std::vector<std::string> others;
};

std::optional<RegionTotal> region_of(const CheckedFact& total, const CheckPolicy& policy) {
  RegionTotal found;
  for (const std::string& party : total.parties) {
    if (policy.members_of(party).empty()) {
      found.others.push_back(party);
    } else if (found.region.empty()) {
      found.region = party;
    } else {
      return std::nullopt;
    }
  }
  return found.region.empty() ? std::nullopt : std::optional(found);
}

/// The member of the region that the part is about; "" where it is about something else.
std::string member_of(const CheckedFact& part, const RegionTotal& total, const CheckPolicy& policy) {
  std::vector<std::string> rest;
  std::set_difference(part.parties.begin(), part.parties.end(), total.others.begin(), total.others.end(), std::back_inserter(rest));
  const bool same_others = part.parties.size() == total.others.size() + 1;
  return same_others && rest.size() == 1 && policy.members_of(total.region).contains(rest.front()) ? rest.front() : std::string();
}

/// For each member the part that stands nearest to the others: in the sentence with most of them.
std::vector<RoleFact> one_part_a_member(const std::map<std::string, std::vector<const CheckedFact*>>& candidates) {
  std::map<Span, std::size_t> in_sentence;
  for (const auto& [member, facts] : candidates) {
    for (const CheckedFact* fact : facts) ++in_sentence[fact->sentence];
  }
  std::vector<RoleFact> parts;
  for (const auto& [member, facts] : candidates) {
    const auto* best = *std::max_element(facts.begin(), facts.end(), [&](const CheckedFact* a, const CheckedFact* b) {
      return in_sentence[a->sentence] < in_sentence[b->sentence];
    });
    parts.push_back({best, "part"});
  }
  return parts;
}

void add_region_sums(const CheckedDocument& document, const CheckPolicy& policy, std::vector<SumRelation>& sums) {
  for (const CheckedFact& total : document.facts) {
    const auto region = is_level(total) && total.one_figure ? region_of(total, policy) : std::nullopt;
    if (!region) continue;
    std::map<std::string, std::vector<const CheckedFact*>> candidates;
    for (const CheckedFact& part : document.facts) {
      const bool fits = is_level(part) && part.measure == total.measure && part.thing == total.thing && part.unit == total.unit &&
                        part.status == total.status && same_period(part, total) && !part.period_inferred;
      const std::string member = fits ? member_of(part, *region, policy) : std::string();
      if (!member.empty()) candidates[member].push_back(&part);
    }
    if (candidates.size() < 2) continue;
    const bool complete = candidates.size() == policy.members_of(region->region).size();
    sums.push_back({one_part_a_member(candidates), &total, complete});
  }
}

/// "... signed agreements worth $25 billion, bringing total investments to $50 billion": what stood before is told elsewhere.
void add_running_totals(const CheckedDocument& document, const CheckPolicy& policy, std::vector<SumRelation>& sums) {
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const CheckedFact& total = document.facts[i];
    const Span sentence = total.sentence;
    const std::uint32_t from = total.row.figure.bytes.begin;
    if (!is_level(total) || from <= sentence.begin) continue;
    const auto cue = find_cue(Span{sentence.begin, from}.of(document.text), Cue::kTotalBeforePlusNew, policy);
    if (!cue) continue;
    const CheckedFact* added = nullptr;
    for (const CheckedFact& one : document.facts) {
      const bool before_cue = one.sentence == sentence && one.row.figure.bytes.end <= sentence.begin + cue->bytes.begin;
      const bool past = one.period && total.period && one.period->end <= total.period->begin;  // "up from $2 billion in 2023"
      if (before_cue && is_level(one) && one.unit == total.unit && !past) added = &one;
    }
    if (added == nullptr) continue;
    for (const CheckedFact& before : document.facts) {
      const bool earlier = !before.period || !total.period || before.period->end <= total.period->begin;
      if (&before == added || &before == &total || !is_level(before) || before.unit != total.unit || !earlier) continue;
      if (before.measure == total.measure && before.parties == total.parties && before.status == StatusClass::kFact) {
        // What is earned in a year is not added to that of the year before.
        const bool of_two_times = total.one_figure && before.period && total.period && !before.period->overlaps(*total.period) &&
                                  std::abs(before.period->days() - total.period->days()) <= 1;
        sums.push_back({{{&before, "before"}, {added, "new"}}, &total, true, before.thing != total.thing || of_two_times});
      }
    }
  }
}

bool is_state_of(StatusClass status) {
  return status == StatusClass::kCompleted || status == StatusClass::kUnderWay || status == StatusClass::kPlanned;
}

/// "62 completed" and "another 55 under way" of 224: parts by their state, which need not be all.
void add_sums_by_state(const CheckedDocument& document, std::vector<SumRelation>& sums) {
  for (const CheckedFact& total : document.facts) {
    if (!is_level(total) || total.status != StatusClass::kFact || total.parties.empty() || total.fact().measure_id.empty()) continue;
    std::map<StatusClass, std::vector<const CheckedFact*>> parts;
    for (const CheckedFact& part : document.facts) {
      const bool same = is_level(part) && part.measure == total.measure && part.unit == total.unit && part.parties == total.parties;
      if (same && is_state_of(part.status) && (!part.period || !total.period || same_period(part, total)))
        parts[part.status].push_back(&part);
    }
    const bool one_each = std::all_of(parts.begin(), parts.end(), [](const auto& state) { return state.second.size() == 1; });
    if (parts.size() < 2 || !one_each) continue;
    SumRelation sum{{}, &total, false, true};
    for (const auto& [status, facts] : parts) sum.parts.push_back({facts.front(), "part"});
    const bool together = distance(*sum.parts.front().fact, *sum.parts.back().fact) < kNearby;
    if (together) sums.push_back(std::move(sum));
  }
}

std::string plus(const std::vector<RoleFact>& parts) {
  std::string text;
  for (const RoleFact& part : parts) text += (text.empty() ? "" : " + ") + amount(part.fact->value(), part.fact->unit);
  return text;
}

/// Balance: exports less imports is the surplus, and of the turnover less twice one way the other's surplus remains; revenue and spending
/// leave that of a budget.
struct Balance {
  const CheckedFact* minuend = nullptr;
  const CheckedFact* other = nullptr;
  const CheckedFact* balance = nullptr;
  Interval difference;
};

bool is_balance(const CheckedFact& fact) {
  if (!is_level(fact) || fact.figure().quantity != Quantity::kMoney) return false;
  if (fact.measure == "trade.deficit" || fact.measure == "trade.surplus" || fact.measure == "trade.balance") return true;
  if (!fact.fact().measure_id.empty()) return false;
  const auto words = content_words(fact.fact().measure);
  const auto has = [&](std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); };
  return has("trade") && (has("deficit") || has("surplus") || has("balance"));
}

std::optional<Interval> rest_of(const CheckedFact& a, const CheckedFact& b) {
  const bool turnover = a.measure == "trade.turnover";
  const auto twice = turnover ? add(b.interval, b.interval) : std::optional(b.interval);
  const auto difference = twice ? subtract(a.interval, *twice) : std::nullopt;
  return difference ? std::optional(magnitude(*difference)) : std::nullopt;
}

bool is_one_way(const CheckedFact& fact) { return fact.measure == "trade.exports" || fact.measure == "trade.imports"; }

/// "Left a gap of 45 billion": of whatever the sentence tells of.
bool is_balance_of_budget(const CheckedFact& fact) {
  if (!is_level(fact) || fact.figure().quantity != Quantity::kMoney) return false;
  return fact.measure == "balance.budget" || fact.measure == "balance.deficit" || fact.measure == "balance.surplus" ||
         fact.measure == "gap";
}

bool is_income(const CheckedFact& fact) { return fact.measure == "economy.budget_revenue" || fact.measure == "company.revenue"; }

/// Told in one sentence, where the balance is what the two leave.
bool leave_balance_of_budget(const CheckedFact& revenue, const CheckedFact& spending, const CheckedFact& balance) {
  const auto beside = [&](const CheckedFact& one) {
    return one.sentence == balance.sentence && one.unit == balance.unit && one.status == balance.status && one.parties == balance.parties &&
           is_level(one) && (!one.period || same_period(one, balance));
  };
  return is_income(revenue) && spending.measure == "economy.spending" && beside(revenue) && beside(spending);
}

/// True where the balance remains of `total` when `other` is taken from it, or the other way round.
bool leave_balance(const CheckedFact& total, const CheckedFact& other, const CheckedFact& balance) {
  if (is_balance_of_budget(balance)) return leave_balance_of_budget(total, other, balance);
  if (!same_frame(total, balance) || !same_frame(other, balance)) return false;
  if (!same_period(total, balance) || !same_period(other, balance)) return false;
  if (total.measure == "trade.turnover") return is_one_way(other);
  return total.measure == "trade.exports" && other.measure == "trade.imports";
}

std::vector<Balance> balances_of(const CheckedFact& balance, const CheckedDocument& document) {
  std::vector<Balance> found;
  for (const CheckedFact& a : document.facts) {
    if (a.measure != "trade.turnover" && a.measure != "trade.exports" && !is_income(a)) continue;
    for (const CheckedFact& b : document.facts) {
      if (!leave_balance(a, b, balance)) continue;
      if (const auto rest = rest_of(a, b)) found.push_back({&a, &b, &balance, *rest});
    }
  }
  return found;
}

/// Exports and imports whose difference is the balance to the last of four digits: no coincidence, whoever they are told of.
std::vector<Balance> telling_balances_of(const CheckedFact& balance, const CheckedDocument& document) {
  constexpr int kNoCoincidence = 4;
  std::vector<Balance> found;
  if (significant_digits(balance) < kNoCoincidence) return found;
  const auto may_be = [&](const CheckedFact& flow, std::string_view measure) {
    return is_money_level(flow, measure) && flow.unit == balance.unit && flow.status == balance.status &&
           significant_digits(flow) >= kNoCoincidence;
  };
  for (const CheckedFact& exports : document.facts) {
    if (!may_be(exports, "trade.exports")) continue;
    for (const CheckedFact& imports : document.facts) {
      const auto rest = may_be(imports, "trade.imports") ? rest_of(exports, imports) : std::nullopt;
      if (rest && touch(*rest, balance.interval) != Touch::kApart) found.push_back({&exports, &imports, &balance, *rest});
    }
  }
  return found;
}

Finding balance_finding(const Balance& one) {
  const CheckedFact& balance = *one.balance;
  const bool holds = touch(one.difference, balance.interval) != Touch::kApart;
  Finding finding = make_finding(CheckKind::kSum, holds ? Verdict::kHolds : Verdict::kFails,
                                 {{one.minuend, "total"}, {one.other, "part"}, {one.balance, "balance"}});
  const bool turnover = one.minuend->measure == "trade.turnover";
  finding.severity = holds ? Severity::kInfo : Severity::kHigh;
  finding.summary = stated(*one.minuend) + " and " + stated(*one.other) + (holds ? " fit " : " differ from ") + "the balance stated as " +
                    stated(balance) + " (" + subject_in_words(balance) + ")";
  finding.arithmetic = amount(one.minuend->value(), balance.unit) + " - " + (turnover ? "2 x " : "") +
                       amount(one.other->value(), balance.unit) + " = " + amount(one.difference, balance.unit) + "; stated " +
                       amount(balance.interval, balance.unit);
  return finding;
}

/// Neither is more than twice the other: flows that leave ten times the balance are those of something else.
bool are_near(const Interval& a, const Interval& b) {
  const auto twice_a = add(a, a);
  const auto twice_b = add(b, b);
  if (!twice_a || !twice_b || !a.low || !b.low || !twice_a->high || !twice_b->high) return false;
  return *twice_a->high >= *b.low && *twice_b->high >= *a.low;
}

/// A balance of trade and nothing else, of flows that surely are of its period.
bool may_fail(const Balance& one, const CheckedDocument& document, const CheckPolicy& policy) {
  const bool beside = one.minuend->sentence == one.balance->sentence && one.other->sentence == one.balance->sentence;
  if (!beside && !are_near(one.difference, one.balance->interval)) return false;
  if (find_cue(document.sentence_of(*one.balance), Cue::kQualifier, policy)) return false;
  const CheckedFact* const facts[] = {one.minuend, one.other, one.balance};
  return std::none_of(std::begin(facts), std::end(facts),
                      [&](const CheckedFact* fact) { return has_loose_period(*fact, document.sentence_of(*fact), policy); });
}

/// Balances that hold, and those that fail whose flows fit no other balance.
void check_balances(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  std::vector<Balance> failed;
  std::set<const CheckedFact*> fitting;
  for (const CheckedFact& balance : document.facts) {
    if (!is_balance(balance) && !is_balance_of_budget(balance)) continue;
    const bool dated = balance.period || is_balance_of_budget(balance);
    const std::vector<Balance> of_its_time = dated ? balances_of(balance, document) : std::vector<Balance>();
    for (const Balance& one : of_its_time) {
      if (touch(one.difference, balance.interval) == Touch::kApart) {
        failed.push_back(one);
        continue;
      }
      fitting.insert({one.minuend, one.other, one.balance});
      findings.push_back(balance_finding(one));
    }
    if (fitting.contains(&balance)) continue;
    for (const Balance& one : telling_balances_of(balance, document)) {
      fitting.insert(one.balance);
      findings.push_back(balance_finding(one));
    }
  }
  for (const Balance& one : failed) {
    const bool fits_another = fitting.contains(one.minuend) || fitting.contains(one.other) || fitting.contains(one.balance);
    if (!fits_another && may_fail(one, document, policy)) findings.push_back(balance_finding(one));
  }
}

/// Two parts that fit a total exactly, though one of them is given for another period that begins with the total's or holds it.
bool is_mislabelled(const CheckedFact& part, const CheckedFact& total) {
  if (!part.period || same_period(part, total)) return false;
  constexpr int kLongestYear = 366;  // days: what grew "over the last five years" is the level at their end
  return part.period->days() <= kLongestYear && (part.period->begin == total.period->begin || part.period->contains(*total.period));
}

/// The figure that the total is told against: one that is counted from its period, or stands beside it in its sentence.
const CheckedFact* told_against(const CheckedFact& total, const CheckedDocument& document) {
  const CheckedFact* beside = nullptr;
  for (const CheckedFact& fact : document.facts) {
    if (fact.measure != total.measure || fact.parties != total.parties || same_period(fact, total)) continue;
    if (fact.base && *fact.base == *total.period) return &fact;
    if (fact.sentence == total.sentence && is_level(fact) && fact.unit == total.unit) beside = &fact;
  }
  return beside;
}

void report_label(const CheckedFact& suspect, const CheckedFact& partner, const CheckedFact& total, const CheckedDocument& document,
                  std::vector<Finding>& findings) {
  const SumRelation sum{{{&suspect, "part"}, {&partner, "part"}}, &total, true};
  auto holds = sum_finding(sum, total);
  if (!holds || holds->verdict != Verdict::kHolds) return;
  std::vector<RoleFact> members = {{&suspect, "suspect"}, {&partner, "part"}, {&total, "total"}};
  if (const CheckedFact* context = told_against(total, document)) members.push_back({context, "context"});
  Finding finding = make_finding(CheckKind::kPeriod, Verdict::kLabelSuspect, members);
  finding.severity = Severity::kMedium;
  finding.summary = stated(suspect) + " is given for " + period_in_words(*suspect.period) + ", but with " + stated(partner) +
                    " adds up to " + stated(total) + ", the total of " + period_in_words(*total.period) +
                    ": it seems to be the figure for " + period_in_words(*total.period);
  finding.arithmetic = holds->arithmetic;
  findings.push_back(std::move(*holds));
  findings.push_back(std::move(finding));
}

void check_labels(const CheckedDocument& document, std::vector<Finding>& findings) {
  for (const CheckedFact& total : document.facts) {
    if (!is_money_level(total, "trade.turnover") || !total.period || significant_digits(total) < kTellingDigits) continue;
    for (const CheckedFact& a : document.facts) {
      if (!is_one_way(a) || !same_frame(a, total) || !is_mislabelled(a, total) || distance(a, total) > kNearby) continue;
      for (const CheckedFact& b : document.facts) {
        const bool other_way = is_one_way(b) && b.measure != a.measure && are_two_ways(a, b);
        if (other_way && same_frame(b, total) && same_period(b, total)) report_label(a, b, total, document, findings);
      }
    }
  }
}

/// Totals and parts of sums that hold: that another sum with one of them does not is no finding.
std::set<const CheckedFact*> facts_that_fit(const std::vector<SumRelation>& sums) {
  std::set<const CheckedFact*> fitting;
  for (const SumRelation& sum : sums) {
    const auto finding = sum_finding(sum, *sum.total);
    if (!finding || finding->verdict != Verdict::kHolds || !sum.complete) continue;
    fitting.insert(sum.total);
    for (const RoleFact& part : sum.parts) fitting.insert(part.fact);
  }
  return fitting;
}

/// A sum whose parts and total are certain enough for a failure to say something.
bool may_fail(const SumRelation& sum, const std::set<const CheckedFact*>& fitting) {
  constexpr double kFarOff = 0.5;
  if (sum.only_if_holds || fitting.contains(sum.total)) return false;
  const bool some_fit = std::any_of(sum.parts.begin(), sum.parts.end(), [&](const RoleFact& part) { return fitting.contains(part.fact); });
  const auto value = plain_sum_of(sum.parts);
  return !some_fit && value && relative_gap(*value, sum.total->value()) <= kFarOff;
}

}  // namespace

std::vector<SumRelation> sums_of(const CheckedDocument& document, const CheckPolicy& policy) {
  std::vector<SumRelation> sums;
  add_trade_sums(document, sums);
  add_region_sums(document, policy, sums);
  add_running_totals(document, policy, sums);
  add_sums_by_state(document, sums);
  add_listed_parts(document, policy, sums);
  return sums;
}

std::optional<Decimal> plain_sum_of(const std::vector<RoleFact>& parts) {
  Decimal sum(0);
  for (const RoleFact& part : parts) {
    const auto next = add(sum, part.fact->value());
    if (!next) return std::nullopt;
    sum = *next;
  }
  return sum;
}

std::optional<Finding> sum_finding(const SumRelation& relation, const CheckedFact& total) {
  const auto sum = sum_of(relation.parts);
  const auto value = plain_sum_of(relation.parts);
  if (!sum || !value) return std::nullopt;
  const bool cut_off = total.cut_off && touch(*sum, *total.cut_off) == Touch::kOverlap;
  const bool holds = relation.complete ? cut_off || touch(*sum, total.interval) != Touch::kApart : !certainly_over(*sum, total.interval);
  std::vector<RoleFact> members = relation.parts;
  members.push_back({&total, "total"});
  Finding finding = make_finding(CheckKind::kSum, holds ? Verdict::kHolds : Verdict::kFails, members);
  finding.severity = holds ? Severity::kInfo : Severity::kHigh;
  finding.gap = holds ? 0 : relative_gap(*value, total.value());
  const std::string relates = relation.complete ? (holds ? " add up to " : " do not add up to ") : (holds ? " stay within " : " exceed ");
  finding.summary = quotes_of(relation.parts) + relates + stated(total) + " (" + subject_in_words(total) + ")";
  finding.arithmetic = plus(relation.parts) + " = " + amount(*value, total.unit) + ", " + amount(*sum, total.unit) + "; stated " +
                       amount(total.interval, total.unit);
  if (!holds) {
    if (const auto gap = subtract(*value, total.value())) finding.arithmetic += "; gap " + amount(*gap, total.unit);
  }
  return finding;
}

void check_sums(const CheckedDocument& document, const std::vector<SumRelation>& sums, const CheckPolicy& policy,
                std::vector<Finding>& findings) {
  const std::set<const CheckedFact*> fitting = facts_that_fit(sums);
  for (const SumRelation& sum : sums) {
    auto finding = sum_finding(sum, *sum.total);
    if (finding && (finding->verdict == Verdict::kHolds || may_fail(sum, fitting))) findings.push_back(std::move(*finding));
  }
  check_balances(document, policy, findings);
  check_labels(document, findings);
}

}  // namespace attest

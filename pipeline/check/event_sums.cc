#include "check/event_sums.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "check/comparability.h"
#include "check/document_check.h"
#include "check/statement_group.h"
#include "check/sum_check.h"

namespace attest {
namespace {

constexpr std::size_t kFewestParts = 2;
constexpr std::size_t kMostParts = 6;
/// Smaller totals fit by chance, and so do round ones.
constexpr int kSmallestTotal = 20;

bool is_exact_count(const SourcedFact& one) {
  const CheckedFact& fact = one.fact;
  return is_level(fact) && fact.figure().quantity == Quantity::kCount && fact.interval.is_point() && !fact.value().is_negative();
}

bool is_round(const CheckedFact& total) {
  const auto tenths = divide(total.value(), Decimal(10));
  return !tenths || tenths->normalised().exponent() >= 0;
}

bool may_be_total(const SourcedFact& one) {
  return is_exact_count(one) && !is_round(one.fact) && !(one.fact.value() < Decimal(kSmallestTotal));
}

/// The exact counts of each sentence, in order.
std::map<std::pair<std::int64_t, Span>, SourcedFacts> counts_by_sentence(const std::vector<SourcedFact>& facts) {
  std::map<std::pair<std::int64_t, Span>, SourcedFacts> sentences;
  for (const SourcedFact& one : facts) {
    if (is_exact_count(one)) sentences[{one.source.key, one.fact.sentence}].push_back(&one);
  }
  for (auto& [sentence, counts] : sentences) std::sort(counts.begin(), counts.end(), in_text_order);
  return sentences;
}

std::vector<std::string> words_of(const CheckedFact& fact) { return content_words(fact.fact().measure + " " + fact.figure().noun); }

/// Whom the event struck or spared, under whatever noun.
bool counts_people(const CheckedFact& fact, const CheckPolicy& policy) {
  const std::vector<std::string> words = words_of(fact);
  const bool named = std::any_of(words.begin(), words.end(), [](const std::string& word) { return word == "people" || word == "person"; });
  return named || policy.is_of_event(fact.fact().measure_id) || policy.is_group_of_people(fact.figure().noun);
}

/// Passengers and sailors are people, and what is counted by one noun adds up; 22 dead and 35 injured are no 57 townships.
bool may_be_part(const CheckedFact& part, const CheckedFact& total, const CheckPolicy& policy) {
  return counts_people(total, policy) || likeness(words_of(part), words_of(total)) > 0;
}

std::vector<RoleFact> parts_of(const SourcedFacts& counts) {
  std::vector<RoleFact> parts;
  parts.reserve(counts.size());
  for (const SourcedFact* part : counts) parts.push_back({&part->fact, "part"});
  return parts;
}

/// The totals that have this value; none where the document of the parts gives it itself.
SourcedFacts totals_of(const Decimal& sum, const SourcedFacts& counts, const SourcedFacts& totals, const CheckPolicy& policy) {
  SourcedFacts fitting;
  for (const SourcedFact* one : totals) {
    if (!(one->fact.value() == sum)) continue;
    const bool fits =
        std::all_of(counts.begin(), counts.end(), [&](const SourcedFact* part) { return may_be_part(part->fact, one->fact, policy); });
    if (!fits) continue;
    if (one->source.key == counts.front()->source.key) return {};
    fitting.push_back(one);
  }
  return fitting;
}

/// All who tell the total are members.
std::optional<Finding> finding_on(std::vector<RoleFact> parts, const SourcedFacts& totals) {
  const CheckedFact& total = totals.front()->fact;
  auto finding = sum_finding({std::move(parts), &total}, total);
  for (auto other = totals.begin() + 1; finding && other != totals.end(); ++other) {
    const CheckedFact& fact = (*other)->fact;
    finding->members.push_back({fact.row.fact_id, fact.row.document_key, fact.fact().figure, "total"});
  }
  return finding;
}

}  // namespace

std::vector<Finding> sums_across(const std::vector<SourcedFact>& facts, const CheckPolicy& policy) {
  std::vector<Finding> found;
  SourcedFacts totals;
  for (const SourcedFact& one : facts) {
    if (may_be_total(one)) totals.push_back(&one);
  }
  std::sort(totals.begin(), totals.end(), in_text_order);
  for (const auto& [sentence, counts] : counts_by_sentence(facts)) {
    if (counts.size() < kFewestParts || counts.size() > kMostParts) continue;
    std::vector<RoleFact> parts = parts_of(counts);
    const auto sum = plain_sum_of(parts);
    const SourcedFacts fitting = sum ? totals_of(*sum, counts, totals, policy) : SourcedFacts();
    auto finding = fitting.empty() ? std::nullopt : finding_on(std::move(parts), fitting);
    if (finding) found.push_back(std::move(*finding));
  }
  return found;
}

}  // namespace attest

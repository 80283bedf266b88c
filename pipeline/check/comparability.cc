#include "check/comparability.h"

#include <algorithm>
#include <set>

#include "base/sha256.h"
#include "check/topic_hash.h"

namespace attest {
namespace {

constexpr std::string_view kFlow = "trade.flow";

bool is_trade_flow(std::string_view measure) { return measure == "trade.exports" || measure == "trade.imports"; }

/// One country's exports are the other's imports: with both ends known the direction is the measure.
std::string subject_of(const CheckedFact& fact) {
  if (is_trade_flow(fact.measure) && fact.has_flow()) return std::string(kFlow) + "\n" + fact.fact().from + "\n" + fact.fact().to;
  std::string subject = fact.measure;
  for (const std::string& party : fact.parties) subject += "\n" + party;
  return subject;
}

std::string_view stem_of_value(std::string_view measure) {
  for (const std::string_view ending : {".value", "_value"}) {
    if (measure.ends_with(ending)) return measure.substr(0, measure.size() - ending.size());
  }
  return {};
}

/// "agreements.value" counts with "agreements.count", "investment.projects_value" with "investment.projects".
bool counts_for(std::string_view count_measure, std::string_view value_measure) {
  const std::string_view stem = stem_of_value(value_measure);
  if (stem.empty() || !count_measure.starts_with(stem)) return false;
  const std::string_view rest = count_measure.substr(stem.size());
  return rest.empty() || rest == ".count" || rest == "_count";
}

}  // namespace

int significant_digits(const CheckedFact& fact) {
  const Decimal value = fact.value().normalised();
  Int128 mantissa = value.mantissa() < 0 ? -value.mantissa() : value.mantissa();
  int digits = 0;
  for (; mantissa > 0; mantissa /= 10) ++digits;
  return digits;
}

const Interval& usual_interval(const CheckedFact& fact) { return fact.usual ? *fact.usual : fact.interval; }

bool is_counted_limit(const CheckedFact& fact) {
  constexpr int kCounted = 3;
  const Bound bound = fact.figure().bound;
  if ((bound != Bound::kAtLeast && bound != Bound::kOver) || fact.figure().quantity != Quantity::kCount) return false;
  const int digits = significant_digits(fact);
  const bool to_the_last = fact.value().normalised().exponent() < 2;  // "over 484,000" leaves hundreds open
  return (digits >= kCounted && to_the_last) || (bound == Bound::kAtLeast && digits + 1 == kCounted && fact.value() < Decimal(100));
}

bool is_cut_off(const CheckedFact& a, const CheckedFact& b) {
  constexpr int kKept = 4;  // digits: writers cut off shorter ones rarely, and then a boundary is worth a look
  const auto cuts = [](const CheckedFact& shorter, const CheckedFact& longer) {
    const bool exact = shorter.figure().bound == Bound::kExact && longer.figure().bound == Bound::kExact;
    return exact && shorter.cut_off && significant_digits(shorter) >= kKept && significant_digits(longer) > significant_digits(shorter) &&
           touch(*shorter.cut_off, Interval::point(longer.value())) == Touch::kOverlap;
  };
  return cuts(a, b) || cuts(b, a);
}

bool may_be_equal(const CheckedFact& a, const CheckedFact& b) {
  if (a.value() == b.value() || is_cut_off(a, b)) return true;
  return !is_counted_limit(a) && !is_counted_limit(b) && touch(usual_interval(a), usual_interval(b)) == Touch::kOverlap;
}

bool same_measure(const CheckedFact& a, const CheckedFact& b) {
  if (a.fact().measure_id.empty() && b.fact().measure_id.empty()) {
    constexpr double kMostWords = 0.6;
    return likeness(content_words(a.fact().measure), content_words(b.fact().measure)) >= kMostWords;
  }
  return a.measure == b.measure || (is_trade_flow(a.measure) && is_trade_flow(b.measure) && a.has_flow() && b.has_flow());
}

bool same_flow(const CheckedFact& a, const CheckedFact& b) {
  const auto fits = [](const std::string& x, const std::string& y) { return x.empty() || y.empty() || x == y; };
  return fits(a.fact().from, b.fact().from) && fits(a.fact().to, b.fact().to);
}

bool same_subject(const CheckedFact& a, const CheckedFact& b) {
  return a.role == b.role && a.unit == b.unit && a.parties == b.parties && same_measure(a, b) && a.thing == b.thing && same_flow(a, b) &&
         a.change_kind == b.change_kind;
}

bool same_period(const CheckedFact& a, const CheckedFact& b) { return a.period && b.period && *a.period == *b.period; }

bool similar_period(const CheckedFact& a, const CheckedFact& b) {
  if (!a.period || !b.period || !a.period->overlaps(*b.period)) return false;
  const double first = a.period->days();
  const double second = b.period->days();
  const auto overlap = std::min(a.period->end, b.period->end).number() - std::max(a.period->begin, b.period->begin).number();
  return first < 1.1 * second && second < 1.1 * first && overlap >= 0.4 * std::min(first, second);
}

bool is_part_of_parties(const CheckedFact& part, const CheckedFact& whole, const CheckPolicy& policy) {
  if (part.parties == whole.parties || part.parties.empty() || whole.parties.empty()) return false;
  const auto in_whole = [&](const std::string& party) {
    return std::any_of(whole.parties.begin(), whole.parties.end(), [&](const std::string& one) { return policy.holds(one, party); });
  };
  if (std::all_of(part.parties.begin(), part.parties.end(), in_whole)) return true;
  return std::includes(part.parties.begin(), part.parties.end(), whole.parties.begin(), whole.parties.end());
}

const CheckedFact* companion_of(const CheckedFact& fact, const CheckedDocument& document) {
  for (const CheckedFact& other : document.facts) {
    if (other.sentence != fact.sentence || other.figure().quantity != Quantity::kCount || other.row.number == fact.row.number) continue;
    const bool exact = other.figure().bound == Bound::kExact && significant_digits(other) >= 2;
    if (exact && counts_for(other.fact().measure_id, fact.fact().measure_id) && other.status == fact.status) return &other;
  }
  return nullptr;
}

std::int64_t own_topic(const CheckedFact& fact) {
  return fact.parties.empty() || fact.measure.empty() ? 0 : topic_number(subject_of(fact), TopicKind::kMeasure);
}

std::vector<std::int64_t> topics_of(const CheckedFact& fact, const CheckedDocument& document) {
  std::set<std::int64_t> topics;
  if (const std::int64_t own = own_topic(fact); own != 0) topics.insert(own);
  if (const CheckedFact* count = companion_of(fact, document)) {
    topics.insert(topic_number("with\n" + fact.measure + "\n" + count->value().to_string(), TopicKind::kMeasure));
  }
  return {topics.begin(), topics.end()};
}

}  // namespace attest

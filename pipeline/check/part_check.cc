// A part is at most its whole: months of a year, exports of a turnover, an item of a list with a total.
#include <algorithm>
#include <map>

#include "check/comparability.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/loose_period.h"
#include "check/told_shares.h"
#include "check/wording.h"

namespace attest {
namespace {

/// So near behind a list its items need not name its parties again, in bytes.
constexpr std::uint32_t kNextSentence = 400;

struct PartPair {
  const CheckedFact* part = nullptr;
  const CheckedFact* whole = nullptr;
};

/// Amounts that add up over time, and are not negative.
bool adds_up(const CheckedFact& fact, const CheckPolicy& policy) {
  return is_level(fact) && fact.status == StatusClass::kFact && !fact.parties.empty() && fact.one_figure && policy.adds_up(fact.measure);
}

bool is_part_of_period(const CheckedFact& part, const CheckedFact& whole) {
  return part.unit == whole.unit && part.parties == whole.parties && part.measure == whole.measure && part.thing == whole.thing &&
         same_flow(part, whole) && part.period && whole.period && !part.period_inferred && !whole.period_inferred &&
         *part.period != *whole.period && whole.period->contains(*part.period);
}

bool is_way_of_turnover(const CheckedFact& part, const CheckedFact& whole) {
  const bool way = part.measure == "trade.exports" || part.measure == "trade.imports" || part.measure == "trade.deficit" ||
                   part.measure == "trade.surplus" || part.measure == "trade deficit" || part.measure == "trade surplus" ||
                   part.measure == "deficit trade";
  return way && part.thing == whole.thing && is_level(part) && !part.parties.empty() && whole.measure == "trade.turnover" &&
         part.unit == whole.unit && part.parties == whole.parties && part.status == whole.status && same_period(part, whole);
}

void report(const std::vector<PartPair>& pairs, std::vector<Finding>& findings) {
  std::vector<RoleFact> members;
  std::vector<std::string> words;
  std::vector<std::string> numbers;
  bool holds = true;
  const auto add_once = [&](const CheckedFact* fact, std::string_view role) {
    const bool known = std::any_of(members.begin(), members.end(), [&](const RoleFact& one) { return one.fact == fact; });
    if (!known) members.push_back({fact, role});
  };
  for (const auto& [part, whole] : pairs) {
    add_once(part, "part");
    add_once(whole, "whole");
    holds &= !certainly_over(part->interval, whole->interval);
    words.push_back(stated(*part) + " of " + stated(*whole) + " (" + subject_in_words(*part) + ")");
    numbers.push_back(amount(part->value(), part->unit) + (certainly_over(part->interval, whole->interval) ? " > " : " <= ") +
                      amount(whole->value(), whole->unit));
  }
  Finding finding = make_finding(CheckKind::kPart, holds ? Verdict::kHolds : Verdict::kFails, members);
  finding.severity = holds ? Severity::kInfo : Severity::kHigh;
  finding.summary = (holds ? "No part exceeds its whole: " : "A part exceeds its whole: ") + listed(words);
  finding.arithmetic = listed(numbers);
  findings.push_back(std::move(finding));
}

/// True where the document gives another whole for the part that holds it: then the wholes differ, not the part.
bool fits_another(const PartPair& pair, const CheckedDocument& document) {
  return std::any_of(document.facts.begin(), document.facts.end(), [&](const CheckedFact& other) {
    return &other != pair.whole && is_level(other) && other.measure == pair.whole->measure && other.unit == pair.whole->unit &&
           other.parties == pair.whole->parties && same_period(other, *pair.whole) && !certainly_over(pair.part->interval, other.interval);
  });
}

/// "This included [350,000 tons] for domestic use": a part of what was told before, whatever its own period.
bool is_item(const CheckedFact& fact, const CheckedDocument& document, const CheckPolicy& policy) {
  const Span before{fact.sentence.begin, std::max(fact.sentence.begin, fact.row.figure.bytes.begin)};
  return find_cue(before.of(document.text), Cue::kIncludes, policy).has_value();
}

/// Pairs that hold are told together, a finding a whole period; each that fails by itself.
void check_periods(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  std::map<std::pair<Day, Day>, std::vector<PartPair>> by_period;
  for (const CheckedFact& whole : document.facts) {
    if (!adds_up(whole, policy)) continue;
    for (const CheckedFact& part : document.facts) {
      if (!adds_up(part, policy) || !is_part_of_period(part, whole)) continue;
      if (certainly_over(part.interval, whole.interval)) {
        const bool loose =
            has_loose_period(part, document.sentence_of(part), policy) || has_loose_period(whole, document.sentence_of(whole), policy);
        // "Imports and exports" of some firms are no part of "trade" with some countries.
        const bool alike = likeness(content_words(part.fact().measure), content_words(whole.fact().measure)) >= kSamePhrase;
        if (!loose && alike && !is_item(whole, document, policy) && !fits_another({&part, &whole}, document))
          report({{&part, &whole}}, findings);
      } else {
        by_period[{whole.period->begin, whole.period->end}].push_back({&part, &whole});
      }
    }
  }
  for (const auto& [period, pairs] : by_period) report(pairs, findings);
}

/// "Trade" alone may be any figure on trade; "bilateral trade", "trade turnover" are the sum of both ways.
bool is_surely_turnover(const CheckedFact& fact) { return content_words(fact.fact().measure).size() > 1; }

void check_turnovers(const CheckedDocument& document, std::vector<Finding>& findings) {
  for (const CheckedFact& whole : document.facts) {
    if (!is_level(whole) || !whole.period || whole.period_inferred) continue;
    for (const CheckedFact& part : document.facts) {
      if (!is_way_of_turnover(part, whole)) continue;
      const bool fails = certainly_over(part.interval, whole.interval);
      if (!fails || (is_surely_turnover(whole) && !fits_another({&part, &whole}, document))) report({{&part, &whole}}, findings);
    }
  }
}

/// "58 agreements worth $25 billion ... Major deals include a $2 billion plant."
void check_items(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const CheckedFact& item = document.facts[i];
    if (!is_level(item) || item.figure().quantity != Quantity::kMoney || item.parties.empty()) continue;
    const std::string_view before = Span{item.sentence.begin, std::max(item.sentence.begin, item.row.figure.bytes.begin)}.of(document.text);
    const auto cue = find_cue(before, Cue::kIncludes, policy);
    if (!cue) continue;
    const std::uint32_t list_end = item.sentence.begin + cue->bytes.begin;
    for (std::size_t j = i; j-- > 0;) {
      const CheckedFact& list = document.facts[j];
      const bool near = item.row.figure.bytes.begin - list.row.figure.bytes.end < kNextSentence;
      if (!list.measure.ends_with(".value") || list.unit != item.unit || item.measure == list.measure) continue;
      if (list.parties != item.parties && !near) continue;
      if (list.row.figure.bytes.end > list_end) continue;
      if (list.period && item.period && !list.period->overlaps(*item.period)) continue;
      // What "includes" goes back to is not certain enough to call a larger item wrong.
      if (!certainly_over(item.interval, list.interval)) report({{&item, &list}}, findings);
      break;
    }
  }
}

bool is_counted_alike(const CheckedFact& part, const CheckedFact& whole) {
  const Figure& a = part.figure();
  const Figure& b = whole.figure();
  if (!is_level(part) || !is_level(whole) || part.unit != whole.unit || part.unit == "1" || a.quantity != b.quantity) return false;
  return a.quantity != Quantity::kCount || a.noun.empty() || b.noun.empty() || a.noun == b.noun;
}

/// What the words go back to is certain where both figures are told of the same, and are of one size.
bool surely_holds_part(const CheckedFact& part, const CheckedFact& whole) {
  constexpr double kOneSize = 0.5;
  const bool counted = part.figure().quantity == Quantity::kCount;
  const bool same = counted ? !part.figure().noun.empty() && part.figure().noun == whole.figure().noun
                            : !part.measure.empty() && part.measure == whole.measure && part.thing == whole.thing;
  return same && relative_gap(part.value(), whole.value()) <= kOneSize;
}

/// Where the words that make the figure a part begin: before it ("of which 15"), or right behind it ("15 of which").
std::optional<std::uint32_t> of_which_at(const CheckedFact& part, const CheckedDocument& document, const CheckPolicy& policy) {
  constexpr std::uint32_t kRightBehind = 10;
  const Span figure = part.row.figure.bytes;
  if (figure.begin <= part.sentence.begin || part.sentence.end < figure.end) return std::nullopt;
  const auto before = find_cue(Span{part.sentence.begin, figure.begin}.of(document.text), Cue::kOfWhich, policy);
  if (before) return part.sentence.begin + before->bytes.begin;
  const Span behind{figure.end, std::min(part.sentence.end, figure.end + kRightBehind)};
  const auto after = find_cue(behind.of(document.text), Cue::kOfWhich, policy);
  return after && after->bytes.begin <= 1 ? std::optional(figure.begin) : std::nullopt;
}

/// "2,059 were wounded, including 1,404 in critical condition": counts of one measure, the whole told right before its part.
void check_included_counts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const CheckedFact& whole = document.facts[i - 1];
    const CheckedFact& part = document.facts[i];
    const Span between{whole.row.figure.bytes.end, part.row.figure.bytes.begin};
    const bool counts = whole.figure().quantity == Quantity::kCount && !part.fact().measure_id.empty() &&
                        part.fact().measure_id == whole.fact().measure_id && part.status == whole.status;
    if (!counts || part.sentence != whole.sentence || between.begin >= between.end || !is_counted_alike(part, whole)) continue;
    const std::string_view words = between.of(document.text);
    const auto cue = find_cue(words, Cue::kIncludes, policy);
    const bool right_before = cue && content_words(words.substr(cue->bytes.end)).empty();
    if (right_before && !certainly_over(part.interval, whole.interval)) report({{&part, &whole}}, findings);
  }
}

/// "40 projects worth $26 billion, of which 15 projects worth $6.1 billion": of each unit the nearest figures around the words.
void check_of_which(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const CheckedFact& part = document.facts[i];
    const auto at = of_which_at(part, document, policy);
    if (!at) continue;
    for (std::size_t j = i; j-- > 0 && document.facts[j].sentence == part.sentence;) {
      const CheckedFact& whole = document.facts[j];
      if (!is_counted_alike(part, whole)) continue;
      const bool fails = certainly_over(part.interval, whole.interval);
      // "27 people, 15 of them here and 12 there": the words make a part of the 15 alone
      if (whole.row.figure.bytes.end + 1 >= *at) break;
      if (!fails || surely_holds_part(part, whole)) report({{&part, &whole}}, findings);
      break;
    }
  }
}

/// "It counted 1,240 cases. Of these, 890 were children": a part of what the sentence before counts. What that is is not certain enough to
/// call a larger one wrong.
void check_of_these(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 1; i < document.facts.size(); ++i) {
    const CheckedFact& part = document.facts[i];
    if (part.sentence == document.facts[i - 1].sentence || part.unit.find('/') != std::string::npos) continue;
    const auto at = of_which_at(part, document, policy);
    const bool points_back = at && (*at == part.sentence.begin || *at == part.row.figure.bytes.begin);
    const CheckedFact* const whole = points_back ? whole_before(i, document, policy) : nullptr;
    if (whole != nullptr && !certainly_over(part.interval, whole->interval)) report({{&part, whole}}, findings);
  }
}

/// "$37 billion of the $45 billion", "three of its five": only words for the whole stand between the two.
void check_of_the(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (std::size_t i = 0; i + 1 < document.facts.size(); ++i) {
    const CheckedFact& part = document.facts[i];
    const CheckedFact& whole = document.facts[i + 1];
    const Span between{part.row.figure.bytes.end, whole.row.figure.bytes.begin};
    if (part.sentence != whole.sentence || between.begin >= between.end || !is_counted_alike(part, whole)) continue;
    const auto cue = find_cue(between.of(document.text), Cue::kOfThe, policy);
    const bool nothing_else = cue && cue->bytes.begin <= 1 && cue->bytes.end + 1 >= between.size();
    const bool fails = certainly_over(part.interval, whole.interval);
    if (nothing_else && (!fails || surely_holds_part(part, whole))) report({{&part, &whole}}, findings);
  }
}

}  // namespace

void check_parts(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  check_periods(document, policy, findings);
  check_turnovers(document, findings);
  check_items(document, policy, findings);
  check_included_counts(document, policy, findings);
  check_of_which(document, policy, findings);
  check_of_these(document, policy, findings);
  check_of_the(document, policy, findings);
}

}  // namespace attest

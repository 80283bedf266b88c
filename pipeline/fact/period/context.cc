#include "fact/period/context.h"

#include <string>

#include "fact/period/arithmetic.h"
#include "fact/period/present.h"

namespace attest::period {
namespace {

// "Of this, [25 billion soms] went to banks": a part of the figure of the sentence before.
bool opens_with_whole(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const bool total = sentence.is(begin + 1, "the") && sentence.is(begin + 2, "total");
  const bool points = total || sentence.is_any(begin + 1, {"this", "that", "these", "those", "them", "which"});
  return sentence.is(begin, "of") && points && view.discourse().parties() != nullptr;
}

// What is told of a flow goes on with the period that the text before told of; the present tells of now.
bool is_carried(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::string& id = view.measure().id.empty() ? view.measure().level_id : view.measure().id;
  // Of one day: only prices go on with the day of another price, and what was signed with that of the event.
  if (is_short(view.discourse().period())) {
    const bool same = id == "economy.price" && view.discourse().measure() != nullptr &&
                      (view.discourse().measure()->id == id || view.discourse().measure()->level_id == id);
    return (same || id.starts_with("agreements.")) && !tells_of_now(view);
  }
  const bool unknown_level = view.measure().id.empty() && view.measure().level_id.empty() && view.measure().kind == ReadingKind::kLevel;
  // "Purchases of oil dropped to [6.8 million barrels]"
  const bool moved = view.measure().quantity == Quantity::kMeasure && sentence.is_any(view.before(), {"to", "at"}) &&
                     sentence.last_before(FactList::kMovement, view.begin(), view.clause().begin) != nullptr;
  const bool flows = view.kinds().is_flow(view.measure().id) || view.kinds().is_flow(view.measure().level_id) ||
                     (unknown_level && (view.measure().quantity == Quantity::kMoney || moved));
  // "This figure has fallen by 5%", "It is followed by Peru": what takes over the measure takes over the period, unless it lies ahead.
  const bool lies_ahead = sentence.last_before(FactList::kPlanNoun, view.begin(), view.clause().begin) != nullptr;
  if (opens_with_whole(view) && !tells_of_now(view)) return true;
  const bool goes_on = view.measure().inherited && view.measure().rule != "fact.object_moved" && !lies_ahead;
  const bool grows_on = view.measure().kind == ReadingKind::kGrowth && view.discourse().measure() != nullptr &&
                        view.discourse().measure()->kind == ReadingKind::kGrowth && view.discourse().fact_is_near();
  return (flows && goes_on) || ((flows || grows_on) && !tells_of_now(view));
}

// "Cash flow, which had been $12 million in the second quarter, swung to [$66 million]": back in the main clause.
bool returns_to_main_clause(const PeriodView& view, std::size_t earlier) {
  const FactSentence& sentence = view.sentence();
  const TokenRange other = sentence.figures()[earlier].tokens;
  if (!sentence.is_any(view.clause().begin, {"which", "who"}) || other.begin < view.clause().begin) return false;
  for (std::uint32_t token = other.end; token + 1 < view.begin(); ++token) {
    const WordRole next = sentence.role(token + 1);
    if (sentence.is(token, ",") && (next == WordRole::kVerb || next == WordRole::kParticiple)) return true;
  }
  return false;
}

// "During this period, lending came to $5 billion".
bool names_this_period(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::uint32_t token = sentence.tokens().begin; token + 2 < sentence.tokens().end; ++token) {
    if (!sentence.is_any(token, {"during", "in", "over", "within"})) continue;
    const bool said = sentence.is(token + 1, "the") && sentence.is_any(token + 2, {"above", "said"});
    const std::uint32_t noun = said ? token + 3 : token + 2;
    const bool over = sentence.is_any(token, {"during", "over"}) && sentence.is(token + 1, "the");  // "over the period"
    const bool points = said || over || sentence.is_any(token + 1, {"this", "that"});
    // "over the period from 2005 to 2023"
    const bool dated = sentence.is_any(noun + 1, {"from", "of", "between", "to"}) || sentence.role(noun + 1) == WordRole::kDate;
    if (points && !dated && sentence.is(noun, "period") && sentence.role(noun) != WordRole::kDate) return true;
  }
  return false;
}

// "Investments are put at $14 billion, [$13 billion] of which …", "which now has 5 plants or [40%] of them": of no more than the figure
// before.
bool is_part_of_one_before(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t clause = view.clause().begin;
  const bool of_which = sentence.is(view.end(), "of") && sentence.is_any(view.end() + 1, {"which", "whom", "that"});
  return of_which || (sentence.is(clause, "which") && sentence.is(clause - 1, "of")) ||
         (sentence.is(view.before(), "or") && tells_of_now(view));
}

// The figure may go on with the period of figure number `earlier` of its sentence.
bool goes_on_with(const PeriodView& view, std::size_t earlier) {
  const FactSentence& sentence = view.sentence();
  const PeriodReading& other = view.earlier()[earlier];
  const bool other_clause = sentence.figures()[earlier].tokens.begin < view.clause().begin;
  const bool only_since = other.period.end.empty() && other_clause;
  if (other.is_base || only_since || returns_to_main_clause(view, earlier) || is_now_since(view, earlier)) return false;
  if (!other_clause) return true;
  // "to repay it in 2030, and reserves stand at [5%]"
  if (other.period.start > view.published() && tells_of_now(view)) return false;
  // "lost $3 million in May; talks with [two] bidders are under way"
  return !sentence.is(view.clause().begin, ";") || !is_in_present_clause(view);
}

// "recently signed a deal of [$5 million]": some time before the day that the text tells of.
bool tells_of_earlier(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    if (sentence.is_any(token, {"recently", "previously", "earlier"})) return true;
  }
  return false;
}

// From the figures before in the sentence.
PeriodReading of_sentence(const PeriodView& view) {
  const auto earlier = view.earlier();
  const bool or_else = !earlier.empty() && earlier.back().is_base && view.sentence().is(view.before(), "or");
  PeriodReading reading;
  reading.is_base = view.is_base();
  if (or_else) reading = earlier.back();
  for (std::size_t i = earlier.size(); i > 0 && reading.period.empty() && !view.is_base(); --i) {
    if (!goes_on_with(view, i - 1)) continue;
    reading.period = earlier[i - 1].period;
    reading.lasts = earlier[i - 1].lasts;
  }
  return reading;
}

// "Last year it lost $2 million. Revenue rose [8%]": what moved is again that of the report.
bool returns_to_results(const PeriodView& view) {
  const MeasureReading& measure = view.measure();
  const bool results = measure.id.starts_with("company.") || measure.level_id.starts_with("company.");
  const Period& report = view.discourse().stepped_back_from();
  return results && !report.end.empty() && report.end <= view.published() &&
         view.sentence().last_before(FactList::kMovement, view.begin(), view.clause().begin) != nullptr;
}

}  // namespace

PeriodReading inherited(const PeriodView& view) {
  PeriodReading reading = of_sentence(view);
  if (view.is_base()) {
    if (!reading.period.empty()) reading.source = PeriodSource::kContext;
    return reading;
  }
  const bool or_else = reading.is_base;
  const bool signed_there =
      view.measure().id.starts_with("agreements.") && !view.event().empty() && !tells_of_now(view) && !tells_of_earlier(view);
  if (reading.period.empty() && signed_there) reading.period = view.event();
  const auto earlier = view.earlier();
  const bool undated =
      !or_else && !earlier.empty() && !earlier.back().is_base && earlier.back().period.empty() && is_part_of_one_before(view);
  if (reading.period.empty() && !undated && is_carried(view)) {
    reading.period = returns_to_results(view) ? view.discourse().stepped_back_from() : view.discourse().period();
    reading.lasts = true;
  }
  if (reading.source == PeriodSource::kNone && names_this_period(view)) {
    const Period& told = view.discourse().period();  // "the period under review" is what the figures before are of
    const Period& meant = told.empty() || is_short(told) ? view.named() : told;
    if (!meant.empty()) reading.period = meant;
  }
  if (!reading.period.empty()) reading.source = PeriodSource::kContext;
  return reading;
}

}  // namespace attest::period

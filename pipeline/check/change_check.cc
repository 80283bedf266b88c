// Changes: the words "rose" and "fell" against the levels before and after, and growth in percent, in factors and in amounts.
#include "check/change_check.h"

#include <algorithm>

#include "base/trimmed.h"
#include "check/comparability.h"
#include "check/cue.h"
#include "check/document_check.h"
#include "check/loose_period.h"
#include "check/told_levels.h"
#include "check/wording.h"

namespace attest {
namespace {

/// How far two levels may lie apart that are "nearly the same".
constexpr double kUnchanged = 0.05;

bool is_same_series(const CheckedFact& a, const CheckedFact& b) {
  return a.unit == b.unit && a.parties == b.parties && !a.parties.empty() && same_measure(a, b) && a.thing == b.thing && same_flow(a, b) &&
         is_level(a) && is_level(b);
}

/// "26.6% of exports, an increase from 18.5%": shares of one whole.
bool is_same_share(const CheckedFact& a, const CheckedFact& b) {
  return a.role == FactRole::kShare && b.role == FactRole::kShare && a.parties == b.parties && !a.parties.empty() && a.unit == b.unit &&
         !a.fact().whole.empty() && a.fact().whole == b.fact().whole && same_flow(a, b) && same_measure(a, b);
}

/// "[Slowed] to 22.1 percent from 21.5", "[slowed] from 21.5 to 22.1": the verb stands right before the two, so that it is of nothing else.
/// Rates of exchange rise by the fall of their number.
bool is_surely_told(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document, const CheckPolicy& policy) {
  const bool fall = after.fact().change.direction == ChangeDirection::kDecrease;
  const std::uint32_t first = std::min(after.row.figure.bytes.begin, before.row.figure.bytes.begin);
  std::string_view lead = trimmed(Span{after.sentence.begin, first}.of(document.text));
  lead = trimmed(lead.substr(0, lead.find_last_of(" \n") + 1));
  const auto verb = find_cue(lead, fall ? Cue::kFalls : Cue::kRises, policy);
  const bool bare = after.unit.empty() && after.figure().noun.empty() && after.fact().measure_id.empty();  // a rate of exchange, an index
  return verb && verb->bytes.end == lead.size() && after.measure != "economy.exchange_rate" && !bare;
}

/// A level that another grows from: that of its base period, else an earlier one of the same sentence, or, for a target, the present one.
bool is_level_before(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document, const CheckPolicy& policy) {
  if (&after == &before) return false;
  if (is_told_from(after, before, document) && after.parties == before.parties && same_measure(after, before)) return true;
  if (!is_same_series(after, before) && !is_same_share(after, before)) return false;
  const bool undated = !after.period && !after.base && after.status == before.status;
  if (undated && is_compared_with(after, before, document, policy)) return true;
  if (after.base) return before.period && *before.period == *after.base && before.status == after.status;
  const bool earlier = after.period && before.period && before.period->begin < after.period->begin && before.status == after.status;
  if (earlier && after.sentence == before.sentence) return true;
  const bool expected =
      (after.status == StatusClass::kForecast || after.status == StatusClass::kTarget) && before.status == StatusClass::kFact;
  return expected && after.sentence == before.sentence && !text_between(after, before, document).empty();
}

bool direction_holds(ChangeDirection direction, const CheckedFact& before, const CheckedFact& after) {
  switch (direction) {
    case ChangeDirection::kIncrease:
      return possibly_over(after.interval, before.interval);
    case ChangeDirection::kDecrease:
      return possibly_over(before.interval, after.interval);
    case ChangeDirection::kUnchanged:
      return relative_gap(before.value(), after.value()) <= kUnchanged;
    case ChangeDirection::kNone:
      break;
  }
  return true;
}

std::string_view word_for(ChangeDirection direction) {
  switch (direction) {
    case ChangeDirection::kIncrease:
      return "an increase";
    case ChangeDirection::kDecrease:
      return "a decrease";
    default:
      return "nearly unchanged";
  }
}

std::string change_in_words(const CheckedFact& before, const CheckedFact& after) {
  std::string text = amount(before.value(), before.unit) + " to " + amount(after.value(), after.unit);
  const auto change = subtract(after.value(), before.value());
  if (!change) return text;
  text += ": " + (after.unit == "1" ? points(*change) : amount(*change, after.unit));
  const double base = before.value().to_double();
  if (base != 0) text += ", " + percentage(change->to_double() / base);
  return text;
}

void check_direction(const CheckedFact& after, const CheckedFact& before, std::vector<Finding>& findings) {
  const ChangeDirection direction = after.fact().change.direction;
  const bool holds = direction_holds(direction, before, after);
  Finding finding =
      make_finding(CheckKind::kDirection, holds ? Verdict::kHolds : Verdict::kFails, {{&before, "before"}, {&after, "after"}});
  finding.severity = holds ? Severity::kInfo : Severity::kHigh;
  finding.gap = holds ? 0 : relative_gap(before.value(), after.value());
  finding.summary = stated(after) + " is told as " + std::string(word_for(direction)) + " from " + stated(before) +
                    (holds ? ", and it is" : ", but the levels differ the other way") + " (" + subject_in_words(after) + ")";
  finding.arithmetic = change_in_words(before, after);
  findings.push_back(std::move(finding));
}

/// The same days a year before.
std::optional<DayInterval> year_before(const DayInterval& period) {
  const auto begin = add_years(period.begin, -1);
  const auto end = add_years(period.end, -1);
  return begin && end ? std::optional(DayInterval{*begin, *end}) : std::nullopt;
}

/// True where a level that goes the other way cannot be a comparison with another time or another thing than the change's own: measures
/// that name one figure, and no amount of the change beside them ("rose by 2,000 to 436,500, compared with 470,700 a year earlier").
bool may_fail(const CheckedFact& after, const CheckedFact& before, const CheckedDocument& document, const CheckPolicy& policy) {
  if (is_told_from(after, before, document)) return is_surely_told(after, before, document, policy);
  if (!after.one_figure || !before.one_figure || !after.period || !before.period) return false;
  if (before.period->end != after.period->begin && year_before(*after.period) != before.period) return false;
  const std::string_view then = document.sentence_of(before);
  const std::string_view now = document.sentence_of(after);
  if (has_loose_period(before, then, policy) || cues_in(then, Cue::kQualifier, policy) != cues_in(now, Cue::kQualifier, policy))
    return false;
  return std::none_of(document.facts.begin(), document.facts.end(),
                      [&](const CheckedFact& other) { return other.role == FactRole::kChange && other.sentence == after.sentence; });
}

/// Against every level before; that one fails counts only where none holds, and the two are of one size.
void check_directions(const CheckedFact& after, const CheckedDocument& document, const CheckPolicy& policy,
                      std::vector<Finding>& findings) {
  constexpr double kOneSize = 0.5;
  std::vector<Finding> failed;
  bool some_hold = false;
  for (const CheckedFact& before : document.facts) {
    if (!is_level_before(after, before, document, policy)) continue;
    const bool holds = direction_holds(after.fact().change.direction, before, after);
    some_hold |= holds;
    const bool counts = relative_gap(before.value(), after.value()) <= kOneSize && may_fail(after, before, document, policy);
    if (holds || counts) check_direction(after, before, holds ? findings : failed);
  }
  if (!some_hold) findings.insert(findings.end(), failed.begin(), failed.end());
}

/// The growth that two levels make: their quotient less one, or their difference.
std::optional<Interval> growth_between(const CheckedFact& before, const CheckedFact& after, ChangeKind kind, bool factor) {
  if (kind == ChangeKind::kAbsolute) return subtract(after.interval, before.interval);
  const auto quotient = divide(after.interval, before.interval);
  if (!quotient || factor) return quotient;
  return subtract(*quotient, Interval::point(Decimal(1)));
}

/// "Tripled" is a factor, 39 percent a rate of growth.
bool is_factor(const CheckedFact& change) { return change.figure().quantity == Quantity::kRatio && Decimal(1) < change.value(); }

/// "Growth of exports" without a measure of its own: the words beside "growth" are those of the level.
bool names_level(const CheckedFact& change, const CheckedFact& level) {
  if (!change.fact().measure_id.empty()) return change.measure == level.measure && change.thing == level.thing;
  std::vector<std::string> words = content_words(change.fact().measure);
  std::erase_if(words, [](const std::string& word) { return word == "growth" || word == "factor"; });
  if (words.size() > 1) std::erase(words, "sale");  // "Sales of phones" are counted as phones.
  const std::vector<std::string> said = content_words(level.fact().measure);
  return !words.empty() && std::includes(said.begin(), said.end(), words.begin(), words.end());
}

bool may_grow(const CheckedFact& change, const CheckedFact& level) {
  if (!is_level(level) || level.parties != change.parties || level.parties.empty() || !same_flow(change, level)) return false;
  const bool absolute = change.fact().change.kind == ChangeKind::kAbsolute;
  return (absolute ? change.unit == level.unit : change.unit == "1") && names_level(change, level);
}

/// Levels of the periods that the change is counted between.
bool spans(const CheckedFact& change, const CheckedFact& before, const CheckedFact& after) {
  if (!change.period || !same_period(change, after) || !before.period) return false;
  const auto base = change.base ? change.base : year_before(*change.period);
  return base && *before.period == *base;
}

/// "Rose 8 percent to 54 from 50": the two levels of one series in the change's own sentence, and no third.
bool is_told_between(const CheckedFact& change, const CheckedFact& before, const CheckedFact& after, const CheckedDocument& document) {
  if (change.sentence != after.sentence || before.sentence != after.sentence || !before.period || !after.period) return false;
  if (after.period->begin <= before.period->begin) return false;
  const auto of_series = [&](const CheckedFact& one) { return one.sentence == change.sentence && is_level(one) && one.unit == after.unit; };
  const auto of_change = [&](const CheckedFact& one) {
    return one.sentence == change.sentence && one.role == FactRole::kChange && one.unit == change.unit;
  };
  return std::count_if(document.facts.begin(), document.facts.end(), of_series) == 2 &&
         std::count_if(document.facts.begin(), document.facts.end(), of_change) == 1;
}

Interval signed_change(const CheckedFact& change, const Interval& interval) {
  const bool down = change.fact().change.direction == ChangeDirection::kDecrease;
  if (!down || (interval.high && interval.high->is_negative())) return interval;
  const auto turned = subtract(Interval::point(Decimal(0)), interval);
  return turned.value_or(interval);
}

/// Rates that lie farther apart are of other things, or of another time; less soon where the rate's own measure is known.
constexpr double kNearRates = 0.25;
constexpr double kNearRatesOfMeasure = 0.6;

/// The levels that the change stands beside, unless they are of different measures.
bool joins(const TwoLevels& around, const CheckedFact& before, const CheckedFact& after) {
  const bool differ = !before.fact().measure_id.empty() && !after.fact().measure_id.empty() && before.measure != after.measure;
  return around.before == &before && around.after == &after && !differ;
}

/// A rate that fails is told where both levels surely are those that it is counted between: measures that name one figure, the same way,
/// and much the same rate, whose own measure is known or whose sentence they stand in; or where it joins the two.
bool is_surely_meant(const CheckedFact& change, const TwoLevels& levels, const TwoLevels& around, const CheckedDocument& document,
                     const Interval& growth, const Interval& claimed) {
  const CheckedFact& before = *levels.before;
  const CheckedFact& after = *levels.after;
  const bool beside = change.row.document_key == after.row.document_key && change.sentence == after.sentence;
  if (!beside && change.fact().measure_id.empty()) return false;
  if (!growth.low || !claimed.low || !growth.high || !claimed.high) return false;
  if (growth.low->is_negative() != claimed.low->is_negative()) return false;
  if (joins(around, before, after)) return change.figure().bound == Bound::kExact;
  if (!after.one_figure || !before.one_figure) return false;
  const bool known = !change.fact().measure_id.empty() || is_told_between(change, before, after, document);
  const double near = known ? kNearRatesOfMeasure : kNearRates;
  return relative_gap(*growth.low, *claimed.low) <= near && relative_gap(*growth.high, *claimed.high) <= near;
}

/// "Doubled", "halved" are seldom meant to the last digit.
Interval claimed_growth(const CheckedFact& change, bool factor) {
  const bool in_words = change.figure().quantity == Quantity::kRatio && change.interval.is_point();
  const auto reach = in_words ? multiply(change.value(), Decimal(1, -1)) : std::nullopt;
  const Interval claimed = factor ? change.interval : signed_change(change, change.interval);
  return reach && claimed.low ? Interval::around(*claimed.low, *reach) : claimed;
}

/// From "over 1.8 million" to "3 million": limits leave so many rates that each fits.
bool fits_anything(const Interval& growth) {
  constexpr double kWidest = 1;
  return !growth.low || !growth.high || growth.high->to_double() - growth.low->to_double() > kWidest;
}

/// Nothing where the growth cannot be worked out, or leaves any rate, or fails for levels that may not be meant.
std::optional<Finding> growth_finding(const CheckedFact& change, const TwoLevels& levels, const TwoLevels& around,
                                      const CheckedDocument& document) {
  const CheckedFact& before = *levels.before;
  const CheckedFact& after = *levels.after;
  const bool factor = is_factor(change);
  const auto growth = growth_between(before, after, change.fact().change.kind, factor);
  if (!growth) return std::nullopt;
  const Interval claimed = claimed_growth(change, factor);
  // "1.9%" of 1.96
  const bool cut_off = change.cut_off && touch(*growth, factor ? *change.cut_off : signed_change(change, *change.cut_off)) != Touch::kApart;
  const bool holds = cut_off || touch(*growth, claimed) != Touch::kApart;
  const bool is_rate = !factor && change.fact().change.kind != ChangeKind::kAbsolute;
  if (holds && is_rate && fits_anything(*growth)) return std::nullopt;
  if (!holds && !is_surely_meant(change, levels, around, document, *growth, claimed)) return std::nullopt;
  Finding finding = make_finding(CheckKind::kGrowth, holds ? Verdict::kHolds : Verdict::kFails,
                                 {{&change, "change"}, {&before, "before"}, {&after, "after"}});
  finding.severity = holds ? Severity::kInfo : Severity::kMedium;
  if (growth->low && claimed.low) finding.gap = holds ? 0 : relative_gap(*growth->low, *claimed.low);
  finding.summary = "The change stated as " + stated(change) + (holds ? " fits" : " differs from") + " the levels " + stated(before) +
                    " and " + stated(after) + " (" + subject_in_words(after) + ")";
  finding.arithmetic =
      change_in_words(before, after) + "; the levels give " + amount(*growth, change.unit) + ", stated " + amount(claimed, change.unit);
  return finding;
}

/// A rate of three digits that two levels make is that of these levels, whatever periods are told.
bool is_telling_rate(const CheckedFact& change, const CheckedFact& before, const CheckedFact& after) {
  constexpr int kTelling = 2;
  const auto exact = [](const CheckedFact& one) { return one.figure().bound == Bound::kExact && significant_digits(one) >= kTelling; };
  return exact(change) && exact(before) && exact(after) && significant_digits(change) + significant_digits(before) > 2 * kTelling &&
         change.fact().change.kind != ChangeKind::kAbsolute && change.fact().change.direction != ChangeDirection::kNone;
}

/// "14.7%" fits two levels by chance in one of hundreds of cases: they may be told in other words.
bool is_long_rate(const CheckedFact& change) {
  constexpr int kLong = 3;
  return change.figure().value && significant_digits(change) >= kLong;
}

/// "Full-year exports" and "exports of gas", of a text that tells of one thing.
bool is_of_one_measure(const CheckedFact& a, const CheckedFact& b) {
  return a.figure().value && b.figure().value && a.unit == b.unit && a.parties == b.parties && !a.fact().measure_id.empty() &&
         a.measure == b.measure && same_flow(a, b) && is_level(a) && is_level(b);
}

/// Growth that fits two levels of one series, of which periods are told otherwise or not at all.
std::vector<Finding> growth_without_periods(const CheckedFact& change, const CheckedDocument& document) {
  std::vector<Finding> holding;
  for (const CheckedFact& after : document.facts) {
    if (!may_grow(change, after)) continue;
    for (const CheckedFact& before : document.facts) {
      const bool told_alike = is_same_series(before, after) || (is_long_rate(change) && is_of_one_measure(before, after));
      if (&before == &after || !told_alike || before.status != after.status || !is_telling_rate(change, before, after)) continue;
      if (after.period && before.period && after.period->begin <= before.period->begin) continue;
      auto finding = growth_finding(change, {&before, &after}, {}, document);
      if (finding && finding->verdict == Verdict::kHolds) holding.push_back(std::move(*finding));
    }
  }
  return holding;
}

/// The rate that stands nearest to the two levels, whatever the parties and measures are taken to be.
std::vector<Finding> growth_from_one_to_the_other(const CheckedFact& change, const CheckedDocument& document) {
  constexpr std::uint32_t kBeside = 40;  // bytes: "shrank by 0.6% to 16.66 from 16.75", "of 0.6%, dropping from 16.75 to 16.66"
  std::vector<Finding> holding;
  if (change.unit != "1" || change.fact().change.direction == ChangeDirection::kNone) return holding;
  for (std::size_t i = 0; i + 1 < document.facts.size(); ++i) {
    const CheckedFact& first = document.facts[i];
    const CheckedFact& second = document.facts[i + 1];
    if (first.sentence != change.sentence || second.sentence != change.sentence) continue;
    const TwoLevels levels = from_and_to(first, second, document, Between::kNothing);
    const bool ahead = i > 0 && &document.facts[i - 1] == &change;
    // "up 2.3% to 21 from 20, with that of old shops up 2.2%"
    const bool has_own = i > 0 && document.facts[i - 1].sentence == change.sentence && document.facts[i - 1].role == FactRole::kChange;
    const bool behind = !has_own && i + 2 < document.facts.size() && &document.facts[i + 2] == &change;
    const std::string_view way = text_between(change, ahead ? first : second, document);
    if (!levels || (!ahead && !behind) || way.size() > kBeside) continue;
    auto finding = growth_finding(change, levels, {}, document);
    if (finding && finding->verdict == Verdict::kHolds) holding.push_back(std::move(*finding));
  }
  return holding;
}

/// Rates of real growth do not follow from levels in current prices.
bool is_real_growth(const CheckedFact& change) { return change.measure == "economy.gdp"; }

/// The change against the levels that it stands beside, whatever they measure and whoever they are of.
std::optional<Finding> growth_beside(const CheckedFact& change, const TwoLevels& around, const CheckedDocument& document) {
  if (!around) return std::nullopt;
  const bool absolute = change.fact().change.kind == ChangeKind::kAbsolute;
  const bool comparable = absolute ? change.unit == around.after->unit : change.unit == "1";
  return comparable ? growth_finding(change, around, around, document) : std::nullopt;
}

/// The rate against the amount of the change and the level that it leads to: what remains without the amount is the level before.
void check_told_twice(const ToldTwice& told, std::vector<Finding>& findings) {
  const bool falls = told.rate->fact().change.direction == ChangeDirection::kDecrease;
  const auto before = falls ? add(told.after->interval, told.amount->interval) : subtract(told.after->interval, told.amount->interval);
  const auto growth = before ? divide(told.amount->interval, *before) : std::nullopt;
  if (!growth || !growth->low || growth->low->is_negative() || !growth->high) return;
  const bool holds = touch(*growth, told.rate->interval) != Touch::kApart;
  if (!holds && told.rate->figure().bound != Bound::kExact) return;
  Finding finding = make_finding(CheckKind::kGrowth, holds ? Verdict::kHolds : Verdict::kFails,
                                 {{told.amount, "amount"}, {told.rate, "change"}, {told.after, "after"}});
  finding.severity = holds ? Severity::kInfo : Severity::kMedium;
  finding.gap = holds ? 0 : relative_gap(*growth->low, told.rate->value());
  finding.summary = "The change stated as " + stated(*told.rate) + (holds ? " fits" : " differs from") + " the change of " +
                    stated(*told.amount) + " to " + stated(*told.after) + " (" + subject_in_words(*told.after) + ")";
  finding.arithmetic = amount(told.amount->value(), told.after->unit) + " on the way to " + amount(told.after->value(), told.after->unit) +
                       " give " + amount(*growth, "1") + ", stated " + amount(told.rate->interval, "1");
  findings.push_back(std::move(finding));
}

/// "Turnover was up [5.1 billion] at 14.4 billion": how much it rose by, and no level that it rose to.
bool is_amount_of_change(const CheckedFact& fact, const CheckedDocument& document) {
  const std::uint32_t begin = fact.row.figure.bytes.begin;
  if (begin <= fact.sentence.begin) return false;
  const std::string_view lead = trimmed(Span{fact.sentence.begin, begin}.of(document.text));
  return lead.ends_with(" up") || lead.ends_with(" down");
}

}  // namespace

/// Every two levels that fit are told; one that does not only where the change stands beside it, or where it is the only one.
std::vector<Finding> growth_findings(const CheckedFact& change, const CheckedDocument& document, const CheckPolicy& policy) {
  std::vector<Finding> holding;
  std::vector<Finding> failing;
  if (change.role != FactRole::kChange || is_real_growth(change)) return holding;
  const TwoLevels around = levels_around(change, document, policy);
  std::size_t pairs = 0;
  for (const CheckedFact& after : document.facts) {
    if (!may_grow(change, after)) continue;
    for (const CheckedFact& before : document.facts) {
      if (&before == &after || before.status != after.status || !is_same_series(before, after)) continue;
      if (!spans(change, before, after) && !is_told_between(change, before, after, document)) continue;
      ++pairs;
      auto finding = growth_finding(change, {&before, &after}, around, document);
      if (finding && finding->verdict == Verdict::kFails && is_base(after, document, policy)) continue;
      if (finding) (finding->verdict == Verdict::kHolds ? holding : failing).push_back(std::move(*finding));
    }
  }
  // Counted from another time than the year before: "rose 22.7% compared to the third quarter ($10.3 million)"
  if (holding.empty()) holding = growth_without_periods(change, document);
  if (holding.empty()) holding = growth_from_one_to_the_other(change, document);
  if (!holding.empty()) return holding;
  if (auto beside = growth_beside(change, around, document)) return {std::move(*beside)};
  return pairs == 1 && failing.size() == 1 ? failing : holding;
}

void check_changes(const CheckedDocument& document, const CheckPolicy& policy, std::vector<Finding>& findings) {
  for (const CheckedFact& fact : document.facts) {
    const bool may_be_level = fact.role != FactRole::kRank && !is_amount_of_change(fact, document);
    if (may_be_level && fact.fact().change.direction != ChangeDirection::kNone) check_directions(fact, document, policy, findings);
    for (Finding& finding : growth_findings(fact, document, policy)) findings.push_back(std::move(finding));
    if (const ToldTwice told = told_twice(fact, document, policy)) check_told_twice(told, findings);
  }
}

}  // namespace attest

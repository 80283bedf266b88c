#include "fact/measure/told.h"

#include <string>
#include <utility>

#include "fact/measure/count.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/thing.h"
#include "fact/measure/worth.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "from [4.44 billion]", "against [5 million]": the other end of a comparison.
bool is_compared(const FigureView& figure) {
  return figure.sentence().is_any(figure.before(), {"from", "to", "vs", "versus", "against", "with", "than", "and"});
}

// "30 schools: [12] in Nairobi, [10] in Mombasa": of what the number before counts, place by place.
bool counts_in_places(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first() || figure.earlier().back().kind != ReadingKind::kCount) return false;
  return sentence.is_any(figure.before(), {":", ","}) && sentence.is_any(figure.end(), {"in", "at", "from"}) &&
         sentence.role(figure.end() + 1) == WordRole::kName;
}

// "$5 billion, [$3 billion] of which were exports", "of which [$3 billion] was Peru's exports": what it is stands behind the verb.
std::optional<MeasureReading> predicate_of_part(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t end = figure.end();
  const bool of_which = sentence.is(end, "of") && sentence.is_any(end + 1, {"which", "them", "these"});
  const std::uint32_t before = figure.before();
  const bool of_this = sentence.is(before, "of") && sentence.is_any(before + 1, {"this", "these"});
  const bool which_first = of_this || (sentence.is(before, "which") && sentence.is(before - 1, "of"));
  const std::uint32_t verb = of_which ? end + 2 : end;
  const bool part = (of_which || which_first) && sentence.is_auxiliary(verb);
  std::uint32_t begin = verb + 1;
  while (part && (sentence.role(begin) == WordRole::kName || sentence.role(begin) == WordRole::kPossessive)) ++begin;
  const TokenRange named = part ? phrase_at(sentence, begin) : TokenRange{};
  const FoundEntry* measure = named.begin < named.end ? measure_ending_at(sentence, named.end) : nullptr;
  if (measure == nullptr) return std::nullopt;
  MeasureReading reading = listed_measure(sentence, *measure, verb + 1);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "has frozen [3 billion lira] of payments": what the figure is of stands behind it.
std::optional<MeasureReading> named_behind(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t of = figure.behind_conversion();
  const TokenRange named = figure.is_amount() && sentence.is(of, "of") ? phrase_at(sentence, of + 1) : TokenRange{};
  if (named.begin >= named.end || sentence.role(named.end - 1) != WordRole::kContent) return std::nullopt;
  MeasureReading own = measure_of_phrase(sentence, named);
  own.rule = "fact.of_phrase";
  return own;
}

// Those counted have a value that the lists name.
bool has_value(const MeasureReading& counted) { return counted.id == "agreements.count" || counted.id == "investment.projects"; }

// What the figure says of the reading that it goes on with: a share of it, its value, or the level behind its growth.
MeasureReading told_by_figure(const FigureView& figure, const MeasureReading& from) {
  const Quantity quantity = figure.quantity();
  MeasureReading reading = has_value(from) && quantity == Quantity::kMoney ? value_of_counted(figure.sentence(), from) : from;
  const bool is_part = is_share(quantity) && (!figure.value() || *figure.value() < Decimal(1) || quantity == Quantity::kPercent);
  if (is_part && !figure.is_first() && &from == &figure.earlier().back() && from.kind == ReadingKind::kCount) {
    reading = share_of(from, from.phrase);  // "7,500 jobs, about one in ten"
    reading.level_id = from.id;
  }
  // "needs $85 million, but only [30 percent] has been received"
  const bool of_amount = quantity == Quantity::kPercent && reading.kind == ReadingKind::kLevel &&
                         (from.quantity == Quantity::kMoney || from.quantity == Quantity::kMeasure);
  if (of_amount) reading = share_of(from, from.phrase);
  // "This is more than [twice] as much as in 2021"
  const bool multiplies = quantity == Quantity::kRatio && figure.sentence().is_any(figure.end() - 1, {"times", "twice", "thrice"}) &&
                          (reading.kind == ReadingKind::kLevel || reading.kind == ReadingKind::kValue) && from.quantity != quantity;
  if (multiplies) return growth_of(std::move(reading));
  // "grew by 240 in Chad and [20] in Niger"
  const bool also_changed = reading.quantity == quantity && figure.sentence().is_any(figure.before(), {"and", ","});
  const bool returns_to_level = (!also_changed && reading.kind == ReadingKind::kGrowth && figure.tells_level() &&
                                 !(figure.is_relative() && reading.quantity == quantity)) ||
                                (reading.kind == ReadingKind::kShare && !is_share(quantity));
  return returns_to_level ? level_of(std::move(reading)) : reading;
}

}  // namespace

std::optional<MeasureReading> counted_on(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool counts = figure.is_first() && figure.context() != nullptr && figure.context()->kind == ReadingKind::kCount;
  if (!counts || figure.quantity() != Quantity::kCount || !figure.noun().empty()) return std::nullopt;
  const std::uint32_t begin = sentence.tokens().begin;
  const bool another = figure.begin() > begin && sentence.is_any(figure.begin() - 1, {"another", "further"});
  const bool more = sentence.is_any(figure.end(), {"more", "others"});
  const bool of_those = sentence.is_any(begin, {"of", "among"}) && sentence.is_any(begin + 1, {"these", "them", "those", "which"});
  const bool acts = sentence.role(figure.end() + (more ? 1 : 0)) == WordRole::kVerb;
  return acts && (another || more || of_those) ? std::optional(taken_over(*figure.context(), "fact.inherited")) : std::nullopt;
}

namespace {

// "The bank put growth in Peru at [3 percent]": the economy's, or that of what is told of.
std::optional<MeasureReading> growth_put_at(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_relative()) return std::nullopt;
  for (std::uint32_t verb = figure.before(); verb > figure.clause().begin; --verb) {
    if (!sentence.is_any(verb - 1, {"put", "puts", "sees", "pegged"})) continue;
    const TokenRange object = phrase_at(sentence, behind_dates(sentence, verb));
    const bool growth =
        object.begin < object.end && sentence.is(object.end - 1, "growth") && measure_ending_at(sentence, object.end) == nullptr;
    std::uint32_t owner = object.begin;  // "Peru's"
    while (owner < object.end && (sentence.role(owner) == WordRole::kName || sentence.role(owner) == WordRole::kPossessive)) ++owner;
    if (!growth || owner + 1 != object.end || complement_end(sentence, object.end) != figure.before()) return std::nullopt;
    MeasureReading reading = growth_told_of(figure);
    reading.phrase_tokens = {object.begin, figure.before()};
    reading.inherited = false;
    return reading;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MeasureReading> put_at(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.has_before() && sentence.is(figure.before(), "at")) {
    if (auto growth = growth_put_at(figure)) return growth;
  }
  if (!figure.has_before() || !sentence.is(figure.before(), "at") || figure.before() < figure.clause().begin + 3) return std::nullopt;
  const std::uint32_t object = figure.before() - 1;
  const bool the_figure =
      sentence.is_any(object, {"figure", "number", "total", "amount"}) && sentence.is_any(object - 1, {"the", "this", "that"});
  if (!the_figure && !sentence.is_any(object, {"it", "this"})) return std::nullopt;
  const std::uint32_t verb = object - (the_figure ? 2 : 1);
  if (!sentence.is_any(verb, {"put", "puts", "place", "places", "estimate", "estimates"})) return std::nullopt;
  const MeasureReading* told = figure.last_told();
  const bool fits = told != nullptr && told->kind != ReadingKind::kNone && told->quantity == figure.quantity();
  return fits ? std::optional(taken_over(*told, "fact.inherited")) : std::nullopt;
}

std::optional<MeasureReading> partner_in_trade(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool measured =
      figure.quantity() == Quantity::kMeasure && figure.told().trade && figure.told().trade->quantity == Quantity::kMeasure;
  if ((figure.quantity() != Quantity::kMoney && !measured) || last_measure(sentence, figure.floor(), figure.begin())) return std::nullopt;
  if (!sentence.is_any(figure.before(), {"with", "taking", "took", "takes", "buying", "absorbing", "at"})) return std::nullopt;
  if (sentence.is(figure.before() - 1, "compared")) return std::nullopt;
  bool partner = false;
  bool product = false;
  for (const FoundEntry& role : sentence.words(FactList::kTradeRole)) {
    if (role.tokens.begin >= figure.begin()) break;
    partner = partner || role.cell(kPart) == "partner";
    product = product || role.cell(kPart) == "product";
  }
  for (std::uint32_t token = sentence.tokens().begin; token < figure.begin(); ++token)
    product = product || (sentence.is(token, "followed") && sentence.is(token + 1, "with"));
  // "was the largest partner with [$7 million] in trade volume"
  auto named = partner ? of_phrase_behind(figure) : std::nullopt;
  if (named && named->id.starts_with("trade.")) return named;
  const MeasureReading* whole = partner ? flow_told_of(figure) : nullptr;
  if (whole == nullptr && product && figure.is_first() && figure.told().divisible) whole = &*figure.told().divisible;
  if (whole == nullptr) return std::nullopt;
  return taken_over(*whole, "fact.partner");
}

std::optional<MeasureReading> contribution(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || !figure.has_before() || figure.before() <= figure.clause().begin) return std::nullopt;
  const FoundEntry* earns = sentence.covering(FactList::kEarningVerb, figure.before());
  const bool contributes = earns != nullptr && earns->tokens.end == figure.before() + 1;
  if (!contributes || last_measure(sentence, figure.floor(), figure.before())) return std::nullopt;
  // "earned [$3 billion] from its copper sales": of what is named there
  const TokenRange source = sentence.is(figure.end(), "from") ? phrase_at(sentence, figure.end() + 1) : TokenRange{};
  if (source.begin < source.end && measure_ending_at(sentence, source.end) != nullptr) return std::nullopt;
  if (!figure.told().divisible || figure.told().divisible->id == "company.revenue") return std::nullopt;
  MeasureReading reading = *figure.told().divisible;
  const TokenRange product = phrase_before(sentence, earns->tokens.begin, figure.floor());
  const std::string name = base_form(sentence, product, false);
  const std::string whole = reading.phrase.substr(0, reading.phrase.find(" of "));
  if (!name.empty()) reading.phrase = whole.substr(whole.rfind(' ') + 1) + " of " + name;
  return taken_over(std::move(reading), "fact.contribution");
}

std::optional<MeasureReading> inherited(const FigureView& figure) {
  if (auto predicate = predicate_of_part(figure)) return predicate;
  const MeasureReading* from = reading_to_inherit(figure);
  if (from == nullptr) return std::nullopt;
  const bool from_context = from == figure.context();
  const bool is_bare = figure.quantity() == Quantity::kCount && figure.noun().empty();
  if (is_bare && from_context && !is_compared(figure)) return std::nullopt;
  if (auto own = from_context ? named_behind(figure) : std::nullopt) return own;
  const bool counts = from->kind == ReadingKind::kCount && from->quantity == Quantity::kCount;
  if (counts && from_context && !has_value(*from) && figure.quantity() == Quantity::kMoney) return std::nullopt;  // no sum of those counted
  // "to $11.8 billion (that is, by [8%])"
  const bool changes = figure.quantity() == Quantity::kPercent && figure.sentence().is(figure.before(), "by");
  // "We expect it to grow by [10 percent]"
  const bool moves = changes && figure.moved_before(figure.before());
  if (changes && from->kind == ReadingKind::kLevel && (moves || !figure.is_first())) return growth_of(*from);
  MeasureReading reading = told_by_figure(figure, *from);
  // "2,300 houses destroyed and [8,000] damaged"
  const std::string done = is_bare && from->kind == ReadingKind::kCount ? participle_behind(figure, figure.end()) : std::string();
  const std::size_t before = reading.phrase.rfind(' ');
  if (!done.empty() && before != std::string::npos && reading.phrase.ends_with("ed"))
    reading.phrase.replace(before + 1, std::string::npos, done);
  // A number without a noun goes on with a known measure only, or as the other end of a comparison.
  const bool goes_on = is_compared(figure) || counts_in_places(figure);
  if (figure.quantity() == Quantity::kCount && reading.id.empty() && done.empty() && !goes_on) return std::nullopt;
  reading = taken_over(std::move(reading), "fact.inherited");
  if (figure.told().named && from == &*figure.told().named) {  // of no figure, and so of nobody's parties
    reading.inherited = false;
    reading.phrase_tokens = {};
  }
  return reading;
}

}  // namespace attest::measure

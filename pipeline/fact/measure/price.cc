#include "fact/measure/price.h"

#include <string>
#include <utility>

#include "fact/figure_dimension.h"
#include "fact/measure/phrase.h"
#include "fact/measure/subject.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// The thing with a price of its own that is what the clause is about: the head of a phrase that completes nothing and has a
// verb behind it. "Copper rose", but not "exports of copper rose" or "copper exports rose".
const FoundEntry* priced_subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t floor = subject_floor(figure);
  for (const FoundEntry& thing : sentence.words(FactList::kPricedThing)) {
    if (thing.tokens.end > figure.begin()) break;
    if (thing.tokens.begin < floor) continue;
    const std::uint32_t next = thing.tokens.end;
    const bool is_head = next < figure.begin() && sentence.role(next) != WordRole::kContent && !sentence.is(next, "of");
    const bool of_whole = thing.cell(1) == "share price" && figure.quantity() == Quantity::kPercent && sentence.is(next, "in");
    if (!is_head || of_whole) continue;  // "Chad's share in trade rose to [6 percent]"
    // "The largest share is that of Peru, [$5 million]"
    const bool of_all = sentence.is(thing.tokens.begin, "share") && thing.tokens.end == thing.tokens.begin + 1 &&
                        sentence.is_any(thing.tokens.begin - 1, {"largest", "biggest", "greatest", "main", "major", "highest"});
    // "with their share totaling [50%] of trade": what moves is a price, and no part
    const std::uint32_t verb = verb_before(sentence, figure.begin(), next);
    const bool part =
        thing.cell(1) == "share price" && figure.quantity() == Quantity::kPercent && verb < figure.begin() &&
        sentence.is_any(verb, {"total", "totaled", "totaling", "totalled", "totalling", "amount", "amounted", "equal", "equaled"});
    if (of_all || part) continue;
    const std::uint32_t begin = phrase_begin(sentence, thing.tokens.begin, floor);
    if (begin > sentence.tokens().begin && sentence.is_any(begin - 1, {"of", "in", "for", "on", "with", "from", "against", "to"})) continue;
    if (verb_before(sentence, figure.begin(), next) < figure.begin()) return &thing;
  }
  return nullptr;
}

// "rose [5%]", "was [12 points] higher", but "closed at [3,172 points]".
bool tells_change(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_points()) return figure.is_relative();
  const std::uint32_t next = figure.end() + (sentence.is_any(figure.end(), {"point", "points"}) ? 1 : 0);
  return figure.moves_by() || sentence.covering(FactList::kChangeNoun, next) != nullptr ||
         sentence.covering(FactList::kComparative, next) != nullptr;
}

// "Grain exports doubled, flour rose [30%] to 600,000 tons": of the flow that is told of, by weight.
bool is_next_of_goods(const FigureView& figure) {
  if (figure.is_first()) return false;
  const MeasureReading& told = figure.earlier().back();
  const std::string& id = told.id.empty() ? told.level_id : told.id;
  const bool of_goods = id == "trade.exports" || id == "trade.imports" || id == "economy.production";
  return of_goods &&
         (figure.quantity() == Quantity::kMeasure || (figure.has_next() && figure.record(figure.next()).quantity == Quantity::kMeasure));
}

// "Norvale added [35 cents] to $9.05": what moves by so little is the price of a company's share.
std::optional<MeasureReading> share_price_moved(const FigureView& figure) {
  constexpr int kDearestMove = 1000;  // in any currency
  const bool little = figure.dimension() == Dimension::kMoney && figure.value() && *figure.value() < Decimal(kDearestMove);
  // "Norvale jumped [5%] to $35.50"
  const bool to_price = figure.quantity() == Quantity::kPercent && figure.has_next() && figure.sentence().is(figure.end(), "to") &&
                        figure.next().tokens.begin == figure.end() + 1 && figure.record(figure.next()).quantity == Quantity::kMoney &&
                        figure.record(figure.next()).value && *figure.record(figure.next()).value < Decimal(kDearestMove);
  if (!(little || to_price) || figure.sentence().covering(FactList::kMovement, figure.before()) == nullptr) return std::nullopt;
  const std::uint32_t verb = verb_before(figure.sentence(), figure.begin(), figure.clause().begin);
  if (!names_company(figure, subject_end(figure, verb))) return std::nullopt;
  return growth_of(reading_named(ReadingKind::kLevel, "economy.price", "share price", {}));
}

// "expects the company to earn [$7.50 a share]"
std::optional<MeasureReading> earned_by_share(const FigureView& figure) {
  const FoundEntry* verb = figure.sentence().covering(FactList::kMeasureVerb, figure.before());
  if (verb == nullptr || verb->cell(kId) != "company.profit") return std::nullopt;
  return reading_named(ReadingKind::kLevel, "company.earnings_per_share", "earnings per share", "fact.verb");
}

// "in the merger", "under its offer": what is paid buys the shares.
bool buys_shares(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.context() != nullptr && figure.context()->id == "company.deal_value") return true;
  for (std::uint32_t token = sentence.tokens().begin; token < sentence.tokens().end; ++token) {
    if (sentence.is_any(token, {"merger", "offer", "takeover", "transaction", "proposal", "deal", "acquisition", "option", "stock"}))
      return true;
  }
  return false;
}

// "will pay shareholders [€0.85 a share]", "its shareholders will receive [85 cents per share]"
std::optional<MeasureReading> paid_to_shareholders(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  bool holders = false;
  bool pays = false;
  for (std::uint32_t token = figure.clause().begin; token < figure.begin(); ++token) {
    holders = holders || sentence.is_any(token, {"shareholders", "stockholders", "investors", "owners"});
    pays = pays || sentence.is_any(token, {"pay", "pays", "paid", "paying", "receive", "receives", "received", "get", "distribute"});
  }
  const bool told = holders && pays && verb_before(sentence, figure.begin(), figure.floor()) < figure.begin();
  if (!told || buys_shares(figure)) return std::nullopt;
  return reading_named(ReadingKind::kLevel, "company.dividend", "dividend", "fact.verb");
}

}  // namespace

std::optional<MeasureReading> price_of_thing(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const Dimension dimension = figure.dimension();
  const bool is_rate = dimension == Dimension::kBare || dimension == Dimension::kPrice || dimension == Dimension::kMoney;
  if (!is_rate && !figure.is_relative()) return std::nullopt;
  const FoundEntry* thing = priced_subject(figure);
  if (thing == nullptr) return share_price_moved(figure);
  if (is_next_of_goods(figure)) return std::nullopt;
  if (sentence.is(thing->tokens.end, ")")) return std::nullopt;  // "the main seller of fuel (oil and gas)"
  if (thing->tokens.begin > figure.clause().begin && sentence.is(thing->tokens.begin - 1, "same")) return std::nullopt;  // "the same index"
  // "Gold accounted for [32 percent] of exports": no price moves.
  const bool shares = sentence.last_before(FactList::kShareVerb, figure.begin(), thing->tokens.end) != nullptr;
  // "Its share fell to [15.8 percent]": no price is in percent.
  const bool level = figure.quantity() == Quantity::kPercent &&
                     (sentence.is_any(figure.before(), {"to", "at"}) ||
                      (sentence.is_auxiliary(figure.before()) && sentence.covering(FactList::kMovement, figure.end()) == nullptr));
  if ((figure.is_relative() && shares) || level) return std::nullopt;
  const std::uint32_t floor = subject_floor(figure);
  const auto named = last_measure(sentence, floor, figure.begin());
  const bool names_another = named && named->id != "company.shares" && named->id != "economy.stocks" && named->id != "economy.price";
  const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, figure.before());
  if (sentence.is(figure.before(), "worth")) return std::nullopt;
  const bool other_verb = verb != nullptr && sentence.covering(FactList::kMovement, figure.before()) == nullptr && !figure.is_relative();
  if (names_another || other_verb) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = thing->cell(0);
  const std::uint32_t begin = phrase_begin(sentence, thing->tokens.begin, floor);
  const bool of_shares = thing->cell(1) == "share price" || thing->cell(0) == "market.index";
  // "the food index"
  const bool named_index = thing->cell(0) == "market.index" && begin < thing->tokens.begin;
  if (named_index && sentence.role(thing->tokens.begin - 1) != WordRole::kName) {
    reading.id = {};
    reading.phrase = base_form(sentence, {begin, thing->tokens.end}, false);
  }
  reading.phrase = !reading.phrase.empty() ? reading.phrase
                   : of_shares             ? std::string(thing->cell(1))
                                           : std::string(thing->cell(1)) + " of " + base_form(sentence, {begin, thing->tokens.end}, false);
  reading.phrase_tokens = {begin, complement_end(sentence, thing->tokens.end)};
  if (tells_change(figure) || (dimension == Dimension::kMoney && figure.moves_by())) reading = growth_of(std::move(reading));
  reading.rule = "fact.price";
  return reading;
}

std::optional<MeasureReading> price_by_unit(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.dimension() != Dimension::kPrice) return std::nullopt;
  if (figure.unit().find("share") != std::string::npos) {
    if (auto dividend = paid_to_shareholders(figure)) return dividend;
    return earned_by_share(figure);
  }
  auto named = last_measure(sentence, figure.floor(), figure.begin());
  const bool costs = sentence.is_any(figure.before(), {"cost", "costs", "costing"});
  const bool is_named = named && !costs &&
                        (named->id == "economy.price" || named->id == "trade.tariff" || named->id == "project.value" ||
                         named->id == "economy.wages" || named->id == "company.costs" || named->id == "economy.taxes");
  if (is_named) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "economy.price";
  reading.phrase = "price";
  reading.same_parties = !figure.is_first();
  if (figure.context() != nullptr && figure.is_first() && figure.context()->id == "economy.price")
    reading.phrase = figure.context()->phrase;
  reading.rule = "fact.price";
  return reading;
}

}  // namespace attest::measure

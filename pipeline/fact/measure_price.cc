// Prices that go unnamed: "palladium lost $9", "Brent crude closed at $70.58", "$470 a tonne".
#include <algorithm>
#include <string>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// The thing with a price of its own that is what the clause is about: the head of a phrase that completes nothing and has a
// verb behind it. "Copper rose", but not "exports of copper rose" or "copper exports rose".
const FoundEntry* MeasureFinder::priced_subject() const {
  const std::uint32_t floor = subject_floor();
  for (const FoundEntry& thing : sentence_->words(FactList::kPricedThing)) {
    if (thing.tokens.end > at_.tokens.begin) break;
    if (thing.tokens.begin < floor) continue;
    const std::uint32_t next = thing.tokens.end;
    const bool is_head = next < at_.tokens.begin && sentence_->role(next) != WordRole::kContent && !sentence_->is(next, "of");
    const bool of_whole = thing.cell(1) == "share price" && figure().quantity == Quantity::kPercent && sentence_->is(next, "in");
    if (!is_head || of_whole) continue;  // "Chad's share in trade rose to [6 percent]"
    const std::uint32_t begin = phrase_begin(*sentence_, thing.tokens.begin, floor);
    if (begin > sentence_->tokens().begin && sentence_->is_any(begin - 1, {"of", "in", "for", "on", "with", "from", "against", "to"}))
      continue;
    if (verb_before(*sentence_, at_.tokens.begin, next) < at_.tokens.begin) return &thing;
  }
  return nullptr;
}

bool MeasureFinder::moves_by() const {
  if (sentence_->covering(FactList::kMovement, before_) != nullptr) return true;
  return sentence_->is(before_, "by") && sentence_->covering(FactList::kMovement, significant_before(before_)) != nullptr;
}

std::optional<MeasureReading> MeasureFinder::price_of_thing() {
  const Dimension dimension = dimension_of(figure());
  const bool is_rate = dimension == Dimension::kBare || dimension == Dimension::kPrice || dimension == Dimension::kMoney;
  if (!is_rate && !is_relative()) return std::nullopt;
  const FoundEntry* thing = priced_subject();
  if (thing == nullptr) return std::nullopt;
  if (thing->tokens.begin > clause_.begin && sentence_->is(thing->tokens.begin - 1, "same")) return std::nullopt;  // "the same index"
  // "Gold accounted for [32 percent] of exports": no price moves.
  const bool shares = sentence_->last_before(FactList::kShareVerb, at_.tokens.begin, thing->tokens.end) != nullptr;
  // "Its share fell to [15.8 percent]": no price is in percent.
  const bool level = figure().quantity == Quantity::kPercent &&
                     (sentence_->is_any(before_, {"to", "at"}) ||
                      (sentence_->is_auxiliary(before_) && sentence_->covering(FactList::kMovement, at_.tokens.end) == nullptr));
  if ((is_relative() && shares) || level) return std::nullopt;
  const std::uint32_t floor = subject_floor();
  const auto named = last_measure(*sentence_, floor, at_.tokens.begin);
  const bool names_another = named && named->id != "company.shares" && named->id != "economy.stocks" && named->id != "economy.price";
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, before_);
  if (sentence_->is(before_, "worth")) return std::nullopt;
  const bool other_verb = verb != nullptr && sentence_->covering(FactList::kMovement, before_) == nullptr && !is_relative();
  if (names_another || other_verb) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = thing->cell(0);
  const std::uint32_t begin = phrase_begin(*sentence_, thing->tokens.begin, floor);
  const bool of_shares = thing->cell(1) == "share price" || thing->cell(0) == "market.index";
  // "the food index"
  const bool named_index = thing->cell(0) == "market.index" && begin < thing->tokens.begin;
  if (named_index && sentence_->role(thing->tokens.begin - 1) != WordRole::kName) {
    reading.id = {};
    reading.phrase = base_form(*sentence_, {begin, thing->tokens.end}, false);
  }
  reading.phrase = !reading.phrase.empty() ? reading.phrase
                   : of_shares             ? std::string(thing->cell(1))
                               : std::string(thing->cell(1)) + " of " + base_form(*sentence_, {begin, thing->tokens.end}, false);
  reading.phrase_tokens = {begin, complement_end(*sentence_, thing->tokens.end)};
  if (is_relative() || (dimension == Dimension::kMoney && moves_by())) reading = growth_of(std::move(reading));
  reading.rule = "fact.price";
  return reading;
}

// "expects the company to earn [$7.50 a share]"
std::optional<MeasureReading> MeasureFinder::earned_by_share() const {
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, before_);
  if (verb == nullptr || verb->cell(kId) != "company.profit") return std::nullopt;
  return reading_named(ReadingKind::kLevel, "company.earnings_per_share", "earnings per share", "fact.verb");
}

// "at about $470 a tonne": money a unit of weight or volume is a price, whatever else the clause tells of.
std::optional<MeasureReading> MeasureFinder::price_by_unit() {
  if (dimension_of(figure()) != Dimension::kPrice) return std::nullopt;
  if (figure().unit.find("share") != std::string::npos) return earned_by_share();
  auto named = last_measure(*sentence_, floor_, at_.tokens.begin);
  const bool costs = sentence_->is_any(before_, {"cost", "costs", "costing"});
  const bool is_named = named && !costs &&
                        (named->id == "economy.price" || named->id == "trade.tariff" || named->id == "project.value" ||
                         named->id == "economy.wages" || named->id == "company.costs" || named->id == "economy.taxes");
  if (is_named) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "economy.price";
  reading.phrase = "price";
  reading.same_parties = index_ > 0;
  if (context_ != nullptr && index_ == 0 && context_->id == "economy.price") reading.phrase = context_->phrase;
  reading.rule = "fact.price";
  return reading;
}

}  // namespace attest

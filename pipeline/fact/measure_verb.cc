// Figures that their verb tells of: "invested $5 billion", "$11 billion will be invested", "bought 8 million kg of tea".
#include <algorithm>
#include <string>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

MeasureReading MeasureFinder::verb_reading(const FoundEntry& verb, std::uint32_t completed_from) const {
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = verb.cell(kId);
  reading.flow = flow_named(verb.cell(kFlow));
  reading.phrase = verb.cell(kBase);
  reading.from_verb = true;
  if (reading.id == "trade.exports") reading.share_id = "trade.share_of_exports";
  if (reading.id == "trade.imports") reading.share_id = "trade.share_of_imports";
  // Another figure's words, another name of the unit, or what for: "spent $5 million to help transform towns".
  const bool purpose =
      sentence_->is(completed_from, "to") && sentence_->role(completed_from + 1) == WordRole::kContent && reading.id != "debt.amount";
  const bool joins = purpose || sentence_->is_any(completed_from, {"and", "&", "("});
  if (sentence_->is(completed_from, "worth") && sentence_->is(completed_from + 1, "of")) completed_from += 2;  // "worth of Peruvian goods"
  const TokenRange completed{completed_from, joins ? completed_from : complement_end(*sentence_, completed_from)};
  reading.phrase_tokens = completed;
  if (const std::string object = base_form(*sentence_, completed, false); !object.empty()) reading.phrase += " " + object;
  return reading;
}

// "imported from Peru | 20,400 tons": over the other end of what flows, between a verb and its object; `end` where none stands there.
std::uint32_t MeasureFinder::before_other_end(std::uint32_t end) const {
  std::uint32_t name = end;
  while (name > floor_ && sentence_->role(name - 1) == WordRole::kName) --name;
  if (name == end) return end;
  while (name > floor_ && sentence_->role(name - 1) == WordRole::kDeterminer) --name;
  return name > floor_ && sentence_->is_any(name - 1, {"from", "to", "into"}) ? name - 1 : end;
}

// The verb right before the figure, or before whom it gives to: "invested [$5 billion]", "lent Kenya [$240 million]".
const FoundEntry* MeasureFinder::verb_of_object() const {
  if (before_ == sentence_->tokens().end || before_ < floor_) return nullptr;
  const Dimension dimension = dimension_of(figure());
  const auto fitting = [&](std::uint32_t token) -> const FoundEntry* {
    const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
    const bool suits = verb != nullptr && verb->tokens.begin >= floor_ && fits(dimension, verb->cell(kVerbUnit));
    // "It needs [1.2 million]": doses as well as dollars.
    const bool more = sentence_->is(at_.tokens.end, "more");
    const bool open =
        suits && dimension == Dimension::kBare && (verb->cell(kBase) == "funding need" || (more && verb->cell(kVerbUnit) == "money"));
    return suits && !open ? verb : nullptr;
  };
  if (const FoundEntry* verb = fitting(before_)) return verb;
  if (const std::uint32_t end = before_other_end(before_ + 1); end <= before_) {
    if (const FoundEntry* verb = end > floor_ ? fitting(end - 1) : nullptr; verb != nullptr && verb->cell(kFlow) != "none") return verb;
  }
  if (dimension != Dimension::kMoney) return nullptr;
  constexpr std::uint32_t kLongestReceiver = 6;  // tokens
  std::uint32_t receiver = before_ + 1;
  while (receiver > floor_ && before_ + 1 - receiver < kLongestReceiver &&
         (sentence_->role(receiver - 1) == WordRole::kName || sentence_->role(receiver - 1) == WordRole::kContent ||
          sentence_->role(receiver - 1) == WordRole::kDeterminer || sentence_->role(receiver - 1) == WordRole::kPronoun))
    --receiver;
  if (receiver == before_ + 1 || receiver <= floor_) return nullptr;
  const FoundEntry* verb = fitting(receiver - 1);
  const bool gives =
      verb != nullptr && (verb->cell(kFlow) == "lend" || verb->cell(kId) == "finance.amount" || verb->cell(kId) == "debt.amount" ||
                          verb->cell(kId) == "company.payment" || verb->cell(kId) == "project.value" || verb->cell(kBase) == "fine");
  return gives ? verb : nullptr;
}

// "Egypt bought [8.5 million kg] of tea": what states buy by weight, volume or energy is imported.
bool MeasureFinder::buys_goods_abroad(const FoundEntry& verb) const {
  const Dimension dimension = dimension_of(figure());
  const bool goods = dimension == Dimension::kMass || dimension == Dimension::kEnergy || dimension == Dimension::kVolume;
  return goods && is_bought_by_state(verb);
}

// What the verb calls a purchase.
void MeasureFinder::take_as_imports(MeasureReading& reading) {
  reading.id = "trade.imports";
  reading.share_id = "trade.share_of_imports";
  reading.flow = Flow::kIn;
  reading.phrase.replace(0, reading.phrase.find(' '), "imports");
}

bool MeasureFinder::is_bought_by_state(const FoundEntry& verb) const {
  if (verb.tokens.begin <= clause_.begin) return false;
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    return party.kind == Party::Kind::kCountry && !party.adjective && !party.city && party.tokens.end == verb.tokens.begin;
  });
}

// "will invest $6 billion in a battery project"; "received $8 billion of investment" tells of investment.
std::optional<MeasureReading> MeasureFinder::object_of_verb() {
  const FoundEntry* verb = is_relative() ? nullptr : verb_of_object();
  if (verb == nullptr) return std::nullopt;
  const bool is_transfer =
      verb->cell(kId).starts_with("finance.") || verb->cell(kId) == "company.payment" || verb->cell(kId) == "aid.amount";
  if (auto object = is_transfer ? of_phrase_behind() : std::nullopt) return object;
  // "attracted $5 billion in foreign direct investment"
  auto invested = verb->cell(kId) == "investment.flow" ? of_phrase_behind() : std::nullopt;
  if (invested && invested->id.starts_with("investment.")) return invested;
  const bool earns = verb->cell(kId) == "company.profit" || verb->cell(kId) == "company.revenue";
  const auto named = earns ? last_measure(*sentence_, floor_, verb->tokens.begin) : std::nullopt;
  if (named && (named->id.starts_with("trade.") || named->id == "cargo.volume")) return std::nullopt;  // "shipments earned $5 billion"
  if (verb->cell(kId) == "economy.spending" && sentence_->is(at_.tokens.end, "on")) {
    const TokenRange goal = phrase_at(*sentence_, at_.tokens.end + 1);
    const FoundEntry* listed = goal.begin < goal.end ? measure_ending_at(*sentence_, goal.end) : nullptr;
    if (listed != nullptr && listed->cell(kId) == "trade.imports") {
      MeasureReading imports = listed_measure(*sentence_, *listed, goal.begin);
      imports.rule = "fact.verb";
      return imports;
    }
  }
  MeasureReading reading = verb_reading(*verb, behind_conversion());
  // "booked 747 orders and delivered [800]": of what is ordered, no cargo
  const bool bare = dimension_of(figure()) == Dimension::kBare && index_ > 0 && earlier_.back().kind == ReadingKind::kCount;
  if (bare && reading.id == "cargo.volume") reading.id.clear();
  // "bought [$1.2 billion] of Kenyan goods"
  const TokenRange bought = sentence_->is(at_.tokens.end, "of") ? phrase_at(*sentence_, at_.tokens.end + 1) : TokenRange{};
  const bool foreign = std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    return party.adjective && party.tokens.begin == bought.begin && party.tokens.end < bought.end;
  });
  if (verb->cell(kId) == "company.deal_value" && (foreign || buys_goods_abroad(*verb))) {
    take_as_imports(reading);
  }
  // "offered [$26 billion] for Norvale": a bid for a body.
  const bool bids = verb->cell(kId) == "finance.amount" && sentence_->is(at_.tokens.end, "for") &&
                    std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
                      return party.kind == Party::Kind::kOrganisation && party.tokens.begin == at_.tokens.end + 1;
                    });
  if (bids) {
    reading.id = "company.deal_value";
    reading.phrase = "offer";
  }
  constexpr std::uint32_t kReach = 6;  // tokens
  bool abroad = false;
  for (std::uint32_t next = at_.tokens.end; next < std::min(at_.tokens.end + kReach, clause_.end); ++next)
    abroad = abroad || sentence_->is_any(next, {"abroad", "overseas"});
  if (reading.id == "economy.sales" && abroad) {
    reading.id = "trade.exports";
    reading.flow = Flow::kOut;
    reading.share_id = "trade.share_of_exports";
    reading.phrase.replace(0, reading.phrase.find(' '), "exports");
  }
  reading.rule = "fact.verb";
  return reading;
}

// "$11 billion will be invested in the fund", "$1.2 trillion invested across 147 countries".
std::optional<MeasureReading> MeasureFinder::passive() {
  std::uint32_t next = at_.tokens.end;
  if (sentence_->is(next, "(") && index_ + 1 < sentence_->figures().size()) next = sentence_->figures()[index_ + 1].tokens.end + 1;
  if (figure().quantity == Quantity::kCount && sentence_->is_any(next, {"more", "others"})) ++next;
  const bool worth = sentence_->is(next, "worth");
  if (worth) next = phrase_at(*sentence_, next + (sentence_->is(next + 1, "of") ? 2 : 1)).end;  // "worth goods were"
  if (worth && !sentence_->is_auxiliary(next)) return std::nullopt;
  while (next < clause_.end && sentence_->is_auxiliary(next)) ++next;
  const FoundEntry* verb = next < clause_.end ? sentence_->covering(FactList::kMeasureVerb, next) : nullptr;
  const bool passive = verb != nullptr && fits(dimension_of(figure()), verb->cell(kVerbUnit)) &&
                       (sentence_->view().word(next).ends_with("ed") || next > at_.tokens.end);
  // "a credit of [$5 million] will pay for a road": the money itself acts.
  const bool acts = figure().quantity == Quantity::kMoney && verb != nullptr && next > at_.tokens.end &&
                    !sentence_->view().word(next).ends_with("ed") && sentence_->is_any(next - 1, {"will", "would", "could", "can"});
  if (!passive || acts) return std::nullopt;
  MeasureReading reading = verb_reading(*verb, next + 1);
  reading.rule = "fact.passive";
  return reading;
}

}  // namespace attest

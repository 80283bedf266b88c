// Figures that belong to a noun next to them: attributes, what something is worth.
#include <algorithm>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// "62 projects worth $8.7 billion".
std::optional<MeasureReading> MeasureFinder::value_of_thing() {
  if (!is_amount() || before_ == sentence_->tokens().end) return std::nullopt;
  const auto worth = lexicon_->ending_at(sentence_->view(), FactList::kWorthWord, before_ + 1, clause_.begin);
  if (!worth) return std::nullopt;
  const std::uint32_t named = phrase_begin(*sentence_, worth->tokens.begin, floor_);
  // "ordered 14 ferries in a deal worth $5 million"
  const bool of_other = named > floor_ && named < worth->tokens.begin && sentence_->is_any(named - 1, {"a", "an"});
  if (index_ > 0 && earlier_[index_ - 1].kind == ReadingKind::kCount && !of_other) {
    if (figure().quantity == Quantity::kCount) return taken_over(earlier_[index_ - 1], "fact.worth");  // "a month, totalling [400]"
    MeasureReading reading = value_of_counted(earlier_[index_ - 1]);
    const std::string_view size = figure().quantity == Quantity::kMoney ? "" : attribute_name(dimension_of(figure()));
    if (!size.empty()) {
      reading.phrase = std::string(size) + " of " + earlier_[index_ - 1].phrase + "s";
      reading.id = size == "capacity" ? "company.capacity" : "";
    }
    return reading;
  }
  if (auto carried = value_of_load(worth->tokens.begin)) return carried;
  if (auto traded = passive(); traded && (traded->id == "trade.exports" || traded->id == "trade.imports")) {
    traded->rule = "fact.worth";  // "goods worth [$5 million] were exported"
    return traded;
  }
  // "Damage to the port, which serves two states, was [put at $5 million]"
  std::uint32_t verb = worth->tokens.begin;
  while (verb > clause_.begin && sentence_->is_auxiliary(verb - 1)) --verb;
  const std::uint32_t relative = relative_before(verb);
  const bool goes_on = relative > sentence_->tokens().begin && index_ == 0;
  const std::uint32_t end = goes_on ? relative : worth->tokens.begin;
  const std::uint32_t floor = goes_on ? sentence_->tokens().begin : floor_;
  const TokenRange thing = phrase_before(*sentence_, end, floor);
  if (thing.begin == thing.end || sentence_->is(thing.end - 1, "share")) return std::nullopt;
  auto subject = thing.end == worth->tokens.begin ? std::nullopt : last_measure(*sentence_, floor, end);
  MeasureReading reading = subject ? *std::move(subject) : measure_of_phrase(*sentence_, thing);
  const auto within = reading.id.empty() ? last_measure(*sentence_, thing.begin, thing.end) : std::nullopt;
  if (within && within->flow == Flow::kPair) reading = *within;  // "the trade between the two amounting to"
  reading.kind = ReadingKind::kValue;
  const bool is_cost = worth->entry->surface.find("cost") != std::string::npos;
  if (reading.id.empty()) reading.phrase = (is_cost ? "cost of " : "value of ") + reading.phrase;
  if (reading.id.empty() && is_cost) reading.id = "project.value";
  if (reading.id == "investment.projects") reading.id = "investment.projects_value";
  reading.rule = "fact.worth";
  return reading;
}

// What those counted are worth: "62 projects worth $8.7 billion".
MeasureReading MeasureFinder::value_of_counted(MeasureReading counted) const {
  // "five loans totalling [$6 million]": what is lent.
  const TokenRange phrase = counted.phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const FoundEntry* listed = measure_ending_at(*sentence_, token + 1);
    if (sentence_->role(token) == WordRole::kPreposition) break;
    if (listed == nullptr || listed->cell(kFlow) != "lend") continue;
    MeasureReading lent = listed_measure(*sentence_, *listed, phrase.begin);
    lent.same_parties = false;
    lent.rule = "fact.worth";
    return lent;
  }
  counted.kind = ReadingKind::kValue;
  counted.same_parties = true;
  counted.phrase = "value of " + counted.phrase + "s";
  counted.id = counted.id == "agreements.count"      ? "agreements.value"
               : counted.id == "investment.projects" ? "investment.projects_value"
                                                     : "";
  counted.rule = "fact.worth";
  return counted;
}

// "carried 11 million tons of goods worth [$420 billion]": no volume, but what it is worth.
std::optional<MeasureReading> MeasureFinder::value_of_load(std::uint32_t worth) const {
  const bool loads = index_ > 0 && (earlier_.back().id == "cargo.volume" || earlier_.back().id == "economy.production");
  if (!loads || figure().quantity != Quantity::kMoney) return std::nullopt;
  const TokenRange load = phrase_before(*sentence_, worth, sentence_->figures()[index_ - 1].tokens.end);
  if (load.begin == load.end) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kValue;
  reading.phrase = "value of " + base_form(*sentence_, load, false);
  reading.same_parties = true;
  reading.rule = "fact.worth";
  return reading;
}

// "exported goods worth $2 billion": what the verb tells of, by its value.
std::optional<MeasureReading> MeasureFinder::worth_of_object() {
  if (figure().quantity != Quantity::kMoney || before_ == sentence_->tokens().end) return std::nullopt;
  const auto worth = lexicon_->ending_at(sentence_->view(), FactList::kWorthWord, before_ + 1, clause_.begin);
  if (!worth) return std::nullopt;
  TokenRange object = phrase_before(*sentence_, worth->tokens.begin, floor_);
  // "Malaysia exports palm oil worth": between a name and another noun it is the verb.
  for (std::uint32_t token = object.begin; token + 1 < object.end; ++token) {
    const bool opens = token == object.begin || sentence_->role(token - 1) == WordRole::kName;
    if (opens && sentence_->covering(FactList::kMeasureVerb, token) != nullptr) object.begin = token + 1;
  }
  // "exported to Peru goods worth"
  std::uint32_t behind_name = object.begin;
  while (behind_name + 1 < object.end && sentence_->role(behind_name) == WordRole::kName) ++behind_name;
  if (behind_name > object.begin && before_other_end(behind_name) < behind_name) object.begin = behind_name;
  // "imported machinery and chemicals worth"
  while (object.begin > floor_ + 1 && sentence_->is_any(object.begin - 1, {"and", ","}) &&
         phrase_begin(*sentence_, object.begin - 1, floor_) < object.begin - 1)
    object.begin = phrase_begin(*sentence_, object.begin - 1, floor_);
  if (object.begin == object.end || object.end != worth->tokens.begin || measure_ending_at(*sentence_, object.end) != nullptr)
    return std::nullopt;
  std::uint32_t verb = object.begin;
  while (verb > floor_ && sentence_->role(verb - 1) == WordRole::kDeterminer) --verb;
  verb = before_other_end(verb);
  const FoundEntry* told = verb > floor_ ? sentence_->covering(FactList::kMeasureVerb, verb - 1) : nullptr;
  if (told == nullptr || !told->cell(kVerbUnit).empty()) return std::nullopt;
  MeasureReading reading = verb_reading(*told, object.begin);
  if (told->cell(kId) == "company.deal_value" && is_bought_by_state(*told)) take_as_imports(reading);  // "Chad bought fuel worth"
  reading.phrase_tokens = {object.begin, complement_end(*sentence_, at_.tokens.end)};
  reading.rule = "fact.worth";
  return reading;
}

// "which values the business at £180m", "in 2021 it was worth £1.2bn".
std::optional<MeasureReading> MeasureFinder::valued_at() {
  if (figure().quantity != Quantity::kMoney || before_ == sentence_->tokens().end) return std::nullopt;
  const bool is_worth = sentence_->is(before_, "worth") && before_ >= clause_.begin + 2 &&
                        sentence_->role(before_ - 1) == WordRole::kVerb && sentence_->is_any(before_ - 2, {"it", "which"});
  std::uint32_t verb = sentence_->is(before_, "at") ? clause_.begin : before_;
  while (verb < before_ && !sentence_->is_any(verb, {"values", "valued", "valuing", "value"})) ++verb;
  const TokenRange thing = verb < before_ ? phrase_at(*sentence_, verb + 1) : TokenRange{};
  if (!is_worth && thing.begin == thing.end) return std::nullopt;
  const std::string of = base_form(*sentence_, thing, false);
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "company.market_value";
  reading.phrase = of.empty() ? "market value" : "value of " + of;
  reading.phrase_tokens = thing;
  reading.rule = "fact.valued";
  return reading;
}

// "bought the terminal for $187.4 million".
std::optional<MeasureReading> MeasureFinder::price_paid() {
  if (figure().quantity != Quantity::kMoney || !sentence_->is(before_, "for")) return std::nullopt;
  const FoundEntry* bought = nullptr;
  for (const FoundEntry& verb : sentence_->words(FactList::kMeasureVerb)) {
    const bool deals = verb.cell(kId) == "company.deal_value" || verb.cell(kId) == "economy.sales" || verb.cell(kVerbUnit) == "object";
    if (deals && verb.tokens.begin >= clause_.begin && verb.tokens.end <= at_.tokens.begin) bought = &verb;
  }
  if (bought == nullptr) return std::nullopt;
  const bool builds = bought->cell(kVerbUnit) == "object";
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = builds ? "project.value" : "company.deal_value";
  reading.phrase = builds ? "cost" : "purchase price";
  const TokenRange object = phrase_at(*sentence_, bought->tokens.end);
  const std::string built = base_form(*sentence_, object, false);
  if (builds && !built.empty()) reading.phrase += " of " + built;
  reading.rule = "fact.price_paid";
  return reading;
}

// "an earthquake of magnitude 6.4": a number that its noun stands before.
std::optional<MeasureReading> MeasureFinder::noun_before() {
  if (dimension_of(figure()) != Dimension::kBare || at_.tokens.begin <= floor_) return std::nullopt;
  if (!sentence_->is_any(at_.tokens.begin - 1, {"magnitude", "category", "score", "index", "rating"})) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, {at_.tokens.begin - 1, at_.tokens.begin}, true);
  reading.rule = "fact.noun_before";
  return reading;
}

// "a price tag of more than $310 million".
std::optional<MeasureReading> MeasureFinder::of_phrase_before() {
  const std::uint32_t of = before_;
  if (!sentence_->is(of, "of") || of <= floor_ || is_other_end()) return std::nullopt;
  const TokenRange phrase{phrase_begin(*sentence_, of, floor_), of};
  // "a growth target of 8 percent": the measure qualifies its target.
  const bool qualified =
      phrase.begin + 1 < of && (sentence_->covering(FactList::kPlanNoun, of - 1) != nullptr || sentence_->is(of - 1, "rate"));
  if (qualified) {
    if (const FoundEntry* measure = measure_ending_at(*sentence_, of - 1)) {
      MeasureReading reading = listed_measure(*sentence_, *measure, phrase.begin);
      reading.rule = "fact.of_phrase";
      return reading;
    }
    if (is_relative() && sentence_->is(of - 2, "growth")) return growth_told_of();
  }
  if (phrase.begin == phrase.end) return std::nullopt;
  // "to reach the target of [$5 billion]"
  const bool planned = sentence_->covering(FactList::kPlanNoun, of - 1) != nullptr && names_plan({of - 1, of});
  const bool of_told = planned && !last_told()->id.empty() && !last_measure(*sentence_, clause_.begin, of);
  if (of_told) return taken_over(level_of(*last_told()), "fact.inherited");
  if (planned || sentence_->covering(FactList::kVagueHead, of - 1) != nullptr) return std::nullopt;
  if (names_plan({of - 1, of})) return std::nullopt;  // "lower than its guidance of [$5 million]"
  const bool verb = sentence_->role(of - 1) == WordRole::kParticiple && measure_ending_at(*sentence_, of) == nullptr;
  if (verb) return std::nullopt;  // "is composed of [$68 million]"
  if (sentence_->is(of - 1, "range") && dimension_of(figure()) != Dimension::kLength) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  extend_behind(reading);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "wiping $2.3 billion off its market value", "added $5 million to the wage bill".
std::optional<MeasureReading> MeasureFinder::added_to() {
  const bool changes = sentence_->covering(FactList::kTakingVerb, before_) != nullptr;
  const std::uint32_t to = at_.tokens.end + (sentence_->is_any(at_.tokens.end, {"”", "\""}) ? 1 : 0);
  if (!changes || figure().quantity == Quantity::kOrdinal || !sentence_->is_any(to, {"to", "off", "from"})) return std::nullopt;
  const TokenRange whole = phrase_at(*sentence_, to + 1);
  const FoundEntry* measure = whole.begin < whole.end ? measure_ending_at(*sentence_, whole.end) : nullptr;
  const bool of_growth = measure == nullptr && whole.end - whole.begin == 1 && sentence_->is(whole.begin, "growth");
  if (of_growth) return economic_growth();
  if (measure == nullptr) return std::nullopt;
  if (measure->cell(kId) == "economy.gdp_growth") return economic_growth();
  MeasureReading reading = growth_of(listed_measure(*sentence_, *measure, whole.begin));
  return reading;
}

// The token behind the figure and its bracketed conversion: "a 1.4 billion shilling (about 87 million dollar) | deficit".
std::uint32_t MeasureFinder::behind_conversion() const {
  const std::uint32_t end = at_.tokens.end;
  if (!sentence_->is(end, "(") || index_ + 1 >= sentence_->figures().size()) return end;
  const TokenRange other = sentence_->figures()[index_ + 1].tokens;
  const bool hedged = other.begin == end + 2 && sentence_->covering(FactList::kFigureHedge, end + 1) != nullptr;
  return (hedged || other.begin == end + 1) && sentence_->is(other.end, ")") ? other.end + 1 : end;
}

// "a $7.3 billion high-speed railway", "a 49 percent stake".
std::optional<MeasureReading> MeasureFinder::attribute() {
  const std::uint32_t next = behind_conversion();
  const bool converted = next != at_.tokens.end;
  const bool others = figure().quantity == Quantity::kCount && sentence_->is(next, "more");  // "[26] more were injured"
  if (others) return std::nullopt;
  if (sentence_->is_any(next, {"year", "month", "quarter"}) && sentence_->is_any(next + 1, {"-", "on", "over"})) return std::nullopt;
  // "a $5 million appeal for the victims"
  const bool appeals = figure().quantity == Quantity::kMoney && sentence_->is_any(next, {"appeal", "appeals"});
  if (appeals) {
    MeasureReading reading = reading_named(ReadingKind::kLevel, "finance.amount", "funding appeal", "fact.attribute");
    reading.phrase_tokens = {next, complement_end(*sentence_, next + 1)};
    return reading;
  }
  const TokenRange phrase = phrase_at(*sentence_, next);
  // "4.1%, against a [3.9%] target"
  const bool plan =
      index_ > 0 && phrase.begin == next && phrase.end == next + 1 && sentence_->covering(FactList::kPlanNoun, next) != nullptr;
  if (plan && names_plan(phrase)) return taken_over(*last_told(), "fact.attribute");
  // "is an 86 billion shilling ($1 billion) programme"
  const bool one = figure().quantity == Quantity::kMoney && sentence_->is_any(at_.tokens.begin - 1, {"a", "an"}) &&
                   phrase.begin < phrase.end && sentence_->role(phrase.end - 1) == WordRole::kContent;
  if (converted && !one && (phrase.begin == phrase.end || measure_ending_at(*sentence_, phrase.end) == nullptr)) return std::nullopt;
  if (phrase.begin == phrase.end || phrase.begin != next || sentence_->is_any(phrase.begin, {"last", "next", "previous"}))
    return std::nullopt;
  if (sentence_->role(phrase.end - 1) == WordRole::kName && figure().quantity != Quantity::kMoney) return std::nullopt;
  const bool adjective_of_length =
      phrase.end == phrase.begin + 1 && sentence_->is_any(phrase.begin, {"long", "wide", "deep", "high", "tall"});
  if (adjective_of_length && dimension_of(figure()) == Dimension::kLength) return length_of_subject();
  // "81 large and medium-sized bridges": the noun stands behind both adjectives.
  const bool adjective = figure().quantity == Quantity::kCount && phrase.end - phrase.begin == 1 &&
                         !sentence_->view().word(phrase.begin).ends_with("s") && sentence_->is_any(phrase.end, {"and", "or"});
  const TokenRange noun = adjective ? phrase_at(*sentence_, phrase.end + 1) : TokenRange{};
  if (noun.begin < noun.end && sentence_->view().word(noun.end - 1).ends_with("s")) return count_of(noun, {});
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  if (reading.id == "investment.projects") reading.id.clear();                             // "a 2.1 GW solar project": its size
  const bool is_sum = sentence_->covering(FactList::kSumNoun, phrase.end - 1) != nullptr;  // "a $24 million civil penalty"
  if (reading.id.empty() && figure().quantity == Quantity::kMoney && !is_sum) {
    reading.id = "project.value";
    reading.phrase = "cost of the " + as_written(*sentence_, phrase);
  }
  if (const std::string_view name = attribute_name(dimension_of(figure())); reading.id.empty() && !name.empty()) {
    reading.phrase = std::string(name) + " of " + reading.phrase;
    if (name == "capacity") reading.id = "company.capacity";
    if (name == "length") reading.id = "transport.distance";
  }
  if (reading.phrase.empty()) return std::nullopt;
  // "a $5 million fine against Norvale"
  if (is_sum && sentence_->is(phrase.end, "against")) reading.phrase_tokens.end = phrase_at(*sentence_, phrase.end + 1).end;
  reading.rule = "fact.attribute";
  return reading;
}

// "produced 5 tons of gold, [9 tons] of silver and [2 tons] of tin": the verb tells of all of them.
std::optional<MeasureReading> MeasureFinder::next_of_list(TokenRange phrase) const {
  if (index_ == 0 || earlier_.back().quantity != figure().quantity) return std::nullopt;
  if (!earlier_.back().from_verb && earlier_.back().id != "economy.production" && !earlier_.back().id.starts_with("trade."))
    return std::nullopt;
  const TokenRange before = sentence_->figures()[index_ - 1].tokens;
  if (earlier_.back().kind != ReadingKind::kLevel || before.begin < clause_.begin) return std::nullopt;
  for (std::uint32_t token = before.end; token < at_.tokens.begin; ++token) {
    if (sentence_->role(token) == WordRole::kVerb || sentence_->role(token) == WordRole::kClause) return std::nullopt;
  }
  MeasureReading reading = earlier_.back();
  reading.phrase = reading.phrase.substr(0, reading.phrase.find(" of ")) + " of " + base_form(*sentence_, phrase, false);
  reading.phrase_tokens = {phrase.begin, complement_end(*sentence_, phrase.end)};
  reading.rule = "fact.verb";
  return reading;
}

// "5 tons of gold [were mined]": the verb of the lists that tells what was done; null for none.
const FoundEntry* MeasureFinder::passive_behind(std::uint32_t token) const {
  const std::uint32_t first = token;
  while (token < clause_.end && (sentence_->role(token) == WordRole::kAdverb || sentence_->is_auxiliary(token))) ++token;
  if (token == first || token >= clause_.end) return nullptr;
  const FoundEntry* verb = sentence_->covering(FactList::kMeasureVerb, token);
  return verb != nullptr && sentence_->role(token) == WordRole::kVerb && fits(dimension_of(figure()), verb->cell(kVerbUnit)) ? verb
                                                                                                                             : nullptr;
}

namespace {

// What "long", "wide", "deep" tell of.
std::string_view name_of_extent(std::string_view adjective) {
  if (adjective == "wide") return "width";
  if (adjective == "deep") return "depth";
  return adjective == "high" || adjective == "tall" ? "height" : "length";
}

}  // namespace

// "The line is [272 km] long": how long the subject is.
std::optional<MeasureReading> MeasureFinder::length_of_subject() const {
  const std::uint32_t verb = verb_before(*sentence_, at_.tokens.begin, floor_);
  const TokenRange subject = verb < at_.tokens.begin ? phrase_before(*sentence_, verb, floor_) : TokenRange{};
  if (subject.begin == subject.end) return std::nullopt;
  MeasureReading reading = unlisted_measure(*sentence_, subject, false);
  reading.id = "transport.distance";
  reading.phrase = std::string(name_of_extent(sentence_->view().word(at_.tokens.end))) + " of " + reading.phrase;
  reading.rule = "fact.attribute";
  return reading;
}

namespace {

// "various types of [assistance]": what there are kinds of.
TokenRange phrase_without_kind(const FactSentence& sentence, std::uint32_t token) {
  const TokenRange phrase = phrase_at(sentence, token);
  const bool kind =
      phrase.begin < phrase.end && sentence.is(phrase.end, "of") && sentence.is_any(phrase.end - 1, {"types", "kinds", "forms", "sorts"});
  return kind ? phrase_at(sentence, phrase.end + 1) : phrase;
}

}  // namespace

// "$43.82 billion in bilateral trade", "$8.2 billion worth of direct investment".
std::optional<MeasureReading> MeasureFinder::of_phrase_behind() {
  std::uint32_t next = behind_conversion();
  if (sentence_->is(next, "worth")) ++next;
  // "the total volume ([46 million tons]) of production"
  if (sentence_->is(next, ")") && sentence_->is(next + 1, "of") && sentence_->is(at_.tokens.begin - 1, "(")) ++next;
  if (sentence_->is_any(next, {"\"", "“", "”"})) ++next;
  if (!sentence_->is_any(next, {"in", "of", "for", "as"})) return std::nullopt;
  const TokenRange phrase = phrase_without_kind(*sentence_, sentence_->is(next, "of") ? behind_dates(next + 1) : next + 1);
  if (phrase.begin == phrase.end) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(*sentence_, phrase.end);
  const bool is_of = sentence_->is(next, "of") && figure().quantity != Quantity::kMoney;
  const std::string_view dimension = attribute_name(dimension_of(figure()));
  if (measure == nullptr && !is_of) return std::nullopt;
  // "financing of [$10 million] for a project": named before it.
  if (!is_of && sentence_->is(before_, "of") && before_ > floor_ && measure_ending_at(*sentence_, before_) != nullptr) return std::nullopt;
  // "a capacity of [2 million tons] of corn", "The capacity of the pipelines is [55 bcm] of gas": what is measured is named.
  if (measure == nullptr && last_measure(*sentence_, floor_, before_)) return std::nullopt;
  const bool is_destination = measure != nullptr && sentence_->is_any(next, {"in", "for"}) && measure->cell(kId) == "investment.projects";
  if (is_destination) return std::nullopt;
  if (sentence_->role(phrase.end - 1) == WordRole::kName) return std::nullopt;
  if (auto told = measure == nullptr ? next_of_list(phrase) : std::nullopt) return told;
  if (const FoundEntry* verb = measure == nullptr ? passive_behind(complement_end(*sentence_, phrase.end)) : nullptr; verb != nullptr) {
    MeasureReading told = verb_reading(*verb, at_.tokens.end);
    told.rule = "fact.passive";
    return told;
  }
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  if (reading.id.empty() && is_of && !dimension.empty()) {
    reading.phrase = std::string(dimension) + " of " + reading.phrase;
    if (dimension == "capacity") reading.id = "company.capacity";
  }
  reading.rule = "fact.of_phrase";
  return reading;
}

// "a loan of $98 million to Albania": what completes the measure stands behind the figure.
void MeasureFinder::extend_behind(MeasureReading& reading) const {
  if (!sentence_->is(before_, "of") || reading.phrase_tokens.end > at_.tokens.begin) return;
  std::uint32_t end = at_.tokens.end;
  const bool converted = sentence_->is(end, "(") && index_ + 1 < sentence_->figures().size();
  if (converted) end = sentence_->figures()[index_ + 1].tokens.end + 1;
  reading.phrase_tokens.end = complement_end(*sentence_, end);
}

}  // namespace attest

#include "fact/measure/worth.h"

#include <string>
#include <string_view>
#include <utility>

#include "fact/figure_dimension.h"
#include "fact/measure/phrase.h"
#include "fact/measure/verb.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "carried 11 million tons of goods worth [$420 billion]": no volume, but what it is worth.
std::optional<MeasureReading> value_of_load(const FigureView& figure, std::uint32_t worth) {
  const FactSentence& sentence = figure.sentence();
  const bool loads =
      !figure.is_first() && (figure.earlier().back().id == "cargo.volume" || figure.earlier().back().id == "economy.production");
  if (!loads || figure.quantity() != Quantity::kMoney) return std::nullopt;
  const TokenRange load = phrase_before(sentence, worth, figure.previous().tokens.end);
  if (load.begin == load.end) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kValue;
  reading.phrase = "value of " + base_form(sentence, load, false);
  reading.same_parties = true;
  reading.rule = "fact.worth";
  return reading;
}

// "62 projects worth [$8.7 billion]", "5 parks with a total of [300 ha]": of what the figure before counts.
MeasureReading value_of_those(const FigureView& figure) {
  const MeasureReading& those = figure.earlier().back();
  if (figure.quantity() == Quantity::kCount) return taken_over(those, "fact.worth");  // "a month, totalling [400]"
  MeasureReading reading = value_of_counted(figure.sentence(), those);
  const std::string_view size = figure.quantity() == Quantity::kMoney ? "" : attribute_name(figure.dimension());
  if (size.empty()) return reading;
  reading.phrase = std::string(size) + " of " + those.phrase + "s";
  reading.id = size == "capacity" ? "company.capacity" : "";
  return reading;
}

// "its trade deficit with nine states, amounting to [$5 million]": of the measure that the count completes.
std::optional<MeasureReading> completed_by_count(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t counted = figure.previous().tokens.begin;
  std::uint32_t link = counted - 1;
  while (link > figure.clause().begin && sentence.role(link) == WordRole::kDeterminer) --link;
  if (counted == figure.clause().begin || !sentence.is_any(link, {"with", "to", "from", "between"})) return std::nullopt;
  if (figure.quantity() != Quantity::kMoney || measure_ending_at(sentence, link) == nullptr) return std::nullopt;
  auto reading = last_measure(sentence, figure.clause().begin, link);
  if (reading) reading->rule = "fact.worth";
  return reading;
}

bool names_investor(const FactSentence& sentence, TokenRange thing) {
  for (std::uint32_t at = thing.begin; at < thing.end; ++at) {
    if (sentence.is_any(at, {"investor", "investors"})) return true;
  }
  return false;
}

// "a railway worth [$5 billion]": of what stands before the words that say so.
// "a grant to support the economy in the amount of [$5 million]": the first measure within `said` is what is given.
std::optional<MeasureReading> given_in_amount(const FactSentence& sentence, const FoundEntry& worth, TokenRange said, TokenRange thing) {
  if (worth.entry->surface.find("amount of") == std::string::npos) return std::nullopt;
  const FoundEntry* given = sentence.first_from(FactList::kMeasure, said.begin, said.end);
  if (given == nullptr || given->cell(kFlow) != "lend") return std::nullopt;
  MeasureReading reading = listed_measure(sentence, *given, said.begin);
  reading.phrase_tokens.end = complement_end(sentence, thing.end);
  reading.rule = "fact.worth";
  return reading;
}

// "signed agreements on energy, transport and [farming] worth": not the last of what they are on, but the agreements.
std::optional<MeasureReading> head_of_list(const FigureView& figure, TokenRange thing, std::uint32_t floor) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || thing.begin <= floor + 2 || !sentence.is(thing.begin - 1, "and")) return std::nullopt;
  if (measure_ending_at(sentence, thing.end) != nullptr) return std::nullopt;
  std::uint32_t token = thing.begin - 1;
  const auto in_list = [&](std::uint32_t at) {
    const WordRole role = sentence.role(at);
    return role == WordRole::kContent || role == WordRole::kName || role == WordRole::kParticiple || role == WordRole::kDeterminer ||
           sentence.is_any(at, {",", "and", "of", "in", "on", "for", "-"});
  };
  for (; token > floor && in_list(token - 1); --token) {
    const bool leads = sentence.is_any(token, {"in", "on", "for"});
    const bool agreed = leads && sentence.is_any(token - 1, {"agreements", "contracts", "deals", "memorandums", "memoranda", "documents"});
    if (!agreed && !(leads && sentence.is(token - 1, "projects"))) continue;
    MeasureReading reading = reading_named(ReadingKind::kValue, agreed ? "agreements.value" : "investment.projects_value",
                                           "value of " + std::string(sentence.view().word(token - 1)), "fact.worth");
    reading.phrase_tokens = {phrase_begin(sentence, token, floor), thing.end};
    return reading;
  }
  return std::nullopt;
}

// "Exports to Peru included oil [worth $5 million], copper [worth $3 million]": goods of that flow.
std::optional<MeasureReading> goods_included(const FactSentence& sentence, TokenRange thing) {
  const std::uint32_t begin = sentence.tokens().begin;
  auto flow = last_measure(sentence, begin, thing.begin);
  const bool trades = flow && (flow->id == "trade.exports" || flow->id == "trade.imports") && flow->kind == ReadingKind::kLevel;
  if (!trades || flow->phrase.find(" of ") != std::string::npos) return std::nullopt;
  for (std::uint32_t token = flow->phrase_tokens.end; token < thing.begin; ++token) {
    if (!sentence.is_any(token, {"include", "included", "includes", "including", "consisted", "comprised"})) continue;
    flow->phrase += " of " + base_form(sentence, thing, false);
    flow->rule = "fact.worth";
    return flow;
  }
  return std::nullopt;
}

std::optional<MeasureReading> value_of_subject(const FigureView& figure, const FoundEntry& worth) {
  const FactSentence& sentence = figure.sentence();
  // "Damage to the port, which serves two states, was [put at $5 million]"
  std::uint32_t verb = worth.tokens.begin;
  while (verb > figure.clause().begin && sentence.is_auxiliary(verb - 1)) --verb;
  const std::uint32_t relative = relative_before(sentence, verb);
  const bool goes_on = relative > sentence.tokens().begin && figure.is_first();
  const std::uint32_t end = goes_on ? relative : worth.tokens.begin;
  const std::uint32_t floor = goes_on ? sentence.tokens().begin : figure.floor();
  TokenRange thing = phrase_before(sentence, end, floor);
  // "a 450-km railway worth [$3 billion]": what has that length
  const bool sized = thing.begin == thing.end && !figure.is_first() && figure.quantity() == Quantity::kMoney &&
                     figure.earlier().back().rule == "fact.attribute" && figure.earlier().back().id == "transport.distance";
  if (sized) thing = phrase_before(sentence, end, figure.previous().tokens.end);
  // "38 projects are complete, and 26 more [worth $26 billion] are planned": of those that the figure before counts
  if (thing.end == thing.begin + 1 && sentence.is_any(thing.begin, {"more", "others"}) && !figure.is_first()) return value_of_those(figure);
  if (thing.begin == thing.end || sentence.is(thing.end - 1, "share")) return std::nullopt;
  if (const auto head = head_of_list(figure, thing, floor)) return *head;
  auto subject = thing.end == worth.tokens.begin ? std::nullopt : last_measure(sentence, floor, end);
  MeasureReading reading = subject ? *std::move(subject) : measure_of_phrase(sentence, thing);
  if (reading.id.empty()) {
    if (auto given = given_in_amount(sentence, worth, {floor, end}, thing)) return given;
    if (auto goods = goods_included(sentence, thing)) return goods;
  }
  // "was the biggest foreign investor with an investment of [$5 million]": what was invested, not what he is worth
  const bool by_investor = worth.entry->surface.find("investment") != std::string::npos && names_investor(sentence, thing);
  if (const auto invested = by_investor ? last_measure(sentence, worth.tokens.begin, worth.tokens.end) : std::nullopt) {
    reading = *invested;
    reading.rule = "fact.worth";
    return reading;
  }
  const auto within = reading.id.empty() ? last_measure(sentence, thing.begin, thing.end) : std::nullopt;
  // "the trade between the two amounting to", "exports to Peru valued at"
  const bool flows = within && (within->flow == Flow::kPair || within->flow == Flow::kOut || within->flow == Flow::kIn);
  if (flows) reading = *within;
  reading.kind = ReadingKind::kValue;
  const bool is_cost = worth.entry->surface.find("cost") != std::string::npos;
  const bool is_size = figure.quantity() == Quantity::kMeasure && figure.dimension() != Dimension::kPrice;
  if (reading.id.empty() && !is_size) reading.phrase = (is_cost ? "cost of " : "value of ") + reading.phrase;
  if (reading.id.empty() && (is_cost || sized)) reading.id = "project.value";
  if (reading.id == "investment.projects") reading.id = "investment.projects_value";
  reading.rule = "fact.worth";
  return reading;
}

}  // namespace

std::optional<MeasureReading> conversion(const FigureView& figure) {
  if (figure.is_first() || figure.quantity() != Quantity::kMoney) return std::nullopt;
  const MentionAt before = figure.previous();
  const Figure& other = figure.record(before);
  const bool bracketed = figure.sentence().is(before.tokens.end, "(") && figure.before() == before.tokens.end;
  if (!bracketed || other.quantity != Quantity::kMoney || other.unit == figure.unit()) return std::nullopt;
  MeasureReading reading = figure.earlier().back();
  reading.same_parties = true;
  reading.rule = "fact.conversion";
  return reading;
}

std::optional<MeasureReading> multiple(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kRatio || figure.begin() + 1 >= figure.end() || !sentence.is(figure.end() - 1, "times"))
    return std::nullopt;
  const TokenRange other = phrase_at(sentence, figure.end());
  const std::string name = base_form(sentence, other, false);
  if (name.size() < kShortestPhrase || sentence.is_any(figure.end(), {"as", "more", "higher"})) return std::nullopt;
  if (sentence.covering(FactList::kChangeNoun, other.end - 1) != nullptr) return std::nullopt;  // "a [2.3 times] increase"
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.phrase = "ratio to " + name;
  reading.same_parties = !figure.is_first();
  reading.rule = "fact.multiple";
  return reading;
}

std::optional<MeasureReading> valued_at(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || !figure.has_before()) return std::nullopt;
  const bool is_worth = sentence.is(figure.before(), "worth") && figure.before() >= figure.clause().begin + 2 &&
                        sentence.role(figure.before() - 1) == WordRole::kVerb && sentence.is_any(figure.before() - 2, {"it", "which"});
  std::uint32_t verb = sentence.is(figure.before(), "at") ? figure.clause().begin : figure.before();
  while (verb < figure.before() && !sentence.is_any(verb, {"values", "valued", "valuing", "value"})) ++verb;
  const TokenRange thing = verb < figure.before() ? phrase_at(sentence, verb + 1) : TokenRange{};
  if (!is_worth && thing.begin == thing.end) return std::nullopt;
  const std::string of = base_form(sentence, thing, false);
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = "company.market_value";
  reading.phrase = of.empty() ? "market value" : "value of " + of;
  reading.phrase_tokens = thing;
  reading.rule = "fact.valued";
  return reading;
}

namespace {

// "[Kenyan goods] worth", "[Kenyan agricultural products] worth": what a state sells, and not a body of it.
bool are_foreign_goods(const FactSentence& sentence, TokenRange object) {
  if (object.begin == object.end || !sentence.is_any(object.end - 1, {"goods", "products", "merchandise", "commodities"})) return false;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(),
                     [&](const Party& party) { return party.adjective && party.tokens.begin == object.begin; });
}

// "Chad sold cattle worth [$5 million] to Peru", "to the Chadian market": one state to another.
bool is_sold_to_state(const FigureView& figure, const FoundEntry& verb) {
  const FactSentence& sentence = figure.sentence();
  if (!is_bought_by_state(figure, verb)) return false;  // the subject is a state
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const std::uint32_t begin = party.tokens.begin;
    const bool behind = is_state(party) && !party.city && begin > verb.tokens.end && party.tokens.end <= figure.clause().end;
    return behind && (sentence.is(begin - 1, "to") || (sentence.is(begin - 1, "the") && sentence.is(begin - 2, "to")));
  });
}

}  // namespace

std::optional<MeasureReading> worth_of_object(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || !figure.has_before()) return std::nullopt;
  const FoundEntry* whole = sentence.covering(FactList::kMeasureVerb, figure.before());
  if (whole != nullptr && sentence.is(figure.before(), "worth")) {  // "traded goods worth"
    MeasureReading reading = verb_reading(sentence, *whole, figure.end());
    reading.rule = "fact.worth";
    return reading;
  }
  const auto worth = figure.lexicon().ending_at(sentence.view(), FactList::kWorthWord, figure.before() + 1, figure.clause().begin);
  if (!worth) return std::nullopt;
  TokenRange object = phrase_before(sentence, worth->tokens.begin, figure.floor());
  // "Malaysia exports palm oil worth": between a name and another noun it is the verb.
  for (std::uint32_t token = object.begin; token + 1 < object.end; ++token) {
    const bool opens = token == object.begin || sentence.role(token - 1) == WordRole::kName;
    if (opens && sentence.covering(FactList::kMeasureVerb, token) != nullptr) object.begin = token + 1;
  }
  // "exported to Peru goods worth"
  std::uint32_t behind_name = object.begin;
  while (behind_name + 1 < object.end && sentence.role(behind_name) == WordRole::kName) ++behind_name;
  if (behind_name > object.begin && before_other_end(figure, behind_name) < behind_name) object.begin = behind_name;
  // "imported machinery and chemicals worth"
  while (object.begin > figure.floor() + 1 && sentence.is_any(object.begin - 1, {"and", ","}) &&
         phrase_begin(sentence, object.begin - 1, figure.floor()) < object.begin - 1)
    object.begin = phrase_begin(sentence, object.begin - 1, figure.floor());
  if (object.begin == object.end || object.end != worth->tokens.begin || measure_ending_at(sentence, object.end) != nullptr)
    return std::nullopt;
  std::uint32_t verb = object.begin;
  while (verb > figure.floor() && sentence.role(verb - 1) == WordRole::kDeterminer) --verb;
  verb = before_other_end(figure, verb);
  const FoundEntry* told = verb > figure.floor() ? sentence.covering(FactList::kMeasureVerb, verb - 1) : nullptr;
  if (told == nullptr || !told->cell(kVerbUnit).empty()) return std::nullopt;
  MeasureReading reading = verb_reading(sentence, *told, object.begin);
  const bool imported = is_bought_by_state(figure, *told) || are_foreign_goods(sentence, object);  // "Chad bought fuel worth"
  if (told->cell(kId) == "company.deal_value" && imported) take_as_imports(reading);
  if (told->cell(kId) == "economy.sales" && is_sold_to_state(figure, *told)) take_as_exports(reading);
  reading.phrase_tokens = {object.begin, complement_end(sentence, figure.end())};
  reading.rule = "fact.worth";
  return reading;
}

std::optional<MeasureReading> value_of_thing(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_amount() || !figure.has_before()) return std::nullopt;
  const auto worth = figure.lexicon().ending_at(sentence.view(), FactList::kWorthWord, figure.before() + 1, figure.clause().begin);
  if (!worth) return std::nullopt;
  const std::uint32_t named = phrase_begin(sentence, worth->tokens.begin, figure.floor());
  // "increased by 35 percent compared to the figure before, totalling [7 million tons]": the level of what grew
  const bool of_grown =
      !figure.is_first() && figure.earlier().back().kind == ReadingKind::kGrowth && sentence.is(worth->tokens.begin - 1, ",");
  if (of_grown) return taken_over(level_of(figure.earlier().back()), "fact.inherited");
  // "ordered 14 ferries in a deal worth $5 million"
  const bool of_other = named > figure.floor() && named < worth->tokens.begin && sentence.is_any(named - 1, {"a", "an"});
  const bool counted = !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount;
  // "12 banks granted loans amounting to [$5 million]"
  const bool of_object = counted && measure_ending_at(sentence, worth->tokens.begin) != nullptr &&
                         verb_before(sentence, named, figure.previous().tokens.end) < named;
  if (auto completed = counted ? completed_by_count(figure) : std::nullopt) return completed;
  if (counted && !of_other && !of_object) return value_of_those(figure);
  if (auto carried = value_of_load(figure, worth->tokens.begin)) return carried;
  if (auto traded = passive(figure); traded && (traded->id == "trade.exports" || traded->id == "trade.imports")) {
    traded->rule = "fact.worth";  // "goods worth [$5 million] were exported"
    return traded;
  }
  return value_of_subject(figure, *worth);
}

std::optional<MeasureReading> price_paid(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kMoney || !sentence.is(figure.before(), "for")) return std::nullopt;
  if (sentence.is_any(figure.before() - 1, {"account", "accounted", "accounting", "accounts"})) return std::nullopt;
  const FoundEntry* bought = nullptr;
  for (const FoundEntry& verb : sentence.words(FactList::kMeasureVerb)) {
    const bool trades = verb.cell(kId) == "trade.exports" || verb.cell(kId) == "trade.imports";
    const bool deals = verb.cell(kId) == "company.deal_value" || verb.cell(kId) == "economy.sales" || verb.cell(kVerbUnit) == "object";
    if ((deals || trades) && verb.tokens.begin >= figure.clause().begin && verb.tokens.end <= figure.begin()) bought = &verb;
  }
  if (bought == nullptr) return std::nullopt;
  const bool builds = bought->cell(kVerbUnit) == "object";
  if (bought->cell(kId).starts_with("trade.")) {  // "exported honey for [$5 million]"
    MeasureReading traded = verb_reading(sentence, *bought, bought->tokens.end);
    traded.rule = "fact.price_paid";
    return traded;
  }
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = builds ? "project.value" : "company.deal_value";
  reading.phrase = builds ? "cost" : "purchase price";
  const TokenRange object = phrase_at(sentence, bought->tokens.end);
  const std::string built = base_form(sentence, object, false);
  if (builds && !built.empty()) reading.phrase += " of " + built;
  reading.rule = "fact.price_paid";
  return reading;
}

MeasureReading value_of_counted(const FactSentence& sentence, MeasureReading counted) {
  // "five loans totalling [$6 million]": what is lent.
  const TokenRange phrase = counted.phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const FoundEntry* listed = measure_ending_at(sentence, token + 1);
    if (sentence.role(token) == WordRole::kPreposition) break;
    if (listed == nullptr || listed->cell(kFlow) != "lend") continue;
    MeasureReading lent = listed_measure(sentence, *listed, phrase.begin);
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

}  // namespace attest::measure

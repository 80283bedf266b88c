#include "fact/measure/thing.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "fact/figure_dimension.h"
#include "fact/measure/count.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/subject.h"
#include "fact/measure/verb.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "produced 5 tons of gold, [9 tons] of silver and [2 tons] of tin": the verb tells of all of them.
std::optional<MeasureReading> next_of_list(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  std::size_t last = figure.earlier().size();
  // ", 8 billion eggs and [400 tons] of fish"
  while (last > 1 && figure.earlier()[last - 1].kind == ReadingKind::kCount && figure.earlier()[last - 1].id == "economy.production")
    --last;
  if (last == 0 || figure.earlier()[last - 1].quantity != figure.quantity()) return std::nullopt;
  const MeasureReading& told = figure.earlier()[last - 1];
  if (!told.from_verb && told.id != "economy.production" && !told.id.starts_with("trade.")) return std::nullopt;
  const TokenRange before = sentence.figures()[last - 1].tokens;
  if (told.kind != ReadingKind::kLevel || before.begin < figure.clause().begin) return std::nullopt;
  for (std::uint32_t token = before.end; token < figure.begin(); ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kClause) return std::nullopt;
  }
  MeasureReading reading = told;
  reading.phrase = reading.phrase.substr(0, reading.phrase.find(" of ")) + " of " + base_form(sentence, phrase, false);
  reading.phrase_tokens = {phrase.begin, complement_end(sentence, phrase.end)};
  reading.rule = "fact.verb";
  return reading;
}

// "5 tons of gold [were mined]": the verb of the lists that tells what was done; null for none.
const FoundEntry* passive_behind(const FigureView& figure, std::uint32_t token) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t first = token;
  while (token < figure.clause().end && (sentence.role(token) == WordRole::kAdverb || sentence.is_auxiliary(token))) ++token;
  if (token == first || token >= figure.clause().end) return nullptr;
  const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
  return verb != nullptr && sentence.role(token) == WordRole::kVerb && fits(figure.dimension(), verb->cell(kVerbUnit)) ? verb : nullptr;
}

// What "long", "wide", "deep" tell of.
std::string_view name_of_extent(std::string_view adjective) {
  if (adjective == "wide") return "width";
  if (adjective == "deep") return "depth";
  return adjective == "high" || adjective == "tall" ? "height" : "length";
}

// "The line is [272 km] long": how long the subject is.
std::optional<MeasureReading> length_of_subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t verb = verb_before(sentence, figure.begin(), figure.floor());
  // "The construction of the road, some [600 km] long, began"
  std::uint32_t comma = figure.begin();
  while (comma > figure.floor() && sentence.covering(FactList::kFigureHedge, comma - 1) != nullptr) --comma;
  const bool apposed = comma > figure.floor() + 1 && sentence.is(comma - 1, ",") && sentence.is(figure.end() + 1, ",");
  const std::uint32_t end = apposed ? comma - 1 : verb;
  TokenRange subject = end < figure.begin() ? phrase_before(sentence, end, figure.floor()) : TokenRange{};
  if (apposed) subject.begin = phrase_begin(sentence, subject.end, figure.floor());
  if (subject.begin == subject.end) return std::nullopt;
  MeasureReading reading = unlisted_measure(sentence, subject, false);
  reading.id = "transport.distance";
  reading.phrase = std::string(name_of_extent(sentence.view().word(figure.end()))) + " of " + reading.phrase;
  reading.rule = "fact.attribute";
  return reading;
}

// "various types of [assistance]": what there are kinds of.
TokenRange phrase_without_kind(const FactSentence& sentence, std::uint32_t token) {
  const TokenRange phrase = phrase_at(sentence, token);
  const bool kind =
      phrase.begin < phrase.end && sentence.is(phrase.end, "of") && sentence.is_any(phrase.end - 1, {"types", "kinds", "forms", "sorts"});
  return kind ? phrase_at(sentence, phrase.end + 1) : phrase;
}

// "a $3 billion IMF programme", "a $7 billion Extended Fund Facility": what a bank or fund of many states gives is lent.
bool is_lending_programme(const FactSentence& sentence, TokenRange phrase) {
  if (!sentence.is_any(phrase.end - 1, {"facility", "programme", "program", "arrangement", "package", "tranche"})) return false;
  if (sentence.is(phrase.end - 1, "facility") && sentence.role(phrase.end - 1) == WordRole::kName) return true;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(),
                     [&](const Party& party) { return party.lender && party.tokens.begin == phrase.begin; });
}

// The attribute of what the phrase names, told by the figure's unit: its cost, its length, its capacity.
std::optional<MeasureReading> attribute_of(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  // "a $20 billion trade [target]": of trade
  const bool of_plan = sentence.covering(FactList::kPlanNoun, phrase.end - 1) != nullptr ||
                       sentence.is_any(phrase.end - 1, {"record", "mark", "milestone", "threshold", "benchmark"});
  if (of_plan && measure_ending_at(sentence, phrase.end - 1) != nullptr) --phrase.end;
  MeasureReading reading = measure_of_phrase(sentence, phrase);
  if (reading.id.empty() && sentence.is(phrase.begin, "/")) return std::nullopt;  // "$5 billion/month": a rate
  // "up from [$4 billion] revised estimate for 2023": the level told of, as it was foreseen
  const bool restates = reading.id.empty() && of_plan && figure.quantity() == Quantity::kMoney && figure.has_before() &&
                        sentence.is_any(figure.before(), {"from", "against", "to"});
  if (restates) return std::nullopt;
  // "a $60 billion package of aid and loans"
  const bool parcel = reading.id.empty() && figure.quantity() == Quantity::kMoney && sentence.is(phrase.end, "of") &&
                      sentence.is_any(phrase.end - 1, {"package", "packages"});
  const TokenRange of = parcel ? phrase_at(sentence, phrase.end + 1) : TokenRange{};
  if (const FoundEntry* listed = of.begin < of.end ? measure_ending_at(sentence, of.end) : nullptr; listed != nullptr) {
    reading = listed_measure(sentence, *listed, of.begin);
    reading.phrase += " package";
    std::uint32_t end = of.end;
    while (sentence.is_any(end, {",", "and"}) && phrase_at(sentence, end + 1).end > end + 1) end = phrase_at(sentence, end + 1).end;
    reading.phrase_tokens = {phrase.begin, complement_end(sentence, end)};
    reading.rule = "fact.attribute";
    return reading;
  }
  if (reading.id == "investment.projects") reading.id.clear();                           // "a 2.1 GW solar project": its size
  const bool is_sum = sentence.covering(FactList::kSumNoun, phrase.end - 1) != nullptr;  // "a $24 million civil penalty"
  if (reading.id.empty() && figure.quantity() == Quantity::kMoney && is_lending_programme(sentence, phrase)) {
    reading = reading_named(ReadingKind::kLevel, "loan.amount", as_written(sentence, phrase), {});
    reading.flow = Flow::kLend;
    reading.phrase_tokens = {phrase.begin, complement_end(sentence, phrase.end)};
  }
  if (reading.id.empty() && figure.quantity() == Quantity::kMoney && !is_sum) {
    reading.id = "project.value";
    reading.phrase = "cost of the " + as_written(sentence, phrase);
  }
  if (const std::string_view name = attribute_name(figure.dimension()); reading.id.empty() && !name.empty()) {
    reading.phrase = std::string(name) + " of " + reading.phrase;
    if (name == "capacity") reading.id = "company.capacity";
    if (name == "length") reading.id = "transport.distance";
  }
  if (reading.phrase.empty()) return std::nullopt;
  // "a $5 million fine against Norvale"
  if (is_sum && sentence.is(phrase.end, "against")) reading.phrase_tokens.end = phrase_at(sentence, phrase.end + 1).end;
  reading.rule = "fact.attribute";
  return reading;
}

// "fell", "has eased", "are rising"
bool is_predicate(const FactSentence& sentence, std::uint32_t token) {
  return sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kParticiple;
}

// "profit from continuing operations of [$5 million]": of profit, which the phrase before "of" completes.
std::optional<MeasureReading> measure_before_its_source(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  if (measure_ending_at(sentence, phrase.end) != nullptr) return std::nullopt;
  std::uint32_t begin = phrase.begin;
  while (begin > figure.floor() && sentence.role(begin - 1) == WordRole::kDeterminer) --begin;
  const bool source = begin > figure.floor() && sentence.is_any(begin - 1, {"from", "in"});
  const FoundEntry* measure = source ? measure_ending_at(sentence, begin - 1) : nullptr;
  if (measure == nullptr || measure->tokens.begin < figure.floor()) return std::nullopt;
  std::uint32_t floor = figure.floor();
  for (std::uint32_t token = floor; token < measure->tokens.begin; ++token) {
    if (sentence.is_any(token, {"exclude", "excludes", "include", "includes"})) floor = token + 1;
  }
  return listed_measure(sentence, *measure, floor);
}

// "a 2.8% [annual pace]": how fast, and nothing that is measured.
bool is_pace(const FactSentence& sentence, TokenRange phrase) {
  return phrase.end == phrase.begin + 2 && sentence.is_any(phrase.begin, {"annual", "annualised", "annualized", "yearly", "quarterly"}) &&
         sentence.is_any(phrase.begin + 1, {"rate", "pace", "clip"});
}

// "a $5 million Norvale Fund (NF) grant": the names only describe what is given.
std::optional<MeasureReading> given_behind_name(const FactSentence& sentence, TokenRange phrase) {
  constexpr std::uint32_t kShortForm = 3;  // tokens: "(NF)"
  const bool named = phrase.begin < phrase.end && sentence.role(phrase.end - 1) == WordRole::kName && sentence.is(phrase.end, "(") &&
                     sentence.is(phrase.end + kShortForm - 1, ")");
  const TokenRange given = named ? phrase_at(sentence, phrase.end + kShortForm) : TokenRange{};
  const bool follows = given.begin < given.end && given.begin == phrase.end + kShortForm;
  const FoundEntry* listed = follows ? measure_ending_at(sentence, given.end) : nullptr;
  if (listed == nullptr) return std::nullopt;
  MeasureReading reading = listed_measure(sentence, *listed, given.begin);
  reading.rule = "fact.attribute";
  return reading;
}

// What the words behind a figure say nothing of: "is to exceed the [$10 billion] mark", "will reach the [$10 billion] target soon",
// "sent [$5 million] home" tell of the subject.
bool is_of_subject(const FigureView& figure, TokenRange phrase, std::uint32_t next) {
  const FactSentence& sentence = figure.sentence();
  const bool follows = phrase.begin == next;
  if (follows && phrase.end == next + 1 && sentence.is_any(next, {"mark", "threshold", "milestone", "barrier", "benchmark"})) return true;
  const bool aim = figure.is_first() && figure.quantity() == Quantity::kMoney && sentence.is_any(next, {"target", "goal"}) &&
                   sentence.is(figure.begin() - 1, "the") &&
                   sentence.is_any(figure.begin() - 2, {"achieve", "exceed", "hit", "meet", "reach"});
  if (aim && last_measure(sentence, figure.clause().begin, figure.begin())) return true;
  return follows && sentence.is(next, "home") && sentence.role(figure.before()) == WordRole::kVerb &&
         sentence.role(figure.begin() - 1) != WordRole::kDeterminer;
}

// "a [$3 billion], four-year | loan", "a [$3 billion] four-year | loan": behind the figure and how long it is given for.
std::uint32_t behind_term(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t next = figure.behind_conversion();
  const bool comma = sentence.is(next, ",") && sentence.is_any(figure.begin() - 1, {"a", "an"});
  const std::uint32_t behind = figure.quantity() == Quantity::kMoney ? behind_dates(sentence, next + (comma ? 1 : 0)) : next;
  const bool term = behind > next + 2 && sentence.is(behind - 2, "-") && sentence.is_any(behind - 1, {"year", "month", "day"});
  return term ? behind : next;
}

}  // namespace

std::optional<MeasureReading> strength(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const auto dash = [&](std::uint32_t token) { return sentence.is_any(token, {"-", "‑", "–"}); };
  const std::uint32_t begin = figure.begin();
  const std::uint32_t end = figure.end();
  if (figure.quantity() != Quantity::kCount || begin <= sentence.tokens().begin) return std::nullopt;
  const std::uint32_t before = dash(begin - 1) && begin > sentence.tokens().begin + 1 ? begin - 2 : begin - 1;
  if (!sentence.is(before, "magnitude") && !sentence.is(dash(end) ? end + 1 : end, "magnitude")) return std::nullopt;
  return reading_named(ReadingKind::kLevel, "", "magnitude", "fact.attribute");
}

std::optional<MeasureReading> noun_before(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.dimension() != Dimension::kBare || figure.begin() <= figure.floor()) return std::nullopt;
  if (!sentence.is_any(figure.begin() - 1, {"magnitude", "category", "score", "index", "rating"})) return std::nullopt;
  MeasureReading reading = unlisted_measure(sentence, {figure.begin() - 1, figure.begin()}, true);
  reading.rule = "fact.noun_before";
  return reading;
}

std::optional<MeasureReading> attribute(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool converted = figure.behind_conversion() != figure.end();
  const std::uint32_t next = behind_term(figure);
  const bool others = figure.quantity() == Quantity::kCount && sentence.is(next, "more");  // "[26] more were injured"
  if (others) return std::nullopt;
  if (sentence.is_any(next, {"year", "month", "quarter"}) && sentence.is_any(next + 1, {"-", "on", "over"})) return std::nullopt;
  // "a $5 million appeal for the victims"
  const bool appeals = figure.quantity() == Quantity::kMoney && sentence.is_any(next, {"appeal", "appeals"});
  if (appeals) {
    MeasureReading reading = reading_named(ReadingKind::kLevel, "finance.amount", "funding appeal", "fact.attribute");
    reading.phrase_tokens = {next, complement_end(sentence, next + 1)};
    return reading;
  }
  TokenRange phrase = phrase_at(sentence, next);
  if (auto given = given_behind_name(sentence, phrase)) return given;
  // "a $5 million loan subject to approval"
  const bool subject = phrase.end > phrase.begin + 1 && sentence.is(phrase.end - 1, "subject") && sentence.is(phrase.end, "to");
  if (subject) --phrase.end;
  if (is_of_subject(figure, phrase, next)) return std::nullopt;
  // "4.1%, against a [3.9%] target"
  const bool plan =
      !figure.is_first() && phrase.begin == next && phrase.end == next + 1 && sentence.covering(FactList::kPlanNoun, next) != nullptr;
  if (plan && names_plan(figure, phrase)) return taken_over(*figure.last_told(), "fact.attribute");
  // "is an 86 billion shilling ($1 billion) programme"
  const bool one = figure.quantity() == Quantity::kMoney && sentence.is_any(figure.begin() - 1, {"a", "an"}) && phrase.begin < phrase.end &&
                   sentence.role(phrase.end - 1) == WordRole::kContent;
  if (converted && !one && (phrase.begin == phrase.end || measure_ending_at(sentence, phrase.end) == nullptr)) return std::nullopt;
  if (phrase.begin == phrase.end || phrase.begin != next || sentence.is_any(phrase.begin, {"last", "next", "previous", "following"}))
    return std::nullopt;
  if (sentence.role(phrase.end - 1) == WordRole::kName && figure.quantity() != Quantity::kMoney) return std::nullopt;
  if (phrase.end == phrase.begin + 1 && sentence.is(phrase.begin, "back")) return std::nullopt;  // "was [$10 million] back in 2008"
  if (is_pace(sentence, phrase)) return std::nullopt;
  const bool adjective_of_length =
      phrase.end == phrase.begin + 1 && sentence.is_any(phrase.begin, {"long", "wide", "deep", "high", "tall"});
  if (adjective_of_length && figure.dimension() == Dimension::kLength) return length_of_subject(figure);
  // "81 large and medium-sized bridges": the noun stands behind both adjectives.
  const bool adjective = figure.quantity() == Quantity::kCount && phrase.end - phrase.begin == 1 &&
                         !sentence.view().word(phrase.begin).ends_with("s") && sentence.is_any(phrase.end, {"and", "or"});
  const TokenRange noun = adjective ? phrase_at(sentence, phrase.end + 1) : TokenRange{};
  if (noun.begin < noun.end && sentence.view().word(noun.end - 1).ends_with("s")) return count_of(figure, noun, {});
  return attribute_of(figure, phrase);
}

std::optional<MeasureReading> of_phrase_behind(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t next = figure.behind_conversion();
  if (sentence.is_any(next, {"'", "’"}) && sentence.is(next + 1, "worth")) ++next;  // "[5 billion dollars]' worth of deals"
  if (sentence.is(next, "worth")) ++next;
  // "the total volume ([46 million tons]) of production"
  if (sentence.is(next, ")") && sentence.is(next + 1, "of") && sentence.is(figure.begin() - 1, "(")) ++next;
  if (sentence.is_any(next, {"\"", "“", "”"})) ++next;
  if (sentence.is_any(next, {"accounted", "accounts"}) && sentence.is(next + 1, "for"))
    ++next;  // "of these, [$2 billion] accounted for imports"
  if (!sentence.is_any(next, {"in", "of", "for", "as"})) return std::nullopt;
  const TokenRange phrase = phrase_without_kind(sentence, sentence.is(next, "of") ? behind_dates(sentence, next + 1) : next + 1);
  if (phrase.begin == phrase.end) return std::nullopt;
  // "to [$3 billion] as the price of copper fell": a clause of its own
  if (sentence.is(next, "as") && is_predicate(sentence, complement_end(sentence, phrase.end))) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(sentence, phrase.end);
  const bool is_of = sentence.is(next, "of") && figure.quantity() != Quantity::kMoney;
  const std::string_view dimension = attribute_name(figure.dimension());
  if (measure == nullptr && !is_of) return std::nullopt;
  // "financing of [$10 million] for a project": named before it.
  if (!is_of && sentence.is(figure.before(), "of") && figure.before() > figure.floor() &&
      measure_ending_at(sentence, figure.before()) != nullptr)
    return std::nullopt;
  // "a capacity of [2 million tons] of corn", "The capacity of the pipelines is [55 bcm] of gas": what is measured is named.
  const bool weighs =
      is_of && sentence.is_any(figure.before(), {"is", "was", "are", "were", "be"});  // "The capacity is [5 million tons] of cargo"
  if ((measure == nullptr || weighs) && last_measure(sentence, figure.floor(), figure.before())) return std::nullopt;
  const bool is_destination = measure != nullptr && sentence.is_any(next, {"in", "for"}) && measure->cell(kId) == "investment.projects";
  if (is_destination) return std::nullopt;
  if (sentence.role(phrase.end - 1) == WordRole::kName) return std::nullopt;
  if (auto told = measure == nullptr ? next_of_list(figure, phrase) : std::nullopt) return told;
  if (const FoundEntry* verb = measure == nullptr ? passive_behind(figure, complement_end(sentence, phrase.end)) : nullptr;
      verb != nullptr) {
    MeasureReading told = verb_reading(sentence, *verb, figure.end());
    if (goes_to_state(sentence, told, verb->tokens.end)) told.flow = Flow::kOut;
    told.rule = "fact.passive";
    return told;
  }
  MeasureReading reading = measure_of_phrase(sentence, phrase);
  if (reading.id.empty() && is_of && !dimension.empty()) {
    reading.phrase = std::string(dimension) + " of " + reading.phrase;
    if (dimension == "capacity") reading.id = "company.capacity";
  }
  reading.rule = "fact.of_phrase";
  return reading;
}

std::optional<MeasureReading> of_phrase_before(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t of = figure.before();
  if (!sentence.is(of, "of") || of <= figure.floor() || is_other_end(figure)) return std::nullopt;
  const TokenRange phrase{phrase_begin(sentence, of, figure.floor()), of};
  // "a growth target of 8 percent": the measure qualifies its target.
  const bool qualified =
      phrase.begin + 1 < of && (sentence.covering(FactList::kPlanNoun, of - 1) != nullptr || sentence.is(of - 1, "rate"));
  if (qualified) {
    if (const FoundEntry* measure = measure_ending_at(sentence, of - 1)) {
      MeasureReading reading = listed_measure(sentence, *measure, phrase.begin);
      reading.rule = "fact.of_phrase";
      return reading;
    }
    if (figure.is_relative() && sentence.is(of - 2, "growth")) return growth_told_of(figure);
  }
  if (phrase.begin == phrase.end) return std::nullopt;
  // "to reach the target of [$5 billion]"
  const bool planned = sentence.covering(FactList::kPlanNoun, of - 1) != nullptr && names_plan(figure, {of - 1, of});
  const bool of_told = planned && !figure.last_told()->id.empty() && !last_measure(sentence, figure.clause().begin, of);
  if (of_told) return taken_over(level_of(*figure.last_told()), "fact.inherited");
  if (planned || sentence.covering(FactList::kVagueHead, of - 1) != nullptr) return std::nullopt;
  if (names_plan(figure, {of - 1, of})) return std::nullopt;  // "lower than its guidance of [$5 million]"
  const bool verb = sentence.role(of - 1) == WordRole::kParticiple && measure_ending_at(sentence, of) == nullptr;
  if (verb) return std::nullopt;  // "is composed of [$68 million]"
  if (sentence.is(of - 1, "range") && figure.dimension() != Dimension::kLength) return std::nullopt;
  auto whole = measure_before_its_source(figure, phrase);
  MeasureReading reading = whole ? *std::move(whole) : measure_of_phrase(sentence, phrase);
  extend_behind(figure, reading);
  reading.rule = "fact.of_phrase";
  return reading;
}

void extend_behind(const FigureView& figure, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(figure.before(), "of") || reading.phrase_tokens.end > figure.begin()) return;
  std::uint32_t end = figure.end();
  const bool converted = sentence.is(end, "(") && figure.has_next();
  if (converted) end = figure.next().tokens.end + 1;
  reading.phrase_tokens.end = complement_end(sentence, end);
}

}  // namespace attest::measure

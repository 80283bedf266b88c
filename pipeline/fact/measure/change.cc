#include "fact/measure/change.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "fact/measure/clause.h"
#include "fact/measure/count.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/told.h"
#include "fact/measure/verb.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// The verb that a passive behind the figure ends in: "[45%] more plastics and 8% more glass were [imported]"; null for none.
const FoundEntry* done_behind(const FigureView& figure, std::uint32_t token) {
  const FactSentence& sentence = figure.sentence();
  while (token < figure.clause().end && !sentence.is_auxiliary(token)) ++token;
  while (token < figure.clause().end && sentence.is_auxiliary(token)) ++token;
  return token < figure.clause().end ? sentence.covering(FactList::kMeasureVerb, token) : nullptr;
}

// "16 times more [powerful] than": how a thing is, and no thing.
bool is_compared_quality(const FactSentence& sentence, TokenRange thing) {
  const std::string_view word = sentence.view().word(thing.end - 1);
  return thing.end == thing.begin + 1 && sentence.is(thing.end, "than") &&
         (word.ends_with("ful") || word.ends_with("ous") || word.ends_with("ive") || word.ends_with("ible") || word.ends_with("able") ||
          word.ends_with("ient"));
}

// The sentence or what was told before it is about growth: a company forecasts its sales in a state, too.
bool tells_of_growth(const FigureView& figure) {
  const auto is_growth = [](const MeasureReading& reading) { return reading.id == "economy.gdp_growth"; };
  if (figure.context() != nullptr && is_growth(*figure.context())) return true;
  if (std::any_of(figure.earlier().begin(), figure.earlier().end(), is_growth)) return true;
  const TokenRange tokens = figure.sentence().tokens();
  for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
    if (figure.sentence().is_any(token, {"growth", "economic", "economy", "gdp"})) return true;
  }
  return false;
}

// "cut its forecast for growth in Chad to [3%]", "for Chad's growth": of the economy, where nothing else is named.
std::optional<MeasureReading> forecast_of_growth(const FigureView& figure, TokenRange object, std::uint32_t limit) {
  const FactSentence& sentence = figure.sentence();
  if (sentence.covering(FactList::kPlanNoun, object.end - 1) == nullptr || !sentence.is(object.end, "for")) return std::nullopt;
  std::uint32_t growth = object.end + 1;
  const auto is_owner = [&](std::uint32_t token) {
    return sentence.role(token) == WordRole::kName || sentence.role(token) == WordRole::kDate ||
           sentence.is_any(token, {"'s", "’s", "'", "its", "the", "this", "year"});
  };
  while (growth < limit && is_owner(growth)) ++growth;
  // "raised its outlook for Chad to [3%]"
  const bool of_state = growth == limit && sentence.role(limit - 1) == WordRole::kName && tells_of_growth(figure);
  const FoundEntry* measure = sentence.covering(FactList::kMeasure, growth);
  const bool grows = sentence.is(growth, "growth") || (measure != nullptr && measure->cell(kId) == "economy.gdp_growth");
  if (!of_state && (growth >= limit || !grows)) return std::nullopt;
  MeasureReading reading = economic_growth();
  reading.phrase_tokens = {object.begin, limit};
  reading.stands_still = true;  // the forecast moves
  return reading;
}

}  // namespace

std::optional<MeasureReading> difference(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t next = figure.end();
  const bool compares = sentence.covering(FactList::kComparative, next) != nullptr &&
                        (next + 1 >= sentence.tokens().end || sentence.role(next + 1) != WordRole::kContent);
  // "[26] more were injured": others, not the difference.
  const bool others = figure.quantity() == Quantity::kCount && sentence.is(next, "more") && !sentence.is(next + 1, "than");
  if (!compares || others || figure.quantity() == Quantity::kOrdinal || (figure.quantity() == Quantity::kCount && !figure.noun().empty()))
    return std::nullopt;
  if (auto of = last_measure(sentence, figure.floor(), figure.begin())) return growth_of(std::move(*of));
  const FoundEntry* verb = figure.is_relative() ? nullptr : verb_of_object(figure);
  if (verb != nullptr) return growth_of(verb_reading(sentence, *verb, figure.end()));
  if (!figure.is_first() && figure.earlier().back().kind != ReadingKind::kNone) {
    MeasureReading reading = growth_of(figure.earlier().back());
    reading.same_parties = true;
    return reading;
  }
  // "According to the report, this is [21 percent] less"
  const std::uint32_t is = verb_before(sentence, figure.begin(), figure.floor());
  const bool pronoun = figure.is_first() && is < figure.begin() && is > figure.clause().begin &&
                       sentence.is_any(is - 1, {"this", "that"}) && is == figure.begin() - 1;
  if (pronoun && figure.last_told() != nullptr) return growth_of(taken_over(level_of(*figure.last_told()), "fact.growth"));
  auto of = subject(figure);
  // "The figure is [28 percent] lower than a year earlier"
  const MeasureReading* told = !of && refers_back(figure, phrase_before(sentence, is, figure.floor())) ? figure.last_told() : nullptr;
  if (told != nullptr) return growth_of(taken_over(level_of(*told), "fact.growth"));
  if (!of) of = inherited(figure);
  if (!of) return std::nullopt;
  return growth_of(std::move(*of));
}

namespace {

// "the number of jobs in July | from": behind the dates that a complement ends with.
std::uint32_t behind_time(const FactSentence& sentence, std::uint32_t token, std::uint32_t limit) {
  while (token + 1 < limit && sentence.role(token) == WordRole::kPreposition && sentence.role(token + 1) == WordRole::kDate) {
    ++token;
    while (token < limit && sentence.role(token) == WordRole::kDate) ++token;
  }
  return token;
}

}  // namespace

std::optional<MeasureReading> object_moved(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  // "raise trade [up] to $5 billion", "revised its forecast [upward] to 5%"
  const bool up_to = figure.begin() > figure.floor() + 2 && sentence.is(figure.begin() - 1, "to") &&
                     sentence.is_any(figure.begin() - 2, {"up", "upward", "upwards", "downward", "downwards"});
  const std::uint32_t to = up_to ? figure.begin() - 1 : figure.before();
  const bool behind_count =
      !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount && figure.quantity() != Quantity::kCount;
  if (!sentence.is_any(to, {"to", "from"}) || (to <= figure.floor() && !behind_count)) return std::nullopt;
  const FoundEntry* moved = to <= figure.floor() ? nullptr : sentence.last_before(FactList::kMovement, up_to ? to - 1 : to, figure.floor());
  // "raised its support for [279] projects to [$22 billion]": the object holds a number itself.
  const bool over_count = moved == nullptr && behind_count;
  if (over_count) moved = sentence.last_before(FactList::kMovement, figure.previous().tokens.begin, figure.clause().begin);
  const bool has_object =
      moved != nullptr && moved->cell(kTakesObject) == "yes" && sentence.role(moved->tokens.begin) != WordRole::kContent;
  if (!has_object) return std::nullopt;
  const bool it = moved->tokens.end < to && sentence.role(moved->tokens.end) == WordRole::kPronoun;
  if (const MeasureReading* told = it ? reading_to_inherit(figure) : nullptr; told != nullptr)
    return taken_over(figure.is_relative() ? *told : level_of(*told), "fact.object_moved");
  const TokenRange object = phrase_at(sentence, behind_dates(sentence, moved->tokens.end));
  if (object.begin >= object.end || object.end > to || sentence.role(object.end - 1) != WordRole::kContent) return std::nullopt;
  // "increased year on year to": no object.
  const std::uint32_t limit = over_count ? figure.previous().tokens.begin : to;
  if (over_count && (object.end >= limit || verb_before(sentence, to, limit) < to)) return std::nullopt;
  // "cut its forecast for Chad's 2024 growth to [3%]"
  if (auto foreseen = figure.is_relative() ? forecast_of_growth(figure, object, limit) : std::nullopt) return foreseen;
  if (!over_count &&
      (sentence.is(object.end, "on") || behind_time(sentence, complement_end(sentence, object.end), to) < to - (up_to ? 1U : 0U)))
    return std::nullopt;
  // "increase the number of places from [100] to 300"
  const bool numbers = figure.quantity() == Quantity::kCount && sentence.is(object.end - 1, "number") && sentence.is(object.end, "of");
  const TokenRange counted_things = numbers ? phrase_at(sentence, object.end + 1) : TokenRange{};
  if (counted_things.begin < counted_things.end) return count_of(figure, counted_things, {});
  auto reading = last_measure(sentence, object.begin, limit);
  const bool alone = !reading && figure.is_relative() && object.end == object.begin + 1 && sentence.is(object.begin, "growth");
  if (alone) return growth_told_of(figure);  // "cut growth to [3%]"
  // "to raise this figure to [$5 billion]"
  const MeasureReading* told = !reading && refers_back(figure, object) ? amount_told_of(figure) : nullptr;
  if (told != nullptr) return taken_over(level_of(*told), "fact.object_moved");
  if (!reading) reading = measure_of_phrase(sentence, object);
  reading->rule = "fact.object_moved";
  return reading;
}

namespace {

// "A rise in trade was recorded in Chad (+[$2 million]) and Niger (+[$3 million])": by so much each.
std::optional<MeasureReading> signed_in_row(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t begin = figure.begin();
  const std::uint32_t sign = sentence.is(begin, "+") ? begin : begin - 1;
  const bool plus = figure.quantity() == Quantity::kMoney && sentence.is(sign, "+") && sentence.is(sign - 1, "(") &&
                    sentence.role(sign - 2) == WordRole::kName;
  if (!plus) return std::nullopt;
  if (!figure.is_first() && figure.earlier().back().rule == "fact.signed") return taken_over(figure.earlier().back(), "fact.signed");
  auto listed = figure.is_first() ? last_measure(sentence, figure.clause().begin, begin) : std::nullopt;
  if (!listed) return std::nullopt;
  MeasureReading reading = growth_of(*std::move(listed));
  reading.rule = "fact.signed";
  return reading;
}

}  // namespace

namespace {

// "the decline | made", "growth rate | –", "growth |": behind the noun of change whose size the figure tells; 0 for none.
std::uint32_t end_of_change_noun(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t floor = figure.previous().tokens.end;
  std::uint32_t end = figure.begin();
  const auto is_link = [&](std::uint32_t token) {
    return sentence.role(token) == WordRole::kVerb || sentence.covering(FactList::kFigureHedge, token) != nullptr ||
           sentence.is_any(token, {"to", "up", ":", "-", "\xE2\x80\x93", "\xE2\x80\x94"});
  };
  while (end > floor && is_link(end - 1)) --end;
  if (end > floor + 1 && sentence.is_any(end - 1, {"rate", "rates", "pace"})) --end;
  return end > floor ? end : 0;
}

// ", and the | decline", "(| growth": behind a comma or bracket nothing but an article, and before it no other thing that might have
// changed.
bool only_parts(const FactSentence& sentence, std::uint32_t begin, std::uint32_t noun) {
  std::uint32_t opening = noun;
  while (opening > begin && (sentence.role(opening - 1) == WordRole::kDeterminer ||
                             sentence.is_any(opening - 1, {"and", "with", "while", "where", "annual", "total", "overall"})))
    --opening;
  if (opening <= begin || !sentence.is_any(opening - 1, {",", "(", ";"})) return false;
  for (std::uint32_t token = begin; token < opening; ++token) {
    const bool tells = sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kClause;
    if (tells && !sentence.is(token, "compared")) return false;
  }
  return sentence.first_from(FactList::kMeasure, begin, opening) == nullptr;
}

}  // namespace

std::optional<MeasureReading> named_change(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first() || figure.quantity() != Quantity::kPercent) return std::nullopt;
  // "$5 million, falling by $1 million, the decline made [17%]"
  const MeasureReading& told = figure.earlier().back();
  const bool grown = told.kind == ReadingKind::kLevel || told.kind == ReadingKind::kGrowth;
  if (!grown || told.quantity == Quantity::kPercent) return std::nullopt;
  const std::uint32_t end = end_of_change_noun(figure);
  const FoundEntry* noun = end > 0 ? sentence.covering(FactList::kChangeNoun, end - 1) : nullptr;
  const bool adjoins = noun != nullptr && only_parts(sentence, figure.previous().tokens.end, noun->tokens.begin);
  return adjoins ? std::optional(growth_of(told)) : std::nullopt;
}

std::optional<MeasureReading> signed_change(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t begin = figure.begin();
  if (begin <= sentence.tokens().begin + 1) return std::nullopt;
  if (auto listed = signed_in_row(figure)) return listed;
  if (figure.quantity() != Quantity::kPercent || figure.is_first()) return std::nullopt;
  const bool plus = sentence.is(begin, "+") || sentence.is(begin - 1, "+");
  const bool negative = figure.value() && figure.value()->is_negative();
  const std::uint32_t bracket = sentence.is(begin - 1, "+") ? begin - 2 : begin - 1;
  const MeasureReading& level = figure.earlier().back();
  if ((!plus && !negative) || !sentence.is(bracket, "(") || level.kind == ReadingKind::kNone || level.kind == ReadingKind::kShare)
    return std::nullopt;
  MeasureReading reading = growth_of(level);
  reading.same_parties = true;
  reading.rule = "fact.signed";
  return reading;
}

std::optional<MeasureReading> other_words(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool joined = !figure.is_first() && figure.begin() > sentence.tokens().begin && sentence.is(figure.begin() - 1, "or");
  // "$5 million, equal to [$1.26 a share]"
  const bool equals = !figure.is_first() && sentence.is(figure.before(), "to") && figure.before() > figure.floor() &&
                      sentence.is_any(figure.before() - 1, {"equal", "equivalent"});
  const bool of_profit =
      (joined || equals) && (figure.earlier().back().id == "company.profit" || figure.earlier().back().id == "company.loss");
  if (of_profit && figure.unit().find("share") != std::string::npos) return taken_over(figure.earlier().back(), "fact.inherited");
  if (!joined || figure.earlier().back().kind != ReadingKind::kGrowth || figure.earlier().back().quantity == figure.quantity())
    return std::nullopt;
  std::uint32_t end = figure.begin() - 1;
  if (sentence.is(end - 1, ",")) --end;
  if (figure.previous().tokens.end != end) return std::nullopt;
  MeasureReading reading = figure.earlier().back();
  reading.same_parties = true;
  reading.rule = "fact.other_words";
  return reading;
}

std::optional<MeasureReading> more_of_thing(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool in_other_words = !figure.is_first() && sentence.is(figure.begin() - 1, "or");  // "200 or [0.9%] fewer births"
  const bool more = is_share(figure.quantity()) && !in_other_words && sentence.is_any(figure.end(), {"more", "fewer", "less"});
  const TokenRange thing = more ? phrase_at(sentence, figure.end() + 1) : TokenRange{};
  if (thing.begin >= thing.end || sentence.role(thing.end - 1) != WordRole::kContent) return std::nullopt;
  if (is_compared_quality(sentence, thing)) return std::nullopt;
  const FoundEntry* done = figure.has_before() ? sentence.covering(FactList::kMeasureVerb, figure.before()) : nullptr;
  if (done == nullptr && !figure.is_first() && figure.earlier().back().kind == ReadingKind::kGrowth && figure.earlier().back().from_verb)
    return growth_of(part_of_told(sentence, figure.earlier().back(), thing));
  if (done == nullptr) done = done_behind(figure, thing.end);
  if (done == nullptr) return growth_of(measure_of_phrase(sentence, thing));
  MeasureReading reading = verb_reading(sentence, *done, thing.begin);
  if (reading.id == "company.deal_value") reading.id = "";  // goods, no firms
  return growth_of(std::move(reading));
}

std::optional<MeasureReading> change_of_listed(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_relative() || figure.is_first() || figure.earlier().back().kind != ReadingKind::kGrowth || !figure.has_before())
    return std::nullopt;
  const std::uint32_t end = figure.previous().tokens.end;
  const auto goes_on = [&](std::uint32_t token) { return token >= end && sentence.is_any(token, {",", "and", ";"}); };
  TokenRange part;
  if (sentence.is(figure.before(), "by") && goes_on(figure.before() - 1) && sentence.is(figure.end(), "of")) {
    part = phrase_at(sentence, figure.end() + 1);
  } else if (sentence.is_any(figure.before(), {"-", "–", "—"}) && figure.before() > end) {
    part = {phrase_begin(sentence, figure.before(), end), figure.before()};
    if (!goes_on(part.begin - 1)) return std::nullopt;
  }
  if (part.begin >= part.end || sentence.role(part.end - 1) != WordRole::kContent) return std::nullopt;
  MeasureReading reading = growth_of(part_of_told(sentence, figure.earlier().back(), part));
  reading.same_parties = true;
  return reading;
}

std::optional<MeasureReading> interest(const FigureView& figure) {
  if (!figure.is_relative() || figure.is_first() || !figure.sentence().is(figure.before(), "at")) return std::nullopt;
  const std::string& id = figure.earlier().back().id;
  if (id != "loan.amount" && id != "bond.amount" && id != "debt.amount" && id != "finance.amount") return std::nullopt;
  MeasureReading reading = interest_rate();
  reading.same_parties = true;
  reading.rule = "fact.interest";
  return reading;
}

std::optional<MeasureReading> added_to(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool changes = sentence.covering(FactList::kTakingVerb, figure.before()) != nullptr;
  const std::uint32_t to = figure.end() + (sentence.is_any(figure.end(), {"”", "\""}) ? 1 : 0);
  if (!changes || figure.quantity() == Quantity::kOrdinal || !sentence.is_any(to, {"to", "off", "from"})) return std::nullopt;
  const TokenRange whole = phrase_at(sentence, to + 1);
  const FoundEntry* measure = whole.begin < whole.end ? measure_ending_at(sentence, whole.end) : nullptr;
  const bool of_growth = measure == nullptr && whole.end - whole.begin == 1 && sentence.is(whole.begin, "growth");
  if (of_growth) return economic_growth();
  if (measure == nullptr) return std::nullopt;
  if (measure->cell(kId) == "economy.gdp_growth") return economic_growth();
  MeasureReading reading = growth_of(listed_measure(sentence, *measure, whole.begin));
  return reading;
}

std::optional<MeasureReading> change_of_share(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool points = figure.quantity() == Quantity::kPercentagePoint && !figure.is_first();
  if (!points || figure.earlier().back().kind != ReadingKind::kShare || figure.earlier().back().quantity != Quantity::kPercent)
    return std::nullopt;
  const bool aside = sentence.is_any(figure.before(), {"up", "down"}) && figure.before() > sentence.tokens().begin &&
                     sentence.is(figure.before() - 1, ",");
  if (!aside && sentence.covering(FactList::kComparative, figure.end()) == nullptr) return std::nullopt;
  const MeasureReading& share = figure.earlier().back();
  MeasureReading reading = growth_of(share);
  reading.id.clear();
  reading.level_id = share.id;
  reading.level_phrase = share.phrase;
  reading.phrase = "growth of " + share.phrase;
  reading.same_parties = true;
  return reading;
}

}  // namespace attest::measure

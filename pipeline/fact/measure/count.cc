#include "fact/measure/count.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "fact/figure_dimension.h"
#include "fact/measure/harm.h"
#include "fact/measure/phrase.h"
#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest::measure {
namespace {

constexpr std::uint32_t kReachOfWhole = 5;  // tokens: "of the town's nearly 200"

// "in 63 and 17 cities respectively", "63 out of the 80 cities": what two joined numbers count; empty for none.
TokenRange joined_noun(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kCount || !figure.noun().empty() || !figure.has_next()) return {};
  std::uint32_t begin = figure.end();
  if (sentence.is(begin, "out") && sentence.is(begin + 1, "of")) {
    begin += 2;
    while (sentence.role(begin) == WordRole::kDeterminer) ++begin;
  } else if (sentence.is_any(begin, {"and", "or"})) {
    ++begin;
  }
  const MentionAt next = figure.next();
  const Figure& counted = figure.record(next);
  if (begin == figure.end() || next.tokens.begin != begin || counted.quantity != Quantity::kCount || counted.noun.empty()) return {};
  return phrase_at(sentence, next.tokens.end);
}

// "Imports of cars doubled to 11,400 units", "the death toll rose to 84 people": the level of what moved.
std::optional<MeasureReading> level_of_subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool after_growth =
      !figure.is_first() && sentence.is(figure.before(), "to") && figure.earlier().back().kind == ReadingKind::kGrowth;
  if (after_growth && !figure.earlier().back().level_phrase.empty()) {
    return taken_over(level_of(figure.earlier().back()), "fact.inherited");
  }
  const bool by = sentence.is(figure.before(), "by") && figure.moved_before(figure.before());
  const bool to_level =
      (by || sentence.is_any(figure.before(), {"to", "from"})) && verb_before(sentence, figure.before(), figure.floor()) < figure.before();
  if (!to_level) return std::nullopt;
  const FoundEntry* moved = sentence.last_before(FactList::kMovement, figure.before(), figure.floor());
  if (moved == nullptr) return std::nullopt;
  auto reading = last_measure(sentence, figure.floor(), moved->tokens.begin);
  if (reading && by) return growth_of(*std::move(reading));
  if (reading) reading->rule = "fact.subject";
  return reading;
}

// "350,000 families live off it": what is counted ends with its plural.
TokenRange until_noun(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t token = phrase.begin; token + 1 < phrase.end; ++token) {
    const std::string_view word = sentence.view().word(token);
    const bool modifies = sentence.view().word(token + 1).ends_with("s") && sentence.role(token + 1) == WordRole::kContent;
    if (word.ends_with("s") && singular_of(word) == figure.noun() && !modifies) return {phrase.begin, token + 1};
    // "350,000 people face hunger"
    if (!modifies && sentence.is_any(token, {"people", "children", "men", "women"})) return {phrase.begin, token + 1};
  }
  return phrase;
}

// "[40] of the town's 200 houses were burned": of the figure before, which counts a part of these.
bool is_whole_of_part(const FigureView& figure) {
  if (figure.is_first() || figure.earlier().back().kind != ReadingKind::kCount) return false;
  const std::uint32_t of = figure.previous().tokens.end;
  return figure.sentence().is(of, "of") && figure.begin() <= of + kReachOfWhole;
}

// "an annual capacity of [50,000] cars", "claimed [30] lives": the words before say what is counted.
std::optional<MeasureReading> named_before_count(const FigureView& figure, TokenRange phrase) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* capacity = sentence.is(figure.before(), "of") ? measure_ending_at(sentence, figure.before()) : nullptr;
  // "The capacity of [three] lines that meet here totals 5 tons": theirs is told behind
  const bool told_behind =
      figure.has_next() && verb_before(sentence, figure.next().tokens.begin, figure.end()) < figure.next().tokens.begin;
  if (capacity != nullptr && capacity->cell(0) == "company.capacity" && !told_behind) {
    MeasureReading made = listed_measure(sentence, *capacity, capacity->tokens.begin);
    made.rule = "fact.of_phrase";
    return made;
  }
  const bool lives = sentence.is_any(figure.before(), {"claimed", "claiming", "claims"}) && sentence.is(phrase.begin, "lives");
  const bool lives_of = sentence.is(figure.before(), "of") && figure.before() > figure.floor() && sentence.is(figure.before() - 1, "lives");
  // "the bodies of [11] miners"
  const bool of = sentence.is(figure.before(), "of") && figure.before() > figure.clause().begin;
  const bool bodies = of && sentence.is_any(figure.before() - 1, {"bodies", "corpses", "remains", "death"});
  if (!lives && !lives_of && !bodies) return std::nullopt;
  MeasureReading dead = people();
  if (bodies) dead = count_of(figure, until_noun(figure, phrase), figure.noun());
  dead.id = "conflict.deaths";
  dead.phrase += " killed";
  dead.rule = "fact.counted";
  return dead;
}

// "[300] fully | electric buses", "[40] newly built | schools": behind the adverb that only tells how, and the participle that it
// describes.
std::uint32_t behind_manner(const FactSentence& sentence, std::uint32_t token) {
  const bool manner = sentence.role(token) == WordRole::kAdverb && sentence.view().word(token).ends_with("ly");
  if (!manner) return token;
  const WordRole next = sentence.role(token + 1);
  if (next == WordRole::kContent || next == WordRole::kParticiple) return token + 1;
  return next == WordRole::kVerb && sentence.role(token + 2) == WordRole::kContent ? token + 2 : token;
}

// "[40,000] more people than a year before": the difference; "[40] more people": the count.
std::optional<MeasureReading> count_compared(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool compares = figure.dimension() == Dimension::kBare && sentence.is_any(figure.end(), {"more", "fewer", "extra", "additional"});
  const TokenRange compared = compares ? phrase_at(sentence, figure.end() + 1) : TokenRange{};
  if (compared.begin >= compared.end) return std::nullopt;
  const std::uint32_t end = complement_end(sentence, compared.end);
  const bool than = sentence.is(end, "than") && !sentence.is_any(end - 1, {"more", "less"});  // not "100 more jets for more than"
  return than ? growth_of(count_of(figure, compared, {})) : count_of(figure, compared, {});
}

// "killed 100 people and left [128] others missing": more of those counted before.
std::optional<MeasureReading> count_of_others(const FigureView& figure, TokenRange phrase) {
  const MeasureReading* told = !figure.is_first() ? &figure.earlier().back() : nullptr;
  if (figure.noun() != "other" || told == nullptr || told->kind != ReadingKind::kCount) return std::nullopt;
  MeasureReading same = taken_over(told->id.starts_with("conflict.") ? people() : *told, "fact.counted");
  auto harm = harm_behind(figure, phrase.end, phrase.end);
  if (!harm) harm = harm_before(figure);
  // "killing 20 people and injuring [300] others"
  const FoundEntry* verb = figure.has_before() ? figure.sentence().covering(FactList::kMeasureVerb, figure.before()) : nullptr;
  if (!harm && verb != nullptr && verb->cell(kId).starts_with("conflict.")) harm = Harm{verb->cell(kId), {}};
  if (harm) return count_with(std::move(same), *harm);
  // "20 homes were destroyed and [300] others damaged": what was done to these
  const std::string done = participle_behind(figure, phrase.end);
  const std::size_t last = same.phrase.rfind(' ');
  const bool other_deed = !done.empty() && last != std::string::npos && same.phrase.ends_with("ed");
  if (other_deed) same.phrase.replace(last + 1, std::string::npos, done);
  return same;
}

// What the verbs before and behind those counted say of them.
void tell_by_verbs(const FigureView& figure, TokenRange phrase, MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* verb = !figure.has_before() ? nullptr : sentence.covering(FactList::kMeasureVerb, figure.before());
  // "losing [seven] soldiers"
  const bool loses = figure.has_before() && sentence.is_any(figure.before(), {"lost", "losing", "lose", "loses"}) &&
                     phrase.begin < phrase.end && sentence.covering(FactList::kPersonNoun, phrase.end - 1) != nullptr;
  if (loses) reading.id = "conflict.deaths";
  const bool tells_of_people = verb != nullptr && (verb->cell(kId).starts_with("conflict.") ||
                                                   (verb->cell(kId) == "company.employees" && reading.id == "people.count"));
  if (tells_of_people) reading.id = verb->cell(kId);
  // "produced 120,000 cars"
  const bool tells_of_goods =
      verb != nullptr &&
      (verb->cell(kId) == "economy.production" ||
       (verb->cell(kId).starts_with("trade.") && sentence.view().word(figure.before()).find("port") != std::string_view::npos));
  if (tells_of_goods && reading.id.empty()) reading.id = verb->cell(kId);
  // "another [16] bodies were recovered"
  std::uint32_t verb_at = phrase.end;
  while (sentence.is_auxiliary(verb_at)) ++verb_at;
  const bool found = figure.noun() == "body" && sentence.is_any(verb_at, {"found", "discovered", "recovered", "retrieved"});
  if (found) reading.id = "conflict.deaths";
  std::string done = participle_behind(figure, phrase.end);
  // "the floods have affected [30 million] people"
  const bool did = figure.has_before() && sentence.covering(FactList::kDoneParticiple, figure.before()) != nullptr;
  if (done.empty() && did) done = ascii_lowered(sentence.view().word(figure.before()));
  const bool of_homes = reading.id == "energy.households";
  if (done.empty() || !(reading.id.empty() || of_homes || reading.id == "people.count")) return;
  if (of_homes) reading.id.clear();
  reading.phrase += " " + done;
}

// Where those counted end who do what stands at `verb`: "Kenyans | who have also | visited"; behind the verb where nobody does.
std::uint32_t person_end(const FigureView& figure, TokenRange phrase, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t end = verb;
  while (end > phrase.begin && (sentence.is_auxiliary(end - 1) || sentence.role(end - 1) == WordRole::kAdverb ||
                                sentence.is_any(end - 1, {"who", "that", "now", "currently", "already"})))
    --end;
  if (end == phrase.begin) return verb + 1;
  const auto parties = sentence.parties();
  const bool national =
      std::any_of(parties.begin(), parties.end(), [&](const Party& party) { return party.adjective && party.tokens.end == end; });
  const std::uint32_t noun_end = until_noun(figure, phrase).end;
  const bool of_state = sentence.is(noun_end, "of") && sentence.role(end - 1) == WordRole::kName;  // "citizens of Chad | study"
  const bool counted = (of_state || end == noun_end) &&
                       figure.lexicon().cell_of(FactList::kCountedMeasure, figure.noun(), 0) == std::string_view("people.count");
  const bool person = national || counted || sentence.covering(FactList::kPersonNoun, end - 1) != nullptr;
  return person ? end : verb + 1;
}

// "[5,000] Kenyans", "[2 million] people", but not "[20] doctors", who visit a hospital.
bool are_from_abroad(const FigureView& figure, std::uint32_t begin, std::uint32_t end) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t token = begin; token < end; ++token) {
    if (sentence.is_any(token, {"people", "citizens", "nationals", "foreigners", "residents", "tourists"})) return true;
  }
  return std::any_of(sentence.parties().begin(), sentence.parties().end(),
                     [&](const Party& party) { return is_state(party) && party.tokens.begin >= begin && party.tokens.end <= end; });
}

// "[5 million] Kenyans visited Peru", "[300] citizens of Chad study in Peru": what those who are counted do there.
void tell_by_deed(const FigureView& figure, TokenRange phrase, MeasureReading& reading) {
  if (!reading.id.empty() && reading.id != "people.count") return;
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kReach = 4;  // tokens: "who are currently also"
  const std::uint32_t limit = std::max(phrase.end, reading.phrase_tokens.end) + kReach;
  const FoundEntry* deed = sentence.first_from(FactList::kPeopleVerb, phrase.begin + 1, std::min(limit, sentence.tokens().end));
  const bool told = deed != nullptr && (!figure.has_next() || deed->tokens.begin < figure.next().tokens.begin);
  if (!told) return;
  const std::uint32_t end = person_end(figure, phrase, deed->tokens.begin);
  if (end > deed->tokens.begin || (deed->cell(0) == "tourism.visitors" && !are_from_abroad(figure, phrase.begin, deed->tokens.begin)))
    return;
  reading.phrase = count_of(figure, {phrase.begin, std::min(end, until_noun(figure, phrase).end)}, {}).phrase + ' ';
  reading.phrase += deed->cell(1);
  reading.id = deed->cell(0);
}

// "produced 5 tons of meat, [3 million] eggs": what the verb before the row tells of all of it.
bool goes_on_producing(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool joined = !figure.is_first() && figure.has_before() && sentence.is_any(figure.before(), {",", "and"});
  if (!joined || figure.earlier().back().id != "economy.production" || figure.previous().tokens.begin < figure.clause().begin) return false;
  for (std::uint32_t token = figure.previous().tokens.end; token < figure.begin(); ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kClause) return false;
  }
  for (const MeasureReading& told : figure.earlier()) {
    if (told.from_verb && told.id == "economy.production") return true;
  }
  return false;
}

}  // namespace

std::optional<MeasureReading> counted(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (auto compared = count_compared(figure)) return compared;
  if (figure.quantity() != Quantity::kCount || figure.noun().empty()) return std::nullopt;
  const bool of = sentence.is(figure.end(), "of");
  // "12 weekly flights"
  const bool dated = sentence.is_any(figure.end(), {"daily", "weekly", "monthly", "annual", "yearly", "hourly"});
  const TokenRange phrase =
      phrase_at(sentence, dated ? behind_dates(sentence, figure.end()) : behind_manner(sentence, figure.end() + (of ? 1 : 0)));
  if (phrase.begin == phrase.end) return std::nullopt;
  if (auto level = level_of_subject(figure)) return level;
  const bool exceeds = sentence.is_any(phrase.begin, {"more", "fewer"}) && phrase.end > phrase.begin + 1 &&
                       sentence.is(complement_end(sentence, phrase.end), "than");
  if (exceeds) return growth_of(count_of(figure, {phrase.begin + 1, phrase.end}, figure.noun()));
  if (auto named = named_before_count(figure, phrase)) return named;
  if (auto others = count_of_others(figure, phrase)) return others;
  MeasureReading reading = count_of(figure, until_noun(figure, phrase), figure.noun());
  if (is_whole_of_part(figure)) return reading;
  // "[5 million] internally displaced people"
  const FoundEntry* suffered = phrase.begin > figure.end() ? sentence.covering(FactList::kMeasureVerb, phrase.begin - 1) : nullptr;
  if (suffered != nullptr && suffered->cell(kId).starts_with("conflict."))
    return count_with(std::move(reading), {suffered->cell(kId), ascii_lowered(sentence.view().word(phrase.begin - 1))});
  // "leaving [67] people dead"
  if (phrase.end > phrase.begin + 1 && sentence.is(phrase.end - 1, "dead"))
    return count_with(count_of(figure, {phrase.begin, phrase.end - 1}, figure.noun()), {"conflict.deaths", "dead"});
  auto harm = harm_before(figure);
  if (!harm) harm = harm_behind(figure, reading.phrase_tokens.end, phrase.end);
  const bool told_here = figure.has_before() && sentence.covering(FactList::kMeasureVerb, figure.before()) != nullptr;
  if (!harm && !told_here)
    harm = harm_of_group(figure, {phrase.begin, reading.phrase_tokens.begin < reading.phrase_tokens.end
                                                    ? std::min(phrase.end, until_noun(figure, phrase).end)
                                                    : phrase.end});
  if (harm) return count_with(std::move(reading), *harm);
  tell_by_verbs(figure, phrase, reading);
  tell_by_deed(figure, phrase, reading);
  if (reading.id.empty() && goes_on_producing(figure)) reading.id = "economy.production";
  return reading;
}

std::optional<MeasureReading> came_from(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t from = figure.end();
  if (sentence.is_any(from, {"were", "came", "are", "come"})) ++from;
  const std::uint32_t name = from + (sentence.role(from + 1) == WordRole::kDeterminer ? 2 : 1);
  const bool named = figure.quantity() == Quantity::kCount && figure.noun().empty() && sentence.is(from, "from") &&
                     sentence.role(name) == WordRole::kName && sentence.role(figure.before()) != WordRole::kVerb;
  const MeasureReading* told = named ? figure.last_told() : nullptr;
  if (told == nullptr) return std::nullopt;
  MeasureReading same = level_of(*told);
  const bool of_people = same.id == "tourism.visitors" || same.id == "conflict.displaced" || same.id == "people.count" ||
                         same.id == "transport.passengers" || told->kind == ReadingKind::kCount;
  const bool in_row =
      !figure.is_first() && (sentence.is(figure.previous().tokens.end, "from") || sentence.is(figure.previous().tokens.end + 1, "from"));
  const bool joined = sentence.is(figure.before(), "and") && !sentence.is(figure.before() - 1, ";") && !in_row;
  if (!of_people || joined || sentence.is_any(figure.before(), {"to", "by", "from"})) return std::nullopt;
  same = taken_over(std::move(same), "fact.counted");
  same.inherited = false;  // the sentence names where from
  same.phrase_tokens = {figure.end(), phrase_at(sentence, name).end};
  return same;
}

std::optional<MeasureReading> part_of_counted(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (const TokenRange noun = joined_noun(figure); noun.begin < noun.end) return count_of(figure, noun, {});
  const bool of = figure.quantity() == Quantity::kCount && sentence.is(figure.end(), "of");
  if (!of || !figure.has_next()) return std::nullopt;
  const MentionAt whole = figure.next();
  const Figure& counted = figure.record(whole);
  if (counted.noun.empty() || whole.tokens.begin > figure.end() + kReachOfWhole) return std::nullopt;
  for (std::uint32_t token = figure.end() + 1; token < whole.tokens.begin; ++token) {
    if (sentence.role(token) == WordRole::kDate || sentence.role(token) == WordRole::kMark) return std::nullopt;
  }
  const TokenRange phrase = phrase_at(sentence, whole.tokens.end);
  MeasureReading reading = count_of(figure, phrase, counted.noun);
  if (const auto harm = harm_behind(figure, reading.phrase_tokens.end, phrase.end)) return count_with(std::move(reading), *harm);
  const std::string done = participle_behind(figure, phrase.end);
  if (!done.empty()) reading.phrase += " " + done;
  return reading;
}

MeasureReading count_of(const FigureView& figure, TokenRange phrase, std::string_view noun) {
  const FactSentence& sentence = figure.sentence();
  MeasureReading reading = unlisted_measure(sentence, phrase, true);
  reading.kind = ReadingKind::kCount;
  // "20 Confucius Institutes": things that have only a name
  const bool named = reading.phrase.empty() && phrase.begin < phrase.end && sentence.role(phrase.begin) == WordRole::kName;
  if (named && phrase.begin == figure.end()) reading.phrase = noun;
  const std::size_t head = reading.phrase.find_last_of(' ') + 1;
  const std::string word = ascii_lowered(sentence.view().word(phrase.end - 1));
  if (const auto singular = figure.lexicon().cell_of(FactList::kIrregularPlural, word, 0))
    reading.phrase.replace(head, std::string::npos, *singular);
  auto id = noun.empty() ? std::nullopt : figure.lexicon().cell_of(FactList::kCountedMeasure, noun, 0);
  if (!id) id = figure.lexicon().cell_of(FactList::kCountedMeasure, std::string_view(reading.phrase).substr(head), 0);
  if (id) reading.id = *id;
  reading.rule = "fact.counted";
  return reading;
}

std::string participle_behind(const FigureView& figure, std::uint32_t token) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t first = token;
  // "a poll of [1,200] adults was conducted": the verb of one.
  const bool of_one = sentence.is_any(token, {"was", "is", "has"}) && figure.value() && *figure.value() != Decimal(1);
  if (of_one) return {};
  while (sentence.role(token) == WordRole::kAdverb || sentence.is_auxiliary(token)) {
    if (++token >= figure.clause().end) return {};
  }
  // "left 2,300 houses destroyed"
  const bool broken = token == first && sentence.covering(FactList::kDoneParticiple, token) != nullptr;
  const bool passive = (token > first || broken) && sentence.view().word(token).ends_with("ed") &&
                       sentence.covering(FactList::kMovement, token) == nullptr &&
                       sentence.covering(FactList::kSpeechVerb, token) == nullptr &&
                       sentence.covering(FactList::kStatusWord, token) == nullptr;
  return passive || sentence.is(token, "missing") ? ascii_lowered(sentence.view().word(token)) : std::string();
}

}  // namespace attest::measure

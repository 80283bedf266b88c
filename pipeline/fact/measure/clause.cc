#include "fact/measure/clause.h"

#include <algorithm>
#include <utility>

#include "fact/measure/count.h"
#include "fact/measure/harm.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/subject.h"
#include "fact/measure/thing.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "the funding [allocated] for these two projects": tells of its noun, without being the verb of a clause.
bool is_reduced_relative(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const bool participle = verb > figure.clause().begin && verb + 1 < sentence.tokens().end && sentence.view().word(verb).ends_with("ed");
  return participle && sentence.role(verb - 1) == WordRole::kContent && sentence.is_any(verb + 1, {"for", "to", "in", "by"});
}

// "Tarvo accounted for [9 million tonnes]": of the amount that the text has told of.
std::optional<MeasureReading> part_of_level(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool part = figure.is_amount() && sentence.is(figure.before(), "for") && figure.before() > figure.clause().begin &&
                    sentence.covering(FactList::kShareVerb, figure.before() - 1) != nullptr;
  if (!part || !figure.told().level || figure.told().level->quantity != figure.quantity()) return std::nullopt;
  return taken_over(*figure.told().level, "fact.inherited");
}

// "oil demand [growth] is put at 2 million barrels": of the measure in front of it.
bool grows_there(const FactSentence& sentence, const MeasureReading& reading) {
  for (std::uint32_t token = reading.phrase_tokens.begin; token < reading.phrase_tokens.end; ++token) {
    const FoundEntry* measure = measure_ending_at(sentence, token + 1);
    if (measure == nullptr) continue;
    const bool noun =
        sentence.role(token + 1) == WordRole::kContent && sentence.is_any(token + 1, {"growth", "increase", "decline", "fall"});
    return noun && measure->cell(kId) == reading.id;
  }
  return false;
}

// "the growth rate of Peru's [exports] was 5%": how fast what stands behind "of" grows.
bool is_growth_rate_of(const FigureView& figure, const MeasureReading& reading) {
  const FactSentence& sentence = figure.sentence();
  if (figure.quantity() != Quantity::kPercent || reading.kind != ReadingKind::kLevel) return false;
  std::uint32_t of = reading.phrase_tokens.begin;
  while (of > figure.floor() && (sentence.role(of - 1) == WordRole::kName || sentence.role(of - 1) == WordRole::kPossessive ||
                                 sentence.role(of - 1) == WordRole::kDeterminer))
    --of;
  return of > figure.floor() + 2 && sentence.is_any(of - 1, {"of", "in"}) && sentence.is(of - 2, "rate") && sentence.is(of - 3, "growth");
}

// What was told of last is of the lists and of the figure's quantity.
bool goes_on_with_told(const FigureView& figure) {
  const MeasureReading* told = figure.last_told();
  return told != nullptr && !told->id.empty() && told->quantity == figure.quantity();
}

// "The number of people displaced reached [5,000]": of those counted.
std::optional<MeasureReading> number_of_subject(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  std::optional<MeasureReading> reading;
  if (figure.quantity() != Quantity::kCount || verb >= figure.begin()) return reading;
  for (std::uint32_t token = subject_floor(figure); token + 1 < verb; ++token) {
    const bool number = sentence.is(token, "number") && sentence.is(token + 1, "of");
    const TokenRange of = number ? phrase_at(sentence, token + 2) : TokenRange{};
    if (of.begin >= of.end || of.end > verb) continue;
    reading = count_of(figure, of, {});
    if (const auto harm = harm_behind(figure, of.end, of.end)) reading = count_with(*std::move(reading), *harm);
  }
  return reading;
}

// "Analysts had expected [$1.35]": of what the text is telling.
bool is_expected(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* said = sentence.covering(FactList::kSpeechVerb, figure.before());
  const bool expects =
      sentence.is_any(figure.before(), {"expected", "anticipated", "projected"}) || (said != nullptr && said->cell(0) == "forecast");
  return expects && (figure.is_first() ? figure.context() != nullptr : figure.earlier().back().kind == ReadingKind::kLevel);
}

// "while [those] held by banks rose to", "[that] of the smallest fell": what the figure before tells of.
std::optional<MeasureReading> pronoun_subject(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t token = figure.clause().begin; !figure.is_first() && token + 1 < verb; ++token) {
    if (!sentence.is_any(token, {"those", "that"})) continue;
    const bool completed = sentence.is_any(token + 1, {"of", "in", "from"}) ||
                           (sentence.view().word(token + 1).ends_with("ed") || sentence.is(token + 1, "held"));
    if (completed && figure.last_told() != nullptr) return taken_over(level_of(*figure.last_told()), "fact.inherited");
  }
  return std::nullopt;
}

// What stands before the verb and is in no list of measures; nothing where it only refers to what was told.
std::optional<MeasureReading> unlisted_subject(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  TokenRange phrase = phrase_before(sentence, subject_end(figure, verb), figure.floor());
  // "The volumes were modest and declining (from [$5 million]": no subject, but what is said of it
  std::uint32_t copula = phrase.begin;
  while (copula > figure.floor() && sentence.role(copula - 1) == WordRole::kAdverb) --copula;
  if (copula > figure.floor() + 1 && sentence.is_any(copula - 1, {"were", "was", "are", "is"}))
    phrase = phrase_before(sentence, copula - 1, figure.floor());
  const bool is_named = phrase.begin < phrase.end && sentence.role(phrase.end - 1) != WordRole::kDate &&
                        base_form(sentence, phrase, false).size() >= kShortestPhrase;
  const bool is_number = is_named && sentence.is(phrase.begin, "number") && sentence.is(phrase.begin + 1, "of");
  if (auto told = pronoun_subject(figure, verb)) return told;
  // "growth was [5%]", "growth in Chad was [5%]"
  const bool of_place = sentence.is(phrase.begin + 1, "in") && base_form(sentence, phrase, false) == "growth";
  // "The average annual growth rate was [5%]"
  std::uint32_t head = phrase.begin;
  while (head < phrase.end && sentence.is_any(head, {"average", "annual", "mean", "compound", "yearly", "overall"})) ++head;
  const bool is_rate = head + 2 == phrase.end && sentence.is(head, "growth") && sentence.is(head + 1, "rate");
  const bool is_growth = is_named && figure.is_relative() &&
                         (is_rate || (sentence.is(phrase.begin, "growth") && (phrase.end - phrase.begin == 1 || of_place)));
  if (is_growth) {
    MeasureReading growth = growth_told_of(figure);
    growth.inherited = false;  // its own subject: whose it is, the sentence tells
    growth.flow = Flow::kNone;
    return growth;
  }
  // "cargo was 5 million tons. […] growth is to reach [6 million tons]": the level that it leads to
  const auto& grown = figure.told().level;
  const bool to_level = is_named && grown && !figure.is_relative() && grown->quantity == figure.quantity() &&
                        phrase.end == phrase.begin + 1 && sentence.is_any(phrase.begin, {"growth", "increase"}) &&
                        !(grown->id.empty() && grown->level_id.empty());
  if (to_level) return taken_over(level_of(*grown), "fact.inherited");
  if (refers_back(figure, phrase) || names_plan(figure, phrase) || names_speaker(sentence, phrase) || names_trader(figure, phrase))
    return std::nullopt;
  if (phrase.end == phrase.begin + 1 && sentence.is(phrase.begin, "most")) return std::nullopt;  // "through most of the decade"
  if (auto part = part_of_level(figure)) return part;
  // "The Greens stood at 24 percent": who is no measure, where shares are told of.
  const bool shares_go_on = is_share(figure.quantity()) && figure.context() != nullptr && is_share(figure.context()->quantity) &&
                            figure.context()->kind != ReadingKind::kGrowth;
  // "which it runs could need": a pronoun's verb.
  const bool is_verb =
      phrase.begin > figure.floor() && phrase.end == phrase.begin + 1 && sentence.is_any(phrase.begin - 1, {"it", "they", "he", "she"});
  if (!is_named || is_verb || (figure.is_first() && shares_go_on)) return std::nullopt;
  return is_number ? count_of(figure, {phrase.begin + 2, phrase.end}, {}) : unlisted_measure(sentence, phrase, false);
}

// "The surge held GDP growth to [2%]", "bringing trade to [$5 billion]": what another verb than one of movement takes to a level.
std::optional<MeasureReading> object_brought_to(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  if (!sentence.is(figure.before(), "to") || verb >= figure.before() || sentence.covering(FactList::kMovement, verb) != nullptr)
    return std::nullopt;
  auto object = last_measure(sentence, std::max(figure.floor(), verb + 1), figure.before());
  if (!object || sentence.role(object->phrase_tokens.begin - 1) == WordRole::kPreposition) return std::nullopt;
  std::uint32_t end = object->phrase_tokens.end;
  while (end < figure.before() && (sentence.role(end) == WordRole::kDate || sentence.role(end) == WordRole::kPreposition ||
                                   sentence.role(end) == WordRole::kDeterminer || sentence.role(end) == WordRole::kAdverb))
    ++end;
  return end == figure.before() ? object : std::nullopt;
}

// The measure that the clause is about, of the lists or of its subject's own words.
std::optional<MeasureReading> measure_of_subject(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  // "Damage to the port, which serves two states, came to [$5 million]"
  const std::uint32_t relative = figure.is_first() ? relative_before(sentence, verb) : sentence.tokens().begin;
  auto reading = relative > sentence.tokens().begin ? last_measure(sentence, sentence.tokens().begin, relative) : std::nullopt;
  if (!reading) reading = object_brought_to(figure, verb);
  if (!reading) reading = last_measure(sentence, figure.floor(), subject_end(figure, verb));
  if (!reading) reading = last_measure(sentence, figure.floor(), verb);
  // "Cash flow, which had been [$12 million]".
  if (!reading && subject_floor(figure) < figure.floor()) reading = last_measure(sentence, subject_floor(figure), figure.clause().begin);
  if (!reading) reading = last_measure(sentence, figure.floor(), figure.begin());
  if (auto counted = number_of_subject(figure, verb)) reading = std::move(counted);
  if (reading || is_expected(figure)) return reading;
  // "Despite the war, it reached [$1 billion]": what was told of before.
  if (verb > figure.clause().begin && sentence.is_any(verb - 1, {"it", "this", "that"}) && goes_on_with_told(figure)) return std::nullopt;
  const bool follows_figure = !figure.is_first() && figure.floor() > figure.clause().begin;
  return !follows_figure && verb < figure.begin() ? unlisted_subject(figure, verb) : std::nullopt;
}

// "comprises $20 million for the road project, [$4 million] for the port": the words between tell what the sum before is for.
bool is_next_sum(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first() || figure.quantity() != Quantity::kMoney || figure.earlier().back().quantity != Quantity::kMoney) return false;
  const std::uint32_t end = figure.previous().tokens.end;
  const bool listed = figure.before() > end && sentence.is_any(figure.before(), {",", "and"});
  if (!listed || !sentence.is(end, "for") || !sentence.is(figure.end(), "for")) return false;
  for (std::uint32_t token = end; token < figure.before(); ++token) {
    if (sentence.role(token) == WordRole::kVerb) return false;
  }
  return true;
}

}  // namespace

std::optional<MeasureReading> opening_amount(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool opens = figure.is_first() && figure.is_amount() && figure.before() == sentence.tokens().begin &&
                     sentence.is_any(figure.before(), {"at", "with"}) && sentence.is(figure.end(), ",");
  if (!opens) return std::nullopt;
  const TokenRange subject = phrase_at(sentence, behind_dates(sentence, figure.end() + 1));
  const FoundEntry* measure = subject.begin < subject.end ? measure_ending_at(sentence, subject.end) : nullptr;
  if (measure == nullptr) return std::nullopt;
  MeasureReading reading = listed_measure(sentence, *measure, subject.begin);
  reading.rule = "fact.subject";
  return reading;
}

std::optional<MeasureReading> subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (is_other_end(figure) || is_next_sum(figure)) return std::nullopt;
  const std::uint32_t main_verb = verb_before(sentence, figure.begin(), figure.floor());
  auto reading = measure_of_subject(figure, figure.apposition() > 0 ? std::min(main_verb, figure.apposition()) : main_verb);
  if (!reading) return std::nullopt;
  const bool complete = reading->inherited || reading->rule == "fact.growth";  // "Growth was [3%]": the economy's
  if (complete) return reading;
  if (reading->kind == ReadingKind::kLevel && grows_there(sentence, *reading)) return growth_of(*std::move(reading));
  const std::uint32_t begin = reading->phrase_tokens.begin;
  if (is_growth_rate_of(figure, *reading)) return growth_of(*std::move(reading));
  const bool of_share = is_share(figure.quantity()) && reading->kind == ReadingKind::kLevel && begin >= figure.floor() + 2 &&
                        sentence.is(begin - 1, "of") && sentence.is_any(begin - 2, {"share", "proportion", "percentage"});
  if (of_share) {
    *reading = share_of(*reading, as_written(sentence, reading->phrase_tokens));
    reading->phrase_tokens.begin = phrase_begin(sentence, begin - 2, figure.floor());
  }
  extend_behind(figure, *reading);
  reading->rule = "fact.subject";
  return reading;
}

std::optional<MeasureReading> subject_over_figure(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (figure.is_first()) return std::nullopt;
  const std::uint32_t other = figure.previous().tokens.begin;
  const std::uint32_t first = verb_before(sentence, other, figure.clause().begin);
  // "According to the customs, trade with the [five] countries rose to [$9 billion]": of the source, not of the subject.
  const bool cites = first != other && sentence.is_any(first, {"according", "aged"});  // "the population aged [65] and over will be"
  if (other <= figure.clause().begin || (first != other && !cites && !is_reduced_relative(figure, first))) return std::nullopt;
  if (verb_before(sentence, figure.begin(), other) == figure.begin()) return std::nullopt;
  auto reading = last_measure(sentence, figure.clause().begin, other);
  if (reading) reading->rule = "fact.subject";
  return reading;
}

std::optional<MeasureReading> opening_subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  std::uint32_t verb = begin;
  while (verb < figure.begin() && sentence.role(verb) != WordRole::kVerb) ++verb;
  if (verb == figure.begin() || figure.quantity() == Quantity::kCount) return std::nullopt;
  const TokenRange phrase = phrase_before(sentence, verb, begin);
  if (phrase.begin == phrase.end || names_speaker(sentence, phrase)) return std::nullopt;
  MeasureReading reading = measure_of_phrase(sentence, phrase);
  reading.rule = "fact.subject";
  return reading;
}

}  // namespace attest::measure

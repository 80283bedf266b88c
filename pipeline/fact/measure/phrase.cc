#include "fact/measure/phrase.h"

#include <string>

#include "fact/noun_phrase.h"
#include "value/noun.h"

namespace attest {
namespace {

// "trade" in "trade deal" only qualifies what follows, "output" in "the output forecast" is what is foreseen; "GDP" in "emissions per unit
// of GDP" what stands before.
bool is_head(const FactSentence& sentence, const FoundEntry& measure) {
  const std::uint32_t begin = measure.tokens.begin;
  if (sentence.is(begin - 1, "of") && sentence.is(begin - 2, "unit")) return false;
  const std::uint32_t next = measure.tokens.end;
  if (sentence.is_any(next, {"year", "years", "season"})) return false;                                       // "the crop year"
  if (sentence.is(next, "that") && sentence.covering(FactList::kSpeechVerb, begin) != nullptr) return false;  // "the report notes that"
  if (sentence.is_any(next, {"overall", "alone", "combined", "worldwide", "aged"})) return true;
  return next >= sentence.tokens().end || sentence.role(next) != WordRole::kContent ||
         sentence.covering(FactList::kChangeNoun, next) != nullptr || sentence.covering(FactList::kPlanNoun, next) != nullptr;
}

// "the agency [reports] bilateral trade", "the ministry [puts] it".
bool says(const FactSentence& sentence, std::uint32_t begin, std::uint32_t verb) {
  return verb > begin && sentence.role(verb) == WordRole::kContent && sentence.view().word(verb).ends_with("s") &&
         sentence.covering(FactList::kSpeechVerb, verb) != nullptr && sentence.covering(FactList::kSpeakerNoun, verb - 1) != nullptr;
}

// "which [suffered] losses", "Acme reported sales": a participle behind who does it is the verb, and the phrase begins behind it.
std::uint32_t behind_verb(const FactSentence& sentence, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t token = end; token > begin; --token) {
    if (says(sentence, begin, token - 1)) return token;
    if (sentence.role(token - 1) != WordRole::kParticiple || !sentence.view().word(token - 1).ends_with("ed")) continue;
    if (token - 1 == sentence.tokens().begin) return begin;
    const WordRole before = sentence.role(token - 2);
    const bool plural = before == WordRole::kContent && token - 1 > begin && sentence.view().word(token - 2).ends_with("s");
    const bool reports =
        sentence.covering(FactList::kSpeechVerb, token - 1) != nullptr && token - 1 > begin;  // "the company reported net sales"
    if (reports && sentence.covering(FactList::kSpeakerNoun, token - 2) != nullptr) return token;
    if (before == WordRole::kName || before == WordRole::kClause || before == WordRole::kPronoun || plural) return token;
  }
  return begin;
}

// "the company [projects] revenue of", "is [forecasting] earnings of": who foresees is no part of what is foreseen. "the agency [reports]
// trade": nor is who tells.
std::uint32_t behind_forecast(const FactSentence& sentence, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t token = end; token > begin; --token) {
    const FoundEntry* verb = sentence.covering(FactList::kSpeechVerb, token - 1);
    const std::string_view word = sentence.view().word(token - 1);
    if (verb == nullptr || !(word.ends_with("ing") || word.ends_with("s"))) continue;
    const bool named = sentence.role(token - 2) == WordRole::kName;
    const bool speaks = named || sentence.covering(FactList::kSpeakerNoun, token - 2) != nullptr;
    if (verb->cell(0) == "forecast" ? word.ends_with("ing") || token - 1 > begin || named : speaks && !word.ends_with("ing")) return token;
  }
  return begin;
}

// The words of the text, in the number that the list gives: "investments" is "investment", "turnover" stays.
std::string head_of(const FactSentence& sentence, const FoundEntry& measure) {
  const std::string singular = base_form(sentence, measure.tokens, true);
  return singular == measure.cell(kBase) ? singular : base_form(sentence, measure.tokens, false);
}

// The end of what completes a noun before its verb at `verb`, "the funding [allocated for these projects] totals" included.
std::uint32_t described_end(const FactSentence& sentence, std::uint32_t end, std::uint32_t verb) {
  const bool told = verb < sentence.tokens().end && sentence.role(verb) == WordRole::kVerb;
  const bool participle = told && end + 1 < verb && sentence.view().word(end).ends_with("ed") &&
                          (sentence.role(end) == WordRole::kVerb || sentence.role(end) == WordRole::kParticiple) &&
                          sentence.is_any(end + 1, {"for", "by", "under", "from"});
  return complement_end(sentence, participle ? end + 1 : end);
}

// "Profit (before tax and one-off costs) was": in brackets that open and close between `from` and `to`. "Its loss, excluding gains of
// capital, was": what is left out.
bool is_inserted(const FactSentence& sentence, const FoundEntry& measure, std::uint32_t from, std::uint32_t to) {
  const std::uint32_t begin = phrase_begin(sentence, measure.tokens.begin, from);
  if (begin > from && sentence.is_any(begin - 1, {"excluding", "including", "before", "after"})) return true;
  std::uint32_t open = measure.tokens.begin;
  while (open > from && !sentence.is_any(open - 1, {"(", ")"})) --open;
  if (open == from || !sentence.is(open - 1, "(")) return false;
  std::uint32_t close = measure.tokens.end;
  while (close < to && !sentence.is(close, ")")) ++close;
  return close < to;
}

// "the number of firms with foreign capital": what only describes those counted.
bool describes_counted(const FactSentence& sentence, const FoundEntry& measure, std::uint32_t from) {
  const std::uint32_t with = phrase_begin(sentence, measure.tokens.begin, from);
  // "goods were carried under support of the fund"
  if (with > from && sentence.is(with - 1, "under") && sentence.is(measure.tokens.end, "of")) return true;
  if (with < from + 3 || !sentence.is_any(with - 1, {"with", "involving"})) return false;
  const std::uint32_t noun = phrase_begin(sentence, with - 1, from);
  return noun < with - 1 && noun > from + 1 && sentence.is(noun - 1, "of") && sentence.is(noun - 2, "number");
}

// "went [up] to": a way, not a hedge.
bool moves_to(const FactSentence& sentence, std::uint32_t up) {
  return up > sentence.tokens().begin && sentence.role(up - 1) == WordRole::kVerb &&
         !sentence.is_any(up - 1, {"is", "are", "was", "were"}) && sentence.covering(FactList::kMeasureVerb, up - 1) == nullptr;
}

}  // namespace

const FoundEntry* measure_ending_at(const FactSentence& sentence, std::uint32_t end) {
  for (const FoundEntry& found : sentence.words(FactList::kMeasure)) {
    if (found.tokens.end == end) return &found;
  }
  return nullptr;
}

namespace {

// "Exports of [wheat] to Peru", "production of [crude oil]": of which goods; empty for those of somebody, and for what words point to.
TokenRange goods_behind(const FactSentence& sentence, const FoundEntry& measure) {
  const std::string_view id = measure.cell(kId);
  const bool of_goods = id == "trade.exports" || id == "trade.imports" || id == "economy.production" || id == "economy.sales";
  const std::uint32_t of = measure.tokens.end;
  if (!of_goods || !sentence.is(of, "of") || sentence.role(of + 1) != WordRole::kContent) return {};
  const TokenRange goods = phrase_at(sentence, of + 1);
  for (std::uint32_t token = goods.begin; token < goods.end; ++token) {
    if (sentence.role(token) != WordRole::kContent || sentence.covering(FactList::kReference, token) != nullptr) return {};
  }
  return goods;
}

}  // namespace

MeasureReading listed_measure(const FactSentence& sentence, const FoundEntry& measure, std::uint32_t floor) {
  MeasureReading reading;
  reading.kind = ReadingKind::kLevel;
  reading.id = measure.cell(kId);
  reading.flow = flow_named(measure.cell(kFlow));
  reading.share_id = measure.cell(kShareId);
  reading.growth_id = measure.cell(kGrowthId);
  const std::uint32_t opening = behind_verb(sentence, phrase_begin(sentence, measure.tokens.begin, floor), measure.tokens.begin);
  const std::uint32_t begin = behind_forecast(sentence, opening, measure.tokens.begin);
  reading.phrase_tokens = {begin, complement_end(sentence, measure.tokens.end)};
  reading.phrase = base_form(sentence, {begin, measure.tokens.begin}, false);
  if (!reading.phrase.empty()) reading.phrase += ' ';
  reading.phrase += head_of(sentence, measure);
  const TokenRange goods = goods_behind(sentence, measure);
  if (goods.begin < goods.end) reading.phrase += " of " + base_form(sentence, goods, false);
  return reading;
}

MeasureReading unlisted_measure(const FactSentence& sentence, TokenRange phrase, bool singular) {
  MeasureReading reading;
  if (phrase.begin < phrase.end) phrase.begin = behind_forecast(sentence, phrase.begin, phrase.end - 1);  // "growth [forecasts]": a noun
  reading.kind = ReadingKind::kLevel;
  reading.phrase = base_form(sentence, phrase, singular);
  reading.phrase_tokens = {phrase.begin, complement_end(sentence, phrase.end)};
  return reading;
}

// A phrase whose head is a listed measure, or any other.
MeasureReading measure_of_phrase(const FactSentence& sentence, TokenRange phrase) {
  const FoundEntry* measure = measure_ending_at(sentence, phrase.end);
  if (measure == nullptr || describes_counted(sentence, *measure, phrase.begin)) return unlisted_measure(sentence, phrase, false);
  return listed_measure(sentence, *measure, phrase.begin);
}

std::uint32_t verb_before(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor) {
  for (std::uint32_t verb = token; verb > floor; --verb) {
    if (sentence.role(verb - 1) == WordRole::kVerb) {
      std::uint32_t first = verb - 1;
      while (first > floor && (sentence.role(first - 1) == WordRole::kVerb || sentence.role(first - 1) == WordRole::kAdverb)) --first;
      return first;
    }
  }
  return token;
}

// The measure in [from, to): the last one, or the one that it completes ("the value of exports").
std::optional<MeasureReading> last_measure(const FactSentence& sentence, std::uint32_t from, std::uint32_t to) {
  const FoundEntry* chosen = nullptr;
  for (const FoundEntry& measure : sentence.words(FactList::kMeasure)) {
    if (measure.tokens.begin < from) continue;
    if (measure.tokens.end > to) break;
    if (!is_head(sentence, measure) || describes_counted(sentence, measure, from)) continue;
    if (chosen != nullptr && is_inserted(sentence, measure, chosen->tokens.end, to)) continue;
    const bool completes = chosen != nullptr && described_end(sentence, chosen->tokens.end, to) >= measure.tokens.end;
    if (!completes) chosen = &measure;
  }
  if (chosen == nullptr) return std::nullopt;
  return listed_measure(sentence, *chosen, from);
}

std::uint32_t significant_before(const FactSentence& sentence, std::uint32_t token) {
  while (token > sentence.tokens().begin) {
    const std::uint32_t before = token - 1;
    const WordRole role = sentence.role(before);
    const bool hedges = role == WordRole::kAdverb || role == WordRole::kDeterminer ||
                        sentence.covering(FactList::kFigureHedge, before) != nullptr || sentence.is_any(before, {"“", "\"", "+"});
    const bool joined = before > sentence.tokens().begin &&
                        ((sentence.is(before, "at") && sentence.is_any(token, {"least", "most"})) ||
                         (sentence.is(before, "to") && sentence.is(before - 1, "up") && !moves_to(sentence, before - 1)));
    // "spent, on average, [$5 million]"
    const FoundEntry* inserted = sentence.is(before, ",") && before > 0 ? sentence.covering(FactList::kFigureHedge, before - 1) : nullptr;
    const bool between = inserted != nullptr && inserted->tokens.begin > sentence.tokens().begin + 1 &&
                         inserted->tokens.end > inserted->tokens.begin + 1 && sentence.is(inserted->tokens.begin - 1, ",");
    if (between) {
      token = inserted->tokens.begin - 1;
      continue;
    }
    if (!hedges && !joined) return before;
    token = joined && sentence.is(before, "to") ? before - 1 : before;
  }
  return sentence.tokens().end;
}

std::uint32_t behind_dates(const FactSentence& sentence, std::uint32_t token) {
  const std::uint32_t end = sentence.tokens().end;
  std::uint32_t noun = token;
  while (noun < end && (sentence.role(noun) == WordRole::kDate || sentence.role(noun) == WordRole::kAdverb ||
                        sentence.role(noun) == WordRole::kDeterminer || sentence.role(noun) == WordRole::kPossessive))
    ++noun;
  return noun < end && sentence.role(noun) == WordRole::kContent ? noun : token;
}

std::uint32_t relative_before(const FactSentence& sentence, std::uint32_t verb) {
  const std::uint32_t begin = sentence.tokens().begin;
  if (verb <= begin + 2 || !sentence.is(verb - 1, ",")) return begin;
  for (std::uint32_t token = verb - 2; token > begin; --token) {
    if (!sentence.is(token, ",")) continue;
    const bool relative = sentence.is_any(token + 1, {"which", "whose", "who", "where"}) || sentence.is(token + 2, "which");
    if (relative) return token;
    // "trade with the union, which has in it Chad[,] Niger and Mali, grew"
    if (sentence.role(token - 1) != WordRole::kName || sentence.role(token + 1) != WordRole::kName) return begin;
  }
  return begin;
}

}  // namespace attest

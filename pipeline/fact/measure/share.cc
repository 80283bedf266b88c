#include "fact/measure/share.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "fact/figure_dimension.h"
#include "fact/measure/harm.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/stake.h"
#include "fact/measure/verb.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "the total", "that amount", "the overall volume": of what was told of before.
bool is_total(std::string_view phrase) {
  constexpr std::array<std::string_view, 10> kTotals = {"",       "amount", "sum",          "total",        "overall total",
                                                        "volume", "value",  "total volume", "total amount", "total value"};
  return std::find(kTotals.begin(), kTotals.end(), phrase) != kTotals.end();
}

// The word "share" that a percentage belongs to: "a [21.3%] trade share", "its trade share amounted to [18.6%]"; the end of the
// sentence for none. What moves is the price of a share.
std::uint32_t share_word(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t none = sentence.tokens().end;
  const TokenRange behind = phrase_at(sentence, figure.end());
  if (behind.begin == figure.end() && behind.begin < behind.end && sentence.is(behind.end - 1, "share")) return behind.end - 1;
  const std::uint32_t verb = verb_before(sentence, figure.begin(), figure.floor());
  std::uint32_t word = verb;
  while (word > figure.floor() && !sentence.is(word - 1, "share")) --word;
  // "its share in trade rose from [13%]", "and its share rose to [22%]"
  // "the share of services in GDP rose to [60%]"
  const bool of_part = sentence.is(word, "of") && sentence.is(phrase_at(sentence, word + 1).end, "in");
  const bool completed = sentence.is(word, "in") || of_part || word == verb;
  const bool level_of_part = word > figure.floor() && completed && sentence.is_any(figure.before(), {"to", "from"});
  if (verb == figure.begin() || figure.moves_by()) return none;
  if (sentence.covering(FactList::kMovement, verb) != nullptr && !level_of_part) return none;
  if (word == figure.floor() || sentence.clause_around(word - 1).begin != sentence.clause_around(verb).begin) {
    // "a share was recorded in Tashkent, which is [47 percent]".
    const bool relative = sentence.is(figure.clause().begin, "which") && figure.clause().begin > sentence.tokens().begin;
    if (!relative) return none;
    for (word = figure.clause().begin; word > figure.floor() && !sentence.is(word - 1, "share");) --word;
    if (word <= figure.floor()) return none;
  }
  return word - 1;
}

// "the structure of imports", "the total volume of its exports": the listed measure that completes the whole.
MeasureReading measure_of_whole(const FactSentence& sentence, TokenRange whole) {
  const bool listed = measure_ending_at(sentence, whole.end) != nullptr;
  const TokenRange completed =
      !listed && sentence.is(whole.end, "of") ? phrase_at(sentence, behind_dates(sentence, whole.end + 1)) : TokenRange{};
  const FoundEntry* measure = completed.begin < completed.end ? measure_ending_at(sentence, completed.end) : nullptr;
  return measure != nullptr ? listed_measure(sentence, *measure, completed.begin) : measure_of_phrase(sentence, whole);
}

// Behind what only determines the whole: "of all [exports]", "of the 200 [houses]".
std::uint32_t begin_of_whole(const FactSentence& sentence, std::uint32_t token) {
  while (token < sentence.tokens().end &&
         (sentence.role(token) == WordRole::kDeterminer || sentence.role(token) == WordRole::kFigure ||
          sentence.role(token) == WordRole::kDate || sentence.role(token) == WordRole::kPossessive ||
          (sentence.is_any(token, {"more", "less", "than"}) && sentence.covering(FactList::kFigureHedge, token) != nullptr)))
    ++token;
  const bool all_of = sentence.is(token, "of") && sentence.is(token - 1, "all");  // "83 percent of all of Germany's trade"
  return all_of ? token + 1 : token;
}

// "61 percent of [voters] want".
TokenRange before_opinion(const FactSentence& sentence, TokenRange whole) {
  for (std::uint32_t token = whole.begin + 1; token < whole.end; ++token) {
    const std::string_view before = sentence.view().word(token - 1);
    const bool many = before.ends_with("s") || sentence.is(token - 1, "people");
    if (many && sentence.covering(FactList::kOpinionVerb, token) != nullptr) whole.end = token;
  }
  return whole;
}

// "19 percent of the $1 billion appealed for", "60% of the 5 million tons carried": of what was told of, where nothing else is named at
// `begin`.
std::optional<MeasureReading> share_of_sum(const FigureView& figure, std::uint32_t begin) {
  const FactSentence& sentence = figure.sentence();
  const Quantity sum = figure.has_next() && figure.next().tokens.end == begin ? figure.record(figure.next()).quantity : Quantity::kCount;
  const bool of_sum = sum == Quantity::kMoney || sum == Quantity::kMeasure;
  const WordRole next = sentence.role(begin);
  const bool unnamed = next != WordRole::kContent && next != WordRole::kName && !sentence.is(begin, "in");
  if (!of_sum || !unnamed || !figure.told().level || figure.told().level->quantity != sum) return std::nullopt;
  return taken_over(share_of(*figure.told().level, figure.told().level->phrase), "fact.share");
}

// "5% of world output and the industry employs": the subject of the next clause is no part of the whole.
TokenRange before_next_clause(const FactSentence& sentence, TokenRange whole) {
  const WordRole behind = sentence.role(whole.end);
  if (behind != WordRole::kVerb && !sentence.is(whole.end, "at")) return whole;
  for (std::uint32_t token = whole.end; token > whole.begin; --token) {
    if (!sentence.is(token - 1, "and")) continue;
    std::uint32_t first = token - 1;  // "of trains between Chad and Niger pass"
    while (first > whole.begin && sentence.role(first - 1) == WordRole::kName) --first;
    const bool pair = first > whole.begin && first < token - 1 && sentence.is(first - 1, "between");
    return pair ? whole : TokenRange{whole.begin, token - 1};
  }
  return whole;
}

// "21.6% of everything the country sold", where exports are told of.
std::optional<MeasureReading> share_of_everything(const FigureView& figure, std::uint32_t whole) {
  const FactSentence& sentence = figure.sentence();
  const MeasureReading* trade = sentence.is(whole, "everything") || sentence.is(whole - 1, "all") ? flow_told_of(figure) : nullptr;
  if (trade == nullptr) return std::nullopt;
  MeasureReading reading = share_of(*trade, "total " + trade->phrase);
  reading.rule = "fact.share";
  return reading;
}

// "mined 9 tonnes of gold, [5 tonnes] of which it exported": the verb tells what was done with that part.
std::optional<MeasureReading> verb_behind_which(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (is_share(figure.quantity()) || !sentence.is(figure.end() + 1, "which")) return std::nullopt;
  constexpr std::uint32_t kLongestSubject = 4;  // tokens
  for (std::uint32_t token = figure.end() + 3; token < std::min(figure.end() + 3 + kLongestSubject, sentence.tokens().end); ++token) {
    const FoundEntry* verb = sentence.covering(FactList::kMeasureVerb, token);
    if (verb == nullptr || sentence.role(token) != WordRole::kVerb || !fits(figure.dimension(), verb->cell(kVerbUnit))) continue;
    MeasureReading reading = verb_reading(sentence, *verb, verb->tokens.end);
    reading.rule = "fact.verb";
    return reading;
  }
  return std::nullopt;
}

// "[15%], 13% and 12% of all trade": behind the figures that commas and "and" join to this one, which have one whole.
std::uint32_t end_of_row(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const auto figures = sentence.figures();
  std::uint32_t end = figure.end();
  for (std::size_t i = figure.index() + 1; i < figures.size(); ++i) {
    std::uint32_t token = end;
    while (token < figures[i].tokens.begin && sentence.is_any(token, {",", "and"})) ++token;
    const bool joins = token > end && token == figures[i].tokens.begin && figure.record(figures[i]).quantity == figure.quantity();
    if (!joins) break;
    end = figures[i].tokens.end;
  }
  return end;
}

// "Of the 400 firms asked, [62 percent] have cut staff": of those that open the sentence.
std::optional<MeasureReading> share_of_opening(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const bool acts = sentence.role(figure.end()) == WordRole::kVerb || sentence.covering(FactList::kOpinionVerb, figure.end()) != nullptr;
  const bool behind = figure.has_before() && sentence.is(figure.before(), ",") && acts;
  if (!behind || !sentence.is_any(begin, {"of", "among"})) return std::nullopt;
  const TokenRange whole = phrase_at(sentence, begin_of_whole(sentence, begin + 1));
  if (whole.begin >= whole.end || whole.end > figure.before()) return std::nullopt;
  const std::uint32_t end = std::min(complement_end(sentence, whole.end), figure.before());
  MeasureReading reading = share_of(measure_of_phrase(sentence, whole), as_written(sentence, {whole.begin, end}));
  reading.rule = "fact.share_who";
  return reading;
}

// "Chad", "the Central African Republic", and no more.
bool names_state(const FactSentence& sentence, TokenRange phrase) {
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    return is_state(party) && !party.adjective && party.tokens.end == phrase.end && party.tokens.begin >= phrase.begin &&
           party.tokens.begin <= phrase.begin + 1;
  });
}

// "trade share", "share (in percent) of exports", "the share of Chad in exports": what the share at `word` is of, beside it; empty for
// nothing.
TokenRange whole_beside(const FigureView& figure, std::uint32_t word) {
  const FactSentence& sentence = figure.sentence();
  if (measure_ending_at(sentence, word) != nullptr) return {phrase_begin(sentence, word, figure.floor()), word};
  std::uint32_t of = word + 1;
  if (sentence.is(of, "(")) {
    while (of < figure.clause().end && !sentence.is(of, ")")) ++of;
    ++of;
  }
  if (of >= sentence.tokens().end || !sentence.is_any(of, {"of", "in"})) return {};
  const TokenRange whole = phrase_at(sentence, behind_dates(sentence, of + 1));
  if (!names_state(sentence, whole)) return whole;
  return sentence.is_any(whole.end, {"in", "of"}) ? phrase_at(sentence, whole.end + 1) : TokenRange{};
}

// "The share of services in [GDP]", "the share of foreign debt to [the total]": what a part that is named is of; empty for nothing.
TokenRange whole_of_part(const FactSentence& sentence, std::uint32_t word, TokenRange part) {
  const std::uint32_t link = part.end;
  if (!sentence.is(word + 1, "of") || !sentence.is_any(link, {"in", "to"})) return {};
  const TokenRange whole = phrase_at(sentence, behind_dates(sentence, link + 1));
  return whole.begin >= whole.end || names_state(sentence, whole) ? TokenRange{} : whole;
}

// "the second-largest trade turnover partner with a [15.5% share]"
std::optional<MeasureReading> share_of_ranked_trade(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* ranked = sentence.last_before(FactList::kMeasure, figure.begin(), sentence.tokens().begin);
  if (ranked == nullptr || ranked->cell(kFlow) != "pair" || figure.is_first()) return std::nullopt;
  const MeasureReading trade = listed_measure(sentence, *ranked, ranked->tokens.begin);
  MeasureReading part = taken_over(share_of(trade, trade.phrase), "fact.share");
  part.same_parties = true;
  return part;
}

// "Thailand's exports to China account for [12%] of the total": of what the subject names, all of it.
std::optional<MeasureReading> measure_with_total(const FigureView& figure, TokenRange whole) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_first() || whole.begin >= whole.end || !sentence.is(whole.end - 1, "total")) return std::nullopt;
  auto subject = last_measure(sentence, figure.clause().begin, figure.begin());
  const bool fits =
      subject && !subject->share_id.empty() && sentence.covering(FactList::kShareVerb, subject->phrase_tokens.end - 1) == nullptr;
  return fits ? std::optional(level_of(*std::move(subject))) : std::nullopt;
}

// What the whole of a share names, where the subject or the text before says more of it: "[12%] of the total", "a third of all shipments".
MeasureReading completed_by_told(const FigureView& figure, MeasureReading of, TokenRange whole, bool is_reference) {
  const FactSentence& sentence = figure.sentence();
  auto named = of.id.empty() ? measure_with_total(figure, whole) : std::nullopt;
  const MeasureReading* trade = flow_told_of(figure);
  if (!named && is_reference && trade != nullptr) named = level_of(*trade);
  if (named) {
    named->phrase_tokens = whole;
    return *std::move(named);
  }
  if (trade == nullptr || !of.share_id.empty()) return of;
  // "a third of all shipments", "of everything that the country sold", where exports are spoken of.
  const bool of_trade = of.id == "cargo.volume" || of.id == "economy.sales" ||
                        sentence.is_any(whole.begin, {"everything", "shipments", "sales", "purchases"});
  const bool shipped = sentence.is(whole.begin, "shipments") && trade->id != "trade.imports";
  if (of_trade) of.share_id = shipped ? "trade.share_of_exports" : trade->share_id;
  return of;
}

// "Peru's exports to Chile were $5 million, or [10%] of the total": the amount before is the part, and nothing else is named as one.
bool is_told_part(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  for (std::uint32_t token = figure.previous().tokens.end; token < figure.begin(); ++token) {
    const bool shares = sentence.covering(FactList::kShareVerb, token) != nullptr;
    if (!shares && (sentence.role(token) == WordRole::kContent || sentence.role(token) == WordRole::kName)) return false;
  }
  return true;
}

// What "the total" is of, where the fact before told of a part of it: "Peru's exports" of "Peru's exports to Chile".
TokenRange without_complement(const FactSentence& sentence, const MeasureReading& told) {
  for (const FoundEntry& measure : sentence.words(FactList::kMeasure)) {
    const bool head = measure.tokens.begin >= told.phrase_tokens.begin && measure.tokens.end <= told.phrase_tokens.end;
    if (head && measure.cell(kId) == told.id) return {told.phrase_tokens.begin, measure.tokens.end};
  }
  return told.phrase_tokens;
}

// "The deficit was [3%] of GDP", "a debt of $5 billion, or [42%] of GDP": what is told as a part of it; "" for what is a part of the
// economy.
std::string told_as_part_of_gdp(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool other_words = !figure.is_first() && sentence.is_any(figure.before(), {"or", "("}) &&
                           figure.earlier().back().kind == ReadingKind::kLevel && figure.earlier().back().quantity == Quantity::kMoney;
  if (other_words) return figure.earlier().back().phrase;
  const auto subject = last_measure(sentence, figure.clause().begin, figure.begin());
  const bool part =
      subject && (subject->id.starts_with("debt.") || subject->id.starts_with("balance.") || subject->id.starts_with("trade."));
  return part ? subject->phrase : std::string();
}

}  // namespace

std::optional<MeasureReading> share(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool half = figure.quantity() == Quantity::kRatio && sentence.is(figure.end() - 1, "half") &&
                    sentence.role(figure.end()) == WordRole::kDeterminer;  // "at half its capacity"
  const bool times = sentence.is(figure.end() - 1, "times");               // "[three times] of the 2014 figure"
  std::uint32_t end = half ? figure.end() : end_of_row(figure);
  if (sentence.is(end, "(") && figure.quantity() == Quantity::kRatio) end = figure.behind_conversion();  // "more than half (57%) of all"
  if (!is_share(figure.quantity()) || times || (!half && !sentence.is(end, "of"))) return std::nullopt;
  const std::uint32_t begin = begin_of_whole(sentence, end + (half ? 0 : 1));
  TokenRange whole = before_opinion(sentence, phrase_at(sentence, begin));
  if (auto part = share_of_sum(figure, begin)) return part;
  if (whole.begin == whole.end) return share_of_everything(figure, begin);
  // "40% of Pakistan's 241 million people"
  const bool over_figure = figure.has_next() && figure.next().tokens.begin == whole.end;
  if (over_figure) {
    const TokenRange counted = phrase_at(sentence, figure.next().tokens.end);
    if (counted.begin < counted.end) whole = {begin, counted.end};
  }
  const std::uint32_t whole_end = before_next_clause(sentence, {whole.begin, complement_end(sentence, whole.end)}).end;
  MeasureReading of = over_figure ? measure_of_phrase(sentence, whole) : measure_of_whole(sentence, whole);
  const bool is_reference = !over_figure && of.id.empty() && is_total(of.phrase);
  const bool refers_back = !figure.is_first() && is_reference;
  of = refers_back ? figure.earlier().back() : completed_by_told(figure, std::move(of), whole, is_reference);
  // "7.9 million shares or close to [5%] of Norvale Corp"
  if (of.id == "company.shares" && figure.quantity() != Quantity::kRatio && names_body(sentence, whole)) return stake_in(sentence, whole);
  const bool of_total = refers_back && sentence.is(whole.end - 1, "total");  // not "half of that amount"
  const TokenRange told = of_total && is_told_part(figure) ? without_complement(sentence, of) : of.phrase_tokens;
  std::string written = as_written(sentence, refers_back ? told : TokenRange{whole.begin, std::max(whole.end, whole_end)});
  if (refers_back && written.empty()) written = of.phrase;
  if (refers_back) of.phrase_tokens = {};
  const bool of_gdp = of.id == "economy.gdp";
  MeasureReading reading = share_of(std::move(of), std::move(written));
  if (const std::string part = of_gdp ? told_as_part_of_gdp(figure) : std::string(); !part.empty())
    reading.phrase = part + " as a " + reading.phrase;
  reading.rule = "fact.share";
  return reading;
}

std::optional<MeasureReading> share_noun(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t word = is_share(figure.quantity()) ? share_word(figure) : sentence.tokens().end;
  if (word == sentence.tokens().end || measure_ending_at(sentence, word + 1) != nullptr) return std::nullopt;
  // "The share of exports to Chile made up [15%] of all trade": the whole stands behind the figure.
  const TokenRange behind =
      sentence.is(figure.end(), "of") ? phrase_at(sentence, begin_of_whole(sentence, figure.end() + 1)) : TokenRange{};
  const bool whole_behind = word < figure.begin() && behind.begin < behind.end && measure_ending_at(sentence, behind.end) != nullptr;
  if (whole_behind) return std::nullopt;
  const TokenRange whole = whole_beside(figure, word);
  MeasureReading reading;
  if (const TokenRange of = whole.begin < whole.end ? whole_of_part(sentence, word, whole) : TokenRange{}; of.begin < of.end) {
    const std::uint32_t end = complement_end(sentence, of.end);
    reading = share_of(measure_of_whole(sentence, of), as_written(sentence, {of.begin, end}));
    reading.phrase = "share of " + as_written(sentence, {whole.begin, end});
    reading.phrase_tokens = {whole.begin, end};
  } else if (whole.begin < whole.end) {
    reading = share_of(measure_of_whole(sentence, whole), as_written(sentence, {whole.begin, complement_end(sentence, whole.end)}));
  } else {
    const MeasureReading* told = reading_to_inherit(figure);
    if (told != nullptr && told->kind == ReadingKind::kRank) {
      if (auto ranked = share_of_ranked_trade(figure)) return ranked;
      if (flow_told_of(figure) != nullptr) told = flow_told_of(figure);
    }
    if (told == nullptr || told->kind == ReadingKind::kCount) return std::nullopt;
    reading = taken_over(told->kind == ReadingKind::kShare ? *told : share_of_told(figure, level_of(*told)), "");
  }
  reading.rule = "fact.share";
  return reading;
}

std::optional<MeasureReading> share_before_verb(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool bracketed = figure.quantity() == Quantity::kPercent && figure.begin() > figure.clause().begin + 1 &&
                         sentence.is(figure.begin() - 1, "(") && sentence.role(figure.begin() - 2) == WordRole::kName &&
                         sentence.is(figure.end(), ")");
  if (!bracketed) return std::nullopt;
  std::uint32_t verb = figure.end();
  while (verb < figure.clause().end && sentence.role(verb) != WordRole::kVerb) ++verb;
  if (verb == figure.clause().end || sentence.covering(FactList::kShareVerb, verb) == nullptr) return std::nullopt;
  constexpr std::uint32_t kReach = 8;  // tokens: "accounted for the largest share of"
  for (std::uint32_t token = verb; token + 1 < std::min(verb + kReach, figure.clause().end); ++token) {
    if (!sentence.is_any(token, {"share", "part"}) || !sentence.is(token + 1, "of")) continue;
    TokenRange whole = phrase_at(sentence, token + 2);
    const std::uint32_t owner = whole.end;  // "of Peru's | exports", "of the republic's | trade"
    if (sentence.role(owner) == WordRole::kPossessive) whole = phrase_at(sentence, owner + 1);
    if (whole.begin >= whole.end) return std::nullopt;
    MeasureReading reading =
        share_of(measure_of_whole(sentence, whole), as_written(sentence, {whole.begin, complement_end(sentence, whole.end)}));
    reading.rule = "fact.share";
    return reading;
  }
  return std::nullopt;
}

std::optional<MeasureReading> share_in_heading(const FactSentence& sentence) {
  for (std::uint32_t token = sentence.tokens().begin; token + 2 < sentence.tokens().end; ++token) {
    if (!sentence.is_any(token, {"share", "proportion"}) || !sentence.is_any(token + 1, {"of", "in"})) continue;
    const TokenRange whole = phrase_at(sentence, token + 2);
    if (whole.begin >= whole.end || names_state(sentence, whole)) return std::nullopt;
    return share_of(measure_of_whole(sentence, whole), as_written(sentence, {whole.begin, complement_end(sentence, whole.end)}));
  }
  return std::nullopt;
}

std::optional<MeasureReading> share_who(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t next = figure.end();
  if (!is_share(figure.quantity()) || next + 1 >= sentence.tokens().end) return std::nullopt;
  if (auto of_those = share_of_opening(figure)) return of_those;
  const WordRole role = sentence.role(next);
  const bool participle = (role == WordRole::kParticiple || role == WordRole::kVerb) && sentence.view().word(next).ends_with("ed") &&
                          !sentence.is(next, "compared");
  const WordRole behind = sentence.role(next + 1);
  const bool ends = behind == WordRole::kMark || behind == WordRole::kPreposition || behind == WordRole::kConjunction;
  if (participle && ends) {
    const std::uint32_t verb = verb_before(sentence, figure.begin(), figure.floor());
    const TokenRange subject = verb < figure.begin() ? phrase_before(sentence, verb, figure.floor()) : TokenRange{};
    if (subject.begin == subject.end || verb + 1 < figure.before()) return std::nullopt;
    MeasureReading reading = share_of(measure_of_phrase(sentence, subject), as_written(sentence, subject));
    reading.phrase = "share of " + reading.level_phrase + " " + ascii_lowered(sentence.view().word(next));
    reading.id.clear();
    reading.rule = "fact.share_who";
    return reading;
  }
  // "75% say immigration matters", "…, with [35%] saying so"
  const bool opens = !figure.has_before() || figure.before() <= figure.clause().begin ||
                     sentence.role(figure.before()) == WordRole::kMark || sentence.is_any(figure.before(), {"with", "and", "while", "but"});
  const bool thinks = opens && sentence.covering(FactList::kOpinionVerb, next) != nullptr;
  const bool says = thinks || (role == WordRole::kContent && !sentence.view().word(next).ends_with("s") &&
                               (behind == WordRole::kDeterminer || sentence.is(next + 1, "that")) &&
                               sentence.covering(FactList::kChangeNoun, next) == nullptr);
  if (!says) return std::nullopt;
  const TokenRange object = phrase_at(sentence, next + 1);
  std::string what = base_form(sentence, {next, complement_end(sentence, std::max(object.end, next + 1))}, false);
  constexpr std::string_view kParticiple = "ing";
  const std::size_t verb_end = std::min(what.find(' '), what.size());
  if (verb_end > kParticiple.size() && std::string_view(what).substr(0, verb_end).ends_with(kParticiple))
    what.erase(verb_end - kParticiple.size(), kParticiple.size());
  MeasureReading reading;
  reading.kind = ReadingKind::kShare;
  reading.phrase = "share of people who " + what;
  reading.rule = "fact.share_who";
  return reading;
}

// "It employs 40 people, with women making up [a third]": who is named behind "with" has the share.
std::optional<MeasureReading> share_of_companion(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t verb = figure.before();
  if (sentence.is_any(verb, {"for", "up"})) --verb;
  if (!sentence.is_any(verb, {"making", "accounting", "comprising", "constituting", "representing"})) return std::nullopt;
  const TokenRange who = phrase_before(sentence, verb, figure.floor());
  if (who.begin >= who.end || who.begin <= figure.floor() || !sentence.is(who.begin - 1, "with")) return std::nullopt;
  const std::string name = base_form(sentence, who, false);
  if (name.empty() || sentence.role(who.end - 1) == WordRole::kName) return std::nullopt;
  MeasureReading reading;
  reading.kind = ReadingKind::kShare;
  reading.phrase = "share of " + name;
  reading.phrase_tokens = who;
  reading.rule = "fact.share_of_subject";
  return reading;
}

std::optional<MeasureReading> share_of_subject(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!is_share(figure.quantity()) || !figure.has_before() || figure.before() <= figure.clause().begin) return std::nullopt;
  const bool two_words = sentence.is(figure.before(), "for") || sentence.is(figure.before(), "up");
  const bool shares = two_words ? sentence.covering(FactList::kShareVerb, figure.before() - 1) != nullptr
                                : sentence.covering(FactList::kShareVerb, figure.before()) != nullptr;
  if (!shares) return std::nullopt;
  if (auto who = share_of_companion(figure)) return who;
  const MeasureReading* of = reading_to_inherit(figure);
  if (of == nullptr || of->kind == ReadingKind::kShare) return std::nullopt;
  return taken_over(share_of_told(figure, *of), "fact.share_of_subject");
}

std::optional<MeasureReading> part_of_those(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool of_which = sentence.is_any(figure.before(), {"which", "whom", "these", "them", "those"}) &&
                        figure.before() > sentence.tokens().begin && sentence.is(figure.before() - 1, "of");
  const bool of_them = sentence.is(figure.end(), "of") && sentence.is_any(figure.end() + 1, {"them", "which", "whom", "these", "those"});
  const bool fits_here = is_share(figure.quantity()) || figure.dimension() == Dimension::kBare;
  // "358 trains were sent, [287] of which were received": of those counted, whatever was done with them
  const bool of_counted =
      figure.dimension() == Dimension::kBare && !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount;
  if (auto told = of_them && !of_counted ? verb_behind_which(figure) : std::nullopt) return told;
  const MeasureReading* whole = (of_which || of_them) && fits_here ? reading_to_inherit(figure) : nullptr;
  if (whole == nullptr) return std::nullopt;
  // "2,600 of them are displaced": what was done to that part.
  const auto harm = of_them && !is_share(figure.quantity()) ? harm_behind(figure, figure.end() + 2, figure.end() + 2) : std::nullopt;
  if (harm) return taken_over(count_with(people(), *harm), "fact.part");
  return taken_over(is_share(figure.quantity()) ? share_of_told(figure, level_of(*whole)) : *whole, "fact.part");
}

}  // namespace attest::measure

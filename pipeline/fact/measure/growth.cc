#include "fact/measure/growth.h"

#include <algorithm>
#include <utility>

#include "fact/figure_dimension.h"
#include "fact/measure/change.h"
#include "fact/measure/phrase.h"
#include "fact/measure/reference.h"
#include "fact/measure/subject.h"
#include "fact/noun_phrase.h"

namespace attest::measure {
namespace {

// "a 5 percent rise in exports", "a 5 percent export growth": a noun of change stands behind.
std::optional<MeasureReading> growth_named_behind(const FigureView& figure, TokenRange behind) {
  const FactSentence& sentence = figure.sentence();
  if (const FoundEntry* whole = measure_ending_at(sentence, behind.end)) {
    MeasureReading reading = listed_measure(sentence, *whole, behind.end - 1);
    if (!whole->cell(kId).ends_with("_growth")) return growth_of(std::move(reading));
    reading.kind = ReadingKind::kGrowth;  // "5 percent economic growth": the list names a growth
    reading.rule = "fact.growth";
    return reading;
  }
  // "a 5% drop [seen] in imports"
  const bool seen =
      sentence.is(behind.end + 1, "in") && (sentence.is(behind.end, "seen") || sentence.view().word(behind.end).ends_with("ed"));
  const std::uint32_t link = behind.end + (seen ? 1 : 0);
  const bool completed = sentence.is_any(link, {"in", "of"});
  const TokenRange of = completed ? phrase_at(sentence, behind_dates(sentence, link + 1)) : TokenRange{};
  auto completed_by = of.begin < of.end && measure_ending_at(sentence, of.end) == nullptr
                          ? last_measure(sentence, of.begin, complement_end(sentence, of.end))
                          : std::nullopt;
  if (completed_by) return growth_of(*std::move(completed_by));  // "an increase in the value of trade"
  // "a [9 percent] rise in Africa": of what was told of before
  const bool place = of.begin < of.end && base_form(sentence, of, false).empty();
  if (of.begin < of.end && !place) return growth_of(measure_of_phrase(sentence, of));
  if (place && figure.last_told() != nullptr) {
    MeasureReading there = growth_of(taken_over(level_of(*figure.last_told()), "fact.growth"));
    there.phrase_tokens = {of.begin, complement_end(sentence, of.end)};
    there.inherited = false;
    return there;
  }
  // "a 5% annual rise" names nothing that rose
  TokenRange thing{behind.begin, behind.end - 1};
  while (thing.begin < thing.end && sentence.covering(FactList::kFigureHedge, thing.begin) != nullptr) ++thing.begin;
  return thing.begin < thing.end ? std::optional(growth_of(measure_of_phrase(sentence, thing))) : std::nullopt;
}

// "Capacity grew [63 GW]", "output fell [2 million tonnes]": what is produced or carried changed by so much.
bool moves_volume(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const Dimension dimension = figure.dimension();
  const bool volume =
      dimension == Dimension::kPower || dimension == Dimension::kEnergy || dimension == Dimension::kMass || dimension == Dimension::kVolume;
  const FoundEntry* movement = volume && verb + 1 == figure.begin() ? sentence.covering(FactList::kMovement, verb) : nullptr;
  return movement != nullptr && movement->cell(kMovesMoney) == "moves" && sentence.role(verb) == WordRole::kVerb &&
         !sentence.is_any(verb, {"up", "down"});
}

// "stood at 5 million tonnes, down [2 million tonnes]".
bool moves_aside(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const bool aside = figure.quantity() == Quantity::kMeasure && sentence.is_any(verb, {"up", "down"}) && verb > figure.clause().begin;
  return aside && sentence.is(verb - 1, ",") && verb + 1 == figure.begin();
}

// "rose 5 percent", "fell $3 billion"; but "make up 5 percent", and "cut $3 billion" names the sum itself.
bool moves(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* movement = sentence.covering(FactList::kMovement, verb);
  if (figure.quantity() == Quantity::kMoney && movement != nullptr && movement->cell(kMovesMoney) == "moves") return true;
  if (moves_aside(figure, verb) || moves_volume(figure, verb)) return true;
  const bool makes_up = sentence.is(verb, "up") && verb > figure.floor() && sentence.covering(FactList::kShareVerb, verb - 1) != nullptr;
  return figure.is_relative() && !makes_up && movement != nullptr;
}

// "growth of 5 percent" of nothing in particular, where the text isn't about a company: the economy's, or that of what it has been
// telling of.
std::optional<MeasureReading> growth_alone(const FigureView& figure, std::uint32_t noun) {
  const FactSentence& sentence = figure.sentence();
  const bool is_bare =
      sentence.is_any(noun, {"growth", "expansion", "contraction"}) &&
      (phrase_begin(sentence, noun, figure.floor()) == noun || sentence.covering(FactList::kStatusWord, noun - 1) != nullptr);
  if (!is_bare || (figure.context() != nullptr && figure.context()->id.starts_with("company.")) ||
      last_measure(sentence, figure.floor(), figure.begin()))
    return std::nullopt;
  return growth_told_of(figure);
}

// "an [impressive] increase of 5%": nothing but words for how much.
bool only_hedges(const FactSentence& sentence, TokenRange words) {
  for (std::uint32_t token = words.begin; token < words.end; ++token) {
    if (sentence.covering(FactList::kFigureHedge, token) == nullptr) return false;
  }
  return words.begin < words.end;
}

// "mining fell by 9%; building works shrank by [6%]", "with farming down [1%]": a subject of the figure's own behind the one before.
std::optional<MeasureReading> own_subject(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const bool is_factor = figure.quantity() == Quantity::kRatio && verb == figure.begin();  // "and the number of firms [tripled]"
  if (figure.is_first() || (verb >= figure.begin() && !is_factor)) return std::nullopt;
  const std::uint32_t before = figure.previous().tokens.end;
  std::uint32_t end = verb;
  while (end > before && (sentence.role(end - 1) == WordRole::kAdverb || sentence.is_auxiliary(end - 1))) --end;
  std::uint32_t begin = phrase_begin(sentence, end, before);
  const bool counts = begin > before + 1 && sentence.is(begin - 1, "of") && sentence.is_any(begin - 2, {"number", "volume", "value"});
  if (counts) begin = phrase_begin(sentence, begin - 1, before);
  std::uint32_t opening = begin;
  while (opening > before && sentence.role(opening - 1) == WordRole::kDeterminer) --opening;
  const bool opens = opening > before && sentence.is_any(opening - 1, {",", ";", "while", "with"});
  const bool joined = opening > before && sentence.is(opening - 1, "and");
  if (begin >= end || (!opens && !joined) || sentence.role(end - 1) != WordRole::kContent) return std::nullopt;
  const TokenRange own{begin, end};
  // ", allowing profit to rise"
  const bool leads_on = sentence.is(opening - 1, ",") && sentence.role(begin) == WordRole::kParticiple;
  const bool changes = sentence.covering(FactList::kChangeNoun, end - 1) != nullptr || leads_on;
  if (changes || only_hedges(sentence, own) || is_told_before(figure) || is_proper(sentence, own) || refers_back(figure, own) ||
      names_speaker(sentence, own) || names_plan(figure, own))
    return std::nullopt;
  // ", the sharpest drop since a [2%] fall"
  if (sentence.is(opening - 1, ",") && opening < begin && !counts) return std::nullopt;
  const bool listed = measure_ending_at(sentence, end) != nullptr;
  MeasureReading reading = listed   ? measure_of_phrase(sentence, own)
                           : counts ? unlisted_measure(sentence, own, false)
                                    : part_of_told(sentence, figure.earlier().back(), own);
  return reading.phrase.size() < kShortestPhrase ? std::nullopt : std::optional(std::move(reading));
}

// "the number | of Kenyan students": with those whose number it is.
TokenRange with_counted(const FactSentence& sentence, TokenRange phrase) {
  const bool counts = phrase.begin < phrase.end && sentence.is(phrase.end - 1, "number") && sentence.is(phrase.end, "of");
  const TokenRange counted = counts ? phrase_at(sentence, phrase.end + 1) : TokenRange{};
  return counted.begin < counted.end ? TokenRange{phrase.begin, counted.end} : phrase;
}

// "expects the bank to raise its interest rate by [2 points]": what the verb takes as its object.
std::optional<MeasureReading> growth_of_object(const FactSentence& sentence, const FoundEntry& movement, std::uint32_t before) {
  if (movement.cell(kTakesObject) != "yes" || movement.tokens.end >= before) return std::nullopt;
  if (auto of = last_measure(sentence, movement.tokens.end, before)) return growth_of(*std::move(of));
  // "Despite lower output it increased [the seats flown] by 2%"
  const TokenRange moved = with_counted(sentence, phrase_at(sentence, movement.tokens.end));
  const bool object = moved.begin < moved.end && sentence.role(movement.tokens.begin) == WordRole::kVerb &&
                      sentence.role(movement.tokens.end) == WordRole::kDeterminer && sentence.role(moved.end - 1) == WordRole::kContent;
  return object ? std::optional(growth_of(measure_of_phrase(sentence, moved))) : std::nullopt;
}

// What stands before the verb, in words that are no listed measure, or that only point to what was told of.
std::optional<MeasureReading> growth_of_subject(const FigureView& figure, std::uint32_t before, std::uint32_t verb, bool by) {
  const FactSentence& sentence = figure.sentence();
  const TokenRange of = phrase_before(sentence, subject_end(figure, verb), figure.floor());
  // "It is a 28% increase"
  const bool opened = verb > figure.clause().begin && sentence.is_any(verb - 1, {"it", "this", "that"});  // "Thus, it grew by [$3 million]"
  const bool pronoun = of.begin == of.end && (opened || sentence.is_any(figure.clause().begin, {"it", "this", "that", "which"}));
  if (of.begin == of.end && !pronoun) return std::nullopt;
  if (pronoun) {
    if (auto main = subject_before_which(figure)) return growth_of(*std::move(main));
  }
  // "Banks saw a decline of [$5 million]", where reserves are told of
  const bool acts =
      !by && sentence.is(before, "of") && (sentence.is(verb, "saw") || sentence.covering(FactList::kSpeechVerb, verb) != nullptr);
  const MeasureReading* known = acts ? figure.last_told() : nullptr;
  if (known != nullptr && (known->quantity == figure.quantity() || is_share(figure.quantity())))
    return growth_of(taken_over(level_of(*known), "fact.growth"));
  // "Analysts had forecast [3%] growth", "Economists expected a [0.2%] rise": not theirs
  const bool foresees = names_speaker(sentence, of) && sentence.covering(FactList::kChangeNoun, figure.end()) != nullptr &&
                        sentence.covering(FactList::kStatusWord, verb_before(sentence, figure.begin(), verb)) != nullptr;
  if (foresees || (names_speaker(sentence, of) && sentence.is(figure.end(), "growth"))) return growth_told_of(figure);
  const bool told_of = pronoun || refers_back(figure, of) || (is_proper(sentence, of) && tells_of_other_growth(figure));
  const MeasureReading* told = told_of ? figure.last_told() : nullptr;  // none at the beginning of a text
  if (pronoun && told == nullptr) return std::nullopt;
  if (told != nullptr) return growth_of(taken_over(level_of(*told), "fact.growth"));
  // "a jump of [31%]": of what the figure before tells of
  const bool only_change = sentence.covering(FactList::kChangeNoun, of.end - 1) != nullptr ||
                           (of.end == of.begin + 1 && sentence.is_any(of.begin, {"similar", "further", "additional"})) ||
                           only_hedges(sentence, of);
  const bool only_place = base_form(sentence, of, false).empty() && tells_of_other_growth(figure);  // "Europe saw a [3%] rise"
  if ((only_change || only_place) && figure.last_told() != nullptr)
    return growth_of(taken_over(level_of(*figure.last_told()), "fact.growth"));
  MeasureReading moved = measure_of_phrase(sentence, of);
  return moved.phrase.size() < kShortestPhrase ? std::nullopt : std::optional(growth_of(std::move(moved)));
}

// "coal exports to Peru, which grew [6%]": of what the relative clause explains.
std::optional<MeasureReading> growth_before_which(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t which = figure.clause().begin;
  if (!sentence.is_any(which, {"which", "that"}) || which <= sentence.tokens().begin + 1 || figure.floor() > which) return std::nullopt;
  std::uint32_t next = which + 1;
  while (sentence.role(next) == WordRole::kAdverb) ++next;
  const std::uint32_t end = sentence.is(which - 1, ",") ? which - 1 : which;
  auto of = verb <= next ? last_measure(sentence, subject_floor(figure), end) : std::nullopt;
  return of && of->phrase_tokens.end >= end ? std::optional(growth_of(*std::move(of))) : std::nullopt;
}

// "the Norland 40 rose [20 points]": what has only a name and moves in points is an index, or the share of a company.
std::optional<MeasureReading> growth_of_index(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const bool moves = figure.is_points() && figure.moves_by();
  const TokenRange name = moves ? phrase_before(sentence, subject_end(figure, verb), figure.floor()) : TokenRange{};
  if (name.begin >= name.end) return std::nullopt;
  const bool average = sentence.is_any(name.end - 1, {"average", "composite"});
  const bool named = average || is_proper(sentence, name) || base_form(sentence, name, false).empty();
  if (!named) return std::nullopt;
  const bool of_company = names_company(figure, name.end);
  MeasureReading index = reading_named(ReadingKind::kLevel, of_company ? "economy.price" : "market.index",
                                       of_company ? "share price" : "index", "fact.growth");
  index.phrase_tokens = name;
  return growth_of(std::move(index));
}

// "The index of jobs, which measures the economy, fell [2%]": what stands before the clause between, and nothing inside it.
std::optional<MeasureReading> growth_before_aside(const FigureView& figure, std::uint32_t verb) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const std::uint32_t aside = figure.is_first() ? relative_before(sentence, verb) : begin;
  if (aside == begin) return std::nullopt;
  if (auto of = last_measure(sentence, begin, aside)) return growth_of(*std::move(of));
  const TokenRange subject = phrase_before(sentence, aside, begin);
  const bool thing = subject.begin < subject.end && sentence.role(subject.end - 1) == WordRole::kContent;
  return thing ? std::optional(growth_of(measure_of_phrase(sentence, subject))) : std::nullopt;
}

// "exports rose by 13%", "raised exports by 13%", "…, and fell 2%": the figure's verb tells what moved.
std::optional<MeasureReading> growth_of_what_moved(const FigureView& figure, std::uint32_t before, std::uint32_t verb, bool by) {
  const FactSentence& sentence = figure.sentence();
  const bool over_count = !figure.is_first() && figure.earlier().back().kind == ReadingKind::kCount;
  const std::uint32_t moved_from = over_count ? figure.clause().begin : figure.floor();
  const FoundEntry* movement = by ? sentence.last_before(FactList::kMovement, before, moved_from) : nullptr;
  if (auto of = movement != nullptr ? growth_of_object(sentence, *movement, before) : std::nullopt) return of;
  // "sending its shares up as much as [4%]"
  const FoundEntry* sent = !by && sentence.is_any(before, {"up", "down"}) ? measure_ending_at(sentence, before) : nullptr;
  if (sent != nullptr && sent->tokens.begin > verb) return growth_of(listed_measure(sentence, *sent, verb));
  // "of which exports were worth $5 million, increasing [30%]"
  const bool adjoins = !figure.is_first() && figure.earlier().back().kind == ReadingKind::kValue && sentence.is(verb - 1, ",") &&
                       figure.previous().tokens.end + 1 == verb && sentence.view().word(verb).ends_with("ing");
  if (adjoins) return growth_of(figure.earlier().back());
  if (auto of = growth_before_aside(figure, verb)) return of;
  if (auto of = last_measure(sentence, figure.floor(), verb)) return growth_of(*of);
  if (auto of = growth_before_which(figure, verb)) return of;
  if (auto of = growth_of_index(figure, verb)) return of;
  if (auto of = last_measure(sentence, sentence.tokens().begin, relative_before(sentence, verb))) return growth_of(*std::move(of));
  if (auto of = by ? last_measure(sentence, verb, before) : std::nullopt) return growth_of(*of);
  if (auto of = subject_over_count(figure, verb)) return growth_of(*std::move(of));
  const TokenRange object = movement != nullptr ? with_counted(sentence, phrase_at(sentence, movement->tokens.end)) : TokenRange{};
  if (object.begin < object.end && sentence.role(object.end - 1) == WordRole::kContent)
    return growth_of(measure_of_phrase(sentence, object));
  if (auto own = own_subject(figure, sentence.is_any(before, {"up", "down"}) ? before : verb)) return growth_of(*std::move(own));
  const bool told_before =
      !figure.is_first() && figure.earlier().back().kind != ReadingKind::kNone && figure.earlier().back().kind != ReadingKind::kRank;
  if (told_before) return growth_of(figure.earlier().back());
  return growth_of_subject(figure, before, verb, by);
}

// "a cut of [25 basis points]": of the interest rate, where nothing else is named.
bool tells_of_basis_points(const FigureView& figure) {
  return figure.quantity() == Quantity::kPercentagePoint && figure.sentence().is(figure.end() - 2, "basis");
}

// "an after-tax gain of [$5 million]": what was earned, no growth.
std::optional<MeasureReading> gain_of_money(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool gained = figure.quantity() == Quantity::kMoney && sentence.is(figure.before(), "of") &&
                      figure.before() > figure.clause().begin && sentence.is_any(figure.before() - 1, {"gain", "gains"});
  if (!gained) return std::nullopt;
  MeasureReading reading = unlisted_measure(sentence, {phrase_begin(sentence, figure.before() - 1, figure.floor()), figure.before()}, true);
  reading.rule = "fact.of_phrase";
  return reading;
}

// "Imports will rise, but at a slower pace of [15%]".
std::optional<MeasureReading> growth_at_pace(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t of = figure.before();
  const bool paced =
      figure.quantity() == Quantity::kPercent && sentence.is(of, "of") && of > figure.clause().begin + 2 && sentence.is(of - 1, "pace");
  const std::uint32_t from = figure.is_first() ? sentence.tokens().begin : figure.floor();
  if (!paced || sentence.last_before(FactList::kMovement, of, from) == nullptr) return std::nullopt;
  auto moved = last_measure(sentence, from, of - 1);
  return moved ? std::optional(growth_of(*std::move(moved))) : std::nullopt;
}

// "a [$4 billion] or 19% rise": behind the same change in other words; else the figure's own end.
std::uint32_t end_with_other_words(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t end = figure.end();
  const auto figures = sentence.figures();
  const bool other = figure.index() + 1 < figures.size() && sentence.is(end, "or") && figures[figure.index() + 1].tokens.begin == end + 1;
  return other ? figures[figure.index() + 1].tokens.end : end;
}

// "a 5.7% annual [increase] in revenue", "a 5% year-on-year [rise]": the noun of change behind words that only describe it; empty for none.
TokenRange described_change(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t begin = figure.end();
  const std::uint32_t limit = std::min(begin + kReach, sentence.tokens().end);
  for (std::uint32_t token = begin; token < limit; ++token) {
    const FoundEntry* noun = sentence.covering(FactList::kChangeNoun, token);
    const std::uint32_t end = noun != nullptr ? noun->tokens.end : token;
    const bool closes =
        end == sentence.tokens().end || (sentence.role(end) != WordRole::kContent && sentence.role(end) != WordRole::kFigure);
    if (noun != nullptr && token > begin && closes && !noun->cell(0).empty()) return {token, end};
    const bool describes = noun != nullptr || sentence.is_any(token, {"-", "on", "over", "year", "month", "quarter"}) ||
                           sentence.is_any(token, {"annual", "average", "further", "overall", "real", "sharp", "yearly"});
    if (!describes) break;
    token = std::max(token, end == token ? token : end - 1);
  }
  return {};
}

// "a 5% [y/y increase] in revenue": the phrase behind the figure that ends with a noun of change; empty for none.
TokenRange change_behind(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  std::uint32_t next = end_with_other_words(figure);
  while (next < figure.clause().end && sentence.role(next) == WordRole::kAdverb) ++next;
  TokenRange behind = phrase_at(sentence, next);
  // "a 5% [drop] seen in imports"
  const bool seen = behind.begin + 2 == behind.end && sentence.is(behind.begin + 1, "seen") && sentence.is(behind.end, "in");
  if (seen) --behind.end;
  const bool in_phrase =
      behind.begin < behind.end && figure.lexicon().ending_at(sentence.view(), FactList::kChangeNoun, behind.end, behind.begin);
  return in_phrase ? behind : described_change(figure);
}

// "GDP growth of [5%]", "a cut of [25 basis points]": what the noun of change before the figure says by itself.
std::optional<MeasureReading> growth_named_before(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  // "with a projected GDP growth of 5%": a growth that the lists name.
  const FoundEntry* listed = measure_ending_at(sentence, figure.before());
  if (listed != nullptr && listed->tokens.begin >= figure.floor() && listed->cell(kId).ends_with("growth")) {
    MeasureReading reading = listed_measure(sentence, *listed, listed->tokens.begin);
    reading.kind = ReadingKind::kGrowth;
    reading.rule = "fact.growth";
    return reading;
  }
  // "is projecting earnings growth of 5%"
  const FoundEntry* grown = measure_ending_at(sentence, figure.before() - 1);
  if (grown != nullptr && grown->tokens.begin >= figure.floor()) return growth_of(listed_measure(sentence, *grown, figure.floor()));
  if (auto alone = growth_alone(figure, figure.before() - 1)) return alone;
  const bool of_rate = tells_of_basis_points(figure) && !last_measure(sentence, figure.clause().begin, figure.begin());
  return of_rate ? std::optional(growth_of(interest_rate())) : std::nullopt;
}

// "helped raise oil prices about [20%]": what a verb takes right before the figure.
std::optional<MeasureReading> growth_of_raised_object(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const FoundEntry* object = figure.is_relative() ? measure_ending_at(sentence, figure.before() + 1) : nullptr;
  if (object == nullptr || object->tokens.begin < figure.floor()) return std::nullopt;
  std::uint32_t begin = phrase_begin(sentence, object->tokens.begin, figure.floor());
  while (begin > figure.floor() && sentence.role(begin - 1) == WordRole::kDeterminer) --begin;
  const FoundEntry* moved = begin > figure.floor() ? sentence.covering(FactList::kMovement, begin - 1) : nullptr;
  const bool raised = moved != nullptr && moved->cell(kTakesObject) == "yes" && sentence.role(begin - 1) == WordRole::kVerb;
  return raised ? std::optional(growth_of(listed_measure(sentence, *object, begin))) : std::nullopt;
}

// "grew at a [5%] annual rate", "rose at an average rate of [5%]", "was up by an annual rate of [5%]": how fast, behind a verb of
// movement.
bool is_annual_rate(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_relative() || !figure.has_before()) return false;
  const TokenRange behind = phrase_at(sentence, figure.end());
  const auto is_pace = [&](std::uint32_t noun) { return sentence.is_any(noun, {"rate", "pace", "clip", "speed"}); };
  const bool named_behind =
      behind.begin == figure.end() && behind.begin < behind.end && is_pace(behind.end - 1) && sentence.is(figure.before(), "at");
  const bool named_before = sentence.is(figure.before(), "of") && figure.before() > figure.clause().begin && is_pace(figure.before() - 1);
  if (!named_behind && !named_before) return false;
  std::uint32_t at = named_behind ? figure.before() : phrase_begin(sentence, figure.before(), figure.clause().begin);
  while (at > figure.clause().begin && sentence.role(at - 1) == WordRole::kDeterminer) --at;
  if (named_before && (at <= figure.clause().begin || !sentence.is_any(--at, {"at", "by"}))) return false;
  const bool verb = at > figure.clause().begin && (sentence.role(at - 1) == WordRole::kVerb || sentence.is_any(at - 1, {"up", "down"}));
  return verb && sentence.covering(FactList::kMovement, at - 1) != nullptr;
}

// "costs rose at a slower [9%]": behind a verb of movement.
bool is_other_pace(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool paced = figure.quantity() == Quantity::kPercent && figure.begin() > figure.clause().begin + 3 &&
                     sentence.is_any(figure.begin() - 1, {"slower", "faster", "quicker", "brisker"}) &&
                     sentence.is(figure.begin() - 2, "a") && sentence.is(figure.begin() - 3, "at");
  return paced && sentence.covering(FactList::kMovement, figure.begin() - 4) != nullptr;
}

// "an increase in exports of fruit by [5%]", "a fall in output of [2%]": what the noun of change is completed by.
std::optional<MeasureReading> growth_of_noun_by(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool of_noun = sentence.is(figure.before(), "of");
  // "a decrease in trade of [$5 million]", but "growth in sales of [$5 million]" tells as well of what they reached
  const bool of_money = of_noun && figure.quantity() == Quantity::kMoney;
  const FoundEntry* noun = (figure.is_relative() || of_money) && (of_noun || sentence.is(figure.before(), "by"))
                               ? sentence.last_before(FactList::kChangeNoun, figure.before(), figure.floor())
                               : nullptr;
  if (noun == nullptr || sentence.role(noun->tokens.begin) == WordRole::kVerb || !sentence.is_any(noun->tokens.end, {"in", "of"}))
    return std::nullopt;
  if (verb_before(sentence, figure.begin(), noun->tokens.end) != figure.begin()) return std::nullopt;
  const TokenRange of = phrase_at(sentence, behind_dates(sentence, noun->tokens.end + 1));
  if (of.begin >= of.end || of.end > figure.before()) return std::nullopt;
  if (of_noun && complement_end(sentence, of.end) < figure.before()) return std::nullopt;
  auto listed = last_measure(sentence, of.begin, figure.before());
  return growth_of(listed ? *std::move(listed) : measure_of_phrase(sentence, of));
}

// "433 thousand containers, [2%] up compared to last year": the level before has changed by so much.
bool is_up_behind_level(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool up = figure.quantity() == Quantity::kPercent && !figure.is_first() && sentence.is_any(figure.end(), {"up", "down"});
  if (!up || figure.earlier().back().kind != ReadingKind::kLevel || figure.earlier().back().quantity == figure.quantity()) return false;
  return !last_measure(sentence, figure.floor(), figure.begin());
}

// "increased its market share [0.4 percentage points]": of what the verb takes right before the figure.
std::optional<MeasureReading> points_of_object(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const bool points = figure.quantity() == Quantity::kPercentagePoint && figure.has_before();
  const FoundEntry* object = points ? measure_ending_at(sentence, figure.before() + 1) : nullptr;
  const FoundEntry* moved = object != nullptr ? sentence.last_before(FactList::kMovement, object->tokens.begin, figure.floor()) : nullptr;
  const bool moves_it = moved != nullptr && moved->cell(kTakesObject) == "yes" && sentence.role(moved->tokens.begin) == WordRole::kVerb;
  return moves_it ? std::optional(growth_of(listed_measure(sentence, *object, moved->tokens.end))) : std::nullopt;
}

// "There was an increase in exports in Chad ([5 percent]) and Peru": what the noun of change before the brackets is completed by.
std::optional<MeasureReading> growth_in_brackets(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  const std::uint32_t bracket = figure.begin() - 1;
  const bool alone = figure.quantity() == Quantity::kPercent && figure.is_first() && figure.begin() > figure.clause().begin &&
                     sentence.is(bracket, "(") && sentence.is(figure.end(), ")");
  const FoundEntry* noun = alone ? sentence.last_before(FactList::kChangeNoun, bracket, figure.clause().begin) : nullptr;
  // "a small increase ([5 percent]) in exports"
  const bool adjoins = noun != nullptr && noun->tokens.end == bracket && sentence.is_any(figure.end() + 1, {"in", "of"});
  const TokenRange grown = adjoins ? phrase_at(sentence, figure.end() + 2) : TokenRange{};
  if (grown.begin < grown.end) {
    auto listed = last_measure(sentence, grown.begin, complement_end(sentence, grown.end));
    return growth_of(listed ? *std::move(listed) : measure_of_phrase(sentence, grown));
  }
  if (noun == nullptr || sentence.role(noun->tokens.begin) == WordRole::kVerb || !sentence.is(noun->tokens.end, "in")) return std::nullopt;
  if (verb_before(sentence, bracket, noun->tokens.end) != bracket || sentence.role(bracket - 1) != WordRole::kName) return std::nullopt;
  auto listed = last_measure(sentence, noun->tokens.end, bracket);
  if (!listed) return std::nullopt;
  listed->flow = Flow::kNone;  // of each place that brackets follow
  return growth_of(*std::move(listed));
}

// "to double [the number of scholarships]", "will double its current 300 [scholarships]": what a factor multiplies.
TokenRange multiplied(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  TokenRange of = phrase_at(sentence, figure.end());
  const bool counts = sentence.is(of.end, "of") && sentence.is_any(of.end - 1, {"number", "volume", "value", "amount"});
  const TokenRange whole = of.begin < of.end && counts ? phrase_at(sentence, of.end + 1) : TokenRange{};
  if (whole.begin < whole.end) of.end = whole.end;
  const bool described = of.begin + 1 == of.end && sentence.is_any(of.begin, {"current", "existing", "present"});
  const TokenRange counted =
      described && figure.has_next() && figure.next().tokens.begin == of.end ? phrase_at(sentence, figure.next().tokens.end) : TokenRange{};
  return counted.begin < counted.end ? counted : of;
}

}  // namespace

std::optional<MeasureReading> growth(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.is_relative() && !figure.is_amount()) return std::nullopt;
  const TokenRange behind = change_behind(figure);
  const bool named_behind = behind.begin < behind.end;
  // "(5% year-on-year)", but "up from [47.8 million] year-on-year"
  const bool from_level = figure.has_before() && sentence.is(figure.before(), "from");
  const bool noun_behind = named_behind || (!from_level && sentence.covering(FactList::kChangeNoun, figure.end()) != nullptr);
  // "after a $48 billion expansion": what it cost.
  const bool is_work = figure.quantity() == Quantity::kMoney && sentence.is(figure.end(), "expansion");
  if (auto gain = gain_of_money(figure)) return gain;
  if (auto of_object = points_of_object(figure)) return of_object;
  if (auto of_place = growth_in_brackets(figure)) return of_place;
  if (is_work && sentence.role(figure.begin() - 1) == WordRole::kDeterminer) return std::nullopt;
  if (auto reading = named_behind ? growth_named_behind(figure, behind) : std::nullopt) return reading;
  if (!figure.has_before()) return std::nullopt;
  if (auto of_noun = growth_of_noun_by(figure)) return of_noun;
  if (auto paced = growth_at_pace(figure)) return paced;
  const bool by = sentence.is(figure.before(), "by") && figure.before() > figure.clause().begin &&
                  (figure.moved_before(figure.before()) || sentence.covering(FactList::kComparative, figure.before() - 1) != nullptr);
  const bool earned = !figure.is_relative() && sentence.is(figure.before() - 1, "gains");  // "one-time gains of [5,000]"
  const bool noun_before = sentence.is(figure.before(), "of") && figure.before() > figure.clause().begin && !earned &&
                           sentence.covering(FactList::kChangeNoun, figure.before() - 1) != nullptr;
  const bool at_rate = is_annual_rate(figure) || is_other_pace(figure);
  const bool is_factor = figure.quantity() == Quantity::kRatio && sentence.covering(FactList::kMovement, figure.begin()) != nullptr;
  if (is_up_behind_level(figure)) return growth_of(figure.earlier().back());
  if (!by && !moves(figure, figure.before()) && !noun_before && !is_factor && !noun_behind && !at_rate)
    return growth_of_raised_object(figure);
  const bool completed_behind = noun_before && sentence.is_any(figure.end(), {"in", "of"});
  TokenRange of = completed_behind ? phrase_at(sentence, behind_dates(sentence, figure.end() + 1))
                  : is_factor      ? multiplied(figure)
                                   : TokenRange{};
  if (sentence.is(of.begin, "relative") && sentence.is(of.begin + 1, "to")) of = {};  // "a rise of [5%] in 2023 relative to 2022"
  // "plans to [double] this figure", "an increase of [5%] in value": of what was told of
  const bool by_size = of.end == of.begin + 1 && sentence.is_any(of.begin, {"value", "weight", "volume", "tonnage", "quantity"});
  const bool points_back = of.begin < of.end && !sentence.is(of.end, "of") && (by_size || refers_back(figure, of));
  const MeasureReading* told = points_back ? figure.last_told() : nullptr;
  if (told != nullptr) return growth_of(taken_over(level_of(*told), "fact.growth"));
  if (of.begin < of.end) return growth_of(measure_of_phrase(sentence, of));
  if (auto named = noun_before ? growth_named_before(figure) : std::nullopt) return named;
  if (auto aside = moves_aside(figure, figure.before()) ? last_measure(sentence, figure.floor(), figure.before()) : std::nullopt)
    return growth_of(*std::move(aside));
  const std::uint32_t verb = is_factor ? figure.begin() : verb_before(sentence, figure.begin(), figure.clause().begin);
  return growth_of_what_moved(figure, figure.before(), figure.apposition() > 0 ? std::min(verb, figure.apposition()) : verb, by);
}

}  // namespace attest::measure

#include "fact/period_finder.h"

#include <algorithm>
#include <string_view>

#include "value/calendar_unit.h"

namespace attest {
namespace {

constexpr std::size_t kYear = 4;  // digits of an ISO date

}  // namespace

bool is_short(const Period& period) {
  constexpr std::int32_t kDaysInMonth = 28;
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  return begin && end && end->number() - begin->number() < kDaysInMonth;
}

namespace {

// Whole years, and more than two: "in 1986/87" is one season.
bool spans_years(const Period& period) {
  constexpr std::int32_t kTwoYears = 731;  // days
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const bool whole = period.start.ends_with("-01-01") && period.end.ends_with("-01-01");
  return begin && end && whole && end->number() - begin->number() > kTwoYears;
}

std::optional<std::string> year_behind(std::string_view day, std::int32_t years) {
  const auto begin = parse_iso_date(day);
  const auto moved = begin ? add_years(*begin, years) : std::nullopt;
  return moved ? std::optional(moved->to_iso()) : std::nullopt;
}

}  // namespace

void PeriodFinder::reset(std::string_view published) {
  published_ = published;
  event_ = {};
  named_ = {};
}

std::uint32_t PeriodFinder::connective_before(std::uint32_t token) const {
  while (token > sentence_->tokens().begin) {
    const WordRole role = sentence_->role(token - 1);
    const bool hedges =
        role == WordRole::kAdverb || role == WordRole::kDeterminer || sentence_->covering(FactList::kFigureHedge, token - 1) != nullptr;
    if (!hedges) return token - 1;
    --token;
  }
  return token;
}

// "compared to a surplus of [$7 billion]": the word before the noun phrase in front of "of", unless that is what was planned.
std::uint32_t PeriodFinder::compared_before(std::uint32_t of) const {
  std::uint32_t word = of;
  while (word > clause_.begin + 1 &&
         (sentence_->role(word - 1) == WordRole::kContent || sentence_->role(word - 1) == WordRole::kDeterminer)) {
    --word;
    if (sentence_->covering(FactList::kPlanNoun, word) != nullptr) return of;
  }
  return sentence_->is(word - 1, "from") ? of : word - 1;
}

// "a 27 percent increase over the previous year's level of [$70 billion]".
bool PeriodFinder::is_over_dated_level(std::uint32_t of) const {
  std::uint32_t word = of;
  while (word > clause_.begin && sentence_->role(word - 1) == WordRole::kContent) --word;
  if (word == of || word <= clause_.begin + 1 || sentence_->role(word - 1) != WordRole::kPossessive) return false;
  const MentionAt* date = ending_at(word - 1);
  return date != nullptr && date->tokens.begin > clause_.begin && sentence_->is_any(date->tokens.begin - 1, {"over", "than", "from", "on"});
}

// "up from X", "compared to X", "against X".
bool PeriodFinder::is_base() const {
  std::uint32_t word = connective_before(at_.begin);
  if (sentence_->is(word, "of") && is_over_dated_level(word)) return true;
  if (sentence_->is(word, "of")) word = compared_before(word);
  if (sentence_->is(word, "from")) return !is_revision();
  if (sentence_->is_any(word, {"against", "versus", "vs"})) return true;
  const bool the = at_.begin > sentence_->tokens().begin + 1 && sentence_->is_any(at_.begin - 1, {"the", "that"});
  if (the && sentence_->is(at_.begin - 2, "than")) return true;
  return sentence_->is_any(word, {"to", "with"}) && word > sentence_->tokens().begin &&
         sentence_->is_any(word - 1, {"compared", "comparison"});
}

// "compared with 35 and [278] a year ago".
bool PeriodFinder::is_second_base(std::span<const PeriodReading> earlier) const {
  if (index_ == 0 || !earlier.back().is_base) return false;
  const std::uint32_t word = connective_before(at_.begin);
  return word == sentence_->figures()[index_ - 1].tokens.end && sentence_->is_any(word, {"and", "or"});
}

// "raised its forecast for 2024 to 6% from [5%]": what was expected of the same time before.
bool PeriodFinder::is_revision() const {
  const FoundEntry* noun = sentence_->last_before(FactList::kPlanNoun, at_.begin, clause_.begin);
  if (index_ == 0 || noun == nullptr) return false;
  const TokenRange before = sentence_->figures()[index_ - 1].tokens;
  if (before.begin < noun->tokens.end) return false;
  for (std::uint32_t token = noun->tokens.end; token < before.begin; ++token) {
    if (sentence_->role(token) == WordRole::kVerb || sentence_->is(token, ",")) return false;
  }
  return true;
}

// What is told of a flow goes on with the period that the text before told of; the present tells of now.
bool PeriodFinder::is_carried(const MeasureReading& measure, const Discourse& discourse) const {
  const std::string& id = measure.id.empty() ? measure.level_id : measure.id;
  // Of one day: only prices go on with the day of another price, and what was signed with that of the event.
  if (is_short(discourse.period())) {
    const bool same =
        id == "economy.price" && discourse.measure() != nullptr && (discourse.measure()->id == id || discourse.measure()->level_id == id);
    return (same || id.starts_with("agreements.")) && !tells_of_now();
  }
  const bool unknown_level = measure.id.empty() && measure.level_id.empty() && measure.kind == ReadingKind::kLevel;
  // "Purchases of oil dropped to [6.8 million barrels]"
  const bool moved = measure.quantity == Quantity::kMeasure && sentence_->is_any(connective_before(at_.begin), {"to", "at"}) &&
                     sentence_->last_before(FactList::kMovement, at_.begin, clause_.begin) != nullptr;
  const bool flows = kinds_->is_flow(measure.id) || kinds_->is_flow(measure.level_id) ||
                     (unknown_level && (measure.quantity == Quantity::kMoney || moved));
  // "This figure has fallen by 5%", "It is followed by Peru": what takes over the measure takes over the period, unless it lies ahead.
  const bool lies_ahead = sentence_->last_before(FactList::kPlanNoun, at_.begin, clause_.begin) != nullptr;
  const bool goes_on = measure.inherited && measure.rule != "fact.object_moved" && !lies_ahead;
  const bool grows_on = measure.kind == ReadingKind::kGrowth && discourse.measure() != nullptr &&
                        discourse.measure()->kind == ReadingKind::kGrowth && discourse.fact_is_near();
  return (flows && goes_on) || ((flows || grows_on) && !tells_of_now());
}

// "Cash flow, which had been $12 million in the second quarter, swung to [$66 million]": back in the main clause.
bool PeriodFinder::returns_to_main_clause(std::size_t earlier) const {
  const TokenRange other = sentence_->figures()[earlier].tokens;
  if (!sentence_->is_any(clause_.begin, {"which", "who"}) || other.begin < clause_.begin) return false;
  for (std::uint32_t token = other.end; token + 1 < at_.begin; ++token) {
    const WordRole next = sentence_->role(token + 1);
    if (sentence_->is(token, ",") && (next == WordRole::kVerb || next == WordRole::kParticiple)) return true;
  }
  return false;
}

// "bought it in 2022 and now has [32,000 employees]".
bool PeriodFinder::is_now_since(std::size_t earlier) const {
  constexpr std::uint32_t kReach = 4;  // tokens: "[4,700] foreign firms now operating"
  for (std::uint32_t token = sentence_->figures()[earlier].tokens.end; token < std::min(at_.end + kReach, clause_.end); ++token) {
    if (sentence_->is_any(token, {"now", "currently"})) return true;
    if (token > at_.end && sentence_->role(token) == WordRole::kMark) break;
  }
  return false;
}

// A quarter, a half, some months of the last year: nobody tells history in them.
bool PeriodFinder::is_part_of_report(const Period& period) const {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto published = parse_iso_date(published_);
  constexpr std::int32_t kShortest = 50;  // days
  constexpr std::int32_t kLongest = 310;
  constexpr std::int32_t kOldest = 370;
  if (!begin || !end || !published || *published < *begin) return false;
  const std::int32_t days = end->number() - begin->number();
  return days >= kShortest && days <= kLongest && published->number() - end->number() <= kOldest;
}

PeriodReading PeriodFinder::stated(const MentionAt& date) const {
  PeriodReading reading;
  reading.is_base = is_base_;
  reading.period = period_of(date);
  reading.date = mentions_[date.mention].bytes;
  reading.source = PeriodSource::kStated;
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool is_past = published_.empty() || reading.period.start <= published_;
  const auto first = parse_iso_date(reading.period.start);
  const auto end = parse_iso_date(reading.period.end);
  constexpr std::int32_t kLongest = 400;  // days: a report tells of a year at most
  const bool is_report = first && end && end->number() - first->number() <= kLongest;
  const bool limited = is_limit(date);
  // "That was $5 million in the corresponding period of 2021": what the text goes on to tell is of its own time again.
  const bool compares = names_time_before(date) && !known_.empty() && reading.period.start < known_.start;
  reading.is_limit = limited && sentence_->is(date.tokens.begin - 1, "by");
  reading.lasts = is_report && is_past && !compares && !is_before_that() && !limited && !sentence_->is(date.tokens.end, "alone") &&
                  !reading.period.end.empty() && expression.mod != "END" && expression.mod != "START";
  return reading;
}

// "plans to raise its capacity from [7,900 MW] to 13,000 MW": what it is now.
bool PeriodFinder::is_start_of_plan() const {
  const FoundEntry* status = sentence_->last_before(FactList::kStatusWord, at_.begin, clause_.begin);
  if (status == nullptr || (status->cell(0) != "planned" && status->cell(0) != "target")) return false;
  const FoundEntry* moved = sentence_->first_from(FactList::kMovement, status->tokens.end, at_.begin);
  return moved != nullptr && moved->tokens.begin <= status->tokens.end + 1;  // "plans to raise", "will be raised"
}

// What is compared without a date of its own: "for the same period", or with what the text before compared with.
std::optional<Period> PeriodFinder::compared_in_context(const MentionAt* date, std::span<const PeriodReading> earlier,
                                                        const Discourse& discourse) const {
  const bool of_both = date != nullptr && sentence_->is_any(date->tokens.begin, {"the", "that"}) &&
                       sentence_->is_any(date->tokens.begin + 1, {"same", "period"}) &&
                       (date->tokens.end >= sentence_->tokens().end || !sentence_->is_any(date->tokens.end, {"of", "in"}));
  if (of_both && index_ > 0 && earlier.back().is_base && !discourse.period().empty()) return discourse.period();
  const bool follows_context = index_ == 0 || earlier.back().period == discourse.period() || earlier.back().is_base;
  // "Between 2010 and 2020 exports rose from [$5 billion]": dated here
  const MentionAt* own = is_base_ && date == nullptr ? date_before() : nullptr;
  if (own != nullptr && spans_years(period_of(*own))) return std::nullopt;
  if (is_base_ && date == nullptr && !discourse.base_period().empty() && follows_context && !is_start_of_plan())
    return discourse.base_period();
  return std::nullopt;
}

// A date of the sentence that stands neither in the figure's phrase nor right before or behind it.
const MentionAt* PeriodFinder::date_further_off() const {
  const MentionAt* date = is_base_ ? nullptr : date_opening_clause();
  if (date == nullptr) date = date_of_clause();
  if (date == nullptr && !is_base_) date = leading_date();
  if (date == nullptr) date = date_of_list();
  if (date == nullptr && !is_base_) date = date_of_clause_end();
  if (date == nullptr) date = date_against_base();
  if (date == nullptr) date = date_behind_brackets();
  if (date == nullptr) date = date_behind_parts();
  return date;
}

void PeriodFinder::begin(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                         std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = figure;
  at_ = sentence.figures()[figure].tokens;
  clause_ = sentence.clause_around(at_.begin);
  is_base_ = is_base() || is_second_base(earlier);
  is_growth_ = measure.kind == ReadingKind::kGrowth;
  known_ = earlier.empty() ? discourse.period() : earlier.back().period;
}

PeriodReading PeriodFinder::without_date(const Period& period, PeriodSource source) const {
  PeriodReading reading;
  reading.is_base = is_base_;
  reading.period = period;
  reading.source = source;
  return reading;
}

PeriodReading PeriodFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                 std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse) {
  begin(sentence, mentions, figure, earlier, measure, discourse);
  if (measure.rule == "fact.conversion" && !earlier.empty()) return earlier.back();
  if (const auto part = numbered_part(earlier, discourse)) return without_date(*part, PeriodSource::kStated);
  const MentionAt* date = date_of_phrase();
  if (date == nullptr) date = date_of_bracket();
  const bool revised = date == nullptr && sentence_->is(connective_before(at_.begin), "from") && is_revision();
  if (revised && !earlier.back().period.empty()) return earlier.back();
  if (date == nullptr) date = date_behind();
  if (date != nullptr && is_base_ && dates_event(*date)) return without_date({}, PeriodSource::kNone);
  if (const auto compared = compared_in_context(date, earlier, discourse)) return without_date(*compared, PeriodSource::kContext);
  if (date == nullptr) date = date_before();
  const auto stretch = date == nullptr && !is_base_ ? unnamed_stretch() : std::nullopt;
  if (stretch) {
    PeriodReading reading = without_date(*stretch, PeriodSource::kStated);
    reading.lasts = true;
    return reading;
  }
  if (date == nullptr) date = date_further_off();
  if (date == nullptr && measure.id.starts_with("conflict.")) date = date_of_harm();
  if (date == nullptr) return at_end_of_range(inherited(earlier, measure, discourse), nullptr, earlier);
  PeriodReading reading = at_end_of_range(stated(*date), date, earlier);
  if (is_base_ && !earlier.empty() && mentions[date->mention].date()->relative) {
    const auto before = is_year_before(*date) ? year_before(earlier.back().period) : std::nullopt;
    reading.period = before ? *before : likewise(reading.period, earlier.back().period);
    if (reading.period == earlier.back().period && is_week_before(*date)) reading.period = week_before(reading.period);
  }
  return reading;
}

// "rose [to] $5 billion", "grew 5%, [reaching] $5 billion", but not "lent $5 billion to 49 states", "loans amounting to".
bool PeriodFinder::moves_to_level(std::uint32_t word) const {
  if (sentence_->is_any(word, {"reaching", "hitting"})) return true;
  if (!sentence_->is(word, "to")) return false;
  for (std::uint32_t token = clause_.begin; token < word; ++token) {
    const bool moves =
        sentence_->covering(FactList::kMovement, token) != nullptr || sentence_->covering(FactList::kChangeNoun, token) != nullptr;
    if (moves) return number_at(index_).quantity != Quantity::kCount || sentence_->covering(FactList::kMovement, token) != nullptr;
  }
  return false;
}

// "fell by 71% between 2000 and 2011, from [542,000] to [158,000]": the level of the first year and of the last.
PeriodReading PeriodFinder::at_end_of_range(PeriodReading reading, const MentionAt* date, std::span<const PeriodReading> earlier) const {
  const std::uint32_t word = connective_before(at_.begin);
  const bool first = sentence_->is(word, "from");
  const bool of_growth = first && reading.period.empty() && !earlier.empty() && !earlier.back().is_base;
  if (of_growth) reading.period = earlier.back().period;
  const bool planned = date != nullptr && !sentence_->is_any(date->tokens.begin - 1, {"between", "from", "in", "during", "over"});
  if ((!first && !moves_to_level(word)) || is_growth_ || !spans_years(reading.period) || planned) {
    if (of_growth) reading.period = {};
    return reading;
  }
  if (of_growth) reading.source = PeriodSource::kContext;
  if (first) {
    if (const auto end = year_behind(reading.period.start, 1)) reading.period.end = *end;
  } else if (const auto start = year_behind(reading.period.end, -1)) {
    reading.period.start = *start;
  }
  return reading;
}

// Some verb of the clause is in the present, before the figure or behind it.
bool PeriodFinder::is_in_present_clause() const {
  for (std::uint32_t token = clause_.begin; token < clause_.end; ++token) {
    if (sentence_->covering(FactList::kPresentWord, token) != nullptr) return true;
  }
  return false;
}

// From the figures before in the sentence, else from the text before.
PeriodReading PeriodFinder::inherited(std::span<const PeriodReading> earlier, const MeasureReading& measure,
                                      const Discourse& discourse) const {
  PeriodReading reading;
  reading.is_base = is_base_;
  const bool or_else = !earlier.empty() && earlier.back().is_base && sentence_->is(connective_before(at_.begin), "or");
  if (or_else) reading = earlier.back();
  for (std::size_t i = earlier.size(); i > 0 && reading.period.empty() && !is_base_; --i) {
    const bool other_clause = sentence_->figures()[i - 1].tokens.begin < clause_.begin;
    const bool only_since = earlier[i - 1].period.end.empty() && other_clause;
    if (earlier[i - 1].is_base || only_since || returns_to_main_clause(i - 1) || is_now_since(i - 1)) continue;
    // "to repay it in 2030, and reserves stand at [5%]", "lost $3 million in May; talks with [two] bidders are under way"
    const bool ahead = earlier[i - 1].period.start > published_;
    if (other_clause && ((ahead && tells_of_now()) || (sentence_->is(clause_.begin, ";") && is_in_present_clause()))) continue;
    reading.period = earlier[i - 1].period;
    reading.lasts = earlier[i - 1].lasts;
  }
  const bool signed_there = measure.id.starts_with("agreements.") && !event_.empty() && !tells_of_now();
  if (reading.period.empty() && !is_base_ && signed_there) reading.period = event_;
  // "Investments are put at $14 billion, [$13 billion] of which …": of no more than the figure before.
  const bool of_which = sentence_->is(at_.end, "of") && sentence_->is_any(at_.end + 1, {"which", "whom", "that"});
  const bool part = of_which || (sentence_->is(clause_.begin, "which") && sentence_->is(clause_.begin - 1, "of")) ||
                    (sentence_->is(connective_before(at_.begin), "or") && tells_of_now());
  const bool undated = part && !earlier.empty() && !earlier.back().is_base && earlier.back().period.empty() && !or_else;
  if (reading.period.empty() && !is_base_ && !undated && is_carried(measure, discourse)) {
    reading.period = discourse.period();
    reading.lasts = true;
  }
  if (!is_base_ && reading.source == PeriodSource::kNone && !named_.empty() && names_this_period()) reading.period = named_;
  if (!reading.period.empty()) reading.source = PeriodSource::kContext;
  return reading;
}

void PeriodFinder::begin_without_figure(const FactSentence& sentence, std::span<const Mention> mentions) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = 0;
  clause_ = sentence.tokens();
  at_ = {sentence.tokens().begin, sentence.tokens().begin};
  is_base_ = false;
  is_growth_ = false;
}

Period PeriodFinder::introduced(const FactSentence& sentence, std::span<const Mention> mentions) {
  begin_without_figure(sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (is_usable(date) && !is_compared(date)) return period_of(date);
  }
  return {};
}

Period PeriodFinder::told_of(const FactSentence& sentence, std::span<const Mention> mentions) {
  begin_without_figure(sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (!is_usable(date) || is_compared(date)) continue;
    const PeriodReading reading = stated(date);
    if (!reading.lasts) continue;
    if (is_short(reading.period)) event_ = reading.period;
    // History is full of years that nothing goes on with; what a year's verb or a shorter period opens does.
    const std::uint32_t before = date.tokens.begin - (date.tokens.begin > sentence.tokens().begin ? 1 : 0);
    const WordRole role = sentence.role(before);
    const bool object = role == WordRole::kVerb || role == WordRole::kParticiple;
    if (is_part_of_report(reading.period)) return reading.period;
    const bool opens = date.tokens.begin <= sentence.tokens().begin + 1 && !is_short(reading.period) &&
                       reading.period.start.substr(0, kYear) == published_.substr(0, kYear);
    if (object || opens) return reading.period;
  }
  return {};
}

void PeriodFinder::hear(const FactSentence& sentence, std::span<const Mention> mentions) {
  begin_without_figure(sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    const DateExpression& expression = *mentions_[date.mention].date();
    if (expression.citation || expression.type == DateType::kSet || expression.relative) continue;
    const Period period = period_of(date);
    if (!period.empty() && !is_short(period) && (period.end.empty() || period.start < published_)) named_ = period;
  }
}

// "During this period, lending came to $5 billion".
bool PeriodFinder::names_this_period() const {
  for (std::uint32_t token = sentence_->tokens().begin; token + 2 < sentence_->tokens().end; ++token) {
    if (!sentence_->is_any(token, {"during", "in", "over", "within"})) continue;
    const bool said = sentence_->is(token + 1, "the") && sentence_->is_any(token + 2, {"above", "said"});
    const std::uint32_t noun = said ? token + 3 : token + 2;
    const bool over = sentence_->is_any(token, {"during", "over"}) && sentence_->is(token + 1, "the");  // "over the period"
    const bool points = said || over || sentence_->is_any(token + 1, {"this", "that"});
    // "over the period from 2005 to 2023"
    const bool dated = sentence_->is_any(noun + 1, {"from", "of", "between", "to"}) || sentence_->role(noun + 1) == WordRole::kDate;
    if (points && !dated && sentence_->is(noun, "period") && sentence_->role(noun) != WordRole::kDate) return true;
  }
  return false;
}

Period PeriodFinder::compared_with(const FactSentence& sentence, std::span<const Mention> mentions) {
  begin_without_figure(sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (follows_comparison(date) && !is_short(plain_period_of(date))) return plain_period_of(date);
  }
  return {};
}

}  // namespace attest

#include "fact/period_finder.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fact/stretch.h"
#include "value/calendar_unit.h"

namespace attest {
namespace {

constexpr std::uint32_t kReachBehind = 12;  // tokens between a figure and the date behind it
constexpr std::size_t kYear = 4;            // digits of an ISO date

Period period_of_days(const DayInterval& days) { return {days.begin.to_iso(), days.end.to_iso()}; }

}  // namespace

bool is_short(const Period& period) {
  constexpr std::int32_t kDaysInMonth = 28;
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  return begin && end && end->number() - begin->number() < kDaysInMonth;
}

void PeriodFinder::reset(std::string_view published) {
  published_ = published;
  event_ = {};
}

const MentionAt* PeriodFinder::date_behind() const {
  std::uint32_t limit = std::min(clause_.end, at_.end + kReachBehind);
  const std::span<const MentionAt> figures = sentence_->figures();
  const bool converted = index_ + 1 < figures.size() && figures[index_ + 1].tokens.begin == at_.end + 1 && sentence_->is(at_.end, "(");
  const std::size_t next = index_ + (converted ? 2 : 1);
  if (next < figures.size()) limit = std::min(limit, figures[next].tokens.begin);
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < at_.end) continue;
    if (date.tokens.begin >= limit || belongs_behind_verb(at_.end, date.tokens.begin)) return nullptr;
    if (!is_usable(date)) continue;
    return is_compared(date) && !is_base_ ? nullptr : &date;
  }
  return nullptr;
}

const MentionAt* PeriodFinder::date_before() const {
  const std::uint32_t floor = index_ > 0 ? sentence_->figures()[index_ - 1].tokens.end : sentence_->tokens().begin;
  const MentionAt* last = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.end > at_.begin) break;
    if (date.tokens.begin >= std::max(floor, clause_.begin) && is_usable(date) && !compares_before(date) && !completes_date(date))
      last = &date;
  }
  // A date right behind the figure before belongs to that one: "$5 billion in 2024, while …".
  const bool is_taken = last != nullptr && index_ > 0 && last->tokens.begin < floor + 3;
  return is_taken ? nullptr : last;
}

// "In 2024, exports … and imports …": holds for the whole sentence but for what is said of a noun ("who runs …").
const MentionAt* PeriodFinder::leading_date() const {
  const std::uint32_t first_figure = sentence_->figures().front().tokens.begin;
  if (sentence_->is_any(clause_.begin, {"who", "whose", "where"})) return nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin >= first_figure) return nullptr;
    if (is_limit(date)) return nullptr;
    if (is_usable(date)) return &date;
  }
  return nullptr;
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

// "up from X", "compared to X", "against X".
bool PeriodFinder::is_base() const {
  const std::uint32_t word = connective_before(at_.begin);
  if (sentence_->is(word, "from")) return true;
  if (sentence_->is_any(word, {"against", "versus", "vs"})) return true;
  const bool the = at_.begin > sentence_->tokens().begin + 1 && sentence_->is_any(at_.begin - 1, {"the", "that"});
  if (the && sentence_->is(at_.begin - 2, "than")) return true;
  return sentence_->is_any(word, {"to", "with"}) && word > sentence_->tokens().begin &&
         sentence_->is_any(word - 1, {"compared", "comparison"});
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
  const bool flows =
      kinds_->is_flow(measure.id) || kinds_->is_flow(measure.level_id) ||
      (measure.id.empty() && measure.level_id.empty() && measure.kind == ReadingKind::kLevel && measure.quantity == Quantity::kMoney);
  // "This figure has fallen by 5%", "It is followed by Peru": what takes over the measure takes over the period, unless it lies ahead.
  const bool goes_on = measure.inherited && measure.rule != "fact.object_moved";
  return flows && (goes_on || !tells_of_now());
}

// "in 2023, when [it came to $1.72 billion]": the date that the clause tells of.
const MentionAt* PeriodFinder::date_of_clause() const {
  if (!sentence_->is(clause_.begin, "when")) return nullptr;
  const MentionAt* date = ending_at(clause_.begin);
  if (date == nullptr && sentence_->is(clause_.begin - 1, ",")) date = ending_at(clause_.begin - 1);
  return date != nullptr && is_usable(*date) ? date : nullptr;
}

// "killed 11 civilians and injured 40 on Sunday": the date behind the last of a list holds for all of it.
const MentionAt* PeriodFinder::date_of_list() const {
  const std::span<const MentionAt> figures = sentence_->figures();
  if (index_ + 1 >= figures.size() || figures[index_ + 1].tokens.begin >= clause_.end) return nullptr;
  const TokenRange next = figures[index_ + 1].tokens;
  bool joined = false;
  for (std::uint32_t token = at_.end; token < next.begin; ++token) {
    joined = joined || sentence_->is(token, "and");
    if (joined && sentence_->covering(FactList::kStatusWord, token) != nullptr) return nullptr;  // "has 35,000 workers and wants to …"
    // "fell 4 percent to 512,000 between July and September": the growth and the level after it.
    const bool to_level = sentence_->is(token, "to") && connective_before(next.begin) == token;
    joined = joined || to_level;
    if (!to_level && sentence_->is_any(token, {"from", "to", "than", "against", "compared", ";"})) return nullptr;
  }
  const bool last = index_ + 2 >= figures.size() || figures[index_ + 2].tokens.begin >= clause_.end;
  if (!joined || !last) return nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < next.end || date.tokens.begin > next.end + kReachBehind / 2 || date.tokens.begin >= clause_.end) continue;
    return is_usable(date) && !belongs_behind_verb(next.end, date.tokens.begin) ? &date : nullptr;
  }
  return nullptr;
}

// "bought a [30%] stake for $250 million in 2022": the only date of the clause holds for all that its verb tells of.
const MentionAt* PeriodFinder::date_of_clause_end() const {
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < clause_.begin || date.tokens.begin >= clause_.end) continue;
    if (!is_usable(date)) continue;
    if (only != nullptr || date.tokens.begin < at_.end) return nullptr;
    only = &date;
  }
  if (only == nullptr || is_limit(*only)) return nullptr;
  // "cut its rate to [3.5%] from 3.75% on Thursday": the day of the cut.
  const bool of_event = is_short(period_of(*only)) && sentence_->is(at_.end, "from");
  if (!of_event && is_compared(*only)) return nullptr;
  for (std::uint32_t token = at_.end; token < only->tokens.begin; ++token) {
    const bool verb = sentence_->role(token) == WordRole::kVerb && sentence_->role(token + 1) != WordRole::kContent;
    const bool compares = !(of_event && token == at_.end) && sentence_->is_any(token, {"from", "than", "against", "compared"});
    if (sentence_->covering(FactList::kStatusWord, token) != nullptr) return nullptr;  // "has 35,000 workers and wants to …"
    const bool of_other = sentence_->is_any(token, {",", "after", "before", "following"});
    if (verb || compares || of_other || sentence_->role(token) == WordRole::kClause) return nullptr;
  }
  return only;
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

// "the 26 weeks to 27 September", "the quarter ended March 31", "the year to July".
std::optional<Period> PeriodFinder::stretch_to(const MentionAt& date) const {
  const std::uint32_t to = date.tokens.begin - 1;
  const bool leads = date.tokens.begin > sentence_->tokens().begin + 1 && sentence_->is_any(to, {"to", "ended", "ending", "through"});
  const MentionAt* length = leads ? ending_at(to) : nullptr;
  const bool unit_only = leads && length == nullptr && sentence_->is_any(to - 1, {"year", "quarter", "half"}) && !sentence_->is(to, "to");
  if (length == nullptr && !unit_only) return std::nullopt;
  auto stretch = length == nullptr ? std::nullopt : stretch_of(mentions_[length->mention].date()->timex);
  constexpr int kMonthsInQuarter = 3;
  constexpr int kMonthsInHalf = 6;
  if (sentence_->is(to - 1, "quarter")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInQuarter};
  if (sentence_->is(to - 1, "half")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInHalf};
  if (sentence_->is(to - 1, "year")) stretch = Stretch{CalendarUnit::kYear, 1};
  if (sentence_->is(to - 1, "month")) stretch = Stretch{CalendarUnit::kMonth, 1};
  if (sentence_->is(to - 1, "week")) stretch = Stretch{CalendarUnit::kWeek, 1};
  const auto end = parse_iso_date(mentions_[date.mention].date()->end_date);
  const auto begin = stretch && end ? day_before(*end, *stretch) : std::nullopt;
  if (!begin) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// "the same month of 2024": the month is that of the date before.
std::optional<Period> PeriodFinder::same_month(const MentionAt& date) const {
  const std::uint32_t begin = date.tokens.begin;
  if (!sentence_->is_any(begin - 1, {"of", "in"}) || begin < sentence_->tokens().begin + 2) return std::nullopt;
  const MentionAt* month = ending_at(begin - 1);
  const bool is_same = month != nullptr && sentence_->is(month->tokens.end - 1, "month") && sentence_->is(month->tokens.begin + 1, "same");
  if (!is_same) return std::nullopt;
  const auto first = parse_iso_date(mentions_[month->mention].date()->start_date);
  const auto year = parse_iso_date(mentions_[date.mention].date()->start_date);
  const auto days = first && year ? month_of(year->year(), first->month()) : std::nullopt;
  if (!days) return std::nullopt;
  return period_of_days(*days);
}

// "within five years", counted from the day of publication.
std::optional<Period> PeriodFinder::within(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool open = expression.type == DateType::kDuration && expression.start_date.empty() &&
                    date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "within");
  const auto stretch = open ? stretch_of(expression.timex) : std::nullopt;
  const auto begin = stretch ? parse_iso_date(published_) : std::nullopt;
  const auto end = begin ? day_before(*begin, {stretch->unit, -stretch->count}) : std::nullopt;
  if (!end) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// "up from $4.44 billion the previous year" of a figure for four months: those months of the year before.
Period PeriodFinder::likewise(const Period& stated, const Period& compared) const {
  const auto year = parse_iso_date(stated.start);
  const auto begin = parse_iso_date(compared.start);
  const auto end = parse_iso_date(compared.end);
  const bool whole_year = year && stated.start.ends_with("-01-01") && stated.end == add_years(*year, 1).value_or(*year).to_iso();
  // "1,363 in 2022 from 177 a year before": the year before that.
  if (whole_year && begin && end && begin->year() <= year->year() && !is_short(compared)) {
    const auto earlier_begin = add_years(*begin, -1);
    const auto earlier_end = add_years(*end, -1);
    if (earlier_begin && earlier_end) return {earlier_begin->to_iso(), earlier_end->to_iso()};
  }
  if (!whole_year || !begin || !end || begin->year() != year->year() + 1 || is_short(compared) || end->number() - begin->number() > 360)
    return stated;
  const auto first = add_years(*begin, -1);
  const auto last = add_years(*end, -1);
  return first && last ? Period{first->to_iso(), last->to_iso()} : stated;
}

Period PeriodFinder::period_of(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  if (const auto limit = within(date)) return *limit;
  const bool since = date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "since");
  if (since || is_since_event(date)) return {expression.start_date, {}};
  if (const auto stretch = stretch_to(date)) return *stretch;
  // The length before its end ("the quarter ended March 31"), and "the same month" before its year.
  for (const MentionAt& next : sentence_->dates()) {
    if (next.tokens.begin != date.tokens.end + 1) continue;
    if (const auto stretch = stretch_to(next)) return *stretch;
    if (const auto month = same_month(next)) return *month;
  }
  return {expression.start_date, expression.end_date};
}

// "in the second [quarter] $430 million", "after 9.4 percent in the first": a part of the year that was named before.
std::optional<Period> PeriodFinder::numbered_part(std::span<const PeriodReading> earlier, const Discourse& discourse) const {
  constexpr std::array<std::string_view, 4> kNumbers = {"first", "second", "third", "fourth"};
  const auto number_at = [&](std::uint32_t token) -> int {
    if (!sentence_->is(token, "the") || !sentence_->is_any(token - 1, {"in", "than", "during", "of"})) return 0;
    const std::uint32_t behind = token + 2;
    if (behind > sentence_->tokens().end || sentence_->role(token + 1) == WordRole::kDate) return 0;  // "in the first half of 2024"
    const bool alone = behind == sentence_->tokens().end || sentence_->role(behind) != WordRole::kContent;
    for (int number = 1; alone && number <= 4; ++number) {
      if (sentence_->is(token + 1, kNumbers[static_cast<std::size_t>(number - 1)])) return number;
    }
    return 0;
  };
  int number = at_.begin >= sentence_->tokens().begin + 3 ? number_at(at_.begin - 2) : 0;
  if (number == 0 && at_.end + 2 < sentence_->tokens().end) number = number_at(at_.end + 1);
  if (number == 0) return std::nullopt;
  const Period& named = earlier.empty() ? discourse.period() : earlier.back().period;
  const auto begin = parse_iso_date(named.start);
  const auto end = parse_iso_date(named.end);
  if (!begin || !end) return std::nullopt;
  const auto quarter = quarter_of(begin->year(), begin->quarter());
  const auto half = half_of(begin->year(), begin->month() <= 6 ? 1 : 2);
  std::optional<DayInterval> part;
  if (quarter && quarter->begin == *begin && quarter->end == *end) part = quarter_of(begin->year(), number);
  if (half && half->begin == *begin && half->end == *end && number <= 2) part = half_of(begin->year(), number);
  if (!part) return std::nullopt;
  return period_of_days(*part);
}

// "bought it in 2022 and now has [32,000 employees]".
bool PeriodFinder::is_now_since(std::size_t earlier) const {
  for (std::uint32_t token = sentence_->figures()[earlier].tokens.end; token < at_.begin; ++token) {
    if (sentence_->is_any(token, {"now", "currently"})) return true;
  }
  return false;
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
  reading.lasts = is_report && is_past && !is_before_that() && !is_limit(date) && !sentence_->is(date.tokens.end, "alone") &&
                  !reading.period.end.empty() && expression.mod != "END" && expression.mod != "START";
  return reading;
}

PeriodReading PeriodFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                 std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = figure;
  at_ = sentence.figures()[figure].tokens;
  clause_ = sentence.clause_around(at_.begin);
  is_base_ = is_base();
  PeriodReading reading;
  reading.is_base = is_base_;
  if (const auto part = numbered_part(earlier, discourse)) {
    reading.period = *part;
    reading.source = PeriodSource::kStated;
    return reading;
  }
  const MentionAt* date = date_behind();
  if (date != nullptr && is_base_ && dates_event(*date)) return reading;
  const bool of_both = date != nullptr && sentence.is_any(date->tokens.begin, {"the", "that"}) &&
                       sentence.is_any(date->tokens.begin + 1, {"same", "period"}) &&
                       (date->tokens.end >= sentence.tokens().end || !sentence.is_any(date->tokens.end, {"of", "in"}));
  if (of_both && index_ > 0 && earlier.back().is_base && !discourse.period().empty()) {
    reading.period = discourse.period();
    reading.source = PeriodSource::kContext;
    return reading;
  }
  const bool follows_context = index_ == 0 || earlier.back().period == discourse.period() || earlier.back().is_base;
  if (is_base_ && date == nullptr && !discourse.base_period().empty() && follows_context) {
    reading.period = discourse.base_period();
    reading.source = PeriodSource::kContext;
    return reading;
  }
  if (date == nullptr) date = date_before();
  if (date == nullptr) date = date_of_clause();
  if (date == nullptr && !is_base_) date = leading_date();
  if (date == nullptr && !is_base_) date = date_of_list();
  if (date == nullptr && !is_base_) date = date_of_clause_end();
  if (date == nullptr) return inherited(earlier, measure, discourse);
  reading = stated(*date);
  if (is_base_ && !earlier.empty() && mentions[date->mention].date()->relative)
    reading.period = likewise(reading.period, earlier.back().period);
  return reading;
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
    if (other_clause && earlier[i - 1].period.start > published_ && tells_of_now())
      continue;  // "to repay it in 2030, and reserves stand at"
    reading.period = earlier[i - 1].period;
    reading.lasts = earlier[i - 1].lasts;
  }
  const bool signed_there = measure.id.starts_with("agreements.") && !event_.empty() && !tells_of_now();
  if (reading.period.empty() && !is_base_ && signed_there) reading.period = event_;
  if (reading.period.empty() && !is_base_ && is_carried(measure, discourse)) {
    reading.period = discourse.period();
    reading.lasts = true;
  }
  if (!reading.period.empty()) reading.source = PeriodSource::kContext;
  return reading;
}

Period PeriodFinder::told_of(const FactSentence& sentence, std::span<const Mention> mentions) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = 0;
  clause_ = sentence.tokens();
  is_base_ = false;
  for (const MentionAt& date : sentence.dates()) {
    at_ = {sentence.tokens().begin, sentence.tokens().begin};
    if (!is_usable(date) || is_compared(date)) continue;
    const PeriodReading reading = stated(date);
    if (!reading.lasts) continue;
    if (is_short(reading.period)) event_ = reading.period;
    // History is full of years that nothing goes on with; what a year's verb or a shorter period opens does.
    const std::uint32_t before = date.tokens.begin - (date.tokens.begin > sentence.tokens().begin ? 1 : 0);
    const WordRole role = sentence.role(before);
    const bool object = role == WordRole::kVerb || role == WordRole::kParticiple;
    const bool opens =
        date.tokens.begin <= sentence.tokens().begin + 1 && reading.period.start.substr(0, kYear) == published_.substr(0, kYear);
    if (object || opens) return reading.period;
  }
  return {};
}

}  // namespace attest

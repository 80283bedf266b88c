#include "fact/period/period_finder.h"

#include <array>
#include <optional>

#include "fact/period/arithmetic.h"
#include "fact/period/base.h"
#include "fact/period/comparison.h"
#include "fact/period/context.h"
#include "fact/period/date.h"
#include "fact/period/far.h"
#include "fact/period/interval.h"
#include "fact/period/near.h"
#include "fact/period/part.h"
#include "fact/period/range.h"

namespace attest {
namespace {

using Search = const MentionAt* (*)(const PeriodView&);

// In the figure's own words: nothing can be nearer.
constexpr auto kInPhrase =
    std::to_array<Search>({period::date_of_respective, period::date_of_phrase, period::date_of_owner, period::date_of_bracket});

// From the nearest to the furthest off.
constexpr auto kFurtherOff = std::to_array<Search>({
    period::date_opening_clause,
    period::date_of_level_reached,
    period::date_of_clause,
    period::leading_date,
    period::date_of_list,
    period::date_of_clause_end,
    period::date_against_base,
    period::date_behind_brackets,
    period::date_behind_parts,
    period::date_of_main_clause,
    period::date_of_harm,
});

const MentionAt* first_found(std::span<const Search> searches, const PeriodView& view) {
  for (const Search search : searches) {
    if (const MentionAt* date = search(view); date != nullptr) return date;
  }
  return nullptr;
}

// "which had been $12 million in the second quarter": what is told happened later.
bool is_before_that(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    if (sentence.is(token, "had")) return true;
  }
  return false;
}

// A quarter, a half, some months of the last year: nobody tells history in them.
bool is_part_of_report(const PeriodView& view, const Period& period) {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto published = parse_iso_date(view.published());
  constexpr std::int32_t kShortest = 50;  // days
  constexpr std::int32_t kLongest = 310;
  constexpr std::int32_t kOldest = 370;
  if (!begin || !end || !published || *published < *begin) return false;
  const std::int32_t days = end->number() - begin->number();
  return days >= kShortest && days <= kLongest && published->number() - end->number() <= kOldest;
}

// History is full of years that nothing goes on with; what a year's verb or a shorter period opens does.
bool opens_report(const PeriodView& view, const MentionAt& date, const Period& period) {
  constexpr std::size_t kYear = 4;  // digits of an ISO date
  const FactSentence& sentence = view.sentence();
  const std::uint32_t before = date.tokens.begin - (date.tokens.begin > sentence.tokens().begin ? 1 : 0);
  const WordRole role = sentence.role(before);
  const bool object = role == WordRole::kVerb || role == WordRole::kParticiple;
  // "In 2024, traffic grew strongly", published in March 2025: a text on the year that is just over
  const auto end = parse_iso_date(period.end);
  const auto published = parse_iso_date(view.published());
  constexpr std::int32_t kJustOver = 120;  // days
  const bool is_over =
      end && published && period::months_in(period) == 12 && *end <= *published && published->number() - end->number() <= kJustOver;
  const bool this_year = period.start.substr(0, kYear) == view.published().substr(0, kYear);
  const bool opens = date.tokens.begin <= sentence.tokens().begin + 1 && !period::is_short(period) && (this_year || is_over);
  return object || opens;
}

// "Peru's economy in 2024", "Main indicators for 2024:": a heading without a verb says when all below it was. "Moss in Lima in 2019" is
// the line below a picture.
bool heads_report(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const bool measures = !sentence.words(FactList::kMeasure).empty() || !sentence.words(FactList::kExtentNoun).empty() ||
                        !sentence.words(FactList::kVagueHead).empty() || sentence.is(sentence.tokens().end - 1, ":");
  if (!measures || !sentence.is_any(date.tokens.begin - 1, {"in", "for"})) return false;
  for (std::uint32_t token = sentence.tokens().begin; token < sentence.tokens().end; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kParticiple) return false;
  }
  return true;
}

constexpr std::size_t kMonthAt = 5;  // in an ISO date

// "By the end of May, exports reached [$5 billion]": what was sold since the year began.
bool runs_from_new_year(const PeriodView& view, const MentionAt& date, const Period& period) {
  const std::string& id = view.measure().id.empty() ? view.measure().level_id : view.measure().id;
  const bool flows =
      id == "trade.exports" || id == "trade.imports" || id == "trade.turnover" || id == "economy.production" || id == "cargo.volume";
  const bool month_end = view.expression(date).mod == "END" && period::months_in(period) == 1;
  return flows && month_end && period::is_limit(view, date) && !view.is_ahead(period);
}

PeriodReading stated(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  PeriodReading reading;
  reading.is_base = view.is_base();
  reading.period = period::period_of(view, date);
  reading.date = view.bytes_of(date);
  reading.source = PeriodSource::kStated;
  const DateExpression& expression = view.expression(date);
  const bool is_past = view.published().empty() || reading.period.start <= view.published();
  const auto first = parse_iso_date(reading.period.start);
  const auto end = parse_iso_date(reading.period.end);
  constexpr std::int32_t kLongest = 400;  // days: a report tells of a year at most
  const bool is_report = first && end && end->number() - first->number() <= kLongest;
  const bool limited = period::is_limit(view, date);
  // "That was $5 million in the corresponding period of 2021": what the text goes on to tell is of its own time again.
  const bool compares = period::names_time_before(view, date) && !view.told().empty() && reading.period.start < view.told().start;
  reading.is_limit = limited && sentence.is(date.tokens.begin - 1, "by");
  reading.lasts = is_report && is_past && !compares && !is_before_that(view) && !limited && !sentence.is(date.tokens.end, "alone") &&
                  !reading.period.end.empty() && expression.mod != "END" && expression.mod != "START";
  return reading;
}

PeriodReading without_date(const PeriodView& view, const Period& period, PeriodSource source) {
  PeriodReading reading;
  reading.is_base = view.is_base();
  reading.period = period;
  reading.source = source;
  return reading;
}

}  // namespace

void PeriodFinder::reset(std::string_view published) {
  published_ = published;
  event_ = {};
  named_ = {};
}

PeriodReading PeriodFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                 std::span<const PeriodReading> earlier, const MeasureReading& measure, const Discourse& discourse) const {
  const PeriodView view(known(discourse), sentence, mentions, figure, earlier, measure);
  if (measure.rule == "fact.conversion" && !earlier.empty()) return earlier.back();
  if (const auto part = period::numbered_part(view)) return without_date(view, *part, PeriodSource::kStated);
  const MentionAt* date = first_found(kInPhrase, view);
  if (date == nullptr && period::is_revised(view) && !earlier.back().period.empty()) return earlier.back();
  if (date == nullptr) date = period::date_behind(view);
  if (date != nullptr && view.is_base() && period::dates_event(view, *date)) return without_date(view, {}, PeriodSource::kNone);
  if (const auto compared = period::compared_in_context(view, date)) return without_date(view, *compared, PeriodSource::kContext);
  if (date == nullptr) date = period::date_before(view);
  const auto stretch = date == nullptr && !view.is_base() ? period::unnamed_stretch(view) : std::nullopt;
  if (stretch) {
    PeriodReading reading = without_date(view, *stretch, PeriodSource::kStated);
    reading.lasts = true;
    return reading;
  }
  if (date == nullptr) date = first_found(kFurtherOff, view);
  if (date == nullptr) return period::at_end_of_range(view, period::inherited(view), nullptr);
  PeriodReading reading = period::at_end_of_range(view, stated(view, *date), date);
  if (runs_from_new_year(view, *date, reading.period)) reading.period.start.replace(kMonthAt, std::string::npos, "01-01");
  period::settle_base(view, *date, reading);
  return reading;
}

Period PeriodFinder::introduced(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) const {
  const PeriodView view(known(discourse), sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (period::is_usable(view, date) && !period::is_compared(view, date)) return period::period_of(view, date);
  }
  return {};
}

Period PeriodFinder::told_of(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) {
  const PeriodView view(known(discourse), sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (!period::is_usable(view, date) || period::is_compared(view, date)) continue;
    const PeriodReading reading = stated(view, date);
    if (!reading.lasts) continue;
    if (period::is_short(reading.period)) event_ = reading.period;
    if (is_part_of_report(view, reading.period) || opens_report(view, date, reading.period) || heads_report(view, date))
      return reading.period;
  }
  return {};
}

void PeriodFinder::hear(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) {
  const PeriodView view(known(discourse), sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    const DateExpression& expression = view.expression(date);
    if (expression.citation || expression.type == DateType::kSet || expression.relative) continue;
    const Period period = period::period_of(view, date);
    if (!period.empty() && !period::is_short(period) && (period.end.empty() || period.start < published_)) named_ = period;
  }
}

Period PeriodFinder::compared_with(const FactSentence& sentence, std::span<const Mention> mentions, const Discourse& discourse) const {
  const PeriodView view(known(discourse), sentence, mentions);
  for (const MentionAt& date : sentence.dates()) {
    if (period::follows_comparison(view, date) && !period::is_short(view.days_of(date))) return view.days_of(date);
  }
  return {};
}

}  // namespace attest

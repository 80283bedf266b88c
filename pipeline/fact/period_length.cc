// The part of PeriodFinder that goes from a date to the interval that it stands for beside a figure: "the three months to June", "the same
// month of 2024", "the second".
#include <algorithm>
#include <array>
#include <string_view>

#include "fact/period_finder.h"
#include "fact/stretch.h"
#include "value/calendar_unit.h"

namespace attest {
namespace {

Period period_of_days(const DayInterval& days) { return {days.begin.to_iso(), days.end.to_iso()}; }

}  // namespace

// "the fiscal year, ended March 31", "fourth-quarter profit fell for the period ended March 31": the word that tells how long it is.
std::uint32_t PeriodFinder::unit_before(std::uint32_t ended) const {
  std::uint32_t unit = ended - 1;
  if (sentence_->is(unit, ",")) --unit;
  if (!sentence_->is(unit, "period")) return unit;
  for (std::uint32_t token = unit; token > sentence_->tokens().begin; --token) {
    if (sentence_->is_any(token - 1, {"quarter", "half", "year"})) return token - 1;
  }
  return unit;
}

// "the 26 weeks to 27 September", "the quarter ended March 31", "the year to July".
std::optional<Period> PeriodFinder::stretch_to(const MentionAt& date) const {
  // "the year ending in April"
  const bool in = date.tokens.begin > sentence_->tokens().begin + 1 && sentence_->is(date.tokens.begin - 1, "in") &&
                  sentence_->is_any(date.tokens.begin - 2, {"ended", "ending"});
  const std::uint32_t to = date.tokens.begin - (in ? 2 : 1);
  const bool leads = date.tokens.begin > sentence_->tokens().begin + 1 && sentence_->is_any(to, {"to", "ended", "ending", "through"});
  const MentionAt* length = leads ? ending_at(to) : nullptr;
  const std::uint32_t unit = length == nullptr && leads ? unit_before(to) : to - 1;
  const bool unit_only = leads && length == nullptr && sentence_->is_any(unit, {"year", "quarter", "half"}) && !sentence_->is(to, "to");
  if (length == nullptr && !unit_only) return std::nullopt;
  auto stretch = length == nullptr ? std::nullopt : stretch_of(mentions_[length->mention].date()->timex);
  constexpr int kMonthsInQuarter = 3;
  constexpr int kMonthsInHalf = 6;
  if (sentence_->is(unit, "quarter")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInQuarter};
  if (sentence_->is(unit, "half")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInHalf};
  if (sentence_->is(unit, "year")) stretch = Stretch{CalendarUnit::kYear, 1};
  if (sentence_->is(unit, "month")) stretch = Stretch{CalendarUnit::kMonth, 1};
  if (sentence_->is(unit, "week")) stretch = Stretch{CalendarUnit::kWeek, 1};
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
  // "within five years of its entry into force": nobody knows from when
  const bool of_event = sentence_->is_any(date.tokens.end, {"of", "after"});
  const bool open = expression.type == DateType::kDuration && expression.start_date.empty() && !of_event &&
                    date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "within");
  const auto stretch = open ? stretch_of(expression.timex) : std::nullopt;
  const auto begin = stretch ? parse_iso_date(published_) : std::nullopt;
  const auto end = begin ? day_before(*begin, {stretch->unit, -stretch->count}) : std::nullopt;
  if (!end) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// "a year earlier", "year-ago".
bool PeriodFinder::is_year_before(const MentionAt& date) const {
  const std::uint32_t last = date.tokens.end - 1;
  if (date.tokens.end - date.tokens.begin > 3 || !sentence_->is_any(last, {"earlier", "ago", "before", "prior"})) return false;
  return sentence_->is(last - 1, "year") || (sentence_->is(last - 1, "-") && sentence_->is(last - 2, "year"));
}

// "a week earlier", "a week ago".
bool PeriodFinder::is_week_before(const MentionAt& date) const {
  const std::uint32_t last = date.tokens.end - 1;
  return last > date.tokens.begin && sentence_->is_any(last, {"earlier", "ago", "before"}) && sentence_->is(last - 1, "week");
}

// The same days of the week before.
Period PeriodFinder::week_before(const Period& period) {
  constexpr int kWeek = 7;  // days
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto first = begin ? day_before(*begin, {CalendarUnit::kDay, kWeek}) : std::nullopt;
  const auto last = end ? day_before(*end, {CalendarUnit::kDay, kWeek}) : std::nullopt;
  return first && last ? Period{first->to_iso(), last->to_iso()} : period;
}

// The same days of the year before.
std::optional<Period> PeriodFinder::year_before(const Period& period) const {
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  const auto first = begin ? add_years(*begin, -1) : std::nullopt;
  const auto last = end ? add_years(*end, -1) : std::nullopt;
  if (!first || !last) return std::nullopt;
  return Period{first->to_iso(), last->to_iso()};
}

// "up from $4.44 billion the previous year" of a figure for four months: those months of the year before.
Period PeriodFinder::likewise(const Period& stated, const Period& compared) const {
  const auto year = parse_iso_date(stated.start);
  const auto begin = parse_iso_date(compared.start);
  const auto end = parse_iso_date(compared.end);
  const bool whole_year = year && stated.start.ends_with("-01-01") && stated.end == add_years(*year, 1).value_or(*year).to_iso();
  // "1,363 in 2022 from 177 a year before": the year before that.
  if (whole_year && begin && end && begin->year() <= year->year() && !is_short(compared)) return year_before(compared).value_or(stated);
  if (!whole_year || !begin || !end || begin->year() != year->year() + 1 || is_short(compared) || end->number() - begin->number() > 360)
    return stated;
  return year_before(compared).value_or(stated);
}

// "in the last decade": ten years up to the day of publication.
std::optional<Period> PeriodFinder::decade(const MentionAt& date) const {
  const std::uint32_t last = date.tokens.end - 1;
  const bool past = sentence_->is(last, "decade") && last > date.tokens.begin && sentence_->is_any(last - 1, {"last", "past"});
  constexpr int kYears = 10;
  const auto end = past ? parse_iso_date(published_) : std::nullopt;
  const auto begin = end ? add_years(*end, -kYears) : std::nullopt;
  if (!begin) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// The last such half that had ended when the article was published, or that of the year the text tells of.
std::optional<Period> PeriodFinder::half_before_publication(int number) const {
  const auto published = parse_iso_date(published_);
  if (!published) return std::nullopt;
  const auto told = known_.empty() || is_short(known_) ? std::nullopt : parse_iso_date(known_.start);
  const auto latest = half_of(published->year(), number);
  const bool ended = latest && latest->end <= *published;
  const auto half = half_of(told ? told->year() : published->year() - (ended ? 0 : 1), number);
  if (!half) return std::nullopt;
  return period_of_days(*half);
}

// The unnamed stretch that ends with this token: "the first half", "year to date".
std::optional<Period> PeriodFinder::stretch_ending_at(std::uint32_t token) const {
  if (sentence_->role(token) == WordRole::kDate || token < sentence_->tokens().begin + 2) return std::nullopt;
  if (sentence_->is(token, "half") && !sentence_->is(token + 1, "of")) {
    std::uint32_t word = token - 1;
    if (sentence_->is(word, "-")) --word;
    if (sentence_->is(word, "first")) return half_before_publication(1);
    if (sentence_->is(word, "second")) return half_before_publication(2);
  }
  const bool hyphens = sentence_->is(token - 1, "-");
  const std::uint32_t step = hyphens ? 2 : 1;
  const bool to_date = sentence_->is(token, "date") && sentence_->is(token - step, "to") && sentence_->is(token - 2 * step, "year");
  const auto published = to_date ? parse_iso_date(published_) : std::nullopt;
  const auto year = published ? year_of(published->year()) : std::nullopt;
  if (!year) return std::nullopt;
  return Period{year->begin.to_iso(), published_};
}

// "handled 3 million tonnes in the first half", "is up 40% year to date": no dates by themselves, and goals fall in halves, too.
std::optional<Period> PeriodFinder::unnamed_stretch() const {
  if (mentions_[sentence_->figures()[index_].mention].figure()->quantity == Quantity::kCount) return std::nullopt;
  const std::size_t last = last_of_group();
  const bool is_last = last + 1 == sentence_->figures().size();
  const std::uint32_t limit = is_last ? clause_.end : std::min(clause_.end, sentence_->figures()[last + 1].tokens.begin);
  for (std::uint32_t token = sentence_->figures()[last].tokens.end; token < limit; ++token) {
    if (auto stretch = stretch_ending_at(token)) return stretch;
  }
  const std::uint32_t floor = index_ == 0 ? clause_.begin : std::max(clause_.begin, sentence_->figures()[index_ - 1].tokens.end);
  for (std::uint32_t token = at_.begin; token > floor; --token) {
    if (auto stretch = stretch_ending_at(token - 1)) return stretch;
  }
  return std::nullopt;
}

// "in 2021 and 2022", "the years 2021, 2022 and 2023 combined": years in a row that commas and "and" join are one stretch, but for
// "were $5 and $6 in 2021 and 2022".
std::optional<Period> PeriodFinder::years_in_a_row(const MentionAt& date) const {
  const auto year_at = [&](const MentionAt& one) -> std::optional<std::int32_t> {
    const bool number = one.tokens.end == one.tokens.begin + 1 && sentence_->view().tokens[one.tokens.begin].kind == TokenKind::kNumber;
    const Period days = plain_period_of(one);
    const auto begin = number && days.start.ends_with("-01-01") && days.end.ends_with("-01-01") ? parse_iso_date(days.start) : std::nullopt;
    if (!begin) return std::nullopt;
    return begin->year();
  };
  const auto dates = sentence_->dates();
  const auto follows = [&](std::size_t next) {
    const auto one = year_at(dates[next - 1]);
    const auto other = year_at(dates[next]);
    const std::uint32_t link = dates[next - 1].tokens.end;
    return one && other && *other == *one + 1 && dates[next].tokens.begin == link + 1 && sentence_->is_any(link, {"and", ","});
  };
  std::size_t first = 0;
  while (first < dates.size() && dates[first].tokens.begin != date.tokens.begin) ++first;
  if (first == dates.size() || !year_at(date)) return std::nullopt;
  std::size_t last = first;
  while (first > 0 && follows(first)) --first;
  while (last + 1 < dates.size() && follows(last + 1)) ++last;
  const bool ends_with_and = last > first && sentence_->is(dates[last].tokens.begin - 1, "and");
  if (!ends_with_and || is_one_of_several()) return std::nullopt;
  return Period{plain_period_of(dates[first]).start, plain_period_of(dates[last]).end};
}

// "were $5 million and [$6 million] in 2021 and 2022", "up 4% and 5%, respectively, in".
bool PeriodFinder::is_one_of_several() const {
  const auto figures = sentence_->figures();
  if (index_ >= figures.size()) return false;
  for (std::uint32_t token = at_.end; token < clause_.end; ++token) {
    if (sentence_->is(token, "respectively")) return true;
  }
  const auto joined = [&](std::size_t next) {
    std::uint32_t token = figures[next - 1].tokens.end;
    while (token < figures[next].tokens.begin &&
           (sentence_->is_any(token, {",", "and"}) || sentence_->covering(FactList::kFigureHedge, token) != nullptr)) {
      ++token;
    }
    return token == figures[next].tokens.begin;
  };
  return (index_ > 0 && joined(index_)) || (index_ + 1 < figures.size() && joined(index_ + 1));
}

Period PeriodFinder::plain_period_of(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  return {expression.start_date, expression.end_date};
}

Period PeriodFinder::period_of(const MentionAt& date) const {
  if (const auto limit = within(date)) return *limit;
  if (const auto ten_years = decade(date)) return *ten_years;
  if (const auto years = years_in_a_row(date)) return *years;
  const bool when = sentence_->is(clause_.begin, "when") && (ending_at(clause_.begin) == &date || ending_at(clause_.begin - 1) == &date);
  const bool since =
      date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "since") && !when;  // "since 2019, when"
  const bool from = date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "from") && !is_range(date);
  const bool starts = from && is_ahead(plain_period_of(date));
  if (since || starts || is_since_event(date)) return {plain_period_of(date).start, {}};
  // "Before 2014, it was 1%": up to then
  const bool until_then = date.tokens.begin == sentence_->tokens().begin + 1 && sentence_->is(date.tokens.begin - 1, "before");
  if (until_then && !is_ahead(plain_period_of(date))) return {{}, plain_period_of(date).start};
  if (const auto stretch = stretch_to(date)) return *stretch;
  // The length before its end ("the quarter ended March 31"), and "the same month" before its year.
  for (const MentionAt& next : sentence_->dates()) {
    if (next.tokens.begin != date.tokens.end + 1) continue;
    if (const auto stretch = stretch_to(next)) return *stretch;
    if (const auto month = same_month(next)) return *month;
  }
  return plain_period_of(date);
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

}  // namespace attest

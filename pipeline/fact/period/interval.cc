#include "fact/period/interval.h"

#include <string>

#include "fact/period/arithmetic.h"
#include "fact/stretch.h"
#include "value/calendar_unit.h"

namespace attest::period {
namespace {

// "the fiscal year, ended March 31", "fourth-quarter profit fell for the period ended March 31": the word that tells how long it is.
std::uint32_t unit_before(const PeriodView& view, std::uint32_t ended) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t unit = ended - 1;
  if (sentence.is(unit, ",")) --unit;
  if (!sentence.is(unit, "period")) return unit;
  for (std::uint32_t token = unit; token > sentence.tokens().begin; --token) {
    if (sentence.is_any(token - 1, {"quarter", "half", "year"})) return token - 1;
  }
  return unit;
}

// "the 26 weeks to 27 September", "the quarter ended March 31", "the year to July".
std::optional<Period> stretch_to(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  // "the year ending in April"
  const bool in = date.tokens.begin > sentence.tokens().begin + 1 && sentence.is(date.tokens.begin - 1, "in") &&
                  sentence.is_any(date.tokens.begin - 2, {"ended", "ending"});
  const std::uint32_t to = date.tokens.begin - (in ? 2 : 1);
  const bool leads = date.tokens.begin > sentence.tokens().begin + 1 && sentence.is_any(to, {"to", "ended", "ending", "through"});
  const bool runs = leads && sentence.is_any(to - 1, {"running", "leading"});  // "the 12 months running to June"
  const MentionAt* length = leads ? view.ending_at(runs ? to - 1 : to) : nullptr;
  const std::uint32_t unit = length == nullptr && leads ? unit_before(view, to) : to - 1;
  const bool unit_only = leads && length == nullptr && sentence.is_any(unit, {"year", "quarter", "half"}) && !sentence.is(to, "to");
  if (length == nullptr && !unit_only) return std::nullopt;
  auto stretch = length == nullptr ? std::nullopt : stretch_of(view.expression(*length).timex);
  constexpr int kMonthsInQuarter = 3;
  constexpr int kMonthsInHalf = 6;
  if (sentence.is(unit, "quarter")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInQuarter};
  if (sentence.is(unit, "half")) stretch = Stretch{CalendarUnit::kMonth, kMonthsInHalf};
  if (sentence.is(unit, "year")) stretch = Stretch{CalendarUnit::kYear, 1};
  if (sentence.is(unit, "month")) stretch = Stretch{CalendarUnit::kMonth, 1};
  if (sentence.is(unit, "week")) stretch = Stretch{CalendarUnit::kWeek, 1};
  const auto end = parse_iso_date(view.expression(date).end_date);
  const auto begin = stretch && end ? day_before(*end, *stretch) : std::nullopt;
  if (!begin) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// "the same month of 2024": the month is that of the date before.
std::optional<Period> same_month(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = date.tokens.begin;
  if (!sentence.is_any(begin - 1, {"of", "in"}) || begin < sentence.tokens().begin + 2) return std::nullopt;
  const MentionAt* month = view.ending_at(begin - 1);
  const bool is_same = month != nullptr && sentence.is(month->tokens.end - 1, "month") && sentence.is(month->tokens.begin + 1, "same");
  if (!is_same) return std::nullopt;
  const auto first = parse_iso_date(view.expression(*month).start_date);
  const auto year = parse_iso_date(view.expression(date).start_date);
  const auto days = first && year ? month_of(year->year(), first->month()) : std::nullopt;
  if (!days) return std::nullopt;
  return period_of_days(*days);
}

// "in the last decade": ten years up to the day of publication.
std::optional<Period> decade(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t last = date.tokens.end - 1;
  const bool past = sentence.is(last, "decade") && last > date.tokens.begin && sentence.is_any(last - 1, {"last", "past"});
  constexpr int kYears = 10;
  const auto end = past ? parse_iso_date(view.published()) : std::nullopt;
  const auto begin = end ? add_years(*end, -kYears) : std::nullopt;
  if (!begin) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

// "were $5 million and [$6 million] in 2021 and 2022", "up 4% and 5%, respectively, in".
bool is_one_of_several(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const auto figures = sentence.figures();
  if (view.index() >= figures.size()) return false;
  for (std::uint32_t token = view.end(); token < view.clause().end; ++token) {
    if (sentence.is(token, "respectively")) return true;
  }
  const auto joined = [&](std::size_t next) {
    std::uint32_t token = figures[next - 1].tokens.end;
    while (token < figures[next].tokens.begin &&
           (sentence.is_any(token, {",", "and"}) || sentence.covering(FactList::kFigureHedge, token) != nullptr)) {
      ++token;
    }
    return token == figures[next].tokens.begin;
  };
  return (view.index() > 0 && joined(view.index())) || (view.index() + 1 < figures.size() && joined(view.index() + 1));
}

// "in 2021 and 2022", "the years 2021, 2022 and 2023 combined": years in a row that commas and "and" join are one stretch, but for
// "were $5 and $6 in 2021 and 2022".
std::optional<Period> years_in_a_row(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const auto year_at = [&](const MentionAt& one) -> std::optional<std::int32_t> {
    const bool number = one.tokens.end == one.tokens.begin + 1 && sentence.view().tokens[one.tokens.begin].kind == TokenKind::kNumber;
    const Period days = view.days_of(one);
    const auto begin = number && days.start.ends_with("-01-01") && days.end.ends_with("-01-01") ? parse_iso_date(days.start) : std::nullopt;
    if (!begin) return std::nullopt;
    return begin->year();
  };
  const auto dates = sentence.dates();
  const auto follows = [&](std::size_t next) {
    const auto one = year_at(dates[next - 1]);
    const auto other = year_at(dates[next]);
    const std::uint32_t link = dates[next - 1].tokens.end;
    return one && other && *other == *one + 1 && dates[next].tokens.begin == link + 1 && sentence.is_any(link, {"and", ","});
  };
  std::size_t first = 0;
  while (first < dates.size() && dates[first].tokens.begin != date.tokens.begin) ++first;
  if (first == dates.size() || !year_at(date)) return std::nullopt;
  std::size_t last = first;
  while (first > 0 && follows(first)) --first;
  while (last + 1 < dates.size() && follows(last + 1)) ++last;
  const bool ends_with_and = last > first && sentence.is(dates[last].tokens.begin - 1, "and");
  if (!ends_with_and || is_one_of_several(view)) return std::nullopt;
  return Period{view.days_of(dates[first]).start, view.days_of(dates[last]).end};
}

// "Will invest [$1 billion] in five years": until then; "trade will reach [$5 billion] in two years": in the year that is two on.
std::optional<Period> from_now(const PeriodView& view, const MentionAt& date) {
  constexpr std::size_t kYearDigits = 4;  // of an ISO date
  const FactSentence& sentence = view.sentence();
  const DateExpression& expression = view.expression(date);
  const bool ahead = expression.type == DateType::kDuration && !expression.start_date.empty() && view.published() < expression.start_date &&
                     date.tokens.begin > sentence.tokens().begin && sentence.is(date.tokens.begin - 1, "in");
  const auto stretch = ahead ? stretch_of(expression.timex) : std::nullopt;
  if (!stretch || stretch->unit != CalendarUnit::kYear) return std::nullopt;
  const Flow flow = view.has_measure() ? view.measure().flow : Flow::kNone;
  if (flow == Flow::kInvest || flow == Flow::kLend) return Period{std::string(view.published()), expression.start_date};
  const auto year = parse_iso_date(expression.start_date.substr(0, kYearDigits) + "-01-01");
  const auto end = year ? add_years(*year, 1) : std::nullopt;
  return end ? std::optional(Period{year->to_iso(), end->to_iso()}) : std::nullopt;
}

}  // namespace

std::optional<Period> within(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const DateExpression& expression = view.expression(date);
  // "within five years of its entry into force": nobody knows from when
  const bool of_event = sentence.is_any(date.tokens.end, {"of", "after"});
  const bool open = expression.type == DateType::kDuration && expression.start_date.empty() && !of_event &&
                    date.tokens.begin > sentence.tokens().begin && sentence.is(date.tokens.begin - 1, "within");
  const auto stretch = open ? stretch_of(expression.timex) : std::nullopt;
  const auto begin = stretch ? parse_iso_date(view.published()) : std::nullopt;
  const auto end = begin ? day_before(*begin, {stretch->unit, -stretch->count}) : std::nullopt;
  if (!end) return std::nullopt;
  return Period{begin->to_iso(), end->to_iso()};
}

bool is_range(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const DateExpression& expression = view.expression(date);
  const bool absolute_range = !expression.relative && expression.timex.find('/') != std::string::npos;
  for (std::uint32_t token = date.tokens.begin + 1; token < date.tokens.end; ++token) {
    if (sentence.is_any(token, {"to", "through", "until", "till"})) return true;
    if (absolute_range && sentence.is_any(token, {"-", "–", "—"})) return true;  // "from 2005-2023"
  }
  return false;
}

bool is_since_event(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 16;  // tokens
  const std::uint32_t begin = sentence.tokens().begin;
  const std::uint32_t first = date.tokens.begin > begin + kReach ? date.tokens.begin - kReach : begin;
  // "since the start of the war in April 2023", but "since then, in 2023"
  bool happened = sentence.is_any(date.tokens.begin - 1, {"in", "on"});
  for (std::uint32_t token = date.tokens.begin; token > first; --token) {
    const WordRole role = sentence.role(token - 1);
    if (sentence.is(token - 1, "since")) return happened && !sentence.is(token, "then");
    if (role == WordRole::kFigure || role == WordRole::kMark || role == WordRole::kDate) return false;
    happened = happened || role == WordRole::kVerb || role == WordRole::kParticiple;
  }
  return false;
}

Period period_of(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (const auto limit = within(view, date)) return *limit;
  if (const auto ahead = from_now(view, date)) return *ahead;
  if (const auto ten_years = decade(view, date)) return *ten_years;
  if (const auto years = years_in_a_row(view, date)) return *years;
  const bool when = sentence.is(view.clause().begin, "when") &&
                    (view.ending_at(view.clause().begin) == &date || view.ending_at(view.clause().begin - 1) == &date);
  const bool since =
      date.tokens.begin > sentence.tokens().begin && sentence.is(date.tokens.begin - 1, "since") && !when;  // "since 2019, when"
  const bool from = date.tokens.begin > sentence.tokens().begin && sentence.is(date.tokens.begin - 1, "from") && !is_range(view, date);
  const bool starts = from && view.is_ahead(view.days_of(date));
  if (since || starts || is_since_event(view, date)) return {view.days_of(date).start, {}};
  // "Before 2014, it was 1%": up to then
  const bool until_then = date.tokens.begin == sentence.tokens().begin + 1 && sentence.is(date.tokens.begin - 1, "before");
  if (until_then && !view.is_ahead(view.days_of(date))) return {{}, view.days_of(date).start};
  if (const auto stretch = stretch_to(view, date)) return *stretch;
  // The length before its end ("the quarter ended March 31"), and "the same month" before its year.
  for (const MentionAt& next : sentence.dates()) {
    if (next.tokens.begin != date.tokens.end + 1) continue;
    if (const auto stretch = stretch_to(view, next)) return *stretch;
    if (const auto month = same_month(view, next)) return *month;
  }
  return view.days_of(date);
}

}  // namespace attest::period

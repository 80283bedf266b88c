#include "fact/fiscal_year.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "value/calendar.h"

namespace attest {
namespace {

constexpr std::int32_t kMonthsInYear = 12;

bool holds_any(const std::string& lowered, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return lowered.find(part) != std::string::npos; });
}

// "July-February FY24" tells its months, "the same quarter of FY23" repeats another period: neither counts from the year's first month.
bool tells_its_months(std::string_view words) {
  return holds_any(ascii_lowered(words),
                   {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "same", "corresponding"});
}

// How many years away "the last fiscal year" is from the current one, and "the coming one".
std::int32_t years_away(std::string_view words) {
  const std::string lowered = ascii_lowered(words);
  if (holds_any(lowered, {"last", "previous", "preceding", "past", "outgoing"})) return -1;
  return holds_any(lowered, {"next", "coming", "following"}) ? 1 : 0;
}

std::int32_t months_between(Day from, Day to) { return (to.year() - from.year()) * kMonthsInYear + to.month() - from.month(); }

// "The fiscal year to (end-)March 1987", "the fiscal year ended on June 30".
bool tells_its_end(const FactSentence& sentence, const MentionAt& year, const MentionAt& end) {
  constexpr std::uint32_t kFarthest = 3;
  return sentence.is_any(year.tokens.end, {"to", "ended", "ending", "through"}) && end.tokens.begin <= year.tokens.end + kFarthest;
}

// The first day of a country's fiscal year that holds `day`.
std::optional<Day> fiscal_year_around(Day day, int first_month) {
  const auto month = month_of(day.year() - (day.month() < first_month ? 1 : 0), first_month);
  return month ? std::optional(month->begin) : std::nullopt;
}

}  // namespace

FiscalYears::FiscalYears(const CompiledRules& rules) {
  const auto list = rules.gazetteer.list_named("fiscal_year");
  const auto month = list ? rules.gazetteer.column(*list, "month") : std::nullopt;
  const auto named = list ? rules.gazetteer.column(*list, "named") : std::nullopt;
  const auto usual = list ? rules.gazetteer.column(*list, "usual") : std::nullopt;
  if (!month || !named || !usual) return;
  for (const std::uint32_t index : rules.gazetteer.entries_of(*list)) {
    const Gazetteer::Entry& entry = rules.gazetteer.entry(index);
    int first_month = 0;
    for (const char digit : entry.cell_text[*month]) first_month = first_month * 10 + (digit - '0');
    countries_.push_back({entry.surface, first_month, entry.cell_text[*named] == "end", entry.cell_text[*usual] == "yes"});
  }
}

bool FiscalYears::names_one(std::string_view words) {
  const std::string lowered = ascii_lowered(words);
  return holds_any(lowered, {"fiscal", "financial year", " fy"}) || lowered.starts_with("fy");
}

bool FiscalYears::joins_two_years(std::string_view words) {
  constexpr std::size_t kYear = 4;  // digits
  const auto digits_at = [&](std::size_t from) {
    std::size_t end = from;
    while (end < words.size() && is_digit(words[end])) ++end;
    return words.substr(from, end - from);
  };
  for (std::size_t mark = words.find_first_of("-/"); mark != std::string_view::npos; mark = words.find_first_of("-/", mark + 1)) {
    if (mark < kYear || digits_at(mark - kYear).size() != kYear) continue;
    const std::string_view next = digits_at(mark + 1);
    const int before = (words[mark - 2] - '0') * 10 + words[mark - 1] - '0';
    const bool is_year = next.size() == 2 || next.size() == kYear;
    if (is_year && (next[next.size() - 2] - '0') * 10 + next.back() - '0' == (before + 1) % 100) return true;
  }
  return false;
}

bool FiscalYears::names_by_two_years(std::string_view country) const noexcept {
  const Country* known = find(country);
  return known != nullptr && known->is_usual;
}

const FiscalYears::Country* FiscalYears::find(std::string_view country) const noexcept {
  const auto found = std::find_if(countries_.begin(), countries_.end(), [country](const Country& one) { return one.code == country; });
  return found == countries_.end() ? nullptr : &*found;
}

void FiscalYears::settle(std::string_view words, std::string_view country, std::string_view published, Period& period) const {
  const Country* known = find(country);
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  if (known == nullptr || !begin || !end || begin->day_of_month() != 1 || end->day_of_month() != 1) return;
  const std::int32_t length = months_between(*begin, *end);
  const bool two_years = length == 2 * kMonthsInYear && begin->month() == 1;
  const bool says_so = names_one(words);
  if ((!says_so || tells_its_months(words)) && !(two_years && known->is_usual)) return;
  std::optional<Day> first;
  if (two_years || std::any_of(words.begin(), words.end(), is_digit)) {
    const auto month = month_of(begin->year() - (known->named_by_end && !two_years ? 1 : 0), known->first_month);
    if (month) first = month->begin;
  } else if (const auto today = parse_iso_date(published)) {
    const auto current = fiscal_year_around(*today, known->first_month);
    if (current) first = add_years(*current, years_away(words));
  }
  if (!first) return;
  const auto start = two_years ? first : add_months(*first, begin->month() - 1);
  const auto close = start ? add_months(*start, two_years ? kMonthsInYear : length) : std::nullopt;
  if (!close) return;
  period = {start->to_iso(), close->to_iso()};
}

bool FiscalYears::is_year_of(const FactSentence& sentence, std::span<const Mention> mentions, Span stated, const MentionAt& year) {
  if (!sentence.is_any(year.tokens.begin - 1, {"of", "in"})) return false;
  for (const MentionAt& part : sentence.dates()) {
    if (mentions[part.mention].bytes.begin != stated.begin || part.tokens.end >= year.tokens.begin) continue;
    const std::uint32_t link = year.tokens.begin - 1;
    const bool abbreviated = sentence.is(part.tokens.end, "(") && sentence.is(link - 1, ")") && link == part.tokens.end + 3;  // "(Q1)"
    return link == part.tokens.end || abbreviated;
  }
  return false;
}

void FiscalYears::settle(const FactSentence& sentence, std::span<const Mention> mentions, Span stated, std::string_view country,
                         std::string_view published, Period& period) const {
  const auto dates = sentence.dates();
  for (std::size_t i = 0; i < dates.size(); ++i) {
    const MentionAt& year = dates[i];
    // "in the 1986/87 season": of the crop
    const bool told = mentions[year.mention].bytes.begin == stated.begin;
    if (told && sentence.is_any(year.tokens.end, {"season", "crop", "harvest"})) return;
    if (told && i + 1 < dates.size() && tells_its_end(sentence, year, dates[i + 1])) return;
    if (!is_year_of(sentence, mentions, stated, year)) continue;
    const DateExpression& date = *mentions[year.mention].date();
    const std::string_view words = mentions[year.mention].bytes.of(sentence.view().text);
    return settle_part(words, {date.start_date, date.end_date}, country, published, period);
  }
  settle(stated.of(sentence.view().text), country, published, period);
}

void FiscalYears::settle_part(std::string_view year_words, Period year, std::string_view country, std::string_view published,
                              Period& part) const {
  const Period by_calendar = year;
  settle(year_words, country, published, year);
  const auto first = parse_iso_date(year.start);
  const auto begin = parse_iso_date(part.start);
  const auto end = parse_iso_date(part.end);
  if (year == by_calendar || !first || !begin || !end) return;
  const auto start = add_months(*first, begin->month() - 1);
  const auto close = start ? add_months(*start, months_between(*begin, *end)) : std::nullopt;
  if (close) part = {start->to_iso(), close->to_iso()};
}

}  // namespace attest

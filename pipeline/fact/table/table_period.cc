#include "fact/table/table_period.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/ascii.h"
#include "value/calendar.h"

namespace attest {
namespace {

// That of a part of a year which neither a head nor the day of publication gives one: the first of the calendar, never written.
constexpr int kNoYear = Day::kFirstYear;

bool holds_year(std::string_view words) noexcept {
  constexpr int kYearDigits = 4;
  int digits = 0;
  for (const char c : words) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits == kYearDigits) return true;
  }
  return false;
}

bool is_whole_year(const Period& period) {
  constexpr std::string_view kFirstDay = "-01-01";
  const auto start = parse_iso_date(period.start);
  return start && period.start.ends_with(kFirstDay) && add_years(*start, 1).value_or(*start).to_iso() == period.end;
}

// Months or quarters, of one year.
bool is_part_of_year(const Period& period) {
  constexpr std::string_view kFirstDay = "-01";
  const auto start = parse_iso_date(period.start);
  if (!start || is_whole_year(period) || !period.start.ends_with(kFirstDay) || !period.end.ends_with(kFirstDay)) return false;
  return period.end <= add_years(*start, 1).value_or(*start).to_iso();
}

// The same part of another year.
Period in_year(const Period& part, int year) {
  const auto start = parse_iso_date(part.start);
  const auto end = parse_iso_date(part.end);
  if (!start || !end) return part;
  const int years = year - start->year();
  return {add_years(*start, years).value_or(*start).to_iso(), add_years(*end, years).value_or(*end).to_iso()};
}

bool has_year(const Period& period) {
  const auto start = parse_iso_date(period.start);
  return start && start->year() != kNoYear;
}

const TablePeriod* first_where(std::span<const TablePeriod* const> heads, auto&& holds) {
  const auto found = std::find_if(heads.begin(), heads.end(), [&](const TablePeriod* head) { return !head->empty() && holds(*head); });
  return found == heads.end() ? nullptr : *found;
}

}  // namespace

TablePeriods::TablePeriods(const CompiledRules& rules) : rules_(&rules), months_(rules.gazetteer.list_named("month")) {}

TablePeriod TablePeriods::of_date(const DateExpression& date, std::string_view words) {
  const Period period{date.start_date, date.end_date};
  return {period, !holds_year(words) && is_part_of_year(period)};
}

TablePeriods::Part TablePeriods::part_alone(const TokenView& view, TokenRange head) const {
  if (!months_ || head.begin >= head.end) return {};
  const std::string_view words = view.passage(head);
  constexpr int kQuarter = 3;
  constexpr int kHalf = 6;
  if (words.size() == 2 && words[1] >= '1' && words[1] <= '4') {
    const int before = words[1] - '1';
    if (ascii_lower(words[0]) == 'q') return {before * kQuarter + 1, kQuarter};
    if (ascii_lower(words[0]) == 'h' && before < 2) return {before * kHalf + 1, kHalf};
  }
  const auto found = rules_->gazetteer.longest_from(view, *months_, head.begin, head.end);
  const bool dot = found && found->tokens.end + 1 == head.end && view.word(found->tokens.end) == ".";
  if (!found || (found->tokens.end != head.end && !dot)) return {};
  const std::string_view cell = rules_->gazetteer.entry(found->entry).cell_text.front();
  Part part{0, 1};
  std::from_chars(cell.data(), cell.data() + cell.size(), part.month);
  return part;
}

TablePeriod TablePeriods::of_part_alone(const TokenView& view, TokenRange head, std::string_view published) const {
  const Part part = part_alone(view, head);
  const auto today = parse_iso_date(published);
  auto first = Day::from_civil(today ? today->year() : kNoYear, part.month, 1);
  if (first && today && *first > *today) first = add_years(*first, -1);
  const auto next = first ? add_months(*first, part.months) : std::nullopt;
  if (!next) return {};
  return {{first->to_iso(), next->to_iso()}, true};
}

Period joined_period(std::span<const TablePeriod* const> heads) {
  const TablePeriod* part = first_where(heads, [](const TablePeriod& head) { return head.lacks_year; });
  const TablePeriod* year = first_where(heads, [](const TablePeriod& head) { return !head.lacks_year && is_whole_year(head.period); });
  const TablePeriod* nearest = first_where(heads, [](const TablePeriod&) { return true; });
  if (nearest == nullptr) return {};
  if (part == nullptr && nearest == year) part = first_where(heads, [](const TablePeriod& head) { return is_part_of_year(head.period); });
  if (part != nullptr && year != nullptr) return in_year(part->period, parse_iso_date(year->period.start)->year());
  return has_year(nearest->period) ? nearest->period : Period{};
}

}  // namespace attest

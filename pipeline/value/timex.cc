#include "value/timex.h"

#include <charconv>

namespace attest {
namespace {

std::optional<int> digits(std::string_view text) noexcept {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return number;
}

std::optional<DayInterval> part_of_year(int year, std::string_view part) noexcept {
  const auto number = digits(part.substr(1));
  if (!number) return std::nullopt;
  switch (part.front()) {
    case 'Q': return quarter_of(year, *number);
    case 'H': return half_of(year, *number);
    case 'W': return week_of({year, *number});
    default: return std::nullopt;
  }
}

std::optional<DayInterval> day_or_month(int year, std::string_view rest) noexcept {
  const auto month = digits(rest.substr(0, 2));
  if (!month) return std::nullopt;
  if (rest.size() == 2) return month_of(year, *month);
  const auto day = rest.size() == 5 && rest[2] == '-' ? digits(rest.substr(3)) : std::nullopt;
  const auto found = day ? Day::from_civil(year, *month, *day) : std::nullopt;
  return found ? std::optional(interval_of(*found)) : std::nullopt;
}

}  // namespace

std::optional<DayInterval> interval_of_timex(std::string_view timex) noexcept {
  constexpr std::size_t kYearDigits = 4;
  if (const auto slash = timex.find('/'); slash != std::string_view::npos) {
    const auto first = interval_of_timex(timex.substr(0, slash));
    const auto last = interval_of_timex(timex.substr(slash + 1));
    if (!first || !last || last->end <= first->begin) return std::nullopt;
    return DayInterval{first->begin, last->end};
  }
  while (!timex.empty() && timex.back() == 'X') timex.remove_suffix(1);
  const auto dash = timex.find('-');
  const auto leading = digits(timex.substr(0, dash));
  if (!leading) return std::nullopt;
  if (dash == std::string_view::npos) {
    if (timex.size() == kYearDigits) return year_of(*leading);
    if (timex.size() == 3) return decade_of(*leading * 10);
    return timex.size() == 2 ? century(*leading + 1) : std::nullopt;
  }
  const std::string_view rest = timex.substr(dash + 1);
  if (dash != kYearDigits || rest.size() < 2) return std::nullopt;
  return rest.front() >= 'A' ? part_of_year(*leading, rest) : day_or_month(*leading, rest);
}

}  // namespace attest

#include "fact/stretch.h"

namespace attest {

std::optional<Stretch> stretch_of(std::string_view timex) {
  if (timex.size() < 3 || timex.front() != 'P') return std::nullopt;
  int count = 0;
  for (const char digit : timex.substr(1, timex.size() - 2)) {
    constexpr int kMost = 1000;
    if (digit < '0' || digit > '9' || count > kMost) return std::nullopt;
    count = count * 10 + (digit - '0');
  }
  switch (timex.back()) {
    case 'D':
      return Stretch{CalendarUnit::kDay, count};
    case 'W':
      return Stretch{CalendarUnit::kWeek, count};
    case 'M':
      return Stretch{CalendarUnit::kMonth, count};
    case 'Y':
      return Stretch{CalendarUnit::kYear, count};
    default:
      return std::nullopt;
  }
}

std::optional<Day> day_before(Day end, const Stretch& stretch) {
  constexpr int kDaysInWeek = 7;
  switch (stretch.unit) {
    case CalendarUnit::kDay:
      return add_days(end, -stretch.count);
    case CalendarUnit::kWeek:
      return add_days(end, -stretch.count * kDaysInWeek);
    case CalendarUnit::kMonth:
      return add_months(end, -stretch.count);
    default:
      return add_years(end, -stretch.count);
  }
}

}  // namespace attest

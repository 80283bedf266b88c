#include "value/holiday.h"

namespace attest {

std::optional<Day> nth_weekday(int year, int month, int weekday, int number) noexcept {
  const auto days = month_of(year, month);
  if (!days || weekday < 1 || weekday > 7 || number == 0 || number < -5 || number > 5) return std::nullopt;
  std::optional<Day> found;
  if (number > 0) {
    const int wait = (weekday - days->begin.weekday() + 7) % 7;
    found = add_days(days->begin, wait + (number - 1) * 7);
  } else {
    const auto last = add_days(days->end, -1);
    if (!last) return std::nullopt;
    const int back = (last->weekday() - weekday + 7) % 7;
    found = add_days(*last, -back + (number + 1) * 7);
  }
  return found && days->contains(*found) ? found : std::nullopt;
}

std::optional<Day> easter_sunday(int year) noexcept {
  const int golden = year % 19;
  const int hundreds = year / 100;
  const int rest = year % 100;
  const int moon_correction = (hundreds - (hundreds + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + hundreds - hundreds / 4 - moon_correction + 15) % 30;
  const int weekday = (32 + 2 * (hundreds % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int late = (golden + 11 * epact + 22 * weekday) / 451;
  const int days = epact + weekday - 7 * late + 114;
  return Day::from_civil(year, days / 31, days % 31 + 1);
}

}  // namespace attest

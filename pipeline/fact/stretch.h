// A length of calendar time as a text counts it: 26 weeks, three months.
//
//   const auto stretch = stretch_of("P26W");
//   day_before(end, *stretch)                   // the day 26 weeks before
#pragma once

#include <optional>
#include <string_view>

#include "value/calendar_unit.h"

namespace attest {

struct Stretch {
  CalendarUnit unit = CalendarUnit::kDay;
  int count = 0;
};

/// Of a TIMEX3 duration of one unit, days to years ("P26W", "P3M"); nothing for other values.
[[nodiscard]] std::optional<Stretch> stretch_of(std::string_view timex);
/// The day so long before `end` (behind it, where the count is negative); nothing outside the calendar.
[[nodiscard]] std::optional<Day> day_before(Day end, const Stretch& stretch);

}  // namespace attest

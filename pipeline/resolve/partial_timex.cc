#include "resolve/partial_timex.h"

#include <string_view>

#include "value/timex.h"

namespace attest {
namespace {

using Kind = DateStep::Kind;

// A unit of which nothing is known: last week.
std::string_view unknown(CalendarUnit unit) noexcept {
  switch (unit) {
    case CalendarUnit::kDay:
      return "XXXX-XX-XX";
    case CalendarUnit::kWeekend:
      return "XXXX-WXX-WE";
    case CalendarUnit::kWeek:
      return "XXXX-WXX";
    case CalendarUnit::kMonth:
      return "XXXX-XX";
    case CalendarUnit::kQuarter:
      return "XXXX-QX";
    case CalendarUnit::kHalf:
      return "XXXX-HX";
    case CalendarUnit::kYear:
    case CalendarUnit::kSeason:
      return "XXXX";
    case CalendarUnit::kDecade:
      return "XXX";
    case CalendarUnit::kCentury:
      return "XX";
  }
  return {};
}

std::string named_part(const DateStep& step, const std::string& so_far) {
  if (step.weekday) return "XXXX-WXX-" + std::to_string(step.number);
  switch (step.unit) {
    case CalendarUnit::kDay:
      return (so_far.size() == 7 ? so_far : "XXXX-XX") + "-" + two_digits(step.number);
    case CalendarUnit::kWeek:
      return "XXXX-W" + two_digits(step.number);
    case CalendarUnit::kMonth:
      return "XXXX-" + two_digits(step.number);
    case CalendarUnit::kQuarter:
      return "XXXX-Q" + std::to_string(step.number);
    case CalendarUnit::kHalf:
      return "XXXX-H" + std::to_string(step.number);
    case CalendarUnit::kSeason:
      return "XXXX-" + std::string(season_code(static_cast<Season>(step.number % 4)));
    default:
      return so_far;
  }
}

}  // namespace

std::string partial_timex(const DateTemplate& read) {
  std::string value;
  for (const DateStep& step : read.steps) {
    switch (step.kind) {
      case Kind::kShift:
        value = unknown(step.unit);
        break;
      case Kind::kField:
      case Kind::kBefore:
      case Kind::kAfter:
        value = named_part(step, value);
        break;
      case Kind::kNthWeekday:
      case Kind::kEaster:
        value = "XXXX-XX-XX";
        break;
      default:
        break;
    }
  }
  return value;
}

}  // namespace attest

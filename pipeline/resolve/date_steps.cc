#include "resolve/date_steps.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <utility>

#include "value/holiday.h"
#include "value/timex.h"

namespace attest {
namespace {

using Kind = DateStep::Kind;
using Found = std::optional<CalendarPeriod>;

std::optional<int> integer(std::string_view text) noexcept {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// "year-2.5": so many months; "week+1.5": days.
bool read_half_shift(CalendarUnit unit, std::string_view number, DateStep& step) noexcept {
  constexpr std::string_view kHalf = ".5";
  constexpr std::array<std::tuple<CalendarUnit, int, CalendarUnit>, 3> kParts = {{{CalendarUnit::kYear, 12, CalendarUnit::kMonth},
                                                                                  {CalendarUnit::kMonth, 30, CalendarUnit::kDay},
                                                                                  {CalendarUnit::kWeek, 7, CalendarUnit::kDay}}};
  if (!number.ends_with(kHalf)) return false;
  const auto whole = integer(number.substr(0, number.size() - kHalf.size()));
  for (const auto& [of, parts, part] : kParts) {
    if (of != unit || !whole) continue;
    step.unit = part;
    step.number = *whole * parts + (number.starts_with('-') ? -parts / 2 : parts / 2);
    return true;
  }
  return false;
}

// "week-1", "year+2".
bool read_shift(std::string_view text, DateStep& step) noexcept {
  const auto sign = text.find_first_of("+-");
  if (sign == std::string_view::npos) return false;
  const auto unit = calendar_unit_named(text.substr(0, sign));
  const auto number = integer(text.substr(sign));
  if (!unit) return false;
  if (!number) return read_half_shift(*unit, text.substr(sign), step);
  step.unit = *unit;
  step.number = *number;
  return true;
}

// "4month".
bool read_count(std::string_view text, DateStep& step) noexcept {
  const auto letters = text.find_first_not_of("-0123456789");
  if (letters == std::string_view::npos) return false;
  const auto unit = calendar_unit_named(text.substr(letters));
  const auto number = integer(text.substr(0, letters));
  if (!unit || !number) return false;
  step.unit = *unit;
  step.number = *number;
  return true;
}

std::optional<int> season_number(std::string_view text) noexcept {
  const auto found = season_of_code(text);
  return found ? std::optional<int>(static_cast<int>(*found)) : std::nullopt;
}

// What stands on both sides of "=", "<" and ">" where the left side is a part of the calendar.
bool read_field(std::string_view name, std::string_view value, DateStep& step) noexcept {
  step.weekday = name == "weekday";
  const auto unit = step.weekday ? CalendarUnit::kDay : calendar_unit_named(name);
  const auto number = name == "season" ? season_number(value) : integer(value);
  if (!unit || !number) return false;
  step.unit = *unit;
  step.number = *number;
  return true;
}

bool read_nth(std::string_view text, DateStep& step) noexcept {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const auto number = integer(text.substr(0, colon));
  const auto weekday = integer(text.substr(colon + 1));
  if (!number || !weekday) return false;
  step.number = *number;
  step.other = *weekday;
  return true;
}

bool read_assignment(std::string_view name, std::string_view value, DateStep& step) noexcept {
  constexpr std::array<std::pair<std::string_view, Kind>, 5> kCounted = {
      {{"first", Kind::kFirst}, {"last", Kind::kLast}, {"past", Kind::kPast}, {"next", Kind::kNext}, {"called", Kind::kCalled}}};
  for (const auto& [word, kind] : kCounted) {
    if (name != word) continue;
    step.kind = kind;
    return read_count(value, step);
  }
  if (name == "move") {
    step.kind = Kind::kMove;
    return read_shift(value, step);
  }
  if (name == "likewise") {
    step.kind = Kind::kLikewise;
    step.unit = CalendarUnit::kMonth;
    return value == "month";
  }
  if (name == "is") {
    const auto weekday = integer(value);
    step.kind = Kind::kIsWeekday;
    step.number = weekday.value_or(0);
    return weekday.has_value();
  }
  if (name == "nth") {
    step.kind = Kind::kNthWeekday;
    return read_nth(value, step);
  }
  step.kind = Kind::kField;
  return read_field(name, value, step);
}

bool read_step(std::string_view word, DateStep& step) noexcept {
  step.text = word;
  if (word == "likewise") {
    step.kind = Kind::kLikewise;
    return true;
  }
  if (word.starts_with('T')) {
    step.kind = Kind::kTime;
    return true;
  }
  if (word.starts_with("easter")) {
    step.kind = Kind::kEaster;
    const auto days = integer(word.substr(6));
    step.number = days.value_or(0);
    return days.has_value();
  }
  const auto mark = word.find_first_of("=<>#");
  if (mark == std::string_view::npos) return read_shift(word, step);
  const std::string_view name = word.substr(0, mark);
  const std::string_view value = word.substr(mark + 1);
  if (word[mark] == '=') return read_assignment(name, value, step);
  step.kind = word[mark] == '#' ? Kind::kNumbered : word[mark] == '<' ? Kind::kBefore : Kind::kAfter;
  return read_field(name, value, step);
}

DateAnchorKind anchor_named(std::string_view word) noexcept {
  using AnchorName = std::pair<std::string_view, DateAnchorKind>;
  constexpr std::array<AnchorName, 12> kAnchors = {{{"published", DateAnchorKind::kPublished},
                                                    {"text", DateAnchorKind::kText},
                                                    {"told", DateAnchorKind::kTold},
                                                    {"same", DateAnchorKind::kSame},
                                                    {"day", DateAnchorKind::kDay},
                                                    {"report", DateAnchorKind::kReport},
                                                    {"quarter", DateAnchorKind::kQuarter},
                                                    {"compared", DateAnchorKind::kCompared},
                                                    {"earlier", DateAnchorKind::kEarlier},
                                                    {"open", DateAnchorKind::kOpen},
                                                    {"last", DateAnchorKind::kLast},
                                                    {"next", DateAnchorKind::kNext}}};
  for (const auto& [name, kind] : kAnchors) {
    if (word == name) return kind;
  }
  return DateAnchorKind::kValue;
}

// A part by its number: of a year (month, quarter, half, season, week), of a month (day), of a week (weekday).
Found field_of(const CalendarPeriod& period, const DateStep& step) noexcept {
  const Day begin = period.interval.begin;
  const auto in = [&](const std::optional<DayInterval>& interval) {
    return interval ? Found(CalendarPeriod{*interval, step.unit}) : std::nullopt;
  };
  if (step.weekday) {
    const auto monday = week_containing(begin);
    const auto day = monday && step.number >= 1 && step.number <= 7 ? add_days(monday->begin, step.number - 1) : std::nullopt;
    return day ? Found(day_period(*day)) : std::nullopt;
  }
  switch (step.unit) {
    case CalendarUnit::kDay: {
      const auto day = Day::from_civil(begin.year(), begin.month(), step.number);
      return day ? Found(day_period(*day)) : std::nullopt;
    }
    case CalendarUnit::kWeek:
      return in(week_of({begin.year(), step.number}));
    case CalendarUnit::kMonth:
      return in(month_of(begin.year(), step.number));
    case CalendarUnit::kQuarter:
      return in(quarter_of(begin.year(), step.number));
    case CalendarUnit::kHalf:
      return in(half_of(begin.year(), step.number));
    case CalendarUnit::kSeason:
      return step.number < 0 || step.number > 3 ? std::nullopt : in(season_of(begin.year(), static_cast<Season>(step.number)));
    case CalendarUnit::kYear:
      return in(year_of(step.number));
    default:
      return std::nullopt;
  }
}

// What the parts with one number lie in, one each: a week for weekdays, a month for days, else a year.
CalendarUnit unit_around(const DateStep& step) noexcept {
  if (step.weekday) return CalendarUnit::kWeek;
  return step.unit == CalendarUnit::kDay ? CalendarUnit::kMonth : CalendarUnit::kYear;
}

// The nearest such part on one side of the period. Days of the month may be missing in the nearest months (a 31st).
Found nearest_field(const CalendarPeriod& period, const DateStep& step) noexcept {
  constexpr int kFarthest = 3;
  const int direction = step.kind == Kind::kBefore ? -1 : 1;
  for (int away = 0; away <= kFarthest; ++away) {
    const auto around = shifted_unit(period, unit_around(step), direction * away);
    const auto part = around ? field_of(*around, step) : std::nullopt;
    if (!part) continue;
    if (direction < 0 ? part->interval.end <= period.interval.begin : part->interval.begin >= period.interval.end) return part;
  }
  return std::nullopt;
}

Found day_found(const std::optional<Day>& day) noexcept { return day ? Found(day_period(*day)) : std::nullopt; }

}  // namespace

std::optional<DateTemplate> parse_date_template(std::string_view text) {
  DateTemplate read;
  const auto next_word = [&text] {
    const auto space = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(space + 1, text.size()));
    return word;
  };
  read.value = next_word();
  read.anchor = anchor_named(read.value);
  if (read.anchor == DateAnchorKind::kValue && !interval_of_timex(read.value)) return std::nullopt;
  while (!text.empty()) {
    const std::string_view word = next_word();
    if (word.empty()) continue;  // rules join parts that may be missing
    if (!read_step(word, read.steps.emplace_back())) return std::nullopt;
  }
  return read;
}

std::optional<CalendarPeriod> take_step(const CalendarPeriod& period, const DateStep& step) noexcept {
  const Day begin = period.interval.begin;
  switch (step.kind) {
    case Kind::kShift:
      return shifted_unit(period, step.unit, step.number);
    case Kind::kMove:
      return moved(period, step.unit, step.number);
    case Kind::kField:
      return field_of(period, step);
    case Kind::kBefore:
    case Kind::kAfter:
      return nearest_field(period, step);
    case Kind::kNumbered:
      return numbered_unit(period, step.unit, step.number);
    case Kind::kFirst:
      return part_of(period, step.unit, step.number);
    case Kind::kLast:
      return part_of(period, step.unit, -step.number);
    case Kind::kPast:
      return stretch_to(begin, step.unit, step.number);
    case Kind::kNext:
      return stretch_from(begin, step.unit, step.number);
    case Kind::kNthWeekday:
      return day_found(nth_weekday(begin.year(), begin.month(), step.other, step.number));
    case Kind::kEaster: {
      const auto easter = easter_sunday(begin.year());
      return day_found(easter ? add_days(*easter, step.number) : std::nullopt);
    }
    case Kind::kIsWeekday:
      return begin.weekday() == step.number ? Found(period) : std::nullopt;
    case Kind::kLikewise:
    case Kind::kCalled:
    case Kind::kTime:
      return period;
  }
  return std::nullopt;
}

}  // namespace attest

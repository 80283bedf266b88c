// How a date expression is to be worked out: an anchor and steps from there, which is what date rules give in their field
// `steps`. The same words tell in `attest explain` how a date came about.
//
//   published week-1                 last week: the week before the one that holds the day of publication
//   published year-1 quarter=3       the third quarter of last year
//   open month=6 day=16              June 16: of the year that fits best
//   open weekday=5 TEV               Friday evening
//   2025 first=4month                the first four months of 2025
//   text month+1                     the following month
//   report move=year-1               the year-earlier period
//   published year-1 likewise        the same period last year
//   2025 month=1 to 2025 month=4     January to April 2025
//
// Anchors: `published` (the day of publication), `text` (what the text last spoke of), `same` (the same, with periods that follow each
// other as one), `day` (the day that it last spoke of; both else the day of publication), `report` (the quarter or run of months that it
// reports on), `quarter` (the quarter that it last spoke of; both else the last one completed), `compared` (the report's period if it was
// named shortly before, or the month or year that the sentence last named, which `year-1` then moves; else the day of publication), `open`
// (whatever year, month or week fits best), `last` and `next` (the last year, month or week in which it is over by the day of publication,
// the first in which it is still to come), or a TIMEX3 value that names days ("2025", "2025-06").
//
// Steps: `UNIT+n`, `UNIT-n` (the unit that holds the first day, and on from there; halves of years, months and weeks in months and days),
// `move=UNIT+n` (the period itself moved), `month=6` `day=16` `quarter=3` `half=1` `week=23` `season=SU` `weekday=5` (the part with that
// number), `weekday<5` `month>6` … (the last such part before, the next after the anchor), `UNIT#2`, `UNIT#-1` (the second, the last in the
// period), `first=4month` `last=3week` (the first, the last units of it), `past=12year` `next=3day` (so long up to, or from, the day),
// `nth=4:4` (the fourth Thursday), `easter-2`, `is=5` (only if that is a Friday), `called=4quarter` (the same days, which the text numbers
// otherwise than the calendar: only the value changes), `likewise` (the report's period in this year), `likewise=month` (the month last
// named, in this year), `T15:30`, `TMO` (a time of day).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "value/calendar_unit.h"

namespace attest {

enum class DateAnchorKind : std::uint8_t {
  kValue,
  kPublished,
  kText,
  kTold,
  kSame,
  kDay,
  kReport,
  kQuarter,
  kCompared,
  kEarlier,
  kOpen,
  kLast,
  kNext
};

struct DateStep {
  enum class Kind : std::uint8_t {
    kShift,       ///< unit, number
    kMove,        ///< unit, number
    kField,       ///< unit, number: the part of the period with that number; a weekday is unit day, `weekday` set
    kBefore,      ///< The same part, the last one that ends by the anchor's first day.
    kAfter,       ///< The same part, the next one that begins after the anchor's last day.
    kNumbered,    ///< unit, number
    kFirst,       ///< unit, number
    kLast,        ///< unit, number
    kPast,        ///< unit, number
    kNext,        ///< unit, number
    kNthWeekday,  ///< number, which weekday in `other`
    kEaster,      ///< number of days from it
    kIsWeekday,   ///< number
    kCalled,      ///< unit, number
    kLikewise,
    kTime,  ///< text
  };
  Kind kind = Kind::kShift;
  CalendarUnit unit = CalendarUnit::kDay;
  bool weekday = false;
  int number = 0;
  int other = 0;
  std::string_view text;  ///< As written; views into the template.
};

struct DateTemplate {
  DateAnchorKind anchor = DateAnchorKind::kValue;
  std::string_view value;  ///< The anchor as written.
  std::vector<DateStep> steps;
};

/// Reads one side of a template (what `to` joins). Nothing where a word is no step.
[[nodiscard]] std::optional<DateTemplate> parse_date_template(std::string_view text);

/// Takes a step that needs no more than the period it starts from; kLikewise, kCalled and kTime leave it as it is. Nothing where there are
/// no such days.
[[nodiscard]] std::optional<CalendarPeriod> take_step(const CalendarPeriod& period, const DateStep& step) noexcept;

}  // namespace attest

#include "value/calendar_unit.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace attest {
namespace {

using Unit = CalendarUnit;

CalendarPeriod day(std::string_view iso) { return day_period(parse_iso_date(iso).value_or(Day())); }

std::string shown(const std::optional<CalendarPeriod>& period) {
  return period ? period->interval.begin.to_iso() + ".." + period->interval.end.to_iso() + " " + timex_of(*period) : "none";
}

// The calendar once more, by counting: no formula of the code under test.
struct Counted {
  int year = 1;
  int month = 1;
  int day = 1;
  int weekday = 1;  // January 1 of the year 1 is a Monday

  static bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
  static int days_in(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
  void advance() {
    weekday = weekday % 7 + 1;
    if (++day <= days_in(year, month)) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST(CalendarUnits, EveryDayOfFourCenturiesLiesInTheUnitsThatCountingGives) {
  Counted counted;
  int week = 1;  // of the ISO year whose first Monday is January 1 of the year 1
  int week_year = 1;
  Day at = *Day::from_civil(1, 1, 1);
  while (counted.year <= 400) {
    ASSERT_EQ(at.weekday(), counted.weekday);
    const auto in_week = unit_holding(at, Unit::kWeek);
    ASSERT_TRUE(in_week);
    ASSERT_EQ(iso_week_of(at), (IsoWeek{week_year, week})) << at.to_iso();
    const auto month = unit_holding(at, Unit::kMonth);
    ASSERT_TRUE(month);
    ASSERT_EQ(month->interval.days(), Counted::days_in(counted.year, counted.month)) << at.to_iso();
    ASSERT_EQ(unit_holding(at, Unit::kYear)->interval.days(), Counted::is_leap(counted.year) ? 366 : 365) << at.to_iso();
    counted.advance();
    at = *add_days(at, 1);
    if (counted.weekday != 1) continue;
    ++week;
    // A week belongs to the year of its Thursday: three days on.
    Counted thursday = counted;
    for (int i = 0; i < 3; ++i) thursday.advance();
    if (thursday.year != week_year) {
      week_year = thursday.year;
      week = 1;
    }
  }
}

TEST(CalendarUnits, ShiftingForthAndBackReturnsToTheUnit) {
  std::mt19937 random(20240229);
  std::uniform_int_distribution<int> days(*add_days(*Day::from_civil(1600, 1, 1), 0) < Day() ? -130000 : 0, 130000);
  std::uniform_int_distribution<int> counts(-60, 60);
  for (int i = 0; i < 20000; ++i) {
    const Day at(std::chrono::sys_days(std::chrono::days(days(random))));
    const int count = counts(random);
    for (const Unit unit : {Unit::kDay, Unit::kWeek, Unit::kMonth, Unit::kQuarter, Unit::kHalf, Unit::kYear, Unit::kDecade}) {
      const auto start = unit_holding(at, unit);
      const auto there = shifted_unit(*start, unit, count);
      ASSERT_TRUE(there);
      const auto back = shifted_unit(*there, unit, -count);
      ASSERT_TRUE(back);
      ASSERT_EQ(shown(back), shown(start)) << at.to_iso() << " " << count;
    }
  }
}

TEST(CalendarUnits, NeighboursMeet) {
  for (const Unit unit :
       {Unit::kDay, Unit::kWeek, Unit::kMonth, Unit::kSeason, Unit::kQuarter, Unit::kHalf, Unit::kYear, Unit::kDecade, Unit::kCentury}) {
    auto at = unit_holding(*Day::from_civil(1896, 2, 29), unit);
    for (int i = 0; i < 30; ++i) {
      const auto next = shifted_unit(*at, unit, 1);
      ASSERT_TRUE(next);
      EXPECT_EQ(next->interval.begin, at->interval.end) << shown(at);
      at = next;
    }
  }
}

struct Shift {
  std::string_view from;
  Unit unit;
  int count;
  std::string_view expected;
};

class Shifts : public testing::TestWithParam<Shift> {};

TEST_P(Shifts, GiveTheWholeUnit) {
  const Shift& c = GetParam();
  EXPECT_EQ(shown(shifted_unit(day(c.from), c.unit, c.count)), c.expected);
}

INSTANTIATE_TEST_SUITE_P(Table, Shifts,
                         testing::Values(Shift{"2025-06-17", Unit::kWeek, -1, "2025-06-09..2025-06-16 2025-W24"},
                                         Shift{"2021-01-03", Unit::kWeek, 0, "2020-12-28..2021-01-04 2020-W53"},
                                         Shift{"2020-12-31", Unit::kWeek, 1, "2021-01-04..2021-01-11 2021-W01"},
                                         Shift{"2024-03-31", Unit::kMonth, -1, "2024-02-01..2024-03-01 2024-02"},
                                         Shift{"2023-03-31", Unit::kMonth, 11, "2024-02-01..2024-03-01 2024-02"},
                                         Shift{"2024-01-15", Unit::kQuarter, -1, "2023-10-01..2024-01-01 2023-Q4"},
                                         Shift{"2024-08-15", Unit::kHalf, -1, "2024-01-01..2024-07-01 2024-H1"},
                                         Shift{"2024-01-15", Unit::kSeason, 0, "2023-12-01..2024-03-01 2024-WI"},
                                         Shift{"2024-12-15", Unit::kSeason, 0, "2024-12-01..2025-03-01 2025-WI"},
                                         Shift{"2024-10-01", Unit::kSeason, -1, "2024-06-01..2024-09-01 2024-SU"},
                                         Shift{"2025-06-18", Unit::kWeekend, 0, "2025-06-21..2025-06-23 2025-W25-WE"},
                                         Shift{"2024-02-29", Unit::kYear, 1, "2025-01-01..2026-01-01 2025"},
                                         Shift{"2009-05-05", Unit::kDecade, 1, "2010-01-01..2020-01-01 201X"},
                                         Shift{"2000-05-05", Unit::kCentury, 0, "1901-01-01..2001-01-01 19XX"},
                                         Shift{"2001-05-05", Unit::kCentury, -1, "1901-01-01..2001-01-01 19XX"}));

TEST(CalendarUnits, PastTheCalendarIsNothing) {
  EXPECT_EQ(shown(shifted_unit(day("9999-12-31"), Unit::kYear, 1)), "none");
  EXPECT_EQ(shown(shifted_unit(day("0001-01-01"), Unit::kYear, -2)), "none");
  EXPECT_EQ(shown(shifted_unit(day("2024-01-01"), Unit::kCentury, 2'000'000'000)), "none");
}

TEST(CalendarUnits, PartsOfAPeriod) {
  const CalendarPeriod year = *unit_holding(*Day::from_civil(2025, 1, 1), Unit::kYear);
  EXPECT_EQ(shown(part_of(year, Unit::kMonth, 4)), "2025-01-01..2025-05-01 2025-01/2025-04");
  EXPECT_EQ(shown(part_of(year, Unit::kMonth, -2)), "2025-11-01..2026-01-01 2025-11/2025-12");
  const auto may = *unit_holding(*Day::from_civil(2025, 5, 1), Unit::kMonth);
  EXPECT_EQ(shown(part_of(may, Unit::kWeek, -2)), "2025-05-18..2025-06-01 2025-05-18/2025-05-31");
  EXPECT_EQ(shown(part_of(year, Unit::kQuarter, 3)), "2025-01-01..2025-10-01 2025-Q1/2025-Q3");
  EXPECT_EQ(shown(numbered_unit(year, Unit::kWeek, 1)), "2024-12-30..2025-01-06 2025-W01");
  EXPECT_EQ(shown(numbered_unit(year, Unit::kWeek, -1)), "2025-12-22..2025-12-29 2025-W52");
  EXPECT_EQ(shown(numbered_unit(year, Unit::kMonth, -1)), "2025-12-01..2026-01-01 2025-12");
  EXPECT_EQ(shown(numbered_unit(year, Unit::kMonth, 0)), "none");
}

TEST(CalendarUnits, MovingKeepsLengthAndUnit) {
  const CalendarPeriod quarter = *unit_holding(*Day::from_civil(1989, 8, 1), Unit::kQuarter);
  EXPECT_EQ(shown(moved(quarter, Unit::kYear, -1)), "1988-07-01..1988-10-01 1988-Q3");
  const auto months = part_of(*unit_holding(*Day::from_civil(2024, 1, 1), Unit::kYear), Unit::kMonth, 2);
  EXPECT_EQ(shown(moved(*months, Unit::kYear, -1)), "2023-01-01..2023-03-01 2023-01/2023-02");
  EXPECT_EQ(shown(moved(day("2024-02-29"), Unit::kYear, -1)), "2023-02-28..2023-03-01 2023-02-28");
  EXPECT_EQ(shown(moved(*unit_holding(*Day::from_civil(2024, 6, 5), Unit::kWeek), Unit::kYear, -1)), "2023-05-29..2023-06-05 2023-W22");
}

TEST(CalendarUnits, StretchesEndAndBeginAtADay) {
  const Day published = *parse_iso_date("2025-06-17");
  EXPECT_EQ(shown(stretch_to(published, Unit::kYear, 12)).substr(0, 22), "2013-06-17..2025-06-17");
  EXPECT_EQ(shown(stretch_to(published, Unit::kMonth, 3)).substr(0, 22), "2025-03-17..2025-06-17");
  EXPECT_EQ(shown(stretch_from(published, Unit::kDay, 3)).substr(0, 22), "2025-06-18..2025-06-21");
  EXPECT_EQ(shown(stretch_to(*Day::from_civil(2025, 9, 30), Unit::kQuarter, 1)), "2025-07-01..2025-10-01 2025-Q3");
  EXPECT_EQ(shown(stretch_to(*Day::from_civil(2025, 8, 1), Unit::kQuarter, 1)), "2025-05-01..2025-08-01 2025-05-01/2025-07-31");
  EXPECT_EQ(shown(stretch_to(published, Unit::kYear, 0)), "none");
}

TEST(CalendarUnits, JoiningNeedsOrder) {
  EXPECT_EQ(shown(joined(day("2025-06-16"), day("2025-06-18"))), "2025-06-16..2025-06-19 2025-06-16/2025-06-18");
  EXPECT_EQ(shown(joined(day("2025-06-18"), day("2025-06-16"))), "none");
}

TEST(CalendarUnits, NamesAreReadBack) {
  for (const Unit unit : {Unit::kDay, Unit::kWeekend, Unit::kWeek, Unit::kMonth, Unit::kSeason, Unit::kQuarter, Unit::kHalf, Unit::kYear,
                          Unit::kDecade, Unit::kCentury}) {
    EXPECT_EQ(calendar_unit_named(name_of(unit)), unit);
  }
  EXPECT_FALSE(calendar_unit_named("fortnight"));
}

}  // namespace
}  // namespace attest

#include "value/calendar.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace attest {

void PrintTo(const Day& day, std::ostream* out) { *out << day.to_iso(); }
void PrintTo(const DayInterval& interval, std::ostream* out) { *out << interval.begin.to_iso() << ".." << interval.end.to_iso(); }

namespace {

Day day(std::string_view iso) {
  const auto parsed = parse_iso_date(iso);
  EXPECT_TRUE(parsed) << iso;
  return parsed.value_or(Day());
}

std::string shown(const std::optional<DayInterval>& interval) {
  return interval ? interval->begin.to_iso() + ".." + interval->end.to_iso() : "none";
}

TEST(IsoDate, RefusesDaysThatDoNotExistAndOtherForms) {
  for (const std::string_view text : {"", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "2024-01-00", "2024-1-01",
                                      "20240101", "2024/01/01", "2024-01-01T", "-024-01-01", "2024-01--1", " 2024-01-01", "2024-01-1x"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
}

TEST(IsoDate, KnownDayNumbers) {
  EXPECT_EQ(day("1970-01-01").number(), 0);
  EXPECT_EQ(day("1969-12-31").number(), -1);
  EXPECT_EQ(day("2000-03-01").number(), 11017);
  EXPECT_EQ(day("0000-01-01").number(), -719528);
  EXPECT_EQ(day("9999-12-31").number(), 2932896);
}

TEST(Day, AddingDaysStaysInTheCalendar) {
  EXPECT_EQ(add_days(day("2024-02-28"), 2), day("2024-03-01"));
  EXPECT_EQ(add_days(day("2025-01-01"), -1), day("2024-12-31"));
  EXPECT_FALSE(add_days(day("9999-12-31"), 1));
  EXPECT_FALSE(add_days(day("0000-01-01"), -1));
  EXPECT_FALSE(add_days(day("2024-01-01"), 2'147'483'647));
}

TEST(Day, AddingMonthsClampsToTheMonthsEnd) {
  struct {
    std::string_view from;
    std::int32_t months;
    std::string_view to;
  } const cases[] = {{"2024-01-31", 1, "2024-02-29"},  {"2023-01-31", 1, "2023-02-28"},   {"2024-03-31", -1, "2024-02-29"},
                     {"2024-05-31", 1, "2024-06-30"},  {"2024-12-15", 1, "2025-01-15"},   {"2024-01-15", -1, "2023-12-15"},
                     {"2024-06-18", 12, "2025-06-18"}, {"2024-06-18", -30, "2021-12-18"}, {"2024-06-18", 0, "2024-06-18"}};
  for (const auto& expected : cases) EXPECT_EQ(add_months(day(expected.from), expected.months), day(expected.to)) << expected.from;
}

TEST(Day, AddingMonthsPastTheCalendarIsNothing) {
  EXPECT_FALSE(add_months(day("9999-12-01"), 1));
  EXPECT_FALSE(add_months(day("0000-01-31"), -1));
  EXPECT_FALSE(add_months(day("2024-01-01"), 2'147'483'647));
}

TEST(Day, AddingYearsClampsTheLeapDay) {
  EXPECT_EQ(add_years(day("2024-02-29"), 1), day("2025-02-28"));
  EXPECT_EQ(add_years(day("2024-02-29"), 4), day("2028-02-29"));
  EXPECT_FALSE(add_years(day("2024-02-29"), 200'000'000));
}

TEST(Interval, OfNamedPeriods) {
  struct {
    std::optional<DayInterval> interval;
    std::string_view shown;
  } const cases[] = {{year_of(2024), "2024-01-01..2025-01-01"},
                     {half_of(2024, 1), "2024-01-01..2024-07-01"},
                     {half_of(2024, 2), "2024-07-01..2025-01-01"},
                     {quarter_of(2024, 1), "2024-01-01..2024-04-01"},
                     {quarter_of(2024, 4), "2024-10-01..2025-01-01"},
                     {month_of(2024, 2), "2024-02-01..2024-03-01"},
                     {month_of(2024, 12), "2024-12-01..2025-01-01"},
                     {season_of(1990, Season::kAutumn), "1990-09-01..1990-12-01"},
                     {season_of(2025, Season::kWinter), "2024-12-01..2025-03-01"},
                     {decade_of(1990), "1990-01-01..2000-01-01"},
                     {decade_of(1999), "1990-01-01..2000-01-01"},
                     {century(19), "1801-01-01..1901-01-01"},
                     {century(1), "0001-01-01..0101-01-01"},
                     {week_of({2020, 53}), "2020-12-28..2021-01-04"},
                     {week_of({2025, 1}), "2024-12-30..2025-01-06"},
                     {months_of(2025, 1, 2025, 4), "2025-01-01..2025-05-01"},
                     {months_of(2024, 12, 2025, 1), "2024-12-01..2025-02-01"},
                     {year_of(9999), "9999-01-01..10000-01-01"}};
  for (const auto& expected : cases) EXPECT_EQ(shown(expected.interval), expected.shown);
}

TEST(Interval, OfPeriodsThatDoNotExist) {
  const std::optional<DayInterval> intervals[] = {year_of(-1),
                                                  year_of(10000),
                                                  half_of(2024, 0),
                                                  half_of(2024, 3),
                                                  quarter_of(2024, 5),
                                                  month_of(2024, 13),
                                                  month_of(2024, 0),
                                                  week_of({2021, 53}),
                                                  week_of({2021, 0}),
                                                  week_of({9999, 52}),
                                                  century(0),
                                                  century(100),
                                                  decade_of(-5),
                                                  months_of(2025, 4, 2025, 3),
                                                  season_of(0, Season::kWinter),
                                                  week_containing(day("9999-12-31")),
                                                  week_containing(day("0000-01-01"))};
  for (std::size_t i = 0; i < std::size(intervals); ++i) EXPECT_EQ(shown(intervals[i]), "none") << i;
}

TEST(Interval, IsHalfOpen) {
  const DayInterval june = *month_of(2025, 6);
  EXPECT_EQ(june.days(), 30);
  EXPECT_TRUE(june.contains(day("2025-06-30")));
  EXPECT_FALSE(june.contains(day("2025-07-01")));
  EXPECT_FALSE(june.overlaps(*month_of(2025, 7)));
  EXPECT_TRUE(june.overlaps(*quarter_of(2025, 2)));
  EXPECT_TRUE(quarter_of(2025, 2)->contains(june));
}

TEST(IsoWeek, YearsOf53Weeks) {
  for (const int year : {1981, 1987, 1992, 1998, 2004, 2009, 2015, 2020, 2026, 2032}) EXPECT_EQ(iso_weeks_in(year), 53) << year;
  for (const int year : {1980, 1999, 2000, 2010, 2019, 2021, 2024, 2025}) EXPECT_EQ(iso_weeks_in(year), 52) << year;
}

// Counts days one by one with nothing but the lengths of months, the leap rule and a running week.
class Walk {
 public:
  // 1600-01-01 was a Saturday, in week 52 of 1599.
  int year = 1600, month = 1, day = 1, weekday = 6, week_year = 1599, week = 52, number = -135140;

  void step() {
    ++number;
    if (++weekday == 8) weekday = 1;
    if (++day > length(year, month)) {
      day = 1;
      if (++month == 13) month = 1, ++year;
    }
    if (weekday == 1) start_week();
  }

  [[nodiscard]] static int length(int year, int month) {
    constexpr int kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return kLengths[month - 1] + (month == 2 && leap ? 1 : 0);
  }

 private:
  // A Monday from December 29 to January 4 starts week 1: then four days at least lie in the new year.
  void start_week() {
    const bool first = (month == 12 && day >= 29) || (month == 1 && day <= 4);
    week = first ? 1 : week + 1;
    if (first) week_year = month == 12 ? year + 1 : year;
  }
};

TEST(CalendarProperty, AgreesWithAWalkOfEightHundredYears) {
  int weeks_53 = 0;
  for (Walk walk; walk.year <= 2400; walk.step()) {
    const auto date = Day::from_civil(walk.year, walk.month, walk.day);
    ASSERT_TRUE(date);
    ASSERT_EQ(date->number(), walk.number) << date->to_iso();
    ASSERT_EQ(date->year(), walk.year);
    ASSERT_EQ(date->month(), walk.month);
    ASSERT_EQ(date->day_of_month(), walk.day);
    ASSERT_EQ(date->weekday(), walk.weekday) << date->to_iso();
    ASSERT_EQ(date->quarter(), (walk.month - 1) / 3 + 1);
    ASSERT_EQ(iso_week_of(*date), (IsoWeek{walk.week_year, walk.week})) << date->to_iso();
    ASSERT_EQ(parse_iso_date(date->to_iso()), *date);
    ASSERT_TRUE(week_of(iso_week_of(*date))->contains(*date)) << date->to_iso();
    ASSERT_EQ(week_containing(*date), week_of(iso_week_of(*date))) << date->to_iso();
    if (walk.week == 53 && walk.weekday == 1) ++weeks_53;
  }
  EXPECT_EQ(weeks_53, 142) << "71 of every 400 years have 53 weeks";
}

TEST(CalendarProperty, PartsFillTheirYearWithoutGaps) {
  for (int year = 1600; year <= 2400; ++year) {
    const DayInterval whole = *year_of(year);
    for (const int parts : {2, 4, 12}) {
      Day at = whole.begin;
      for (int part = 1; part <= parts; ++part) {
        const auto interval = parts == 2 ? half_of(year, part) : parts == 4 ? quarter_of(year, part) : month_of(year, part);
        ASSERT_TRUE(interval);
        ASSERT_EQ(interval->begin, at) << year << ' ' << part << '/' << parts;
        at = interval->end;
      }
      ASSERT_EQ(at, whole.end) << year;
    }
  }
}

TEST(CalendarProperty, WeeksFollowEachOther) {
  Day at = week_of({1600, 1})->begin;
  for (int year = 1600; year <= 2400; ++year) {
    for (int week = 1; week <= iso_weeks_in(year); ++week) {
      const auto interval = week_of({year, week});
      ASSERT_TRUE(interval);
      ASSERT_EQ(interval->begin, at) << year << "-W" << week;
      ASSERT_EQ(interval->days(), 7);
      at = interval->end;
    }
  }
}

}  // namespace
}  // namespace attest

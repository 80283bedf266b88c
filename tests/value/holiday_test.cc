#include "value/holiday.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

std::string shown(const std::optional<Day>& day) { return day ? day->to_iso() : "none"; }

// Dates as the U.S. Naval Observatory lists them.
TEST(Easter, IsOnTheListedDays) {
  for (const char* easter : {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2016-03-27", "2024-03-31",
                             "2025-04-20", "2038-04-25"}) {
    EXPECT_EQ(shown(easter_sunday(std::stoi(std::string(easter).substr(0, 4)))), easter);
  }
}

TEST(Easter, IsASundayOfMarchOrAprilInEveryYear) {
  for (int year = 1583; year <= 4099; ++year) {
    const auto easter = easter_sunday(year);
    ASSERT_TRUE(easter) << year;
    ASSERT_EQ(easter->weekday(), 7) << year;
    ASSERT_GE(*easter, *Day::from_civil(year, 3, 22));
    ASSERT_LE(*easter, *Day::from_civil(year, 4, 25));
  }
}

// The n-th such day is found by looking at each day of the month.
TEST(NthWeekday, IsTheOneThatCountingFinds) {
  for (int year = 1999; year <= 2004; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int weekday = 1; weekday <= 7; ++weekday) {
        int count = 0;
        std::optional<Day> last;
        const DayInterval days = *month_of(year, month);
        for (Day day = days.begin; day < days.end; day = *add_days(day, 1)) {
          if (day.weekday() != weekday) continue;
          last = day;
          EXPECT_EQ(shown(nth_weekday(year, month, weekday, ++count)), day.to_iso());
        }
        EXPECT_EQ(shown(nth_weekday(year, month, weekday, -1)), shown(last));
        EXPECT_EQ(shown(nth_weekday(year, month, weekday, count + 1)), "none");
      }
    }
  }
}

TEST(NthWeekday, NeedsAMonthAWeekdayAndANumber) {
  EXPECT_FALSE(nth_weekday(2024, 13, 1, 1));
  EXPECT_FALSE(nth_weekday(2024, 1, 8, 1));
  EXPECT_FALSE(nth_weekday(2024, 1, 1, 0));
}

}  // namespace
}  // namespace attest

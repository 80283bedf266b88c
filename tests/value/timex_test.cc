#include "value/timex.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace attest {
namespace {

struct Case {
  std::string_view timex;
  std::string_view begin;
  std::string_view end;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& expected : cases) {
    const auto interval = interval_of_timex(expected.timex);
    ASSERT_TRUE(interval) << expected.timex;
    EXPECT_EQ(interval->begin.to_iso(), expected.begin) << expected.timex;
    EXPECT_EQ(interval->end.to_iso(), expected.end) << expected.timex;
  }
}

TEST(IntervalOfTimex, EndsOnTheDayAfterTheLastOne) {
  expect_all({{"2024-06-18", "2024-06-18", "2024-06-19"},
              {"2024-02-29", "2024-02-29", "2024-03-01"},
              {"2024-12-31", "2024-12-31", "2025-01-01"},
              {"2024-06", "2024-06-01", "2024-07-01"},
              {"2024-12", "2024-12-01", "2025-01-01"},
              {"2024", "2024-01-01", "2025-01-01"}});
}

TEST(IntervalOfTimex, ReadsQuartersHalvesAndWeeks) {
  expect_all({{"2024-Q1", "2024-01-01", "2024-04-01"},
              {"2024-Q4", "2024-10-01", "2025-01-01"},
              {"2024-H2", "2024-07-01", "2025-01-01"},
              {"2024-W01", "2024-01-01", "2024-01-08"},
              {"2021-W01", "2021-01-04", "2021-01-11"}});
}

TEST(IntervalOfTimex, ReadsDecadesAndCenturies) {
  expect_all({{"199", "1990-01-01", "2000-01-01"},
              {"199X", "1990-01-01", "2000-01-01"},
              {"18", "1801-01-01", "1901-01-01"},
              {"18XX", "1801-01-01", "1901-01-01"}});
}

TEST(IntervalOfTimex, SpansBothEndsOfARange) {
  expect_all({{"2005/2023", "2005-01-01", "2024-01-01"},
              {"2025-01/2025-04", "2025-01-01", "2025-05-01"},
              {"2025-06-16/2025-06-18", "2025-06-16", "2025-06-19"}});
}

TEST(IntervalOfTimex, RefusesWhatNamesNoDays) {
  for (const std::string_view timex : {"", "P10D", "PT5H", "PAST_REF", "XXXX-06-16", "T15:30", "R1", "20245", "2"}) {
    EXPECT_FALSE(interval_of_timex(timex)) << timex;
  }
}

TEST(IntervalOfTimex, RefusesDaysThatDoNotExist) {
  for (const std::string_view timex : {"2023-02-29", "2024-13", "2024-00", "2024-06-31", "2024-Q5", "2024-H3", "2024-W54", "2024-6-18"}) {
    EXPECT_FALSE(interval_of_timex(timex)) << timex;
  }
}

TEST(IntervalOfTimex, RefusesRangesThatRunBackwards) {
  for (const std::string_view timex : {"2023/2005", "2025-06-18/2025-06-16", "2024/", "/2024", "2024/P1Y"}) {
    EXPECT_FALSE(interval_of_timex(timex)) << timex;
  }
}

}  // namespace
}  // namespace attest

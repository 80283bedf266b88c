#include "resolve/date_steps.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attest {
namespace {

TEST(DateTemplates, AreReadWordByWord) {
  const auto read = parse_date_template("published year-1 quarter=3 TMO");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->anchor, DateAnchorKind::kPublished);
  ASSERT_EQ(read->steps.size(), 3U);
  EXPECT_EQ(read->steps[0].kind, DateStep::Kind::kShift);
  EXPECT_EQ(read->steps[0].unit, CalendarUnit::kYear);
  EXPECT_EQ(read->steps[0].number, -1);
  EXPECT_EQ(read->steps[1].kind, DateStep::Kind::kField);
  EXPECT_EQ(read->steps[1].number, 3);
  EXPECT_EQ(read->steps[2].kind, DateStep::Kind::kTime);
  EXPECT_EQ(read->steps[2].text, "TMO");
}

TEST(DateTemplates, HalfAUnitIsToldInSmallerOnes) {
  const auto read = parse_date_template("published year-2.5 move=week+1.5");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->steps.size(), 2U);
  EXPECT_EQ(read->steps[0].unit, CalendarUnit::kMonth);
  EXPECT_EQ(read->steps[0].number, -30);
  EXPECT_EQ(read->steps[1].unit, CalendarUnit::kDay);
  EXPECT_EQ(read->steps[1].number, 10);
  EXPECT_FALSE(parse_date_template("published year-2.3"));
}

TEST(DateTemplates, WordsThatAreNoStepsMakeNone) {
  for (const std::string_view text : {"", "sometime", "published weak-1", "2025 first=month", "2025 month=", "open weekday", "2025 nth=4",
                                      "published year-", "2025-13", "2025 season=XX", "2025 easter", "2025 month==4", "2025 is="}) {
    EXPECT_FALSE(parse_date_template(text)) << text;
  }
}

TEST(DateSteps, GiveNothingForDaysThatDoNotExist) {
  for (const std::string_view text : {"2023 month=2 day=29", "2025 month=13", "2025 week=53", "2025 quarter=5", "2025 month=2 nth=5:1"}) {
    const auto read = parse_date_template(text);
    ASSERT_TRUE(read) << text;
    std::optional<CalendarPeriod> period =
        unit_holding(*Day::from_civil(std::stoi(std::string(text.substr(0, 4))), 1, 1), CalendarUnit::kYear);
    for (const DateStep& step : read->steps) period = period ? take_step(*period, step) : std::nullopt;
    EXPECT_FALSE(period) << text;
  }
}

}  // namespace
}  // namespace attest

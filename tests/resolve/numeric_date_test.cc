#include "resolve/numeric_date.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attest {
namespace {

TEST(NumericDates, AreReadWithAllTheirMarks) {
  for (const std::string_view text : {"5/6/2025", "05-06-2025", "5.6.2025", "5/6"}) {
    const auto date = parse_numeric_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->first, 5);
    EXPECT_EQ(date->second, 6);
  }
}

TEST(NumericDates, MustBeDaysInOneOrder) {
  for (const std::string_view text : {"", "5", "13/13/2025", "0/5/2025", "32/1/2025", "1/x/2025", "/5/6"})
    EXPECT_FALSE(parse_numeric_date(text)) << text;
}

TEST(NumericDates, ShowTheirOrderWhereOneNumberIsNoMonth) {
  EXPECT_EQ(order_shown_by({29, 5, "87"}), DayOrder::kDayFirst);
  EXPECT_EQ(order_shown_by({5, 29, "87"}), DayOrder::kMonthFirst);
  EXPECT_EQ(order_shown_by({5, 6, "87"}), DayOrder::kUnknown);
}

TEST(NumericDates, BeginWithTheDayBetweenPoints) {
  EXPECT_EQ(order_shown_by(*parse_numeric_date("5.6.2025")), DayOrder::kDayFirst);
  EXPECT_EQ(order_shown_by(*parse_numeric_date("5/6/2025")), DayOrder::kUnknown);
  EXPECT_EQ(order_shown_by(*parse_numeric_date("5.6")), DayOrder::kUnknown);
}

TEST(NumericDates, FollowTheHabitOfThePlace) {
  const auto of = [](std::string language, std::string url) {
    DocumentMetadata metadata;
    metadata.language = std::move(language);
    metadata.url = std::move(url);
    return order_usual_for(metadata);
  };
  EXPECT_EQ(of("en-US", ""), DayOrder::kMonthFirst);
  EXPECT_EQ(of("en-GB", ""), DayOrder::kDayFirst);
  EXPECT_EQ(of("en", ""), DayOrder::kUnknown);
  EXPECT_EQ(of("", "https://gazette.example.co.uk/news/1"), DayOrder::kDayFirst);
  EXPECT_EQ(of("", "https://www.example.gov/"), DayOrder::kMonthFirst);
  EXPECT_EQ(of("", "https://example.com/a.uk"), DayOrder::kUnknown);
}

TEST(NumericDates, TwoDigitsAreTheYearNearestToTheArticle) {
  EXPECT_EQ(steps_of({5, 29, "87"}, DayOrder::kMonthFirst, 2025), "1987 month=5 day=29");
  EXPECT_EQ(steps_of({29, 5, "30"}, DayOrder::kDayFirst, 2025), "2030 month=5 day=29");
  EXPECT_EQ(steps_of({5, 29, ""}, DayOrder::kMonthFirst, 2025), "open month=5 day=29");
}

}  // namespace
}  // namespace attest

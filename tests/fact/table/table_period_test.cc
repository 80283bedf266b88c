// Periods that heads share out among them.
#include "fact/table/table_period.h"

#include <gtest/gtest.h>

#include <array>

namespace attest {
namespace {

const TablePeriod kNone;
const TablePeriod kQuarter{{"2025-01-01", "2025-04-01"}, true};        // "Q1"
const TablePeriod kFourMonths{{"2025-01-01", "2025-05-01"}, false};    // "January-April 2025"
const TablePeriod kYear{{"2023-01-01", "2024-01-01"}, false};          // "2023"
const TablePeriod kDecade{{"2015-01-01", "2025-01-01"}, false};        // "2015-2024"
const TablePeriod kMonthOfNoYear{{"0000-03-01", "0000-04-01"}, true};  // "March", of a text of no day

Period joined(const TablePeriod& near, const TablePeriod& far) {
  const std::array<const TablePeriod*, 2> heads = {&near, &far};
  return joined_period(heads);
}

TEST(JoinedPeriod, TheNearestHeadThatTellsHolds) {
  EXPECT_EQ(joined(kNone, kYear), kYear.period);
  EXPECT_EQ(joined(kYear, kDecade), kYear.period);
}

TEST(JoinedPeriod, APartOfAYearTakesTheYearOfAnotherHead) {
  const Period expected{"2023-01-01", "2023-04-01"};
  EXPECT_EQ(joined(kQuarter, kYear), expected);
  EXPECT_EQ(joined(kYear, kQuarter), expected);
}

TEST(JoinedPeriod, MonthsAboveATableAreThoseOfEachYear) { EXPECT_EQ(joined(kYear, kFourMonths), (Period{"2023-01-01", "2023-05-01"})); }

TEST(JoinedPeriod, APartOfAYearAloneIsThatOfTheText) { EXPECT_EQ(joined(kQuarter, kNone), kQuarter.period); }

TEST(JoinedPeriod, WithoutAnyYearThereIsNone) { EXPECT_TRUE(joined(kMonthOfNoYear, kNone).empty()); }

}  // namespace
}  // namespace attest

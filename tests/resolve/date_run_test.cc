#include "resolve/date_run.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>

namespace attest {
namespace {

struct Case {
  std::string_view steps;
  std::string_view published;  // "" where it is not known
  Tense tense;
  std::string_view timex;
  std::string_view begin;  // "" for no interval
  std::string_view end;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.steps << " @ " << c.published; }

Publication published_on(std::string_view day) { return {parse_iso_date(day), PublishedBasis::kGiven, {}}; }

void expect_run(const Case& c, const DateFocus& focus) {
  const Publication publication = published_on(c.published);
  const DateRun run = run_date(c.steps, {publication, focus, 0, c.tense, false, false});
  EXPECT_EQ(run.timex, c.timex);
  EXPECT_EQ(run.period ? run.period->interval.begin.to_iso() : "", c.begin);
  EXPECT_EQ(run.period ? run.period->interval.end.to_iso() : "", c.end);
}

class Runs : public testing::TestWithParam<Case> {};

TEST_P(Runs, GiveValueAndDays) { expect_run(GetParam(), DateFocus()); }

constexpr Tense kPast = Tense::kPast;
constexpr Tense kFuture = Tense::kFuture;
constexpr Tense kUnknown = Tense::kUnknown;
constexpr std::string_view kTuesday = "2025-06-17";

INSTANTIATE_TEST_SUITE_P(
    FromTheDayOfPublication, Runs,
    testing::Values(Case{"published day-1", kTuesday, kPast, "2025-06-16", "2025-06-16", "2025-06-17"},
                    Case{"published day-1", "2024-03-01", kPast, "2024-02-29", "2024-02-29", "2024-03-01"},
                    Case{"published day-1 TNI", kTuesday, kPast, "2025-06-16TNI", "2025-06-16", "2025-06-17"},
                    Case{"published week-1", kTuesday, kPast, "2025-W24", "2025-06-09", "2025-06-16"},
                    Case{"published week+1 weekday=5", kTuesday, kFuture, "2025-06-27", "2025-06-27", "2025-06-28"},
                    Case{"published weekday<5", kTuesday, kPast, "2025-06-13", "2025-06-13", "2025-06-14"},
                    Case{"published weekday<2", kTuesday, kPast, "2025-06-10", "2025-06-10", "2025-06-11"},
                    Case{"published month<6", kTuesday, kPast, "2024-06", "2024-06-01", "2024-07-01"},
                    Case{"published month>6", kTuesday, kFuture, "2026-06", "2026-06-01", "2026-07-01"},
                    Case{"published season<WI", kTuesday, kPast, "2025-WI", "2024-12-01", "2025-03-01"},
                    Case{"published year-1 quarter=3", kTuesday, kPast, "2024-Q3", "2024-07-01", "2024-10-01"},
                    Case{"published past=12year", kTuesday, kPast, "2013-06-17/2025-06-16", "2013-06-17", "2025-06-17"},
                    Case{"published next=3day", kTuesday, kFuture, "2025-06-18/2025-06-20", "2025-06-18", "2025-06-21"}));

INSTANTIATE_TEST_SUITE_P(
    OfAYear, Runs,
    testing::Values(Case{"2025 first=4month", "", kUnknown, "2025-01/2025-04", "2025-01-01", "2025-05-01"},
                    Case{"2024 month=2 day=29", "", kUnknown, "2024-02-29", "2024-02-29", "2024-03-01"},
                    Case{"2024 month=11 nth=4:4", "", kUnknown, "2024-11-28", "2024-11-28", "2024-11-29"},
                    Case{"2024 easter+1", "", kUnknown, "2024-04-01", "2024-04-01", "2024-04-02"},
                    Case{"2020 week=53", "", kUnknown, "2020-W53", "2020-12-28", "2021-01-04"},
                    Case{"2025 month=1 to 2025 month=4", "", kUnknown, "2025-01/2025-04", "2025-01-01", "2025-05-01"},
                    Case{"2025 month=4 to 2025 month=1", "", kUnknown, "2025-04/2025-01", "", ""},
                    Case{"open month=6 day=28 to 2025 month=7 day=2", "", kUnknown, "2025-06-28/2025-07-02", "2025-06-28", "2025-07-03"},
                    Case{"open month=11 to 2025 month=2", "", kUnknown, "2024-11/2025-02", "2024-11-01", "2025-03-01"}));

INSTANTIATE_TEST_SUITE_P(WithTheYearLeftOpen, Runs,
                         testing::Values(Case{"open month=6 day=16", kTuesday, kPast, "2025-06-16", "2025-06-16", "2025-06-17"},
                                         Case{"open month=1 day=14", "2000-01-06", kFuture, "2000-01-14", "2000-01-14", "2000-01-15"},
                                         Case{"open month=11 day=25", "2000-01-06", kPast, "1999-11-25", "1999-11-25", "1999-11-26"},
                                         Case{"open month=12 day=15", "1989-11-02", kUnknown, "1989-12-15", "1989-12-15", "1989-12-16"},
                                         Case{"open month=1 day=31", "1989-10-31", kPast, "1989-01-31", "1989-01-31", "1989-02-01"},
                                         Case{"open month=10", "2025-06-17", kPast, "2024-10", "2024-10-01", "2024-11-01"},
                                         Case{"open month=10", "2025-06-17", kFuture, "2025-10", "2025-10-01", "2025-11-01"},
                                         Case{"open quarter=4", "1998-01-26", kPast, "1997-Q4", "1997-10-01", "1998-01-01"},
                                         Case{"open weekday=2", kTuesday, kPast, "2025-06-17", "2025-06-17", "2025-06-18"},
                                         Case{"open weekday=5", kTuesday, kPast, "2025-06-13", "2025-06-13", "2025-06-14"},
                                         Case{"open weekday=5", kTuesday, kFuture, "2025-06-20", "2025-06-20", "2025-06-21"},
                                         Case{"open weekday=5 T15:30", kTuesday, kFuture, "2025-06-20T15:30", "2025-06-20", "2025-06-21"},
                                         Case{"open day=18", kTuesday, kFuture, "2025-06-18", "2025-06-18", "2025-06-19"},
                                         Case{"open month=1 to open month=4", kTuesday, kPast, "2025-01/2025-04", "2025-01-01",
                                              "2025-05-01"}));

INSTANTIATE_TEST_SUITE_P(LastAndNext, Runs,
                         testing::Values(Case{"last easter+0", kTuesday, kPast, "2025-04-20", "2025-04-20", "2025-04-21"},
                                         Case{"next easter+0", kTuesday, kFuture, "2026-04-05", "2026-04-05", "2026-04-06"},
                                         Case{"last month=12 day=25", kTuesday, kPast, "2024-12-25", "2024-12-25", "2024-12-26"},
                                         Case{"last month=6 day=17", kTuesday, kPast, "2024-06-17", "2024-06-17", "2024-06-18"},
                                         Case{"next month=6 day=17", kTuesday, kFuture, "2026-06-17", "2026-06-17", "2026-06-18"},
                                         Case{"open day=13 is=5", kTuesday, kPast, "2025-06-13", "2025-06-13", "2025-06-14"},
                                         Case{"open day=13 is=5", "2026-01-20", kFuture, "2026-02-13", "2026-02-13", "2026-02-14"}));

INSTANTIATE_TEST_SUITE_P(
    Ranges, Runs,
    testing::Values(Case{"open month=4 to open month=8", kTuesday, kFuture, "2025-04/2025-08", "2025-04-01", "2025-09-01"},
                    Case{"open month=4 to open month=5", kTuesday, kPast, "2025-04/2025-05", "2025-04-01", "2025-06-01"},
                    Case{"open month=11 to open month=3", "2025-01-20", kUnknown, "2024-11/2025-03", "2024-11-01", "2025-04-01"},
                    Case{"open month=6 day=2 to open weekday=4", kTuesday, kPast, "2025-06-02/2025-06-12", "2025-06-02", "2025-06-13"},
                    Case{"open weekday=1 to open weekday=4", kTuesday, kUnknown, "2025-06-16/2025-06-19", "2025-06-16", "2025-06-20"},
                    Case{"open weekday=1 to open weekday=4", kTuesday, kPast, "2025-06-09/2025-06-12", "2025-06-09", "2025-06-13"}));

INSTANTIATE_TEST_SUITE_P(
    OfCompanies, Runs,
    testing::Values(Case{"open month=3 day=31 day+1 past=1year", "2025-10-30", kPast, "2024-04-01/2025-03-31", "2024-04-01", "2025-04-01"},
                    Case{"open weekday=1 move=week+1", kTuesday, kPast, "2025-06-23", "2025-06-23", "2025-06-24"},
                    Case{"2025 month=6 day=30 day+1 past=1quarter", "", kPast, "2025-Q2", "2025-04-01", "2025-07-01"},
                    Case{"2024 month=9 day=28 day+1 past=1quarter", "", kPast, "2024-Q3", "2024-07-01", "2024-10-01"},
                    Case{"2025 month=8 day=31 day+1 past=1quarter called=4quarter", "", kPast, "2025-Q4", "2025-06-01", "2025-09-01"}));

INSTANTIATE_TEST_SUITE_P(WithPartsLeftOut, Runs,
                         testing::Values(Case{"published weekday<5  move=week+1", kTuesday, kPast, "2025-06-20", "2025-06-20",
                                              "2025-06-21"},
                                         Case{"2025 month=5 last=2week ", "", kPast, "2025-05-18/2025-05-31", "2025-05-18", "2025-06-01"}));

TEST(DateRuns, WordsThatPointAheadDecideForWeekdaysWhateverTheTense) {
  const Publication publication = published_on(kTuesday);
  EXPECT_EQ(run_date("open weekday=5", {publication, DateFocus(), 0, kPast, true}).timex, "2025-06-20");
  EXPECT_EQ(run_date("open month=3 day=3", {publication, DateFocus(), 0, kPast, true}).timex, "2025-03-03");
}

INSTANTIATE_TEST_SUITE_P(
    WithoutADayOfPublication, Runs,
    testing::Values(Case{"open month=6 day=16", "", kPast, "XXXX-06-16", "", ""}, Case{"open weekday=5", "", kPast, "XXXX-WXX-5", "", ""},
                    Case{"open season=SU", "", kPast, "XXXX-SU", "", ""}, Case{"published week-1", "", kPast, "XXXX-WXX", "", ""},
                    Case{"published day-1", "", kPast, "XXXX-XX-XX", "", ""},
                    Case{"published year-1 quarter=3", "", kPast, "XXXX-Q3", "", ""}, Case{"day T15:30", "", kPast, "T15:30", "", ""},
                    Case{"open month=1 to open month=4", "", kPast, "XXXX-01/XXXX-04", "", ""},
                    Case{"no template", "", kPast, "", "", ""}));

class Narrative : public testing::Test {
 protected:
  void name(std::string_view steps) {
    const Publication publication = published_on(kTuesday);
    const DateRun run = run_date(steps, {publication, focus_, 0, kPast, false});
    ASSERT_TRUE(run.period) << steps;
    focus_.name({*run.period, {0, 4}, 0}, false);
  }
  DateFocus focus_;
};

TEST_F(Narrative, FollowingAndPreviousAreSeenFromWhatTheTextSpokeOf) {
  name("2019 month=3");
  expect_run({"text month+1", kTuesday, kPast, "2019-04", "2019-04-01", "2019-05-01"}, focus_);
  expect_run({"text year-1", kTuesday, kPast, "2018", "2018-01-01", "2019-01-01"}, focus_);
}

TEST_F(Narrative, TheSamePeriodIsThatOfTheReport) {
  name("2025 first=4month");
  name("published day-1");
  expect_run({"2024 likewise", kTuesday, kPast, "2024-01/2024-04", "2024-01-01", "2024-05-01"}, focus_);
  expect_run({"published year-1 likewise", kTuesday, kPast, "2024-01/2024-04", "2024-01-01", "2024-05-01"}, focus_);
  expect_run({"compared year-1", kTuesday, kPast, "2024-01/2024-04", "2024-01-01", "2024-05-01"}, focus_);
}

TEST_F(Narrative, TheYearEarlierQuarterIsThatOfTheQuarterNamed) {
  name("1989 quarter=3");
  expect_run({"quarter move=year-1", kTuesday, kPast, "1988-Q3", "1988-07-01", "1988-10-01"}, focus_);
  expect_run({"quarter quarter+0", kTuesday, kPast, "1989-Q3", "1989-07-01", "1989-10-01"}, focus_);
}

TEST_F(Narrative, YearsThatFollowEachOtherAreOnePeriod) {
  name("2021");
  name("2022");
  expect_run({"same", kTuesday, kPast, "2021/2022", "2021-01-01", "2023-01-01"}, focus_);
}

TEST(DateRuns, WithoutAReportAYearAgoIsAYearAndTheQuarterIsTheLastCompleted) {
  expect_run({"compared year-1", kTuesday, kPast, "2024", "2024-01-01", "2025-01-01"}, DateFocus());
  expect_run({"quarter quarter+0", kTuesday, kPast, "2025-Q1", "2025-01-01", "2025-04-01"}, DateFocus());
}

TEST(DateRuns, TellAnchorAndSteps) {
  const Publication publication = published_on(kTuesday);
  const DateRun run = run_date("published year-1 quarter=3", {publication, DateFocus(), 0, kPast, false});
  ASSERT_EQ(run.trace.size(), 3U);
  EXPECT_TRUE(run.trace[0].anchor);
  EXPECT_EQ(run.trace[0].what, "published (given)");
  EXPECT_EQ(run.trace[0].value, kTuesday);
  EXPECT_EQ(run.trace[1].what, "year-1");
  EXPECT_EQ(run.trace[1].value, "2024");
  EXPECT_EQ(run.trace[2].value, "2024-Q3");
}

TEST(DateRuns, AreRelativeUnlessTheAnchorIsAValue) {
  const Publication publication = published_on(kTuesday);
  EXPECT_TRUE(run_date("open month=6", {publication, DateFocus(), 0, kPast, false}).relative);
  EXPECT_FALSE(run_date("2025 month=6", {publication, DateFocus(), 0, kPast, false}).relative);
}

}  // namespace
}  // namespace attest

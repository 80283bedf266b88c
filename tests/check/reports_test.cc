// Clusters of short reports on the same events, as a fact-checker meets them: revised tolls, two customs authorities, a company's
// results and their rewrite.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/report_cluster.h"
#include "check/sample.h"

namespace attest {
namespace {

using sample::growth;
using sample::profit;
using sample::Statement;
using sample::toll;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Reports : public sample::ReportCluster {};

TEST_F(Reports, OfOneEarthquakeDifferInTheirTolls) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people, the civil defence said.", "27")});
  add("Andes Wire", "2024-05-04", {toll("The death toll of the quake rose to 41.", "41")});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 27 41"));
}

TEST_F(Reports, LeaveHedgesOutOfTheirHeadlines) {
  Statement hedged = toll("The earthquake killed at least 27 people, the civil defence said.", "27");
  hedged.bound = Bound::kAtLeast;
  add("Coast Herald", "2024-05-03", {toll("Earthquake kills 27", "27"), hedged});
  add("Andes Wire", "2024-05-03", {toll("The death toll of the quake rose to 41.", "41")});
  EXPECT_THAT(findings(), Not(Contains(StartsWith("same_figure conflict"))));
}

TEST_F(Reports, OfOneDayDisputeATollAndLowerOnesOfALaterDayToo) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people, the civil defence said.", "27")});
  add("Andes Wire", "2024-05-03", {toll("The death toll of the quake rose to 41.", "41")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 27 41"));
  add("Relief Bulletin", "2024-05-05", {toll("The quake killed 36 people.", "36")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 27 36 41"));
}

TEST_F(Reports, AgreeOnATollThatIsALimitToOneOfThem) {
  Statement at_least = toll("At least 38 people were killed in the crash.", "38");
  at_least.bound = Bound::kAtLeast;
  add("Coast Herald", "2024-05-03", {at_least});
  add("Andes Wire", "2024-05-04", {toll("The minister said that 38 people died in the crash.", "38")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 38 38"));
}

TEST_F(Reports, DoNotAgreeOnCountsThatGrew) {
  Statement at_least = toll("The earthquake killed at least 367 people.", "367");
  at_least.bound = Bound::kAtLeast;
  add("Coast Herald", "2024-05-03", {at_least});
  add("Andes Wire", "2024-05-04", {toll("The earthquake killed 381 people.", "381")});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 367 381"));
}

TEST_F(Reports, OfLaterDaysMayCountFewerMissing) {
  add("Coast Herald", "2024-05-03", {toll("After the flood 181 people are missing.", "181", "conflict.missing")});
  add("Andes Wire", "2024-05-05", {toll("After the flood 114 people are missing.", "114", "conflict.missing")});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 114 181"));
}

TEST_F(Reports, DoNotAgreeOnLimitsThatGrew) {
  Statement before = toll("The earthquake killed at least 67 people.", "67");
  before.bound = Bound::kAtLeast;
  Statement after = toll("The earthquake killed at least 72 people.", "72");
  after.bound = Bound::kAtLeast;
  add("Coast Herald", "2024-05-03", {before});
  add("Andes Wire", "2024-05-04", {after});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 67 72"));
}

TEST_F(Reports, OfTwoWeeksAreOfOneEventUpToTenDays) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people.", "27")});
  add("Andes Wire", "2024-05-13", {toll("The quake killed 41 people.", "41")});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 27 41"));
}

TEST_F(Reports, OfLaterWeeksAreOfAnotherEvent) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people.", "27")});
  add("Andes Wire", "2024-05-14", {toll("The quake killed 41 people.", "41")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Reports, DisputeOnlyWhatLaterCountsDoNotExplain) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people.", "27")});
  add("Andes Wire", "2024-05-03", {toll("The quake killed 41 people.", "41")});
  add("Relief Bulletin", "2024-05-05", {toll("The quake killed 58 people.", "58")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 27 41"));
}

TEST_F(Reports, DoNotCompareTheTollWithThatOfAnEarlierYear) {
  Statement before = toll("In 2019 a quake killed 700 people there.", "700");
  before.period = "2019";
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 41 people.", "41"), before});
  add("Andes Wire", "2024-05-03", {toll("The quake killed 41 people.", "41")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 41 41"));
}

TEST_F(Reports, OfChildrenSayNothingOfAll) {
  Statement children = toll("The quake killed 14 children.", "14");
  children.noun = "child";
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 41 people.", "41")});
  add("Andes Wire", "2024-05-03", {children});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Reports, CountOfTheDeadAndOfTheCasualtiesMayBothBeRight) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake left 270 people killed or wounded.", "270")});
  add("Andes Wire", "2024-05-03", {toll("The quake killed 140 people.", "140")});
  EXPECT_THAT(findings(), ElementsAre("same_figure possible medium: 140 270"));
}

TEST_F(Reports, OfTwoEventsAreNotCompared) {
  add("Coast Herald", "2024-05-03", {toll("The earthquake killed 27 people, the civil defence said.", "27")});
  add("Andes Wire", "2024-05-04", {toll("The death toll of the floods rose to 41.", "41")});
  add("Relief Bulletin", "2024-09-04", {toll("The earthquake in the south killed 33 people.", "33")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Reports, CountPartsOfATollOnce) {
  const char* parts = "The earthquake killed 43 people: 31 in the port and 12 in the hills.";
  add("Relief Bulletin", "2024-05-06", {toll(parts, "43"), toll(parts, "31"), toll(parts, "12")});
  add("Andes Wire", "2024-05-06", {toll("The death toll of the quake rose to 43.", "43")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 43 43", "sum holds info: 12 31 43"));
}

TEST_F(Reports, OfACompanysResultsDifferInADigit) {
  add("Nordvik", "2024-03-12", {profit("Net profit rose to 312.4 million.", "312.4")});
  add("Market Wire", "2024-03-12", {profit("Nordvik earned 312 million.", "312", "0.5")});
  add("Business Morning", "2024-03-13", {profit("Nordvik posted 321 million.", "321", "0.5")});
  EXPECT_THAT(findings(), AllOf(Contains("same_figure conflict high: 312 312.4 321"), Contains("same_figure agree info: 312 312.4")));
}

TEST_F(Reports, OfOtherProfitsOfACompanySayNothingFirm) {
  Statement parent = profit("The parent earned 200.6 million.", "200.6");
  add("Market Wire", "2024-03-12", {profit("Nordvik earned 312 million.", "312", "0.5")});
  add("Business Morning", "2024-03-13", {parent});
  EXPECT_THAT(findings(), ElementsAre("same_figure possible info: 200.6 312"));
}

TEST_F(Reports, TellTheGrowthOfAnotherOnesLevels) {
  const char* levels = "Net profit rose to 312.4 million from 287.9 million.";
  add("Nordvik", "2024-03-12", {profit(levels, "312.4"), profit(levels, "287.9", "0.05", "2022")});
  const char* rate = "Net profit rose 8.5 percent to 312 million.";
  add("Market Wire", "2024-03-12", {growth(rate, "8.5", "growth of net profit", {"Nordvik"}), profit(rate, "312", "0.5")});
  EXPECT_THAT(findings(), Contains("growth holds info: 287.9 312.4 8.5"));
}

Statement flow(const char* number, const char* measure, const char* authority) {
  return {.sentence = std::string(authority) + " counts " + number + " billion of goods.",
          .quote = number,
          .value = number,
          .rounding = "0.05",
          .measure_id = measure,
          .measure = std::string(measure).substr(std::string("trade.").size()),
          .parties = {"KR", "VN"},
          .from = "KR",
          .to = "VN",
          .period = "2023",
          .authority = authority};
}

TEST_F(Reports, OfTwoCustomsAuthoritiesAreMirrors) {
  add("Seoul Daily", "2024-01-20", {flow("53.5", "trade.exports", "Korea Customs")});
  add("Hanoi Ledger", "2024-02-10", {flow("52.6", "trade.imports", "Vietnam Customs")});
  EXPECT_THAT(findings(), ElementsAre("mirror conflict medium: 52.6 53.5"));
}

TEST_F(Reports, DisputeACountThatOneArticleGivesByTwoAuthorities) {
  Statement first = toll("The harbour office counted 640 seals on the sandbanks.", "640", "");
  first.measure = "seal";
  first.authority = "Harbour Office";
  Statement second = first;
  second.sentence = "The Coast Museum says that 520 seals live there.";
  second.quote = second.value = "520";
  second.authority = "Coast Museum";
  add("Coast Herald", "2024-05-03", {first, second});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict medium: 520 640"));
}

TEST_F(Reports, DoNotDisputeWhatOneAuthorityCountsTwice) {
  Statement first = toll("The harbour office counted 640 seals on the sandbanks.", "640", "");
  first.measure = "seal";
  first.authority = "Harbour Office";
  Statement second = first;
  second.sentence = "It counted 520 seals on the rocks.";
  second.quote = second.value = "520";
  add("Coast Herald", "2024-05-03", {first, second});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Reports, TellGrowthAsANounAndAsAVerb) {
  const auto growth = [](const char* sentence, const char* phrase, Change change) {
    return Statement{.sentence = sentence,
                     .quote = "5.2",
                     .value = "5.2",
                     .rounding = "0.05",
                     .unit = "%",
                     .quantity = Quantity::kPercent,
                     .measure_id = "economy.gdp_growth",
                     .measure = phrase,
                     .parties = {"PE"},
                     .change = std::move(change)};
  };
  Change grew;
  grew.direction = ChangeDirection::kIncrease;
  grew.kind = ChangeKind::kPercent;
  Change slowed;  // the growth, not the product
  slowed.direction = ChangeDirection::kDecrease;
  add("Coast Herald", "2025-02-03", {growth("Peru's GDP grew 5.2 percent in 2024.", "growth of gdp", grew)});
  add("Andes Wire", "2025-02-04", {growth("GDP growth of Peru slowed to 5.2 percent in 2024.", "gdp growth", slowed)});
  EXPECT_THAT(findings(), Contains("same_figure agree info: 5.2 5.2"));
}

TEST_F(Reports, ExpectTheGrowthOfAYearThatGoesOn) {
  const auto of_gdp = [](const char* sentence, const char* number) {
    Statement told = growth(sentence, number, "growth of gdp", {"PE"});
    told.measure_id = "economy.gdp_growth";
    told.period = "2024";
    return told;
  };
  add("Coast Herald", "2024-09-03", {of_gdp("Peru's GDP grows 3.1 percent this year, an economist says.", "3.1")});
  add("Andes Wire", "2025-02-04", {of_gdp("GDP grew 5.2 percent in 2024, the bank said.", "5.2")});
  EXPECT_THAT(findings(), ElementsAre("same_figure different_scope info: 3.1 5.2"));
}

TEST_F(Reports, OfAYearThatGoesOnContradictNoneOfAllOfIt) {
  const auto trade = [](const char* sentence, const char* number) {
    return Statement{.sentence = sentence, .quote = number, .value = number, .rounding = "0.5"};
  };
  add("Coast Herald", "2024-09-03", {trade("Trade comes to 31 in 2024.", "31")});
  add("Andes Wire", "2025-02-04", {trade("Trade came to 43 in 2024.", "43")});
  EXPECT_THAT(findings(), Not(Contains(StartsWith("same_figure conflict"))));
}

TEST_F(Reports, OfAProjectAgreeAYearLater) {
  const auto cost = [](const char* sentence) {
    return Statement{
        .sentence = sentence, .quote = "4.7", .value = "4700000000", .measure_id = "project.value", .measure = "cost", .period = ""};
  };
  add("Coast Herald", "2024-02-03", {cost("The railway is to cost 4.7.")});
  add("Andes Wire", "2025-02-04", {cost("They put the cost of the line at 4.7.")});
  EXPECT_THAT(findings(), ElementsAre("same_figure agree info: 4.7 4.7"));
}

}  // namespace
}  // namespace attest

// What reports of trade and projects share with each other, and what only looks alike: rates of growth, one flow under two names,
// other accounts, projects with their worth, amounts in brackets.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/report_cluster.h"
#include "check/sample.h"

namespace attest {
namespace {

using sample::checked_document;
using sample::findings_in;
using sample::Statement;
using sample::toll;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class ReportsOfTrade : public sample::ReportCluster {};

Statement rate(const char* sentence, const char* number, const char* phrase = "growth of exports") {
  Statement told = sample::growth(sentence, number, phrase, {"PE"});
  told.from = "PE";
  told.period = Statement().period;
  return told;
}

TEST_F(ReportsOfTrade, DisputeARateOfGrowthThatHasNoMeasureOfItsOwn) {
  add("Coast Herald", "2025-03-07", {rate("Exports rose 2.3 percent.", "2.3")});
  add("Andes Wire", "2025-03-08", {rate("Exports grew 3.4 percent.", "3.4")});
  EXPECT_THAT(findings(), ElementsAre("same_figure conflict high: 2.3 3.4"));
}

TEST_F(ReportsOfTrade, OfOtherWeeksMayCountARateFromAnotherTime) {
  add("Coast Herald", "2025-03-07", {rate("Exports rose 2.3 percent.", "2.3")});
  add("Andes Wire", "2025-04-08", {rate("Exports grew 3.4 percent.", "3.4")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(ReportsOfTrade, DoNotDisputeRatesOfOtherGoods) {
  add("Coast Herald", "2025-03-07", {rate("Exports rose 2.3 percent.", "2.3")});
  add("Andes Wire", "2025-03-08", {rate("Exports of rice grew 3.4 percent.", "3.4", "growth of rice exports")});
  EXPECT_THAT(findings(), IsEmpty());
}

Statement flow(const char* sentence, const char* number, const char* measure) {
  return {.sentence = sentence,
          .quote = number,
          .value = number,
          .rounding = "0.05",
          .measure_id = std::string("trade.") + measure,
          .measure = measure,
          .parties = {"CL", "PE"},
          .from = "CL",
          .to = "PE"};
}

TEST_F(ReportsOfTrade, TellThatOneTableGivesAFlowUnderBothItsNames) {
  const char* const row = "2024\t8.0\t10.4";
  add("Coast Herald", "2025-03-07", {flow(row, "8.0", "exports"), flow(row, "10.4", "imports")});
  EXPECT_THAT(findings(), ElementsAre("mirror conflict medium: 10.4 8.0"));
}

TEST_F(ReportsOfTrade, DoNotCompareABalanceOfTradeWithAnotherAccount) {
  add("Coast Herald", "2025-03-07", {flow("The surplus was 2.6 billion.", "2.6", "surplus")});
  add("Andes Wire", "2025-03-08", {flow("The capital account surplus was 2.2 billion.", "2.2", "surplus")});
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(ReportsOfTrade, MeanTwoThingsWhereOneOfThemGivesBothAndQualifiesOne) {
  const Statement all = flow("The deficit was 2.6 billion.", "2.6", "deficit");
  const Statement adjusted = flow("The seasonally adjusted deficit was 2.2 billion.", "2.2", "deficit");
  add("Coast Herald", "2025-03-07", {all, adjusted});
  add("Andes Wire", "2025-03-08", {all});
  EXPECT_THAT(findings(), ElementsAre(StartsWith("same_figure agree")));
}

Statement projects(const char* count, FactStatus status) {
  const std::string sentence = std::string(count) + " projects worth 8.7 billion.";
  return {.sentence = sentence,
          .quote = count,
          .value = count,
          .unit = "",
          .quantity = Quantity::kCount,
          .measure_id = "investment.projects",
          .measure = "project",
          .parties = {"CL", "PE"},
          .period = "",
          .status = status};
}

Statement worth(Statement counted, const char* value) {
  counted.quote = counted.value = value;
  counted.rounding = "0.05";
  counted.unit = "USD";
  counted.quantity = Quantity::kMoney;
  counted.measure_id = "investment.projects_value";
  counted.measure = "value of projects";
  return counted;
}

TEST_F(ReportsOfTrade, AgreeOnAsManyProjectsOfOneWorthThoughOnlyOneSaysTheyAreCompleted) {
  const Statement some = projects("62", FactStatus::kActual);
  const Statement done = projects("62", FactStatus::kCompleted);
  add("Coast Herald", "2025-03-07", {some, worth(some, "8.7")});
  add("Andes Wire", "2025-06-17", {done, worth(done, "8.7")});
  EXPECT_THAT(findings(), Contains("same_figure agree info: 8.7 8.7"));
}

TEST(ConvertedAmounts, MayBeHedgedInBrackets) {
  const char* const sentence = "They lost 800000 francs (approximately $6000).";
  Statement own{.sentence = sentence, .quote = "800000 francs", .value = "800000", .unit = "KMF", .measure_id = "", .measure = "loss"};
  Statement dollars = own;
  dollars.quote = "$6000";
  dollars.value = "6000";
  dollars.unit = "USD";
  EXPECT_THAT(findings_in(checked_document({own, dollars})), Contains(StartsWith("conversion holds")));
}

TEST(ListedParts, ThatMayStandForMoreAreNoSum) {
  const char* const sentence = "With at least 60 dead and 40 missing, alerts hold for 430 villages.";
  std::vector<Statement> counts = {toll(sentence, "60"), toll(sentence, "40", "conflict.missing"), toll(sentence, "430", "")};
  counts.front().bound = Bound::kAtLeast;
  EXPECT_THAT(findings_in(checked_document(counts)), IsEmpty());
}

Statement profit(const char* sentence, const char* number, const char* company) {
  return {.sentence = sentence,
          .quote = number,
          .value = number,
          .rounding = "0.05",
          .measure_id = "company.profit",
          .measure = "net profit",
          .parties = {company}};
}

TEST_F(ReportsOfTrade, KnowACompanyWithAndWithoutItsLegalForm) {
  add("Coast Herald", "2025-03-07", {profit("Net profit was 8.41 billion.", "8.41", "Norvale Motor Corp.")});
  add("Andes Wire", "2025-03-07", {profit("It made a net profit of 8.41 billion.", "8.41", "Norvale Motor Corporation")});
  EXPECT_THAT(findings(), Contains("same_figure agree info: 8.41 8.41"));
}

TEST(GrowthOfLevels, MayBeCutOff) {
  const char* const sentence = "Trade grew 1.9 percent to 244.81 billion from 240.11 billion.";
  Statement before{.sentence = sentence, .quote = "240.11", .value = "240.11", .rounding = "0.005", .period = "2023"};
  Statement after{.sentence = sentence, .quote = "244.81", .value = "244.81", .rounding = "0.005"};
  Statement rate_of{.sentence = sentence,
                    .quote = "1.9",
                    .value = "1.9",
                    .rounding = "0.05",
                    .unit = "%",
                    .quantity = Quantity::kPercent,
                    .measure_id = "",
                    .measure = "growth of bilateral trade",
                    .change = {ChangeDirection::kIncrease, ChangeKind::kPercent, {}, {}}};
  EXPECT_THAT(findings_in(checked_document({before, after, rate_of})), Contains(StartsWith("growth holds")));
}

TEST_F(ReportsOfTrade, MayBeHedgedSoThatTheyFitTwoThatDiffer) {
  Statement nearly = flow("Exports were nearly 25.", "25", "exports");
  nearly.rounding = "0.5";
  nearly.bound = Bound::kNearly;
  Statement lower = flow("Exports were 24.", "24", "exports");
  lower.rounding = "0.5";
  Statement higher = flow("Exports were 25.", "25", "exports");
  higher.rounding = "0.5";
  add("Andes Wire", "2025-03-07", {nearly});
  add("Coast Herald", "2025-03-07", {lower});
  add("Desert Post", "2025-03-07", {higher});
  EXPECT_THAT(findings(),
              ElementsAre("same_figure agree info: 24 25", "same_figure agree info: 25 25", "same_figure boundary high: 24 25"));
}

}  // namespace
}  // namespace attest

// Arithmetic within one document.
#include "check/document_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/sample.h"
#include "check/wording.h"

namespace attest {
namespace {

using sample::checked_document;
using sample::findings_in;
using sample::percentage;
using sample::Statement;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

Statement turnover(const char* value, const char* period = "2024") {
  return {.sentence = std::string("Trade came to $") + value + " in " + period + ".",
          .quote = value,
          .value = value,
          .rounding = "0.005",
          .period = period};
}

Statement one_way(const char* measure, const char* value, const char* period = "2024") {
  Statement statement = turnover(value, period);
  statement.measure_id = measure;
  statement.sentence = std::string(measure) + " came to " + value + ".";
  return statement;
}

TEST(Sums, HoldWithinTheWrittenPrecision) {
  EXPECT_THAT(findings_in(checked_document({turnover("30.05"), one_way("trade.exports", "14.89"), one_way("trade.imports", "15.15")})),
              Contains("sum holds info: 14.89 15.15 30.05"));
}

TEST(Sums, FailBeyondIt) {
  EXPECT_THAT(findings_in(checked_document({turnover("31.05"), one_way("trade.exports", "14.89"), one_way("trade.imports", "15.15")})),
              Contains("sum fails high: 14.89 15.15 31.05"));
}

TEST(Sums, NeedTheSamePeriod) {
  EXPECT_THAT(
      findings_in(checked_document({turnover("31.05"), one_way("trade.exports", "14.89", "2023"), one_way("trade.imports", "15.15")})),
      testing::Not(Contains(testing::StartsWith("sum"))));
}

TEST(Sums, OfABalanceFailWhereTheFlowsLeaveAnotherOne) {
  EXPECT_THAT(findings_in(checked_document(
                  {one_way("trade.exports", "14.00"), one_way("trade.imports", "11.00"), one_way("trade.surplus", "4.00")})),
              Contains("sum fails high: 11.00 14.00 4.00"));
}

// A balance of something else stands in the same article.
TEST(Sums, OfABalanceDoNotFailWhereTheFlowsLeaveAFractionOfIt) {
  EXPECT_THAT(findings_in(checked_document(
                  {one_way("trade.exports", "14.00"), one_way("trade.imports", "13.50"), one_way("trade.surplus", "4.00")})),
              testing::Not(Contains(testing::StartsWith("sum"))));
}

TEST(Sums, OfABalanceFailByAnyMeasureInOneSentence) {
  std::vector<Statement> flows = {one_way("trade.exports", "14.00"), one_way("trade.imports", "13.50"), one_way("trade.surplus", "4.00")};
  for (Statement& one : flows) one.sentence = "A surplus of 4.00 came of exports of 14.00 and imports of 13.50.";
  EXPECT_THAT(findings_in(checked_document(flows)), Contains("sum fails high: 13.50 14.00 4.00"));
}

TEST(Sums, OfABalanceHoldToTheLastDigitWhoeverTheFlowsAreOf) {
  Statement exports = one_way("trade.exports", "16.66");
  exports.parties = {"CN"};
  const auto imports = [](const char* value) {
    Statement statement = one_way("trade.imports", value);
    statement.parties = {"KZ"};
    statement.period = "";
    return statement;
  };
  const Statement deficit = one_way("trade.deficit", "85.09");
  EXPECT_THAT(findings_in(checked_document({exports, imports("101.75"), deficit})), Contains("sum holds info: 101.75 16.66 85.09"));
  EXPECT_THAT(findings_in(checked_document({exports, imports("101.25"), deficit})), Not(Contains(StartsWith("sum"))));
}

TEST(Sums, OfARegionNeedAllItsMembersToFail) {
  Statement total = turnover("60.00");
  total.parties = {"Baltics", "CN"};
  std::vector<Statement> all = {total};
  for (const auto& [country, value] : {std::pair<const char*, const char*>{"EE", "10.00"}, {"LV", "20.00"}, {"LT", "25.00"}}) {
    Statement part = turnover(value);
    part.parties = {country, "CN"};
    all.push_back(part);
  }
  EXPECT_THAT(findings_in(checked_document(all)), Contains("sum fails high: 10.00 20.00 25.00 60.00"));
  all.pop_back();
  EXPECT_THAT(findings_in(checked_document(all)), Contains("sum holds info: 10.00 20.00 60.00"));
}

TEST(Sums, AddWhatIsNewToWhatWasBefore) {
  const std::string sentence = "They signed deals worth 20 million, bringing the total to 55 million.";
  Statement before{.sentence = "Investment had reached 35 million.",
                   .quote = "35 million",
                   .value = "35",
                   .measure_id = "investment.stock",
                   .period = "2020"};
  Statement added{.sentence = sentence, .quote = "20 million", .value = "20", .measure_id = "agreements.value"};
  Statement total{.sentence = sentence, .quote = "55 million", .value = "55", .measure_id = "investment.stock"};
  EXPECT_THAT(findings_in(checked_document({before, added, total})), Contains("sum holds info: 20 million 35 million 55 million"));
  total.quote = "55 million";
  total.value = "70";
  EXPECT_THAT(findings_in(checked_document({before, added, total})), Contains("sum fails high: 20 million 35 million 55 million"));
}

TEST(Sums, DoNotAddAYearToTheYearBefore) {
  const std::string sentence = "Freight earned 25 million, bringing the total revenue to 174 million, up from 166 million.";
  const auto revenue = [&](const char* quote, const char* value, const char* year) {
    return Statement{.sentence = sentence,
                     .quote = quote,
                     .value = value,
                     .rounding = "0.5",
                     .measure_id = "company.revenue",
                     .measure = "revenue",
                     .parties = {"Norvale"},
                     .period = year};
  };
  const CheckedDocument document =
      checked_document({revenue("25 million", "25", "2023"), revenue("174 million", "174", "2023"), revenue("166 million", "166", "2022")});
  EXPECT_THAT(findings_in(document), IsEmpty());
}

TEST(Sums, HoldAgainstATotalThatIsCutOff) {
  EXPECT_THAT(findings_in(checked_document({turnover("2.19"), one_way("trade.exports", "0.6993"), one_way("trade.imports", "1.4962")})),
              Contains("sum holds info: 0.6993 1.4962 2.19"));
}

TEST(Periods, AreSuspectWhereTheNumberFitsAnotherExactly) {
  Statement suspect = one_way("trade.exports", "4.49");
  Statement total = turnover("8.93");
  std::vector<Statement> all = {total, suspect, one_way("trade.imports", "4.44")};
  CheckedDocument document = checked_document(all);
  document.facts[1].period->end = *parse_iso_date("2024-04-01");
  EXPECT_THAT(findings_in(document), Contains("period label_suspect medium: 4.44 4.49 8.93"));
}

TEST(Periods, OfSeveralYearsEndWithTheLevelThatWasReached) {
  Statement suspect = one_way("trade.exports", "4.49");
  CheckedDocument document = checked_document({turnover("8.93"), suspect, one_way("trade.imports", "4.44")});
  document.facts[1].period->begin = *parse_iso_date("2020-01-01");
  EXPECT_THAT(findings_in(document), Not(Contains(StartsWith("period"))));
}

TEST(Shares, AreMeasuredByPartAndWhole) {
  Statement whole = turnover("97.00");
  whole.parties = {"CN", "Central Asia"};
  Statement share{.sentence = "That was 45% of all trade.",
                  .quote = "45%",
                  .value = "45",
                  .rounding = "0.5",
                  .unit = "%",
                  .quantity = Quantity::kPercent,
                  .measure_id = "trade.share_of_turnover",
                  .whole = "all trade"};
  EXPECT_THAT(findings_in(checked_document({turnover("44.00"), whole, share})), Contains("share holds info: 44.00 45% 97.00"));
  share.quote = "45%";
  share.value = "55";
  EXPECT_THAT(findings_in(checked_document({turnover("44.00"), whole, share})), Contains("share fails medium: 44.00 45% 97.00"));
}

TEST(Shares, ThatAreToldAsTheRestFillTheWhole) {
  const std::string sentence = "Loans paid 75% and the remaining 30% came from owners.";
  const auto share = [&](const char* quote, const char* value) {
    return Statement{.sentence = sentence,
                     .quote = quote,
                     .value = value,
                     .rounding = "0.5",
                     .unit = "%",
                     .quantity = Quantity::kPercent,
                     .measure_id = "",
                     .measure = "share of costs",
                     .whole = "costs"};
  };
  EXPECT_THAT(findings_in(checked_document({share("75%", "75"), share("30%", "30")})), Contains("share fails medium: 30% 75%"));
  EXPECT_THAT(findings_in(checked_document({share("75%", "75"), share("30%", "25")})), Contains("share holds info: 30% 75%"));
  Statement stake = share("75%", "75");
  stake.measure = "stake";
  EXPECT_THAT(findings_in(checked_document({stake, share("30%", "30")})), IsEmpty());
}

TEST(Shares, AreNotOfTheTradeWithAnotherPartner) {
  Statement part = turnover("44.00");
  part.parties = {"UZ"};
  Statement partner = turnover("97.00");
  partner.parties = {"UZ", "TR"};
  const Statement share{.sentence = "That was 55% of all trade.",
                        .quote = "55%",
                        .value = "55",
                        .rounding = "0.5",
                        .unit = "%",
                        .quantity = Quantity::kPercent,
                        .measure_id = "trade.share_of_turnover",
                        .parties = {"UZ"},
                        .whole = "all trade"};
  EXPECT_THAT(findings_in(checked_document({part, partner, share})), Not(Contains(StartsWith("share"))));
}

TEST(Changes, FollowTheirLevels) {
  Statement before = turnover("50.00", "2023");
  Statement after = turnover("40.00");
  after.change = {ChangeDirection::kIncrease, ChangeKind::kLevel, "2023-01-01", "2024-01-01"};
  EXPECT_THAT(findings_in(checked_document({before, after})), Contains("direction fails high: 40.00 50.00"));
  after.change.direction = ChangeDirection::kDecrease;
  EXPECT_THAT(findings_in(checked_document({before, after})), Contains("direction holds info: 40.00 50.00"));
}

TEST(Changes, OfSharesFollowTheirLevelsToo) {
  const char* sentence = "Asia took 26.6% of exports, an increase from 18.5% in 2023.";
  const auto share = [&](const char* number, const char* period) {
    Statement told = percentage(sentence, number);
    told.measure_id = "trade.share_of_exports";
    told.measure = "share of exports";
    told.whole = "exports";
    told.parties = {"US", "Asia"};
    told.period = period;
    return told;
  };
  Statement now = share("26.6", "2024");
  now.change = {ChangeDirection::kIncrease, ChangeKind::kLevel, "2023-01-01", "2024-01-01"};
  EXPECT_THAT(findings_in(checked_document({now, share("18.5", "2023")})), Contains("direction holds info: 18.5 26.6"));
}

TEST(Changes, InPercentFollowTheirLevels) {
  Statement growth{
      .sentence = "Trade grew 15%.", .quote = "15%", .value = "15", .rounding = "0.5", .unit = "%", .quantity = Quantity::kPercent};
  growth.change = {ChangeDirection::kIncrease, ChangeKind::kPercent, "2023-01-01", "2024-01-01"};
  EXPECT_THAT(findings_in(checked_document({turnover("50.00", "2023"), turnover("53.50"), growth})),
              Contains("growth fails medium: 15% 50.00 53.50"));
  EXPECT_THAT(findings_in(checked_document({turnover("50.00", "2023"), turnover("57.50"), growth})),
              Contains("growth holds info: 15% 50.00 57.50"));
}

Statement length(const char* sentence, const char* quote, const char* value, const char* rounding, const char* unit) {
  return {.sentence = sentence,
          .quote = quote,
          .value = value,
          .rounding = rounding,
          .unit = unit,
          .quantity = Quantity::kMeasure,
          .measure_id = "transport.distance",
          .measure = "depth"};
}

TEST(Conversions, AreWorkedOutBetweenUnits) {
  const char* right = "The quake struck 10 km (6 miles) below ground.";
  EXPECT_THAT(findings_in(checked_document({length(right, "10 km", "10", "5", "km"), length(right, "6 miles", "6", "0.5", "[mi_i]")})),
              ElementsAre("conversion holds info: 10 km 6 miles"));
  const char* wrong = "The quake struck 12 km (19 miles) below ground.";
  EXPECT_THAT(findings_in(checked_document({length(wrong, "12 km", "12", "0.5", "km"), length(wrong, "19 miles", "19", "0.5", "[mi_i]")})),
              ElementsAre("conversion fails medium: 12 km 19 miles"));
  const char* other = "The field of 40 km (9 tonnes a day) is old.";
  EXPECT_THAT(findings_in(checked_document({length(other, "40 km", "40", "5", "km"), length(other, "9 tonnes", "9", "0.5", "t")})),
              IsEmpty());
}

TEST(Conversions, ImplyOneRate) {
  const std::string sentence = "The port cost 350 lari ($129) and the road 80 lari ($40).";
  const auto money = [&](const char* quote, const char* value, const char* unit) {
    return Statement{.sentence = sentence, .quote = quote, .value = value, .rounding = "0.5", .unit = unit, .measure_id = "project.value"};
  };
  EXPECT_THAT(findings_in(checked_document({money("350 lari", "350", "GEL"), money("$129", "129", "USD"), money("80 lari", "80", "GEL"),
                                            money("$40", "40", "USD")})),
              Contains("conversion fails medium: $129 $40 350 lari 80 lari"));
  EXPECT_THAT(findings_in(checked_document({money("350 lari", "350", "GEL"), money("$129", "129", "USD")})),
              Contains("conversion holds info: $129 350 lari"));
}

TEST(Parts, AreAtMostTheirWhole) {
  CheckedDocument document = checked_document({turnover("10.00"), turnover("12.00")});
  document.facts[1].period->end = *parse_iso_date("2024-05-01");
  EXPECT_THAT(findings_in(document), ElementsAre("part fails high: 10.00 12.00"));
  document.facts[1].interval = Interval::point(Decimal(4));
  EXPECT_THAT(findings_in(document), ElementsAre("part holds info: 10.00 12.00"));
}

TEST(Ranks, FollowTheValues) {
  const std::string sentence = "Peru led with 43.8, followed by Chile with 52.7 and Bolivia with 13.8.";
  const auto of = [&](const char* quote, const char* country) {
    return Statement{.sentence = sentence, .quote = quote, .value = quote, .rounding = "0.05", .parties = {country, "CN"}};
  };
  EXPECT_THAT(findings_in(checked_document({of("43.8", "PE"), of("52.7", "CL"), of("13.8", "BO")})),
              Contains("rank fails high: 13.8 43.8 52.7"));
}

TEST(Counts, AreThoseOfTheirList) {
  Statement count{.sentence = "They opened three centres for 1) trade, 2) schools and 3) water.",
                  .quote = "three",
                  .value = "3",
                  .unit = "",
                  .quantity = Quantity::kCount,
                  .measure_id = "",
                  .measure = "centre"};
  EXPECT_THAT(findings_in(checked_document({count})), ElementsAre("count holds info: three"));
  count.sentence = "They opened three centres for 1) trade and 2) schools.";
  EXPECT_THAT(findings_in(checked_document({count})), ElementsAre("count fails medium: three"));
}

TEST(Nothing, IsSaidOfFiguresThatDoNotBelongTogether) {
  std::vector<Statement> all = {turnover("30.05"), turnover("29.11", "2023"), one_way("trade.exports", "14.89", "2022")};
  all.push_back(turnover("70.00"));
  all.back().parties = {"PE", "CL"};
  all.push_back(turnover("12.00"));
  all.back().unit = "EUR";
  all.push_back(turnover("99.00"));
  all.back().status = FactStatus::kTarget;
  all.push_back(turnover("88.00"));
  all.back().parties.clear();
  EXPECT_THAT(findings_in(checked_document(all)), IsEmpty());
}

std::string told_of(const CheckedDocument& document) {
  std::string all;
  for (const Finding& finding : check_document(document, sample::policy())) all += finding.summary + " | " + finding.arithmetic + "\n";
  return all;
}

Statement jobless(const char* number, const char* period, ChangeDirection direction) {
  return {.sentence = "The jobless rate fell from 9.3 to 6.3 percent.",
          .quote = number,
          .value = number,
          .rounding = "0.05",
          .unit = "%",
          .quantity = Quantity::kPercent,
          .measure_id = "economy.unemployment",
          .measure = "unemployment",
          .parties = {"PE"},
          .period = period,
          .change = {direction, ChangeKind::kLevel, {}, {}}};
}

TEST(Wording, TellsChangesOfSharesInPoints) {
  EXPECT_THAT(
      told_of(checked_document({jobless("9.3", "2023", ChangeDirection::kNone), jobless("6.3", "2024", ChangeDirection::kDecrease)})),
      testing::HasSubstr("9.3% to 6.3%: -3 percentage points, -32.3%"));
}

TEST(Wording, GroupsLongNumbers) {
  EXPECT_EQ(amount(Decimal(462629), "t"), "462,629 t");
  EXPECT_EQ(amount(Decimal(-12345), ""), "-12,345");
  EXPECT_EQ(amount(Decimal(1200), ""), "1200");
  EXPECT_EQ(amount(*Decimal::parse("98765.25"), "km"), "98,765.25 km");
}

}  // namespace
}  // namespace attest

// The arithmetic of one article: growth against levels, totals of lists, parts and wholes, ranks, numbered things.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/sample.h"

namespace attest {
namespace {

using sample::checked_document;
using sample::findings_in;
using sample::growth;
using sample::profit;
using sample::Statement;
using sample::toll;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

TEST(Growth, FitsTheTwoLevelsOfItsSentence) {
  const char* sentence = "Net profit rose 8.5 percent to 312.4 million from 287.9 million.";
  Statement rate = growth(sentence, "8.5", "growth of net profit", {"Nordvik"});
  rate.period = "";
  EXPECT_THAT(findings_in(checked_document({rate, profit(sentence, "312.4"), profit(sentence, "287.9", "0.05", "2022")})),
              Contains("growth holds info: 287.9 312.4 8.5"));
}

TEST(Growth, DiffersFromThem) {
  const char* sentence = "Net profit rose 9.5 percent to 312.4 million from 287.9 million.";
  EXPECT_THAT(findings_in(checked_document({growth(sentence, "9.5", "growth of net profit", {"Nordvik"}), profit(sentence, "312.4"),
                                            profit(sentence, "287.9", "0.05", "2022")})),
              Contains("growth fails medium: 287.9 312.4 9.5"));
}

TEST(Growth, OfAnotherSentenceDoesNotDiffer) {
  const char* levels = "Operating profit rose to 312.4 million from 287.9 million.";
  EXPECT_THAT(findings_in(checked_document({growth("With trading, profit rose 9.5 percent.", "9.5", "growth of profit", {"Nordvik"}),
                                            profit(levels, "312.4"), profit(levels, "287.9", "0.05", "2022")})),
              Not(Contains(StartsWith("growth"))));
}

TEST(Growth, FitsLevelsWhosePeriodIsNotTold) {
  const char* levels = "It sold 51.2 million phones, after 47.8 million.";
  Statement rate = growth("Sales of phones grew 7.1 percent.", "7.1", "growth of phone sales", {"Nordvik"});
  Statement now = profit(levels, "51.2", "0.05", "");
  now.measure_id = "";
  now.measure = "phone";
  Statement then = now;
  then.quote = then.value = "47.8";
  EXPECT_THAT(findings_in(checked_document({rate, now, then})), Contains("growth holds info: 47.8 51.2 7.1"));
  rate.quote = rate.value = "9.1";
  rate.sentence = "Sales of phones grew 9.1 percent.";
  EXPECT_THAT(findings_in(checked_document({rate, now, then})), Not(Contains(StartsWith("growth"))));
}

TEST(Growth, FitsWhatStandsBetweenFromAndToWhateverItIsTakenFor) {
  const char* sentence = "Freight shrank by 0.6 percent, dropping from 16.75 to 16.66.";
  const Statement rate = [&] {
    Statement statement = growth(sentence, "0.6", "growth of freight", {"Chile"});
    statement.change.direction = ChangeDirection::kDecrease;
    return statement;
  }();
  const Statement before = profit(sentence, "16.75", "0.005", "");
  EXPECT_THAT(findings_in(checked_document({rate, before, profit(sentence, "16.66", "0.005")})),
              Contains("growth holds info: 0.6 16.66 16.75"));
  const char* apart = "Freight shrank by 0.6 percent; of 16.75 tons it carried 16.66.";
  Statement other = rate;
  other.sentence = apart;
  EXPECT_THAT(findings_in(checked_document({other, profit(apart, "16.75", "0.005", ""), profit(apart, "16.66", "0.005")})),
              Not(Contains(StartsWith("growth"))));
}

TEST(Growth, OfSomethingElseIsNotCompared) {
  const char* sentence = "Costs rose 9.5 percent, net profit to 312.4 million from 287.9 million.";
  EXPECT_THAT(findings_in(checked_document({growth(sentence, "9.5", "growth of costs", {"Nordvik"}), profit(sentence, "312.4"),
                                            profit(sentence, "287.9", "0.05", "2022")})),
              Not(Contains(StartsWith("growth"))));
}

Statement revenue(const char* sentence, const char* number, const char* measure) {
  Statement statement = profit(sentence, number, "0.005");
  statement.measure_id = "";
  statement.measure = measure;
  return statement;
}

TEST(Lists, AddUpToTheTotalOfTheSentenceBefore) {
  const char* list = "Europe brought 2.91 billion, America 1.22 billion and Asia 0.69 billion.";
  const char* total = "Revenue was 4.82 billion.";
  EXPECT_THAT(findings_in(checked_document({revenue(total, "4.82", "revenue"), revenue(list, "2.91", "sales"),
                                            revenue(list, "1.22", "sales"), revenue(list, "0.69", "sales")})),
              ElementsAre("sum holds info: 0.69 1.22 2.91 4.82"));
}

TEST(Lists, ThatDoNotAddUpSayNothing) {
  const char* list = "Europe brought 2.91 billion, America 1.52 billion and Asia 0.69 billion.";
  EXPECT_THAT(findings_in(checked_document({revenue("Revenue was 4.82 billion.", "4.82", "revenue"), revenue(list, "2.91", "sales"),
                                            revenue(list, "1.52", "sales"), revenue(list, "0.69", "sales")})),
              IsEmpty());
}

TEST(Lists, OfExactCountsBehindAColonAreAll) {
  const char* list = "9 projects were finished: 4 mills, 3 works and 3 factories.";
  Statement works = toll(list, "3", "works");
  EXPECT_THAT(findings_in(checked_document({toll(list, "9", "projects"), toll(list, "4", "mills"), works, works})),
              ElementsAre("sum fails high: 3 3 4 9"));
}

TEST(Lists, MayStandInSeveralSentences) {
  EXPECT_THAT(findings_in(checked_document({toll("The quake killed 367 people, officials said.", "367"),
                                            toll("Most of the dead, 357, lived in the port.", "357"),
                                            toll("Another 10 people died in the hills.", "10")})),
              ElementsAre("sum holds info: 10 357 367"));
}

TEST(Lists, OfOneMeasureMayHaveShortTotals) {
  const char* list = "In the port 47 people died and in the hills 5.";
  EXPECT_THAT(findings_in(checked_document({toll("The quake killed 52 people.", "52"), toll(list, "47"), toll(list, "5")})),
              ElementsAre("sum holds info: 47 5 52"));
  EXPECT_THAT(findings_in(checked_document({toll("The quake killed 52 people.", "52"), toll(list, "47"), toll(list, "5", "ships")})),
              IsEmpty());
}

TEST(Lists, InRowsOfATableFitByChance) {
  EXPECT_THAT(findings_in(checked_document({toll("367 81 92 14 55", "367"), toll("357 70 21 33 9", "357"), toll("10 41 40 39 27", "10")})),
              IsEmpty());
}

TEST(Lists, HoldMoreThanTheParts) {
  const char* list = "It carried 181 passengers, 13 of them children, and 8 crew.";
  Statement total = toll("All 189 people were saved.", "189", "people.count");
  EXPECT_THAT(findings_in(checked_document(
                  {total, toll(list, "181", "transport.passengers"), toll(list, "13", "people.children"), toll(list, "8", "people.crew")})),
              ElementsAre("part holds info: 13 181", "sum holds info: 181 189 8"));
}

TEST(Lists, OfShortNumbersMayFitByChance) {
  const char* list = "It bought 3 ships and 4 planes.";
  EXPECT_THAT(
      findings_in(checked_document({toll("It has 7 offices.", "7", "offices"), toll(list, "3", "ships"), toll(list, "4", "planes")})),
      IsEmpty());
}

Statement projects(const char* number) {
  Statement statement = toll("There are 40 projects, of which 55 or 15 are finished.", number, "investment.projects");
  statement.noun = "project";
  return statement;
}

TEST(PartsOfWhich, AreAtMostTheWhole) {
  EXPECT_THAT(findings_in(checked_document({projects("40"), projects("15")})), ElementsAre("part holds info: 15 40"));
  EXPECT_THAT(findings_in(checked_document({projects("40"), projects("55")})), ElementsAre("part fails high: 40 55"));
}

TEST(PartsOfWhich, MayStandBeforeTheWords) {
  const char* sentence = "Of 640 homes that stood there 90 of which were new, 710 of them had no roof.";
  const auto homes = [&](const char* number) {
    Statement statement = toll(sentence, number, "");
    statement.noun = "home";
    return statement;
  };
  EXPECT_THAT(findings_in(checked_document({homes("640"), homes("90")})), ElementsAre("part holds info: 640 90"));
  EXPECT_THAT(findings_in(checked_document({homes("640"), homes("710")})), ElementsAre("part fails high: 640 710"));
}

TEST(Parts, AreCountsThatAnotherOneOfTheirMeasureIncludes) {
  const auto counted = [](const char* sentence, const char* number) { return toll(sentence, number, "conflict.injured"); };
  const char* part = "In all 2059 were hurt, including 1404 badly.";
  EXPECT_THAT(findings_in(checked_document({counted(part, "2059"), counted(part, "1404")})), ElementsAre("part holds info: 1404 2059"));
  const char* other = "In all 2059 were hurt, including many in Lima, where 1404 lay in tents.";
  EXPECT_THAT(findings_in(checked_document({counted(other, "2059"), counted(other, "1404")})), IsEmpty());
}

TEST(PartsOfThe, AreAtMostTheWhole) {
  const auto fund = [](const char* sentence, const char* quote, const char* value) {
    return Statement{.sentence = sentence, .quote = quote, .value = value, .rounding = "0", .measure_id = "aid.amount", .measure = "aid"};
  };
  const char* fits = "It has paid $37 million of the $45 million that it promised.";
  EXPECT_THAT(findings_in(checked_document({fund(fits, "$37 million", "37000000"), fund(fits, "$45 million", "45000000")})),
              ElementsAre("part holds info: $37 million $45 million"));
  const char* exceeds = "It has paid $54 million of the $45 million that it promised.";
  EXPECT_THAT(findings_in(checked_document({fund(exceeds, "$54 million", "54000000"), fund(exceeds, "$45 million", "45000000")})),
              ElementsAre("part fails high: $45 million $54 million"));
  const char* apart = "It has paid $37 million of what was needed, and the neighbours $45 million.";
  EXPECT_THAT(findings_in(checked_document({fund(apart, "$37 million", "37000000"), fund(apart, "$45 million", "45000000")})), IsEmpty());
}

Statement sold(const char* sentence, const char* number) {
  Statement statement = toll(sentence, number, "economy.sales");
  statement.measure = "sales";
  statement.rounding = "0";
  return statement;
}

TEST(Directions, AreThoseFromWhatIsComparedWith) {
  const char* sentence = "Sales rose to 510 boats, compared with 478 in the same quarter last year.";
  Statement now = sold(sentence, "510");
  now.change.direction = ChangeDirection::kIncrease;
  EXPECT_THAT(findings_in(checked_document({now, sold(sentence, "478")})), ElementsAre("direction holds info: 478 510"));
  const char* apart = "Sales rose to 510 boats, and next to these it hired 478 more.";
  Statement alone = sold(apart, "510");
  alone.change.direction = ChangeDirection::kIncrease;
  EXPECT_THAT(findings_in(checked_document({alone, sold(apart, "478")})), IsEmpty());
}

Statement share(const char* number, const char* partner) {
  Statement told = sample::percentage("China took 15.5, Italy 24.5 and Russia 9.1 percent of the exports.", number);
  told.measure_id = "trade.share_of_exports";
  told.measure = "share of exports";
  told.parties = {"KZ", partner};
  told.from = "KZ";
  told.to = partner;
  told.whole = "exports";
  return told;
}

Statement rank(const char* word, const char* place) {
  return {.sentence = std::string("China is its ") + word + " partner in exports.",
          .quote = word,
          .value = place,
          .unit = "",
          .quantity = Quantity::kOrdinal,
          .measure_id = "",
          .measure = "rank among partners",
          .parties = {"KZ", "CN"},
          .period = ""};
}

TEST(Ranks, FitTheValuesOfTheRivals) {
  EXPECT_THAT(findings_in(checked_document({rank("second-largest", "2"), share("15.5", "CN"), share("24.5", "IT"), share("9.1", "RU")})),
              Contains("rank holds info: 15.5 24.5 second-largest"));
  EXPECT_THAT(findings_in(checked_document({rank("largest", "1"), share("15.5", "CN"), share("24.5", "IT")})),
              Contains("rank fails medium: 15.5 24.5 largest"));
}

TEST(Ranks, NeedNotTellEveryRival) {
  EXPECT_THAT(findings_in(checked_document({rank("third-largest", "3"), share("15.5", "CN"), share("24.5", "IT")})),
              Not(Contains(StartsWith("rank"))));
}

TEST(Shares, OfARegionAreItsMembersWhetherTheRegionIsNamedOrNot) {
  Statement with_region = share("45", "CN");
  with_region.sentence = "Kazakhstan made 45 percent of the trade of China and Central Asia.";
  with_region.measure_id = "trade.share_of_turnover";
  with_region.measure = "share of trade between China and Central Asia";
  with_region.whole = "trade between China and Central Asia";
  with_region.from.clear();
  with_region.to.clear();
  with_region.parties = {"CN", "Central Asia", "KZ"};
  Statement without = with_region;
  without.sentence = "Kazakhstan had 0.46 of it.";
  without.quote = "0.46";
  without.value = "45.6";
  without.parties = {"CN", "KZ"};
  const CheckedDocument document = checked_document({with_region, without});
  EXPECT_EQ(document.facts[0].parties, document.facts[1].parties);
  EXPECT_EQ(document.facts[0].thing, document.facts[1].thing);
}

TEST(Growth, FitsTheQuarterThatItIsComparedWith) {
  const auto exports = [](const char* quote, const char* value, const char* period) {
    return Statement{.sentence = "Exports rose 22.7% in one and 99.6% in the other, to 12.69 from 10.34 and 6.36.",
                     .quote = quote,
                     .value = value,
                     .rounding = "0.005",
                     .measure_id = "trade.exports",
                     .measure = "exports",
                     .parties = {"PE"},
                     .period = period};
  };
  Statement growth = exports("22.7%", "22.7", "2024");
  growth.unit = "%";
  growth.rounding = "0.05";
  growth.quantity = Quantity::kPercent;
  growth.measure_id = "";
  growth.measure = "growth of exports";
  growth.change.kind = ChangeKind::kPercent;
  growth.change.direction = ChangeDirection::kIncrease;
  const CheckedDocument document =
      checked_document({growth, exports("12.69", "12.69", "2024"), exports("10.34", "10.34", "2022"), exports("6.36", "6.36", "2023")});
  EXPECT_THAT(findings_in(document), Contains("growth holds info: 10.34 12.69 22.7%"));
}

TEST(Counts, FitNumberedThings) {
  Statement phases = toll("Tariffs fall in two phases.", "two");
  phases.value = "2";
  phases.noun = "phase";
  const Statement first = toll("Phase I lasts 5 years and cuts 36 lines.", "36");
  const Statement second = toll("Phase II begins with 90 lines.", "90");
  EXPECT_THAT(findings_in(checked_document({phases, first, second})), ElementsAre("count holds info: two"));
}

}  // namespace
}  // namespace attest

// What cells measure, by the words of their heads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "built_in_rules.h"
#include "fact/extractor.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> measures_in(std::string text) {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  Extractor::Workspace workspace(extractor);
  Document document;
  document.source = "test";
  document.text = std::move(text);
  std::vector<std::string> measures;
  for (const Fact& fact : extractor.extract(document, {}, workspace).facts) measures.push_back(fact.measure);
  return measures;
}

TEST(TableMeasure, GoodsStandBeforeWhatIsDoneWithThem) {
  EXPECT_THAT(measures_in("Exports by product, million USD\n\nProduct\t2024\nCopper\t88.0\nTotal\t512.9"),
              ElementsAre("copper exports", "exports"));
}

TEST(TableMeasure, GoodsOverColumnsTakeThePlaceOfThoseInTheCaption) {
  EXPECT_THAT(measures_in("Wheat and maize prices, $/tonne\n\nMonth\tWheat\tMaize\nMay 2025\t245\t198"),
              ElementsAre("wheat price", "maize price"));
}

TEST(TableMeasure, AVagueHeadIsNoMeasure) {
  EXPECT_THAT(measures_in("Chad in figures\n\nIndicator\tValue\nElectricity exports, GWh\t12\nInflation, %\t4.1"),
              ElementsAre("electricity exports", "inflation"));
}

TEST(TableMeasure, AShareIsOfWhatTheOtherHeadsName) {
  EXPECT_THAT(measures_in("Imports, million USD\n\nPartner\t2024\tShare, %\nPeru\t88.0\t12.5"), ElementsAre("imports", "share of imports"));
}

TEST(TableMeasure, AColumnWithoutAUnitCountsItsHeadWhereOthersHaveOne) {
  EXPECT_THAT(measures_in("Freight in 2024\n\nMonth\tContainers (TEU)\tTrucks\nMay\t120\t31"), ElementsAre("freight", "trucks"));
}

TEST(TableMeasure, AColumnThatNumbersTheRowsMeasuresNothing) {
  EXPECT_THAT(measures_in("Largest ports\n\nPort\tRank\nCallao\t1\nIquique\t2"), IsEmpty());
}

TEST(TableMeasure, ASentenceAboveNamesTheMeasureAmidOtherWords) {
  EXPECT_THAT(measures_in("The following table lists loans to Kenya.\n\nProject\tUSD million\nMombasa road\t390"), ElementsAre("loan"));
}

}  // namespace
}  // namespace attest

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "built_in_rules.h"
#include "check/cue.h"
#include "check/sample.h"

namespace attest {
namespace {

std::vector<PolicyFile> tables() {
  std::vector<PolicyFile> files;
  for (auto& [name, text] : built_in_policy()) files.push_back({name, text});
  return files;
}

PolicyFile& table(std::vector<PolicyFile>& files, std::string_view name) {
  for (PolicyFile& file : files) {
    if (file.name == name) return file;
  }
  return files.front();
}

TEST(CheckPolicy, SaysWhichLineIsWrong) {
  auto files = tables();
  table(files, "bound.tsv").text += "roughly\t0.1\t0.1\t0.1\t0.1\n";
  const auto parsed = CheckPolicy::parse(files);
  ASSERT_FALSE(parsed);
  EXPECT_THAT(parsed.error().where, testing::HasSubstr("bound.tsv, line 10"));
}

TEST(CheckPolicy, NeedsEveryTable) {
  auto files = tables();
  table(files, "cue.tsv").name = "other.tsv";
  EXPECT_FALSE(CheckPolicy::parse(files));
}

TEST(CheckPolicy, HasAnotherDigestWithAnotherTable) {
  auto files = tables();
  table(files, "bound.tsv").text.replace(table(files, "bound.tsv").text.find("0.1"), 3, "0.2");
  const auto parsed = CheckPolicy::parse(files);
  ASSERT_TRUE(parsed);
  EXPECT_NE(parsed->digest(), sample::policy().digest());
}

TEST(CheckPolicy, KnowsMembersOfRegions) {
  EXPECT_TRUE(sample::policy().holds("Central Asia", "KZ"));
  EXPECT_TRUE(sample::policy().holds("KZ", "KZ"));
  EXPECT_FALSE(sample::policy().holds("Central Asia", "CN"));
}

TEST(CheckPolicy, KnowsWordsThatSayNothingOfTheMeasure) {
  EXPECT_EQ(sample::policy().meaning_of("bilateral", "trade.turnover"), "");
  EXPECT_EQ(sample::policy().meaning_of("foreign", "trade.turnover"), "");
  EXPECT_EQ(sample::policy().meaning_of("foreign", "cargo.volume"), "foreign");
  EXPECT_EQ(sample::policy().meaning_of("kazakh", "trade.exports"), "");
  EXPECT_EQ(sample::policy().meaning_of("wheat", "trade.exports"), "wheat");
  EXPECT_EQ(sample::policy().meaning_of("gnp", "economy.gdp"), "national");
}

TEST(CheckPolicy, NamesOneFigureOnlyInItsQuantity) {
  EXPECT_TRUE(sample::policy().names_one_figure("trade.exports", Quantity::kMoney));
  EXPECT_FALSE(sample::policy().names_one_figure("trade.exports", Quantity::kMeasure));
  EXPECT_TRUE(sample::policy().names_one_figure("trade.exports", std::nullopt));
  EXPECT_FALSE(sample::policy().names_one_figure("loan.amount", Quantity::kMoney));
}

TEST(CheckPolicy, KnowsMeasuresThatAreNewsInTheirQuantity) {
  EXPECT_TRUE(sample::policy().is_of_news("economy.inflation", Quantity::kPercent, true));
  EXPECT_FALSE(sample::policy().is_of_news("economy.inflation", Quantity::kPercent, false)) << "of which month is not told";
  EXPECT_TRUE(sample::policy().is_of_news("politics.turnout", Quantity::kPercent, false));
  EXPECT_FALSE(sample::policy().is_of_news("trade.exports", Quantity::kMoney, true)) << "one figure anyway";
}

TEST(CheckPolicy, KnowsDemonymsOfOneWord) {
  EXPECT_TRUE(sample::policy().is_demonym("irish"));
  EXPECT_FALSE(sample::policy().is_demonym("house"));
}

TEST(Cues, AreWholeWordsInAnyCase) {
  EXPECT_EQ(find_rank_cue("the region, Followed by Peru with ", sample::policy())->cue, Cue::kAhead);
  EXPECT_EQ(find_rank_cue(" of exports, second to Peru's ", sample::policy())->cue, Cue::kBehind);
  EXPECT_FALSE(find_rank_cue("the hereafter of ", sample::policy()));
  EXPECT_TRUE(find_cue("while the remaining part", Cue::kRest, sample::policy()));
}

TEST(Cues, StandAcrossTheEndOfALine) { EXPECT_TRUE(find_cue("and the\nremaining 25 percent", Cue::kRest, sample::policy())); }

TEST(Cues, EndAtTheBorderOfAWord) {
  EXPECT_FALSE(find_cue("the restaurant", Cue::kRest, sample::policy()));
  EXPECT_TRUE(find_cue("January-June exports", Cue::kPartOfYear, sample::policy()));
}

TEST(Cues, AreSingleWordsOrTheirFirstOnes) {
  EXPECT_TRUE(sample::policy().is_cue("growth", Cue::kFrame));
  EXPECT_FALSE(sample::policy().is_cue("growth", Cue::kRest));
  EXPECT_FALSE(sample::policy().is_cue("followed", Cue::kAhead));
  EXPECT_TRUE(sample::policy().may_begin("followed", 1U << static_cast<unsigned>(Cue::kAhead)));
  EXPECT_FALSE(sample::policy().may_begin("followed", 1U << static_cast<unsigned>(Cue::kFrame)));
  EXPECT_FALSE(sample::policy().may_begin("", ~0U));
}

TEST(Cues, OfOneKindAreListedOnceEach) {
  EXPECT_EQ(cues_in("Core services, excluding services", Cue::kQualifier, sample::policy()), "core, excluding, services");
}

TEST(Events, HaveOneWord) {
  EXPECT_EQ(sample::policy().event_in("A strong quake hit the coast."), "earthquake");
  EXPECT_EQ(sample::policy().event_in("Earthquakes, unlike floods, come without warning."), "earthquake");
  EXPECT_EQ(sample::policy().event_in("Quakers met."), "");
}

}  // namespace
}  // namespace attest

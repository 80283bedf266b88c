// Facts: a row a fact, by id, with the passage of its figure; gone with their document.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/citation.h"
#include "store/sample.h"
#include "store/verify.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// "Sold $5 ..." with a fact about each figure.
ExtractedDocument with_facts(std::string text, const char* uri = "a") {
  ExtractedDocument extracted = sample::document(uri, std::move(text));
  auto& extraction = extracted.extraction;
  for (std::uint32_t number = 0; number < extraction.mentions.size(); ++number) {
    if (extraction.mentions[number].figure() == nullptr) continue;
    Fact fact;
    fact.figure = number;
    fact.measure_id = "trade.exports";
    fact.measure = "exports";
    fact.parties = {"KZ", "CN"};
    fact.from = "KZ";
    fact.to = "CN";
    fact.period_start = "2024-01-01";
    fact.period_end = "2025-01-01";
    fact.period_source = PeriodSource::kStated;
    fact.change = {ChangeDirection::kIncrease, ChangeKind::kPercent, "2023-01-01", "2024-01-01"};
    fact.attribution = {AttributionKind::kBody, "Customs Service"};
    fact.rule = "sample";
    fact.steps = {{"measure", "stated", "exports", {0, 4}}};
    extraction.facts.push_back(fact);
  }
  return extracted;
}

class Facts : public testing::Test {
 protected:
  std::string id() { return sample::rows(store_, "SELECT fact_id FROM facts")[0]; }

  sample::Folder folder_;
  std::string path_ = folder_.file("facts.db");
  Store store_ = sample::open(path_, OpenMode::kCreate);
};

TEST_F(Facts, AreRowsOfTheirView) {
  sample::add(store_, {with_facts("Nothing.\nSold $5")});
  EXPECT_THAT(
      sample::rows(store_,
                   "SELECT uri, measure_id, measure, parties, from_party, to_party, period_start, period_end, period_source, status,"
                   " change_direction, whole, attribution_kind, attribution, quote, sentence, line FROM facts"),
      ElementsAre("a|trade.exports|exports|KZ, CN|KZ|CN|2024-01-01|2025-01-01|stated|actual|increase|NULL|body|Customs Service|$5|"
                  "Sold $5|2"));
}

TEST_F(Facts, AreCitedByTheirId) {
  sample::add(store_, {with_facts("Sold $5")});
  const auto cited = find_cited(store_, id());
  ASSERT_TRUE(cited);
  const auto& fact = std::get<FactCitation>(*cited);
  EXPECT_EQ(fact.passage.quote, "$5");
  EXPECT_EQ(fact.fact.parties, (std::vector<std::string>{"KZ", "CN"}));
  EXPECT_EQ(fact.fact.change.kind, ChangeKind::kPercent);
  EXPECT_EQ(fact.fact.change.base_end, "2024-01-01");
  ASSERT_EQ(fact.fact.steps.size(), 1U);
  EXPECT_EQ(fact.fact.steps[0].source, "stated");
}

TEST_F(Facts, AreReplacedWhenTheirDocumentIsExtractedAnew) {
  sample::add(store_, {with_facts("Sold $5 and $6")});
  sample::add(store_, {sample::document("a", "Sold $5 and $6")},
              {.program_version = "9", .rules_digest = "other", .ingested_at = "2025-01-01T00:00:00Z"});
  EXPECT_THAT(sample::rows(store_, "SELECT count(*) FROM facts"), ElementsAre("0"));
}

TEST_F(Facts, StayWithAnOlderVersion) {
  sample::add(store_, {with_facts("Sold $5")});
  sample::add(store_, {with_facts("Sold $6")});
  EXPECT_THAT(sample::rows(store_, "SELECT quote, is_current FROM facts JOIN documents USING (document_id)"), ElementsAre("$5|0", "$6|1"));
}

TEST_F(Facts, VerifyWhereTheyAreWhole) {
  sample::add(store_, {with_facts("Sold $5\nSold $6")});
  const auto report = verify(store_);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->facts, 2U);
  EXPECT_TRUE(report->problems.empty());
}

TEST_F(Facts, FailVerificationWhereTheyWereChanged) {
  sample::add(store_, {with_facts("Sold $5")});
  sample::tamper(path_, "UPDATE fact SET measure = 'imports', line = 7");
  const auto report = verify(store_);
  ASSERT_TRUE(report);
  ASSERT_EQ(report->problems.size(), 2U);
  EXPECT_THAT(report->problems[0].what, HasSubstr("the id is not that of its content"));
  EXPECT_THAT(report->problems[1].what, HasSubstr("is on line 1"));
}

TEST_F(Facts, WithoutTheirFigureRejectTheDocument) {
  ExtractedDocument broken = with_facts("Sold $5");
  broken.extraction.facts[0].figure = 9;
  const auto added = sample::add(store_, {broken});
  ASSERT_EQ(added[0].outcome, AddOutcome::kRejected);
  EXPECT_THAT(added[0].error->what, HasSubstr("figure 9"));
}

TEST_F(Facts, WithAPeriodThatIsNoneRejectTheDocument) {
  ExtractedDocument broken = with_facts("Sold $5");
  broken.extraction.facts[0].period_end = "2023-01-01";
  EXPECT_EQ(sample::add(store_, {broken})[0].outcome, AddOutcome::kRejected);
}

}  // namespace
}  // namespace attest

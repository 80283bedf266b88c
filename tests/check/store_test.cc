// Findings in the store: kept, made anew where something changed, judged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/checker.h"
#include "check/sample.h"
#include "store/check_store.h"
#include "store/sample.h"

namespace attest {
namespace {

using sample::Statement;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

Statement trade(const char* value) {
  return {.sentence = std::string("Trade was $") + value + ".", .quote = std::string("$") + value, .value = value, .rounding = "0.005"};
}

class CheckedStore : public testing::Test {
 protected:
  void add(const char* uri, const char* value) { sample::add(store_, {sample::document(uri, {trade(value)})}); }
  std::vector<std::string> rows(const char* sql) { return sample::rows(store_, sql); }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_F(CheckedStore, ShowsFindingsInItsViews) {
  add("a", "30.05");
  add("b", "43.82");
  sample::findings_of(store_);
  EXPECT_THAT(rows("SELECT check_kind, verdict, severity, independent_sources FROM findings"), ElementsAre("same_figure|conflict|high|2"));
  EXPECT_THAT(rows("SELECT quote, role FROM finding_members JOIN facts USING (fact_id) ORDER BY quote"),
              ElementsAre("$30.05|figure", "$43.82|figure"));
}

TEST_F(CheckedStore, ForgetsFindingsOfAnOlderVersion) {
  add("a", "30.05");
  add("b", "43.82");
  EXPECT_THAT(sample::findings_of(store_), SizeIs(1));
  add("b", "30.05");
  EXPECT_THAT(sample::findings_of(store_), ElementsAre("same_figure agree info: $30.05 $30.05"));
}

TEST_F(CheckedStore, ComparesOnlyWhatChanged) {
  add("a", "30.05");
  add("b", "43.82");
  EXPECT_EQ(check_store(store_, sample::policy())->documents, 2U);
  EXPECT_EQ(check_store(store_, sample::policy())->documents, 0U);
  add("c", "43.82");
  const auto summary = check_store(store_, sample::policy());
  EXPECT_EQ(summary->documents, 1U);
  EXPECT_EQ(summary->topics, 1U);
  EXPECT_THAT(sample::findings_of(store_),
              ElementsAre("same_figure agree info: $43.82 $43.82", "same_figure conflict high: $30.05 $43.82 $43.82"));
}

TEST_F(CheckedStore, KeepsJudgementsThroughNewChecks) {
  add("a", "30.05");
  add("b", "43.82");
  sample::findings_of(store_);
  const std::string id = rows("SELECT finding_id FROM findings")[0];
  ASSERT_TRUE(judge_finding(store_, id.substr(0, 8), {"explained", "customs against importer"}, "2025-01-01T00:00:00Z"));
  add("c", "43.82");
  sample::findings_of(store_);
  std::vector<std::string> judged;
  ASSERT_TRUE(read_findings(store_, MemberDetail::kPassage, [&](const ToldFinding& told) {
    if (!told.judgement.decision.empty()) judged.push_back(told.row.verdict + " " + told.judgement.note);
    return true;
  }));
  EXPECT_THAT(judged, ElementsAre("conflict customs against importer"));
  ASSERT_TRUE(judge_finding(store_, id, {}, {}));
  EXPECT_THAT(rows("SELECT count(*) FROM finding"), ElementsAre("2"));
}

TEST_F(CheckedStore, RefusesADecisionThatIsNone) {
  EXPECT_EQ(judge_finding(store_, "abcdef12", {"maybe", ""}, "now").error().code, ErrorCode::kUsage);
  EXPECT_EQ(judge_finding(store_, "abcdef12", {"ignore", ""}, "now").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace attest

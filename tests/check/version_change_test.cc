// What a new version of an article says differently.
#include "check/version_change.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "check/sample.h"

namespace attest {
namespace {

using sample::checked_document;
using sample::Statement;
using testing::ElementsAre;
using testing::IsEmpty;

Statement trade(const char* value, const char* period = "2024") {
  return {.sentence = std::string("Trade between the two ports came to $") + value + ".",
          .quote = std::string("$") + value,
          .value = value,
          .rounding = "0.05",
          .period = period};
}

std::vector<std::string> changes(const std::vector<Statement>& before, const std::vector<Statement>& after) {
  const CheckedDocument then = checked_document(before);
  const CheckedDocument now = checked_document(after);
  std::vector<std::string> told;
  for (const FactChange& change : changes_between(then, now)) told.push_back(in_words(change));
  return told;
}

TEST(VersionChange, IsNoneWhereTheFactsAreTheSame) {
  EXPECT_THAT(changes({trade("43.8"), trade("41.2", "2023")}, {trade("41.2", "2023"), trade("43.8")}), IsEmpty());
}

TEST(VersionChange, IsAnotherNumberOfTheSameMeasure) {
  EXPECT_THAT(changes({trade("43.8")}, {trade("44.1")}), ElementsAre("bilateral trade, China and Kazakhstan, 2024: $43.8 is now $44.1"));
}

TEST(VersionChange, IsTheSameNumberOfAnotherPeriod) {
  EXPECT_THAT(
      changes({trade("43.8", "2023")}, {trade("43.8")}),
      ElementsAre("$43.8 was told of bilateral trade, China and Kazakhstan, 2023, now of bilateral trade, China and Kazakhstan, 2024"));
}

TEST(VersionChange, IsWhatCameAndWent) {
  Statement jobs{.sentence = "The yard employs 300 people.",
                 .quote = "300",
                 .value = "300",
                 .unit = "",
                 .quantity = Quantity::kCount,
                 .measure_id = "jobs",
                 .measure = "job",
                 .parties = {"KZ"},
                 .period = ""};
  EXPECT_THAT(changes({trade("43.8")}, {jobs}),
              ElementsAre("added: 300 (job, Kazakhstan)", "removed: $43.8 (bilateral trade, China and Kazakhstan, 2024)"));
}

}  // namespace
}  // namespace attest

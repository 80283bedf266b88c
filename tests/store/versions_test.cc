// A changed article is a new version; the old one stays, not current.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/sample.h"

namespace attest {
namespace {

using testing::ElementsAre;

class Versions : public testing::Test {
 protected:
  AddedDocument add(const std::string& text, const char* uri = "a") { return sample::add(store_, {sample::document(uri, text)})[0]; }
  std::vector<std::string> stored() { return sample::rows(store_, "SELECT uri, version, is_current, text FROM documents"); }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_F(Versions, CountFromOne) { EXPECT_EQ(add("Sold 5").version, 1U); }

TEST_F(Versions, AnotherTextAtTheSameUriIsTheNextVersion) {
  add("Sold 5");
  const AddedDocument second = add("Sold 6");
  EXPECT_EQ(second.outcome, AddOutcome::kNewVersion);
  EXPECT_EQ(second.version, 2U);
  EXPECT_THAT(stored(), ElementsAre("a|1|0|Sold 5", "a|2|1|Sold 6"));
}

TEST_F(Versions, KeepTheMentionsOfTheOldText) {
  add("Sold 5");
  add("Sold 6");
  EXPECT_THAT(sample::rows(store_, "SELECT quote, is_current FROM mentions JOIN documents USING (document_id) ORDER BY quote"),
              ElementsAre("5|0", "6|1"));
}

TEST_F(Versions, AreSeparateForEachUri) {
  add("Sold 5");
  EXPECT_EQ(add("Sold 6", "b").outcome, AddOutcome::kAdded);
  EXPECT_THAT(stored(), ElementsAre("a|1|1|Sold 5", "b|1|1|Sold 6"));
}

TEST_F(Versions, AnOldTextThatComesBackIsCurrentAgain) {
  add("Sold 5");
  add("Sold 6");
  const AddedDocument back = add("Sold 5");
  EXPECT_EQ(back.outcome, AddOutcome::kRestored);
  EXPECT_EQ(back.version, 1U);
  EXPECT_THAT(stored(), ElementsAre("a|1|1|Sold 5", "a|2|0|Sold 6"));
}

TEST_F(Versions, ArePerUriAndTheSameAfterASecondRunOfAllInputs) {
  for (int run = 0; run < 2; ++run) {
    for (const char* text : {"Sold 5", "Sold 6", "Sold 7"}) add(text);
  }
  EXPECT_THAT(stored(), ElementsAre("a|1|0|Sold 5", "a|2|0|Sold 6", "a|3|1|Sold 7"));
}

}  // namespace
}  // namespace attest

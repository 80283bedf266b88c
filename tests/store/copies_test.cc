// The same article from two addresses, later versions and reprints are found when they are stored.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "store/sample.h"
#include "text/random_story.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing_text::random_story;

ExtractedDocument article(const std::string& uri, const std::string& text, const std::string& publisher = "") {
  ExtractedDocument made = sample::document(uri, text);
  made.document.metadata.publisher = publisher;
  return made;
}

class Copies : public testing::Test {
 protected:
  CopyCounts add(const std::vector<ExtractedDocument>& batch) {
    sample::add(store_, batch);
    const auto counts = store_.find_copies();
    EXPECT_TRUE(counts.ok());
    EXPECT_TRUE(store_.update_search());
    return counts.ok() ? *counts : CopyCounts();
  }
  std::vector<std::string> copies() { return sample::rows(store_, "SELECT kind, uri, original_uri FROM copies"); }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_F(Copies, AreTheSameTextAtAnotherAddress) {
  const CopyCounts counts =
      add({article("a", random_story(1, 300)), article("b", random_story(1, 300)), article("c", random_story(2, 300))});
  EXPECT_EQ(counts.same_texts, 1U);
  EXPECT_THAT(copies(), ElementsAre("same_text|b|a"));
}

TEST_F(Copies, AreFoundInALaterRun) {
  EXPECT_EQ(add({article("a", random_story(1, 300))}).same_texts, 0U);
  EXPECT_EQ(add({article("b", random_story(1, 300))}).same_texts, 1U);
  EXPECT_EQ(add({article("c", random_story(9, 300))}).same_texts, 0U);
}

TEST_F(Copies, OfTheSamePublisherAreVersionsAndOfAnotherReprints) {
  const std::string wire = random_story(1, 300);
  const CopyCounts counts = add({article("wire", wire, "Wire"), article("wire-2", wire + random_story(4, 60), "WIRE"),
                                 article("herald", random_story(5, 30) + wire, "Herald"), article("other", random_story(7, 300), "Wire")});
  EXPECT_EQ(counts.versions, 1U);
  EXPECT_EQ(counts.copies, 1U);
  EXPECT_THAT(copies(), ElementsAre("copy|herald|wire", "version|wire-2|wire"));
}

TEST_F(Copies, AreNotTheVersionsOfOneAddress) {
  add({article("a", random_story(1, 300))});
  EXPECT_EQ(add({article("a", random_story(1, 300) + "More.\n")}).versions, 0U);
  EXPECT_THAT(copies(), IsEmpty());
}

TEST_F(Copies, AreNotShortReportsWrittenToOneFormula) {
  const std::string formula = random_story(3, 30);
  EXPECT_EQ(add({article("a", formula + random_story(11, 22)), article("b", formula + random_story(12, 22))}).copies, 0U);
}

}  // namespace
}  // namespace attest

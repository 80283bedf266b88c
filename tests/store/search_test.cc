// Full-text search over documents and sentences.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/sample.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Search : public testing::Test {
 protected:
  std::vector<std::string> sentences(const std::string& words) {
    return sample::rows(store_, "SELECT sentence FROM sentence_matches WHERE query MATCH '" + words + "' ORDER BY uri, char_start");
  }
  std::vector<std::string> documents(const std::string& words) {
    return sample::rows(store_, "SELECT uri FROM document_matches WHERE query MATCH '" + words + "' ORDER BY uri");
  }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_F(Search, FindsSentencesAndDocuments) {
  sample::add(store_, {sample::document("a", "Steel rose.\nIron fell by 5."), sample::document("b", "Steel fell.")});
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(sentences("fell"), ElementsAre("Iron fell by 5.", "Steel fell."));
  EXPECT_THAT(sentences("steel AND fell"), ElementsAre("Steel fell."));
  EXPECT_THAT(documents("steel AND fell"), ElementsAre("a", "b"));
  EXPECT_THAT(documents("\"iron fell\""), ElementsAre("a"));
}

TEST_F(Search, ForgetsAccentsAndCase) {
  sample::add(store_, {sample::document("a", "Le CAFÉ ferme.")});
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(sentences("cafe"), ElementsAre("Le CAFÉ ferme."));
}

TEST_F(Search, FindsTitles) {
  ExtractedDocument titled = sample::document("a", "Sold 5.");
  titled.document.metadata.title = "Harbour news";
  sample::add(store_, {titled});
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(documents("harbour"), ElementsAre("a"));
}

TEST_F(Search, KnowsADocumentOnlyAfterItsUpdate) {
  sample::add(store_, {sample::document("a", "Steel rose.")});
  EXPECT_THAT(sentences("steel"), IsEmpty());
  ASSERT_TRUE(store_.update_search());
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(sentences("steel"), ElementsAre("Steel rose."));
}

TEST_F(Search, FollowsARefreshedDocument) {
  ExtractedDocument article = sample::document("a", "Steel rose.\nIron fell.");
  article.document.metadata.title = "Old";
  sample::add(store_, {article});
  ASSERT_TRUE(store_.update_search());
  article.document.metadata.title = "New";
  article.extraction.sentences.pop_back();
  sample::add(store_, {article});
  EXPECT_THAT(sentences("steel"), IsEmpty());
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(documents("old"), IsEmpty());
  EXPECT_THAT(documents("new"), ElementsAre("a"));
  EXPECT_THAT(sentences("steel OR iron"), ElementsAre("Steel rose."));
}

TEST_F(Search, FollowsANewTitleAlone) {
  ExtractedDocument article = sample::document("a", "Steel rose.");
  article.document.metadata.title = "Old";
  sample::add(store_, {article});
  ASSERT_TRUE(store_.update_search());
  article.document.metadata.title = "New";
  sample::add(store_, {article});
  ASSERT_TRUE(store_.update_search());
  EXPECT_THAT(documents("old"), IsEmpty());
  EXPECT_THAT(documents("new AND steel"), ElementsAre("a"));
  EXPECT_THAT(sentences("steel"), ElementsAre("Steel rose."));
}

TEST_F(Search, StaysAsItIsWhenOnlyMentionsChange) {
  const ExtractedDocument article = sample::document("a", "Steel rose by 5.");
  sample::add(store_, {article});
  ASSERT_TRUE(store_.update_search());
  Provenance other = sample::provenance();
  other.rules_digest = "rules-2";
  ASSERT_EQ(sample::add(store_, {article}, other)[0].outcome, AddOutcome::kRefreshed);
  EXPECT_THAT(sentences("steel"), ElementsAre("Steel rose by 5."));
  EXPECT_THAT(sample::rows(store_, "SELECT count(*) FROM search_pending"), ElementsAre("0"));
}

TEST_F(Search, WorksInAStoreOpenForReading) {
  sample::add(store_, {sample::document("a", "Steel rose.")});
  ASSERT_TRUE(store_.update_search());
  const Store reader = sample::open(folder_.file("facts.db"), OpenMode::kReadOnly);
  EXPECT_THAT(sample::rows(reader, "SELECT sentence FROM sentence_matches WHERE query MATCH 'steel'"), ElementsAre("Steel rose."));
  EXPECT_THAT(sample::rows(reader, "SELECT uri FROM document_matches WHERE query MATCH 'steel'"), ElementsAre("a"));
}

}  // namespace
}  // namespace attest

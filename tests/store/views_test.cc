// The public contract: names of views and columns, the citation invariant, plans and order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/sample.h"

namespace attest {
namespace {

struct View {
  const char* name;
  const char* columns;
};

class Views : public testing::TestWithParam<View> {
 protected:
  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
};

TEST_P(Views, HaveTheseColumns) {
  const std::string sql = "SELECT group_concat(name, ' ') FROM pragma_table_info('" + std::string(GetParam().name) + "')";
  EXPECT_THAT(sample::rows(store_, sql), testing::ElementsAre(GetParam().columns));
}

INSTANTIATE_TEST_SUITE_P(
    All, Views,
    testing::Values(
        View{"documents",
             "document_id uri title publisher author published published_basis language media_type sha256 version is_current ingested_at "
             "text"},
        View{"mentions", "mention_id document_id kind char_start char_end quote sentence_start sentence_end rule_id"},
        View{"figures",
             "mention_id document_id char_start char_end quote quantity value low high value_text unit bound rounding noun rule_id"},
        View{"dates", "mention_id document_id char_start char_end quote type timex start_date end_date relative modifier alternative"},
        View{"names", "mention_id document_id kind char_start char_end quote entity_id name type country rule_id"},
        View{"organisations", "mention_id document_id char_start char_end quote org_id name type"},
        View{"places", "mention_id document_id char_start char_end quote place_id name type country"},
        View{"aliases", "kind entity_id alias mentions documents"}, View{"entities", "kind entity_id name type country mentions aliases"},
        View{"agreements",
             "agreement_id document_id char_start char_end quote kind title count parties signed_start signed_end place value value_unit "
             "subject status"},
        View{"sentences", "document_id sentence_number char_start char_end block"},
        View{"derivations", "mention_id step depth rule_id part char_start char_end value_text"}),
    [](const auto& one) { return one.param.name; });

TEST(Citations, CutTheirQuoteOutOfTheText) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  std::vector<ExtractedDocument> documents = sample::corpus(40);
  documents.push_back(sample::document("wire.txt", "Café: the pact of the Seaport"));
  sample::add(store, documents);
  for (const char* view : {"mentions", "figures", "dates", "names", "organisations", "agreements"}) {
    const std::string sql = "SELECT count(*) > 0, sum(substr(text, char_start + 1, char_end - char_start) <> quote) FROM " +
                            std::string(view) + " JOIN documents USING (document_id)";
    EXPECT_THAT(sample::rows(store, sql), testing::ElementsAre("1|0")) << view;
  }
}

struct Plan {
  const char* name;
  const char* sql;
  const char* uses;
};

class Plans : public testing::TestWithParam<Plan> {};

TEST_P(Plans, UseAnIndex) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  ASSERT_TRUE(store.begin_bulk());
  sample::add(store, sample::corpus(3));
  ASSERT_TRUE(store.finish_bulk());
  const auto plan = sample::rows(store, "EXPLAIN QUERY PLAN " + std::string(GetParam().sql));
  ASSERT_FALSE(plan.empty());
  EXPECT_THAT(plan.front(), testing::HasSubstr(GetParam().uses));
}

INSTANTIATE_TEST_SUITE_P(
    All, Plans,
    testing::Values(
        Plan{"DocumentById", "SELECT * FROM documents WHERE document_id = 'x'", "SEARCH document USING INDEX document_by_id"},
        Plan{"DocumentByUri", "SELECT * FROM documents WHERE uri = 'x'", "SEARCH document USING INDEX document_by_uri"},
        Plan{"MentionById", "SELECT * FROM mentions WHERE mention_id = 'x'", "SEARCH mention USING INDEX mention_by_id"},
        Plan{"FigureById", "SELECT * FROM figures WHERE mention_id = 'x'", "SEARCH mention USING INDEX mention_by_id"},
        Plan{"DateById", "SELECT * FROM dates WHERE mention_id = 'x'", "SEARCH mention USING INDEX mention_by_id"},
        Plan{"NameById", "SELECT * FROM names WHERE mention_id = 'x'", "SEARCH mention USING INDEX mention_by_id"},
        Plan{"OrganisationById", "SELECT * FROM organisations WHERE mention_id = 'x'", "SEARCH mention USING INDEX mention_by_id"},
        Plan{"DerivationById", "SELECT * FROM derivations WHERE mention_id = 'x'", "mention_by_id (mention_id=?)"},
        Plan{"FiguresOfADocument", "SELECT * FROM figures WHERE document_id = 'x'", "SEARCH document USING INDEX document_by_id"},
        Plan{"FiguresInOrder", "SELECT * FROM figures", "SCAN document USING INDEX document_by_uri"},
        Plan{"MentionsInOrder", "SELECT * FROM mentions", "SCAN document USING INDEX document_by_uri"}),
    [](const auto& one) { return one.param.name; });

TEST(Plans, ListAViewInOrderWithoutSorting) {
  const sample::Folder folder;
  const Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  for (const char* view :
       {"documents", "mentions", "figures", "dates", "names", "organisations", "places", "agreements", "sentences", "derivations"}) {
    const auto plan = sample::rows(store, "EXPLAIN QUERY PLAN SELECT * FROM " + std::string(view));
    EXPECT_THAT(plan, testing::Each(testing::Not(testing::HasSubstr("TEMP B-TREE")))) << view;
  }
}

TEST(Names, AreGatheredToEntitiesWithTheirAliases) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  ExtractedDocument wire = sample::document("wire.txt", "The Seaport, Seaport and SEAPORT");
  wire.extraction.mentions.push_back(wire.extraction.mentions.back());
  wire.extraction.mentions.back().bytes = wire.extraction.mentions.back().chars = {25, 32};
  sample::add(store, {wire, sample::document("rewrite.txt", "A Seaport")});
  EXPECT_THAT(sample::rows(store, "SELECT * FROM entities"),
              testing::ElementsAre("organisation|seaport-office|Seaport Office|government|GE|4|Seaport | SEAPORT"));
  EXPECT_THAT(sample::rows(store, "SELECT alias, mentions, documents FROM aliases"), testing::ElementsAre("Seaport|3|2", "SEAPORT|1|1"));
}

TEST(Agreements, ShowTheirPartiesOnOneLine) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  sample::add(store, {sample::document("wire.txt", "A pact")});
  EXPECT_THAT(sample::rows(store, "SELECT agreement_id, kind, count, parties, signed_start, value, value_unit, status FROM agreements"),
              testing::ElementsAre("harbour-pact|agreement|1|GE, Seaport Office, Poti|2024-03-01|2.5|USD|signed"));
}

TEST(Order, IsByUriVersionAndPosition) {
  const sample::Folder folder;
  Store store = sample::open(folder.file("facts.db"), OpenMode::kCreate);
  sample::add(store, {sample::document("b", "Sold 3, 4"), sample::document("a", "Sold 1"), sample::document("b", "Sold 5")});
  EXPECT_THAT(sample::rows(store, "SELECT quote FROM figures"), testing::ElementsAre("1", "3", "4", "5"));
}

}  // namespace
}  // namespace attest

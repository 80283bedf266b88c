// What adding a batch answers, and that the rows do not depend on how documents come in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "store/sample.h"

namespace attest {
namespace {

using testing::ElementsAre;

std::vector<AddOutcome> outcomes(const std::vector<AddedDocument>& added) {
  std::vector<AddOutcome> result;
  for (const AddedDocument& document : added) result.push_back(document.outcome);
  return result;
}

class Ingest : public testing::Test {
 protected:
  sample::Folder folder_;
  std::string path_ = folder_.file("facts.db");
  Store store_ = sample::open(path_, OpenMode::kCreate);
};

TEST_F(Ingest, AddsNewDocuments) {
  const auto added = sample::add(store_, {sample::document("a", "Sold 5 ships"), sample::document("b", "Sold 6 ships")});
  EXPECT_THAT(outcomes(added), ElementsAre(AddOutcome::kAdded, AddOutcome::kAdded));
  EXPECT_THAT(sample::rows(store_, "SELECT uri, version, is_current FROM documents"), ElementsAre("a|1|1", "b|1|1"));
}

TEST_F(Ingest, AnswersWithTheIdsOfTheView) {
  const auto added = sample::add(store_, {sample::document("a", "Sold 5 ships")});
  EXPECT_THAT(sample::rows(store_, "SELECT document_id FROM documents"), ElementsAre(added[0].document_id));
}

TEST_F(Ingest, LeavesKnownDocumentsAlone) {
  sample::add(store_, {sample::document("a", "Sold 5 ships")});
  Provenance later = sample::provenance();
  later.ingested_at = "2030-01-01T00:00:00Z";
  EXPECT_THAT(outcomes(sample::add(store_, {sample::document("a", "Sold 5 ships")}, later)), ElementsAre(AddOutcome::kUnchanged));
  EXPECT_THAT(sample::rows(store_, "SELECT ingested_at FROM documents"), ElementsAre("2025-06-17T12:00:00Z"));
}

TEST_F(Ingest, KnowsADocumentTwiceInOneBatch) {
  const auto twice = sample::document("a", "Sold 5 ships");
  EXPECT_THAT(outcomes(sample::add(store_, {twice, twice})), ElementsAre(AddOutcome::kAdded, AddOutcome::kUnchanged));
}

TEST_F(Ingest, ReplacesMentionsWhenTheRulesChange) {
  sample::add(store_, {sample::document("a", "Sold 5 ships for $7")});
  ExtractedDocument fewer = sample::document("a", "Sold 5 ships for $7");
  fewer.extraction.mentions.pop_back();
  Provenance other = sample::provenance();
  other.rules_digest = "rules-2";
  EXPECT_THAT(outcomes(sample::add(store_, {fewer}, other)), ElementsAre(AddOutcome::kRefreshed));
  EXPECT_THAT(sample::rows(store_, "SELECT quote FROM mentions"), ElementsAre("5"));
}

TEST_F(Ingest, RefreshesWhenMetadataChanges) {
  ExtractedDocument dated = sample::document("a", "Sold 5 ships");
  sample::add(store_, {dated});
  dated.document.metadata.published = "2025-06-01";
  dated.document.metadata.published_basis = PublishedBasis::kGiven;
  EXPECT_THAT(outcomes(sample::add(store_, {dated})), ElementsAre(AddOutcome::kRefreshed));
  EXPECT_THAT(sample::rows(store_, "SELECT published, published_basis FROM documents"), ElementsAre("2025-06-01|given"));
}

TEST_F(Ingest, KeepsTheIdWhenRowsAreRefreshed) {
  const auto first = sample::add(store_, {sample::document("a", "Sold 5 ships")});
  const auto before = sample::rows(store_, "SELECT mention_id FROM mentions");
  Provenance other = sample::provenance();
  other.program_version = "0.2.0";
  EXPECT_EQ(sample::add(store_, {sample::document("a", "Sold 5 ships")}, other)[0].document_id, first[0].document_id);
  EXPECT_EQ(sample::rows(store_, "SELECT mention_id FROM mentions"), before);
}

TEST_F(Ingest, SaysBeforehandWhatIsUnchanged) {
  const ExtractedDocument known = sample::document("a", "Sold 5 ships");
  sample::add(store_, {known});
  Provenance other = sample::provenance();
  other.rules_digest = "rules-2";
  EXPECT_TRUE(*store_.holds(known.document, sample::provenance()));
  EXPECT_FALSE(*store_.holds(known.document, other));
  EXPECT_FALSE(*store_.holds(sample::document("a", "Sold 6 ships").document, sample::provenance()));
}

TEST_F(Ingest, HoldsWorksInAStoreOpenForReading) {
  const ExtractedDocument known = sample::document("a", "Sold 5 ships");
  sample::add(store_, {known});
  const Store reader = sample::open(path_, OpenMode::kReadOnly);
  const auto held = reader.holds(known.document, sample::provenance());
  ASSERT_TRUE(held) << held.error().to_string();
  EXPECT_TRUE(*held);
}

TEST_F(Ingest, RefusesToAddWhenOpenForReading) {
  Store reader = sample::open(path_, OpenMode::kReadOnly);
  EXPECT_EQ(reader.add({}, sample::provenance()).error().code, ErrorCode::kStore);
}

TEST_F(Ingest, RefusesATimeThatIsNoTime) {
  Provenance broken = sample::provenance();
  broken.ingested_at = "yesterday";
  const std::vector<ExtractedDocument> batch = {sample::document("a", "Sold 5 ships")};
  EXPECT_FALSE(store_.add(batch, broken));
  EXPECT_THAT(outcomes(sample::add(store_, batch)), ElementsAre(AddOutcome::kAdded)) << "a failed batch must leave nothing behind";
}

TEST_F(Ingest, KeepsEveryFieldOfTheRecords) {
  ExtractedDocument full = sample::document("a", "Costs of 3 to 5 million, cut in 2024");
  full.document.metadata = {"A title", "A paper", "An author", "2025-06-01", PublishedBasis::kStated, "https://example.org/a", "en-GB"};
  Figure& range = std::get<Figure>(full.extraction.mentions[0].content);
  range = {Quantity::kMoney, std::nullopt, Decimal(3'000'000), std::nullopt, "EUR", Bound::kAtLeast, Decimal(500'000), "cost"};
  sample::add(store_, {full});
  EXPECT_THAT(sample::rows(store_, "SELECT uri, title, publisher, author, published, published_basis, language, media_type FROM documents"),
              ElementsAre("a|A title|A paper|An author|2025-06-01|stated|en-GB|text/plain"));
  EXPECT_THAT(
      sample::rows(store_,
                   "SELECT quote, quantity, value, low, high, value_text, unit, bound, rounding, noun, rule_id FROM figures LIMIT 1"),
      ElementsAre("3|money|NULL|3000000|NULL|NULL|EUR|at_least|500000|cost|number.digits"));
  EXPECT_THAT(sample::rows(store_, "SELECT quote, type, timex, start_date, end_date, relative FROM dates"),
              ElementsAre("2024|date|2024|2024-01-01|2025-01-01|0"));
}

TEST_F(Ingest, KeepsDecimalsThatNoDoubleHolds) {
  sample::add(store_, {sample::document("a", "Debt of $12345678901234567890123 now")});
  EXPECT_THAT(sample::rows(store_, "SELECT value_text, value FROM figures"), ElementsAre("12345678901234567890123|1.2345678901234568e+22"));
}

TEST_F(Ingest, StoresDerivationsInCodePoints) {
  Provenance explained = sample::provenance();
  explained.derivations = true;
  sample::add(store_, {sample::document("a", "Café: $7 sold", true)}, explained);
  EXPECT_THAT(sample::rows(store_, "SELECT step, depth, rule_id, part, char_start, char_end, value_text FROM derivations"),
              ElementsAre("0|0|number.digits|NULL|6|8|7", "1|1|number.plain|n|7|8|7", "2|2|token|NULL|7|8|NULL"));
}

class IngestOrder : public testing::TestWithParam<unsigned> {};

TEST_P(IngestOrder, ChangesNoRow) {
  std::vector<ExtractedDocument> documents = sample::corpus(60);
  const sample::Folder folder;
  Store in_order = sample::open(folder.file("a.db"), OpenMode::kCreate);
  sample::add(in_order, documents);

  std::mt19937 random(GetParam());
  std::shuffle(documents.begin(), documents.end(), random);
  Store shuffled = sample::open(folder.file("b.db"), OpenMode::kCreate);
  for (std::size_t at = 0; at < documents.size();) {
    const std::size_t size = std::min<std::size_t>(1 + random() % 20, documents.size() - at);
    sample::add(shuffled,
                {documents.begin() + static_cast<std::ptrdiff_t>(at), documents.begin() + static_cast<std::ptrdiff_t>(at + size)});
    at += size;
  }
  ASSERT_TRUE(in_order.update_search());
  ASSERT_TRUE(shuffled.update_search());
  EXPECT_EQ(sample::dump(shuffled), sample::dump(in_order));
}

INSTANTIATE_TEST_SUITE_P(Seeds, IngestOrder, testing::Range(1U, 6U));

TEST(BulkLoad, GivesTheRowsOfASingleOne) {
  const sample::Folder folder;
  Store plain = sample::open(folder.file("a.db"), OpenMode::kCreate);
  Store bulk = sample::open(folder.file("b.db"), OpenMode::kCreate);
  sample::add(plain, sample::corpus(30));
  ASSERT_TRUE(bulk.begin_bulk());
  sample::add(bulk, sample::corpus(30));
  ASSERT_TRUE(bulk.finish_bulk());
  EXPECT_EQ(sample::dump(bulk), sample::dump(plain));
  EXPECT_EQ(sample::rows(bulk, "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name = 'mention_by_id'").size(), 1U);
}

TEST(BulkLoad, ThatWasCutShortIsFinishedByTheNextOpen) {
  const sample::Folder folder;
  {
    Store bulk = sample::open(folder.file("b.db"), OpenMode::kCreate);
    ASSERT_TRUE(bulk.begin_bulk());
    sample::add(bulk, sample::corpus(3));
  }
  const Store next = sample::open(folder.file("b.db"), OpenMode::kReadWrite);
  EXPECT_THAT(sample::rows(next, "SELECT count(*) FROM sqlite_schema WHERE name = 'mention_by_id'"), ElementsAre("1"));
}

}  // namespace
}  // namespace attest

// The schema itself refuses rows that mean nothing, whoever writes them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/sample.h"

namespace attest {
namespace {

struct Attempt {
  const char* name;
  const char* sql;
};

class Constraints : public testing::TestWithParam<Attempt> {
 protected:
  void SetUp() override {
    const std::string path = folder_.file("facts.db");
    Store store = sample::open(path, OpenMode::kCreate);
    Provenance explained = sample::provenance();
    explained.derivations = true;
    sample::add(store, {sample::document("a", "Sold 15 ships in 2024: pact of Seaport", true)}, explained);
    ASSERT_EQ(sqlite3_open(path.c_str(), &database_), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database_, "PRAGMA foreign_keys = ON", nullptr, nullptr, nullptr), SQLITE_OK);
  }
  void TearDown() override { sqlite3_close(database_); }

  sample::Folder folder_;
  sqlite3* database_ = nullptr;
};

TEST_P(Constraints, RefuseIt) {
  EXPECT_EQ(sqlite3_exec(database_, GetParam().sql, nullptr, nullptr, nullptr), SQLITE_CONSTRAINT) << sqlite3_errmsg(database_);
}

INSTANTIATE_TEST_SUITE_P(
    Attempts, Constraints,
    testing::Values(
        Attempt{"BasisOutOfList", "UPDATE document SET published_basis = 'guessed'"},
        Attempt{"BasisWithoutDate", "UPDATE document SET published_basis = 'given'"},
        Attempt{"DateWithoutBasis", "UPDATE document SET published = '2025-01-01'"},
        Attempt{"NoSuchDay", "UPDATE document SET published = '2025-02-30', published_basis = 'given'"},
        Attempt{"EmptyTitle", "UPDATE document SET title = ''"}, Attempt{"ShortId", "UPDATE document SET document_id = 'abc'"},
        Attempt{"VersionZero", "UPDATE document SET version = 0"}, Attempt{"CurrentTwo", "UPDATE document SET is_current = 2"},
        Attempt{"TextIsNumber", "UPDATE document SET text = NULL"}, Attempt{"TypeOfColumn", "UPDATE document SET version = 'first'"},
        Attempt{"LocalTime", "UPDATE document SET ingested_at = '2025-06-17 12:00'"},
        Attempt{"UnknownExtractor", "UPDATE document SET extractor_key = 77"},
        Attempt{"SentenceBackwards", "UPDATE sentence SET char_end = 0"}, Attempt{"BlockOutOfList", "UPDATE sentence SET block = 'poem'"},
        Attempt{"SentenceOfNoDocument", "INSERT INTO sentence VALUES (99, 0, 0, 1, 'paragraph')"},
        Attempt{"MentionKindOutOfList", "UPDATE mention SET kind = 'guess'"},
        Attempt{"MentionBackwards", "UPDATE mention SET char_end = char_start"},
        Attempt{"MentionOutsideItsSentence", "UPDATE mention SET sentence_start = char_start + 1"},
        Attempt{"MentionWithFewerBytesThanCharacters", "UPDATE mention SET byte_end = byte_start"},
        Attempt{"MentionOfNoDocument",
                "INSERT INTO mention SELECT 99, 0, replace(mention_id, '0', '1'), kind, char_start, char_end, byte_start, byte_end,"
                " sentence_start, sentence_end, quote, rule_id FROM mention"},
        Attempt{"MentionIdTwice", "UPDATE mention SET mention_id = (SELECT min(mention_id) FROM mention)"},
        Attempt{"MentionWithoutRule", "UPDATE mention SET rule_id = ''"},
        Attempt{"QuantityOutOfList", "UPDATE figure SET quantity = 'lots'"},
        Attempt{"BoundOutOfList", "UPDATE figure SET bound = 'roughly'"},
        Attempt{"LowOverHigh", "UPDATE figure SET is_point = 0, low = 2, high = 1, low_text = '2', high_text = '1'"},
        Attempt{"PointWithEnds", "UPDATE figure SET low = value, low_text = value_text"},
        Attempt{"PointWithoutValue", "UPDATE figure SET value = NULL, value_text = NULL"},
        Attempt{"NegativeRounding", "UPDATE figure SET rounding = -1"},
        Attempt{"ValueWithoutExactText", "UPDATE figure SET value_text = NULL"},
        Attempt{"FigureOfNoMention", "UPDATE figure SET mention_number = 50"},
        Attempt{"DateTypeOutOfList", "UPDATE date_expression SET type = 'epoch'"},
        Attempt{"DateThatIsNoDay", "UPDATE date_expression SET start_date = '2024-00-10'"},
        Attempt{"DateBackwards", "UPDATE date_expression SET end_date = start_date"},
        Attempt{"RelativeMaybe", "UPDATE date_expression SET relative = 2"},
        Attempt{"DateOfNoMention", "UPDATE date_expression SET mention_number = 50"}, Attempt{"NameOfNothing", "UPDATE name SET name = ''"},
        Attempt{"NameOfNoMention", "UPDATE name SET mention_number = 50"},
        Attempt{"AgreementWithoutId", "UPDATE agreement SET agreement_id = ''"},
        Attempt{"SignedBackwards", "UPDATE agreement SET signed_end = signed_start"},
        Attempt{"WorthWithoutUnit", "UPDATE agreement SET value_unit = NULL"},
        Attempt{"DerivationBackwards", "UPDATE derivation SET char_end = char_start - 1"},
        Attempt{"DerivationOfNoMention", "UPDATE derivation SET mention_number = 50 WHERE step = 0"}),
    [](const auto& one) { return one.param.name; });

TEST(Constraints, TwoCurrentVersionsOfAUriAreRefused) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  {
    Store store = sample::open(path, OpenMode::kCreate);
    sample::add(store, {sample::document("a", "Sold 5"), sample::document("a", "Sold 6")});
  }
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  EXPECT_EQ(sqlite3_exec(database, "UPDATE document SET is_current = 1", nullptr, nullptr, nullptr), SQLITE_CONSTRAINT);
  sqlite3_close(database);
}

}  // namespace
}  // namespace attest

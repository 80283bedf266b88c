#include "store/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "store/sample.h"

namespace attest {
namespace {

using testing::Contains;
using testing::HasSubstr;

class SoundStore : public testing::Test {
 protected:
  void SetUp() override {
    Store store = sample::open(path_, OpenMode::kCreate);
    Provenance explained = sample::provenance();
    explained.derivations = true;
    sample::add(store,
                {sample::document("a", "Café: 15 ships for $70\nSince in 2024", true), sample::document("a", "Other 5"),
                 sample::document("b", "No 6 in the pact of Seaport")},
                explained);
  }
  VerifyReport report() {
    const Store store = sample::open(path_, OpenMode::kReadOnly);
    auto report = verify(store);
    EXPECT_TRUE(report) << report.error().to_string();
    return *report;
  }

  sample::Folder folder_;
  std::string path_ = folder_.file("facts.db");
};

TEST_F(SoundStore, HasNoProblems) {
  const VerifyReport sound = report();
  EXPECT_EQ(sound.documents, 3U);
  EXPECT_EQ(sound.sentences, 4U);
  EXPECT_EQ(sound.mentions, 7U);
  for (const VerifyProblem& problem : sound.problems) ADD_FAILURE() << problem.where << ": " << problem.what;
}

struct Damage {
  const char* name;
  const char* sql;
  const char* where;
  const char* what;
};

class DamagedStore : public SoundStore, public testing::WithParamInterface<Damage> {};

TEST_P(DamagedStore, IsNoticed) {
  sample::tamper(path_, GetParam().sql);
  std::vector<std::string> problems;
  for (const VerifyProblem& problem : report().problems) problems.push_back(problem.where + ": " + problem.what);
  EXPECT_THAT(problems, Contains(testing::AllOf(HasSubstr(GetParam().where), HasSubstr(GetParam().what))));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, DamagedStore,
    testing::Values(
        Damage{"Quote", "UPDATE mention SET quote = '16' WHERE quote = '15'", "mention ", "the quote is \"16\", but the text says \"15\""},
        Damage{"Text", "UPDATE document SET text = replace(text, '15', '51') WHERE version = 1", "(a)", "SHA-256"},
        Damage{"Sha256", "UPDATE document SET sha256 = replace(sha256, substr(sha256, 1, 1), '_')", "document ", "SHA-256"},
        Damage{"Uri", "UPDATE document SET uri = 'c' WHERE uri = 'b'", "(c)", "the id is not that of its uri"},
        Damage{"DocumentId", "UPDATE document SET document_id = '00000000000000000000000000000000' WHERE uri = 'b'", "document 0000",
               "the id is not"},
        Damage{"Characters", "UPDATE document SET characters = characters + 1 WHERE uri = 'b'", "(b)", "code points"},
        Damage{"TwoCurrent", "DROP INDEX document_current; UPDATE document SET is_current = 1", "uri a", "2 current versions"},
        Damage{"NoneCurrent", "UPDATE document SET is_current = 0 WHERE uri = 'b'", "uri b", "0 current versions"},
        Damage{"VersionMissing", "UPDATE document SET version = 5 WHERE uri = 'b'", "uri b", "number 5"},
        Damage{"SentenceBehindTheText", "UPDATE sentence SET char_end = 1000", "document ", "ends behind the text"},
        Damage{"SentencesOverlap", "UPDATE sentence SET char_start = 0 WHERE sentence_number = 1", "document ", "overlaps"},
        Damage{"MentionMoved", "UPDATE mention SET char_start = char_start + 1, char_end = char_end + 1 WHERE quote = '15'", "mention ",
               "are not bytes"},
        Damage{"MentionBehindTheText", "UPDATE mention SET byte_end = 4000000000 WHERE quote = '15'", "mention ", "are not bytes"},
        Damage{"SentenceOfAMention", "UPDATE mention SET sentence_end = char_start WHERE quote = '15'", "mention ", "does not hold it"},
        Damage{"MentionId", "UPDATE mention SET mention_id = '11111111111111111111111111111111' WHERE quote = '15'", "mention 1111",
               "the id is not that of its content"},
        Damage{"ExactValue", "UPDATE figure SET value_text = '16' WHERE value_text = '15'", "mention ",
               "the id is not that of its content"},
        Damage{"NoDecimal", "UPDATE figure SET value_text = 'many' WHERE value_text = '15'", "mention ", "value is not value_text"},
        Damage{"RealValue", "UPDATE figure SET value = 16 WHERE value_text = '15'", "mention ", "value is not value_text"},
        Damage{"RealHigh", "UPDATE figure SET is_point = 0, low = 15, high = 16, low_text = '15', high_text = '15' WHERE value_text = '15'",
               "mention ", "high is not high_text"},
        Damage{"Unit", "UPDATE figure SET unit = 'EUR' WHERE unit = 'USD'", "mention ", "the id is not that of its content"},
        Damage{"Day", "UPDATE date_expression SET start_date = '2023-01-01'", "mention ", "the id is not that of its content"},
        Damage{"FigureMissing", "DELETE FROM figure WHERE value_text = '15'", "mention ", "no row in the table of its kind"},
        Damage{"DateMissing", "DELETE FROM date_expression", "mention ", "no row in the table of its kind"},
        Damage{"KindChanged", "UPDATE mention SET kind = 'date' WHERE quote = '15'", "mention ", "no row in the table of its kind"},
        Damage{"KindWithoutTable", "UPDATE mention SET kind = 'person' WHERE quote = '15'", "mention ", "no row in the table of its kind"},
        Damage{"NameChanged", "UPDATE name SET name = 'Airport'", "mention ", "the id is not that of its content"},
        Damage{"NameMissing", "DELETE FROM name", "mention ", "no row in the table of its kind"},
        Damage{"KindOfNameChanged", "UPDATE mention SET kind = 'place' WHERE quote = 'Seaport'", "mention ",
               "the id is not that of its content"},
        Damage{"PartyChanged", "UPDATE agreement SET parties = 'GE'", "mention ", "the id is not that of its content"},
        Damage{"AgreementMissing", "DELETE FROM agreement", "mention ", "no row in the table of its kind"},
        Damage{"Worth", "UPDATE agreement SET value = 3", "mention ", "value is not value_text"},
        Damage{"SecondRow", "INSERT INTO name SELECT document_key, mention_number, 'x', NULL, NULL, NULL FROM figure", "mention ",
               "no row in the table of its kind"},
        Damage{"DocumentMissing", "DELETE FROM document WHERE uri = 'b'", "table mention", "no parent in document"},
        Damage{"MentionMissing", "DELETE FROM mention WHERE quote = '15'", "table derivation", "no parent in mention"},
        Damage{"ExtractorMissing", "DELETE FROM extractor", "table document", "no parent in extractor"},
        Damage{"CheckViolated", "UPDATE sentence SET block = 'poem' WHERE sentence_number = 1", "file",
               "CHECK constraint failed in sentence"}),
    [](const auto& one) { return one.param.name; });

TEST_F(SoundStore, NoticesOverwrittenPages) {
  {
    std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(0, std::ios::end);
    const auto size = static_cast<long>(file.tellp());
    const std::string rubbish(512, '\x5A');
    for (long at = 8192 * 3; at < size; at += 8192) {
      file.seekp(at);
      file.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
    }
  }
  const auto store = Store::open(path_, OpenMode::kReadOnly);
  if (!store) return;  // refusing to open says it as well
  const auto damaged = verify(*store);
  EXPECT_TRUE(!damaged || !damaged->problems.empty());
}

}  // namespace
}  // namespace attest

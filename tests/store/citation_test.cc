#include "store/citation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/identity.h"
#include "store/sample.h"

namespace attest {
namespace {

using testing::HasSubstr;

class Citations : public testing::Test {
 protected:
  void SetUp() override {
    Provenance explained = sample::provenance();
    explained.derivations = true;
    ExtractedDocument article = sample::document("a.txt", "Café news\nShips: 3.\nThe café paid $70 in 2024.\nLater it closed.\n", true);
    article.document.metadata.url = "https://example.org/a";
    article.document.metadata.title = "Café news";
    document_id_ = sample::add(store_, {article}, explained)[0].document_id;
    money_ = sample::rows(store_, "SELECT mention_id FROM figures WHERE unit = 'USD'")[0];
  }
  MentionCitation money() { return std::get<MentionCitation>(*find_cited(store_, money_)); }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
  std::string document_id_;
  std::string money_;
};

TEST_F(Citations, ShowTheSentenceOfAMention) {
  const MentionCitation citation = money();
  EXPECT_EQ(citation.quote, "$70");
  EXPECT_EQ(citation.sentence, "The café paid $70 in 2024.");
  EXPECT_EQ(citation.quote_in_sentence.of(citation.sentence), "$70");
}

TEST_F(Citations, ShowThePassageAroundTheSentence) {
  const MentionCitation citation = money();
  EXPECT_EQ(citation.before, "Café news\nShips: 3.\n");
  EXPECT_EQ(citation.after, "\nLater it closed.\n");
}

TEST_F(Citations, CountLinesAndColumnsFromOne) {
  EXPECT_EQ(money().line, 3U);
  EXPECT_EQ(money().column, 15U);
}

TEST_F(Citations, BringTheFigureBackAsItWas) {
  const Mention mention = money().mention;
  ASSERT_NE(mention.figure(), nullptr);
  EXPECT_EQ(mention.figure()->quantity, Quantity::kMoney);
  EXPECT_EQ(mention.figure()->value->to_string(), "70");
  EXPECT_EQ(mention.rule, "number.digits");
}

TEST_F(Citations, BringTheDateBackAsItWas) {
  const auto id = sample::rows(store_, "SELECT mention_id FROM dates")[0];
  const auto citation = std::get<MentionCitation>(*find_cited(store_, id));
  ASSERT_NE(citation.mention.date(), nullptr);
  EXPECT_EQ(citation.mention.date()->start_date, "2024-01-01");
  EXPECT_EQ(citation.mention.date()->timex, "2024");
}

TEST_F(Citations, BringNamesAndAgreementsBackAsTheyWere) {
  const ExtractedDocument article = sample::document("b.txt", "A pact of Seaport");
  sample::add(store_, {article});
  const auto ids = sample::rows(store_, "SELECT mention_id FROM mentions JOIN documents USING (document_id) WHERE uri = 'b.txt'");
  ASSERT_EQ(ids.size(), 2U);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto citation = std::get<MentionCitation>(*find_cited(store_, ids[i]));
    EXPECT_EQ(normal_form(citation.mention), normal_form(article.extraction.mentions[i]));
  }
}

TEST_F(Citations, NameTheDocument) {
  const StoredDocument document = money().document;
  EXPECT_EQ(document.document_id, document_id_);
  EXPECT_EQ(document.uri, "a.txt");
  EXPECT_EQ(document.metadata.url, "https://example.org/a");
  EXPECT_EQ(document.metadata.title, "Café news");
  EXPECT_EQ(document.rules_digest, "rules-1");
}

TEST_F(Citations, FindADocument) {
  const auto citation = std::get<DocumentCitation>(*find_cited(store_, document_id_));
  EXPECT_EQ(citation.document.uri, "a.txt");
  EXPECT_EQ(citation.characters, 64U);
  EXPECT_EQ(citation.sentences, 4U);
  EXPECT_EQ(citation.mentions, 3U);
  EXPECT_THAT(citation.text, testing::StartsWith("Café news\n"));
}

TEST_F(Citations, TakeADocumentsFirstDigits) {
  EXPECT_EQ(std::get<DocumentCitation>(*find_cited(store_, document_id_.substr(0, 6))).document.document_id, document_id_);
}

TEST_F(Citations, TakeAMentionsFirstDigitsInEitherCase) {
  std::string prefix = money_.substr(0, 14);
  for (char& c : prefix) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(std::get<MentionCitation>(*find_cited(store_, prefix)).mention_id, money_);
}

TEST_F(Citations, RefuseWhatIsNoId) {
  for (const char* prefix : {"", "abcde", "steel!", "0123456789abcdef0123456789abcdef0"}) {
    EXPECT_EQ(find_cited(store_, prefix).error().code, ErrorCode::kUsage) << prefix;
  }
}

TEST_F(Citations, SayWhenThereIsNoSuchRow) { EXPECT_EQ(find_cited(store_, "000000000000").error().code, ErrorCode::kNotFound); }

TEST_F(Citations, ListTheCandidatesOfAnAmbiguousId) {
  sample::tamper(folder_.file("facts.db"), "UPDATE mention SET mention_id = 'abcdef' || substr(mention_id, 7)");
  const Error error = find_cited(store_, "abcdef").error();
  EXPECT_EQ(error.code, ErrorCode::kUsage);
  EXPECT_THAT(error.hint, HasSubstr("figure \"$70\""));
  EXPECT_THAT(error.hint, HasSubstr("date \"2024\""));
}

TEST_F(Citations, CutALongPassageAtWords) {
  std::string text = "Start.";
  for (int i = 0; i < 200; ++i) text += " wörter";
  const std::string id = sample::add(store_, {sample::document("long", text + "\nSold 5 ships\n" + text)})[0].document_id;
  const auto mention = sample::rows(store_, "SELECT mention_id FROM mentions WHERE document_id = '" + id + "'")[0];
  const auto citation = std::get<MentionCitation>(*find_cited(store_, mention));
  EXPECT_THAT(citation.before, testing::StartsWith("wörter wörter"));
  EXPECT_LE(citation.before.size(), 240U * 8 / 7 + 8);
  EXPECT_THAT(citation.after, testing::StartsWith("\nStart. wörter"));
  EXPECT_THAT(citation.after, testing::EndsWith(" wörter"));
}

TEST_F(Citations, ExplainAMentionByItsDerivation) {
  const auto steps = derivation_of(store_, money_);
  ASSERT_TRUE(steps);
  ASSERT_EQ(steps->size(), 3U);
  EXPECT_EQ((*steps)[1].rule, "number.plain");
  EXPECT_EQ((*steps)[1].part, "n");
  EXPECT_EQ((*steps)[1].depth, 1);
  EXPECT_EQ(money().mention.derivation.size(), 3U);
}

TEST_F(Citations, ExplainNothingThatIsNotThere) { EXPECT_EQ(derivation_of(store_, "x").error().code, ErrorCode::kNotFound); }

TEST_F(Citations, DoNotFollowAPositionOutsideTheText) {
  sample::tamper(folder_.file("facts.db"), "UPDATE mention SET byte_end = 100000");
  EXPECT_EQ(find_cited(store_, money_).error().code, ErrorCode::kStore);
}

}  // namespace
}  // namespace attest

#include "read/jsonl_row.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/line_stream.h"

namespace attest {
namespace {

using testing::HasSubstr;

std::string padded(std::string_view row) { return std::string(row) + std::string(kLinePadding, '\0'); }

Result<Document> parse(std::string_view row) {
  const std::string buffer = padded(row);
  return JsonlRowParser().parse(std::string_view(buffer).substr(0, row.size()));
}

TEST(JsonlRow, TakesEveryKnownField) {
  const auto document =
      parse(R"({"id": "n1", "title": "Trade grows", "publisher": "The Paper", "author": "A. Writer", "other": {"text": [1, "x"]},
      "published": "2025-06-17T08:00:00Z", "url": "https://example.org/1", "text": "Exports rose 9%.\nImports \u201cfell\u201d \ud83d\ude00."})");
  ASSERT_TRUE(document.ok()) << document.error().to_string();
  EXPECT_EQ(document->source, "n1");
  EXPECT_EQ(document->text, "Exports rose 9%.\nImports “fell” 😀.");
  EXPECT_EQ(document->media_type, "text/plain");
  EXPECT_EQ(document->metadata.title, "Trade grows");
  EXPECT_EQ(document->metadata.publisher, "The Paper");
  EXPECT_EQ(document->metadata.author, "A. Writer");
  EXPECT_EQ(document->metadata.published, "2025-06-17");
  EXPECT_EQ(document->metadata.published_basis, PublishedBasis::kMetadata);
  EXPECT_EQ(document->metadata.url, "https://example.org/1");
}

TEST(JsonlRow, CountsNullAndEmptyAsAbsent) {
  const auto document = parse(R"({"id":"a","text":"","title":null,"published":null,"author":"","url":null})");
  ASSERT_TRUE(document.ok()) << document.error().to_string();
  EXPECT_EQ(document->text, "");
  EXPECT_EQ(document->metadata.title, "");
  EXPECT_EQ(document->metadata.published, "");
  EXPECT_EQ(document->metadata.published_basis, PublishedBasis::kNone);
}

struct IdCase {
  std::string_view row;
  std::string_view id;
};

TEST(JsonlRow, KeepsIntegerIdsAsWritten) {
  for (const IdCase& expected :
       std::vector<IdCase>{{R"({"id":17,"text":"t"})", "17"},
                           {R"({"id": -3 ,"text":"t"})", "-3"},
                           {R"({"id":0,"text":"t"})", "0"},
                           {R"({"text":"t","id":123456789012345678901234567890 })", "123456789012345678901234567890"}}) {
    const auto document = parse(expected.row);
    ASSERT_TRUE(document.ok()) << document.error().to_string();
    EXPECT_EQ(document->source, expected.id);
  }
}

TEST(JsonlRow, ReadsEscapedNamesAndTheLastOfEqualOnes) {
  const auto document = parse(R"({"id":"1","\u0074ext":"first","text":"last","te\nxt":1})");
  ASSERT_TRUE(document.ok()) << document.error().to_string();
  EXPECT_EQ(document->text, "last");
}

TEST(JsonlRow, PassesOverUnknownFieldsOfAnyKind) {
  const auto document = parse(R"({"huge":1e999,"deep":[[[{"id":"inner"}]]],"id":"outer","null":null,"text":"t","list":[true,false]})");
  ASSERT_TRUE(document.ok()) << document.error().to_string();
  EXPECT_EQ(document->source, "outer");
}

TEST(JsonlRow, AcceptsTheCarriageReturnOfWindowsLines) { EXPECT_TRUE(parse("{\"id\":\"1\",\"text\":\"t\"}\r").ok()); }

struct RefusedRow {
  std::string_view row;
  ErrorCode code;
  std::string_view what;
};

TEST(JsonlRow, ReadsTheArticleOfAPageAndPrefersTheRowsOwnMetadata) {
  const auto document = parse(
      R"({"id":"p1","html":"<html><title>Port traffic rises</title><nav><a href=x>Home</a></nav>)"
      R"(<meta name=author content='A. Writer'><p>Traffic rose by nine per cent, the port said on Monday.</p>","author":"B. Editor"})");
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->text, "Traffic rose by nine per cent, the port said on Monday.\n");
  EXPECT_EQ(document->metadata.title, "Port traffic rises");
  EXPECT_EQ(document->metadata.author, "B. Editor");
  EXPECT_EQ(document->media_type, "text/html");
}

TEST(JsonlRow, RefusesNamingTheField) {
  const std::vector<RefusedRow> cases = {
      {R"({"text":"t"})", ErrorCode::kFormat, R"(row has no field "id")"},
      {R"({"id":"","text":"t"})", ErrorCode::kFormat, R"(row has no field "id")"},
      {R"({"id":null,"text":"t"})", ErrorCode::kFormat, R"(row has no field "id")"},
      {R"({"id":"a7"})", ErrorCode::kFormat, R"(row "a7" has no field "text" or "html")"},
      {R"({"id":"a7","text":null})", ErrorCode::kFormat, R"(row "a7" has no field "text")"},
      {R"({"id":"a7","html":"<p></p>"})", ErrorCode::kFormat, R"(row "a7": page without text)"},
      {R"({"id":"a","text":17})", ErrorCode::kFormat, R"(field "text" must be a string, not a number)"},
      {R"({"id":"a","text":"t","author":["A","B"]})", ErrorCode::kFormat, R"(field "author" must be a string, not an array)"},
      {R"({"id":"a","text":"t","title":{}})", ErrorCode::kFormat, R"(field "title" must be a string, not an object)"},
      {R"({"id":true,"text":"t"})", ErrorCode::kFormat, R"(field "id" must be a string, not a boolean)"},
      {R"({"id":1.5,"text":"t"})", ErrorCode::kFormat, R"(field "id" must be a string or an integer, not 1.5)"},
      {R"({"id":007,"text":"t"})", ErrorCode::kFormat, R"(field "id" must be a string or an integer, not 007)"},
      {R"({"id":"a","text":"t","published":"June 2025"})", ErrorCode::kFormat, R"(field "published" is no ISO date: "June 2025")"},
      {R"({"id":"a","text":"t","published":"2025-02-30"})", ErrorCode::kFormat, R"(field "published" is no ISO date: "2025-02-30")"},
      {R"({"id":"a","text":"t","published":20250617})", ErrorCode::kFormat, R"(field "published" must be a string, not a number)"},
      {R"({"id":"a","text":"x\ud800y"})", ErrorCode::kFormat, R"(field "text" has a broken escape)"},
      {R"({"id":"a","text":"x\udc00y"})", ErrorCode::kFormat, R"(field "text" has a broken escape)"},
      {R"({"id":"a","text":"\ud800\u0041"})", ErrorCode::kFormat, R"(field "text" has a broken escape)"},
      {R"({"id":"a","text":"x\qy"})", ErrorCode::kFormat, R"(field "text" has a broken escape)"},
      {R"({"id":"a","text":"x\u0000y"})", ErrorCode::kEncoding, R"(field "text" has a NUL character)"},
      {"{\"id\":\"a\",\"text\":\"caf\xE9\"}", ErrorCode::kEncoding, "broken UTF-8 at byte 21 of the line"},
      {"{\"id\":\"a\",\"text\":\"a\tb\"}", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":"t")", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":"t)", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":nul})", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a" "text":"t"})", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":"t"} x)", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":"t"}{"id":"b","text":"t"})", ErrorCode::kFormat, "malformed JSON"},
      {R"({"id":"a","text":"t"}})", ErrorCode::kFormat, "malformed JSON"},
      {R"(["id","text"])", ErrorCode::kFormat, "a row must be a JSON object"},
      {R"("text")", ErrorCode::kFormat, "a row must be a JSON object"},
      {"plain words", ErrorCode::kFormat, "a row must be a JSON object"},
      {"{", ErrorCode::kFormat, "malformed JSON"},
  };
  for (const RefusedRow& expected : cases) {
    const auto document = parse(expected.row);
    ASSERT_FALSE(document.ok()) << expected.row;
    EXPECT_EQ(document.error().code, expected.code) << expected.row;
    EXPECT_THAT(document.error().what, HasSubstr(expected.what)) << expected.row;
  }
}

TEST(JsonlRow, GoesOnAfterARefusedRow) {
  JsonlRowParser parser;
  const std::string broken = padded(R"({"id":"a","text":"\ud800")");
  const std::string whole = padded(R"({"id":"b","text":"t"})");
  EXPECT_FALSE(parser.parse(std::string_view(broken).substr(0, broken.size() - kLinePadding)).ok());
  EXPECT_TRUE(parser.parse(std::string_view(whole).substr(0, whole.size() - kLinePadding)).ok());
}

TEST(JsonlRow, EveryPrefixOfARowIsRefused) {
  constexpr std::string_view kRow = R"({"id":"a7","n":[1,{"x":null}],"title":"T","text":"Exports \"rose\" 9%.","published":"2025-06-17"})";
  ASSERT_TRUE(parse(kRow).ok());
  for (std::size_t length = 0; length < kRow.size(); ++length) {
    EXPECT_FALSE(parse(kRow.substr(0, length)).ok()) << kRow.substr(0, length);
  }
}

TEST(JsonlRow, KnowsArticlesFromOtherObjects) {
  JsonlRowParser parser;
  const auto looks = [&](std::string_view row) {
    const std::string buffer = padded(row);
    return parser.looks_like_article(std::string_view(buffer).substr(0, row.size()));
  };
  for (const std::string_view row : {R"({"id":1,"text":"t"})", R"({"html":"<p>"})", R"({"a":{"b":1},"text":3})"})
    EXPECT_TRUE(looks(row)) << row;
  for (const std::string_view row : {"", "{", "{}", "{draft} of a text", R"({"a":{"text":1}})", R"(["text"])", R"({"name":"x"})"}) {
    EXPECT_FALSE(looks(row)) << row;
  }
}

}  // namespace
}  // namespace attest

#include "present/json_lines.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <random>

#include "text/code_points.h"

namespace attest {
namespace {

Document sample_document() {
  Document document;
  document.source = "port.txt";
  document.text = "Trade came to nearly US$4.2 billion in 2024.";
  return document;
}

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonString, EscapesWhatTheStandardAsksFor) {
  EXPECT_EQ(json_string("plain € 貿"), "\"plain € 貿\"");
  EXPECT_EQ(json_string("a\"b\\c/d"), "\"a\\\"b\\\\c/d\"");
  EXPECT_EQ(json_string("\n\r\t\b\f"), "\"\\n\\r\\t\\b\\f\"");
  EXPECT_EQ(json_string(std::string_view("\0\x1f\x7f", 3)), "\"\\u0000\\u001f\x7f\"");
  EXPECT_EQ(json_string("a\u2028b"), "\"a\u2028b\"") << "line separators are legal in JSON";
  EXPECT_EQ(json_string(""), "\"\"");
}

TEST(JsonString, ReadsBackAsTheSameText) {
  std::mt19937 random(7);
  simdjson::dom::parser parser;
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::size_t length = random() % 40; length > 0; --length) text += static_cast<char>(random() % 128);
    const std::string json = "[" + json_string(text) + "]";
    std::string_view back;
    ASSERT_EQ(parser.parse(json).at(0).get(back), simdjson::SUCCESS) << json;
    EXPECT_EQ(back, text);
  }
}

TEST(ToValidUtf8, ReplacesOnlyWhatIsBroken) {
  EXPECT_EQ(to_valid_utf8("caf\xC3\xA9"), "caf\xC3\xA9");
  EXPECT_EQ(to_valid_utf8("caf\xE9.txt"), "caf\uFFFD.txt");
  EXPECT_EQ(to_valid_utf8("\xC3"), "\uFFFD");
  EXPECT_TRUE(is_valid_utf8(to_valid_utf8("\xff\xfe\x80ok\xED\xA0\x80")));
}

TEST(RecordWriter, WritesAFigureWithItsFields) {
  const Document document = sample_document();
  Figure figure;
  figure.quantity = Quantity::kMoney;
  figure.value = figure.low = figure.high = Decimal(42, 8);
  figure.unit = "USD";
  figure.bound = Bound::kNearly;
  figure.rounding = Decimal(5, 7);
  const Mention mention{
      .bytes = {21, 35}, .chars = {21, 35}, .sentence_chars = {0, 44}, .rule = "money.sign_amount", .content = figure, .derivation = {}};
  std::string out;
  RecordWriter(document, out).mention(mention);
  EXPECT_EQ(out,
            "{\"record\":\"mention\",\"doc\":\"port.txt\",\"kind\":\"figure\",\"start\":21,\"end\":35,\"text\":\"US$4.2 billion\","
            "\"rule\":\"money.sign_amount\",\"quantity\":\"money\",\"value\":4200000000,\"low\":4200000000,\"high\":4200000000,"
            "\"unit\":\"USD\",\"bound\":\"nearly\",\"rounding\":50000000,\"noun\":null}\n");
}

TEST(RecordWriter, WritesNullForWhatAFigureLacks) {
  const Document document = sample_document();
  Figure figure;
  figure.low = Decimal(2);
  figure.noun = "port";
  const Mention mention{
      .bytes = {0, 5}, .chars = {0, 5}, .sentence_chars = {0, 44}, .rule = "count.plain", .content = figure, .derivation = {}};
  std::string out;
  RecordWriter(document, out).mention(mention);
  EXPECT_EQ(
      out,
      "{\"record\":\"mention\",\"doc\":\"port.txt\",\"kind\":\"figure\",\"start\":0,\"end\":5,\"text\":\"Trade\",\"rule\":\"count.plain\","
      "\"quantity\":\"count\",\"value\":null,\"low\":2,\"high\":null,\"unit\":null,\"bound\":\"exact\",\"rounding\":null,\"noun\":\"port\"}"
      "\n");
}

TEST(RecordWriter, WritesADateWithItsFields) {
  const Document document = sample_document();
  DateExpression date;
  date.start_date = "2024-01-01";
  date.end_date = "2025-01-01";
  date.timex = "2024";
  const Mention mention{
      .bytes = {39, 43}, .chars = {39, 43}, .sentence_chars = {0, 44}, .rule = "date.year", .content = date, .derivation = {}};
  std::string out;
  RecordWriter(document, out).mention(mention);
  EXPECT_EQ(
      out,
      "{\"record\":\"mention\",\"doc\":\"port.txt\",\"kind\":\"date\",\"start\":39,\"end\":43,\"text\":\"2024\",\"rule\":\"date.year\","
      "\"type\":\"date\",\"start_date\":\"2024-01-01\",\"end_date\":\"2025-01-01\",\"timex\":\"2024\",\"mod\":null,\"alternative\":null,"
      "\"relative\":false,"
      "\"timex_kind\":\"text\"}\n");
}

TEST(RecordWriter, WritesTheDocumentAndItsSentences) {
  Document document = sample_document();
  document.source = "caf\xE9.txt";
  document.metadata.title = "Ports \"boom\"";
  document.metadata.published = "2025-01-02";
  document.metadata.published_basis = PublishedBasis::kGiven;
  std::string out;
  RecordWriter writer(document, out);
  writer.document(44, "ab12");
  writer.sentence({.bytes = {0, 44}, .chars = {0, 44}, .block = BlockKind::kParagraph});
  EXPECT_EQ(out,
            "{\"record\":\"document\",\"doc\":\"caf\uFFFD.txt\",\"title\":\"Ports \\\"boom\\\"\",\"publisher\":null,\"author\":null,"
            "\"published\":\"2025-01-02\",\"published_basis\":\"given\",\"language\":null,\"sha256\":\"ab12\",\"chars\":44}\n"
            "{\"record\":\"sentence\",\"doc\":\"caf\uFFFD.txt\",\"start\":0,\"end\":44,\"block\":\"paragraph\"}\n");
}

}  // namespace
}  // namespace attest

#include "present/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <simdjson.h>

#include "present/display_text.h"

namespace attest {
namespace {

using Row = std::vector<CellView>;

std::string write(TableFormat format, const std::vector<std::string>& columns, const std::vector<Row>& rows, std::size_t width = 0) {
  std::string out;
  const auto writer = make_table_writer(format, out, width);
  writer->begin(columns);
  for (const Row& row : rows) writer->row(row);
  writer->end();
  return out;
}

const std::vector<std::string> kColumns = {"publisher", "value"};
const std::vector<Row> kRows = {{CellView("Harbour Gazette"), CellView(std::int64_t{12})},
                                {CellView(), CellView(4.5)},
                                {CellView("says \"no\", twice"), CellView(43800000000.0)}};

TEST(Table, AlignsNumbersToTheRight) {
  EXPECT_EQ(write(TableFormat::kTable, kColumns, kRows),
            "publisher         value\n"
            "----------------  -----------\n"
            "Harbour Gazette            12\n"
            "                          4.5\n"
            "says \"no\", twice  43800000000\n");
}

TEST(Table, AlignsByDisplayWidth) {
  EXPECT_EQ(write(TableFormat::kTable, {"name", "n"},
                  {{CellView("貿易"), CellView(std::int64_t{1})}, {CellView("x"), CellView(std::int64_t{2})}}),
            "name  n\n"
            "----  -\n"
            "貿易  1\n"
            "x     2\n");
}

TEST(Table, IsNeverCutWithoutATerminal) {
  const std::string quote(5000, 'q');
  EXPECT_THAT(write(TableFormat::kTable, {"quote"}, {{CellView(quote)}}), ::testing::HasSubstr(quote));
}

TEST(Table, FitsTheTerminalByCuttingTheWidestText) {
  const std::string out =
      write(TableFormat::kTable, {"id", "quote"}, {{CellView("a1"), CellView(std::string_view("a long passage from an article"))}}, 20);
  EXPECT_EQ(out,
            "id  quote\n"
            "--  ----------------\n"
            "a1  a long passage …\n");
}

TEST(Table, BreaksInCellsDoNotBreakRows) {
  EXPECT_EQ(write(TableFormat::kTable, {"quote"}, {{CellView("two\nlines")}}), "quote\n---------\ntwo lines\n");
}

TEST(Csv, QuotesWhatNeedsIt) {
  EXPECT_EQ(write(TableFormat::kCsv, kColumns, kRows),
            "publisher,value\r\n"
            "Harbour Gazette,12\r\n"
            ",4.5\r\n"
            "\"says \"\"no\"\", twice\",43800000000\r\n");
  EXPECT_EQ(write(TableFormat::kCsv, {"a"}, {{CellView("x\ny")}, {CellView("")}}), "a\r\n\"x\ny\"\r\n\"\"\r\n")
      << "the empty text is not NULL";
}

TEST(JsonLines, WritesAnObjectALine) {
  EXPECT_EQ(write(TableFormat::kJsonLines, kColumns, kRows),
            "{\"publisher\":\"Harbour Gazette\",\"value\":12}\n"
            "{\"publisher\":null,\"value\":4.5}\n"
            "{\"publisher\":\"says \\\"no\\\", twice\",\"value\":43800000000}\n");
}

TEST(Json, IsOneArrayForAnyNumberOfRows) {
  for (std::size_t count = 0; count <= kRows.size(); ++count) {
    const std::string out = write(TableFormat::kJson, kColumns, {kRows.begin(), kRows.begin() + static_cast<std::ptrdiff_t>(count)});
    simdjson::dom::parser parser;
    simdjson::dom::array array;
    ASSERT_EQ(parser.parse(out).get(array), simdjson::SUCCESS) << out;
    EXPECT_EQ(array.size(), count);
  }
}

TEST(Markdown, EscapesBarsAndBreaks) {
  EXPECT_EQ(write(TableFormat::kMarkdown, {"a", "b"}, {{CellView("x|y\nz"), CellView(std::int64_t{3})}}),
            "| a | b |\n"
            "| --- | --- |\n"
            "| x\\|y<br>z | 3 |\n");
}

TEST(RealNumbers, ArePlainWhileReadable) {
  const struct {
    double value;
    std::string_view text;
  } cases[] = {{0.0, "0"}, {-0.5, "-0.5"}, {1e12, "1000000000000"}, {0.1, "0.1"}, {1e-3, "0.001"}, {1e300, "1e+300"}, {1e-300, "1e-300"}};
  for (const auto& c : cases) {
    EXPECT_EQ(write(TableFormat::kJsonLines, {"v"}, {{CellView(c.value)}}), "{\"v\":" + std::string(c.text) + "}\n");
  }
}

TEST(TableFormatNamed, KnowsItsNames) {
  EXPECT_EQ(table_format_named("jsonl"), TableFormat::kJsonLines);
  EXPECT_EQ(table_format_named("markdown"), TableFormat::kMarkdown);
  EXPECT_EQ(table_format_named("xml"), std::nullopt);
}

}  // namespace
}  // namespace attest

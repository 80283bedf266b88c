#include "csv.h"

#include <gtest/gtest.h>

namespace attest::command {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(std::string_view text) {
  Rows rows;
  const auto parsed = parse_csv(text);
  if (!parsed) return {{"error", parsed.error().where}};
  for (const CsvRecord& record : *parsed) rows.push_back(record.fields);
  return rows;
}

TEST(Csv, ReadsRecords) {
  const struct {
    std::string_view text;
    Rows rows;
  } cases[] = {
      {"", {}},
      {"a,b\nc,d\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\r\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,,c\n,\n", {{"a", "", "c"}, {"", ""}}},
      {"\"a,b\",\"say \"\"x\"\"\"\n", {{"a,b", "say \"x\""}}},
      {"\"two\nlines\",b\r\nc,d\r\n", {{"two\nlines", "b"}, {"c", "d"}}},
      {"\"\",b\n", {{"", "b"}}},
      {"a\n\n\nb\n", {{"a"}, {"b"}}},
      {"a,\"b\"\r\n", {{"a", "b"}}},
  };
  for (const auto& c : cases) EXPECT_EQ(rows_of(c.text), c.rows) << c.text;
}

TEST(Csv, NamesTheLineOfABrokenQuotation) {
  EXPECT_EQ(rows_of("a,b\n\"c,d\ne\n"), (Rows{{"error", "line 2"}}));
  EXPECT_EQ(rows_of("a\nb\n\"c\"d\n"), (Rows{{"error", "line 3"}}));
}

TEST(Csv, CountsLinesInsideQuotations) {
  const auto parsed = parse_csv("\"1\n2\n3\",x\ny,z\n");
  ASSERT_TRUE(parsed.ok());
  ASSERT_EQ(parsed->size(), 2U);
  EXPECT_EQ((*parsed)[1].line, 4U);
}

}  // namespace
}  // namespace attest::command

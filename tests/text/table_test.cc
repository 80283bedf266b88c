#include "text/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/analysis.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Table> tables_of(const std::string& text) {
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  return analysed.tables;
}

std::vector<std::string> cells_of(const std::string& text) {
  std::vector<std::string> cells;
  for (const Table& table : tables_of(text)) {
    for (const TableCell& cell : table.cells) cells.emplace_back(cell.bytes.of(text));
  }
  return cells;
}

TEST(ReadTable, CellsAreTrimmedAndInOrder) {
  EXPECT_THAT(cells_of("Year\t Grain \tFuel\n2020\t5\t 7.5"), ElementsAre("Year", "Grain", "Fuel", "2020", "5", "7.5"));
}

TEST(ReadTable, EmptyCellsKeepTheirPlace) {
  EXPECT_THAT(cells_of("\tGrain\tFuel\n2020\t\t7"), ElementsAre("", "Grain", "Fuel", "2020", "", "7"));
}

TEST(ReadTable, ShortRowsArePadded) { EXPECT_THAT(cells_of("a\tb\tc\nd\te"), ElementsAre("a", "b", "c", "d", "e", "")); }

TEST(ReadTable, CellsKnowTheirPlace) {
  const TableCell last = tables_of("a\tb\nc\td").at(0).cells.at(3);
  EXPECT_THAT(std::vector({last.row, last.column}), ElementsAre(1, 1));
}

TEST(ReadTable, ABlankLineEndsATable) { EXPECT_THAT(tables_of("a\tb\nc\td\n\ne\tf\ng\th"), SizeIs(2)); }

TEST(ReadTable, OneTabInOneLineIsNoTable) { EXPECT_THAT(tables_of("Prices rose.\tFuel fell.\nNothing else."), IsEmpty()); }

TEST(ReadTable, IndentedLinesAreNoTable) { EXPECT_THAT(tables_of("\tPrices rose.\n\tFuel fell."), IsEmpty()); }

TEST(ReadTable, ALineBetweenRowsOpensASection) {
  EXPECT_THAT(cells_of("Land\t2024\nPeru\t5\nEurope\nMalta\t6"), ElementsAre("Land", "2024", "Peru", "5", "Europe", "", "Malta", "6"));
}

TEST(ReadTable, ALineBehindTheRowsIsNoSection) { EXPECT_THAT(cells_of("Land\t2024\nPeru\t5\nSource: customs"), SizeIs(4)); }

TEST(ReadTable, AFirstColumnMayOnlyNumberTheRows) {
  EXPECT_EQ(tables_of("No.\tLand\tGrain, t\n1\tPeru\t5\n2\tChad\t7").at(0).header_column, 1);
}

TEST(ReadTable, AFirstColumnOfYearsNamesTheRows) {
  EXPECT_EQ(tables_of("Year\tLand\tGrain, t\n2023\tPeru\t5\n2024\tChad\t7").at(0).header_column, 0);
}

struct HeaderCase {
  const char* name;
  std::string text;
  std::uint32_t rows;
  bool column;
};
class HeaderTest : public testing::TestWithParam<HeaderCase> {};

TEST_P(HeaderTest, RowsAreCounted) { EXPECT_EQ(tables_of(GetParam().text).at(0).header_rows, GetParam().rows); }
TEST_P(HeaderTest, ColumnIsRecognised) { EXPECT_EQ(tables_of(GetParam().text).at(0).has_header_column, GetParam().column); }

INSTANTIATE_TEST_SUITE_P(
    Tables, HeaderTest,
    testing::Values(HeaderCase{"YearsDown", "Year\tGrain, t\tFuel, t\n2020\t5\t7\n2021\t6\t8", 1, true},
                    HeaderCase{"YearsAcross", "Goods\t2020\t2021\nGrain\t5.5\t6\nFuel\t7%\t8%", 1, true},
                    HeaderCase{"NoHeaderRow", "Grain\t5\t6\nFuel\t7\t8", 0, true}, HeaderCase{"NumbersOnly", "5\t6\n7\t8", 0, false},
                    HeaderCase{"WordsOnly", "Factor\tNorth\tSouth\nStrengths\tMany ports and good roads\tCheap fuel and much grain", 1,
                               true},
                    HeaderCase{"PartsOfYears", "Goods\tQ1 2024 ($m)\tQ1 2025 ($m)\nGrain\t5.5\t6", 1, true},
                    HeaderCase{"Quarters", "Year\tQ1\tQ2\n2023\t5\t6\n2024\t7\t8", 1, true},
                    HeaderCase{"YearsWithWords", "Goods\t2024 (actual)\t2025 (plan)\nGrain\t5\t6", 1, true},
                    HeaderCase{"TwoRows", "\tExports\t\tImports\t\nLand\t2023\t2024\t2023\t2024\nPeru\t5\t6\t7\t8", 2, true},
                    HeaderCase{"SectionBelowHeads", "Land\t2023\t2024\nEurope\t\t\nMalta\t5\t6", 1, true},
                    HeaderCase{"WordsWithoutHeader", "Grain\tNova\tOslo\nFuel\tBell\tLyon", 0, true}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace attest

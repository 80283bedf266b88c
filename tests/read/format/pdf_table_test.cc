// Words in columns are tables where they are numbers, and prose where they are not.
#include "read/format/pdf_table.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

/// Words of a line from `left` on, six points a letter.
void set_line(std::vector<PdfWord>& words, double left, double top, const std::string& text) {
  std::string word;
  for (const char c : text + ' ') {
    if (c != ' ') {
      word += c;
      continue;
    }
    const double width = 6.0 * static_cast<double>(word.size());
    if (!word.empty()) words.push_back({left, top, left + width, top + 10, word});
    left += width + 3;
    word.clear();
  }
}

TEST(PdfTables, AreRowsWithTabsAndEmptyCells) {
  std::vector<PdfWord> words;
  set_line(words, 50, 90, "Grain and oil that the port handled in the last three years.");
  const double rows[] = {110, 124, 138, 152};
  const char* const cells[4][3] = {{"Year", "Grain", "Oil"}, {"2022", "7.9", "3.0"}, {"2023", "8.5", ""}, {"2024", "9.4", "3.2"}};
  for (int row = 0; row < 4; ++row) {
    for (int column = 0; column < 3; ++column) set_line(words, 50 + 120 * column, rows[row], cells[row][column]);
  }
  set_line(words, 50, 172, "It will grow by a tenth this year.");
  const std::vector<PdfTable> tables = find_tables(words);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows, (std::vector<std::string>{"Year\tGrain\tOil", "2022\t7.9\t3.0", "2023\t8.5\t", "2024\t9.4\t3.2"}));
  EXPECT_EQ(tables[0].top, 110);
  EXPECT_EQ(tables[0].bottom, 162);
}

TEST(PdfTables, TakeNumbersAtTheRightOfLabelsOfSeveralWords) {
  std::vector<PdfWord> words;
  const char* const labels[] = {"Exports to Kazakhstan", "Imports from Georgia", "Trade in all"};
  const char* const values[] = {"$18.7", "$2.4", "$21.1"};
  for (int i = 0; i < 3; ++i) {
    set_line(words, 50, 100 + 14 * i, labels[i]);
    set_line(words, 400, 100 + 14 * i, values[i]);
  }
  const std::vector<PdfTable> tables = find_tables(words);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows,
            (std::vector<std::string>{"Exports to Kazakhstan\t$18.7", "Imports from Georgia\t$2.4", "Trade in all\t$21.1"}));
}

TEST(PdfTables, AreNotSeenInColumnsOfProse) {
  std::vector<PdfWord> words;
  for (int i = 0; i < 8; ++i) {
    set_line(words, 40, 100 + 12 * i, "the port handled 9 million tonnes");
    set_line(words, 300, 100 + 12 * i, "of grain last year and so on it");
  }
  EXPECT_TRUE(find_tables(words).empty());
  EXPECT_TRUE(find_tables({}).empty());
}

}  // namespace
}  // namespace attest

// tests/cases/*.case: short articles with the figures that a careful reader finds in them.
//
//   # a comment, only before the text
//   The text, as many lines as it takes.
//   ---
//   quote | quantity | value or low..high | unit | bound | noun
//
// Rows are in order of position and name every figure of the text; an empty cell says that there is none. Rows may have
// comments between them. A text without figures has no rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "built_in_rules.h"
#include "fact/extractor.h"
#include "record/names.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAreArray;

struct Case {
  std::string name;
  std::string text;
  std::vector<std::string> rows;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

/// Cells with one space around each bar, so that columns may be aligned by hand.
std::string tidied(const std::string& row) {
  std::string text;
  std::istringstream cells(row);
  for (std::string cell; std::getline(cells, cell, '|');) {
    const std::size_t first = cell.find_first_not_of(' ');
    cell = first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
    text += (text.empty() ? "" : " | ") + cell;
  }
  return text;
}

Case read_case(const fs::path& path) {
  Case read;
  read.name = path.stem().string();
  std::ifstream stream(path, std::ios::binary);
  bool in_rows = false;
  for (std::string line; std::getline(stream, line);) {
    const bool is_comment = line.starts_with("#");
    if (!in_rows && line == "---") {
      in_rows = true;
    } else if (in_rows) {
      if (!line.empty() && !is_comment) read.rows.push_back(tidied(line + " "));
    } else if (!is_comment || !read.text.empty()) {
      read.text += line + "\n";
    }
  }
  return read;
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const auto& entry : fs::directory_iterator(fs::path(ATTEST_SOURCE_DIR) / "tests" / "cases")) {
    if (entry.path().extension() == ".case") cases.push_back(read_case(entry.path()));
  }
  std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

std::string value_of(const Figure& figure) {
  const auto print = [](const std::optional<Decimal>& value) { return value ? value->to_string() : std::string(); };
  return figure.value ? print(figure.value) : print(figure.low) + ".." + print(figure.high);
}

std::string row_of(const std::string& text, const Mention& mention) {
  const Figure& figure = *mention.figure();
  return tidied(std::string(mention.bytes.of(text)) + "|" + std::string(name_of(figure.quantity)) + "|" + value_of(figure) + "|" +
                figure.unit + "|" + std::string(name_of(figure.bound)) + "|" + figure.noun + " ");
}

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

class Cases : public ::testing::TestWithParam<Case> {};

TEST_P(Cases, GiveTheFiguresThatStandInThem) {
  ASSERT_FALSE(GetParam().text.empty());
  Document document;
  document.text = GetParam().text;
  Extractor::Workspace workspace(built_in());
  std::vector<std::string> found;
  for (const Mention& mention : built_in().extract(document, {}, workspace).mentions) {
    if (mention.figure() != nullptr) found.push_back(row_of(document.text, mention));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Figures, Cases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

TEST(CaseFiles, AreThere) { EXPECT_GE(all_cases().size(), 25U); }

}  // namespace
}  // namespace attest

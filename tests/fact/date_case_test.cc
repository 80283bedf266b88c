// tests/cases/dates/*.case: short articles with the dates that a careful reader finds in them (case_file.h).
//
//   quote | type | timex | start..end | relative, citation or a modifier
//
// Rows are in order of position and name every date of the text; an empty cell says that there is none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "case_file.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;

std::vector<CaseFile> all_cases() { return case_files("dates"); }

std::string row_of(const std::string& text, const Mention& mention) {
  const DateExpression& date = *mention.date();
  std::string row = std::string(mention.bytes.of(text)) + "|" + std::string(name_of(date.type)) + "|" + date.timex + "|";
  if (!date.start_date.empty()) row += date.start_date + ".." + date.end_date;
  row += std::string("|") + (date.relative ? "relative " : "") + (date.citation ? "citation " : "") + date.mod;
  return tidied(row + " ");
}

class DateCases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(DateCases, GiveTheDatesThatStandInThem) {
  ASSERT_FALSE(GetParam().text.empty());
  const Extraction extraction = extracted(GetParam());
  std::vector<std::string> found;
  for (const Mention& mention : extraction.mentions) {
    if (mention.date() != nullptr) found.push_back(row_of(GetParam().text, mention));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Dates, DateCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

TEST(DateCaseFiles, AreThere) { EXPECT_GE(all_cases().size(), 7U); }

}  // namespace
}  // namespace attest

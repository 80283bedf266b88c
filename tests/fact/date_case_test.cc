// tests/cases/dates/*.case: short articles with the dates that a careful reader finds in them (case_file.h).
//
//   quote | type | timex | start..end | relative, citation or a modifier
//
// Rows are in order of position and name every date of the text; an empty cell says that there is none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "built_in_rules.h"
#include "case_file.h"
#include "fact/extractor.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;

std::vector<CaseFile> all_cases() { return case_files(std::filesystem::path(ATTEST_SOURCE_DIR) / "tests" / "cases" / "dates"); }

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
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  Document document;
  document.text = GetParam().text;
  document.metadata.published = GetParam().published;
  Extractor::Workspace workspace(extractor);
  std::vector<std::string> found;
  for (const Mention& mention : extractor.extract(document, {}, workspace).mentions) {
    if (mention.date() != nullptr) found.push_back(row_of(document.text, mention));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Dates, DateCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

TEST(DateCaseFiles, AreThere) { EXPECT_GE(all_cases().size(), 7U); }

}  // namespace
}  // namespace attest

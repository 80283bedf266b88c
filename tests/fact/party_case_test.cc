// tests/cases/parties/*.case: short articles, and whom their figures are about (case_file.h).
//
//   quote | parties | from>to | attribution
//
// Rows are in order of position; facts between them may be left out. An empty cell says that there is none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "case_file.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;

std::vector<CaseFile> all_cases() { return case_files("parties"); }

std::string quote_of(const std::string& row) { return row.substr(0, row.find(" |")); }

std::string row_of(const std::string& quote, const Fact& fact) {
  std::string parties;
  for (const std::string& party : fact.parties) parties += (parties.empty() ? "" : ", ") + party;
  const std::string flow = fact.from.empty() && fact.to.empty() ? "" : fact.from + ">" + fact.to;
  return tidied(quote + "|" + parties + "|" + flow + "|" + fact.attribution.name + " ");
}

class PartyCases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(PartyCases, AreAboutTheirParties) {
  const Extraction extraction = extracted(GetParam());
  std::vector<std::string> found;
  for (const Fact& fact : extraction.facts) {
    if (found.size() == GetParam().rows.size()) break;
    const std::string quote(extraction.mentions[fact.figure].bytes.of(GetParam().text));
    if (quote == quote_of(GetParam().rows[found.size()])) found.push_back(row_of(quote, fact));
  }
  ASSERT_FALSE(GetParam().rows.empty());
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Parties, PartyCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace attest

// tests/cases/facts/*.case: short articles with the facts that a careful reader finds in them (case_file.h).
//
//   quote | measure id, or phrase where there is none | parties | from>to | period | status | change [| whole]
//
// Rows are in order of position and name every fact of the text. The period is start..end, the end excluded; the change its
// direction, and its kind unless it is a level. An empty cell says that there is none. Of what a share is part is compared where a row
// has a cell for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "case_file.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;

std::vector<CaseFile> all_cases() { return case_files("facts"); }

std::string between(const std::string& first, std::string_view mark, const std::string& second) {
  return first.empty() && second.empty() ? "" : first + std::string(mark) + second;
}

bool names_whole(const std::string& row) {
  constexpr auto kCells = 8;
  return std::count(row.begin(), row.end(), '|') + 1 == kCells;
}

std::string row_of(const std::string& text, const Mention& figure, const Fact& fact, bool with_whole) {
  std::string parties;
  for (const std::string& party : fact.parties) parties += (parties.empty() ? "" : ", ") + party;
  std::string change(name_of(fact.change.direction));
  if (fact.change.kind != ChangeKind::kLevel) change += " " + std::string(name_of(fact.change.kind));
  return tidied(std::string(figure.bytes.of(text)) + "|" + (fact.measure_id.empty() ? fact.measure : fact.measure_id) + "|" + parties +
                "|" + between(fact.from, ">", fact.to) + "|" + between(fact.period_start, "..", fact.period_end) + "|" +
                std::string(name_of(fact.status)) + "|" + change + " " + (with_whole ? "|" + fact.whole + " " : ""));
}

class FactCases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(FactCases, GiveTheFactsThatStandInThem) {
  ASSERT_FALSE(GetParam().text.empty());
  const Extraction extraction = extracted(GetParam());
  std::vector<std::string> found;
  for (const Fact& fact : extraction.facts) {
    const bool with_whole = found.size() < GetParam().rows.size() && names_whole(GetParam().rows[found.size()]);
    found.push_back(row_of(GetParam().text, extraction.mentions[fact.figure], fact, with_whole));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Facts, FactCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

TEST(FactCaseFiles, AreThere) { EXPECT_GE(all_cases().size(), 15U); }

}  // namespace
}  // namespace attest

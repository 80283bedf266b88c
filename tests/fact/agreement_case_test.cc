// tests/cases/agreements/*.case: short articles, and all agreements that they state (case_file.h).
//
//   quote | kind | status | parties | count | value | signed
//
// Rows are in order of position, one a mention. An empty cell says that there is none; the value is the amount and its currency. The first
// day of the signing may be left out, in all rows of a case.
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

std::vector<CaseFile> all_cases() { return case_files("agreements"); }

/// Whether the rows of a case tell the days of signing.
bool tells_days(const CaseFile& file) {
  constexpr auto kBars = 6;
  return !file.rows.empty() && std::count(file.rows.front().begin(), file.rows.front().end(), '|') == kBars;
}

std::string row_of(const std::string& quote, const Agreement& agreement, bool with_day) {
  std::string parties;
  for (const std::string& party : agreement.parties) parties += (parties.empty() ? "" : ", ") + party;
  const std::string count = agreement.count ? std::to_string(*agreement.count) : "";
  const std::string value = agreement.value ? agreement.value->to_string() + " " + agreement.value_unit : "";
  return tidied(quote + "|" + std::string(name_of(agreement.kind)) + "|" + std::string(name_of(agreement.status)) + "|" + parties + "|" +
                count + "|" + value + (with_day ? "|" + agreement.signed_start : "") + " ");
}

class AgreementCases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(AgreementCases, StateTheseAgreements) {
  std::vector<std::string> found;
  for (const Mention& mention : extracted(GetParam()).mentions) {
    if (const Agreement* agreement = mention.agreement())
      found.push_back(row_of(std::string(mention.bytes.of(GetParam().text)), *agreement, tells_days(GetParam())));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Agreements, AgreementCases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

}  // namespace
}  // namespace attest

// tests/cases/*.case: short articles with the figures that a careful reader finds in them (case_file.h).
//
//   quote | quantity | value or low..high | unit | bound | noun
//
// Rows are in order of position and name every figure of the text; an empty cell says that there is none. Rows may have
// comments between them. A text without figures has no rows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "case_file.h"
#include "record/names.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;

std::vector<CaseFile> all_cases() { return case_files(""); }

std::string value_of(const Figure& figure) {
  const auto print = [](const std::optional<Decimal>& value) { return value ? value->to_string() : std::string(); };
  return figure.value ? print(figure.value) : print(figure.low) + ".." + print(figure.high);
}

std::string row_of(const std::string& text, const Mention& mention) {
  const Figure& figure = *mention.figure();
  return tidied(std::string(mention.bytes.of(text)) + "|" + std::string(name_of(figure.quantity)) + "|" + value_of(figure) + "|" +
                figure.unit + "|" + std::string(name_of(figure.bound)) + "|" + figure.noun + " ");
}

class Cases : public ::testing::TestWithParam<CaseFile> {};

TEST_P(Cases, GiveTheFiguresThatStandInThem) {
  ASSERT_FALSE(GetParam().text.empty());
  const Extraction extraction = extracted(GetParam());
  std::vector<std::string> found;
  for (const Mention& mention : extraction.mentions) {
    if (mention.figure() != nullptr) found.push_back(row_of(GetParam().text, mention));
  }
  EXPECT_THAT(found, ElementsAreArray(GetParam().rows));
}

INSTANTIATE_TEST_SUITE_P(Figures, Cases, ::testing::ValuesIn(all_cases()), [](const auto& c) { return c.param.name; });

TEST(CaseFiles, AreThere) { EXPECT_GE(all_cases().size(), 25U); }

}  // namespace
}  // namespace attest

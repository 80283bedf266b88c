// Which unit a head states, and how much of the head says so.
#include "fact/table/head_unit.h"

#include <gtest/gtest.h>

#include <string>

#include "built_in_rules.h"
#include "engine/rule_set.h"
#include "fact/extractor.h"
#include "text/analysis.h"

namespace attest {
namespace {

const Extractor& built_in() {
  static const Extractor extractor = [] { return std::move(*Extractor::create({built_in_rules()})); }();
  return extractor;
}

// "factor unit", and the words that say so.
std::string unit_of(const std::string& head) {
  const CompiledRules& rules = built_in().rules().compiled();
  AnalysedText text;
  TextAnalyser(rules.vocabulary).analyse(head, text);
  const auto unit =
      HeadUnitReader(rules, built_in().rules().numbers()).read({text.text, text.tokens}, {0, static_cast<std::uint32_t>(head.size())});
  if (!unit) return "";
  return unit->factor.to_string() + " " + unit->unit + " [" + std::string(unit->bytes.of(head)) + "]";
}

struct HeadCase {
  const char* head;
  const char* unit;
};
class HeadUnits : public testing::TestWithParam<HeadCase> {};

TEST_P(HeadUnits, AreReadWithTheirScale) { EXPECT_EQ(unit_of(GetParam().head), GetParam().unit) << GetParam().head; }

INSTANTIATE_TEST_SUITE_P(Heads, HeadUnits,
                         testing::Values(HeadCase{"Exports, billion USD", "1000000000 USD [billion USD]"},  //
                                         HeadCase{"Exports ($ mn)", "1000000 USD [$ mn]"},                  // no scale twice
                                         HeadCase{"Q1 2024 ($m)", "1000000 USD [$m]"}, HeadCase{"USD, mln", "1000000 USD [USD, mln]"},
                                         HeadCase{"Exports in million USD, 2024", "1000000 USD [million USD]"},
                                         HeadCase{"In millions of US dollars", "1000000 USD [millions of US dollars]"},
                                         HeadCase{"Wheat, '000 t", "1000 t ['000 t]"},
                                         HeadCase{"Trade by country\nmillion US dollars", "1000000 USD [million US dollars]"},
                                         HeadCase{"Wheat prices, $/tonne", "1 USD/t [$/tonne]"},
                                         HeadCase{"Output, mln t per year", "1000000 t [mln t per year]"},
                                         HeadCase{"Debt, % of GDP", "1 % [% of GDP]"},
                                         HeadCase{"Population, million people", "1000000  [million]"},
                                         // Words and names of columns that begin like a unit, or look like one.
                                         HeadCase{"A report", ""}, HeadCase{"A", ""}, HeadCase{"Dollar bonds sold", ""}, HeadCase{"", ""}));

}  // namespace
}  // namespace attest

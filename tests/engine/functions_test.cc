// The functions that rules call by name, on their own. What they answer for whole number phrases is tested in value/.
#include "engine/functions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_rules.h"
#include "engine/chart.h"
#include "engine/rule_set.h"
#include "text/analysis.h"

namespace attest {
namespace {

// "rejects" where the function finds no answer, "-" where it leaves the field empty.
class Functions : public testing::Test {
 protected:
  Functions() : rules_(RuleSet::compile({built_in_rules()})) {}

  void SetUp() override { ASSERT_TRUE(rules_) << rules_.error().what; }

  std::string answer(std::string_view name, const std::vector<Value>& values) {
    std::vector<Argument> arguments;
    for (const Value& value : values) arguments.push_back({value, value.text(), {}});
    return call(name, {}, arguments);
  }

  // The function of one capture that covers the whole text.
  std::string answer_for(std::string_view name, std::string_view text) {
    return call(name, text, {{Value(text), text, {0, token_count(text)}}});
  }

 private:
  std::uint32_t token_count(std::string_view text) {
    TextAnalyser(rules_->compiled().vocabulary).analyse(text, text_);
    return static_cast<std::uint32_t>(text_.tokens.size());
  }

  std::string call(std::string_view name, std::string_view text, const std::vector<Argument>& arguments) {
    TextAnalyser(rules_->compiled().vocabulary).analyse(text, text_);
    Chart chart;
    chart.reset(text_, 1);
    FunctionContext context{chart, rules_->numbers()};
    const Function* function = find_function(name);
    if (function == nullptr) return "no such function";
    const auto found = function->call(context, arguments);
    return found ? to_string(*found) : "rejects";
  }

  Result<RuleSet> rules_;
  AnalysedText text_;
};

struct Case {
  std::string_view argument;
  std::string_view answer;
};

TEST_F(Functions, NumeralReadsDigits) {
  for (const auto& [text, expected] : {Case{"1,200", "1200"}, {"43.80", "43.8"}, {"192.168.1.2", "rejects"}, {"many", "rejects"}}) {
    EXPECT_EQ(answer_for("numeral", text), expected) << text;
  }
}

TEST_F(Functions, NumeralOfNothingIsNothing) { EXPECT_EQ(answer("numeral", {Value()}), "-"); }

TEST_F(Functions, SpelledTakesCardinalsOnly) {
  for (const auto& [text, expected] :
       {Case{"two and a half million", "2500000"}, {"3 hundred and 21", "321"}, {"third", "rejects"}, {"three quarters", "rejects"}}) {
    EXPECT_EQ(answer_for("spelled", text), expected) << text;
  }
}

TEST_F(Functions, SpelledOrdinalTakesOrdinalsOnly) {
  for (const auto& [text, expected] : {Case{"twenty-first", "21"}, {"second", "2"}, {"two", "rejects"}}) {
    EXPECT_EQ(answer_for("spelled_ordinal", text), expected) << text;
  }
}

TEST_F(Functions, SpelledFractionTakesFractionsOnly) {
  for (const auto& [text, expected] : {Case{"three quarters", "0.75"}, {"half", "0.5"}, {"two", "rejects"}}) {
    EXPECT_EQ(answer_for("spelled_fraction", text), expected) << text;
  }
}

TEST_F(Functions, FactorAndWrittenMultiplyToTheNumber) {
  struct Split {
    std::string_view text, written, factor;
  };
  for (const auto& [text, written, factor] :
       {Split{"43.8 billion", "43.8", "1000000000"}, {"twenty-five", "25", "1"}, {"two thousand million", "2", "1000000000"}}) {
    EXPECT_EQ(answer_for("spelled_written", text), written) << text;
    EXPECT_EQ(answer_for("spelled_factor", text), factor) << text;
  }
}

TEST_F(Functions, PowerOfTenReadsTheSignBeforeTheDigits) {
  for (const auto& [text, expected] :
       {Case{"e6", "1000000"}, {"e+3", "1000"}, {"E-2", "0.01"}, {"x10^6", "1000000"}, {"×10−5", "0.00001"}, {"x10", "10000000000"}}) {
    EXPECT_EQ(answer_for("power_of_ten", text), expected) << text;
  }
}

TEST_F(Functions, PowerOfTenRefusesWhatHasNoPower) {
  for (const std::string_view text : {"e", "e9999", "ten"}) EXPECT_EQ(answer_for("power_of_ten", text), "rejects") << text;
}

TEST_F(Functions, VulgarReadsOneFractionCharacter) {
  EXPECT_EQ(answer_for("vulgar", "½"), "0.5");
  EXPECT_EQ(answer_for("vulgar", "2"), "rejects");
}

TEST_F(Functions, SingularKeepsWhatIsNoText) {
  EXPECT_EQ(answer_for("singular", "Agreements"), "agreement");
  EXPECT_EQ(answer("singular", {Value()}), "-");
}

TEST_F(Functions, HeadIsTheLastWord) {
  EXPECT_EQ(answer_for("head", "trading partner"), "partner");
  EXPECT_EQ(answer_for("head", "partner"), "partner");
  EXPECT_EQ(answer("head", {Value()}), "-");
}

TEST_F(Functions, LesserTakesTheSmaller) {
  EXPECT_EQ(answer("lesser", {Value(Decimal(3)), Value(Decimal(5))}), "3");
  EXPECT_EQ(answer("lesser", {Value(Decimal(5)), Value(Decimal(3))}), "3");
}

TEST_F(Functions, NegativeTurnsTheSignAndKeepsNothing) {
  EXPECT_EQ(answer("negative", {Value(Decimal(5))}), "-5");
  EXPECT_EQ(answer("negative", {Value()}), "-");
}

TEST_F(Functions, JoinLeavesOutWhatIsMissing) { EXPECT_EQ(answer("join", {Value("a"), Value(), Value(Decimal(5))}), "a5"); }

TEST_F(Functions, TwoDigitsPadsOneDigitOnly) {
  EXPECT_EQ(answer("two_digits", {Value(Decimal(6))}), "06");
  EXPECT_EQ(answer("two_digits", {Value(Decimal(12))}), "12");
}

TEST_F(Functions, DecadeOfReadsTwoOrFourDigits) {
  EXPECT_EQ(answer("decade_of", {Value("1990")}), "199");
  EXPECT_EQ(answer("decade_of", {Value("80")}), "198");
  EXPECT_EQ(answer("decade_of", {Value("990")}), "rejects");
}

TEST_F(Functions, DurationOfOneLengthOrTwo) {
  const Value none;
  EXPECT_EQ(answer("duration", {Value(Decimal(10)), none, none, Value("P"), Value("D")}), "P10D");
  EXPECT_EQ(answer("duration", {none, Value(Decimal(10)), Value(Decimal(12)), Value("P"), Value("D")}), "P10D/P12D");
  EXPECT_EQ(answer("duration", {none, none, none, Value("P"), Value("D")}), "rejects");
}

TEST(FunctionTable, IsInTheOrderOfItsNamesWithoutRepeats) {
  const auto all = all_functions();
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Function::name));
  EXPECT_EQ(std::ranges::adjacent_find(all, {}, &Function::name), all.end());
}

TEST(FunctionTable, FindsByNameAlone) {
  EXPECT_NE(find_function("numeral"), nullptr);
  EXPECT_EQ(find_function("Numeral"), nullptr);
  EXPECT_EQ(find_function(""), nullptr);
}

}  // namespace
}  // namespace attest

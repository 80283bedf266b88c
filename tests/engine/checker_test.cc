#include "engine/checker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/functions.h"
#include "engine/parser.h"
#include "engine/rule_text.h"

namespace attest {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

using testing_rules::complaints;
using testing_rules::pack_of;

fs::path bad_rules() { return fs::path(ATTEST_SOURCE_DIR) / "tests" / "bad_rules"; }

std::string contents(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The names of the cases in tests/bad_rules: each a rule file with one mistake.
std::vector<std::string> cases() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(bad_rules())) {
    if (entry.path().extension() == ".rules") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// The good rules of tests/bad_rules/base, with another rule file in between.
RulePack base_with(RuleFile file) {
  RulePack pack = read_rule_pack((bad_rules() / "base").string()).value();
  pack.name = "built-in";
  pack.files.insert(pack.files.begin() + 1, std::move(file));
  return pack;
}

class BadRules : public ::testing::TestWithParam<std::string> {};

TEST_P(BadRules, GetTheExpectedMessage) {
  const RulePack pack = base_with({GetParam() + ".rules", contents(bad_rules() / (GetParam() + ".rules"))});
  EXPECT_EQ(complaints({pack}), contents(bad_rules() / (GetParam() + ".expected")));
}

INSTANTIATE_TEST_SUITE_P(Cases, BadRules, ::testing::ValuesIn(cases()), [](const auto& test) { return test.param; });

TEST(BadRulesBase, IsGood) { EXPECT_EQ(complaints({base_with({"50_empty.rules", ""})}), ""); }

TEST(Checker, CountsTheArgumentsOfFunctions) {
  const Function& function = all_functions().front();
  std::string call(function.name);
  call += "(1";
  for (std::size_t i = 0; i < function.max_arguments; ++i) call += ", 1";
  const std::string rules = "phase p\nrule r -> T\n  match \"a\"\n  value " + call + ")\n  yes \"a\"\n  yes \"A\"\n  no \"b\"\n";
  EXPECT_THAT(complaints({pack_of(rules)}), HasSubstr("10_test.rules:4:9: error: " + std::string(function.name) + " takes "));
}

/// Two rules of one phase with these clauses besides their examples.
std::string two_rules(const std::string& first, const std::string& second) {
  const std::string examples = "\n  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  return complaints({pack_of("phase p\nrule first -> T\n  " + first + examples + "rule second -> U\n  " + second + examples)});
}

TEST(Reachability, IgnoresNamesOfCapturesWithoutConditions) {
  EXPECT_THAT(two_rules("match x:\"a\"", "match \"a\""), HasSubstr("\"second\" can never win: \"first\""));
}

TEST(Reachability, TellsOtherSpansContextsConditionsAndCapitalsApart) {
  EXPECT_EQ(two_rules("match \"a\" \"b\"", "match span:\"a\" \"b\""), "");
  EXPECT_EQ(two_rules("match \"a\"", "match \"a\"\n  after \"b\""), "");
  EXPECT_EQ(two_rules("match \"a\"\n  not after \"b\"", "match \"a\"\n  after \"b\""), "");
  EXPECT_EQ(two_rules("match \"a\"\n  before \"b\"", "match \"a\"\n  after \"b\""), "");
  EXPECT_EQ(two_rules("match x:\"a\"\n  when x = \"a\"", "match x:\"a\"\n  when x = \"A\""), "");
  EXPECT_EQ(two_rules("match \"a\"", "match 'a'"), "");
  EXPECT_EQ(two_rules("match \"a\"{1,2}", "match \"a\"{1,3}"), "");
  EXPECT_EQ(two_rules("match [lower]", "match [!lower]"), "");
}

TEST(Reachability, KnowsThatFunctionsMayReject) {
  const std::string name(all_functions().front().name);
  std::string call = name + "(";
  for (std::size_t i = 0; i < all_functions().front().min_arguments; ++i) call += i == 0 ? "x" : ", x";
  EXPECT_EQ(two_rules("match x:\"a\"\n  value " + call + ")", "match x:\"a\"\n  value x"), "");
}

/// Rules over capture `x` of this pattern, whose field `value` is this expression.
std::string field_of(const std::string& pattern, const std::string& expression) {
  const std::string rules =
      "phase quantity reads number\nlist scale lists/scale.tsv\nlist currency lists/currency.tsv\nrule r -> T\n  match <scale> "
      "<currency> " +
      pattern + "\n  value " + expression + "\n  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  return complaints({base_with({"50_test.rules", rules})});
}

TEST(Captures, HaveTheFieldsOfAnythingThatTheyCanHold) {
  EXPECT_EQ(field_of("x:(<scale> | <currency>)?", "x.iso"), "");
  EXPECT_EQ(field_of("(x:<scale> | x:<currency> \"a\")", "x.iso"), "");
  EXPECT_EQ(field_of("x:(<scale> | Number)", "x.form"), "");
  EXPECT_THAT(field_of("x:(<scale> | Number)", "x.iso"), HasSubstr("the list \"scale\" has no column \"iso\""));
}

TEST(Captures, MayHaveTheSameNameInAlternativesOnly) {
  EXPECT_EQ(field_of("(x:\"a\" | x:\"b\")", "x"), "");
  EXPECT_THAT(field_of("(x:\"a\" | \"b\") x:\"c\"", "x"), HasSubstr("\"x\" is captured twice"));
  EXPECT_THAT(field_of("x:(x:\"a\" | \"b\")", "x"), HasSubstr("\"x\" is captured twice"));
}

TEST(Types, OfSeveralPhasesAreKnownWhereOneOfThemIsRead) {
  const std::string rules =
      "phase quantity reads number\nrule q -> Number\n  match Number \"more\"\n  value 1\n  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  EXPECT_EQ(complaints({base_with({"50_test.rules", rules})}), "");
}

TEST(Preferences, ReportEachCycleOnce) {
  std::string rules = "phase p\n";
  for (const std::string name : {"a", "b", "c", "d"}) {
    const std::string over = name == "a" ? "b, c" : name == "b" ? "a" : name == "c" ? "d" : "a";
    rules += "rule " + name + " -> T\n  match \"" + name + "\"\n  over " + over + "\n  yes \"x\"\n  yes \"y\"\n  no \"z\"\n";
  }
  const std::string text = complaints({pack_of(rules)});
  EXPECT_THAT(text, HasSubstr("10_test.rules:10:8: error: preferences go round in a circle: a over b over a\n"));
  EXPECT_THAT(text, HasSubstr("10_test.rules:22:8: error: preferences go round in a circle: a over c over d over a\n"));
}

TEST(Preferences, MayBeALongChain) {
  std::string rules = "phase p\n";
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    rules += "rule r" + number + " -> T\n  match \"w" + number + "\"\n  yes \"x\"\n  yes \"y\"\n  no \"z\"\n";
    if (i < 4999) rules += "  over r" + std::to_string(i + 1) + "\n";
  }
  EXPECT_EQ(complaints({pack_of(rules)}), "");
}

TEST(Mistakes, InOneClauseMakeNoFurtherOnes) {
  const std::string rules =
      "phase quantity reads number\nlist l lists/missing.tsv\nrule r -> T\n  match x:<l> n:Number <l\n  value n * x.factor\n"
      "  yes \"a -> 5\n  yes \"b\"\n  no 5\nrule s -> S\n  match x:<l>\n  value x.iso\n  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules({base_with({"50_test.rules", rules})}, diagnostics);
  const std::size_t parsing = diagnostics.size();
  EXPECT_EQ(parsing, 4U);
  check_rules(tree, diagnostics);
  EXPECT_EQ(diagnostics.size(), parsing) << to_string(diagnostics);
}

/// The fenced blocks of rules/README.md in this language.
std::string snippets(const std::string& language) {
  std::istringstream readme(contents(fs::path(ATTEST_SOURCE_DIR) / "rules" / "README.md"));
  std::string found;
  bool inside = false;
  for (std::string line; std::getline(readme, line);) {
    if (line.starts_with("```")) {
      inside = !inside && line == "```" + language;
    } else if (inside) {
      found += line + "\n";
    }
  }
  return found;
}

TEST(Readme, SnippetsAreGoodRules) {
  const std::string rules = snippets("rules");
  ASSERT_THAT(rules, HasSubstr("rule money.sign_amount -> Money"));
  ASSERT_THAT(snippets("tsv"), HasSubstr("surface\tiso"));
  // The snippet wins over a rule of the same phase that it does not show.
  const std::string count = "phase quantity\nrule count.plain -> Count\n  match n:Number\n  yes \"5\"\n  yes \"6\"\n  no \"x\"\n";
  RulePack pack = base_with({"30_quantity.rules", rules});
  std::erase_if(pack.files, [](const RuleFile& file) { return file.name == "lists/currency_sign.tsv"; });
  pack.files.push_back({"31_count.rules", count});
  pack.files.push_back({"lists/currency_sign.tsv", snippets("tsv")});
  EXPECT_EQ(complaints({pack}), "");
}

/// A good rule file with most of the language in it.
constexpr std::string_view kGoodRules = R"(phase quantity  reads number
list currency lists/currency.tsv exact
list scale    lists/scale.tsv

rule money.sign -> Money   # comment
  match  ^ c:<currency> ~ span:(n:Number[form=digits] s:<scale>?) !"cats" ("of" | 'or' "so"){0,2} /[a-z]+\/#/ [lower !plural]
  after  "some" [word]
  not before "x" $
  when   n > 5 and not (s.factor = 1 or n.form != "d'igits")
  value  n * s else 0.5
  unit   c.iso
  over   money.plain
  yes    "5 \"cats\" # \t" -> "5" 5 'EUR' # comment
  yes    'y'
  no     "z"

rule money.plain -> Money
  match  n:Number
  yes    "5"
  yes    "6" -> "6"
  no     "x"
)";

std::string mutate(std::string text, std::mt19937& random) {
  static constexpr std::string_view kBits[] = {
      "\"", "'",  "\\", "(", ")",  "|",    "{",   "}", "[",    "]",    "!", "~", "/",     "#",     ":", "<",
      ">",  "\n", "\t", " ", "->", "not ", "{9,", "?", "\xC3", "\xA9", ",", ".", "over ", "rule ", "=", std::string_view("\0", 1)};
  const auto below = [&](std::size_t limit) { return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random); };
  for (std::size_t edits = 1 + below(3); edits > 0; --edits) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(below(6), text.size() - at);
    if (below(3) == 0)
      text.insert(at, text.substr(below(text.size() + 1), below(40)));
    else
      text.replace(at, length, kBits[below(std::size(kBits))]);
  }
  return text;
}

TEST(RandomMutations, GiveDiagnosticsOrATree) {
  std::mt19937 random(20240229);
  std::size_t good = 0;
  std::size_t bad = 0;
  RulePack pack = base_with({"50_test.rules", ""});
  for (int round = 0; round < 2000; ++round) {
    pack.files[1].text = mutate(std::string(kGoodRules), random);
    std::vector<Diagnostic> diagnostics;
    const ast::RuleTree tree = parse_rules({pack}, diagnostics);
    check_rules(tree, diagnostics);
    (diagnostics.empty() ? good : bad) += 1;
    for (const Diagnostic& diagnostic : diagnostics) {
      ASSERT_FALSE(diagnostic.message.empty());
      ASSERT_GT(diagnostic.at.line, 0U) << to_string(diagnostic) << pack.files[1].text;
    }
    EXPECT_TRUE(!diagnostics.empty() || !tree.rules.empty()) << pack.files[1].text;
  }
  EXPECT_GT(good, 50U);
  EXPECT_GT(bad, 1000U);
}

TEST(RandomMutations, StartFromGoodRules) { EXPECT_EQ(complaints({base_with({"50_test.rules", std::string(kGoodRules)})}), ""); }

}  // namespace
}  // namespace attest

// What rules/README.md shows works as it stands there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "engine/example_runner.h"
#include "engine/functions.h"
#include "engine/token_class.h"
#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string readme() {
  std::ifstream stream(std::filesystem::path(ATTEST_SOURCE_DIR) / "rules" / "README.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The blocks between ```LANGUAGE and ```, in order.
std::vector<std::string> snippets(const std::string& language) {
  std::vector<std::string> found;
  std::istringstream lines(readme());
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      found.back() += line + "\n";
    } else if (line == "```" + language) {
      inside = true;
      found.emplace_back();
    }
  }
  return found;
}

/// What stands around the README's first rule: numbers to read, and a rule to win over.
std::vector<RulePack> packs_around(const std::string& snippet) {
  const std::string number = "phase number\nrule number.digits -> Number\n  match n:[number]\n  value numeral(n)\n  form \"digits\"\n";
  const std::string count = "phase quantity\nrule count.plain -> Count\n  match n:Number [plural]?\n  value n\n";
  return {{"built-in",
           {{"10_number.rules", testing_rules::with_examples(number)},
            {"20_snippet.rules", snippet},
            {"30_count.rules", testing_rules::with_examples(count)},
            {"lists/currency_sign.tsv", "surface\tiso\n$\tUSD\nUS$\tUSD\n€\tEUR\n"},
            {"lists/scale.tsv", "surface\tfactor\nmillion\t1000000\ntrillion\t1000000000000\n"}}}};
}

TEST(RulesReadme, ShowsRules) { EXPECT_GE(snippets("rules").size(), 1U); }

TEST(RulesReadme, SnippetsCompileAndTheirExamplesHold) {
  for (const std::string& snippet : snippets("rules")) {
    const auto rules = RuleSet::compile(packs_around(snippet));
    ASSERT_TRUE(rules.ok()) << rules.error().to_string();
    // Only the snippet's own examples are meant: those around it are fillings.
    for (const ExampleFailure& failure : run_examples(*rules).failures)
      EXPECT_NE(failure.at.file, "20_snippet.rules") << failure.text << ": " << failure.found;
  }
}

TEST(RulesReadme, ListSnippetsAreReadAsLists) {
  const auto lists = snippets("tsv");
  ASSERT_GE(lists.size(), 1U);
  for (const std::string& list : lists) {
    std::vector<RulePack> packs = packs_around(snippets("rules").front());
    packs[0].files[3].text = list;
    const auto rules = RuleSet::compile(packs);
    EXPECT_TRUE(rules.ok()) << rules.error().to_string();
  }
}

TEST(RulesReadme, NamesEveryTokenClass) {
  const std::string text = readme();
  for (const std::string name :
       {"word", "number", "alphanumeric", "punctuation", "symbol", "any", "capitalised", "upper", "lower", "plural", "newline", "tab"}) {
    EXPECT_TRUE(token_class_named(name)) << name;
    EXPECT_THAT(text, HasSubstr("`" + name + "`"));
  }
}

TEST(RulesReadme, FunctionsExplainThemselves) {
  for (const Function& function : all_functions()) EXPECT_THAT(std::string(function.help), Not(IsEmpty())) << function.name;
}

}  // namespace
}  // namespace attest

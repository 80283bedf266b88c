// The examples of the built-in rules are tests of these rules, and each rule has some that only it fulfils.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "built_in_rules.h"
#include "engine/annotator.h"
#include "engine/compiler.h"
#include "engine/example_runner.h"
#include "engine/number_lexicon.h"
#include "engine/parser.h"
#include "engine/rule_set.h"

namespace attest {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string report_of(const ExampleReport& report) {
  std::string lines;
  for (const ExampleFailure& failure : report.failures) {
    lines += failure.at.to_string() + ": " + failure.rule + " on \"" + failure.text + "\"\n  expected " + failure.expected + "\n  found " +
             failure.found + "\n";
  }
  return lines;
}

RuleSet compiled(const std::vector<RulePack>& packs) {
  auto rules = RuleSet::compile(packs);
  if (!rules) throw std::runtime_error(rules.error().to_string());
  return std::move(*rules);
}

TEST(BuiltInRules, DoWhatTheirExamplesSay) {
  const ExampleReport report = run_examples(compiled({built_in_rules()}));
  EXPECT_GT(report.run, 200U);
  EXPECT_EQ(report_of(report), "");
}

/// The built-in tree without one rule, and without mentions of it in `over`.
ast::RuleTree without(const ast::RuleTree& tree, const std::string& name) {
  ast::RuleTree rest = tree;
  std::erase_if(rest.rules, [&](const ast::Rule& rule) { return rule.name == name; });
  for (ast::Rule& rule : rest.rules) {
    std::erase_if(rule.over, [&](const ast::Name& over) { return over.text == name; });
  }
  return rest;
}

/// What rules make of a text, whichever they are: type, span, fields that are set, and the annotations that take part.
class Makes {
 public:
  explicit Makes(const ast::RuleTree& tree)
      : rules_(compile(tree)), numbers_(rules_.gazetteer, rules_.vocabulary), analyser_(rules_.vocabulary), annotator_(rules_, numbers_) {}

  /// One line for each annotation of the text, or of those that `rule` made; sorted.
  std::vector<std::string> of(const std::string& text, const std::string& rule = "") {
    analyser_.analyse(text, analysed_);
    annotator_.annotate(analysed_, chart_);
    std::vector<std::string> lines;
    for (const Annotation& made : chart_.annotations()) {
      if (rule.empty() || rules_.rules[made.rule].name == rule) lines.push_back(line_of(made));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

 private:
  static CompiledRules compile(const ast::RuleTree& tree) {
    auto rules = compile_rules(tree);
    if (!rules) throw std::runtime_error(rules.error().to_string());
    return std::move(*rules);
  }

  [[nodiscard]] std::string line_of(const Annotation& made) const {
    const CompiledRule& rule = rules_.rules[made.rule];
    std::vector<std::string> details;
    for (std::uint32_t slot = 0; slot < rule.fields.size(); ++slot) {
      const Value& value = chart_.field(made.first_field + slot);
      if (!value.is_null()) details.push_back(rules_.field_names[rule.fields[slot].first] + " " + to_string(value));
    }
    for (std::uint32_t i = 0; i < rule.captures.size(); ++i) {
      const Part& part = chart_.part(made.first_part + i);
      if (part.annotation != kNoAnnotation) details.push_back(rule.captures[i] + ":" + std::string(chart_.view().passage(part.tokens)));
    }
    std::sort(details.begin(), details.end());
    std::string line = rules_.types[made.type] + " \"" + std::string(chart_.view().passage(made.span)) + '"';
    for (const std::string& detail : details) line += "; " + detail;
    return line;
  }

  CompiledRules rules_;
  NumberLexicon numbers_;
  TextAnalyser analyser_;
  Annotator annotator_;
  AnalysedText analysed_;
  Chart chart_;
};

class BuiltInRuleFile : public ::testing::TestWithParam<std::string> {};

// Without a rule, some passage of its own examples must come out differently or not at all.
TEST_P(BuiltInRuleFile, HoldsNoRuleThatOthersMakeUpFor) {
  std::vector<Diagnostic> diagnostics;
  const std::vector<RulePack> packs = {built_in_rules()};
  const ast::RuleTree tree = parse_rules(packs, diagnostics);
  ASSERT_THAT(diagnostics, IsEmpty());
  Makes all(tree);
  std::string idle;
  for (const ast::Rule& rule : tree.rules) {
    if (rule.at.file != GetParam()) continue;
    Makes rest(without(tree, rule.name));
    const bool changes_nothing = std::all_of(rule.yes.begin(), rule.yes.end(), [&](const ast::Example& yes) {
      const auto wanted = all.of(yes.text, rule.name);
      const auto left = rest.of(yes.text);
      return std::includes(left.begin(), left.end(), wanted.begin(), wanted.end());
    });
    if (changes_nothing) idle += rule.name + "\n";
  }
  EXPECT_EQ(idle, "") << "without one of these rules all its own \"yes\" hold all the same";
}

std::vector<std::string> rule_files() {
  std::vector<std::string> names;
  for (const RuleFile& file : built_in_rules().files) {
    if (file.name.ends_with(".rules")) names.push_back(file.name);
  }
  return names;
}

INSTANTIATE_TEST_SUITE_P(BuiltInRules, BuiltInRuleFile, ::testing::ValuesIn(rule_files()), [](const auto& file) {
  std::string name = file.param.substr(0, file.param.find('.'));
  return "File" + name;
});

// --- what a failing example tells ---

std::vector<ExampleFailure> failures(const std::string& rule) {
  const std::string head = "phase test\nrule test.tons -> Tons\n  match n:[number] \"tons\"\n  value numeral(n)\n  unit \"t\"\n";
  return run_examples(compiled({{"built-in", {{"10_test.rules", head + rule}}}})).failures;
}

TEST(Examples, ThatHoldGiveNoFailure) {
  EXPECT_THAT(failures("  yes \"5 tons\" -> \"5 tons\" 5 t\n  yes \"about 1,200 tons.\" -> 1200\n  no \"5 kg\"\n"), IsEmpty());
}

TEST(Examples, AreCounted) {
  const std::string rules = "phase test\nrule test.a -> A\n  match \"a\"\n  yes \"a\"\n  yes \"b\"\n  no \"a\"\n  no \"c\"\n";
  const ExampleReport report = run_examples(compiled({{"built-in", {{"10_test.rules", rules}}}}));
  EXPECT_EQ(report.run, 4U);
  EXPECT_EQ(report.failures.size(), 2U);
}

struct Wrong {
  std::string name;
  std::string examples;
  std::string text;
  std::string expected;
  std::string found;
  std::uint32_t line;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.examples; }

class WrongExample : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongExample, IsReportedWithPlaceTextExpectationAndWhatWasFound) {
  const auto found = failures(GetParam().examples);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "test.tons");
  EXPECT_EQ(found[0].at.file, "10_test.rules");
  EXPECT_EQ(found[0].at.line, GetParam().line);
  EXPECT_EQ(found[0].text, GetParam().text);
  EXPECT_THAT(found[0].expected, HasSubstr(GetParam().expected));
  EXPECT_THAT(found[0].found, HasSubstr(GetParam().found));
}

INSTANTIATE_TEST_SUITE_P(
    Examples, WrongExample,
    ::testing::Values(
        Wrong{"Missing", "  yes \"5 kg\"\n  yes \"5 tons\"\n  no \"a\"\n", "5 kg", "any span", "nothing", 6},
        Wrong{"OtherSpan", "  yes \"5 tons\"\n  yes \"6 tons\" -> \"6\"\n  no \"a\"\n", "6 tons", "\"6\"", "test.tons \"6 tons\" 6 t", 7},
        Wrong{"OtherValue", "  yes \"5 tons\" -> 6\n  yes \"6 tons\"\n  no \"a\"\n", "5 tons", "6", "test.tons \"5 tons\" 5 t", 6},
        Wrong{"OtherLaterValue", "  yes \"5 tons\" -> 5 kg\n  yes \"6 tons\"\n  no \"a\"\n", "5 tons", "5 kg", "test.tons \"5 tons\" 5 t",
              6},
        Wrong{"Unwanted", "  yes \"5 tons\"\n  yes \"6 tons\"\n  no \"7 tons\"\n", "7 tons", "nothing", "test.tons \"7 tons\" 7 t", 8}),
    [](const auto& wrong) { return wrong.param.name; });

}  // namespace
}  // namespace attest

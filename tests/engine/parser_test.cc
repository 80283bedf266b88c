#include "engine/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/rule_text.h"

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing_rules::messages;
using testing_rules::pack_of;
using testing_rules::tree_of;

struct Reading {
  std::string written;
  std::string tree;
};

void PrintTo(const Reading& reading, std::ostream* out) { *out << reading.written; }

class PatternReading : public ::testing::TestWithParam<Reading> {};

TEST_P(PatternReading, HasThisTree) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_EQ(tree_of(parse_pattern(GetParam().written, "pattern", diagnostics)), GetParam().tree);
  EXPECT_EQ(messages(diagnostics), "");
}

INSTANTIATE_TEST_SUITE_P(Elements, PatternReading,
                         ::testing::Values(Reading{R"("per cent")", R"("per cent")"}, Reading{"'US'", "'US'"},
                                           Reading{"<scale>", "<scale>"}, Reading{"Number", "Number"},
                                           Reading{"Number[form=digits]", "Number.form=digits"},
                                           Reading{"Number[ form = digits , value=2.5 ]", "Number.form=digits.value=2.5"},
                                           Reading{R"(Number[noun="two words"])", "Number.noun=two words"},
                                           Reading{"[lower !plural]", "[lower !plural]"},
                                           Reading{R"(/[A-Z]\d+\/x\\/)", R"(/[A-Z]\d+/x\\/)"}, Reading{"/#/", "/#/"}, Reading{"~", "~"},
                                           Reading{"^ Number $", "{^ Number $}"}));

INSTANTIATE_TEST_SUITE_P(Structure, PatternReading,
                         ::testing::Values(Reading{"A B C", "{A B C}"}, Reading{"(A)", "A"}, Reading{"( A B )", "{A B}"},
                                           Reading{"(A | B C|D)", "(A|{B C}|D)"}, Reading{"((A|B)|C)", "((A|B)|C)"},
                                           Reading{"A?", "A{0,1}"}, Reading{"A{3}", "A{3,3}"}, Reading{"A{2,4} B", "{A{2,4} B}"},
                                           Reading{"(A B){0,2}", "{A B}{0,2}"}, Reading{"(A{2}){3}", "A{2,2}{3,3}"},
                                           Reading{"!A B", "{!A B}"}, Reading{"!(A|B)", "!(A|B)"}, Reading{"!A?", "!A{0,1}"},
                                           Reading{R"("$"~Number)", R"({"$" ~ Number})"}));

INSTANTIATE_TEST_SUITE_P(Captures, PatternReading,
                         ::testing::Values(Reading{"n:Number", "n:Number"}, Reading{"n:Number?", "n:Number{0,1}"},
                                           Reading{"x:(A|B)", "x:(A|B)"}, Reading{"x:(A B)", "x:{A B}"}, Reading{"x:(y:A)", "x:{y:A}"},
                                           Reading{"x:y:A", "x:{y:A}"}, Reading{"span:(A b:B)", "span:{A b:B}"}));

INSTANTIATE_TEST_SUITE_P(QuotesAndComments, PatternReading,
                         ::testing::Values(Reading{R"("a # b" # c)", R"("a # b")"}, Reading{R"("say \"x\" \\")", R"("say "x" \")"},
                                           Reading{R"('Xi\'an')", "'Xi'an'"}, Reading{R"("it's")", R"("it's")"},
                                           Reading{R"("a\tb\nc")", "\"a\tb\nc\""}, Reading{"\tA\t", "A"}));

/// The only rule of a file in which these lines stand below `rule r -> T`.
ast::Rule rule_with(const std::string& clauses, std::vector<Diagnostic>& diagnostics) {
  ast::RuleTree tree = parse_rules({pack_of("phase p\nrule r -> T\n" + clauses)}, diagnostics);
  return tree.rules.size() == 1 ? std::move(tree.rules.front()) : ast::Rule{};
}

class ExpressionReading : public ::testing::TestWithParam<Reading> {};

TEST_P(ExpressionReading, HasThisTree) {
  std::vector<Diagnostic> diagnostics;
  const ast::Rule rule = rule_with("  match A\n  when " + GetParam().written + "\n", diagnostics);
  ASSERT_EQ(messages(diagnostics), "");
  ASSERT_THAT(rule.when, SizeIs(1));
  EXPECT_EQ(tree_of(rule.when[0]), GetParam().tree);
}

INSTANTIATE_TEST_SUITE_P(
    Precedence, ExpressionReading,
    ::testing::Values(Reading{"a", "a"}, Reading{"n.form", "n.form"}, Reading{"12.5", "12.5"}, Reading{R"("x # y" # z)", R"("x # y")"},
                      Reading{"a + b * c - d", "((a + (b * c)) - d)"}, Reading{"a / b / c", "((a / b) / c)"},
                      Reading{"(a + b) * c", "((a + b) * c)"},
                      Reading{"a else b or c and not d = e + f * g", "(a else (b or (c and (not (d = (e + (f * g)))))))"},
                      Reading{"a = b and c != d", "((a = b) and (c != d))"}, Reading{"not not a", "(not (not a))"},
                      Reading{"a<=b", "(a <= b)"}, Reading{"a>=1.50", "(a >= 1.50)"}, Reading{"a else b else c", "((a else b) else c)"},
                      Reading{"not a or b", "((not a) or b)"}, Reading{"f()", "f()"}, Reading{"f( a , g(b) )", "f(a, g(b))"},
                      Reading{"orders and android", "(orders and android)"}, Reading{"a/b", "(a / b)"}, Reading{"nothing", "nothing"}));

TEST(RuleReading, KeepsEveryClause) {
  std::vector<Diagnostic> diagnostics;
  const ast::Rule rule = rule_with(
      "  match  n:Number   # the number\n"
      "  after  \"some\"\n"
      "  not before [plural]\n"
      "  when   n.form = \"digits\"\n"
      "  value  n\n"
      "  unit   \"EUR\"\n"
      "  over   other.rule, third\n"
      "  yes    \"5 or so\" -> \"5\" 5 'two words' -\n"
      "  yes    \"6\"\n"
      "  no     'none'\n",
      diagnostics);
  EXPECT_EQ(messages(diagnostics), "");
  EXPECT_EQ(rule.type, "T");
  EXPECT_EQ(rule.phase, "p");
  EXPECT_EQ(tree_of(rule.match), "n:Number");
  ASSERT_THAT(rule.contexts, SizeIs(2));
  EXPECT_EQ(rule.contexts[0].side, ast::Side::kAfter);
  EXPECT_FALSE(rule.contexts[0].negated);
  EXPECT_EQ(rule.contexts[1].side, ast::Side::kBefore);
  EXPECT_TRUE(rule.contexts[1].negated);
  ASSERT_THAT(rule.fields, SizeIs(2));
  EXPECT_EQ(rule.fields[1].name + "=" + tree_of(rule.fields[1].value), "unit=\"EUR\"");
  ASSERT_THAT(rule.over, SizeIs(2));
  EXPECT_EQ(rule.over[1].text, "third");
  ASSERT_THAT(rule.yes, SizeIs(2));
  EXPECT_TRUE(rule.yes[0].has_span);
  EXPECT_EQ(rule.yes[0].span, "5");
  EXPECT_THAT(rule.yes[0].values, ElementsAre("5", "two words", "-"));
  EXPECT_FALSE(rule.yes[1].has_span);
  ASSERT_THAT(rule.no, SizeIs(1));
  EXPECT_EQ(rule.no[0].text, "none");
}

TEST(RuleReading, PlacesCountCodePoints) {
  std::vector<Diagnostic> diagnostics;
  const ast::Rule rule = rule_with("  match \"€\" Number\n", diagnostics);
  ASSERT_THAT(rule.match.children, SizeIs(2));
  EXPECT_EQ(rule.match.children[1].at, (SourceLocation{"10_test.rules", 3, 13}));
}

TEST(RuleReading, AcceptsByteOrderMarkAndWindowsLineEnds) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules({pack_of("\xEF\xBB\xBFphase p\r\nrule r -> T\r\n  match A\r\n")}, diagnostics);
  EXPECT_EQ(messages(diagnostics), "");
  EXPECT_THAT(tree.rules, SizeIs(1));
}

TEST(RuleReading, GoesOnAfterEveryMistake) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules({pack_of("phase p\n"
                                                  "rule a => T\n"
                                                  "  match <\n"
                                                  "rule b -> T\n"
                                                  "  match \"x\n"
                                                  "  value 1 +\n"
                                                  "rule c -> T\n"
                                                  "  match \"x\"\n")},
                                         diagnostics);
  EXPECT_EQ(messages(diagnostics),
            "10_test.rules:2:8: unexpected \"=\" where \"->\" should be\n"
            "10_test.rules:3:9: a list is written <name>, its name in lower case\n"
            "10_test.rules:5:9: the closing quote is missing\n"
            "10_test.rules:6:12: a value is missing here\n");
  EXPECT_THAT(tree.rules, SizeIs(2));
}

TEST(PhaseReading, CollectsFilesOfAPhaseInOrder) {
  RulePack pack{"built-in",
                {{"10_number.rules", "phase number\n"},
                 {"20_date.rules", "phase date reads number\n"},
                 {"21_more.rules", "phase date reads number, other\n"}}};
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules({pack}, diagnostics);
  ASSERT_THAT(tree.phases, SizeIs(2));
  EXPECT_EQ(tree.phases[0].name, "number");
  EXPECT_EQ(tree.phases[1].name, "date");
  ASSERT_THAT(tree.phases[1].reads, SizeIs(2));
  EXPECT_EQ(tree.phases[1].reads[1].text, "other");
}

TEST(ListReading, ReadsColumnsAndRows) {
  std::vector<Diagnostic> diagnostics;
  const RulePack pack =
      pack_of("phase p\nlist l lists/l.tsv exact # comment\n", {{"lists/l.tsv", "surface\tiso\tfactor\nUS$\tUSD\t\n\n# 1\t\t2\r\n"}});
  const std::vector<RulePack> packs = {pack};
  const ast::RuleTree tree = parse_rules(packs, diagnostics);
  EXPECT_EQ(messages(diagnostics), "");
  ASSERT_THAT(tree.lists, SizeIs(1));
  const ast::List& list = tree.lists[0];
  EXPECT_TRUE(list.exact);
  EXPECT_THAT(list.columns, ElementsAre("iso", "factor"));
  ASSERT_THAT(list.entries, SizeIs(2));
  EXPECT_EQ(list.entries[0].surface, "US$");
  EXPECT_THAT(list.values_of(0), ElementsAre("USD", ""));
  EXPECT_EQ(list.entries[1].surface, "# 1");
  EXPECT_EQ(list.entries[1].line, 4U);
}

TEST(ListReading, ReportsEveryWrongRow) {
  std::vector<Diagnostic> diagnostics;
  const RulePack pack = pack_of("phase p\nlist l lists/l.tsv\n", {{"lists/l.tsv", "surface\tiso\na\nb\tB\n\tC\nd\tD\tE\ne\t\xFF\n"}});
  const ast::RuleTree tree = parse_rules({pack}, diagnostics);
  EXPECT_EQ(messages(diagnostics),
            "lists/l.tsv:2:1: 1 cell, where the first line names 2 columns\n"
            "lists/l.tsv:4:1: the surface is empty\n"
            "lists/l.tsv:5:1: 3 cells, where the first line names 2 columns\n"
            "lists/l.tsv:6:3: this is no UTF-8\n");
  ASSERT_THAT(tree.lists, SizeIs(1));
  EXPECT_THAT(tree.lists[0].entries, SizeIs(1));
}

/// A list `l` with these contents in the built-in pack, and one in a user's pack.
std::vector<RulePack> two_lists(const std::string& first, const std::string& second, const std::string& flag = "") {
  return {pack_of("phase p\nlist l lists/l.tsv\n", {{"lists/l.tsv", first}}),
          pack_of("phase p\nlist l lists/l.tsv" + flag + "\n", {{"lists/l.tsv", second}}, "my/pack")};
}

TEST(ListReading, LaterPacksAddEntries) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules(two_lists("surface\tx\na\t1\n", "surface\tx\nb\t2\n"), diagnostics);
  EXPECT_EQ(messages(diagnostics), "");
  ASSERT_THAT(tree.lists, SizeIs(1));
  EXPECT_THAT(tree.lists[0].entries, SizeIs(2));
}

TEST(ListReading, LaterPacksCannotChangeColumns) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules(two_lists("surface\tx\na\t1\n", "surface\ty\nb\t2\n"), diagnostics);
  EXPECT_EQ(to_string(diagnostics),
            "my/pack/10_test.rules:2:1: error: this adds to the list \"l\", but has other columns or capitals\n"
            "  list l lists/l.tsv\n"
            "  ^\n"
            "  hint: its columns are surface, x; see 10_test.rules:2:6\n");
  EXPECT_THAT(tree.lists[0].entries, SizeIs(1));
}

TEST(ListReading, LaterPacksCannotChangeCapitals) {
  std::vector<Diagnostic> diagnostics;
  const ast::RuleTree tree = parse_rules(two_lists("surface\na\n", "surface\nb\n", " exact"), diagnostics);
  EXPECT_THAT(diagnostics, SizeIs(1));
  EXPECT_THAT(tree.lists[0].entries, SizeIs(1));
}

TEST(PatternReading, OfMalformedUtf8IsReported) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_THAT(parse_pattern("\"\xC3\"", "pattern", diagnostics).children, IsEmpty());
  EXPECT_EQ(messages(diagnostics), "pattern:1:2: this is no UTF-8\n");
}

TEST(PatternReading, StopsAtItsDepthLimit) {
  std::vector<Diagnostic> diagnostics;
  static_cast<void>(parse_pattern(std::string(5000, '('), "pattern", diagnostics));
  EXPECT_EQ(messages(diagnostics), "pattern:1:65: the pattern is nested too deeply\n");
}

TEST(ExpressionReading, StopsAtItsLimits) {
  std::string sum = "a";
  for (int i = 0; i < 1000; ++i) sum += "+a";
  std::vector<Diagnostic> diagnostics;
  static_cast<void>(rule_with("  match A\n  value " + sum + "\n  when " + std::string(1000, '(') + "\n", diagnostics));
  EXPECT_EQ(messages(diagnostics),
            "10_test.rules:4:410: the expression is too long\n"
            "10_test.rules:5:72: the expression is nested too deeply\n");
}

}  // namespace
}  // namespace attest

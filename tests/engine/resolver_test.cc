// Who wins where matches of a phase overlap.
#include "engine/resolver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;
using testing_rules::Trial;
using Strings = std::vector<std::string>;

struct Case {
  std::string name;
  std::string rules;
  std::string text;
  Strings winners;
  Strings losers;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.rules << " on " << c.text; }

class Overlap : public ::testing::TestWithParam<Case> {};

TEST_P(Overlap, Decides) {
  Trial trial("phase test\n" + GetParam().rules);
  trial.run(GetParam().text);
  EXPECT_THAT(trial.annotations(), ElementsAreArray(GetParam().winners));
  EXPECT_THAT(trial.suppressed(), ElementsAreArray(GetParam().losers));
}

std::string rule(const std::string& name, const std::string& pattern, const std::string& over = "") {
  return "rule t." + name + " -> T\n  match " + pattern + "\n" + (over.empty() ? "" : "  over " + over + "\n");
}

INSTANTIATE_TEST_SUITE_P(
    Resolver, Overlap,
    ::testing::Values(
        Case{"ApartBothStand", rule("a", "\"a\"") + rule("b", "\"b\""), "a b", {"t.a \"a\"", "t.b \"b\""}, {}},
        Case{"InOrderOfPositionNotOfRules", rule("b", "\"b\"") + rule("a", "\"a\""), "a b", {"t.a \"a\"", "t.b \"b\""}, {}},
        Case{"LongestSpan", rule("a", "\"a\"") + rule("ab", "\"a\" \"b\""), "a b", {"t.ab \"a b\""}, {"t.a \"a\" by t.ab \"a b\""}},
        Case{"LongestSpanBeforeLeftmost",
             rule("ab", "\"a\" \"b\"") + rule("bcd", "\"b\" \"c\" \"d\""),
             "a b c d",
             {"t.bcd \"b c d\""},
             {"t.ab \"a b\" by t.bcd \"b c d\""}},
        Case{"LongestMatchOfEqualSpans",
             rule("n", "span:[number]") + rule("nx", "span:[number] \"x\""),
             "5 x",
             {"t.nx \"5\""},
             {"t.n \"5\" by t.nx \"5\""}},
        Case{"LongestSpanBeforeLongestMatch",
             rule("n", "span:[number] \"x\" \"y\"") + rule("nx", "[number] \"x\""),
             "5 x y",
             {"t.nx \"5 x\""},
             {"t.n \"5\" by t.nx \"5 x\""}},
        Case{"LeftmostOfEqualLengths",
             rule("bc", "\"b\" \"c\"") + rule("ab", "\"a\" \"b\""),
             "a b c",
             {"t.ab \"a b\""},
             {"t.bc \"b c\" by t.ab \"a b\""}},
        Case{"FileOrderOfEqualMatches", rule("one", "\"a\"") + rule("two", "'a'"), "a", {"t.one \"a\""}, {"t.two \"a\" by t.one \"a\""}},
        Case{"OverBeatsLength",
             rule("ab", "\"a\" \"b\"") + rule("a", "\"a\"", "t.ab"),
             "a b",
             {"t.a \"a\""},
             {"t.ab \"a b\" by t.a \"a\" over"}},
        Case{"OverIsTransitive",
             rule("abc", "\"a\" \"b\" \"c\"") + rule("ab", "\"a\" \"b\" \"x\"?", "t.abc") + rule("b", "\"b\"", "t.ab"),
             "a b c",
             {"t.b \"b\""},
             {"t.ab \"a b\" by t.b \"b\" over", "t.abc \"a b c\" by t.b \"b\" over"}},
        Case{
            "OverOnlyWhereBothOverlap", rule("ab", "\"a\" \"b\"") + rule("c", "\"c\"", "t.ab"), "a b c", {"t.ab \"a b\"", "t.c \"c\""}, {}},
        Case{"OverThroughContextOnlyIsNoOverlap",
             rule("n", "[number]") + rule("x", "\"x\" span:\"y\" [number]", "t.n"),
             "x y 5",
             {"t.x \"y\"", "t.n \"5\""},
             {}},
        Case{"LoserByOverSuppressesNothing",
             rule("bc", "\"b\" \"c\"") + rule("ab", "\"a\" \"b\"", "t.bc") + rule("a", "\"a\"", "t.ab"),
             "a b c",
             {"t.a \"a\"", "t.bc \"b c\""},
             {"t.ab \"a b\" by t.a \"a\" over"}},
        Case{"LoserByLengthFreesNobody",
             rule("cd", "\"c\" \"d\"") + rule("bc", "\"b\" \"c\"") + rule("abx", "\"a\" \"b\" \"x\"?"),
             "a b c d",
             {"t.abx \"a b\"", "t.cd \"c d\""},
             {"t.bc \"b c\" by t.abx \"a b\""}},
        Case{"OneRuleAgainstItself", rule("pair", "[word] [word]"), "a b c", {"t.pair \"a b\""}, {"t.pair \"b c\" by t.pair \"a b\""}}),
    [](const auto& c) { return c.param.name; });

TEST(Resolver, KeepsOneOfEqualMatchesOfOneRule) {
  // Both alternatives of the anchor lead to the same match.
  Trial trial("phase test\nrule t.a -> T\n  match ( \"a\" \"b\" | [word] \"b\" )\n");
  trial.run("a b");
  EXPECT_EQ(trial.annotations().size() + trial.suppressed().size(), 1U);
}

TEST(Resolver, WinnersOfAPhaseNeverOverlap) {
  Trial trial("phase test\n" + rule("two", "[word]{2}") + rule("three", "[word]{3} \",\"") +
              rule("mixed", "[word] \",\" [word]", "t.three"));
  trial.run("a b, c d e, f g h i, j k, l m n o p, q");
  const auto annotations = trial.chart().annotations();
  ASSERT_GT(annotations.size(), 3U);
  for (std::size_t i = 1; i < annotations.size(); ++i) EXPECT_LE(annotations[i - 1].span.end, annotations[i].span.begin);
}

TEST(Resolver, LosersPointToAnnotationsThatStandAndOverlapThem) {
  Trial trial("phase test\n" + rule("two", "[word]{2}") + rule("three", "[word]{3} \",\"") + rule("mixed", "[word] \",\" [word]"));
  trial.run("a b, c d e, f g h i, j k, l m n o p, q");
  ASSERT_FALSE(trial.chart().suppressed().empty());
  for (const Suppressed& loser : trial.chart().suppressed()) {
    ASSERT_LT(loser.by, trial.chart().annotations().size());
    const TokenRange winner = trial.chart().annotation(loser.by).span;
    EXPECT_TRUE(winner.begin < loser.annotation.span.end && loser.annotation.span.begin < winner.end);
  }
}

}  // namespace
}  // namespace attest

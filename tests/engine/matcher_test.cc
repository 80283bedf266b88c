// The matching machine: ends in order of preference, and time that stays linear whatever the pattern.
#include "engine/matcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing_rules::Trial;

std::string rule_of(const std::string& pattern) { return "phase test\nrule test.rule -> Found\n  match " + pattern + "\n"; }

/// Where matches of the pattern from the first token can end, the preferred first.
std::vector<std::uint32_t> ends_of(const std::string& pattern, const std::string& text) {
  Trial trial(rule_of(pattern));
  trial.run(text);
  const CompiledRules& rules = trial.rules().compiled();
  Matcher matcher(rules);
  matcher.look_at(trial.chart());
  matcher.clear_captures(rules.rules[0].captures.size());
  std::vector<std::uint32_t> ends;
  const auto tokens = static_cast<std::uint32_t>(trial.chart().view().tokens.size());
  const bool accepted = matcher.run(rules.rules[0].program, 0, {0, tokens}, [&](std::uint32_t end) {
    ends.push_back(end);
    return false;
  });
  EXPECT_FALSE(accepted);
  return ends;
}

TEST(MatcherEnds, OfARepeatAreGreedy) { EXPECT_THAT(ends_of(R"("a"{1,3})", "a a a a"), ElementsAre(3, 2, 1)); }

TEST(MatcherEnds, OfAnOptionalElementAreGreedy) { EXPECT_THAT(ends_of(R"("a" "b"? "c"?)", "a b c"), ElementsAre(3, 2, 1)); }

TEST(MatcherEnds, OfAlternativesAreInOrder) {
  EXPECT_THAT(ends_of(R"("a" ( "b" | "b" "c" | "b" "c" "d" ))", "a b c d"), ElementsAre(2, 3, 4));
}

TEST(MatcherEnds, AreDistinct) { EXPECT_THAT(ends_of(R"(( "a" | [word] | 'a' | "a" "b" | [any] [any] ))", "a b"), ElementsAre(1, 2)); }

TEST(MatcherEnds, AreDistinctHoweverManyPathsLeadToThem) {
  EXPECT_THAT(ends_of(R"("a"{1,2} "a"{0,2} "a"{0,2})", "a a a"), ElementsAre(3, 2, 1));
}

TEST(MatcherEnds, AreNoneWhereNothingMatches) { EXPECT_THAT(ends_of(R"("a" "b")", "a c"), IsEmpty()); }

TEST(MatcherEnds, StayInsideTheSegment) {
  Trial trial(rule_of(R"("a"{1,8})"));
  trial.run("a a a a a a");
  Matcher matcher(trial.rules().compiled());
  matcher.look_at(trial.chart());
  std::vector<std::uint32_t> ends;
  (void)matcher.run(trial.rules().compiled().rules[0].program, 1, {0, 4}, [&](std::uint32_t end) {
    ends.push_back(end);
    return false;
  });
  EXPECT_THAT(ends, ElementsAre(4, 3, 2));
}

TEST(MatcherEnds, StopAtTheOneAccepted) {
  Trial trial(rule_of(R"("a"{1,3})"));
  trial.run("a a a");
  Matcher matcher(trial.rules().compiled());
  matcher.look_at(trial.chart());
  int asked = 0;
  EXPECT_TRUE(matcher.run(trial.rules().compiled().rules[0].program, 0, {0, 3}, [&](std::uint32_t end) {
    ++asked;
    return end == 2;
  }));
  EXPECT_EQ(asked, 2);
}

TEST(MatcherCaptures, AreThoseOfTheAcceptedPath) {
  Trial trial(rule_of(R"(x:"a"{1,3} y:[any]?)"));
  trial.run("a a a b");
  Matcher matcher(trial.rules().compiled());
  matcher.look_at(trial.chart());
  matcher.clear_captures(2);
  ASSERT_TRUE(matcher.run(trial.rules().compiled().rules[0].program, 0, {0, 4}, [](std::uint32_t end) { return end == 2; }));
  EXPECT_EQ(matcher.capture(0).begin, 0U);
  EXPECT_EQ(matcher.capture(0).end, 2U);
  EXPECT_EQ(matcher.capture(1).begin, matcher.capture(1).end) << "the first path took a token here, the accepted one none";
}

// --- time ---

struct Adversary {
  std::string name;
  std::string pattern;
};

void PrintTo(const Adversary& adversary, std::ostream* out) { *out << adversary.pattern; }

std::string repeated(const std::string& unit, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

/// Processor seconds for one sentence of `words` words "a" at every one of which the rule is tried: the least of three.
double seconds(const std::string& pattern, std::size_t words) {
  Trial trial(rule_of(pattern));
  const std::string text = repeated("a ", words) + "b";
  double least = 1e9;
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();
    trial.run(text, Strategy::kBruteForce);
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  EXPECT_THAT(trial.annotations(), IsEmpty());
  return least;
}

class LinearTime : public ::testing::TestWithParam<Adversary> {};

// Without marks these patterns take 2^32 steps and more at each word.
TEST_P(LinearTime, NestedRepeatsFinish) { EXPECT_LT(seconds(GetParam().pattern, 200), 10.0); }

TEST_P(LinearTime, FourTimesTheSentenceTakesAboutFourTimesTheTime) {
  const double little = seconds(GetParam().pattern, 100);
  const double much = seconds(GetParam().pattern, 400);
  EXPECT_LT(much, 10 * std::max(little, 0.005));
}

INSTANTIATE_TEST_SUITE_P(Matcher, LinearTime,
                         ::testing::Values(Adversary{"OptionalsThenAll", R"("a"{0,30} "a"{30} "x")"},
                                           Adversary{"NestedRepeats", R"(( ( "a"{1,3} ){1,4} ){1,4} "x")"},
                                           Adversary{"AlternativesOfOneAndTwo", R"(( "a" | "a" "a" | [word] ){1,32} "x")"},
                                           Adversary{"AlternativesAllAlike", R"(( "a" | 'a' | [word] | [any] | /a/ ){32} "x")"},
                                           Adversary{"OptionalTails", R"(( "a" ( "a" "a"? )? ){1,20} "x")"},
                                           Adversary{"Lookaheads", R"(( !( "a"{8} "x" ) "a" ){1,24} "x")"}),
                         [](const auto& adversary) { return adversary.param.name; });

}  // namespace
}  // namespace attest

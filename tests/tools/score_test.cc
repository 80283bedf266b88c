#include "score.h"

#include <gtest/gtest.h>

namespace attest::command {
namespace {

Annotation figure(std::uint32_t begin, std::uint32_t end, double value, std::string unit = {}) {
  Annotation annotation;
  annotation.kind = "figure";
  annotation.chars = {begin, end};
  annotation.quantity = unit.empty() ? "count" : "money";
  annotation.low = annotation.high = value;
  annotation.unit = std::move(unit);
  return annotation;
}

Annotation date(std::uint32_t begin, std::uint32_t end, std::string start_date, std::string end_date, std::string timex) {
  Annotation annotation;
  annotation.kind = "date";
  annotation.chars = {begin, end};
  annotation.start_date = std::move(start_date);
  annotation.end_date = std::move(end_date);
  annotation.timex = std::move(timex);
  return annotation;
}

struct Outcome {
  Score score;
  std::vector<std::string> misses;
};

Outcome compare(std::string_view kind, const std::vector<Annotation>& gold, const std::vector<Annotation>& system) {
  Outcome outcome;
  std::vector<Miss> misses;
  score_kind(kind, gold, system, outcome.score, misses);
  for (const Miss& miss : misses) outcome.misses.emplace_back(miss.what);
  return outcome;
}

using Words = std::vector<std::string>;

TEST(Score, CountsExactOverlapAndRightApart) {
  const Outcome outcome = compare("figure", {figure(0, 5, 12), figure(10, 20, 5e6, "USD"), figure(30, 32, 7)},
                                  {figure(0, 5, 12), figure(12, 20, 5e6, "EUR"), figure(40, 42, 9)});
  EXPECT_EQ(outcome.score.gold, 3U);
  EXPECT_EQ(outcome.score.system, 3U);
  EXPECT_EQ(outcome.score.exact, 1U);
  EXPECT_EQ(outcome.score.overlap, 2U);
  EXPECT_EQ(outcome.score.right, 1U);
  EXPECT_EQ(outcome.misses, (Words{"wrong", "missed", "spurious"}));
}

TEST(Score, AlignsOneToOneLargestOverlapFirst) {
  const Outcome outcome = compare("figure", {figure(0, 10, 1)}, {figure(0, 3, 3), figure(0, 9, 1)});
  EXPECT_EQ(outcome.score.overlap, 1U);
  EXPECT_EQ(outcome.score.right, 1U);
  EXPECT_EQ(outcome.misses, Words{"spurious"});
}

TEST(Score, DoubtfulGoldIsNeitherMissedNorWrong) {
  Annotation doubtful = figure(0, 5, 12);
  doubtful.doubtful = true;
  for (const std::vector<Annotation>& system : {std::vector<Annotation>{}, std::vector<Annotation>{figure(0, 5, 99)}}) {
    const Outcome outcome = compare("figure", {doubtful}, system);
    EXPECT_EQ(outcome.score.gold, 0U);
    EXPECT_EQ(outcome.score.system, 0U);
    EXPECT_EQ(outcome.misses, Words{});
  }
}

TEST(Score, CitationsAreNotCompared) {
  Annotation citation = date(5, 9, "2025-01-01", "2026-01-01", "2025");
  citation.citation = true;
  const Outcome outcome = compare("date", {citation}, {date(5, 9, "2025-01-01", "2026-01-01", "2025"), citation});
  EXPECT_EQ(outcome.score.gold, 0U);
  EXPECT_EQ(outcome.score.system, 0U);
}

TEST(IsRight, ComparesNormalForms) {
  EXPECT_TRUE(is_right(figure(0, 1, 1e9, "USD"), figure(0, 1, 1e9 + 1, "USD"))) << "within a part in a million";
  EXPECT_FALSE(is_right(figure(0, 1, 1e9, "USD"), figure(0, 1, 1.001e9, "USD")));
  EXPECT_FALSE(is_right(figure(0, 1, 1e9, "USD"), figure(0, 1, 1e9, "EUR")));
  Annotation open = figure(0, 1, 5);
  open.high.reset();
  EXPECT_FALSE(is_right(figure(0, 1, 5), open)) << "an open end is not the value";
  EXPECT_TRUE(is_right(open, open));
  Annotation percent = figure(0, 1, 50, "1");
  percent.quantity = "percent";
  Annotation ratio = figure(0, 1, 50);
  ratio.quantity = "ratio";
  EXPECT_TRUE(is_right(percent, ratio)) << "percent and ratio are one quantity, unit 1 is none";
}

TEST(IsRight, ComparesIntervalsElseTimex) {
  const Annotation year = date(0, 4, "2024-01-01", "2025-01-01", "2024");
  EXPECT_TRUE(is_right(year, date(0, 4, "2024-01-01", "2025-01-01", "other")));
  EXPECT_FALSE(is_right(year, date(0, 4, "2024-01-01", "2024-12-31", "2024")));
  EXPECT_FALSE(is_right(year, date(0, 4, "", "", "2024"))) << "no interval is not the interval";
  EXPECT_TRUE(is_right(date(0, 4, "", "", "P10D"), date(0, 4, "", "", "P10D")));
  EXPECT_FALSE(is_right(date(0, 4, "", "", "P10D"), date(0, 4, "", "", "P1D")));
  Annotation either = year;
  either.also_intervals = {{"2024-01-01", "2024-05-01"}};
  EXPECT_TRUE(is_right(either, date(0, 4, "2024-01-01", "2024-05-01", "2024-01/2024-04")));
}

TEST(IsRight, ComparesTheWordsOfNames) {
  const auto named = [](std::string name) {
    Annotation annotation;
    annotation.kind = "organisation";
    annotation.name = std::move(name);
    return annotation;
  };
  EXPECT_TRUE(is_right(named("Organisation of Port Cities"), named("the Port Cities organisation")));
  EXPECT_TRUE(is_right(named("Ministry of Ports"), named("Ministry of Port, Old"))) << "two of three words";
  EXPECT_FALSE(is_right(named("Port Authority of Batumi"), named("Port of Poti")));
  EXPECT_FALSE(is_right(named("Port Authority"), named("")));
}

TEST(IsRight, ComparesCountValueAndDayOfAgreements) {
  Annotation gold;
  gold.kind = "agreement";
  gold.count = 12;
  gold.worth = 5e9;
  gold.signed_start = "2024-06-01";
  EXPECT_TRUE(is_right(gold, gold));
  Annotation other = gold;
  other.count.reset();
  EXPECT_FALSE(is_right(gold, other)) << "a group without a number is not twelve";
  other = gold;
  other.worth.reset();
  EXPECT_FALSE(is_right(gold, other));
  other = gold;
  other.signed_start.clear();
  EXPECT_FALSE(is_right(gold, other));
}

TEST(Measures, AreHarmonic) {
  const Measures measures = measures_of(2, {.gold = 4, .system = 2, .exact = 0, .overlap = 0, .right = 2});
  EXPECT_DOUBLE_EQ(measures.precision, 1.0);
  EXPECT_DOUBLE_EQ(measures.recall, 0.5);
  EXPECT_DOUBLE_EQ(measures.f1, 2.0 / 3.0);
  EXPECT_DOUBLE_EQ(measures_of(0, {}).f1, 1.0) << "nothing to find and nothing found";
  EXPECT_DOUBLE_EQ(measures_of(0, {.gold = 3, .system = 0}).f1, 0.0);
}

}  // namespace
}  // namespace attest::command

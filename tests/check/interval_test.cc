// Intervals from written precision and bounds, and how two of them lie to each other.
#include "check/interval.h"

#include <gtest/gtest.h>

#include "check/sample.h"

namespace attest {
namespace {

Figure figure(const char* value, const char* rounding, Bound bound = Bound::kExact, Quantity quantity = Quantity::kMoney) {
  Figure made;
  made.quantity = quantity;
  made.value = Decimal::parse(value);
  made.low = made.high = made.value;
  made.rounding = Decimal::parse(rounding);
  made.bound = bound;
  return made;
}

struct IntervalCase {
  const char* name;
  Figure figure;
  const char* text;
};

class FigureInterval : public testing::TestWithParam<IntervalCase> {};

TEST_P(FigureInterval, IsWhatTheWriterMayMean) { EXPECT_EQ(sample::policy().interval_of(GetParam().figure)->to_string(), GetParam().text); }

INSTANTIATE_TEST_SUITE_P(Bounds, FigureInterval,
                         testing::Values(IntervalCase{"rounded", figure("43.8", "0.05"), "[43.75, 43.85]"},
                                         IntervalCase{"exact_count", figure("224", "0", Bound::kExact, Quantity::kCount), "224"},
                                         IntervalCase{"about", figure("100", "5", Bound::kAbout), "[85, 115]"},
                                         IntervalCase{"nearly", figure("50", "0.5", Bound::kNearly), "[45, 50]"},
                                         IntervalCase{"over", figure("200", "0", Bound::kOver), "over 200"},
                                         IntervalCase{"at_least", figure("200", "0", Bound::kAtLeast), "over 200"},
                                         IntervalCase{"under", figure("25", "0.5", Bound::kUnder), "up to 25"},
                                         IntervalCase{"percent_is_a_share", figure("45", "0.5", Bound::kExact, Quantity::kPercent),
                                                      "[0.445, 0.455]"},
                                         IntervalCase{"ratio", figure("0.5", "0", Bound::kNearly, Quantity::kRatio), "[0.45, 0.5]"}),
                         [](const auto& tested) { return tested.param.name; });

TEST(FigureInterval, OfARangeIsTheRange) {
  Figure range = figure("0", "0");
  range.value.reset();
  range.low = Decimal(3);
  range.high = Decimal(5);
  EXPECT_EQ(sample::policy().interval_of(range)->to_string(), "[3, 5]");
}

TEST(FigureInterval, OfNoNumberIsNone) {
  Figure vague = figure("0", "0");
  vague.value = vague.low = vague.high = std::nullopt;
  EXPECT_FALSE(sample::policy().interval_of(vague));
}

TEST(FigureInterval, ReadsACutOffDigitAsASecondReading) {
  EXPECT_EQ(sample::policy().truncated_interval_of(figure("43.8", "0.05"))->to_string(), "[43.8, 43.9]");
  EXPECT_FALSE(sample::policy().truncated_interval_of(figure("224", "0")));
}

Interval of(const char* low, const char* high) { return {Decimal::parse(low), Decimal::parse(high)}; }

TEST(Touching, TellsApartFromPointAndOverlap) {
  EXPECT_EQ(touch(of("23.5", "24.5"), of("24.5", "25.5")), Touch::kPoint);
  EXPECT_EQ(touch(of("23.5", "24.5"), of("24.6", "25.5")), Touch::kApart);
  EXPECT_EQ(touch(of("43.75", "43.85"), of("43.815", "43.825")), Touch::kOverlap);
  EXPECT_EQ(touch(of("5", "5"), of("5", "5")), Touch::kOverlap);
  EXPECT_EQ(touch({Decimal(200), std::nullopt}, of("224", "224")), Touch::kOverlap);
  EXPECT_EQ(touch({Decimal(200), std::nullopt}, of("150", "160")), Touch::kApart);
}

TEST(Arithmetic, KeepsBothEnds) {
  EXPECT_EQ(add(of("14.885", "14.895"), of("15.145", "15.155"))->to_string(), "[30.03, 30.05]");
  EXPECT_EQ(subtract(of("5", "6"), of("1", "2"))->to_string(), "[3, 5]");
  EXPECT_EQ(multiply(of("2", "3"), of("4", "5"))->to_string(), "[8, 15]");
  EXPECT_NEAR(divide(of("43.5", "44.5"), of("87", "89"))->high->to_double(), 44.5 / 87, 1e-12);
  EXPECT_EQ(magnitude(of("-3", "-2")).to_string(), "[2, 3]");
  EXPECT_EQ(magnitude(of("-3", "2")).to_string(), "[0, 3]");
}

TEST(Arithmetic, RefusesWhatHasNoAnswer) {
  EXPECT_FALSE(divide(of("1", "2"), of("0", "1")));
  EXPECT_FALSE(multiply(of("-1", "2"), of("0", "1")));
  EXPECT_FALSE(intersection(of("1", "2"), of("3", "4")));
}

}  // namespace
}  // namespace attest

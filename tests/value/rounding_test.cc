#include "value/rounding.h"

#include <gtest/gtest.h>

#include <string_view>

namespace attest {
namespace {

struct Case {
  std::string_view written;
  std::string_view factor;
  bool scale_word;
  Precision precision;
  std::string_view rounding;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& expected : cases) {
    const auto rounding =
        stated_rounding(*Decimal::parse(expected.written), *Decimal::parse(expected.factor), expected.scale_word, expected.precision);
    ASSERT_TRUE(rounding) << expected.written;
    EXPECT_EQ(rounding->to_string(), expected.rounding) << expected.written << " x " << expected.factor;
  }
}

TEST(StatedRounding, WithAScaleWordTheLastDigitCounts) {
  expect_all({{"44", "1e9", true, Precision::kAmount, "500000000"},
              {"43.82", "1e9", true, Precision::kAmount, "5000000"},
              {"100", "1e9", true, Precision::kAmount, "500000000"},
              {"43.80", "1e9", true, Precision::kAmount, "5000000"},
              {"2", "1e6", true, Precision::kCount, "500000"}});
}

TEST(StatedRounding, DecimalsCountInPlainDigits) {
  expect_all({{"1.2", "1", false, Precision::kAmount, "0.05"}, {"1.20", "1", false, Precision::kAmount, "0.005"}});
}

TEST(StatedRounding, TrailingZerosOfPlainDigitsDoNotCount) {
  expect_all({{"50000", "1", false, Precision::kAmount, "5000"},
              {"500", "1", false, Precision::kAmount, "50"},
              {"1500", "1", false, Precision::kAmount, "50"},
              {"1234", "1", false, Precision::kAmount, "0.5"},
              {"0", "1", false, Precision::kAmount, "0.5"}});
}

TEST(StatedRounding, CountsBelowAThousandAreExact) {
  expect_all({{"999", "1", false, Precision::kCount, "0"},
              {"200", "1", false, Precision::kCount, "0"},
              {"1000", "1", false, Precision::kCount, "500"},
              {"3000", "1", false, Precision::kCount, "500"},
              {"1001", "1", false, Precision::kCount, "0.5"},
              {"2.5", "1", false, Precision::kCount, "0.05"}});
}

TEST(StatedRounding, WholePercentagesHaveAHalf) {
  expect_all({{"36", "1", false, Precision::kPercent, "0.5"},
              {"90", "1", false, Precision::kPercent, "0.5"},
              {"100", "1", false, Precision::kPercent, "0.5"},
              {"15.5", "1", false, Precision::kPercent, "0.05"}});
}

TEST(StatedRounding, MinorUnitsAreNoScaleWord) { expect_all({{"50", "0.01", false, Precision::kAmount, "0.05"}}); }

TEST(StatedRounding, RanksAreExact) { expect_all({{"1000", "1", false, Precision::kExact, "0"}}); }

TEST(StatedRounding, PastTheLimitsIsNothing) {
  EXPECT_FALSE(stated_rounding(Decimal(1, -400), Decimal(1), false, Precision::kAmount));
  EXPECT_FALSE(stated_rounding(Decimal(1, 300), Decimal(1, 300), true, Precision::kAmount));
}

}  // namespace
}  // namespace attest

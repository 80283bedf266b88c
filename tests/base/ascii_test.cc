#include "base/ascii.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Ascii, LowersItsCapitalsAndNothingElse) {
  EXPECT_EQ(ascii_lowered("AZ az 09 [@`{ Łódź É"), "az az 09 [@`{ Łódź É");
  EXPECT_EQ(ascii_lowered(""), "");
}

TEST(Ascii, ComparesWholeTextsInAnyCase) {
  EXPECT_TRUE(equal_in_any_case("GAZETTE", "Gazette"));
  EXPECT_FALSE(equal_in_any_case("Gazette", "Gazettes"));
  EXPECT_FALSE(equal_in_any_case("[", "{"));
}

}  // namespace
}  // namespace attest

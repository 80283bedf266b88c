#include "base/trimmed.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Trimmed, TakesWhiteSpaceOffTheEndsOnly) {
  EXPECT_EQ(trimmed("  8.57 billion\r\n"), "8.57 billion");
  EXPECT_EQ(trimmed("\t\f8.57"), "8.57");
  EXPECT_EQ(trimmed("8.57"), "8.57");
}

TEST(Trimmed, LeavesNothingOfWhiteSpace) {
  EXPECT_EQ(trimmed(" \t\r\n\f"), "");
  EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, KeepsOtherSpaces) { EXPECT_EQ(trimmed("\u00A0x "), "\u00A0x"); }

}  // namespace
}  // namespace attest

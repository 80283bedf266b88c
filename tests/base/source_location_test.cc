#include "base/source_location.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(SourceLocation, ShowsFileLineAndColumn) { EXPECT_EQ((SourceLocation{"10_number.rules", 12, 7}.to_string()), "10_number.rules:12:7"); }

TEST(SourceLocation, LineZeroMeansTheWholeFile) { EXPECT_EQ((SourceLocation{"lists/units.tsv", 0, 0}.to_string()), "lists/units.tsv"); }

}  // namespace
}  // namespace attest

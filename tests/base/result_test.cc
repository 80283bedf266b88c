#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace attest {
namespace {

struct ErrorLine {
  Error error;
  std::string line;
};

TEST(Error, LineLeavesOutWhatIsEmpty) {
  const ErrorLine lines[] = {
      {{ErrorCode::kFormat, "unexpected end of line"}, "unexpected end of line"},
      {{ErrorCode::kFormat, "unexpected end of line", "a.jsonl:3"}, "a.jsonl:3: unexpected end of line"},
      {{ErrorCode::kUsage, "no such verb", "", "see --help"}, "no such verb (see --help)"},
      {{ErrorCode::kUnreadable, "permission denied", "a.txt", "check its owner"}, "a.txt: permission denied (check its owner)"},
  };
  for (const ErrorLine& expected : lines) EXPECT_EQ(expected.error.to_string(), expected.line);
}

Result<int> half_of(int number) {
  if (number % 2 != 0) return Error{ErrorCode::kUsage, "odd"};
  return number / 2;
}

TEST(Result, HoldsAValueOnSuccess) {
  const Result<int> result = half_of(8);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(*result, 4);
}

TEST(Result, HoldsAnErrorOnFailure) {
  const Result<int> result = half_of(7);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::kUsage);
  EXPECT_EQ(result.error().what, "odd");
}

TEST(Result, AZeroValueIsStillASuccess) { EXPECT_TRUE(half_of(0)); }

TEST(Result, GivesUpAValueThatCanOnlyMove) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(5);
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 5);
}

TEST(Result, ReachesIntoItsValue) {
  Result<std::string> result = std::string("text");
  result->append("!");
  EXPECT_EQ(result.value(), "text!");
}

TEST(Status, DefaultIsSuccess) {
  const Status status;
  EXPECT_TRUE(status.ok());
}

TEST(Status, KeepsItsError) {
  const Status status = Error{ErrorCode::kStore, "disk full"};
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().what, "disk full");
}

}  // namespace
}  // namespace attest

#include "read/line_stream.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "read/served_bytes.h"

namespace attest {
namespace {

using testing::ElementsAre;

constexpr std::string_view kTooLong = "<too long>";

std::vector<std::string> lines_of(LineStream& stream) {
  std::vector<std::string> lines;
  while (const auto line = stream.next()) {
    lines.emplace_back(line->too_long ? kTooLong : line->text);
    EXPECT_EQ(line->number, lines.size());
  }
  return lines;
}

std::vector<std::string> split(std::string_view text, std::size_t longest) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(end > longest ? kTooLong : text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

TEST(LineStream, GivesTheLastLineWithAndWithoutItsEnd) {
  LineStream ended(serve("a\n\nb\n", 10));
  EXPECT_THAT(lines_of(ended), ElementsAre("a", "", "b"));
  LineStream open(serve("a\n\nb", 10));
  EXPECT_THAT(lines_of(open), ElementsAre("a", "", "b"));
  LineStream empty(serve("", 10));
  EXPECT_THAT(lines_of(empty), ElementsAre());
}

TEST(LineStream, PassesOverLinesPastTheLimitAndGoesOn) {
  const std::string text = "abcd\nabcde\nx\n" + std::string(100, 'y');
  LineStream stream(serve(text, 3), {.block = 4, .longest_line = 4});
  EXPECT_THAT(lines_of(stream), ElementsAre("abcd", kTooLong, "x", kTooLong));
}

// Any blocks, reads and limits give the lines of the whole text.
TEST(LineStream, AgreesWithSplittingTheWhole) {
  std::mt19937 random(7);
  const auto below = [&](std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random); };
  for (int round = 0; round < 2000; ++round) {
    std::string text(below(200), 'a');
    for (char& byte : text) byte = "ab\n{}\r"[below(6)];
    const StreamLimits limits{.block = 1 + below(20), .longest_line = 1 + below(round % 2 == 0 ? 10 : 300)};
    LineStream stream(serve(text, 1 + below(30)), limits);
    EXPECT_EQ(lines_of(stream), split(text, limits.longest_line)) << text;
    EXPECT_EQ(stream.bytes_read(), text.size());
  }
}

TEST(LineStream, HoldsNoMoreThanItsBlocksForManyLines) {
  std::string text;
  for (int line = 0; line < 10000; ++line) text += "a short line\n";
  LineStream stream(serve(text, text.size()), {.block = 64, .longest_line = 100});
  std::size_t most_pending = 0;
  while (stream.next()) most_pending = std::max(most_pending, stream.pending().size());
  EXPECT_LE(most_pending, 128U);
}

TEST(LineStream, TakesTheRestBehindTheLinesGivenOut) {
  LineStream stream(serve("first\nsecond\nthird", 4), {.block = 4});
  ASSERT_TRUE(stream.next().has_value());
  const auto rest = stream.take_rest(100, 0);
  ASSERT_TRUE(rest.ok());
  EXPECT_EQ(*rest, "second\nthird");
  EXPECT_FALSE(stream.next().has_value());
}

TEST(LineStream, RefusesARestPastItsLimit) {
  LineStream stream(serve("12345", 2));
  const auto rest = stream.take_rest(4, 0);
  ASSERT_FALSE(rest.ok());
  EXPECT_EQ(rest.error().code, ErrorCode::kTooLarge);
}

TEST(LineStream, ReportsAFailureBehindTheWholeLinesBeforeIt) {
  bool first = true;
  LineStream stream([&](char* into, std::size_t) -> Result<std::size_t> {
    if (!std::exchange(first, false)) return Error{ErrorCode::kUnreadable, "cannot be read: the disk is gone"};
    return std::string_view("whole\nhal").copy(into, 9);
  });
  EXPECT_THAT(lines_of(stream), ElementsAre("whole"));
  ASSERT_TRUE(stream.failure().has_value());
  EXPECT_EQ(stream.failure()->what, "cannot be read: the disk is gone");
}

}  // namespace
}  // namespace attest

#include "text/code_points.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <random>
#include <string>
#include <vector>

namespace attest {
namespace {

// ICU's strict decoder, one code point after the other.
std::size_t valid_prefix_by_icu(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    UChar32 value = 0;
    U8_NEXT(bytes, at, text.size(), value);
    if (value < 0) return begin;
  }
  return text.size();
}

std::string encode(char32_t value) {
  std::string out(4, '\0');
  std::size_t size = 0;
  U8_APPEND_UNSAFE(out.data(), size, value);
  out.resize(size);
  return out;
}

std::string random_text(std::mt19937& random, std::size_t code_points) {
  constexpr char32_t kLimits[] = {0x80, 0x80, 0x80, 0x800, 0xD800, 0x110000};
  std::string text;
  for (std::size_t i = 0; i < code_points; ++i) {
    const auto value = static_cast<char32_t>(random() % kLimits[random() % 6]);
    text += encode(value >= 0xD800 && value < 0xE000 ? 0x20AC : value);
  }
  return text;
}

struct ValidityCase {
  const char* name;
  std::string text;
  std::size_t valid_prefix;
};

class Utf8Validity : public testing::TestWithParam<ValidityCase> {};

TEST_P(Utf8Validity, EndsAtTheFirstIllFormedSequence) {
  EXPECT_EQ(valid_utf8_prefix(GetParam().text), GetParam().valid_prefix);
  EXPECT_EQ(is_valid_utf8(GetParam().text), GetParam().valid_prefix == GetParam().text.size());
}

INSTANTIATE_TEST_SUITE_P(
    Sequences, Utf8Validity,
    testing::Values(ValidityCase{"Empty", "", 0}, ValidityCase{"Ascii", "plain", 5}, ValidityCase{"Nul", std::string(3, '\0'), 3},
                    ValidityCase{"TwoBytes", "\xC2\x80", 2}, ValidityCase{"LastOfThreeBytes", "\xEF\xBF\xBF", 3},
                    ValidityCase{"LastCodePoint", "\xF4\x8F\xBF\xBF", 4}, ValidityCase{"AboveLastCodePoint", "\xF4\x90\x80\x80", 0},
                    ValidityCase{"LeadOfFiveBytes", "ab\xF8\x88\x80\x80\x80", 2}, ValidityCase{"OverlongTwoBytes", "a\xC0\xAF", 1},
                    ValidityCase{"OverlongC1", "a\xC1\xBF", 1}, ValidityCase{"OverlongThreeBytes", "a\xE0\x9F\xBF", 1},
                    ValidityCase{"OverlongFourBytes", "a\xF0\x8F\xBF\xBF", 1}, ValidityCase{"FirstSurrogate", "a\xED\xA0\x80", 1},
                    ValidityCase{"LastSurrogate", "a\xED\xBF\xBF", 1}, ValidityCase{"BeforeSurrogates", "\xED\x9F\xBF", 3},
                    ValidityCase{"StrayContinuation", "abcdefgh\x80", 8}, ValidityCase{"TruncatedTwoBytes", "abcdefghi\xC3", 9},
                    ValidityCase{"TruncatedThreeBytes", "a\xE2\x82", 1}, ValidityCase{"TruncatedFourBytes", "a\xF0\x9F\x98", 1},
                    ValidityCase{"SequenceCutByAscii", "a\xE2\x82z", 1}, ValidityCase{"ByteFf", "\xFF", 0}),
    [](const auto& test) { return test.param.name; });

TEST(Utf8Validity, AgreesWithIcuOnAllPairsOfBytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text = {static_cast<char>(first), static_cast<char>(second), '\x80', '\x80'};
      for (std::size_t size = 1; size <= 4; ++size) {
        const std::string_view part = std::string_view(text).substr(0, size);
        ASSERT_EQ(valid_utf8_prefix(part), valid_prefix_by_icu(part)) << first << ' ' << second << ' ' << size;
      }
    }
  }
}

TEST(Utf8Validity, AgreesWithIcuOnDamagedText) {
  std::mt19937 random(4711);
  for (int round = 0; round < 5'000; ++round) {
    std::string text = random_text(random, random() % 60);
    for (std::size_t damage = random() % 3; damage > 0 && !text.empty(); --damage) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    text.resize(text.size() - std::min<std::size_t>(text.size(), random() % 4));
    ASSERT_EQ(valid_utf8_prefix(text), valid_prefix_by_icu(text));
  }
}

// Compares every boundary, both ways, with counting from the start.
void expect_index_counts(std::string_view text) {
  const CodePointIndex index(text);
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at <= text.size(); ++at) {
    if (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    ASSERT_EQ(index.to_code_points(at), count) << "byte " << at;
    ASSERT_EQ(index.to_bytes(count), at) << "code point " << count;
    ++count;
  }
  ASSERT_EQ(index.size() + 1, count);
}

TEST(CodePointIndex, CountsLikeCountingFromTheStart) {
  std::mt19937 random(815);
  for (int round = 0; round < 300; ++round) expect_index_counts(random_text(random, random() % 400));
}

TEST(CodePointIndex, NeedsNoTableForAscii) {
  std::mt19937 random(816);
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 200U})
    expect_index_counts(std::string(size, static_cast<char>('a' + random() % 26)));
}

TEST(CodePointIndex, CountsWhereCodePointsStraddleCheckpoints) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string text(60 + shift, 'x');
    for (int i = 0; i < 40; ++i) text += "\U0001F600";
    expect_index_counts(text);
  }
}

TEST(CodePointIndex, IsEmptyBeforeItsFirstText) {
  const CodePointIndex index;
  EXPECT_EQ(index.size(), 0U);
  EXPECT_EQ(index.to_code_points(0), 0U);
  EXPECT_EQ(index.to_bytes(0), 0U);
}

TEST(CodePointIndex, ForgetsTheTextBefore) {
  CodePointIndex index("€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€");
  index.reset("ab€c");
  EXPECT_EQ(index.size(), 4U);
  EXPECT_EQ(index.to_code_points(Span{2, 5}), (Span{2, 3}));
  EXPECT_EQ(index.to_bytes(Span{2, 4}), (Span{2, 6}));
  index.reset("ascii");
  EXPECT_EQ(index.size(), 5U);
  EXPECT_EQ(index.to_bytes(5), 5U);
}

TEST(CodePointIndex, TakesWhatLiesBehindTheEndForTheEnd) {
  const CodePointIndex index("né");
  EXPECT_EQ(index.to_code_points(9), 2U);
  EXPECT_EQ(index.to_bytes(9), 3U);
}

}  // namespace
}  // namespace attest

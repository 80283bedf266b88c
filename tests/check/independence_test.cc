// One text told twice is one source.
#include "check/independence.h"

#include <gtest/gtest.h>

#include <string>

namespace attest {
namespace {

/// Words that follow no pattern: "ab ac ...".
std::string story(unsigned seed, int words) {
  std::string text;
  for (int i = 0; i < words; ++i) {
    seed = seed * 1664525 + 1013904223;
    text += {static_cast<char>('a' + (seed >> 24) % 26), static_cast<char>('a' + (seed >> 16) % 26),
             static_cast<char>('a' + (seed >> 20) % 26)};
    text += ' ';
  }
  return text;
}

TEST(IndependentSources, AreThoseThatNothingJoins) {
  const TextSketch wire = sketch_of(story(1, 300));
  const TextSketch copy = sketch_of(story(1, 300) + story(9, 20));
  const TextSketch other = sketch_of(story(2, 300));
  EXPECT_EQ(independent_sources({{1, "Gazette", "", &wire}, {2, "Herald", "", &other}}), 2U);
  EXPECT_EQ(independent_sources({{1, "Gazette", "", &wire}, {1, "Gazette", "", &wire}}), 1U);
  EXPECT_EQ(independent_sources({{1, "Gazette", "", &wire}, {2, "GAZETTE", "", &other}}), 1U);
  EXPECT_EQ(independent_sources({{1, "", "Customs Service", &wire}, {2, "", "Customs Service", &other}}), 1U);
  EXPECT_EQ(independent_sources({{1, "", "", &wire}, {2, "", "", &copy}, {3, "", "", &other}}), 2U);
  EXPECT_EQ(independent_sources({{1, "", "", nullptr}, {2, "", "", nullptr}}), 2U);
}

}  // namespace
}  // namespace attest

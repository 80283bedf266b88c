// Sketches tell how much two texts share.
#include "text/text_sketch.h"

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

TEST(TextSketch, FindsATextInALongerOne) {
  const std::string wire = story(1, 300);
  EXPECT_GT(containment(sketch_of(wire), sketch_of(story(2, 200) + wire + story(3, 500))), 0.9);
}

TEST(TextSketch, SeesNoLikenessInOtherTexts) { EXPECT_LT(containment(sketch_of(story(1, 300)), sketch_of(story(2, 300))), 0.05); }

TEST(TextSketch, SignaturesAreItsSmallestHashes) {
  const TextSketch sketch = sketch_of(story(1, 300));
  EXPECT_EQ(signature_of(sketch), TextSketch(sketch.begin(), sketch.begin() + 8));
  EXPECT_TRUE(signature_of(sketch_of("Too few words.")).empty());
}

TEST(TextSketch, DoesNotMindCaseAndPunctuation) {
  EXPECT_EQ(sketch_of("One two three four five six seven eight nine ten."),
            sketch_of("one, TWO three (four) five six; seven eight nine ten"));
}

}  // namespace
}  // namespace attest

// Sketches tell how much two texts share.
#include "text/text_sketch.h"

#include <gtest/gtest.h>

#include <string>

#include "text/random_story.h"

namespace attest {
namespace {

using testing_text::random_story;

TEST(TextSketch, FindsATextInALongerOne) {
  const std::string wire = random_story(1, 300);
  EXPECT_GT(containment(sketch_of(wire), sketch_of(random_story(2, 200) + wire + random_story(3, 500))), 0.9);
}

TEST(TextSketch, SeesNoLikenessInOtherTexts) {
  EXPECT_LT(containment(sketch_of(random_story(1, 300)), sketch_of(random_story(2, 300))), 0.05);
}

TEST(TextSketch, SignaturesAreItsSmallestHashes) {
  const TextSketch sketch = sketch_of(random_story(1, 300));
  EXPECT_EQ(signature_of(sketch), TextSketch(sketch.begin(), sketch.begin() + 8));
  EXPECT_TRUE(signature_of(sketch_of("Too few words.")).empty());
}

TEST(TextSketch, DoesNotMindCaseAndPunctuation) {
  EXPECT_EQ(sketch_of("One two three four five six seven eight nine ten."),
            sketch_of("one, TWO three (four) five six; seven eight nine ten"));
}

}  // namespace
}  // namespace attest

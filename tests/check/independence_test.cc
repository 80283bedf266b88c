// One text told twice is one source.
#include "check/independence.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>

#include "text/random_story.h"

namespace attest {
namespace {

using testing_text::random_story;

TEST(IndependentSources, AreThoseThatNothingJoins) {
  const std::map<std::int64_t, TextSketch> sketches = {{1, sketch_of(random_story(1, 300))},
                                                       {2, sketch_of(random_story(1, 300) + random_story(9, 20))},
                                                       {3, sketch_of(random_story(2, 300))}};
  const auto sketch = [&](std::int64_t document) {
    const auto found = sketches.find(document);
    return found == sketches.end() ? nullptr : &found->second;
  };
  EXPECT_EQ(independent_sources({{1, "Gazette", ""}, {3, "Herald", ""}}, sketch), 2U);
  EXPECT_EQ(independent_sources({{1, "Gazette", ""}, {1, "Gazette", ""}}, sketch), 1U);
  EXPECT_EQ(independent_sources({{1, "Gazette", ""}, {3, "GAZETTE", ""}}, sketch), 1U);
  EXPECT_EQ(independent_sources({{1, "", "Customs Service"}, {3, "", "Customs Service"}}, sketch), 1U);
  EXPECT_EQ(independent_sources({{1, "", ""}, {2, "", ""}, {3, "", ""}}, sketch), 2U);
  EXPECT_EQ(independent_sources({{7, "", ""}, {8, "", ""}}, sketch), 2U);
}

}  // namespace
}  // namespace attest

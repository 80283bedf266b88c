// Rules read from an image are the rules that were compiled.
#include "engine/rule_image.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "built_in_rules.h"
#include "engine/rule_set.h"
#include "engine/trial.h"

namespace attest {
namespace {

using testing_rules::with_examples;

// Every kind of thing that an image holds: lists with texts and numbers, shapes, constants, calls, contexts, ranks.
RulePack pack() {
  return {"built-in",
          {{"10_size.rules",
            with_examples("phase size\nlist unit lists/unit.tsv exact\n"
                          "rule size.plain -> Size\n  match n:[number] u:<unit>\n  value numeral(n) * u.factor\n  unit u.code else \"1\"\n"
                          "rule size.year -> Size\n  match y:/[12]\\d{3}/\n  after \"in\"\n  value numeral(y)\n  over size.plain\n")},
           {"lists/unit.tsv", "surface\tcode\tfactor\nkg\tkg\t1\nlong ton\tt\t1016.0469\n"}}};
}

std::string image_of(const RuleSet& rules) { return write_rule_image(rules.compiled(), rules.digest()); }

TEST(RuleImage, WrittenAgainItIsTheSame) {
  const auto compiled = RuleSet::compile({pack()});
  ASSERT_TRUE(compiled) << compiled.error().what;
  const std::string image = image_of(*compiled);
  RuleImage read;
  ASSERT_TRUE(read_rule_image(image, read));
  EXPECT_EQ(read.digest, compiled->digest());
  EXPECT_EQ(write_rule_image(read.rules, read.digest), image);
}

TEST(RuleImage, RefusesEveryPrefix) {
  const auto compiled = RuleSet::compile({pack()});
  ASSERT_TRUE(compiled) << compiled.error().what;
  const std::string image = image_of(*compiled);
  for (std::size_t size = 0; size < image.size(); ++size) {
    RuleImage read;
    EXPECT_FALSE(read_rule_image(std::string_view(image).substr(0, size), read)) << size;
  }
}

TEST(RuleImage, TheCommandHoldsItsRulesAsTheyAreWritten) {
  const RulePack built_in = built_in_rules();
  const auto compiled = RuleSet::compile({built_in});
  ASSERT_TRUE(compiled) << compiled.error().what;
  EXPECT_TRUE(image_of(*compiled) == built_in.image);
}

TEST(RuleSet, IsCompiledWhereAnImageIsNone) {
  RulePack torn = pack();
  torn.image = "no image";
  const auto loaded = RuleSet::load({torn});
  ASSERT_TRUE(loaded) << loaded.error().what;
  EXPECT_EQ(loaded->compiled().rules.size(), 2U);
}

TEST(RuleSet, IsCompiledWhereTheImageIsOfOtherFiles) {
  RulePack changed = pack();
  const auto compiled = RuleSet::compile({changed});
  ASSERT_TRUE(compiled) << compiled.error().what;
  const std::string stale = image_of(*compiled);
  changed.files.back().text += "mg\tmg\t0.000001\n";
  changed.image = stale;
  const auto loaded = RuleSet::load({changed});
  ASSERT_TRUE(loaded) << loaded.error().what;
  EXPECT_NE(loaded->digest(), compiled->digest());
  EXPECT_EQ(loaded->compiled().gazetteer.entry_count(), 3U);
}

TEST(RuleSet, IsCompiledWhereAnotherPackComesOnTop) {
  RulePack mine{"mine", {{"10_mine.rules", with_examples("phase mine\nrule mine.word -> Mine\n  match \"attest\"\n")}}};
  const auto loaded = RuleSet::load({built_in_rules(), mine});
  ASSERT_TRUE(loaded) << loaded.error().what;
  EXPECT_EQ(loaded->compiled().rules.back().name, "mine.word");
}

}  // namespace
}  // namespace attest

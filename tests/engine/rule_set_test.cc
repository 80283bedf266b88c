// Packs of rules together: what a user's folder adds to the built-in one.
#include "engine/rule_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing_rules::Trial;
using testing_rules::with_examples;

RulePack base() {
  return {
      "built-in",
      {{"10_unit.rules", with_examples("phase unit\nlist unit lists/unit.tsv\nrule unit.of_list -> Unit\n  match u:<unit>\n  code u\n")},
       {"20_size.rules",
        with_examples("phase size reads unit\nrule size.plain -> Size\n  match n:[number] u:Unit\n  value numeral(n)\n  unit u.code\n")},
       {"lists/unit.tsv", "surface\tcode\nkg\tkg\nton\tt\n"}}};
}

RulePack user(std::vector<RuleFile> files) { return {"mine", std::move(files)}; }

TEST(RuleSet, RunsOnePack) {
  Trial trial({base()});
  trial.run("5 kg and 6 ton");
  EXPECT_THAT(trial.fields("Size"), ElementsAre("5 kg", "6 t"));
}

TEST(RuleSet, LaterPackAddsToAList) {
  Trial trial({base(), user({{"10_mine.rules", "phase unit\nlist unit lists/unit.tsv\n"},
                             {"lists/unit.tsv", "surface\tcode\nstone\t[stone_av]\n"}})});
  trial.run("5 kg and 6 stone");
  EXPECT_THAT(trial.fields("Size"), ElementsAre("5 kg", "6 [stone_av]"));
}

TEST(RuleSet, LaterPackAddsToAPhaseThatLaterPhasesRead) {
  Trial trial(
      {base(), user({{"99_mine.rules", with_examples("phase unit\nrule unit.bushel -> Unit\n  match \"bushel\"\n  code \"[bu_us]\"\n")}})});
  trial.run("7 bushel");
  EXPECT_THAT(trial.fields("Size"), ElementsAre("7 [bu_us]"));
}

TEST(RuleSet, LaterPackAddsAPhase) {
  Trial trial({base(), user({{"30_load.rules",
                              with_examples("phase load reads size\nrule load.of_size -> Load\n  match \"load\" \"of\" Size\n")}})});
  trial.run("a load of 5 kg");
  EXPECT_THAT(trial.spans("Load"), ElementsAre("load of 5 kg"));
}

TEST(RuleSet, LaterPackWinsOverRulesOfAnEarlierOne) {
  Trial trial({base(), user({{"20_mine.rules",
                              with_examples("phase size\nrule size.none -> Nothing\n  match [number] \"kg\"\n  over size.plain\n")}})});
  trial.run("5 kg and 6 ton");
  EXPECT_THAT(trial.annotations(),
              ElementsAre("unit.of_list \"kg\"", "unit.of_list \"ton\"", "size.none \"5 kg\"", "size.plain \"6 ton\""));
}

TEST(RuleSet, KeepsRulesInOrderOfPacks) {
  const auto rules =
      RuleSet::compile({base(), user({{"10_a.rules", with_examples("phase unit\nrule unit.a -> Unit\n  match \"a\"\n  code \"a\"\n")}})});
  ASSERT_TRUE(rules.ok()) << rules.error().to_string();
  std::vector<std::string> names;
  for (const ast::Rule& rule : rules->tree().rules) names.push_back(rule.name);
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("unit.of_list", "size.plain", "unit.a"));
  for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(rules->compiled().rules[i].name, names[i]) << "tree and programs must agree";
}

TEST(RuleSet, KeepsListsWithoutTheirEntries) {
  const auto rules = RuleSet::compile({base()});
  ASSERT_TRUE(rules.ok());
  ASSERT_EQ(rules->tree().lists.size(), 1U);
  EXPECT_THAT(rules->tree().lists[0].columns, ElementsAre("code"));
  EXPECT_TRUE(rules->tree().lists[0].entries.empty());
}

TEST(RuleSet, SurvivesAMove) {
  auto rules = RuleSet::compile({base()});
  ASSERT_TRUE(rules.ok());
  const RuleSet moved = std::move(*rules);
  EXPECT_EQ(moved.compiled().rules.size(), 2U);
  EXPECT_EQ(moved.digest().size(), 64U);
}

// --- errors ---

TEST(RuleSetErrors, AreOfTheKindRules) {
  const auto rules = RuleSet::compile({user({{"10_a.rules", "phase a\nrule a.b -> B\n  match <nowhere>\n"}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_EQ(rules.error().code, ErrorCode::kRules);
}

TEST(RuleSetErrors, NameThePlaceInAUsersPack) {
  const auto rules = RuleSet::compile({base(), user({{"30_a.rules", with_examples("phase a\nrule a.b -> B\n  match <nowhere>\n")}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_THAT(rules.error().what, HasSubstr("mine/30_a.rules:6:"));
  EXPECT_THAT(rules.error().what, HasSubstr("no list is called \"nowhere\""));
}

TEST(RuleSetErrors, HoldAllDiagnosticsOfAllPacks) {
  RulePack broken = base();
  broken.files[1].text += "rule size.bad -> Size\n  match Weight\n  yes \"a\"\n  yes \"b\"\n  no \"c\"\n";
  const auto rules = RuleSet::compile({broken, user({{"30_a.rules", with_examples("phase a\nrule a.b -> B\n  match <nowhere>\n")}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_THAT(rules.error().what, HasSubstr("no rule makes \"Weight\""));
  EXPECT_THAT(rules.error().what, HasSubstr("no list is called \"nowhere\""));
}

TEST(RuleSetErrors, ShowTheLineWithACaret) {
  const auto rules = RuleSet::compile({user({{"10_a.rules", with_examples("phase a\nrule a.b -> B\n  match <nowhere>\n")}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_THAT(rules.error().what, HasSubstr("match <nowhere>"));
  EXPECT_THAT(rules.error().what, HasSubstr("^"));
}

TEST(RuleSetErrors, SecondRuleOfAName) {
  const auto rules =
      RuleSet::compile({base(), user({{"10_a.rules", with_examples("phase unit\nrule unit.of_list -> Unit\n  match \"x\"\n")}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_THAT(rules.error().what, HasSubstr("unit.of_list"));
}

TEST(RuleSetErrors, FirstMistakesInOneFileDoNotHideThoseOfAnother) {
  const auto rules = RuleSet::compile({user({{"10_a.rules", "phase a\nnonsense\n"}, {"20_b.rules", "phase b\nnonsense as well\n"}})});
  ASSERT_FALSE(rules.ok());
  EXPECT_THAT(rules.error().what, HasSubstr("mine/10_a.rules:2"));
  EXPECT_THAT(rules.error().what, HasSubstr("mine/20_b.rules:2"));
}

// --- digest ---

std::string digest(const RulePack& pack) {
  const auto rules = RuleSet::compile({pack});
  return rules ? rules->digest() : rules.error().to_string();
}

TEST(RuleSetDigest, IsTheSameForTheSameBytes) { EXPECT_EQ(digest(base()), digest(base())); }

TEST(RuleSetDigest, ChangesWithAnyFile) {
  std::set<std::string> digests = {digest(base())};
  RulePack pack = base();
  for (std::size_t file = 0; file < pack.files.size(); ++file) {
    RulePack changed = base();
    changed.files[file].text += changed.files[file].name.ends_with(".tsv") ? "gram\tg\n" : "# a comment\n";
    digests.insert(digest(changed));
  }
  EXPECT_EQ(digests.size(), 1 + pack.files.size());
}

TEST(RuleSetDigest, ChangesWithAnyByteOfAFile) {
  const RulePack pack = base();
  std::set<std::string> digests;
  std::size_t variants = 0;
  for (std::size_t i = pack.files[1].text.find('\n'); i < pack.files[1].text.size(); ++i) {
    if (pack.files[1].text[i] != '\n') continue;
    RulePack changed = pack;
    changed.files[1].text.insert(i, " ");  // a blank at the end of some line means nothing to the rules
    digests.insert(digest(changed));
    ++variants;
  }
  EXPECT_GT(variants, 5U);
  EXPECT_EQ(digests.size(), variants);
  EXPECT_EQ(digests.count(digest(pack)), 0U);
}

TEST(RuleSetDigest, TellsWhereOneFileEndsAndTheNextBegins) {
  RulePack one = base();
  RulePack other = base();
  one.files.push_back({"30_a.rules", "phase size\n# x\n"});
  one.files.push_back({"40_b.rules", "phase size\n"});
  other.files.push_back({"30_a.rules", "phase size\n"});
  other.files.push_back({"40_b.rules", "phase size\n# x\n"});
  EXPECT_NE(digest(one), digest(other));
}

TEST(RuleSetDigest, ChangesWithAnAddedPack) {
  const auto both = RuleSet::compile({base(), user({{"10_a.rules", "phase unit\n"}})});
  ASSERT_TRUE(both.ok()) << both.error().to_string();
  EXPECT_THAT(both->digest(), Not(digest(base())));
}

}  // namespace
}  // namespace attest

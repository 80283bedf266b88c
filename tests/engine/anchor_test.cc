// Which element of a pattern is looked for in texts.
#include "engine/anchor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/rule_text.h"
#include "engine/trial.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;
using Strings = std::vector<std::string>;
using testing_rules::tree_of;

/// The anchors of a pattern, each as `element behind what | stands | before it`.
Strings anchors_of(const std::string& pattern) {
  std::string lists;
  for (const std::string name : {"few", "common"}) {
    if (pattern.find("<" + name + ">") != std::string::npos) lists += "list " + name + " lists/" + name + ".tsv\n";
  }
  RulePack pack =
      testing_rules::trial_pack("phase test\n" + lists + "rule test.rule -> Found\n  match " + pattern + "\n",
                                {{"lists/few.tsv", "surface\nbillion\ntrillion\n"}, {"lists/common.tsv", "surface\nthe\nof\nand so\n"}});
  std::vector<Diagnostic> diagnostics;
  const std::vector<RulePack> packs = {pack};
  const ast::RuleTree tree = parse_rules(packs, diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << to_string(diagnostics);
  Vocabulary vocabulary;
  Gazetteer gazetteer;
  gazetteer.build(tree.lists, vocabulary);
  Strings anchors;
  AnchorChooser chooser(gazetteer, vocabulary);
  for (const AnchorChoice& choice : chooser.choose(tree.rules.front().match)) {
    std::string before;
    for (const ast::Pattern* element : choice.before) before += (before.empty() ? " behind " : " | ") + tree_of(*element);
    anchors.push_back(tree_of(*choice.element) + before);
  }
  return anchors;
}

struct Case {
  std::string name;
  std::string pattern;
  Strings anchors;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.pattern; }

class Anchors : public ::testing::TestWithParam<Case> {};

TEST_P(Anchors, AreTheRarestMandatoryElements) { EXPECT_THAT(anchors_of(GetParam().pattern), ElementsAreArray(GetParam().anchors)); }

INSTANTIATE_TEST_SUITE_P(
    Typical, Anchors,
    ::testing::Values(Case{"RareWordBeforeCommonOne", R"("the" "agreement")", {R"("agreement" behind "the")"}},
                      Case{"WordBeforeClass", R"([number] "tonnes")", {R"("tonnes" behind [number])"}},
                      Case{"FirstOfEquals", R"("agreement" "ratified")", {R"("agreement")"}},
                      Case{"ClassWhereItIsAll", R"([number])", {"[number]"}},
                      Case{"NumberBeforeAnyWord", R"([any] [number])", {"[number] behind [any]"}},
                      Case{"ShapeOnlyWhereNothingElse", R"(/[A-Z]+/ [number])", {"[number] behind /[A-Z]+/"}},
                      Case{"RareListBeforeClass", R"([number] <few>)", {"<few> behind [number]"}},
                      Case{"ClassBeforeListOfCommonWords", R"(<common> [alphanumeric])", {"[alphanumeric] behind <common>"}},
                      Case{"NeverTheOptionalOne", R"("agreement"? "the")", {R"("the" behind "agreement"{0,1})"}},
                      Case{"NeverWhatMustNotFollow", R"(!"agreement" "the")", {R"("the" behind !"agreement")"}},
                      Case{"MarksStayInTheWayBack", R"([number] ~ "tonnes")", {R"("tonnes" behind [number] | ~)"}},
                      Case{"InsideARepeat", R"(( "the" "agreement" ){1,3})", {R"("agreement" behind "the")"}},
                      Case{"OneForEachAlternative",
                           R"([number] ( "tonnes" | "barrels" ))",
                           {R"("tonnes" behind [number])", R"("barrels" behind [number])"}},
                      Case{"OutsideAlternativesThatOfferNone",
                           R"(( "agreement" | "a"? [any] ) "tonnes")",
                           {R"("tonnes" behind ("agreement"|{"a"{0,1} [any]}))"}},
                      Case{"RareWordOutsideCommonAlternatives", R"(( "the" | "of" ) "agreement")", {R"("agreement" behind ("the"|"of"))"}}),
    [](const auto& c) { return c.param.name; });

TEST(Anchors, AreNoneWhereEveryElementIsOptional) { EXPECT_THAT(anchors_of(R"("a"? "b"?)"), ::testing::IsEmpty()); }

}  // namespace
}  // namespace attest

// What the trigger automaton tells of places, and the alphabet that it reads. That it never rules out a match is what
// anchoring_property_test.cc proves; here are the places that it is to rule out.
#include "engine/trigger_automaton.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/trial.h"

namespace attest {
namespace {

using testing_rules::Trial;

std::string rule_of(const std::string& clauses) {
  const std::string list = clauses.find("<name>") == std::string::npos ? "" : "list name lists/name.tsv\n";
  return "phase test\n" + list + "rule test.rule -> Found\n  match " + clauses + "\n";
}

/// A rule and a text, with the symbols of the text's tokens.
class Scan {
 public:
  Scan(const std::string& clauses, const std::string& text)
      : trial_(rule_of(clauses), {{"lists/name.tsv", "surface\nNew York\nNew York City\nParis\n"}}),
        symbols_(rules().word_classes, rules().shapes),
        automaton_(rules(), TriggerAutomaton::Direction::kForward) {
    trial_.run(text);
    chart_.reset(trial_.analysed(), rules().types.size());
    chart_.read_tokens(symbols_, rules().gazetteer);
  }

  /// Whether the rule may match from a token on.
  bool admits(std::uint32_t token) {
    const auto limit = static_cast<std::uint32_t>(chart_.view().tokens.size());
    const auto start = automaton_.state_of({{5, rules().rules[0].program, 0}});
    return automaton_.scan(start, chart_, token, {0, limit}) == TriggerSet{1} << 5;
  }

  void forget() { automaton_.clear(); }

 private:
  [[nodiscard]] const CompiledRules& rules() const { return trial_.rules().compiled(); }

  Trial trial_;
  SymbolTable symbols_;
  TriggerAutomaton automaton_;
  Chart chart_;
};

struct Case {
  std::string name;
  std::string clauses;
  std::string text;
  bool admitted;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.clauses << " at \"" << c.text << '"'; }

class AutomatonAdmits : public ::testing::TestWithParam<Case> {};

TEST_P(AutomatonAdmits, OnlyWhatCanMatchFromTheFirstToken) {
  EXPECT_EQ(Scan(GetParam().clauses, GetParam().text).admits(0), GetParam().admitted);
}

INSTANTIATE_TEST_SUITE_P(
    Table, AutomatonAdmits,
    ::testing::Values(Case{"Words", R"("a" "b")", "a b", true}, Case{"NoOtherWord", R"("a" "b")", "a c", false},
                      Case{"NothingBehindTheEnd", R"("a" "b")", "a", false}, Case{"Classes", R"([number] [capitalised])", "5 Men", true},
                      Case{"NoOtherClass", R"([number] [capitalised])", "5 men", false}, Case{"Shapes", R"(/\d{4}/ "b")", "1987 b", true},
                      Case{"NoOtherShape", R"(/\d{4}/ "b")", "198 b", false}, Case{"Glue", R"([number] ~ "%")", "5%", true},
                      Case{"NoSpaceWhereGlueIs", R"([number] ~ "%")", "5 %", false}, Case{"Names", R"(<name> "b")", "Paris b", true},
                      Case{"NamesOfSeveralWords", R"(<name> "b")", "New York City b", true},
                      Case{"NoOtherEndOfAName", R"(<name> "b")", "New Paris b", false}, Case{"NoHalfName", R"(<name> "b")", "New b", false},
                      Case{"WhatStandsBehindAName", R"(<name> "b")", "New York City c", false},
                      Case{"NamesBehindNames", R"(<name> <name> "b")", "New York New York City b", true},
                      Case{"NotWhatIsNoLongerTheSame", R"(<name> <name> "b")", "New York New York City c", false},
                      Case{"WhatMustNotFollow", R"("a" !"b" [word])", "a c", true},
                      Case{"NotWhatMustNotFollow", R"("a" !"b" [word])", "a b", false},
                      Case{"TheContextBehind", "\"a\"\n  before \"b\"", "a b", true},
                      Case{"NotWithoutTheContext", "\"a\"\n  before \"b\"", "a c", false},
                      Case{"TheEndOfTheSentence", R"("a" $)", "a", true}, Case{"NotBeforeItsEnd", R"("a" $)", "a b", false},
                      Case{"LongPatternsWithoutReadingOn", R"([word]{20} "b")", "a a a a a a a a a a a a", true}),
    [](const auto& c) { return c.param.name; });

TEST(TriggerAutomaton, AnswersTheSameAfterForgetting) {
  Scan scan(R"("a" "b")", "a b a c");
  EXPECT_TRUE(scan.admits(0));
  scan.forget();
  EXPECT_TRUE(scan.admits(0));
  EXPECT_FALSE(scan.admits(2));
}

std::uint32_t class_of(const CompiledRules& rules, std::string_view word) {
  return rules.word_classes.class_of(rules.vocabulary.find(word));
}

TEST(WordInterest, HoldsTheWordsThatATestAsksFor) {
  const Trial trial(rule_of(R"(( "a" | "b" ) "c" <name>)"), {{"lists/name.tsv", "surface\nNew York\nParis\n"}});
  const CompiledRules& rules = trial.rules().compiled();
  WordInterest interest(rules);
  WordInterest::ClassSet classes = interest.none();
  const auto nothing = interest.id_of(classes);
  for (const Instruction& instruction : rules.programs[rules.rules[0].program].code) {
    if (instruction.op == Op::kWordSet || instruction.op == Op::kList) interest.add(instruction, classes);
  }
  const auto id = interest.id_of(classes);
  EXPECT_TRUE(interest.holds(id, class_of(rules, "a")));
  EXPECT_TRUE(interest.holds(id, class_of(rules, "paris")));
  EXPECT_TRUE(interest.holds(id, class_of(rules, "new")));
  EXPECT_FALSE(interest.holds(id, class_of(rules, "c")));
  EXPECT_FALSE(interest.holds(id, 0));
  EXPECT_FALSE(interest.holds(nothing, class_of(rules, "a")));
  EXPECT_EQ(interest.id_of(classes), id);
}

TEST(WordClasses, PartWordsThatSomeSetTellsApart) {
  const std::array<WordId, 3> first = {1, 2, 3};
  const std::array<WordId, 2> second = {2, 4};
  const std::array<std::span<const WordId>, 2> sets = {first, second};
  const WordClasses classes(sets);
  const auto class_of = [&](WordId word) { return classes.class_of(word); };
  EXPECT_EQ(class_of(1), class_of(3));
  EXPECT_NE(class_of(1), class_of(2));
  EXPECT_NE(class_of(2), class_of(4));
  EXPECT_NE(class_of(1), class_of(4));
  EXPECT_EQ(class_of(5), 0U);
  EXPECT_EQ(classes.representative(class_of(4)), 4U);
  EXPECT_EQ(classes.representative(0), kUnknownWord);
}

}  // namespace
}  // namespace attest

#include "engine/number_lexicon.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "engine/trial.h"
#include "text/tokenizer.h"

namespace attest {
namespace {

using testing_rules::Trial;
using testing_rules::trial_pack;

/// The number words of a few lines; `spelled_number` reads texts with them.
class NumberLexiconTest : public ::testing::Test {
 protected:
  NumberLexiconTest()
      : trial_(
            "phase test\nlist number_word lists/number_word.tsv\nlist number_joiner lists/number_joiner.tsv\n"
            "rule test.rule -> Found\n  match ( <number_word> | <number_joiner> ) \"x\"\n",
            {{"lists/number_word.tsv",
              "surface\tkind\tvalue\ntwo\tunit\t2\nfive\tunit\t5\ntwenty\tten\t20\nhundred\thundred\t100\nmillion\tscale\t1000000\n"
              "half\thalf\t2\nthird\tordinal\t3\nthirds\tdenominator\t3\na\tarticle\t1\nfive\tscale\t1000\ntwo "
              "score\tunit\t40\nodd\tcurious\t1\n"},
             {"lists/number_joiner.tsv", "surface\tkind\tvalue\nand\tand\t\nof\tof\t\n-\thyphen\t\n"}}) {}

  std::optional<NumberPhrase> spelled(const std::string& text) {
    std::vector<Token> tokens;
    tokenize(text, trial_.rules().compiled().vocabulary, tokens);
    return spelled_number({text, tokens}, {0, static_cast<std::uint32_t>(tokens.size())}, trial_.rules().numbers());
  }
  std::string value(const std::string& text) {
    const auto phrase = spelled(text);
    return phrase ? phrase->value.to_string() : "nothing";
  }
  std::optional<NumberWord> find(const std::string& word) {
    return trial_.rules().numbers().find(trial_.rules().compiled().vocabulary.find(word));
  }

  Trial trial_;
};

TEST_F(NumberLexiconTest, ReadsWords) { EXPECT_EQ(value("twenty-five"), "25"); }
TEST_F(NumberLexiconTest, ReadsWordsInAnyCase) { EXPECT_EQ(value("Two HUNDRED and Five"), "205"); }
TEST_F(NumberLexiconTest, ReadsDigitsAmongWords) { EXPECT_EQ(value("2.5 million"), "2500000"); }
TEST_F(NumberLexiconTest, ReadsGroupedDigits) { EXPECT_EQ(value("1,200 million"), "1200000000"); }
TEST_F(NumberLexiconTest, ReadsFractionCharacters) { EXPECT_EQ(value("2½ million"), "2500000"); }
TEST_F(NumberLexiconTest, ReadsMixedNumbers) { EXPECT_EQ(value("two and a half million"), "2500000"); }
TEST_F(NumberLexiconTest, RejectsWordsThatMakeNoNumber) { EXPECT_EQ(value("two boats"), "nothing"); }
TEST_F(NumberLexiconTest, RejectsTwoNumbers) { EXPECT_EQ(value("twenty twenty"), "nothing"); }
TEST_F(NumberLexiconTest, RejectsNumbersThatAreNone) { EXPECT_EQ(value("1.2.3 million"), "nothing"); }
TEST_F(NumberLexiconTest, RejectsNothing) { EXPECT_EQ(value(""), "nothing"); }
TEST_F(NumberLexiconTest, RejectsEndlessPhrases) {
  std::string text = "two";
  for (int i = 0; i < 200; ++i) text += " million";
  EXPECT_EQ(value(text), "nothing");
}

TEST_F(NumberLexiconTest, TellsOrdinals) {
  const auto phrase = spelled("twenty-third");
  ASSERT_TRUE(phrase);
  EXPECT_TRUE(phrase->ordinal);
}

TEST_F(NumberLexiconTest, TellsFractions) {
  const auto phrase = spelled("two thirds");
  ASSERT_TRUE(phrase);
  EXPECT_TRUE(phrase->fraction);
}

TEST_F(NumberLexiconTest, FirstRowOfAWordCounts) {
  ASSERT_TRUE(find("five"));
  EXPECT_EQ(find("five")->kind, NumberWordKind::kUnit);
}

TEST_F(NumberLexiconTest, LeavesOutEntriesOfSeveralWords) { EXPECT_EQ(find("score"), std::nullopt); }
TEST_F(NumberLexiconTest, LeavesOutUnknownKinds) { EXPECT_EQ(find("odd"), std::nullopt); }
TEST_F(NumberLexiconTest, KnowsNoUnknownWord) { EXPECT_EQ(trial_.rules().numbers().find(kUnknownWord), std::nullopt); }

TEST(NumberLexicon, IsEmptyWithoutTheLists) {
  const Trial trial("phase test\nrule test.rule -> Found\n  match \"two\"\n");
  EXPECT_EQ(trial.rules().numbers().find(trial.rules().compiled().vocabulary.find("two")), std::nullopt);
}

TEST(NumberWordKinds, HaveNames) {
  EXPECT_EQ(number_word_kind_named("scale"), NumberWordKind::kScale);
  EXPECT_EQ(number_word_kind_named("hyphen"), NumberWordKind::kHyphen);
  EXPECT_EQ(number_word_kind_named("Scale"), std::nullopt);
}

}  // namespace
}  // namespace attest

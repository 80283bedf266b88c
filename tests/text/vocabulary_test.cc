#include "text/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace attest {
namespace {

std::string folded(std::string_view word) {
  std::string out = "what stood there before";
  fold_word(word, out);
  return out;
}

struct FoldCase {
  const char* name;
  std::string_view word;
  std::string_view folded;
};

class FoldWord : public testing::TestWithParam<FoldCase> {};

TEST_P(FoldWord, GivesTheFormUnderWhichWordsAreStored) { EXPECT_EQ(folded(GetParam().word), GetParam().folded); }

INSTANTIATE_TEST_SUITE_P(Words, FoldWord,
                         testing::Values(FoldCase{"Empty", "", ""}, FoldCase{"AsciiCapitals", "BillioN", "billion"},
                                         FoldCase{"AsciiMarksAroundLetters", "@AZ[`az{", "@az[`az{"},
                                         FoldCase{"LatinCapital", "ÉCOLE", "école"}, FoldCase{"Greek", "ΣΑΣ", "σασ"},
                                         FoldCase{"FinalSigma", "ς", "σ"}, FoldCase{"KelvinSign", "\u212A", "k"},
                                         FoldCase{"SharpSStaysOneLetter", "Straße", "straße"},
                                         FoldCase{"DottedCapitalIHasNoSimpleFolding", "İ", "İ"},
                                         FoldCase{"TypographicApostrophe", "Don\u2019t", "don't"},
                                         FoldCase{"SoftHyphenAndZeroWidthSpaceGo", "co\u00ADope\u200Bra\uFEFFte", "cooperate"},
                                         FoldCase{"BeyondTheBasicPlane", "\U00010400", "\U00010428"}),
                         [](const auto& test) { return test.param.name; });

TEST(Vocabulary, KnowsNothingAtFirst) {
  const Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.size(), 1U);
  EXPECT_EQ(vocabulary.find("billion"), kUnknownWord);
  EXPECT_EQ(vocabulary.find(""), kUnknownWord);
  EXPECT_EQ(vocabulary.word(kUnknownWord), "");
  EXPECT_EQ(vocabulary.word(7), "");
}

TEST(Vocabulary, GivesOneIdToAllFormsOfAWord) {
  Vocabulary vocabulary;
  const WordId id = vocabulary.add("Don\u2019T");
  EXPECT_EQ(vocabulary.add("don't"), id);
  EXPECT_EQ(vocabulary.find("don't"), id);
  EXPECT_EQ(vocabulary.word(id), "don't");
  EXPECT_EQ(vocabulary.size(), 2U);
}

TEST(Vocabulary, NumbersIdsWithoutGapsWhileItGrows) {
  Vocabulary vocabulary;
  for (WordId id = 1; id <= 10'000; ++id) ASSERT_EQ(vocabulary.add("word" + std::to_string(id)), id);
  for (WordId id = 1; id <= 10'000; ++id) {
    ASSERT_EQ(vocabulary.find("word" + std::to_string(id)), id);
    ASSERT_EQ(vocabulary.word(id), "word" + std::to_string(id));
  }
  EXPECT_EQ(vocabulary.size(), 10'001U);
}

TEST(Vocabulary, AnswersLikeAMapForRandomWords) {
  std::mt19937 random(20240611);
  Vocabulary vocabulary;
  std::unordered_map<std::string, WordId> expected;
  std::vector<std::string> asked;
  for (int i = 0; i < 20'000; ++i) {
    std::string word(1 + random() % 20, ' ');
    for (char& letter : word) letter = static_cast<char>('a' + random() % 3);
    asked.push_back(word);
    if (i % 2 == 0) expected.emplace(word, vocabulary.add(word));
  }
  for (const std::string& word : asked) {
    const auto known = expected.find(word);
    ASSERT_EQ(vocabulary.find(word), known == expected.end() ? kUnknownWord : known->second) << word;
  }
}

TEST(Vocabulary, FindsAsciiInAnyCaseWithoutFolding) {
  Vocabulary vocabulary;
  for (const std::string_view word : {"$", "a", "2024", "bn", "trillion", "kilometre", "industrialisation", "internationalisations"}) {
    const WordId id = vocabulary.add(word);
    std::string upper(word);
    for (char& letter : upper) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    EXPECT_EQ(vocabulary.find_ascii(word, WordKey::of_ascii(word)), id) << word;
    EXPECT_EQ(vocabulary.find_ascii(upper, WordKey::of_ascii(upper)), id) << upper;
  }
}

TEST(Vocabulary, FindsSingleBytesInAnyCase) {
  Vocabulary vocabulary;
  const WordId percent = vocabulary.add("%");
  const WordId letter = vocabulary.add("M");
  EXPECT_EQ(vocabulary.find_byte('%'), percent);
  EXPECT_EQ(vocabulary.find_byte('m'), letter);
  EXPECT_EQ(vocabulary.find_byte('M'), letter);
  EXPECT_EQ(vocabulary.find_byte('-'), kUnknownWord);
}

TEST(Vocabulary, TellsApartWordsThatShareTheirFirstEightBytes) {
  Vocabulary vocabulary;
  const WordId verb = vocabulary.add("transporting");
  EXPECT_EQ(vocabulary.find("transportive"), kUnknownWord);
  EXPECT_EQ(vocabulary.find("transpor"), kUnknownWord);
  EXPECT_EQ(vocabulary.find("transportings"), kUnknownWord);
  EXPECT_NE(vocabulary.add("transportive"), verb);
}

// The key is given apart from the word, so a collision of whole keys can be staged.
TEST(Vocabulary, ComparesTheRestOfALongWordWhenKeysCollide) {
  Vocabulary vocabulary;
  const WordId id = vocabulary.add("transporting");
  const WordKey key = WordKey::of_folded("transporting");
  EXPECT_EQ(vocabulary.find_ascii("TransPorting", key), id);
  EXPECT_EQ(vocabulary.find_ascii("transportive", key), kUnknownWord);
}

TEST(Vocabulary, KeepsApartAWordAndTheSameWithANulBehind) {
  Vocabulary vocabulary;
  vocabulary.add("ton");
  EXPECT_EQ(vocabulary.find(std::string_view("ton\0", 4)), kUnknownWord);
}

TEST(WordKey, OfAsciiIsThatOfTheFoldedWord) {
  std::mt19937 random(7);
  std::string lower;
  for (int i = 0; i < 5'000; ++i) {
    std::string word(random() % 40, ' ');
    for (char& byte : word) byte = static_cast<char>(random() % 128);
    fold_word(word, lower);
    const WordKey of_ascii = WordKey::of_ascii(word);
    const WordKey of_folded = WordKey::of_folded(lower);
    ASSERT_EQ(of_ascii.hash, of_folded.hash) << word;
    ASSERT_EQ(of_ascii.head, of_folded.head) << word;
    ASSERT_EQ(of_ascii.size, of_folded.size) << word;
  }
}

}  // namespace
}  // namespace attest

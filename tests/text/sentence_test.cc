#include "text/sentence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/uchar.h>

#include <string>
#include <vector>

#include "text/abbreviation.h"
#include "text/analysis.h"
#include "text/sentence_mark.h"
#include "text/sentence_tokens.h"
#include "text/sentence_word.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;

std::vector<std::string> sentences_of(const std::string& text) {
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : analysed.sentences) sentences.emplace_back(sentence.bytes.of(text));
  return sentences;
}

struct SplitCase {
  const char* name;
  std::vector<std::string> sentences;  // joined by one space, they are the text
};

class SplitTest : public testing::TestWithParam<SplitCase> {};

TEST_P(SplitTest, FindsTheSentencesThatWereJoined) {
  std::string text;
  for (const std::string& sentence : GetParam().sentences) text += (text.empty() ? "" : " ") + sentence;
  EXPECT_THAT(sentences_of(text), ElementsAreArray(GetParam().sentences)) << text;
}

const SplitCase kSplits[] = {
    {"Plain", {"Exports rose.", "Imports fell!", "Will they recover?", "Nobody knows."}},
    {"Title", {"Dr. Lena Maas met Gen. Ruiz and Sen. Abt.", "They spoke to Prof. Ode."}},
    {"CompanyInside", {"Harrow Ltd. and Bell Inc. merged with Stone Corp. last May."}},
    {"CompanyAtEnd", {"She sold Harrow Ltd.", "The price was low."}},
    {"CountryInside", {"The U.S. Treasury and the U.K. government met in the U.S. in May."}},
    {"CountryBeforeMany", {"She moved to the U.S.", "Millions followed."}},
    {"Dateline", {"ST. JOSEPH, Mich. — The lake rose on Monday.", "It fell later."}},
    {"HourBeforeADate", {"The call began at 10 a.m. Nov. 29, 2016, in Leeds.", "It was short."}},
    {"CountryAtEnd", {"He moved to the U.S.", "In May he came back."}},
    {"CountryBeforeQuotation", {"He likes the U.S.", "\"My home is here,\" he said."}},
    {"Initials", {"Anna B. Cole and J.R. Dean met T. S. Orr."}},
    {"PronounI", {"Nobody was there but you and I.", "Later Karl I. Beck came."}},
    {"InitialBeforeStarter", {"Oranges are rich in vitamin C.", "The fruit is cheap."}},
    {"Months", {"It opened on Jan. 5 and closed in Sept. 2019.", "On Dec. 1 it was sold."}},
    {"FirstOfAMonth", {"It will be sold on Dec. 1.", "The board agreed on Feb. 1."}},
    {"WordSpelledLikeMonth", {"There he sat.", "Rain fell."}},
    {"NumberAbbreviation", {"See No. 5 on p. 12, vol. 3.", "Is that so?", "No.", "It is not."}},
    {"TimeOfDay", {"They met at 9 a.m. Monday in Lyon.", "The train left at 6 p.m.", "Passengers had been waiting."}},
    {"LatinAbbreviations", {"Metals, e.g. Copper Mountain's, rose vs. May, i.e. after the strike."}},
    {"EtCetera", {"They sell nuts, bolts, etc.", "Prices vary."}},
    {"Street", {"The office on Main St. was closed.", "St. Anne's Church stood by."}},
    {"Degrees", {"Mara Voss, Ph.D., wrote it.", "She has a Ph.D. in law."}},
    {"Decimals", {"It cost $3.50.", "A tax of 4.5% applies.", "In 2019 it was .5 higher."}},
    {"YearAtEnd", {"They founded it in 1987.", "12 people came."}},
    {"GluedEllipsis", {"Well...maybe it is so.", "I waited...", "Then she came."}},
    {"EllipsisSign", {"We waited… and waited…", "Nothing came."}},
    {"SpacedEllipsis", {"The plan . . . was dropped in May."}},
    {"OmissionInBrackets", {"\"The plan [...] Was dropped,\" she said."}},
    {"ExclamationInName", {"He works for Yahoo! in Dublin.", "So does she."}},
    {"BracketInside", {"The firm (It was founded in Oslo. It moved later.) makes pumps."}},
    {"BracketAround", {"It makes pumps.", "(It also makes valves.)", "Sales rose."}},
    {"QuotationThenSpeaker", {"\"Is it over?\" she asked.", "\"It is over!\" Anna Cole said."}},
    {"QuotationAtEnd", {"He called it \"a fine day.\"", "She left."}},
    {"CurlyQuotation", {"“We won.”", "He smiled.", "‘So did we.’", "She nodded."}},
    {"Guillemets", {"«Il pleut.»", "He said so."}},
    {"GermanQuotation", {"Er sagte: „Es regnet.“", "Sie ging."}},
    {"QuotationOfTwoSentences", {"\"We won.", "We are glad,\" he said."}},
    {"FootnoteMarks", {"Trade grew.[1]", "It fell later.[2][3]", "Why?"}},
    {"FootnoteRange", {"Trade grew.[2–11]", "It fell."}},
    {"PlainReferences", {"Doctors disagree.11 12", "Take the case of colds.", "It was rare (type 2).10", "Then it spread."}},
    {"Superscripts", {"Trade grew.¹", "It fell.²³", "Then it grew."}},
    {"LowerCaseAfterLongWord", {"the weather improved.", "we went out.", "it was fun."}},
    {"LowerCaseName", {"She bought one.", "iPhone sales rose."}},
    {"LowerCaseAfterAbbreviation", {"The dept. store and its govt. licence expired."}},
    {"NumberedList", {"1) The first point", "2) The second point", "3) The third point"}},
    {"NumberedPointList", {"1. The first point", "2. The second point."}},
    {"LetteredList", {"a. The first point", "b. The second point"}},
    {"RomanList", {"(i) Buy it.", "(ii) Sell it.", "(iii) Wait."}},
    {"Bullets", {"• 1. Apples", "• 2. Pears"}},
    {"EnumerationInsideSentence", {"It has three parts: 1) roads, 2) ports, and 3) rail."}},
    {"Addresses", {"Write to anna.cole@example.org.", "See https://www.example.org/a.b/c.html.", "Thanks."}},
    {"FileNames", {"We send .jpeg files and .NET code.", "All of it works."}},
    {"HastyWriting", {"The place is nice!", "my wife loved it.", "The food was good.", "but it was cold.", "Is it far?", "i hope not."}},
    {"ExclamationThenSpeaker", {"Leave it! he cried."}},
    {"Emoticon", {"Thanks! :-)", "See you."}},
    {"TypesetQuotation", {"He likes the U.S.", "``My home is here,'' he said."}},
    {"UnitBeforePronoun", {"It cost 5 mln dlrs.", "\"I know it,\" he said."}},
    {"Dash", {"It rose -- by how much? -- a lot.", "It fell."}},
    {"Devanagari", {"यह एक वाक्य है।", "यह दूसरा है।"}},
};
INSTANTIATE_TEST_SUITE_P(Cases, SplitTest, testing::ValuesIn(kSplits), [](const auto& test) { return std::string(test.param.name); });

TEST(SplitSentences, EndsAtAStopWithoutASpaceBehindIt) {
  EXPECT_THAT(sentences_of("It was late.Today is Monday.Mr. Orr paid 1,000.That is a lot."),
              ElementsAre("It was late.", "Today is Monday.", "Mr. Orr paid 1,000.", "That is a lot."));
}

TEST(SplitSentences, EndsAtIdeographicStopsWithoutSpaces) {
  EXPECT_THAT(sentences_of("今天下雨。明天呢？好！"), ElementsAre("今天下雨。", "明天呢？", "好！"));
}

TEST(SplitSentences, GoesOverASingleLineBreak) {
  EXPECT_THAT(sentences_of("The ministry said on Monday that the\nprice of grain had risen. It blamed the\nweather."),
              ElementsAre("The ministry said on Monday that the\nprice of grain had risen.", "It blamed the\nweather."));
}

TEST(SplitSentences, KeepsATableRowTogether) {
  EXPECT_THAT(sentences_of("Year\tNote\n2020\tFell. Rose.\n2021\tRose."), ElementsAre("Year\tNote", "2020\tFell. Rose.", "2021\tRose."));
}

TEST(SplitSentences, FlagsTheFirstTokenOfEachSentence) {
  const Vocabulary vocabulary;
  const std::string text = "It rose. It fell.";
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  std::vector<bool> flags;
  for (const Token& token : analysed.tokens) flags.push_back(token.has(token_flag::kFirstInSentence));
  EXPECT_THAT(flags, ElementsAre(true, false, false, true, false, false));
}

TEST(SplitSentences, NothingComesOfWhiteSpace) { EXPECT_THAT(sentences_of(" \n\t\n "), testing::IsEmpty()); }

TEST(SentenceMark, AsciiTableAgreesWithUnicodeProperties) {
  for (unsigned char byte = 0; byte < 128; ++byte) {
    EXPECT_EQ(kAsciiSentenceMarks[byte], unicode_sentence_mark(byte)) << "byte " << int{byte};
  }
}

TEST(SentenceTokens, AsciiLettersHaveTheCaseThatUnicodeGivesThem) {
  for (char letter = '!'; letter <= '~'; ++letter) {
    const std::string text(1, letter);
    const std::vector<Token> tokens = {{.begin = 0, .end = 1}};
    EXPECT_EQ(SentenceTokens(text, tokens).is_lower(0), u_islower(letter) != 0) << letter;
  }
}

TEST(Abbreviation, CapitalsCountOnlyWhereTheListHasThem) {
  EXPECT_EQ(find_abbreviation("Sat."), AbbreviationKind::kDate);
  EXPECT_EQ(find_abbreviation("sat."), std::nullopt);
  EXPECT_EQ(find_abbreviation("VOL."), AbbreviationKind::kNumber);
  EXPECT_EQ(find_abbreviation("INC."), AbbreviationKind::kSuffix);
  EXPECT_EQ(find_abbreviation("table."), std::nullopt);
  EXPECT_EQ(find_abbreviation(""), std::nullopt);
}

TEST(Abbreviation, CapitalLettersAreInitials) {
  EXPECT_EQ(find_abbreviation("c."), AbbreviationKind::kInner);
  EXPECT_EQ(find_abbreviation("C."), std::nullopt);
}

TEST(Abbreviation, TypographicApostropheIsAnApostrophe) { EXPECT_EQ(find_abbreviation("Int’l."), AbbreviationKind::kSuffix); }

TEST(SentenceWord, ListsAreDisjoint) {
  EXPECT_TRUE(is_sentence_starter("The"));
  EXPECT_TRUE(is_speech_verb("said"));
  EXPECT_TRUE(follows_time_of_day("GMT"));
  EXPECT_FALSE(is_sentence_starter("said"));
  EXPECT_FALSE(is_speech_verb("GMT"));
  EXPECT_FALSE(follows_time_of_day("The"));
}

}  // namespace
}  // namespace attest

#include "text/block.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "text/analysis.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::Pair;
using enum BlockKind;

std::vector<std::pair<BlockKind, std::string>> blocks_of(const std::string& text) {
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  std::vector<std::pair<BlockKind, std::string>> blocks;
  for (const Block& block : analysed.blocks) blocks.emplace_back(block.kind, std::string(block.bytes.of(text)));
  return blocks;
}

std::vector<BlockKind> kinds_of(const std::string& text) {
  std::vector<BlockKind> kinds;
  for (const auto& [kind, bytes] : blocks_of(text)) kinds.push_back(kind);
  return kinds;
}

const std::string kProse =
    "Grain exports of the region rose in the first half of the year, the ministry said in a statement on Monday, while imports fell.";

TEST(SplitBlocks, ALineIsAParagraph) {
  EXPECT_THAT(blocks_of("The mill opened in May.\nIt employs 20 people.\n\nIt will grow.\n"),
              ElementsAre(Pair(kParagraph, "The mill opened in May."), Pair(kParagraph, "It employs 20 people."),
                          Pair(kParagraph, "It will grow.")));
}

TEST(SplitBlocks, WrappedLinesAreJoinedUpToABlankLine) {
  const std::string first =
      "The ministry of trade said on Monday that exports of grain had\nrisen by a tenth while imports of fuel from abroad fell in May.";
  const std::string second = "Traders in the capital expect that prices will rise further as\nAutumn comes and stores run low.";
  EXPECT_THAT(blocks_of(first + "\n\n" + second), ElementsAre(Pair(kParagraph, first), Pair(kParagraph, second)));
}

TEST(SplitBlocks, WrappedLinesAreJoinedUpToAnIndentedLine) {
  const std::string first =
      "The ministry of trade said on Monday that exports of grain had\nrisen by a tenth while imports of fuel from abroad fell in May.";
  const std::string second = "Traders in the capital expect that prices will rise further as\nAutumn comes and stores run low.";
  const std::string third = "Net 11,000 vs 12,000";
  EXPECT_THAT(
      blocks_of(first + "\n    " + second + "\n    " + third + "\n    Sales 5,000 vs 4,000"),
      ElementsAre(Pair(kParagraph, first), Pair(kParagraph, second), Pair(testing::_, third), Pair(testing::_, "Sales 5,000 vs 4,000")));
}

TEST(SplitBlocks, RowsSetWithSpacesStayApart) {
  EXPECT_THAT(blocks_of("Shr 34 cts     vs 39 cts\nnet 11,000     vs 12,000\nsales 5,000     vs 4,000"), testing::SizeIs(3));
}

TEST(SplitBlocks, AShortLineInWrappedTextEndsAParagraph) {
  EXPECT_THAT(
      blocks_of("Prospects for the year\nThe ministry of trade said on Monday that exports of grain had\nrisen by a tenth while imports of "
                "fuel from abroad fell in May."),
      ElementsAre(Pair(kTitle, "Prospects for the year"), Pair(kParagraph, testing::StartsWith("The ministry"))));
}

TEST(SplitBlocks, AFirstLineThatLostItsDatelineIsNoTitle) {
  EXPECT_THAT(
      blocks_of("Ludlow Copper\nHoldings Inc said on Monday that exports of ore had risen by a\ntenth while imports of fuel from abroad "
                "fell.\n    It said prices rose, and its\nmines are open."),
      ElementsAre(Pair(kParagraph, testing::StartsWith("Ludlow Copper\nHoldings")), Pair(kParagraph, testing::StartsWith("It said"))));
}

TEST(SplitBlocks, ABrokenSentenceIsJoinedOverAPageBreak) {
  const std::string broken =
      "This is a long paragraph about trade between neighbours, and a page of the report ends right in the\n\nmiddle of it.";
  EXPECT_THAT(blocks_of(broken), ElementsAre(Pair(kParagraph, broken)));
}

TEST(SplitBlocks, ShortSmallLinesAreAList) { EXPECT_THAT(blocks_of("features\naddress book\nnotes, tasks"), testing::SizeIs(3)); }

TEST(SplitBlocks, AFirstShortLineIsTheTitle) {
  EXPECT_THAT(kinds_of("Grain Exports Rise Again\n\n" + kProse), ElementsAre(kTitle, kParagraph));
}

TEST(SplitBlocks, AFirstSentenceIsNoTitle) {
  EXPECT_THAT(kinds_of("Grain exports rose again.\n\n" + kProse), ElementsAre(kParagraph, kParagraph));
}

TEST(SplitBlocks, ShortLinesBetweenParagraphsAreHeadings) {
  EXPECT_THAT(kinds_of(kProse + "\n\nPrices in the capital\n\n" + kProse + "\n\nWhat comes next?\n\n" + kProse),
              ElementsAre(kParagraph, kHeading, kParagraph, kHeading, kParagraph));
}

TEST(SplitBlocks, ANumberedLineAloneIsAHeading) {
  EXPECT_THAT(kinds_of(kProse + "\n\n2. Methods and data\n\n" + kProse + "\n\n2.1. Sources of data\n\n" + kProse),
              ElementsAre(kParagraph, kHeading, kParagraph, kHeading, kParagraph));
}

TEST(SplitBlocks, NumberedLinesTogetherAreAList) {
  EXPECT_THAT(kinds_of(kProse + "\n1. Roads\n2. Ports\n3. Rail\n" + kProse),
              ElementsAre(kParagraph, kListItem, kListItem, kListItem, kParagraph));
}

struct ItemCase {
  const char* name;
  std::string line;
};
class ListItemTest : public testing::TestWithParam<ItemCase> {};

TEST_P(ListItemTest, IsAListItem) {
  EXPECT_THAT(kinds_of(kProse + "\n" + GetParam().line + "\n" + kProse), ElementsAre(kParagraph, kListItem, kParagraph));
}
INSTANTIATE_TEST_SUITE_P(Bullets, ListItemTest,
                         testing::Values(ItemCase{"Bullet", "• Ports were widened."}, ItemCase{"Hyphen", "- Ports were widened."},
                                         ItemCase{"Dash", "– Ports were widened."}, ItemCase{"Asterisk", "* Ports were widened."},
                                         ItemCase{"MiddleDot", "· Ports were widened."}, ItemCase{"Number", "3) Ports were widened."},
                                         ItemCase{"NumberInBrackets", "(3) Ports were widened."},
                                         ItemCase{"Letter", "b) Ports were widened."}, ItemCase{"Roman", "(iv) Ports were widened."},
                                         ItemCase{"BulletOnALineAlone", "-\nPorts were widened."}),
                         [](const auto& test) { return std::string(test.param.name); });

struct LineCase {
  const char* name;
  std::string line;
  BlockKind kind;
};
class LineKindTest : public testing::TestWithParam<LineCase> {};

TEST_P(LineKindTest, BetweenParagraphs) {
  EXPECT_THAT(kinds_of(kProse + "\n\n" + GetParam().line + "\n\n" + kProse), ElementsAre(kParagraph, GetParam().kind, kParagraph));
}
INSTANTIATE_TEST_SUITE_P(
    Phrases, LineKindTest,
    testing::Values(
        LineCase{"PhotoCredit", "Photo credit: Nova Press / A. Cole", kCaption}, LineCase{"Photo", "Photo: Nova Press", kCaption},
        LineCase{"CreditAtTheEnd", "Workers load grain in the port on May 5. Photo: Nova Press", kCaption},
        LineCase{"NamedCredit", "Mara Voss. Photo credit: Nova Press", kCaption},
        LineCase{"Figure", "Figure 1. Exports by month", kCaption}, LineCase{"Table", "Table 2 - Exports by month", kCaption},
        LineCase{"Source", "Source: compiled by the authors.", kCaption}, LineCase{"Counter", "1.2K Shares", kFurniture},
        LineCase{"ReadingTime", "5 min read", kFurniture}, LineCase{"RowOfLinks", "Facebook Twitter LinkedIn", kFurniture},
        LineCase{"Policies", "Terms of Use | Privacy Policy", kFurniture},
        LineCase{"Copyright", "Copyright 2025 Example Media.", kFurniture},
        LineCase{"Offer", "Get 50% off: subscribe now for $1 a week", kFurniture},
        LineCase{"Newsletter", "Subscribe to our newsletter", kFurniture},
        LineCase{"Search", "Start typing and press Enter to search", kFurniture}, LineCase{"Share", "SHARE THIS:", kFurniture},
        LineCase{"ReadMore", "Read more: Prices fall again", kFurniture}, LineCase{"Advertisement", "Advertisement", kFurniture},
        LineCase{"AdvertisementRevenue", "Advertisement revenue fell by a tenth in May.", kParagraph},
        LineCase{"TableInASentence", "Table talk was lively.", kParagraph}, LineCase{"Footnote", "[1] Nova Press, 5 May.", kFootnote},
        LineCase{"SuperscriptFootnote", "¹ Nova Press, 5 May.", kFootnote}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(SplitBlocks, TheBibliographyLastsFromItsHeadingToTheNext) {
  EXPECT_THAT(kinds_of(kProse + "\n\nReferences\n[1] Cole, A. 2019. Ports.\n- Orr, T. (2020). Rail. Oslo\n\nAbout us\n\n" + kProse),
              ElementsAre(kParagraph, kHeading, kBibliography, kBibliography, kHeading, kParagraph));
}

TEST(SplitBlocks, NotesAreFootnotes) {
  EXPECT_THAT(kinds_of(kProse + "\n\nNotes\n\n1. From a speech in May.\n\n2. Figures were rounded."),
              ElementsAre(kParagraph, kHeading, kFootnote, kFootnote));
}

TEST(SplitBlocks, RowsOfATableNameTheirTableAndRow) {
  const std::string text = kProse + "\nYear\tGrain\n2020\t5\n" + kProse + "\nYear\tFuel\n2020\t7";
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
  for (const Block& block : analysed.blocks) {
    if (block.kind == kTableRow) rows.emplace_back(block.table, block.row);
  }
  EXPECT_THAT(rows, ElementsAre(Pair(0, 0), Pair(0, 1), Pair(1, 0), Pair(1, 1)));
}

TEST(SplitBlocks, HeadlinesOfOtherStoriesAreFurniture) {
  EXPECT_THAT(kinds_of(kProse + "\n\nRelated stories\nA strike cost $200 million, a study says\n12 ships are stuck in ice\n\n" + kProse),
              ElementsAre(kParagraph, kFurniture, kFurniture, kFurniture, kParagraph));
}

TEST(SplitBlocks, CaptionsThatRepeatAreMarked) {
  const std::string caption = "Workers load 40 tonnes of grain on May 5. Photo: Nova Press";
  const std::string text = caption + "\n" + caption + "\n\n" + kProse;
  const Vocabulary vocabulary;
  AnalysedText analysed;
  TextAnalyser(vocabulary).analyse(text, analysed);
  ASSERT_EQ(analysed.blocks.size(), 3U);
  EXPECT_FALSE(analysed.blocks[0].repeats);
  EXPECT_TRUE(analysed.blocks[1].repeats);
  EXPECT_FALSE(analysed.blocks[2].repeats);
}

}  // namespace
}  // namespace attest

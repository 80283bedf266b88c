#include "present/passage.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

// The span of `part` in `text`.
Span find(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint32_t>(text.find(part));
  return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

constexpr std::string_view kArticle =
    "Port results\n\nThe harbour office met on Monday. Trade came to US$4.2 billion\nlast year. Nobody objected to it.\n";

TEST(LineOf, CountsEveryKindOfLineEnd) {
  constexpr std::string_view text = "a\nb\r\nc\rd";
  EXPECT_EQ(line_of(text, 0), 1U);
  EXPECT_EQ(line_of(text, 2), 2U);
  EXPECT_EQ(line_of(text, 5), 3U);
  EXPECT_EQ(line_of(text, 7), 4U);
  EXPECT_EQ(line_of(text, 8), 4U) << "the end of the text is on the last line";
  EXPECT_EQ(line_of("", 0), 1U);
}

TEST(MarkedPassage, MarksTheMentionInItsSentence) {
  const Span sentence = find(kArticle, "Trade came to US$4.2 billion\nlast year.");
  EXPECT_EQ(marked_passage(kArticle, sentence, find(kArticle, "US$4.2 billion"), {}), "3 | Trade came to »US$4.2 billion« last year.");
}

TEST(MarkedPassage, ContextStaysOnTheSentencesOwnLines) {
  const Span sentence = find(kArticle, "Trade came to US$4.2 billion\nlast year.");
  const Span mention = find(kArticle, "US$4.2 billion");
  EXPECT_EQ(marked_passage(kArticle, sentence, mention, {}, 200),
            "3 | The harbour office met on Monday. Trade came to »US$4.2 billion« last year. Nobody objected to it.");
  EXPECT_EQ(marked_passage(kArticle, sentence, mention, {}, 12), "3 | … Monday. Trade came to »US$4.2 billion« last year. Nobody …");
}

TEST(MarkedPassage, SentenceMayBeTheWholeText) { EXPECT_EQ(marked_passage("58", {0, 2}, {0, 2}, {}, 40), "1 | »58«"); }

}  // namespace
}  // namespace attest

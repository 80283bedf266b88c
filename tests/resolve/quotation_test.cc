#include "resolve/quotation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/named_text.h"

namespace attest {
namespace {

/// Each quotation as "first word ... last word", with a "+" before one that continues.
std::vector<std::string> speeches(const std::string& text) {
  const testing_resolve::NamedText named(text, {});
  std::vector<std::string> found;
  const TokenView& view = named.chart().view();
  for (const Quotation& quotation : quotations_of(named.analysed())) {
    found.push_back((quotation.continues ? "+" : "") + std::string(view.word(quotation.tokens.begin)) + " ... " +
                    std::string(view.word(quotation.tokens.end - 1)));
  }
  return found;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Quotations, LieBetweenMarksOfEachStyle) {
  EXPECT_THAT(speeches("“We sold more grain than ever,” he said."), ElementsAre("We ... ,"));
  EXPECT_THAT(speeches("He said: \"Prices will fall again next year.\""), ElementsAre("Prices ... ."));
  EXPECT_THAT(speeches("«Nous avons tout vendu cette année», dit-il."), ElementsAre("Nous ... année"));
}

TEST(Quotations, AreNotSinglePhrases) { EXPECT_THAT(speeches("The plan “galvanised” trade and the “new silk road” of grain."), IsEmpty()); }

TEST(Quotations, HoldSeveralSentences) { EXPECT_THAT(speeches("“We sold grain. We will sell more,” he said."), ElementsAre("We ... ,")); }

TEST(Quotations, ContinueOverParagraphsThatOpenWithAMark) {
  EXPECT_THAT(speeches("“We sold more grain than ever, he said.\n\n“And we will sell more of it.”\n\nNothing else happened that day."),
              ElementsAre("We ... .", "+And ... ."));
}

TEST(Quotations, EndWithTheirParagraphWhereNothingCloses) {
  EXPECT_THAT(speeches("“We sold more grain than ever.\n\nIt was a dry year for all."), IsEmpty());
  EXPECT_THAT(speeches("A 5\" pipe was laid.\n\nHe said: \"It will hold for many years.\""), ElementsAre("It ... ."));
}

}  // namespace
}  // namespace attest

#include "present/passage.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

Passage sample() {
  Passage passage;
  passage.before = "The harbour office met on Monday. ";
  passage.sentence = "Trade came to US$4.2 billion\nlast year.";
  passage.after = " Nobody objected.\n";
  passage.quote = {14, 28};
  passage.line = 3;
  return passage;
}

TEST(MarkedPassage, MarksTheQuoteBehindItsLineNumber) {
  EXPECT_EQ(marked_passage(sample(), {}),
            "3 | The harbour office met on Monday. Trade came to »US$4.2 billion« last year. Nobody objected.");
}

TEST(MarkedPassage, NeedsNoContext) {
  Passage passage = sample();
  passage.before = passage.after = {};
  EXPECT_EQ(marked_passage(passage, {"[", "]"}), "3 | Trade came to [US$4.2 billion] last year.");
}

TEST(MarkedPassage, QuoteMayBeTheWholeSentence) {
  EXPECT_EQ(marked_passage({.before = {}, .sentence = "58", .after = {}, .quote = {0, 2}, .line = 1}, {}), "1 | »58«");
}

TEST(MarkedPassage, LetsNoControlCharacterThrough) {
  const std::string shown =
      marked_passage({.before = "a\x1b[31m", .sentence = "b\t5\x07 c", .after = "\r\n", .quote = {2, 3}, .line = 9}, {});
  EXPECT_EQ(shown, "9 | a [31mb »5« c");
}

}  // namespace
}  // namespace attest

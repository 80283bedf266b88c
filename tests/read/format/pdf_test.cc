#include "read/format/pdf.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(PdfPages, LeaveOutLinesThatRunOverThePages) {
  EXPECT_EQ(join_pages({"Gazette\n\nOne.\n\n1\n", "Gazette\n\nTwo.\n\n2\n", "Gazette\n\nThree.\n\n3\n"}).text,
            "One.\n\nTwo.\n\nThree.\n\n");
}

TEST(PdfPages, KeepWhatStandsOnOnePageAlone) {
  EXPECT_EQ(join_pages({"Title\n\nOne.\n", "Two.\n"}).text, "Title\n\nOne.\nTwo.\n");
  EXPECT_EQ(join_pages({"Alone.\n"}).text, "Alone.\n");
  EXPECT_EQ(join_pages({}).text, "");
}

TEST(PdfPages, JoinWordsDividedAtLineEnds) {
  EXPECT_EQ(join_pages({"The trans-\nportation of grain\nwent on.\n"}).text, "The transportation\nof grain\nwent on.\n");
  EXPECT_EQ(join_pages({"A trans-\n", "portation tax.\n"}).text, "A transportation\ntax.\n");
}

TEST(PdfPages, KeepHyphensOfNamesAndNumbers) {
  EXPECT_EQ(join_pages({"The Rhine-\nMain region\n"}).text, "The Rhine-\nMain region\n");
  EXPECT_EQ(join_pages({"2024-\nthen\n"}).text, "2024-\nthen\n");
}

TEST(Pdf, IsToldByItsMark) {
  EXPECT_TRUE(begins_like_pdf("%PDF-1.7\n"));
  EXPECT_TRUE(begins_like_pdf("\n%PDF-1.7\n"));
  EXPECT_FALSE(begins_like_pdf("A text about %PDF-1.7"));
  EXPECT_FALSE(begins_like_pdf(""));
}

}  // namespace
}  // namespace attest

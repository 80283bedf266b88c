#include "present/display_text.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(DisplayWidth, CountsTerminalColumns) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("trade"), 5U);
  EXPECT_EQ(display_width("€54 – ½"), 7U);
  EXPECT_EQ(display_width("貿易"), 4U) << "East Asian wide characters take two columns";
  EXPECT_EQ(display_width("e\u0301"), 1U) << "a combining accent takes none";
  EXPECT_EQ(display_width("\u200Bx"), 1U) << "a zero-width space takes none";
}

TEST(OnOneLine, TurnsBreaksAndControlsIntoSingleSpaces) {
  EXPECT_EQ(on_one_line("one\n  two\r\n\tthree"), "one two three");
  EXPECT_EQ(on_one_line("\n edge \n"), "edge");
  EXPECT_EQ(on_one_line("red \x1b[31malert"), "red [31malert") << "no escape sequence reaches the terminal";
  EXPECT_EQ(on_one_line("a\u2028b"), "a b");
  EXPECT_EQ(on_one_line("貿易 5"), "貿易 5");
}

TEST(CutToWidth, KeepsWhatFits) {
  EXPECT_EQ(cut_to_width("harbour", 7), "harbour");
  EXPECT_EQ(cut_to_width("harbour", 6), "harbo…");
  EXPECT_EQ(cut_to_width("harbour", 1), "…");
  EXPECT_EQ(cut_to_width("harbour", 0), "");
  EXPECT_EQ(cut_to_width("貿易統計", 5), "貿易…");
  EXPECT_EQ(cut_to_width("貿易統計", 4), "貿…") << "half of a wide character is never shown";
}

TEST(CutToWidth, NeverPassesTheWidth) {
  const std::string text = "a貿e\u0301b易c統–d計";
  for (std::size_t width = 0; width < 20; ++width) EXPECT_LE(display_width(cut_to_width(text, width)), width);
}

}  // namespace
}  // namespace attest

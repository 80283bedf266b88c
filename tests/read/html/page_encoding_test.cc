#include "read/html/page_encoding.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace attest::html {
namespace {

struct EncodedPage {
  std::string_view bytes;
  std::string_view text;
};

TEST(PageEncoding, DecodesByTheDeclaration) {
  constexpr EncodedPage kCases[] = {
      {"<meta charset=windows-1251><p>\xCF\xEE\xF0\xF2", "<meta charset=windows-1251><p>Порт"},
      {"<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">\xF0\xCF\xD2\xD4",
       "<meta http-equiv=Content-Type content=\"text/html; charset=koi8-r\">Порт"},
      {"<meta charset='gb2312'>\xB8\xDB\xBF\xDA", "<meta charset='gb2312'>港口"},
      {"<meta charset=big5>\xB4\xE4\xA4\x66", "<meta charset=big5>港口"},
      {"<?xml version='1.0' encoding='iso-8859-1'?>\x80 5", "<?xml version='1.0' encoding='iso-8859-1'?>€ 5"},
      {"<meta charset=windows-1252>\xC3\xA9", "<meta charset=windows-1252>é"},  // UTF-8 all the same
      {"\xEF\xBB\xBF<p>\xC3\xA9", "<p>é"},
  };
  for (const EncodedPage& page : kCases) {
    const auto text = decode_page(std::string(page.bytes));
    ASSERT_TRUE(text.ok()) << page.text;
    EXPECT_EQ(*text, page.text);
  }
}

TEST(PageEncoding, ReplacesSingleBrokenBytes) {
  const auto text = decode_page("<meta charset=utf-8><p>Caf\xC3\xA9 and caf\xE9, na\xC3\xAFve");
  ASSERT_TRUE(text.ok());
  EXPECT_EQ(*text, "<meta charset=utf-8><p>Café and caf\xEF\xBF\xBD, naïve");
}

TEST(PageEncoding, FindsTheDeclaration) {
  EXPECT_EQ(declared_charset("<meta charset = \"utf-8\" >"), "utf-8");
  EXPECT_EQ(declared_charset("<p>the charset is unknown</p>"), "");
  EXPECT_EQ(declared_charset(""), "");
}

}  // namespace
}  // namespace attest::html

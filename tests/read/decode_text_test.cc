#include "read/decode_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "read/utf8_survey.h"

namespace attest {
namespace {

using namespace std::string_view_literals;
using testing::HasSubstr;

struct BytesCase {
  std::string_view bytes;
  std::string_view text;
};

TEST(DecodeText, DecidesByMarkThenUtf8) {
  const std::vector<BytesCase> cases = {
      {"", ""},
      {"Exports rose 9%.\r\n", "Exports rose 9%.\r\n"},
      {"caf\xC3\xA9", "café"},
      {"\xEF\xBB\xBF", ""},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "café"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a",
       "\xEF\xBB\xBF"
       "a"},
      {"a\xEF\xBB\xBF", "a\xEF\xBB\xBF"},
      {"\xFF\xFE"
       "5\0 \0\xAC\x20"sv,
       "5 €"},
      {"\xFE\xFF"
       "\0"
       "5\0 \x20\xAC"sv,
       "5 €"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"sv, "😀"},
      {"\xFF\xFE\0\0"
       "5\0\0\0\xAC\x20\0\0\x00\xF6\x01\0"sv,
       "5€😀"},
      {"\0\0\xFE\xFF"
       "\0\0\0"
       "5\0\0\x20\xAC"sv,
       "5€"},
  };
  for (const BytesCase& expected : cases) {
    const auto text = decode_text(expected.bytes);
    ASSERT_TRUE(text.ok()) << testing::PrintToString(expected.bytes) << " " << text.error().to_string();
    EXPECT_EQ(*text, expected.text);
  }
}

struct RefusedCase {
  std::string_view bytes;
  std::string_view what;
};

TEST(DecodeText, RefusesWithTheOffset) {
  const std::vector<RefusedCase> cases = {
      {"abc\0def"sv, "NUL byte at byte 3"},
      {"\xEF\xBB\xBF"
       "a\0b"sv,
       "NUL byte at byte 4"},
      {"Costs rose to \xE2\x82", "UTF-8 ends inside a character at byte 14"},
      {"\xC3\xA9t\xC3", "UTF-8 ends inside a character at byte 3"},
      {"\xEF\xBB\xBF"
       "caf\xC3 au lait",
       "broken UTF-8 at byte 6"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 caf\xC3 au lait", "broken UTF-8 at byte 22"},
      {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xED\xA0\x80\xC3\xA9", "at byte 18"},
      {"\xFF\xFE"
       "a\0\x00\xD8"
       "b\0"sv,
       "UTF-16 is broken at byte 4"},
      {"\xFF\xFE"
       "a\0\x00\xDC"sv,
       "UTF-16 is broken at byte 4"},
      {"\xFE\xFF\xD8\x3D"sv, "UTF-16 is broken at byte 2"},
      {"\xFF\xFE"
       "a\0b"sv,
       "UTF-16 ends inside a character at byte 4"},
      {"\xFF\xFE"
       "a\0\0\0"sv,
       "UTF-16 has a NUL character at byte 4"},
      {"\xFF\xFE\0\0\0\0\x11\0"sv, "UTF-32 is broken at byte 4"},
      {"\xFF\xFE\0\0\x00\xD8\0\0"sv, "UTF-32 is broken at byte 4"},
      {"\xFF\xFE\0\0"
       "a\0\0\0b\0"sv,
       "UTF-32 ends inside a character at byte 8"},
      {"\x81\x8D\x8F\x90 \x9D\x81", "in no encoding that we recognise: not UTF-8 at byte 0"},
  };
  for (const RefusedCase& expected : cases) {
    const auto text = decode_text(expected.bytes);
    ASSERT_FALSE(text.ok()) << testing::PrintToString(expected.bytes) << " gave " << *text;
    EXPECT_EQ(text.error().code, ErrorCode::kEncoding);
    EXPECT_THAT(text.error().what, HasSubstr(expected.what)) << testing::PrintToString(expected.bytes);
  }
}

std::string encoded(std::string_view text, const char* charset) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string bytes(text.size() * 4, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const std::int32_t length =
      ucnv_fromUChars(converter, bytes.data(), static_cast<std::int32_t>(bytes.size()), unicode.getBuffer(), unicode.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << charset << " cannot hold: " << text;
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

struct CharsetCase {
  std::string_view text;
  std::vector<const char*> charsets;
};

const std::vector<CharsetCase>& charset_cases() {
  static const std::vector<CharsetCase> cases = {
      {"The minister said “trade rose 9 per cent” – a record. Exports were worth €54 billion.", {"windows-1252"}},
      {"The café in the old town said sales rose 9 per cent last year, to £3 million.", {"ISO-8859-1", "windows-1252"}},
      {"Le commerce extérieur a progressé de neuf pour cent, à quarante milliards d'euros. Les ministères ont signé trois accords.",
       {"ISO-8859-1", "windows-1252"}},
      {"Торговый оборот между странами вырос на девять процентов.", {"windows-1251", "KOI8-R", "ISO-8859-5"}},
      {"Україна збільшила експорт зерна на дванадцять відсотків, повідомило міністерство. Їхні партнери купують дедалі більше кукурудзи.",
       {"windows-1251"}},
      {"两国贸易额去年增长百分之九，达到四百三十八亿美元。双方签署了五十八项新的商业协议。", {"GB18030", "GBK"}},
      {"兩國貿易額去年增長百分之九，達到四百三十八億美元。", {"Big5", "GB18030"}},
      {"両国の貿易額は昨年九パーセント増加した。首脳会談では五十八件の契約が署名された。", {"Shift_JIS", "EUC-JP"}},
      {"양국 무역액이 지난해 구 퍼센트 증가했다.", {"EUC-KR"}},
      {"Το εξωτερικό εμπόριο αυξήθηκε κατά εννέα τοις εκατό.", {"windows-1253", "ISO-8859-7"}},
      {"ارتفعت التجارة بين البلدين بنسبة تسعة في المئة.", {"windows-1256", "ISO-8859-6"}},
      {"הסחר גדל בתשעה אחוזים בשנה שעברה.", {"windows-1255", "ISO-8859-8"}},
      {"Handel zagraniczny wzrósł w zeszłym roku o dziewięć procent, do czterdziestu miliardów złotych. Ministrowie podpisali trzy umowy "
       "o współpracy w dziedzinie energii.",
       {"windows-1250", "ISO-8859-2"}},
  };
  return cases;
}

TEST(DecodeText, DetectsCharsets) {
  for (const CharsetCase& expected : charset_cases()) {
    for (const char* charset : expected.charsets) {
      const auto text = decode_text(encoded(expected.text, charset));
      ASSERT_TRUE(text.ok()) << charset << ": " << text.error().to_string() << " for " << expected.text;
      EXPECT_EQ(*text, expected.text) << charset;
    }
  }
}

TEST(DecodeText, DetectsACharsetWhoseFirstByteComesLate) {
  std::string text;
  for (int line = 0; line < 500; ++line) text += "The ministry did not publish the figures for this month.\n";
  text += "Торговый оборот между двумя странами вырос на девять процентов. Министры подписали три соглашения о сотрудничестве.";
  const auto decoded = decode_text(encoded(text, "windows-1251"));
  ASSERT_TRUE(decoded.ok()) << decoded.error().to_string();
  EXPECT_EQ(*decoded, text);
}

TEST(DecodeText, RefusesANearTieBetweenCharsets) {
  const auto text = decode_text(encoded("Obchod vzrostl o devět procent.", "windows-1250"));
  ASSERT_FALSE(text.ok()) << *text;
  EXPECT_EQ(text.error().code, ErrorCode::kEncoding);
}

TEST(DecodeText, RecognisesUtf16WithoutMark) {
  for (const std::string_view text :
       {"Exports rose 9 per cent.\r\n", "Торговый оборот вырос на девять процентов.", "It cost “€5”, he said."}) {
    for (const char* charset : {"UTF-16LE", "UTF-16BE"}) {
      const auto decoded = decode_text(encoded(text, charset));
      ASSERT_TRUE(decoded.ok()) << charset << ": " << decoded.error().to_string();
      EXPECT_EQ(*decoded, text) << charset;
    }
  }
}

TEST(DecodeText, TakesAsciiWithStrayNulsForNoUtf16) {
  for (const std::string_view bytes : {"Exports rose\0to nine"sv, "a\0b\0"sv, "one\0two\0six\0ten\0ace\0end\0"sv}) {
    const auto text = decode_text(bytes);
    ASSERT_FALSE(text.ok()) << *text;
    EXPECT_THAT(text.error().what, HasSubstr("NUL byte at byte "));
  }
}

TEST(DecodeText, EveryPrefixOfUtf8IsWholeOrRefusedAsCutOff) {
  constexpr std::string_view kText = "Le prix était de 5 € – « élevé », 😀.";
  for (std::size_t length = 3; length <= kText.size(); ++length) {
    const std::string_view prefix = kText.substr(0, length);
    const auto text = decode_text(prefix);
    if (is_utf8(prefix)) {
      ASSERT_TRUE(text.ok()) << length;
      EXPECT_EQ(*text, prefix);
    } else if (length > 11) {  // before, a lead byte alone may be another charset's letter
      ASSERT_FALSE(text.ok()) << length;
      EXPECT_THAT(text.error().what, HasSubstr("ends inside a character")) << length;
    }
  }
}

TEST(DecodeOwned, AgreesWithDecodeText) {
  for (const std::string_view bytes : {"plain"sv, "\xEF\xBB\xBFmarked"sv, "caf\xE9 in the old town of the region"sv, "a\0"sv,
                                       "\xFF\xFE"
                                       "a\0"sv}) {
    const auto viewed = decode_text(bytes);
    const auto owned = decode_owned(std::string(bytes));
    ASSERT_EQ(viewed.ok(), owned.ok());
    const auto outcome = [](const Result<std::string>& text) { return text ? *text : text.error().to_string(); };
    EXPECT_EQ(outcome(viewed), outcome(owned));
  }
}

TEST(MixedText, PastedWindows1252IsRead) {
  const auto text = decode_text(
      "Zür ich wächst: \x93It grows,\x94 he said \x96 by \x80"
      "5 million. Caf\xE9 Müller");
  ASSERT_TRUE(text) << text.error().to_string();
  EXPECT_EQ(*text, "Zür ich wächst: “It grows,” he said – by €5 million. Café Müller");
}

TEST(MixedText, WhatMayBeHalfASequenceIsRefused) {
  const std::string german = "größer größer größer größer größer ";
  for (const std::string bytes : {"f\xC3r alle", "f\xBCr alle", "\xE4\xB8 alle", "und gr\xC3"})
    EXPECT_FALSE(decode_text(german + bytes)) << bytes;
}

}  // namespace
}  // namespace attest

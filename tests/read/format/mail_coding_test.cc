#include "read/format/mail_coding.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(MailCoding, DecodesBase64AndPassesOverLineEnds) {
  EXPECT_EQ(decode_base64("UG9y\r\ndA=="), "Port");
  EXPECT_EQ(decode_base64(""), "");
  EXPECT_EQ(decode_base64("UG9"), "Po");
}

TEST(MailCoding, DecodesQuotedPrintable) {
  EXPECT_EQ(decode_quoted_printable("w=C3=A4chst =\r\nschnell, a=b, 5=", false), "wächst schnell, a=b, 5=");
  EXPECT_EQ(decode_quoted_printable("a_b", true), "a b");
  EXPECT_EQ(decode_quoted_printable("a_b", false), "a_b");
}

TEST(MailCoding, DecodesEncodedWords) {
  EXPECT_EQ(decode_header("=?utf-8?q?Hafen_w=C3=A4chst?= heute"), "Hafen wächst heute");
  EXPECT_EQ(decode_header("=?UTF-8?B?UG9y?= =?UTF-8?B?dA==?="), "Port");
  EXPECT_EQ(decode_header("=?windows-1251?Q?=CF=EE=F0=F2?="), "Порт");
  EXPECT_EQ(decode_header("plain =? not a word"), "plain =? not a word");
  EXPECT_EQ(decode_header("=?utf-8?x"), "=?utf-8?x");
}

TEST(MailCoding, FallsBackWhereTheCharsetIsUnknown) {
  EXPECT_EQ(decode_mail_text("caf\xE9", "no-such-charset"), "café");
  EXPECT_EQ(decode_mail_text("café", ""), "café");
}

}  // namespace
}  // namespace attest

#include "value/numeral.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

namespace attest {
namespace {

struct Case {
  std::string_view token;
  std::string_view value;
  std::int32_t exponent;
  bool grouped;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const Case& expected : cases) {
    const auto numeral = parse_numeral(expected.token);
    ASSERT_TRUE(numeral) << expected.token;
    EXPECT_EQ(numeral->value.to_string(), expected.value) << expected.token;
    EXPECT_EQ(numeral->value.exponent(), expected.exponent) << expected.token;
    EXPECT_EQ(numeral->grouped, expected.grouped) << expected.token;
  }
}

TEST(Numeral, PlainDigits) { expect_all({{"0", "0", 0, false}, {"2024", "2024", 0, false}, {"007", "7", 0, false}}); }

TEST(Numeral, OnePointIsADecimalSign) {
  expect_all({{"43.8", "43.8", -1, false},
              {"43.80", "43.8", -2, false},
              {"1.000", "1", -3, false},
              {".5", "0.5", -1, false},
              {"10.1145", "10.1145", -4, false},
              {"0.125", "0.125", -3, false}});
}

TEST(Numeral, OneCommaGroupsThousands) {
  expect_all({{"1,200", "1200", 0, true}, {"50,000", "50000", 0, true}, {"999,999", "999999", 0, true}});
}

TEST(Numeral, OneCommaThatCannotGroupIsADecimalSign) {
  expect_all({{"12,5", "12.5", -1, false},
              {"12,34", "12.34", -2, false},
              {"1,23", "1.23", -2, false},
              {"0,5", "0.5", -1, false},
              {"0,123", "0.123", -3, false},
              {"1234,567", "1234.567", -3, false},
              {"3,1416", "3.1416", -4, false}});
}

TEST(Numeral, ThousandsInEveryHouseStyle) {
  expect_all({{"1,234,567", "1234567", 0, true},
              {"1.234.567", "1234567", 0, true},
              {"1'000", "1000", 0, true},
              {"1\u2019234\u2019567", "1234567", 0, true},
              {"1 234 567", "1234567", 0, true},
              {"12\u00A0500", "12500", 0, true},
              {"12\u202F500", "12500", 0, true},
              {"12\u2009500", "12500", 0, true}});
}

TEST(Numeral, IndianGroups) {
  expect_all({{"1,00,000", "100000", 0, true}, {"12,34,567.89", "1234567.89", -2, true}, {"1,23,45,678", "12345678", 0, true}});
}

TEST(Numeral, OfTwoKindsTheLastIsTheDecimalSign) {
  expect_all({{"1,234.5", "1234.5", -1, true},
              {"1.234,5", "1234.5", -1, true},
              {"2.000,50", "2000.5", -2, true},
              {"1.234.567,89", "1234567.89", -2, true},
              {"1,234,567.8", "1234567.8", -1, true},
              {"1 234,56", "1234.56", -2, true},
              {"1'234.50", "1234.5", -2, true}});
}

TEST(Numeral, WhatIsNoNumber) {
  for (const std::string_view token : {"",
                                       ".",
                                       ",",
                                       "1,",
                                       "1.",
                                       ",5",
                                       "'5",
                                       "1..2",
                                       "1,,200",
                                       "192.168.1.2",
                                       "1.2.3",
                                       "1,2,3",
                                       "10,20,30",
                                       "2023,2024",
                                       "1 23",
                                       "1'5",
                                       "0 123",
                                       "012.345.678",
                                       "1,234,56",
                                       "1234,567,890",
                                       "1,234.567.890",
                                       "1.234,567,890",
                                       "1 234'567",
                                       "12 34 567",
                                       "1\u2013200",
                                       "-5",
                                       "+5",
                                       "5e3",
                                       "5a",
                                       "\u0665",
                                       "1 234 56",
                                       " 5",
                                       "5 ",
                                       "1  234"}) {
    EXPECT_FALSE(parse_numeral(token)) << token;
  }
}

TEST(Numeral, PastTheLimitsOfDecimalIsNothing) {
  EXPECT_TRUE(parse_numeral(std::string(37, '9')));
  EXPECT_FALSE(parse_numeral(std::string(38, '9')));
  EXPECT_FALSE(parse_numeral(std::string(5000, '7')));
  std::string groups = "1";
  for (int i = 0; i < 30; ++i) groups += ",111";
  EXPECT_FALSE(parse_numeral(groups));
}

// Groups a whole number from the right; the independent way round.
std::string grouped(std::string digits, std::string_view separator) {
  for (std::size_t place = 3; place < digits.size(); place += 3 + separator.size()) digits.insert(digits.size() - place, separator);
  return digits;
}

TEST(NumeralProperty, EveryGroupingReadsBackAsTheNumber) {
  std::mt19937_64 random(7);
  for (int i = 0; i < 5000; ++i) {
    const auto number = static_cast<std::int64_t>(random() >> (random() % 53 + 1)) + 1000;
    for (const std::string_view separator : {",", "'", "\u2019", " ", "\u00A0", "\u202F", "\u2009"}) {
      const std::string token = grouped(std::to_string(number), separator);
      const auto numeral = parse_numeral(token);
      ASSERT_TRUE(numeral) << token;
      ASSERT_EQ(numeral->value, Decimal(number)) << token;
      ASSERT_TRUE(numeral->grouped) << token;
    }
  }
}

TEST(NumeralProperty, AnyBytesAreReadOrRefused) {
  constexpr std::string_view kAlphabet = "0123459,.' \u2019\u00A0a";
  std::mt19937_64 random(11);
  for (int i = 0; i < 50'000; ++i) {
    std::string token;
    for (std::size_t length = random() % 14; length > 0; --length) token += kAlphabet[random() % kAlphabet.size()];
    const auto numeral = parse_numeral(token);
    if (!numeral) continue;
    std::string digits;
    for (const char byte : token) digits += byte >= '0' && byte <= '9' ? std::string(1, byte) : "";
    ASSERT_EQ(numeral->value, Decimal(std::stoll(digits)).scaled(numeral->value.exponent())) << token;
  }
}

TEST(VulgarFraction, Values) {
  struct {
    std::string_view character;
    std::string_view value;
  } const cases[] = {{"½", "0.5"},
                     {"¼", "0.25"},
                     {"¾", "0.75"},
                     {"⅓", "0.333333333333333"},
                     {"⅔", "0.666666666666667"},
                     {"⅛", "0.125"},
                     {"⅜", "0.375"},
                     {"⅝", "0.625"},
                     {"⅞", "0.875"},
                     {"⅕", "0.2"},
                     {"⅗", "0.6"},
                     {"⅒", "0.1"}};
  for (const auto& expected : cases) {
    const auto value = vulgar_fraction(expected.character);
    ASSERT_TRUE(value) << expected.character;
    EXPECT_EQ(value->to_string(), expected.value) << expected.character;
  }
}

TEST(VulgarFraction, IsOneCharacter) {
  for (const std::string_view text : {"", "1/2", "½½", "2½", "\xC2", "½ "}) EXPECT_FALSE(vulgar_fraction(text)) << text;
}

}  // namespace
}  // namespace attest

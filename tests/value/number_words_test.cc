#include "value/number_words.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "value/spelled.h"

namespace attest {
namespace {

std::optional<NumberPhrase> read(std::string_view text) {
  const auto words = number_words(text);
  EXPECT_TRUE(words) << "a word of the test is missing from its table: " << text;
  return parse_number_words(*words);
}

struct Reading {
  std::string_view text;
  std::string_view value;
};

enum class Sort { kCardinal, kOrdinal, kFraction };

void expect_all(Sort sort, std::initializer_list<Reading> readings) {
  for (const Reading& expected : readings) {
    const auto phrase = read(expected.text);
    ASSERT_TRUE(phrase) << expected.text;
    EXPECT_EQ(phrase->value.to_string(), expected.value) << expected.text;
    EXPECT_EQ(phrase->ordinal, sort == Sort::kOrdinal) << expected.text;
    EXPECT_EQ(phrase->fraction, sort == Sort::kFraction) << expected.text;
  }
}

TEST(NumberWords, Cardinals) {
  expect_all(Sort::kCardinal, {{"zero", "0"},
                               {"nine", "9"},
                               {"twenty-five", "25"},
                               {"forty two", "42"},
                               {"one hundred", "100"},
                               {"one hundred and five", "105"},
                               {"three hundred forty-five thousand six hundred twelve", "345612"},
                               {"two hundred and two thousand", "202000"},
                               {"two thousand and two hundred", "2200"},
                               {"a hundred", "100"},
                               {"a thousand and one", "1001"},
                               {"hundred", "100"},
                               {"million", "1000000"},
                               {"nineteen hundred", "1900"},
                               {"ninety-five hundred", "9500"},
                               {"one hundred thousand million", "100000000000"},
                               {"two-hundred-and-six", "206"},
                               {"one million, two hundred thousand", "1200000"},
                               {"nine hundred nine billion eight hundred twelve million three hundred forty-five thousand six hundred "
                                "seventy-eight",
                                "909812345678"},
                               {"one sextillion one", "1000000000000000000001"}});
}

TEST(NumberWords, ScalesOfOtherKinds) {
  expect_all(Sort::kCardinal, {{"a dozen", "12"},
                               {"two dozen", "24"},
                               {"five lakh", "500000"},
                               {"six crore and two hundred", "60000200"},
                               {"two crore thirty lakh", "23000000"},
                               {"1.5 lakh crore", "1500000000000"}});
}

TEST(NumberWords, DigitsAmongWords) {
  expect_all(Sort::kCardinal, {{"1.5 million", "1500000"},
                               {"2,500 million", "2500000000"},
                               {"4 thousand 3 hundred and 21", "4321"},
                               {"322 hundred", "32200"},
                               {"5-million", "5000000"},
                               {"12", "12"}});
}

TEST(NumberWords, PointAndDigits) {
  expect_all(Sort::kCardinal, {{"two point five", "2.5"}, {"zero point zero three", "0.03"}, {"one point two million", "1200000"}});
}

TEST(NumberWords, Ordinals) {
  expect_all(Sort::kOrdinal, {{"first", "1"},
                              {"third", "3"},
                              {"twentieth", "20"},
                              {"twenty-first", "21"},
                              {"one hundredth", "100"},
                              {"two hundredth", "200"},
                              {"one hundred twenty-third", "123"},
                              {"one hundred and fifth", "105"},
                              {"millionth", "1000000"},
                              {"two thousand and first", "2001"}});
}

TEST(NumberWords, Fractions) {
  expect_all(Sort::kFraction, {{"half", "0.5"},
                               {"a half", "0.5"},
                               {"one-half", "0.5"},
                               {"½", "0.5"},
                               {"a quarter", "0.25"},
                               {"three quarters", "0.75"},
                               {"three-quarter", "0.75"},
                               {"a third", "0.333333333333333"},
                               {"one third", "0.333333333333333"},
                               {"two-thirds", "0.666666666666667"},
                               {"two-third", "0.666666666666667"},
                               {"a tenth", "0.1"},
                               {"one-hundredth", "0.01"},
                               {"a hundredth", "0.01"},
                               {"five hundredths", "0.05"},
                               {"one twenty-fifth", "0.04"},
                               {"three halves", "1.5"},
                               {"3 quarters", "0.75"},
                               {"one ten-thousandth", "0.0001"},
                               {"two hundred-thousandths", "0.00002"}});
}

TEST(NumberWords, FractionsWithLongNumerators) {
  expect_all(Sort::kFraction, {{"ninety-five hundred fifths", "1900"},
                               {"one hundred and thirty fifths", "26"},
                               {"one hundred and thirty-two fifths", "26.4"},
                               {"twenty fifths", "4"},
                               {"twenty twenty fifths", "0.8"},
                               {"twenty-three fifths", "4.6"},
                               {"a hundred thousand trillionths", "0.0000001"}});
}

TEST(NumberWords, FractionsOfAScale) {
  expect_all(Sort::kCardinal, {{"half a million", "500000"},
                               {"half a dozen", "6"},
                               {"half-million", "500000"},
                               {"a half billion", "500000000"},
                               {"a quarter of a million", "250000"},
                               {"quarter of a million", "250000"},
                               {"two thirds of a million", "666666.666666667"},
                               {"three quarters of a billion", "750000000"}});
}

TEST(NumberWords, MixedNumbers) {
  expect_all(Sort::kCardinal, {{"two and a half", "2.5"},
                               {"two-and-a-half", "2.5"},
                               {"one and three quarters", "1.75"},
                               {"one hundred and two thirds", "100.666666666666667"},
                               {"two hundred and fifty-four hundredths", "200.54"},
                               {"one hundred and thirty and two fifths", "130.4"},
                               {"three and a fifth", "3.2"},
                               {"2½", "2.5"},
                               {"2 and a half million", "2500000"},
                               {"two and a half million", "2500000"},
                               {"2½ million", "2500000"},
                               {"a million and a half", "1500000"},
                               {"two million and one half", "2500000"},
                               {"3 million and a quarter", "3250000"},
                               {"one billion and a half million", "1000500000"},
                               {"a million and half a thousand", "1000500"},
                               {"one billion and three quarters million", "1000750000"}});
}

TEST(NumberWords, WhatIsNoNumber) {
  for (const std::string_view text : {"",
                                      "-",
                                      "a",
                                      "and",
                                      "of",
                                      "three and twenty",
                                      "twenty twelve",
                                      "twenty ten",
                                      "one two",
                                      "five hundred hundred",
                                      "zero hundred",
                                      "one zero",
                                      "twenty zero",
                                      "million thousand",
                                      "one thousand two million",
                                      "two million three million",
                                      "one hundred and",
                                      "and five",
                                      "five and",
                                      "a five",
                                      "an eleven",
                                      "twenty-",
                                      "-five",
                                      "twenty--five",
                                      "one a hundred",
                                      "two and a",
                                      "two third",
                                      "one second",
                                      "twenty-fifths",
                                      "thirds",
                                      "quarter",
                                      "half half",
                                      "a half a",
                                      "half five",
                                      "two and five",
                                      "nineteen hundred thousand",
                                      "two thousand, five",
                                      "2.5 hundred thousand 7",
                                      "1.5 million two hundred",
                                      "5 twenty",
                                      "twenty 5",
                                      "4000 3 hundred",
                                      "point five",
                                      "two point",
                                      "two point twenty",
                                      "two dozen five",
                                      "half of",
                                      "of a million",
                                      "one million and two thousand and five",
                                      "half a million and a half",
                                      "first second",
                                      "a third half"}) {
    EXPECT_FALSE(read(text)) << text << " = " << read(text)->value.to_string();
  }
}

TEST(NumberWords, LastStatedPlace) {
  struct {
    std::string_view text;
    std::optional<std::int32_t> place;
  } const cases[] = {{"twenty-five million", 6},
                     {"one hundred million", 6},
                     {"1.5 million", 5},
                     {"1.50 million", 4},
                     {"two point five million", 5},
                     {"two million three hundred thousand", 3},
                     {"thousand million", 9},
                     {"one hundred", 2},
                     {"one hundred and five", 0},
                     {"one thousand two hundred", 2},
                     {"twenty", 1},
                     {"zero", 0},
                     {"two dozen", 0},
                     {"50,000", 4},
                     {"2.50", -2},
                     {"half a million", std::nullopt},
                     {"two and a half million", std::nullopt},
                     {"half", std::nullopt}};
  for (const auto& expected : cases) {
    const auto phrase = read(expected.text);
    ASSERT_TRUE(phrase) << expected.text;
    EXPECT_EQ(phrase->last_place, expected.place) << expected.text;
  }
}

TEST(NumberWords, PastTheLimitsOfDecimalIsNothing) {
  std::vector<NumberWord> words = {{NumberWordKind::kUnit, 7}};
  EXPECT_TRUE(parse_number_words(words));
  for (int i = 0; i < 20; ++i) words.push_back({NumberWordKind::kScale, Decimal(1, 33)});
  EXPECT_FALSE(parse_number_words(words)) << "7 * 10^660";
  EXPECT_FALSE(read("nine hundred decillion one").has_value() && read("nine decillion decillion one").has_value());
}

TEST(NumberWords, VeryLongSequencesAreNoNumber) {
  EXPECT_FALSE(parse_number_words(std::vector<NumberWord>(5000, {NumberWordKind::kUnit, 5})));
  EXPECT_FALSE(parse_number_words(std::vector<NumberWord>(5000, {NumberWordKind::kHyphen, 0})));
}

// The independent calculation: spelling numbers out, the other way round.
class Speller {
 public:
  explicit Speller(bool with_and) : with_and_(with_and) {}

  [[nodiscard]] std::string spell(std::int64_t number) const {
    if (number == 0) return "zero";
    std::string text;
    const std::pair<std::int64_t, const char*> scales[] = {{1'000'000'000'000'000, "quadrillion"},
                                                           {1'000'000'000'000, "trillion"},
                                                           {1'000'000'000, "billion"},
                                                           {1'000'000, "million"},
                                                           {1000, "thousand"}};
    for (const auto& [scale, name] : scales) {
      if (number >= scale) text += below_thousand(number / scale) + ' ' + name + ' ';
      number %= scale;
    }
    if (number > 0) text += (with_and_ && number < 100 && !text.empty() ? "and " : "") + below_thousand(number);
    if (text.ends_with(' ')) text.pop_back();
    return text;
  }

 private:
  [[nodiscard]] std::string below_thousand(std::int64_t number) const {
    if (number < 100) return below_hundred(number);
    const std::string hundreds = below_hundred(number / 100) + " hundred";
    if (number % 100 == 0) return hundreds;
    return hundreds + (with_and_ ? " and " : " ") + below_hundred(number % 100);
  }
  [[nodiscard]] static std::string below_hundred(std::int64_t number) {
    static const char* const kUnits[] = {"",         "one",     "two",     "three",     "four",     "five",    "six",
                                         "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                         "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const char* const kTens[] = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < 20) return kUnits[number];
    return std::string(kTens[number / 10]) + (number % 10 == 0 ? "" : "-") + kUnits[number % 10];
  }

  bool with_and_;
};

void expect_spelled(std::int64_t number) {
  for (const bool with_and : {false, true}) {
    const std::string text = Speller(with_and).spell(number);
    const auto phrase = read(text);
    ASSERT_TRUE(phrase) << text;
    ASSERT_EQ(phrase->value, Decimal(number)) << text;
    ASSERT_FALSE(phrase->ordinal || phrase->fraction) << text;
  }
}

TEST(NumberWordsProperty, EveryNumberToTwentyThousandReadsBack) {
  for (std::int64_t number = 0; number <= 20'000; ++number) expect_spelled(number);
}

TEST(NumberWordsProperty, LargeNumbersReadBack) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 5000; ++i) expect_spelled(static_cast<std::int64_t>(random() % 1'000'000'000'000'000'000U >> (random() % 50)));
}

// Any sequence of words is read or refused; what is read is a number that prints and reads back.
TEST(NumberWordsProperty, AnySequenceIsReadOrRefused) {
  std::vector<NumberWord> alphabet;
  for (const auto& [word, entry] : number_word_table()) alphabet.push_back(entry);
  alphabet.push_back({NumberWordKind::kNumeral, Decimal(25, -1)});
  alphabet.push_back({NumberWordKind::kVulgar, Decimal(5, -1)});
  std::mt19937_64 random(5);
  for (int i = 0; i < 100'000; ++i) {
    std::vector<NumberWord> words(1 + random() % 7);
    for (NumberWord& word : words) word = alphabet[random() % alphabet.size()];
    const auto phrase = parse_number_words(words);
    if (!phrase) continue;
    ASSERT_EQ(Decimal::parse(phrase->value.to_string()), phrase->value);
  }
}

}  // namespace
}  // namespace attest

// What holds of the tokens of any text, tried on random ones.
#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>
#include <random>
#include <string>

#include "text/code_points.h"
#include "text/tokenizer.h"

namespace attest {
namespace {

// Pieces that stand next to each other in real text, chosen so that every decision of tokenizer.h is near.
constexpr std::array<std::string_view, 72> kPieces = {"the",
                                                      "exports",
                                                      "China",
                                                      "U",
                                                      "S",
                                                      "a",
                                                      "m",
                                                      "e",
                                                      "www",
                                                      "WWW",
                                                      "http",
                                                      "https",
                                                      "://",
                                                      "s",
                                                      "S",
                                                      "'s",
                                                      "\u2019s",
                                                      "'",
                                                      "\u2019",
                                                      "don't",
                                                      "Xi'an",
                                                      "G20",
                                                      "covid19",
                                                      "international",
                                                      "Telecommunication",
                                                      "UNITED",
                                                      "1",
                                                      "12",
                                                      "2024",
                                                      "1,200",
                                                      "43.8",
                                                      "0",
                                                      ".",
                                                      ".",
                                                      "..",
                                                      ",",
                                                      ",",
                                                      ";",
                                                      ":",
                                                      "!",
                                                      "?",
                                                      "(",
                                                      ")",
                                                      "\"",
                                                      "\u201C",
                                                      "\u201D",
                                                      "-",
                                                      "-",
                                                      "--",
                                                      "–",
                                                      "$",
                                                      "€",
                                                      "%",
                                                      "/",
                                                      "@",
                                                      "@",
                                                      "#",
                                                      "&",
                                                      "½",
                                                      "²",
                                                      "\u00AD",
                                                      "\u200B",
                                                      "é",
                                                      "e\u0301",
                                                      "ß",
                                                      "Доля",
                                                      "出口",
                                                      "年增长",
                                                      "ไทย",
                                                      "\U0001F600",
                                                      "\u2028",
                                                      "１２"};
constexpr std::array<std::string_view, 8> kSpaces = {" ", " ", " ", " ", "\n", "\t", "\u00A0", "  "};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (std::size_t pieces = random() % 60; pieces > 0; --pieces) {
    text += kPieces[random() % kPieces.size()];
    if (random() % 3 == 0) text += kSpaces[random() % kSpaces.size()];
  }
  return text;
}

std::string random_ascii(std::mt19937& random) {
  constexpr std::string_view kFrequent = "aAsSwW05.,'-:/@ ";
  std::string text(random() % 120, ' ');
  for (char& byte : text) byte = random() % 2 == 0 ? static_cast<char>(random() % 128) : kFrequent[random() % kFrequent.size()];
  return text;
}

Vocabulary vocabulary_of_pieces() {
  Vocabulary vocabulary;
  for (const std::string_view piece : kPieces) vocabulary.add(piece);
  vocabulary.add("u.s.");
  vocabulary.add("a.m.");
  return vocabulary;
}

void expect_same_on_both_paths(const std::string& text, const Vocabulary& vocabulary) {
  std::vector<Token> fast;
  std::vector<Token> generic;
  tokenize(text, vocabulary, fast);
  tokenize(text, vocabulary, generic, TokenizerPath::kGenericPath);
  ASSERT_EQ(fast.size(), generic.size()) << text;
  for (std::size_t i = 0; i < fast.size(); ++i) {
    ASSERT_EQ(fast[i].span(), generic[i].span()) << text;
    ASSERT_EQ(fast[i].kind, generic[i].kind) << text << " at " << fast[i].begin;
    ASSERT_EQ(fast[i].flags, generic[i].flags) << text << " at " << fast[i].begin;
    ASSERT_EQ(fast[i].word, generic[i].word) << text << " at " << fast[i].begin;
  }
}

TEST(TokenizerPaths, AgreeOnRandomAscii) {
  std::mt19937 random(1);
  const Vocabulary vocabulary = vocabulary_of_pieces();
  for (int round = 0; round < 20'000; ++round) ASSERT_NO_FATAL_FAILURE(expect_same_on_both_paths(random_ascii(random), vocabulary));
}

TEST(TokenizerPaths, AgreeOnEveryPairOfBytesBetweenLettersAndDigits) {
  const Vocabulary vocabulary = vocabulary_of_pieces();
  for (int first = 0; first < 128; ++first) {
    for (int second = 0; second < 128; ++second) {
      const std::string marks = {static_cast<char>(first), static_cast<char>(second)};
      for (const auto& text : {"a" + marks + "s", "12" + marks + "5", "www" + marks, "exports" + marks + "5 ", "7" + marks + "S."}) {
        ASSERT_NO_FATAL_FAILURE(expect_same_on_both_paths(text, vocabulary));
      }
    }
  }
}

TEST(TokenizerPaths, AgreeOnTextLikeNews) {
  std::mt19937 random(2);
  const Vocabulary vocabulary = vocabulary_of_pieces();
  for (int round = 0; round < 10'000; ++round) ASSERT_NO_FATAL_FAILURE(expect_same_on_both_paths(random_text(random), vocabulary));
}

// Whether `text` holds only what may stand between tokens.
bool shows_nothing(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    UChar32 value = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), at, text.size(), value);
    const bool blank = u_isUWhiteSpace(value) || u_charType(value) == U_CONTROL_CHAR;
    if (!blank && !u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  }
  return true;
}

void expect_well_placed(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t end = 0;
  for (const Token& token : tokens) {
    ASSERT_LE(end, token.begin) << text;
    ASSERT_LT(token.begin, token.end) << text;
    ASSERT_LE(token.end, text.size()) << text;
    ASSERT_TRUE(is_valid_utf8(token.span().of(text))) << text;
    ASSERT_TRUE(shows_nothing(text.substr(end, token.begin - end))) << text;
    ASSERT_EQ(token.has(token_flag::kSpaceBefore), token.begin == 0 || token.begin > end) << text;
    end = token.end;
  }
  ASSERT_TRUE(shows_nothing(text.substr(end))) << text;
}

TEST(Tokens, AreInOrderOnCodePointsWithOnlyWhiteSpaceBetween) {
  std::mt19937 random(3);
  const Vocabulary vocabulary;
  std::vector<Token> tokens;
  for (int round = 0; round < 10'000; ++round) {
    const std::string text = round % 2 == 0 ? random_text(random) : random_ascii(random);
    tokenize(text, vocabulary, tokens);
    ASSERT_NO_FATAL_FAILURE(expect_well_placed(text, tokens));
  }
}

TEST(Tokens, OfNumbersHoldNoSpaceAndBeginAndEndWithADigit) {
  std::mt19937 random(4);
  std::vector<Token> tokens;
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = random_ascii(random);
    tokenize(text, {}, tokens);
    for (const Token& token : tokens) {
      if (token.kind != TokenKind::kNumber) continue;
      const std::string_view number = token.span().of(text);
      ASSERT_EQ(number.find_first_not_of("0123456789.,'"), std::string_view::npos) << number;
      ASSERT_TRUE(std::isdigit(static_cast<unsigned char>(number.back()))) << number;
    }
  }
}

// A text of one hard kind, a thousand times longer than is usual: a step that is not linear runs into the time limit of the test.
TEST(Tokens, OfHostileTextAreFoundInLinearTime) {
  std::vector<Token> tokens;
  for (const std::string_view unit :
       {"a@", "-.", "a.", "http://", "a'", "1,", "\u00AD", "e\u0301", "www.", "a\u00AD", "(", "'", "出", "@a.", "1@.1"}) {
    std::string text;
    while (text.size() < 400'000) text += unit;
    tokenize(text, {}, tokens);
    EXPECT_NO_FATAL_FAILURE(expect_well_placed(text, tokens)) << unit;
  }
}

}  // namespace
}  // namespace attest

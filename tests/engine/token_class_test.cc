#include "engine/token_class.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenizer.h"

namespace attest {
namespace {

using ::testing::ElementsAreArray;
using Names = std::vector<std::string_view>;

constexpr std::array<std::string_view, 12> kNames = {"word",        "number", "alphanumeric", "punctuation", "symbol",  "any",
                                                     "capitalised", "upper",  "lower",        "plural",      "newline", "tab"};

/// The names of the classes of the last token of a text.
Names classes_of_last(const std::string& text) {
  std::vector<Token> tokens;
  tokenize(text, Vocabulary(), tokens);
  const ClassMask mask = classes_of({text, tokens}, static_cast<std::uint32_t>(tokens.size() - 1));
  Names names;
  for (const std::string_view name : kNames) {
    const auto bit = token_class_named(name);
    EXPECT_TRUE(bit) << name;
    if (bit && (mask & *bit) != 0) names.push_back(name);
  }
  return names;
}

struct Case {
  std::string text;
  Names classes;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.text; }

class TokenClass : public ::testing::TestWithParam<Case> {};

TEST_P(TokenClass, HoldsOfTheLastToken) { EXPECT_THAT(classes_of_last(GetParam().text), ElementsAreArray(GetParam().classes)); }

INSTANTIATE_TEST_SUITE_P(
    Words, TokenClass,
    ::testing::Values(Case{"a boat", {"word", "any", "lower"}}, Case{"a boats", {"word", "any", "lower", "plural"}},
                      Case{"a Boat", {"word", "any", "capitalised"}}, Case{"a Boats", {"word", "any", "capitalised", "plural"}},
                      Case{"a UN", {"word", "any", "capitalised", "upper"}}, Case{"an École", {"word", "any", "capitalised"}},
                      Case{"an école", {"word", "any", "lower"}}, Case{"a\nboat", {"word", "any", "lower", "newline"}},
                      Case{"a\tboat", {"word", "any", "lower", "tab"}}, Case{"in U.S.", {"word", "any", "capitalised", "upper"}}));

INSTANTIATE_TEST_SUITE_P(NotPlural, TokenClass,
                         ::testing::Values(Case{"a glass", {"word", "any", "lower"}}, Case{"a bus", {"word", "any", "lower"}},
                                           Case{"a basis", {"word", "any", "lower"}}, Case{"as", {"word", "any", "lower"}},
                                           Case{"boat's", {"word", "any", "lower"}}));

INSTANTIATE_TEST_SUITE_P(Others, TokenClass,
                         ::testing::Values(Case{"a 1,200.5", {"number", "any"}},
                                           Case{"a G20", {"alphanumeric", "any", "capitalised", "upper"}},
                                           Case{"a,", {"punctuation", "any"}}, Case{"a –", {"punctuation", "any"}},
                                           Case{"a %", {"symbol", "any"}}, Case{"a €", {"symbol", "any"}}, Case{"a ½", {"symbol", "any"}}));

TEST(TokenClassNames, AreClosed) {
  EXPECT_FALSE(token_class_named("noun"));
  EXPECT_FALSE(token_class_named("Word"));
  EXPECT_FALSE(token_class_named(""));
}

TEST(TokenClassNames, EachHaveABitOfTheirOwn) {
  ClassMask all = 0;
  for (const std::string_view name : kNames) {
    const ClassMask bit = token_class_named(name).value_or(0);
    EXPECT_EQ(all & bit, 0U) << name;
    all |= bit;
  }
}

}  // namespace
}  // namespace attest

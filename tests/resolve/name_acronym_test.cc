#include "resolve/name_acronym.h"

#include <gtest/gtest.h>

#include <vector>

#include "text/tokenizer.h"

namespace attest {
namespace {

/// What stands before the bracket that ends `text`, by the acronym; "" where nothing fits.
std::string_view full_name(std::string_view text, std::string_view acronym) {
  const Vocabulary vocabulary;
  std::vector<Token> tokens;
  tokenize(text, vocabulary, tokens);
  const TokenView view{text, tokens};
  const auto found = name_of_acronym(view, acronym, 0, static_cast<std::uint32_t>(tokens.size() - 1));
  return found ? view.passage(*found) : std::string_view();
}

TEST(NameOfAcronym, TakesTheWordsWhoseInitialsItHas) {
  EXPECT_EQ(full_name("It left the Kestrel Board of Trade (", "KBT"), "Kestrel Board of Trade");
  EXPECT_EQ(full_name("the Ministry of Trade and Industry (", "MTI"), "Ministry of Trade and Industry");
  EXPECT_EQ(full_name("the Norvale Ludlow Capital Association (", "Nlca"), "Norvale Ludlow Capital Association");
}

TEST(NameOfAcronym, IsNothingWhereInitialsDiffer) {
  EXPECT_EQ(full_name("It left the Kestrel Board of Trade (", "KBX"), "");
  EXPECT_EQ(full_name("gross domestic product (", "GDP"), "");
}

TEST(IsContraction, HasTheLettersInOrder) {
  EXPECT_TRUE(is_contraction("Norvex", "Norvale Exports"));
  EXPECT_FALSE(is_contraction("Xnor", "Norvale Exports"));
  EXPECT_FALSE(is_contraction("Norvale", "Norvale"));
}

}  // namespace
}  // namespace attest

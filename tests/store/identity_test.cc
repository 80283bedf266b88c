#include "store/identity.h"

#include <gtest/gtest.h>

#include <set>

#include "base/sha256.h"

namespace attest {
namespace {

Mention figure(const char* value, const char* unit = "USD") {
  Mention mention;
  Figure content;
  content.quantity = Quantity::kMoney;
  content.value = content.low = content.high = Decimal::parse(value);
  content.unit = unit;
  mention.content = content;
  return mention;
}

TEST(Identity, IsTheContractThatOtherStoresCompareWith) {
  // Changing an id breaks every reference to it: these values may change with a new layout only.
  EXPECT_EQ(document_id("a.txt", sha256_hex("Exports rose.")), content_id("document\n" + sha256_hex("Exports rose.") + "\na.txt"));
  EXPECT_EQ(mention_id("0123456789abcdef", "figure", {3, 7}, "form"),
            "01234567" + content_id("mention\n0123456789abcdef\nfigure\n3\n7\nform").substr(0, 24));
}

TEST(Identity, DependsOnUriAndTextOfADocument) {
  const std::string text = sha256_hex("text");
  EXPECT_NE(document_id("a", text), document_id("b", text));
  EXPECT_NE(document_id("a", text), document_id("a", sha256_hex("other")));
}

TEST(Identity, DependsOnEveryPartOfAMention) {
  const std::set<std::string> ids = {mention_id("d", "figure", {3, 7}, "x"), mention_id("e", "figure", {3, 7}, "x"),
                                     mention_id("d", "date", {3, 7}, "x"),   mention_id("d", "figure", {4, 7}, "x"),
                                     mention_id("d", "figure", {3, 8}, "x"), mention_id("d", "figure", {3, 7}, "y")};
  EXPECT_EQ(ids.size(), 6U);
}

TEST(NormalForm, WritesAFigureOnOneLine) { EXPECT_EQ(normal_form(figure("43.80")), "money\t43.8\t43.8\t43.8\tUSD\texact\t\t"); }

TEST(NormalForm, IsTheSameForEqualDecimals) { EXPECT_EQ(normal_form(figure("43.80")), normal_form(figure("43.8"))); }

TEST(NormalForm, TellsValuesAndUnitsApart) {
  EXPECT_NE(normal_form(figure("43.8")), normal_form(figure("43.9")));
  EXPECT_NE(normal_form(figure("43.8")), normal_form(figure("43.8", "EUR")));
}

TEST(NormalForm, WritesADateOnOneLine) {
  Mention mention;
  mention.content = DateExpression{DateType::kDate, "2024-01-01", "2025-01-01", "2024", true, false};
  EXPECT_EQ(normal_form(mention), "date\t2024-01-01\t2025-01-01\t2024\trelative\t");
}

}  // namespace
}  // namespace attest

#include "record/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace attest {
namespace {

template <typename Enum, typename Inverse>
void expect_round_trip(Enum last, Inverse inverse) {
  std::set<std::string_view> seen;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    EXPECT_EQ(inverse(name_of(value)), value) << name_of(value);
    EXPECT_TRUE(seen.insert(name_of(value)).second) << "two enumerators are called " << name_of(value);
  }
}

TEST(Names, QuantitiesComeBackFromTheirNames) { expect_round_trip(Quantity::kOrdinal, quantity_named); }
TEST(Names, BoundsComeBackFromTheirNames) { expect_round_trip(Bound::kVague, bound_named); }
TEST(Names, DateTypesComeBackFromTheirNames) { expect_round_trip(DateType::kSet, date_type_named); }
TEST(Names, PublishedBasesComeBackFromTheirNames) { expect_round_trip(PublishedBasis::kNone, published_basis_named); }

TEST(Names, AreTheSpellingsOfTheOutputContract) {
  EXPECT_EQ(name_of(Quantity::kPercentagePoint), "percentage_point");
  EXPECT_EQ(name_of(Bound::kAtMost), "at_most");
  EXPECT_EQ(name_of(DateType::kDuration), "duration");
  EXPECT_EQ(name_of(BlockKind::kTableRow), "table_row");
  EXPECT_EQ(name_of(BlockKind::kFurniture), "furniture");
  EXPECT_EQ(name_of(PublishedBasis::kInferred), "inferred");
}

TEST(Names, OfOtherSpellingsNameNothing) {
  for (const std::string_view name : {"", "Money", "money ", "monies", "at most"}) {
    EXPECT_EQ(quantity_named(name), std::nullopt) << name;
    EXPECT_EQ(bound_named(name), std::nullopt) << name;
    EXPECT_EQ(date_type_named(name), std::nullopt) << name;
    EXPECT_EQ(published_basis_named(name), std::nullopt) << name;
  }
}

TEST(Names, KindOfAMentionFollowsItsContent) {
  Mention mention;
  mention.content = Figure{};
  EXPECT_EQ(kind_of(mention), "figure");
  mention.content = DateExpression{};
  EXPECT_EQ(kind_of(mention), "date");
}

}  // namespace
}  // namespace attest

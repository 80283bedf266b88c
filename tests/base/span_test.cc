#include "base/span.h"

#include <gtest/gtest.h>

namespace attest {
namespace {

TEST(Span, IsHalfOpen) {
  constexpr Span span{2, 5};
  EXPECT_EQ(span.size(), 3U);
  EXPECT_EQ(span.of("0123456789"), "234");
}

TEST(Span, IsEmptyWhereItEndsAtItsBegin) {
  EXPECT_TRUE((Span{4, 4}.empty()));
  EXPECT_FALSE((Span{4, 5}.empty()));
}

struct Pair {
  Span a;
  Span b;
  bool overlap;
  bool a_contains_b;
};

TEST(Span, OverlapAndContainment) {
  constexpr Pair kPairs[] = {
      {{0, 5}, {5, 9}, false, false},  // touching ends share nothing
      {{0, 5}, {4, 9}, true, false},  {{0, 9}, {3, 5}, true, true},   {{3, 5}, {0, 9}, true, false},
      {{3, 5}, {3, 5}, true, true},   {{0, 2}, {7, 9}, false, false}, {{0, 5}, {5, 5}, false, true},
  };
  for (const Pair& pair : kPairs) {
    EXPECT_EQ(pair.a.overlaps(pair.b), pair.overlap) << pair.a.begin << ".." << pair.b.begin;
    EXPECT_EQ(pair.b.overlaps(pair.a), pair.overlap) << "overlap is symmetric";
    EXPECT_EQ(pair.a.contains(pair.b), pair.a_contains_b) << pair.a.begin << ".." << pair.b.begin;
  }
}

TEST(Span, CoverHoldsBothAndNothingMore) {
  EXPECT_EQ(cover({2, 4}, {7, 9}), (Span{2, 9}));
  EXPECT_EQ(cover({7, 9}, {2, 4}), (Span{2, 9}));
  EXPECT_EQ(cover({1, 8}, {2, 4}), (Span{1, 8}));
}

TEST(Span, OrdersByBeginThenEnd) {
  EXPECT_LT((Span{1, 9}), (Span{2, 3}));
  EXPECT_LT((Span{1, 2}), (Span{1, 3}));
}

}  // namespace
}  // namespace attest

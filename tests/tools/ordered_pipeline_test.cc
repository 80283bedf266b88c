#include "ordered_pipeline.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <numeric>
#include <stdexcept>

namespace attest::command {
namespace {

class OrderedPipelineOf : public ::testing::TestWithParam<unsigned> {};

// Items take different times, so that workers finish out of order.
int slow_square(int item) {
  std::this_thread::sleep_for(std::chrono::microseconds((item * 7919) % 300));
  return item * item;
}

TEST_P(OrderedPipelineOf, DeliversInTheOrderOfSubmission) {
  std::vector<int> delivered;
  OrderedPipeline<int, int> pipeline(
      GetParam(), [](int item, unsigned) { return slow_square(item); },
      [&](int product) {
        delivered.push_back(product);
        return true;
      });
  std::vector<int> expected;
  for (int item = 0; item < 500; ++item) {
    EXPECT_TRUE(pipeline.submit(item));
    expected.push_back(item * item);
  }
  pipeline.finish();
  EXPECT_EQ(delivered, expected);
}

TEST_P(OrderedPipelineOf, KeepsFewItemsOnTheirWay) {
  std::atomic<int> submitted = 0;
  std::atomic<int> most = 0;
  int delivered = 0;
  OrderedPipeline<int, int> pipeline(
      GetParam(), [](int item, unsigned) { return slow_square(item); },
      [&](int) {
        most = std::max(most.load(), submitted.load() - delivered);
        ++delivered;
        return true;
      });
  for (int item = 0; item < 300; ++item) {
    pipeline.submit(item);
    ++submitted;
  }
  pipeline.finish();
  EXPECT_LE(most, static_cast<int>(4 * GetParam()) + 1);
}

TEST_P(OrderedPipelineOf, StopsWhenNothingMoreCanBeDelivered) {
  std::vector<int> delivered;
  OrderedPipeline<int, int> pipeline(
      GetParam(), [](int item, unsigned) { return slow_square(item); },
      [&](int product) {
        delivered.push_back(product);
        return delivered.size() < 3;
      });
  int taken = 0;
  while (taken < 100000 && pipeline.submit(taken)) ++taken;
  pipeline.finish();
  EXPECT_EQ(delivered, (std::vector<int>{0, 1, 4}));
  EXPECT_LT(taken, 100000);
}

TEST_P(OrderedPipelineOf, EachWorkerHasItsOwnNumber) {
  std::vector<std::atomic<int>> busy(GetParam());
  std::atomic<bool> clash = false;
  OrderedPipeline<int, int> pipeline(
      GetParam(),
      [&](int item, unsigned worker) {
        if (busy.at(worker)++ != 0) clash = true;
        const int product = slow_square(item);
        --busy.at(worker);
        return product;
      },
      [](int) { return true; });
  for (int item = 0; item < 200; ++item) pipeline.submit(item);
  pipeline.finish();
  EXPECT_FALSE(clash) << "two items at a time with the same worker's scratch memory";
}

INSTANTIATE_TEST_SUITE_P(Workers, OrderedPipelineOf, ::testing::Values(1U, 2U, 3U, 8U));

TEST(OrderedPipeline, FinishThrowsWhatAWorkerThrew) {
  OrderedPipeline<int, int> pipeline(
      3, [](int item, unsigned) { return item == 5 ? throw std::runtime_error("five") : item; }, [](int) { return true; });
  for (int item = 0; item < 20; ++item) pipeline.submit(item);
  EXPECT_THROW(pipeline.finish(), std::runtime_error);
}

}  // namespace
}  // namespace attest::command

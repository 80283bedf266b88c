// Readers and writers at the same time, each with a connection of its own.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "store/sample.h"
#include "store/verify.h"

namespace attest {
namespace {

TEST(Concurrency, AReaderSeesWholeBatchesOnly) {
  constexpr std::size_t kBatch = 5;
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  const auto documents = sample::corpus(100);
  Store writer = sample::open(path, OpenMode::kCreate);
  std::atomic<bool> done = false;
  std::atomic<int> looks = 0;
  std::thread reading([&] {
    const Store reader = sample::open(path, OpenMode::kReadOnly);
    while (!done || looks == 0) {
      const auto counts = sample::rows(reader,
                                       "SELECT count(*) % 5, (SELECT count(*) FROM mentions) - (SELECT count(*) FROM figures)"
                                       " - (SELECT count(*) FROM dates) FROM documents");
      EXPECT_THAT(counts, testing::ElementsAre("0|0"));
      ++looks;
    }
  });
  for (std::size_t at = 0; at < documents.size(); at += kBatch) {
    const auto begin = documents.begin() + static_cast<std::ptrdiff_t>(at);
    sample::add(writer, {begin, begin + kBatch});
  }
  done = true;
  reading.join();
  EXPECT_GT(looks, 0);
}

TEST(Concurrency, TwoWritersTakeTurns) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  (void)sample::open(path, OpenMode::kCreate);
  const auto documents = sample::corpus(60);
  const auto write = [&](std::size_t first) {
    Store store = sample::open(path, OpenMode::kReadWrite);
    for (std::size_t at = first; at < documents.size(); at += 2) sample::add(store, {documents[at]});
  };
  std::thread other(write, 1);
  write(0);
  other.join();
  const Store store = sample::open(path, OpenMode::kReadOnly);
  EXPECT_THAT(sample::rows(store, "SELECT count(*) FROM documents"), testing::ElementsAre("60"));
  EXPECT_TRUE(verify(store)->problems.empty());
}

TEST(Concurrency, ManyMayCreateTheSameStore) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      auto store = Store::open(path, OpenMode::kCreate);
      ASSERT_TRUE(store) << store.error().to_string();
      sample::add(*store, {sample::document("d" + std::to_string(i), "Sold 5")});
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(sample::rows(sample::open(path, OpenMode::kReadOnly), "SELECT count(*) FROM documents"), testing::ElementsAre("4"));
}

}  // namespace
}  // namespace attest

// A load that SIGKILL ends anywhere leaves a whole store, and the next run completes it to the rows of an undisturbed one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include "store/sample.h"
#include "store/verify.h"

namespace attest {
namespace {

constexpr std::size_t kDocuments = 240;
constexpr std::size_t kBatch = 8;
constexpr int kKills = 50;

enum class Load { kLive, kBulk };

void ingest(const std::string& path, const std::vector<ExtractedDocument>& documents, Load load) {
  Store store = sample::open(path, OpenMode::kCreate);
  if (load == Load::kBulk && !store.begin_bulk()) _exit(3);
  for (std::size_t at = 0; at < documents.size(); at += kBatch) {
    const auto begin = documents.begin() + static_cast<std::ptrdiff_t>(at);
    sample::add(store, {begin, begin + kBatch});
  }
  if (!store.finish_bulk() || !store.update_search()) _exit(3);
}

/// Ingests in a child process and kills it after `delay`. True where the kill came before the end.
bool ingest_and_kill(const std::string& path, const std::vector<ExtractedDocument>& documents, Load load, std::chrono::microseconds delay) {
  const pid_t child = fork();
  if (child == 0) {
    ingest(path, documents, load);
    _exit(0);
  }
  std::this_thread::sleep_for(delay);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

void remove_store(const std::string& path) {
  for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
}

void expect_whole(const std::string& path) {
  if (!std::filesystem::exists(path) || std::filesystem::file_size(path) == 0) return;  // killed before the first page
  const auto store = Store::open(path, OpenMode::kCreate);
  ASSERT_TRUE(store) << store.error().to_string();
  const auto report = verify(*store);
  ASSERT_TRUE(report) << report.error().to_string();
  for (const VerifyProblem& problem : report->problems) ADD_FAILURE() << problem.where << ": " << problem.what;
  EXPECT_EQ(report->documents % kBatch, 0U) << "part of a batch was stored";
}

class Killed : public testing::TestWithParam<Load> {};

TEST_P(Killed, LeavesAWholeStoreThatTheNextRunCompletes) {
  const sample::Folder folder;
  const auto documents = sample::corpus(kDocuments);
  const auto began = std::chrono::steady_clock::now();
  ingest(folder.file("undisturbed.db"), documents, GetParam());
  const auto whole_run = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
  const auto expected = sample::dump(sample::open(folder.file("undisturbed.db"), OpenMode::kReadOnly));
  ASSERT_GT(expected.size(), kDocuments);

  const std::string path = folder.file("killed.db");
  std::mt19937 random(20250617);
  int killed = 0;
  for (int round = 0; round < kKills / 2; ++round) {
    SCOPED_TRACE(round);
    remove_store(path);
    const auto delay = whole_run * (random() % 1000) / 1000;
    killed += ingest_and_kill(path, documents, GetParam(), delay) ? 1 : 0;
    expect_whole(path);
    killed += ingest_and_kill(path, documents, GetParam(), delay / 2) ? 1 : 0;  // the second run may be killed as well
    expect_whole(path);
    ingest(path, documents, GetParam());
    ASSERT_EQ(sample::dump(sample::open(path, OpenMode::kReadOnly)), expected);
  }
  EXPECT_GT(killed, kKills / 4) << "most kills must come before the end, or the test shows nothing";
}

INSTANTIATE_TEST_SUITE_P(Loads, Killed, testing::Values(Load::kLive, Load::kBulk),
                         [](const auto& one) { return one.param == Load::kLive ? "Live" : "Bulk"; });

}  // namespace
}  // namespace attest

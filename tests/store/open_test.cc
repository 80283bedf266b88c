// Which files open, how, and what is said of the others.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/migrations.h"
#include "store/sample.h"

namespace attest {
namespace {

using testing::HasSubstr;

class Open : public testing::Test {
 protected:
  Error error_of(OpenMode mode) { return Store::open(path_, mode).error(); }

  sample::Folder folder_;
  std::string path_ = folder_.file("facts.db");
};

TEST_F(Open, CreatesAStoreWhereThereIsNone) {
  const Store store = sample::open(path_, OpenMode::kCreate);
  EXPECT_THAT(sample::rows(store, "SELECT count(*) FROM documents"), testing::ElementsAre("0"));
}

TEST_F(Open, NeedsAFileUnlessItCreates) {
  EXPECT_EQ(error_of(OpenMode::kReadOnly).code, ErrorCode::kNotFound);
  EXPECT_EQ(error_of(OpenMode::kReadWrite).code, ErrorCode::kNotFound);
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(Open, RefusesAFolder) {
  path_ = std::filesystem::path(path_).parent_path().string();
  EXPECT_EQ(error_of(OpenMode::kCreate).code, ErrorCode::kUnreadable);
}

TEST_F(Open, RefusesAFolderThatIsNotThere) {
  path_ = folder_.file("no/such/folder.db");
  EXPECT_EQ(error_of(OpenMode::kCreate).code, ErrorCode::kUnreadable);
}

TEST_F(Open, RefusesAFileThatIsNoDatabase) {
  std::ofstream(path_)
      << "This is an article and no store, and it is longer than the header of a SQLite file, which has a hundred bytes.\n";
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    EXPECT_THAT(error_of(mode).what, HasSubstr("not an attest store"));
  }
}

TEST_F(Open, RefusesAnotherProgramsDatabaseAndLeavesItAlone) {
  { SQLite::Database(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE mention (a)"); }
  const auto size = std::filesystem::file_size(path_);
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    EXPECT_THAT(error_of(mode).what, HasSubstr("not an attest store"));
  }
  EXPECT_EQ(std::filesystem::file_size(path_), size);
  EXPECT_EQ(SQLite::Database(path_).execAndGet("PRAGMA journal_mode").getString(), "delete");
}

TEST_F(Open, RefusesAnEmptyFileUnlessItCreates) {
  std::ofstream(path_).flush();
  EXPECT_THAT(error_of(OpenMode::kReadOnly).what, HasSubstr("empty"));
  EXPECT_THAT(error_of(OpenMode::kReadWrite).what, HasSubstr("empty"));
  EXPECT_TRUE(Store::open(path_, OpenMode::kCreate));
}

TEST_F(Open, RefusesAStoreOfANewerProgram) {
  (void)sample::open(path_, OpenMode::kCreate);
  SQLite::Database(path_, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
    EXPECT_THAT(error_of(mode).what, HasSubstr("newer attest: layout 99"));
  }
}

TEST_F(Open, UpgradesAnOlderStoreForWritingOnly) {
  SQLite::Database(path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  EXPECT_THAT(error_of(OpenMode::kReadOnly).what, HasSubstr("older attest"));
  ASSERT_TRUE(Store::open(path_, OpenMode::kReadWrite));
  EXPECT_TRUE(Store::open(path_, OpenMode::kReadOnly));
}

TEST_F(Open, GivesNoMeaningToOddNames) {
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(std::filesystem::path(path_).parent_path());
  for (const char* name : {":memory:", "file:facts.db?mode=memory"}) {
    EXPECT_TRUE(Store::open(name, OpenMode::kCreate)) << name;
    EXPECT_TRUE(std::filesystem::exists(name)) << name;
  }
  std::filesystem::current_path(before);
}

TEST_F(Open, TakesAStoreThatIsOpenAlready) {
  Store first = sample::open(path_, OpenMode::kCreate);
  Store second = sample::open(path_, OpenMode::kCreate);
  sample::add(first, {sample::document("a", "Sold 5")});
  sample::add(second, {sample::document("b", "Sold 6")});
  EXPECT_EQ(sample::rows(first, "SELECT uri FROM documents").size(), 2U);
}

TEST_F(Open, KeepsAMovedStoreUsable) {
  Store first = sample::open(path_, OpenMode::kCreate);
  sample::add(first, {sample::document("a", "Sold 5")});
  Store moved = std::move(first);
  EXPECT_EQ(sample::add(moved, {sample::document("b", "Sold 6")})[0].outcome, AddOutcome::kAdded);
}

}  // namespace
}  // namespace attest

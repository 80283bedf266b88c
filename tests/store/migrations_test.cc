#include "store/migrations.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>

#include "store/sample.h"

namespace attest {
namespace {

constexpr std::array<Migration, 4> kSteps = {{
    {0, 3, "CREATE TABLE fact (id INTEGER PRIMARY KEY, quote TEXT, unit TEXT)"},
    {0, 1, "CREATE TABLE fact (id INTEGER PRIMARY KEY, quote TEXT)"},
    {1, 2, "ALTER TABLE fact ADD COLUMN unit TEXT"},
    {2, 3, "UPDATE fact SET unit = 'USD' WHERE quote LIKE '$%'"},
}};

class Migrations : public testing::Test {
 protected:
  int layout() { return database_.execAndGet("PRAGMA user_version").getInt(); }
  SQLite::Database database_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(Migrations, LeadAnOldStoreThroughEveryStep) {
  ASSERT_TRUE(migrate(database_, kSteps, 1));
  database_.exec("INSERT INTO fact VALUES (1, '$5')");
  ASSERT_TRUE(migrate(database_, kSteps, 3));
  EXPECT_EQ(layout(), 3);
  EXPECT_EQ(database_.execAndGet("SELECT unit FROM fact").getString(), "USD");
}

TEST_F(Migrations, TakeTheLongestStep) {
  ASSERT_TRUE(migrate(database_, kSteps, 3));
  database_.exec("INSERT INTO fact VALUES (1, '$5', NULL)");
  EXPECT_EQ(layout(), 3);
}

TEST_F(Migrations, MarkTheFile) {
  ASSERT_TRUE(migrate(database_, kSteps, 1));
  EXPECT_EQ(database_.execAndGet("PRAGMA application_id").getInt(), kApplicationId);
}

TEST_F(Migrations, DoNothingAtTheTarget) {
  ASSERT_TRUE(migrate(database_, kSteps, 3));
  EXPECT_TRUE(migrate(database_, {}, 3));
}

TEST_F(Migrations, SayWhenAStepIsMissing) {
  const Status done = migrate(database_, std::span(kSteps).subspan(2), 3);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what, testing::HasSubstr("from layout 0 to 3"));
}

TEST_F(Migrations, RollAFailedStepBack) {
  constexpr std::array<Migration, 2> steps = {{{0, 1, "CREATE TABLE a (x)"}, {1, 2, "CREATE TABLE b (x); CREATE TABLE a (x)"}}};
  const Status done = migrate(database_, steps, 2);
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().what, testing::HasSubstr("table a already exists"));
  EXPECT_EQ(layout(), 1);
  EXPECT_FALSE(database_.tableExists("b"));
}

TEST_F(Migrations, RefuseAStepThatOrphansRows) {
  constexpr std::array<Migration, 2> steps = {{
      {0, 1, "CREATE TABLE a (x INTEGER PRIMARY KEY); CREATE TABLE b (x REFERENCES a); INSERT INTO a VALUES (1); INSERT INTO b VALUES (1)"},
      {1, 2, "DELETE FROM a"},
  }};
  const Status done = migrate(database_, steps, 2);
  ASSERT_FALSE(done);
  EXPECT_EQ(layout(), 1);
  EXPECT_EQ(database_.execAndGet("SELECT count(*) FROM a").getInt(), 1);
}

TEST_F(Migrations, LeaveForeignKeysOn) {
  ASSERT_TRUE(migrate(database_, kSteps, 3));
  EXPECT_EQ(database_.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST(KnownMigrations, UpgradeEveryOlderLayout) {
  for (int layout = 0; layout < kLayoutVersion; ++layout) {
    EXPECT_THAT(migrations(), testing::Contains(testing::Field(&Migration::from, layout))) << layout;
  }
}

/// An empty store of an older layout.
void make_store(const std::string& path, int layout) {
  std::ifstream file(ATTEST_SOURCE_DIR "/tests/store/layouts/" + std::to_string(layout) + ".sql");
  const std::string sql{std::istreambuf_iterator<char>(file), {}};
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  const std::array<Migration, 1> step = {{{0, layout, sql}}};
  ASSERT_TRUE(migrate(database, step, layout));
}

std::vector<std::string> objects_of(const std::string& path) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  SQLite::Statement row(database, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1");
  std::vector<std::string> objects;
  while (row.executeStep()) objects.push_back(row.getColumn(0).getString());
  return objects;
}

TEST(KnownMigrations, MakeTheSameLayoutAsANewStoreHas) {
  const sample::Folder folder;
  const std::string fresh = folder.file("new.db");
  { Store store = sample::open(fresh, OpenMode::kCreate); }
  for (int layout = 1; layout < kLayoutVersion; ++layout) {
    const std::string old = folder.file("old-" + std::to_string(layout) + ".db");
    make_store(old, layout);
    ASSERT_NE(objects_of(old), objects_of(fresh));
    { Store store = sample::open(old, OpenMode::kReadWrite); }
    EXPECT_EQ(objects_of(old), objects_of(fresh));
  }
}

TEST(KnownMigrations, KeepTheRowsOfAnOldStore) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  make_store(path, 1);
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("INSERT INTO extractor VALUES (77, '0.0.9', 'rules-0', 0)");
  Store store = sample::open(path, OpenMode::kReadWrite);
  EXPECT_EQ(SQLite::Database(path).execAndGet("SELECT count(*) FROM extractor WHERE extractor_key = 77").getInt(), 1);
  EXPECT_EQ(sample::add(store, {sample::document("a", "A pact of Seaport in 2024")})[0].outcome, AddOutcome::kAdded);
  EXPECT_THAT(sample::rows(store, "SELECT quote FROM agreements"), testing::ElementsAre("pact"));
}

TEST(KnownMigrations, WorkOutTheColumnsOfFactsThatWereStoredWithout) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  make_store(path, 2);
  SQLite::Database(path, SQLite::OPEN_READWRITE)
      .exec(
          "INSERT INTO extractor VALUES (1, '0.0.9', 'rules-0', 0);"
          "INSERT INTO document VALUES (1, printf('%032x', 1), 'a', 1, 1, NULL, NULL, NULL, NULL, 'none', NULL, NULL, 'text/plain',"
          " printf('%064x', 1), 19, 1, '2025-06-17T08:00:00Z', 'Grain.' || char(10) || 'The port: 5');"
          "INSERT INTO mention VALUES (1, 0, printf('%032x', 2), 'figure', 17, 18, 17, 18, 7, 18, '5', 'r');"
          "INSERT INTO figure VALUES (1, 0, 'count', 5, '5', 0, '0', NULL, 'exact', NULL, 1, NULL, NULL, NULL, NULL);"
          "INSERT INTO fact VALUES (1, 0, printf('%032x', 3), 0, 2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'none', 'actual', NULL, NULL,"
          " NULL, NULL, NULL, NULL, 'article', NULL, 'r')");
  const Store store = sample::open(path, OpenMode::kReadWrite);
  EXPECT_THAT(sample::rows(store, "SELECT place FROM facts"), testing::ElementsAre("line 2, column 11"));
}

TEST(KnownMigrations, UpgradeAMarkedFileToAWorkingStore) {
  const sample::Folder folder;
  const std::string path = folder.file("facts.db");
  SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  Store store = sample::open(path, OpenMode::kReadWrite);
  EXPECT_EQ(sample::add(store, {sample::document("a", "Sold 5")})[0].outcome, AddOutcome::kAdded);
}

}  // namespace
}  // namespace attest

#include "store/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/connection.h"
#include "store/sample.h"

namespace attest {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

QuerySink nowhere() {
  QuerySink sink;
  sink.row = [](std::span<const QueryValue>) { return true; };
  return sink;
}

class Query : public testing::Test {
 protected:
  void SetUp() override { sample::add(store_, {sample::document("a", "Sold 15 ships for $70 in 2024")}); }
  Error error_of(std::string_view sql, const QueryOptions& options = {}) { return run_query(reader_, sql, options, nowhere()).error(); }

  sample::Folder folder_;
  Store store_ = sample::open(folder_.file("facts.db"), OpenMode::kCreate);
  Store reader_ = sample::open(folder_.file("facts.db"), OpenMode::kReadOnly);
};

TEST_F(Query, GivesRowsWithTheirTypes) {
  std::vector<QueryValue> values;
  QuerySink sink;
  sink.row = [&](std::span<const QueryValue> row) {
    EXPECT_EQ(std::get<std::int64_t>(row[0]), 1);
    EXPECT_EQ(std::get<double>(row[1]), 0.5);
    EXPECT_EQ(std::get<std::string_view>(row[2]), "x");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(row[3]));
    EXPECT_EQ(std::get<std::span<const std::byte>>(row[4]).size(), 2U);
    return true;
  };
  const auto summary = run_query(reader_, "SELECT 1, 0.5, 'x', NULL, x'00ff'", {}, sink);
  ASSERT_TRUE(summary) << summary.error().to_string();
  EXPECT_EQ(summary->rows, 1U);
}

TEST_F(Query, AnnouncesColumnsOfAnEmptyResult) {
  std::vector<QueryColumn> columns;
  QuerySink sink = nowhere();
  sink.columns = [&](std::span<const QueryColumn> all) { columns.assign(all.begin(), all.end()); };
  ASSERT_TRUE(run_query(reader_, "SELECT quote, value, char_start, 1 + 1 AS two FROM figures WHERE 0", {}, sink));
  ASSERT_EQ(columns.size(), 4U);
  EXPECT_EQ(columns[0].name, "quote");
  EXPECT_EQ(columns[3].name, "two");
  EXPECT_EQ(columns[0].declared, ColumnType::kText);
  EXPECT_EQ(columns[1].declared, ColumnType::kReal);
  EXPECT_EQ(columns[2].declared, ColumnType::kInteger);
  EXPECT_EQ(columns[3].declared, ColumnType::kNone);
}

TEST_F(Query, StopsWhenTheSinkHasEnough) {
  QuerySink sink;
  sink.row = [](std::span<const QueryValue>) { return false; };
  EXPECT_EQ(run_query(reader_, "SELECT * FROM figures", {}, sink)->rows, 1U);
}

TEST_F(Query, BindsNamedParameters) {
  QueryOptions options;
  options.parameters = {{"least", "20"}, {"unit", "USD"}};
  EXPECT_EQ(run_query(reader_, "SELECT quote FROM figures WHERE value >= :least AND unit = :unit", options, nowhere())->rows, 1U);
}

TEST_F(Query, BindsOnlyPlainNumbersAsNumbers) {
  QueryOptions options;
  options.parameters = {{"a", "7"}, {"b", "-7.5"}, {"c", "007"}, {"d", "1e3"}, {"e", "seven"}, {"f", ""}};
  std::vector<std::string> types;
  QuerySink sink;
  sink.row = [&](std::span<const QueryValue> row) {
    for (const auto& value : row) types.emplace_back(std::get<std::string_view>(value));
    return true;
  };
  ASSERT_TRUE(run_query(reader_, "SELECT typeof(:a), typeof(:b), typeof(:c), typeof(:d), typeof(:e), typeof(:f)", options, sink));
  EXPECT_THAT(types, ElementsAre("integer", "real", "text", "text", "text", "text"));
}

TEST_F(Query, NamesAParameterWithoutValue) { EXPECT_THAT(error_of("SELECT :unit").what, HasSubstr(":unit")); }

TEST_F(Query, AllowsCommentsAndASemicolonAtTheEnd) {
  EXPECT_EQ(sample::rows(reader_, "-- how many\nSELECT count(*) FROM figures; -- that is all\n"), std::vector<std::string>{"2"});
}

TEST_F(Query, RefusesASecondStatement) {
  const Error error = error_of("SELECT 1;\nSELECT 2");
  EXPECT_EQ(error.code, ErrorCode::kUsage);
  EXPECT_THAT(error.what, HasSubstr("more than one"));
}

TEST_F(Query, RefusesAnEmptyStatement) { EXPECT_EQ(error_of("  -- nothing\n").code, ErrorCode::kUsage); }

TEST_F(Query, PointsAtAMistakeInTheSql) {
  const Error error = error_of("SELECT quote\nFROM figures WHERE valu > 1");
  EXPECT_EQ(error.code, ErrorCode::kUsage);
  EXPECT_EQ(error.where, "line 2, column 20");
  EXPECT_THAT(error.what, HasSubstr("valu"));
}

TEST_F(Query, NamesTheViewsWhenATableIsNotThere) { EXPECT_THAT(error_of("SELECT * FROM figuers").hint, HasSubstr("figures")); }

TEST_F(Query, GivesUpAtItsDeadline) {
  QueryOptions options;
  options.deadline = std::chrono::milliseconds(20);
  const Error error = error_of("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", options);
  EXPECT_EQ(error.code, ErrorCode::kInterrupted);
}

TEST_F(Query, WorksAgainAfterADeadlinePassed) {
  QueryOptions options;
  options.deadline = std::chrono::milliseconds(1);
  (void)run_query(reader_, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n", options, nowhere());
  EXPECT_EQ(sample::rows(reader_, "SELECT count(*) FROM figures"), std::vector<std::string>{"2"});
}

TEST_F(Query, ReadsWhatDescribesTheStore) {
  for (const char* sql :
       {"PRAGMA user_version", "PRAGMA table_info(document)", "SELECT name FROM pragma_table_info('figures')",
        "EXPLAIN QUERY PLAN SELECT * FROM figures", "SELECT sql FROM sqlite_schema", "SELECT sqrt(2), date('2024-01-01')"}) {
    EXPECT_TRUE(run_query(reader_, sql, {}, nowhere())) << sql;
  }
}

/// Each in a store open for reading, and in one open for writing: the guard of run_query must hold alone.
class WriteAttempt : public Query, public testing::WithParamInterface<const char*> {};

TEST_P(WriteAttempt, FailsAndChangesNothing) {
  const auto before = sample::dump(store_);
  for (const Store* store : {&reader_, &store_}) {
    const auto done = run_query(*store, GetParam(), {}, nowhere());
    ASSERT_FALSE(done) << GetParam();
    EXPECT_EQ(done.error().code, ErrorCode::kStore) << done.error().to_string();
    EXPECT_THAT(done.error().what, HasSubstr("only reads"));
  }
  EXPECT_EQ(sample::dump(store_), before);
}

INSTANTIATE_TEST_SUITE_P(Statements, WriteAttempt,
                         testing::Values("INSERT INTO search_pending VALUES (7)", "UPDATE document SET title = 'x'", "DELETE FROM mention",
                                         "WITH x AS (SELECT 1) DELETE FROM mention",
                                         "INSERT INTO document_search(document_search) VALUES ('rebuild')", "DROP TABLE mention",
                                         "DROP VIEW figures", "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)", "CREATE VIEW v AS SELECT 1",
                                         "CREATE TRIGGER t AFTER INSERT ON mention BEGIN SELECT 1; END", "ALTER TABLE mention RENAME TO m",
                                         "ATTACH ':memory:' AS other", "DETACH main", "VACUUM", "VACUUM INTO '/tmp/copy-of-store.db'",
                                         "REINDEX", "ANALYZE", "BEGIN", "SAVEPOINT s", "PRAGMA writable_schema = 1",
                                         "PRAGMA user_version = 7", "PRAGMA application_id = 7", "PRAGMA query_only = OFF",
                                         "PRAGMA journal_mode = DELETE", "PRAGMA foreign_keys = OFF", "PRAGMA wal_checkpoint(TRUNCATE)",
                                         "SELECT load_extension('x')", "EXPLAIN DELETE FROM mention"));

TEST_F(Query, TheCatalogueIsNoTableToWriteTo) {
  for (const char* sql : {"UPDATE sqlite_master SET sql = ''", "UPDATE sqlite_schema SET sql = ''", "DELETE FROM sqlite_master"}) {
    EXPECT_FALSE(run_query(store_, sql, {}, nowhere())) << sql;
  }
}

TEST_F(Query, AStoreOpenForReadingIsReadOnlyForSqliteToo) {
  sqlite3* database = reader_.connection().database.getHandle();
  EXPECT_EQ(sqlite3_db_readonly(database, "main"), 1);
  EXPECT_EQ(sqlite3_exec(database, "UPDATE document SET title = 'x'", nullptr, nullptr, nullptr), SQLITE_READONLY);
  EXPECT_EQ(sqlite3_exec(database, "PRAGMA query_only = OFF; UPDATE document SET title = 'x'", nullptr, nullptr, nullptr), SQLITE_READONLY);
}

}  // namespace
}  // namespace attest

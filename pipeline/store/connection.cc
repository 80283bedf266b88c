#include "store/connection.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <chrono>
#include <filesystem>
#include <thread>
#include <utility>

#include "store/migrations.h"
#include "store/sql_error.h"

namespace attest {
namespace {

constexpr int kBusyTimeoutMilliseconds = 10'000;

/// SQLite gives ":memory:", "" and "file:..." a meaning of their own; a user's path is only ever a path.
std::string as_plain_path(const std::string& path) {
  const bool special = path.empty() || path.front() == ':' || path.starts_with("file:");
  return special ? "./" + path : path;
}

Status check_path(const std::string& path, OpenMode mode) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (std::filesystem::is_directory(status)) return Error{ErrorCode::kUnreadable, "is a folder, not a store", path, {}};
  if (mode != OpenMode::kCreate && !std::filesystem::exists(status)) {
    return Error{ErrorCode::kNotFound, "no such store", path, "`attest ingest` makes one"};
  }
  return {};
}

int open_flags(OpenMode mode) {
  switch (mode) {
    case OpenMode::kReadOnly:
      return SQLite::OPEN_READONLY;
    case OpenMode::kReadWrite:
      return SQLite::OPEN_READWRITE;
    case OpenMode::kCreate:
      return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
  }
  return SQLite::OPEN_READONLY;
}

bool is_blank(SQLite::Database& database) { return database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0; }

/// Layout of the store; an error for other files and newer stores. 0 for a file that is empty or just marked.
Result<int> identify(SQLite::Database& database, const std::string& path, OpenMode mode) {
  const SQLite::Transaction snapshot(database);  // another program may be creating the store between two of these questions
  const int application = database.execAndGet("PRAGMA application_id").getInt();
  const int layout = database.execAndGet("PRAGMA user_version").getInt();
  if (application == 0 && layout == 0 && is_blank(database)) {
    if (mode == OpenMode::kCreate) return 0;
    return Error{ErrorCode::kStore, "is empty, not an attest store", path, "`attest ingest` makes one"};
  }
  if (application != kApplicationId) return Error{ErrorCode::kStore, "not an attest store (another program's SQLite file)", path, {}};
  if (layout > kLayoutVersion) {
    return Error{
        ErrorCode::kStore,
        "was written by a newer attest: layout " + std::to_string(layout) + ", this program knows " + std::to_string(kLayoutVersion), path,
        "use that version of attest"};
  }
  return layout;
}

/// Programs that create one store at once may each wait for the other here, in which case SQLite gives one of them up without waiting
/// (its manual, sqlite3_busy_handler): that one tries again.
void change_to_write_ahead_log(SQLite::Database& database) {
  constexpr std::chrono::milliseconds kPause{2};
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyTimeoutMilliseconds);
  for (;;) {
    const int code = database.tryExec("PRAGMA journal_mode = WAL");
    if (code == SQLITE_OK) return;
    if (code != SQLITE_BUSY || std::chrono::steady_clock::now() > deadline) throw SQLite::Exception(database.getHandle(), code);
    std::this_thread::sleep_for(kPause);
  }
}

/// With pages of 8 KiB instead of the default 4 a load takes a tenth less time and the file an eighth less space; 16 KiB
/// gain no more time.
void set_up_for_writing(SQLite::Database& database) {
  database.exec("PRAGMA page_size = 8192");           // of a new file only
  change_to_write_ahead_log(database);                // readers go on while one writes
  database.exec("PRAGMA synchronous = NORMAL");       // with WAL: no damage on power loss, at most the last batches are gone
  database.exec("PRAGMA cache_size = -65536");        // 64 MiB: bounds memory, keeps the index of ids near
  database.exec("PRAGMA wal_autocheckpoint = 4096");  // pages: 32 MiB
}

Status prepare(SQLite::Database& database, const std::string& path, OpenMode mode) {
  const Result<int> layout = identify(database, path, mode);
  if (!layout) return layout.error();
  if (mode == OpenMode::kReadOnly) {
    if (*layout != kLayoutVersion) {
      return Error{ErrorCode::kStore, "was written by an older attest and has to be upgraded first", path,
                   "open it once for writing: `attest ingest` does"};
    }
    database.exec("PRAGMA query_only = ON");
    return {};
  }
  set_up_for_writing(database);
  if (Status done = migrate(database, migrations(), kLayoutVersion); !done) {
    Error error = done.error();
    error.where = path;
    return error;
  }
  build_missing_indexes(database);
  return {};
}

}  // namespace

Result<std::unique_ptr<Store::Connection>> open_connection(const std::string& path, OpenMode mode) {
  if (Status fit = check_path(path, mode); !fit) return fit.error();
  return guarded(path, [&]() -> Result<std::unique_ptr<Store::Connection>> {
    std::unique_ptr<Store::Connection> connection(new Store::Connection{
        path, mode, SQLite::Database(as_plain_path(path), open_flags(mode) | SQLite::OPEN_NOMUTEX, kBusyTimeoutMilliseconds), nullptr});
    if (Status ready = prepare(connection->database, path, mode); !ready) return ready.error();
    return connection;
  });
}

void build_missing_indexes(SQLite::Database& database) {
  database.exec("CREATE UNIQUE INDEX IF NOT EXISTS mention_by_id ON mention (mention_id)");
  database.exec("CREATE UNIQUE INDEX IF NOT EXISTS fact_by_id ON fact (fact_id)");
  database.exec("CREATE INDEX IF NOT EXISTS text_hash_by_hash ON text_hash (hash)");
}

}  // namespace attest

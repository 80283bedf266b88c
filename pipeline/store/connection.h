// What a Store holds: the database and what is kept between batches. For the files of this folder only.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <string>

#include "base/result.h"
#include "store/batch_writer.h"
#include "store/store.h"

namespace attest {

struct Store::Connection {
  std::string path;  // as the user wrote it, for messages
  OpenMode mode = OpenMode::kReadOnly;
  SQLite::Database database;
  std::unique_ptr<BatchWriter> writer;  // made with the first batch; its statements must go before the database
};

/// Opens, identifies, creates or upgrades the file. Errors as Store::open.
[[nodiscard]] Result<std::unique_ptr<Store::Connection>> open_connection(const std::string& path, OpenMode mode);

/// Builds the indexes that a bulk load put off; nothing where they are there. Throws SQLite::Exception.
void build_missing_indexes(SQLite::Database& database);

}  // namespace attest

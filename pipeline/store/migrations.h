// Bringing an older store up to this program's layout, in numbered steps, each one transaction.
#pragma once

#include <SQLiteCpp/Database.h>

#include <span>
#include <string_view>

#include "base/result.h"

namespace attest {

/// The layout that this program reads and writes: PRAGMA user_version of its stores.
inline constexpr int kLayoutVersion = 4;

/// PRAGMA application_id of every store: "ATST".
inline constexpr int kApplicationId = 0x41545354;

/// SQL that turns a store of layout `from` into one of layout `to`. Layout 0 is a marked file without tables.
struct Migration {
  int from = 0;
  int to = 0;
  std::string_view sql;
};

/// The steps that this program knows. A new layout changes schema.sql, and adds layouts/N_to_M.sql from the layout before it.
/// Such a file drops the views of layout N; those of views.sql are made behind it.
[[nodiscard]] std::span<const Migration> migrations();

/// Applies steps until the layout is `target`: from each layout the step that goes furthest without passing it. A step
/// that fails, or leaves a foreign key dangling, is rolled back, and the store stays at the layout before it. Errors: kStore
/// (a step is missing or failed). Throws SQLite::Exception where the database cannot be read.
[[nodiscard]] Status migrate(SQLite::Database& database, std::span<const Migration> steps, int target);

}  // namespace attest

// Read-only SQL over a store, row by row.
//
//   QueryOptions options{.parameters = {{"unit", "USD"}}};
//   auto summary = run_query(store, "SELECT quote, value FROM figures WHERE unit = :unit", options, {
//       .columns = [&](std::span<const QueryColumn> columns) { ... },
//       .row = [&](std::span<const QueryValue> values) { ...; return true; }});
//
// Read-only for real, whatever mode the store is open in: an authoriser refuses every statement but reading ones while
// it is compiled, and a store opened with kReadOnly is read-only for SQLite, too.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "store/store.h"

namespace attest {

/// The type of a result column where it is a plain column of a table or view; SQL gives expressions none.
enum class ColumnType { kNone, kInteger, kReal, kText, kBlob };

struct QueryColumn {
  std::string name;
  ColumnType declared = ColumnType::kNone;
};

/// One value; text and bytes live until the row callback returns. std::monostate is NULL.
using QueryValue = std::variant<std::monostate, std::int64_t, double, std::string_view, std::span<const std::byte>>;

struct QueryOptions {
  /// Values of named parameters, without their colon ("unit" for `:unit`). A value that is a whole or decimal number is
  /// bound as such, so that comparison with numbers works. Every parameter of the statement needs a value.
  std::map<std::string, std::string, std::less<>> parameters;
  std::optional<std::chrono::milliseconds> deadline;  ///< Gives up with kInterrupted after this time.
};

struct QuerySink {
  std::function<void(std::span<const QueryColumn>)> columns;  ///< Once, before the first row; also for empty results.
  std::function<bool(std::span<const QueryValue>)> row;       ///< Returning false ends the query without an error.
};

struct QuerySummary {
  std::uint64_t rows = 0;
};

/// Runs one statement. Errors: kUsage (bad SQL, with line, column and what to try; more than one statement; a parameter
/// without value), kStore (not a reading statement; damage), kInterrupted (deadline).
[[nodiscard]] Result<QuerySummary> run_query(const Store& store, std::string_view sql, const QueryOptions& options, const QuerySink& sink);

}  // namespace attest

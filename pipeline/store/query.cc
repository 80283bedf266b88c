#include "store/query.h"

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

#include "store/authorizer.h"
#include "store/connection.h"
#include "store/sql_error.h"

namespace attest {
namespace {

using Clock = std::chrono::steady_clock;

struct Finalizer {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalizer>;

/// Makes SQLite give up after a point of time.
class Deadline {
 public:
  Deadline(sqlite3* database, std::optional<std::chrono::milliseconds> limit) : database_(database) {
    if (!limit) return;
    end_ = Clock::now() + *limit;
    constexpr int kInstructionsBetweenLooks = 1000;  // about 10 microseconds
    sqlite3_progress_handler(database_, kInstructionsBetweenLooks, has_passed, &end_);
  }
  ~Deadline() { sqlite3_progress_handler(database_, 0, nullptr, nullptr); }
  Deadline(const Deadline&) = delete;
  Deadline& operator=(const Deadline&) = delete;

 private:
  static int has_passed(void* end) { return Clock::now() >= *static_cast<Clock::time_point*>(end) ? 1 : 0; }

  sqlite3* database_;
  Clock::time_point end_;
};

/// "line 2, column 7" of a byte of the SQL text.
std::string place_in(std::string_view sql, std::size_t offset) {
  const std::string_view before = sql.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(offset - line_start + 1);
}

std::string hint_for(std::string_view message) {
  if (message.starts_with("no such table")) {
    return "the views are documents, mentions, figures, dates, sentences, derivations, document_matches and sentence_matches";
  }
  if (message.starts_with("no such column")) return "SELECT name FROM pragma_table_info('figures') lists the columns of figures";
  return {};
}

class Query {
 public:
  Query(const Store& store, std::string_view sql)
      : path_(store.connection().path), database_(store.connection().database.getHandle()), sql_(sql), authorizer_(database_) {}

  Result<QuerySummary> run(const QueryOptions& options, const QuerySink& sink) {
    if (Status prepared = prepare(); !prepared) return prepared.error();
    if (Status bound = bind(options.parameters); !bound) return bound.error();
    const Deadline deadline(database_, options.deadline);
    announce_columns(sink);
    return step_through(sink);
  }

 private:
  Status prepare() {
    const char* rest = nullptr;
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(database_, sql_.data(), static_cast<int>(sql_.size()), &statement, &rest);
    statement_.reset(statement);
    if (!authorizer_.refused().empty()) return refusal(authorizer_.refused());
    if (code != SQLITE_OK) return sql_error(code);
    if (statement == nullptr) return Error{ErrorCode::kUsage, "no SQL statement", {}, "try SELECT * FROM figures"};
    if (sqlite3_stmt_readonly(statement) == 0) return refusal("this statement");
    return check_rest(static_cast<std::size_t>(rest - sql_.data()));
  }

  /// Behind the statement only white space and comments may stand: SQLite compiles them to nothing.
  Status check_rest(std::size_t offset) const {
    sqlite3_stmt* second = nullptr;
    const std::string_view rest = sql_.substr(offset);
    const int code = sqlite3_prepare_v2(database_, rest.data(), static_cast<int>(rest.size()), &second, nullptr);
    const StatementHandle owner(second);
    if (code == SQLITE_OK && second == nullptr) return {};
    return Error{ErrorCode::kUsage, "more than one SQL statement", place_in(sql_, offset), "run them one after the other"};
  }

  Error refusal(const std::string& what) const {
    return {ErrorCode::kStore, "a query only reads the store, and " + what + " is not allowed", {}, {}};
  }

  Error sql_error(int code) const {
    const std::string message = sqlite3_errmsg(database_);
    if ((code & 0xFF) != SQLITE_ERROR) return store_error(code, message, path_);
    const int offset = sqlite3_error_offset(database_);
    return {ErrorCode::kUsage, message, offset < 0 ? "SQL" : place_in(sql_, static_cast<std::size_t>(offset)), hint_for(message)};
  }

  Status bind(const std::map<std::string, std::string, std::less<>>& parameters) {
    const int count = sqlite3_bind_parameter_count(statement_.get());
    for (int index = 1; index <= count; ++index) {
      const char* name = sqlite3_bind_parameter_name(statement_.get(), index);
      if (name == nullptr) return Error{ErrorCode::kUsage, "the statement has a parameter without a name", {}, "write :name instead of ?"};
      const auto found = parameters.find(std::string_view(name + 1));
      if (found == parameters.end()) return Error{ErrorCode::kUsage, "the parameter " + std::string(name) + " has no value", {}, {}};
      bind_value(index, found->second);
    }
    return {};
  }

  /// Only numbers in SQLite's own spelling are bound as numbers, so that "007" and "1e3" stay texts.
  void bind_value(int index, const std::string& value) {
    const char* end = value.data() + value.size();
    std::int64_t integer = 0;
    const auto whole = std::from_chars(value.data(), end, integer);
    if (whole.ec == std::errc{} && whole.ptr == end && std::to_string(integer) == value) {
      sqlite3_bind_int64(statement_.get(), index, integer);
      return;
    }
    double real = 0;
    const bool plain = value.find_first_not_of("-.0123456789") == std::string::npos;
    const auto decimal = std::from_chars(value.data(), end, real, std::chars_format::fixed);
    if (plain && whole.ec == std::errc{} && decimal.ec == std::errc{} && decimal.ptr == end && value.find('.') != std::string::npos) {
      sqlite3_bind_double(statement_.get(), index, real);
      return;
    }
    sqlite3_bind_text(statement_.get(), index, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
  }

  void announce_columns(const QuerySink& sink) {
    const int count = sqlite3_column_count(statement_.get());
    std::vector<QueryColumn> columns;
    columns.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) columns.push_back({sqlite3_column_name(statement_.get(), i), declared_type(i)});
    values_.resize(columns.size());
    if (sink.columns) sink.columns(columns);
  }

  ColumnType declared_type(int column) const {
    const char* declared = sqlite3_column_decltype(statement_.get(), column);
    const std::string_view name = declared == nullptr ? std::string_view() : declared;
    if (name == "INTEGER") return ColumnType::kInteger;
    if (name == "REAL") return ColumnType::kReal;
    if (name == "TEXT") return ColumnType::kText;
    return name == "BLOB" ? ColumnType::kBlob : ColumnType::kNone;
  }

  Result<QuerySummary> step_through(const QuerySink& sink) {
    QuerySummary summary;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement_.get())) == SQLITE_ROW) {
      ++summary.rows;
      for (std::size_t i = 0; i < values_.size(); ++i) values_[i] = value_at(static_cast<int>(i));
      if (!sink.row(values_)) return summary;
    }
    if (code == SQLITE_DONE) return summary;
    if (code == SQLITE_INTERRUPT)
      return Error{ErrorCode::kInterrupted, "the query took longer than it may", {}, "narrow it, or allow more time"};
    return sql_error(code);
  }

  QueryValue value_at(int column) const {
    sqlite3_stmt* row = statement_.get();
    const auto size = [&] { return static_cast<std::size_t>(sqlite3_column_bytes(row, column)); };
    switch (sqlite3_column_type(row, column)) {
      case SQLITE_INTEGER:
        return static_cast<std::int64_t>(sqlite3_column_int64(row, column));
      case SQLITE_FLOAT:
        return sqlite3_column_double(row, column);
      case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(row, column));
        return std::string_view(text, size());
      }
      case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(row, column));
        return std::span<const std::byte>(bytes, size());
      }
      default:
        return std::monostate{};
    }
  }

  std::string path_;
  sqlite3* database_;
  std::string_view sql_;
  ReadOnlyAuthorizer authorizer_;
  StatementHandle statement_;
  std::vector<QueryValue> values_;
};

}  // namespace

Result<QuerySummary> run_query(const Store& store, std::string_view sql, const QueryOptions& options, const QuerySink& sink) {
  return Query(store, sql).run(options, sink);
}

}  // namespace attest

// Binds the parameters of a prepared statement one after the other.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace attest {

/// `RowBinder(statement) << key << text;` then `run()`. Throws SQLite::Exception.
class RowBinder {
 public:
  explicit RowBinder(SQLite::Statement& statement) : statement_(statement) { statement_.reset(); }

  template <std::integral Integer>
  RowBinder& operator<<(Integer value) {
    statement_.bind(++last_, static_cast<std::int64_t>(value));
    return *this;
  }
  RowBinder& operator<<(double value) {
    statement_.bind(++last_, value);
    return *this;
  }
  RowBinder& operator<<(std::nullptr_t) {
    statement_.bind(++last_);
    return *this;
  }
  /// Both ends.
  RowBinder& operator<<(Span span) { return *this << span.begin << span.end; }
  /// Not copied: the text must live until `run`.
  RowBinder& operator<<(const std::string& text) {
    statement_.bindNoCopy(++last_, text);
    return *this;
  }
  RowBinder& operator<<(std::string&&) = delete;
  /// Copied.
  RowBinder& operator<<(std::string_view text) {
    statement_.bind(++last_, std::string(text));
    return *this;
  }
  /// NULL for the empty text; otherwise as a text that is not copied.
  RowBinder& or_null(const std::string& text) { return text.empty() ? *this << nullptr : *this << text; }

  /// Runs a statement that gives no rows.
  void run() {
    statement_.exec();
    statement_.reset();
  }

 private:
  SQLite::Statement& statement_;
  int last_ = 0;
};

}  // namespace attest

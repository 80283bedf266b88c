// The guard of run_query: while it lives, SQLite compiles reading statements only.
#pragma once

#include <sqlite3.h>

#include <string>

namespace attest {

/// Registers itself with a connection, and takes itself off at its end. One at a time.
class ReadOnlyAuthorizer {
 public:
  explicit ReadOnlyAuthorizer(sqlite3* database);
  ~ReadOnlyAuthorizer();
  ReadOnlyAuthorizer(const ReadOnlyAuthorizer&) = delete;
  ReadOnlyAuthorizer& operator=(const ReadOnlyAuthorizer&) = delete;

  /// What the statement tried that is not reading ("INSERT into document"); "" where nothing was refused.
  [[nodiscard]] const std::string& refused() const noexcept { return refused_; }

 private:
  static int decide(void* self, int action, const char* first, const char* second, const char* database, const char* trigger);

  sqlite3* database_;
  std::string refused_;
};

}  // namespace attest

#include "store/authorizer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attest {
namespace {

/// Pragmas that describe the database. With an argument most name a table; data_version and the like take none.
constexpr std::array<std::string_view, 12> kDescribingPragmas = {"application_id", "collation_list",   "compile_options", "data_version",
                                                                 "encoding",       "foreign_key_list", "function_list",   "index_info",
                                                                 "index_list",     "table_info",       "table_list",      "table_xinfo"};

/// Reads PRAGMA user_version and page counts, but never with an argument, which would set them.
constexpr std::array<std::string_view, 3> kPlainPragmas = {"page_count", "page_size", "user_version"};

template <std::size_t count>
bool is_one_of(const std::array<std::string_view, count>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_reading_pragma(std::string_view name, const char* argument) {
  if (argument == nullptr && is_one_of(kPlainPragmas, name)) return true;
  const bool sets_something = argument != nullptr && (name == "application_id" || name == "encoding");
  return is_one_of(kDescribingPragmas, name) && !sets_something;
}

bool is_reading(int action, std::string_view first, const char* second) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
      return true;
    case SQLITE_FUNCTION:
      return second != nullptr && std::string_view(second) != "load_extension";
    case SQLITE_PRAGMA:
      return is_reading_pragma(first, second);
    case SQLITE_UPDATE:
      // SQLite asks this when it meets a table-valued function (pragma_table_info) for the first time, and refuses the user's own
      // change of its catalogue by itself.
      return first == "sqlite_master";
    default:
      return false;
  }
}

std::string_view verb_of(int action) {
  switch (action) {
    case SQLITE_INSERT:
      return "INSERT";
    case SQLITE_UPDATE:
      return "UPDATE";
    case SQLITE_DELETE:
      return "DELETE";
    case SQLITE_PRAGMA:
      return "PRAGMA";
    case SQLITE_ATTACH:
      return "ATTACH";
    case SQLITE_DETACH:
      return "DETACH";
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
      return "a transaction";
    case SQLITE_FUNCTION:
      return "load_extension";
    default:
      return "a change of the schema";
  }
}

}  // namespace

ReadOnlyAuthorizer::ReadOnlyAuthorizer(sqlite3* database) : database_(database) { sqlite3_set_authorizer(database_, decide, this); }

ReadOnlyAuthorizer::~ReadOnlyAuthorizer() { sqlite3_set_authorizer(database_, nullptr, nullptr); }

int ReadOnlyAuthorizer::decide(void* self, int action, const char* first, const char* second, const char* /*database*/,
                               const char* /*trigger*/) {
  const std::string_view name = first == nullptr ? std::string_view() : first;
  if (is_reading(action, name, second)) return SQLITE_OK;
  std::string& refused = static_cast<ReadOnlyAuthorizer*>(self)->refused_;
  if (refused.empty()) {
    refused = verb_of(action);
    if (action == SQLITE_PRAGMA) refused += " " + std::string(name);
  }
  return SQLITE_DENY;
}

}  // namespace attest

#include "store/sql_error.h"

#include <sqlite3.h>

namespace attest {

Error store_error(const SQLite::Exception& exception, std::string_view where) {
  return store_error(exception.getErrorCode(), exception.what(), where);
}

Error store_error(int result_code, std::string_view message, std::string_view where) {
  Error error{ErrorCode::kStore, std::string(message), std::string(where), {}};
  switch (result_code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      error.what = "another program is writing to the store";
      error.hint = "try again when it has finished";
      break;
    case SQLITE_NOTADB:
      error.what = "not an attest store (not a SQLite file)";
      break;
    case SQLITE_CORRUPT:
      error.what = "the store is damaged: " + std::string(message);
      error.hint = "ingest the articles again into a new store";
      break;
    case SQLITE_FULL:
      error.what = "no space left on the disk";
      error.hint = "what was committed before stays; make room and run again";
      break;
    case SQLITE_READONLY:
      error.hint = "the store or its folder is read-only";
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      error.code = ErrorCode::kUnreadable;
      error.hint = "check that the file and its folder exist and that you may use them";
      break;
    default:
      break;
  }
  return error;
}

}  // namespace attest

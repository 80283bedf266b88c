// Full-text search over documents and sentences: which documents it does not know yet, and making it know them.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>

#include "text/code_points.h"

namespace attest {

/// Holds its statements prepared. All functions run inside the caller's transaction and throw SQLite::Exception.
class SearchIndex {
 public:
  explicit SearchIndex(SQLite::Database& database);

  /// Notes that a new document waits for indexing.
  void add_pending(std::int64_t document_key);
  /// Takes a document with its present title, text and sentences out of the index, before they change, and lets it wait.
  void forget(std::int64_t document_key);
  /// Indexes waiting documents, in order of key, until `text_bytes` of text are done. False where none is left.
  [[nodiscard]] bool index_pending(std::size_t text_bytes);

 private:
  enum class Change { kInsert, kDelete };
  [[nodiscard]] bool is_pending(std::int64_t document_key);
  /// Returns the size of the document's text.
  std::size_t change(std::int64_t document_key, Change change);
  void change_sentences(std::int64_t document_key, const std::string& text, SQLite::Statement& statement);

  SQLite::Statement add_pending_;
  SQLite::Statement remove_pending_;
  SQLite::Statement find_pending_;
  SQLite::Statement next_pending_;
  SQLite::Statement read_text_;
  SQLite::Statement read_sentences_;
  SQLite::Statement insert_document_;
  SQLite::Statement delete_document_;
  SQLite::Statement insert_sentence_;
  SQLite::Statement delete_sentence_;
  CodePointIndex code_points_;
};

}  // namespace attest

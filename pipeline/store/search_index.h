// Full-text search over documents and sentences: which documents it does not know yet, and making it know them.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "record/mention.h"
#include "text/code_points.h"

namespace attest {

/// Holds its statements prepared. All functions run inside the caller's transaction and throw SQLite::Exception.
///
/// FTS5 gathers terms in memory, and writes them out at every statement that SQLite may have to undo alone: one that inserts
/// the rows of a SELECT, or deletes with its children. Rows are therefore inserted with VALUES, or all by one statement;
/// a statement a document takes twice the time.
class SearchIndex {
 public:
  explicit SearchIndex(SQLite::Database& database);

  /// Notes that a new document waits for indexing.
  void add_pending(std::int64_t document_key);
  /// Prepares for another title and other sentences: where they differ from what is indexed, takes the document, as it is
  /// still stored, out of the index, and lets it wait.
  void prepare_change(std::int64_t document_key, const std::string& title, std::span<const SentenceRecord> sentences);
  /// Indexes waiting documents, in order of key, until `characters` code points of text are done. False where none is left.
  [[nodiscard]] bool index_pending(std::uint64_t characters);

 private:
  [[nodiscard]] bool is_pending(std::int64_t document_key);
  [[nodiscard]] bool has_sentences(std::int64_t document_key, std::span<const SentenceRecord> sentences);
  [[nodiscard]] std::vector<std::int64_t> next_pending(std::uint64_t characters);
  void change_sentences(std::int64_t document_key, const std::string& text, SQLite::Statement& statement);

  SQLite::Statement add_pending_;
  SQLite::Statement remove_pending_;
  SQLite::Statement find_pending_;
  SQLite::Statement next_pending_;
  SQLite::Statement read_document_;
  SQLite::Statement read_sentences_;
  SQLite::Statement insert_documents_;
  SQLite::Statement delete_document_;
  SQLite::Statement insert_sentence_;
  SQLite::Statement delete_sentence_;
  CodePointIndex code_points_;
};

}  // namespace attest

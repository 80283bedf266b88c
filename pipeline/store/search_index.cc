#include "store/search_index.h"

#include "store/row_binder.h"

namespace attest {

// FTS5 deletes by value: a row that is not kept by the index itself ('content=') has to be given as it was inserted.
SearchIndex::SearchIndex(SQLite::Database& database)
    : add_pending_(database, "INSERT INTO search_pending VALUES (?)"),
      remove_pending_(database, "DELETE FROM search_pending WHERE document_key = ?"),
      find_pending_(database, "SELECT 1 FROM search_pending WHERE document_key = ?"),
      next_pending_(database, "SELECT min(document_key) FROM search_pending"),
      read_text_(database, "SELECT text FROM document WHERE document_key = ?"),
      read_sentences_(database,
                      "SELECT document_key << 24 | sentence_number, char_start, char_end FROM sentence WHERE document_key = ?"
                      " ORDER BY sentence_number"),
      insert_document_(database,
                       "INSERT INTO document_search (rowid, title, text) SELECT document_key, title, text FROM document"
                       " WHERE document_key = ?"),
      delete_document_(database,
                       "INSERT INTO document_search (document_search, rowid, title, text) SELECT 'delete', document_key, title, text"
                       " FROM document WHERE document_key = ?"),
      insert_sentence_(database, "INSERT INTO sentence_search (rowid, sentence) VALUES (?, ?)"),
      delete_sentence_(database, "INSERT INTO sentence_search (sentence_search, rowid, sentence) VALUES ('delete', ?, ?)") {}

void SearchIndex::add_pending(std::int64_t document_key) { (RowBinder(add_pending_) << document_key).run(); }

void SearchIndex::forget(std::int64_t document_key) {
  if (is_pending(document_key)) return;
  change(document_key, Change::kDelete);
  add_pending(document_key);
}

bool SearchIndex::index_pending(std::size_t text_bytes) {
  for (std::size_t done = 0; done < text_bytes;) {
    next_pending_.reset();
    next_pending_.executeStep();
    if (next_pending_.isColumnNull(0)) return false;
    const std::int64_t key = next_pending_.getColumn(0).getInt64();
    next_pending_.reset();
    done += change(key, Change::kInsert) + 1;
    (RowBinder(remove_pending_) << key).run();
  }
  return true;
}

bool SearchIndex::is_pending(std::int64_t document_key) {
  RowBinder(find_pending_) << document_key;
  const bool found = find_pending_.executeStep();
  find_pending_.reset();
  return found;
}

std::size_t SearchIndex::change(std::int64_t document_key, Change change) {
  const bool inserts = change == Change::kInsert;
  (RowBinder(inserts ? insert_document_ : delete_document_) << document_key).run();
  RowBinder(read_text_) << document_key;
  read_text_.executeStep();
  const std::string text = read_text_.getColumn(0).getString();
  read_text_.reset();
  change_sentences(document_key, text, inserts ? insert_sentence_ : delete_sentence_);
  return text.size();
}

void SearchIndex::change_sentences(std::int64_t document_key, const std::string& text, SQLite::Statement& statement) {
  code_points_.reset(text);
  RowBinder(read_sentences_) << document_key;
  while (read_sentences_.executeStep()) {
    const Span sentence = code_points_.to_bytes(Span{read_sentences_.getColumn(1).getUInt(), read_sentences_.getColumn(2).getUInt()});
    (RowBinder(statement) << read_sentences_.getColumn(0).getInt64() << sentence.of(text)).run();
  }
  read_sentences_.reset();
}

}  // namespace attest

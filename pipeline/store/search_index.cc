#include "store/search_index.h"

#include "store/row_binder.h"

namespace attest {

// CROSS JOIN keeps SQLite from choosing the order: without statistics it reads every document to find those that wait.
// FTS5 deletes by value: a row that is not kept by the index itself ('content=') has to be given as it was inserted.
SearchIndex::SearchIndex(SQLite::Database& database)
    : add_pending_(database, "INSERT INTO search_pending VALUES (?)"),
      remove_pending_(database, "DELETE FROM search_pending WHERE document_key <= ?"),
      find_pending_(database, "SELECT 1 FROM search_pending WHERE document_key = ?"),
      next_pending_(database,
                    "SELECT document_key, characters FROM search_pending CROSS JOIN document USING (document_key) ORDER BY document_key"),
      read_document_(database, "SELECT title, text FROM document WHERE document_key = ?"),
      read_sentences_(database,
                      "SELECT sentence_number, char_start, char_end FROM sentence WHERE document_key = ? ORDER BY sentence_number"),
      insert_documents_(database,
                        "INSERT INTO document_search (rowid, title, text) SELECT document_key, title, text"
                        " FROM search_pending CROSS JOIN document USING (document_key) WHERE document_key <= ? ORDER BY document_key"),
      delete_document_(database, "INSERT INTO document_search (document_search, rowid, title, text) VALUES ('delete', ?, ?, ?)"),
      insert_sentence_(database, "INSERT INTO sentence_search (rowid, sentence) VALUES (? << 24 | ?, ?)"),
      delete_sentence_(database, "INSERT INTO sentence_search (sentence_search, rowid, sentence) VALUES ('delete', ? << 24 | ?, ?)") {}

void SearchIndex::add_pending(std::int64_t document_key) { (RowBinder(add_pending_) << document_key).run(); }

void SearchIndex::prepare_change(std::int64_t document_key, const std::string& title, std::span<const SentenceRecord> sentences) {
  if (is_pending(document_key)) return;
  RowBinder(read_document_) << document_key;
  read_document_.executeStep();
  const std::string old_title = read_document_.getColumn(0).getString();
  const std::string text = read_document_.getColumn(1).getString();
  read_document_.reset();
  if (title == old_title && has_sentences(document_key, sentences)) return;
  RowBinder row(delete_document_);
  row << document_key;
  (row.or_null(old_title) << text).run();
  change_sentences(document_key, text, delete_sentence_);
  add_pending(document_key);
}

bool SearchIndex::index_pending(std::uint64_t characters) {
  const std::vector<std::int64_t> keys = next_pending(characters);
  if (keys.empty()) return false;
  (RowBinder(insert_documents_) << keys.back()).run();
  for (const std::int64_t key : keys) {
    RowBinder(read_document_) << key;
    read_document_.executeStep();
    const std::string text = read_document_.getColumn(1).getString();
    read_document_.reset();
    change_sentences(key, text, insert_sentence_);
  }
  (RowBinder(remove_pending_) << keys.back()).run();
  return true;
}

bool SearchIndex::is_pending(std::int64_t document_key) {
  RowBinder(find_pending_) << document_key;
  const bool found = find_pending_.executeStep();
  find_pending_.reset();
  return found;
}

bool SearchIndex::has_sentences(std::int64_t document_key, std::span<const SentenceRecord> sentences) {
  std::size_t same = 0;
  std::size_t stored = 0;
  RowBinder(read_sentences_) << document_key;
  for (; read_sentences_.executeStep(); ++stored) {
    const Span chars{read_sentences_.getColumn(1).getUInt(), read_sentences_.getColumn(2).getUInt()};
    if (stored < sentences.size() && sentences[stored].chars == chars) ++same;
  }
  read_sentences_.reset();
  return stored == sentences.size() && same == stored;
}

std::vector<std::int64_t> SearchIndex::next_pending(std::uint64_t characters) {
  std::vector<std::int64_t> keys;
  std::uint64_t found = 0;
  for (next_pending_.reset(); found < characters && next_pending_.executeStep();) {
    keys.push_back(next_pending_.getColumn(0).getInt64());
    found += next_pending_.getColumn(1).getUInt() + 1U;
  }
  next_pending_.reset();
  return keys;
}

void SearchIndex::change_sentences(std::int64_t document_key, const std::string& text, SQLite::Statement& statement) {
  code_points_.reset(text);
  RowBinder(read_sentences_) << document_key;
  while (read_sentences_.executeStep()) {
    const Span sentence = code_points_.to_bytes(Span{read_sentences_.getColumn(1).getUInt(), read_sentences_.getColumn(2).getUInt()});
    (RowBinder(statement) << document_key << read_sentences_.getColumn(0).getUInt() << sentence.of(text)).run();
  }
  read_sentences_.reset();
}

}  // namespace attest

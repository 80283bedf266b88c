#include "store/version_reader.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <cctype>

#include "store/connection.h"
#include "store/sql_error.h"

namespace attest {
namespace {

constexpr std::size_t kShortestPrefix = 6;

bool is_prefix_of_id(const std::string& text) {
  return text.size() >= kShortestPrefix && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

Error not_found(const std::string& document) {
  return {ErrorCode::kNotFound, "no document has this address or id", document, "attest query DB @documents lists them"};
}

/// The document's key by its address, or by the beginning of its id.
Result<std::int64_t> key_of(SQLite::Database& database, const std::string& document) {
  SQLite::Statement by_uri(database, "SELECT document_key FROM document WHERE uri = ? ORDER BY is_current DESC, version DESC LIMIT 1");
  by_uri.bind(1, document);
  if (by_uri.executeStep()) return by_uri.getColumn(0).getInt64();
  if (!is_prefix_of_id(document)) return not_found(document);
  SQLite::Statement by_id(database,
                          "SELECT document_key FROM document WHERE document_id >= lower(?1) AND document_id < lower(?1) || 'g' LIMIT 2");
  by_id.bind(1, document);
  if (!by_id.executeStep()) return not_found(document);
  const std::int64_t key = by_id.getColumn(0).getInt64();
  if (by_id.executeStep()) return Error{ErrorCode::kUsage, "the id is ambiguous", document, "give more digits"};
  return key;
}

std::vector<Span> sentences_of(SQLite::Database& database, std::int64_t key) {
  SQLite::Statement row(database, "SELECT char_start, char_end FROM sentence WHERE document_key = ? ORDER BY sentence_number");
  row.bind(1, key);
  std::vector<Span> sentences;
  while (row.executeStep()) sentences.push_back({row.getColumn(0).getUInt(), row.getColumn(1).getUInt()});
  return sentences;
}

DocumentVersion version_at(SQLite::Database& database, std::int64_t key) {
  SQLite::Statement row(
      database, "SELECT document_id, uri, title, publisher, published, version, ingested_at, text FROM document WHERE document_key = ?");
  row.bind(1, key);
  row.executeStep();
  DocumentVersion found;
  int column = 0;
  for (std::string* field : {&found.document_id, &found.uri, &found.title, &found.publisher, &found.published})
    *field = row.getColumn(column++).getString();
  found.version = row.getColumn(5).getUInt();
  found.ingested_at = row.getColumn(6).getString();
  found.text = row.getColumn(7).getString();
  SQLite::Statement facts(database, select_facts() + "WHERE fact.document_key = ? ORDER BY fact_number");
  facts.bind(1, key);
  while (facts.executeStep()) found.facts.push_back(read_fact(facts));
  found.sentence_chars = sentences_of(database, key);
  return found;
}

}  // namespace

Result<VersionPair> find_versions(const Store& store, const std::string& document) {
  Store::Connection& connection = store.connection();
  return guarded(connection.path, [&]() -> Result<VersionPair> {
    SQLite::Database& database = connection.database;
    const Result<std::int64_t> key = key_of(database, document);
    if (!key) return key.error();
    SQLite::Statement before(database,
                             "SELECT older.document_key FROM document AS older JOIN document AS newer USING (uri)"
                             " WHERE newer.document_key = ? AND older.version < newer.version ORDER BY older.version DESC LIMIT 1");
    before.bind(1, *key);
    if (!before.executeStep()) {
      return Error{ErrorCode::kNotFound, "there is no earlier version of this document", document,
                   "a changed article at the same address makes a new version"};
    }
    return VersionPair{version_at(database, before.getColumn(0).getInt64()), version_at(database, *key)};
  });
}

}  // namespace attest

// Writes the rows under a document: sentences, mentions with what they state, derivations.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>

#include "record/mention.h"
#include "store/fact_rows.h"
#include "store/store.h"
#include "text/code_points.h"

namespace attest {

/// Holds its statements prepared. The extraction must have passed find_fault. Throws SQLite::Exception.
class ExtractionRows {
 public:
  explicit ExtractionRows(SQLite::Database& database);

  /// Inserts all rows under `document_key`, which has none.
  void insert(std::int64_t document_key, const std::string& document_id, const ExtractedDocument& extracted,
              const CodePointIndex& code_points);
  /// Deletes all rows under it.
  void remove(std::int64_t document_key);

 private:
  void insert(std::int64_t document_key, std::uint32_t number, const SentenceRecord& sentence);
  void insert(std::int64_t document_key, std::uint32_t number, const Figure& figure);
  void insert(std::int64_t document_key, std::uint32_t number, const DateExpression& date);
  void insert(std::int64_t document_key, std::uint32_t number, const Name& name);
  void insert(std::int64_t document_key, std::uint32_t number, const Agreement& agreement);
  void insert(std::int64_t document_key, std::uint32_t number, std::uint32_t step_number, const DerivationStep& step, Span chars);
  void insert_mention(std::int64_t document_key, std::uint32_t number, const std::string& document_id, const Mention& mention,
                      std::string_view text);

  SQLite::Statement sentence_;
  SQLite::Statement mention_;
  SQLite::Statement figure_;
  SQLite::Statement date_;
  SQLite::Statement name_;
  SQLite::Statement agreement_;
  SQLite::Statement derivation_;
  FactRows facts_;
  SQLite::Statement remove_mentions_;
  SQLite::Statement remove_sentences_;
};

}  // namespace attest

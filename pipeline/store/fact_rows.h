// Writes the facts of a document.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>

#include "store/store.h"
#include "text/code_points.h"

namespace attest {

/// Holds its statements prepared. The extraction must have passed find_fault. Throws SQLite::Exception.
class FactRows {
 public:
  explicit FactRows(SQLite::Database& database);

  /// Inserts all facts with their steps under `document_key`, whose mentions are there already.
  void insert(std::int64_t document_key, const std::string& document_id, const ExtractedDocument& extracted,
              const CodePointIndex& code_points);

  /// Where a figure begins in the text, from 1.
  struct TextPlace {
    std::uint32_t line = 1;
    std::uint32_t column = 1;  ///< Code point of the line.
  };

 private:
  void insert(std::int64_t document_key, std::uint32_t number, const std::string& id, TextPlace place, const Fact& fact);
  void insert(std::int64_t document_key, std::uint32_t number, std::uint32_t step_number, const FactStep& step, Span chars);

  SQLite::Statement fact_;
  SQLite::Statement step_;
};

}  // namespace attest

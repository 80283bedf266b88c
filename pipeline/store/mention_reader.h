// Rows of the tables as records again.
#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>

#include "record/mention.h"
#include "store/citation.h"

namespace attest {

/// A mention with the columns that the record does not have. Decimals come from their exact texts.
struct StoredMention {
  std::int64_t document_key = 0;
  std::uint32_t number = 0;
  std::string mention_id;
  std::string kind;
  std::string quote;
  bool has_its_row = false;  ///< It has a row in the table of its kind, and in no other.
  Mention mention;
};

/// SELECT of mentions for `read_mention`, up to the place of a WHERE. The tables are mention, figure, date_expression,
/// name and agreement.
[[nodiscard]] std::string select_mentions();
/// The row that a statement made of it stands on. A mention without the row of its kind reads as an empty one.
[[nodiscard]] StoredMention read_mention(SQLite::Statement& row);

/// The same for documents; tables document and extractor.
[[nodiscard]] std::string select_documents();
[[nodiscard]] StoredDocument read_document(SQLite::Statement& row);

/// The derivation of a mention, in pre-order.
[[nodiscard]] std::vector<DerivationStep> read_derivation(SQLite::Database& database, std::int64_t document_key,
                                                          std::uint32_t mention_number);

}  // namespace attest

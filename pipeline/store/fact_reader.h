// Rows of the table of facts as records again.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/fact.h"
#include "record/mention.h"

namespace attest {

/// A fact with its figure and the columns that the records do not have.
struct StoredFact {
  std::int64_t document_key = 0;
  std::uint32_t number = 0;
  std::string fact_id;
  std::uint32_t line = 1;
  std::uint32_t column = 1;  ///< Code point of that line, from 1.
  std::string quote;
  Mention figure;
  Fact fact;  ///< `figure` of it is the number of the figure's mention; without steps.
};

/// Parties as the table keeps them, one a line, and back.
[[nodiscard]] std::string joined_parties(const std::vector<std::string>& parties);
[[nodiscard]] std::vector<std::string> split_parties(std::string_view joined);

/// SELECT of facts for `read_fact`, up to the place of a WHERE. The tables are fact, mention and figure; a fact whose mention
/// is no figure does not appear.
[[nodiscard]] std::string select_facts();
/// The row that a statement made of it stands on.
[[nodiscard]] StoredFact read_fact(SQLite::Statement& statement);

/// The steps of a fact, in order.
[[nodiscard]] std::vector<FactStep> read_fact_steps(SQLite::Database& database, std::int64_t document_key, std::uint32_t fact_number);

}  // namespace attest

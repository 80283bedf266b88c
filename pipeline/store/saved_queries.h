// Ready-made SQL, as data: pipeline/store/queries/*.sql, built into the library.
//
//   const SavedQuery* query = find_saved_query("figures-near");
//   run_query(store, query->sql, {.parameters = ...}, sink);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest {

/// A parameter of a saved query.
struct SavedQueryParameter {
  std::string name;  ///< "unit" for `:unit`.
  std::string description;
  std::optional<std::string> default_value;  ///< Nothing: the user must give one.
};

struct SavedQuery {
  std::string name;         ///< "largest-money"
  std::string description;  ///< One line.
  std::vector<SavedQueryParameter> parameters;
  std::string sql;  ///< One statement, header comments included.
};

/// All saved queries, in order of name.
[[nodiscard]] std::span<const SavedQuery> saved_queries();

/// The query of that name (without "@"), or nullptr.
[[nodiscard]] const SavedQuery* find_saved_query(std::string_view name);

/// Reads one query from its text: header lines `-- @name NAME DESCRIPTION` and, for each parameter,
/// `-- @param NAME[=DEFAULT] DESCRIPTION`, then the statement. Errors: kFormat.
[[nodiscard]] Result<SavedQuery> parse_saved_query(std::string_view text);

}  // namespace attest

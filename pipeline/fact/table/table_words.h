// What single heads say of a table (list table_word): "Unit" is over units, "Share" over shares, "Total" beside sums.
#pragma once

#include <optional>

#include "engine/program.h"

namespace attest {

enum class TableWordKind : std::uint8_t {
  kUnit,      ///< The column's cells are the units of their rows.
  kCount,     ///< The row counts people or things, whatever unit the table has: "Number of shops".
  kNumber,    ///< The column's cells number or rank the rows.
  kShare,     ///< The cells are shares of what the other heads name.
  kTotal,     ///< The cells are of all that the other rows or columns divide.
  kVague,     ///< The column is of what the other heads name: "Value".
  kOtherEnd,  ///< Rows are the other end of what flows: "by destination", "Partner".
};

class TableWords {
 public:
  explicit TableWords(const CompiledRules& rules);

  /// What the words that open these tokens say.
  [[nodiscard]] std::optional<TableWordKind> opening(const TokenView& view, TokenRange tokens) const;
  /// The same where these tokens are nothing else.
  [[nodiscard]] std::optional<TableWordKind> all_of(const TokenView& view, TokenRange tokens) const;

 private:
  const CompiledRules* rules_;
  std::optional<ListId> list_;
};

}  // namespace attest

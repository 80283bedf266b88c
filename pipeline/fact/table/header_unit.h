// Units that a table states once for many cells: in the head of a column ("Exports, billion USD"), in the head of a row
// ("Length, km") or its cell under "Unit", or in the line above it ("Table 1. Output, mln t"). The nearest to the cell holds, in
// this order.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/chart.h"
#include "fact/table/head_unit.h"
#include "fact/table/table_words.h"

namespace attest {

/// Reads the heads and captions of one document's tables.
class HeaderUnits {
 public:
  HeaderUnits(const CompiledRules& rules, const NumberLexicon& numbers);

  /// Forgets the last document and reads the heads of this one.
  void read(const Chart& chart);
  /// The unit of the cell that holds `bytes`, a passage of table row `block`. Nothing outside tables, in the heads themselves
  /// and where none is stated.
  [[nodiscard]] std::optional<HeadUnit> at(const AnalysedText& text, const Block& block, Span bytes) const;
  /// True where the block is a row of a table or the line above one: words there are heads, so that a scale word without a
  /// digit ("million tonnes") is a unit and no figure.
  [[nodiscard]] bool is_heading_of_table(const AnalysedText& text, std::uint32_t block) const noexcept;
  /// True where the head of a column states a unit.
  [[nodiscard]] bool column_states_unit(std::uint32_t table, std::uint32_t column) const {
    return tables_[table].columns[column].has_value();
  }
  /// A head or caption without the unit that it states at its beginning or end.
  [[nodiscard]] Span without_unit(Span head) const noexcept;
  /// The line above a table of the document that says what it shows: not the one that only states the unit. Empty where none stands there.
  [[nodiscard]] Span caption(std::uint32_t table) const noexcept { return tables_[table].caption_words; }

 private:
  struct TableUnits {
    std::vector<std::optional<HeadUnit>> columns;
    std::vector<std::optional<HeadUnit>> rows;
    std::vector<bool> counts;        // by row: "Employees", below "USD million"
    std::optional<HeadUnit> corner;  // over the heads of the rows
    std::optional<HeadUnit> caption;
    Span caption_words;
  };

  void read_columns(const TokenView& view, const Table& table, TableUnits& units);
  void read_rows(const TokenView& view, const Table& table, TableUnits& units);
  void read_caption(const Chart& chart, std::uint32_t first_row);
  std::optional<HeadUnit> unit_in(const TokenView& view, Span head);
  [[nodiscard]] std::optional<std::uint32_t> unit_column(const TokenView& view, const Table& table) const;

  HeadUnitReader reader_;
  TableWords words_;
  std::vector<TableUnits> tables_;
  std::vector<Span> stated_;  // the words of all units, in order
};

}  // namespace attest

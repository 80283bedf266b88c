// Units that a table states once for many cells: in the head of a column ("Exports, billion USD"), in the head of a row
// ("Length, km"), or in the line above it ("Table 1. Output, mln t"). The nearest to the cell holds, in this order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/chart.h"
#include "engine/number_lexicon.h"
#include "engine/program.h"
#include "record/mention.h"

namespace attest {

/// What a bare number in a cell is.
struct HeaderUnit {
  Quantity quantity = Quantity::kCount;
  std::string unit;   ///< As Figure::unit; "" where the head has a scale word alone.
  Decimal factor{1};  ///< What one in the column is worth: 10^9 for "billion USD".
};

/// Reads the heads and captions of one document's tables with the lists of the rule set (currencies, units, scale words).
class HeaderUnits {
 public:
  HeaderUnits(const CompiledRules& rules, const NumberLexicon& numbers);

  /// Forgets the last document and reads the heads of this one.
  void read(const Chart& chart);
  /// The unit of the cell that holds `bytes`, a passage of table row `block`. Nothing outside tables, in the heads themselves
  /// and where none is stated.
  [[nodiscard]] std::optional<HeaderUnit> at(const AnalysedText& text, const Block& block, Span bytes) const;
  /// True where the block is a row of a table or the line above one: words there are heads, so that a scale word without a
  /// digit ("million tonnes") is a unit and no figure.
  [[nodiscard]] bool is_heading_of_table(const AnalysedText& text, std::uint32_t block) const noexcept;

 private:
  struct TableUnits {
    std::vector<std::optional<HeaderUnit>> columns;
    std::vector<std::optional<HeaderUnit>> rows;
    std::optional<HeaderUnit> caption;
  };

  void read_caption(const Chart& chart, std::uint32_t first_row);
  [[nodiscard]] std::optional<HeaderUnit> unit_of(const TokenView& view, Span cell) const;
  [[nodiscard]] std::optional<HeaderUnit> unit_at(const TokenView& view, TokenRange tokens) const;
  [[nodiscard]] std::optional<HeaderUnit> listed_unit(const TokenView& view, TokenRange tokens) const;
  [[nodiscard]] std::optional<Decimal> scale_at(const TokenView& view, std::uint32_t token) const;

  struct UnitList {
    ListId list = 0;
    Quantity quantity = Quantity::kMoney;
    std::optional<std::size_t> unit_column;
    std::optional<std::size_t> factor_column;
    std::string unit;  // where the list has no column for it
  };

  const CompiledRules* rules_;
  const NumberLexicon* numbers_;
  std::vector<UnitList> lists_;
  std::vector<TableUnits> tables_;
};

}  // namespace attest

// Units that a table states in its column heads: "Exports, billion USD", "Output (mln t)", "Share, %".
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

/// What the bare numbers of a column are.
struct HeaderUnit {
  Quantity quantity = Quantity::kCount;
  std::string unit;   ///< As Figure::unit; "" where the head has a scale word alone.
  Decimal factor{1};  ///< What one in the column is worth: 10^9 for "billion USD".
};

/// Reads the heads of one document's tables with the lists of the rule set (currencies, units, scale words).
class HeaderUnits {
 public:
  HeaderUnits(const CompiledRules& rules, const NumberLexicon& numbers);

  /// Forgets the last document and reads the heads of this one.
  void read(const Chart& chart);
  /// The unit of the column that holds `bytes`, a passage of table row `block`. Nothing outside tables, in the head itself
  /// and where the head states none.
  [[nodiscard]] std::optional<HeaderUnit> at(const AnalysedText& text, const Block& block, Span bytes) const;

 private:
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
  std::vector<std::vector<std::optional<HeaderUnit>>> columns_;  // by table, by column
};

}  // namespace attest

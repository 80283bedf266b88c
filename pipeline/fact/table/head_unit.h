// The unit that one head of a table states, and where: "billion USD" in "Exports, billion USD", "$m" in "Q1 2024 ($m)".
//
//   HeadUnitReader reader(rules, numbers);
//   if (auto unit = reader.read(view, cell.bytes)) use(unit->unit, unit->factor);   // "USD", 10^9
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/number_lexicon.h"
#include "engine/program.h"
#include "record/mention.h"

namespace attest {

/// What a bare number under or beside a head is.
struct HeadUnit {
  Quantity quantity = Quantity::kCount;
  std::string unit;   ///< As Figure::unit; "" where the head has a scale word alone.
  Decimal factor{1};  ///< What one in the column is worth: 10^9 for "billion USD".
  Span bytes;         ///< The words that say so.
};

/// Reads heads with the lists of the rule set: currencies, units, scale words.
class HeadUnitReader {
 public:
  HeadUnitReader(const CompiledRules& rules, const NumberLexicon& numbers);

  /// The unit that the head over `bytes` states; nothing where it states none. A unit stands between marks or behind "in" and has
  /// that place to itself, so that no word of what is measured is taken for one.
  [[nodiscard]] std::optional<HeadUnit> read(const TokenView& view, Span bytes) const;

 private:
  struct UnitList {
    ListId list = 0;
    Quantity quantity = Quantity::kMoney;
    std::optional<std::size_t> unit_column;
    std::optional<std::size_t> factor_column;
    std::string unit;  // where the list has no column for it
  };
  /// A unit or a scale word, and what is left behind it.
  struct Part {
    HeadUnit unit;
    std::uint32_t end = 0;
  };
  struct Scale {
    Decimal factor;
    std::uint32_t end = 0;
  };

  [[nodiscard]] std::optional<HeadUnit> unit_of(const TokenView& view, TokenRange part, bool whole) const;
  [[nodiscard]] std::optional<HeadUnit> scale_of(const TokenView& view, TokenRange part) const;
  [[nodiscard]] std::optional<Part> listed_unit(const TokenView& view, TokenRange tokens) const;
  [[nodiscard]] std::optional<Scale> scale_at(const TokenView& view, TokenRange tokens) const;
  [[nodiscard]] bool ends_unit(const TokenView& view, std::uint32_t token, std::uint32_t end, Part& part) const;

  const CompiledRules* rules_;
  const NumberLexicon* numbers_;
  std::vector<UnitList> lists_;
};

}  // namespace attest

// What the list `measure_kind` says of measures: whether each period has a value of its own, and who can own them.
//
//   MeasureKinds kinds(rules);
//   if (kinds.is_flow("trade.exports")) carry(period);
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program.h"

namespace attest {

/// Who can own a measure: profit is a company's, inflation a country's.
enum class OwnerKind : std::uint8_t { kAny, kCompany, kState };

class MeasureKinds {
 public:
  /// Copies the rows of the list; without one nothing is a flow and anybody owns anything.
  explicit MeasureKinds(const CompiledRules& rules);

  /// True for what has a value for each period, so that the text's period is its own (exports, profit). Anything else (a price, a
  /// number of staff, the length of a road) holds when it is told. `id` is a measure's id; "" is none.
  [[nodiscard]] bool is_flow(std::string_view id) const noexcept;
  /// Who can own the measure with this id.
  [[nodiscard]] OwnerKind owner_of(std::string_view id) const noexcept;

 private:
  struct Row {
    std::string beginning;
    bool flow = false;
    OwnerKind owner = OwnerKind::kAny;
  };
  [[nodiscard]] const Row* row_of(std::string_view id) const noexcept;

  std::vector<Row> rows_;  // in order of their beginnings, without repeats
};

}  // namespace attest

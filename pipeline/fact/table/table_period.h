// Periods of heads, which share them out: the year over "Q1" and "Q2", the months in the line above "2023" and "2024".
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/program.h"
#include "fact/discourse.h"
#include "record/mention.h"

namespace attest {

/// When one head says it was.
struct TablePeriod {
  Period period;
  bool lacks_year = false;  ///< "January", "Q1": in which year another head says; the period's own is that of the text.

  [[nodiscard]] bool empty() const noexcept { return period.empty(); }
};

class TablePeriods {
 public:
  explicit TablePeriods(const CompiledRules& rules);

  /// That of a date in a head; `words` are its own.
  [[nodiscard]] static TablePeriod of_date(const DateExpression& date, std::string_view words);
  /// That of a head which is a month's name, a quarter or a half and nothing else ("March", "Q2"): other text takes these for words.
  /// It is the last one that began before the day of publication, where that is known.
  [[nodiscard]] TablePeriod of_part_alone(const TokenView& view, TokenRange head, std::string_view published) const;

 private:
  /// A part of a year: its first month and how many it has.
  struct Part {
    int month = 0;
    int months = 0;
  };
  [[nodiscard]] Part part_alone(const TokenView& view, TokenRange head) const;

  const CompiledRules* rules_;
  std::optional<ListId> months_;
};

/// What the heads of a cell say together, the nearest first: a part of a year takes the year of another head, and months above a
/// table are those of each column's year.
[[nodiscard]] Period joined_period(std::span<const TablePeriod* const> heads);

}  // namespace attest

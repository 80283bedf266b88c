// Tab-separated tables.
#pragma once

#include <cstddef>
#include <vector>

#include "text/block_line.h"

namespace attest {

/// How many lines from `first` on make a table: lines with tabs between their cells, one below the other without a
/// blank line; at least two such lines, or one with two tabs. 0 where there is none.
[[nodiscard]] std::size_t count_table_lines(const std::vector<Line>& lines, std::size_t first) noexcept;

/// The table of `count` lines from `first` on. A first row is a header row if it has no numeric cell beside its first,
/// or is like a row of years, and some row below it is numeric; so is the one below a header row that spans columns (cells that
/// are empty or repeat their neighbour). A first column, or the one behind a column that only numbers the rows, is a header column
/// if its cells below the header rows are words, or years, while other columns hold numbers.
[[nodiscard]] Table read_table(const SentenceTokens& tokens, const std::vector<Line>& lines, std::size_t first, std::size_t count);

}  // namespace attest

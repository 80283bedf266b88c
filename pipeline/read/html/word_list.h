// Rows of the lists of rules/lists that are compiled into this folder (embed_lists.cmake), sorted for look-up.
//
//   constexpr auto kRows = sorted_rows(std::to_array<MonthRow>({
//   #include "page_month.inc"
//   }));
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace attest::html {

/// The rows in the order of their first column, `folded` (the surface in small ASCII letters).
template <typename Row, std::size_t kCount>
consteval std::array<Row, kCount> sorted_rows(std::array<Row, kCount> rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.folded < b.folded; });
  return rows;
}

/// The row of that surface; null where there is none.
template <typename Row, std::size_t kCount>
[[nodiscard]] const Row* find_row(const std::array<Row, kCount>& rows, std::string_view folded) noexcept {
  const auto row =
      std::lower_bound(rows.begin(), rows.end(), folded, [](const Row& it, std::string_view wanted) { return it.folded < wanted; });
  return row != rows.end() && row->folded == folded ? &*row : nullptr;
}

}  // namespace attest::html

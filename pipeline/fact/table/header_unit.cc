#include "fact/table/header_unit.h"

#include <algorithm>

#include "fact/within.h"

namespace attest {
namespace {

constexpr std::uint32_t kLongestCaption = 160;  // bytes; a longer block is a paragraph

bool is_first_row(const Block& block) noexcept { return block.kind == BlockKind::kTableRow && block.row == 0; }

// What is left of a head beside its unit, which may stand in brackets; all of it where the unit stands amid other words.
Span beside(Span head, Span unit) noexcept {
  constexpr std::uint32_t kBracket = 1;
  const bool opens = unit.begin <= head.begin + kBracket;
  const bool closes = unit.end + kBracket >= head.end;
  if (closes) return {head.begin, opens ? head.begin : unit.begin};
  return opens ? Span{unit.end, head.end} : head;
}

}  // namespace

HeaderUnits::HeaderUnits(const CompiledRules& rules, const NumberLexicon& numbers) : reader_(rules, numbers), words_(rules) {}

void HeaderUnits::read(const Chart& chart) {
  tables_.clear();
  stated_.clear();
  for (const Table& table : chart.text().tables) {
    TableUnits& units = tables_.emplace_back();
    read_columns(chart.view(), table, units);
    read_rows(chart.view(), table, units);
  }
  if (tables_.empty()) return;
  const auto& blocks = chart.text().blocks;
  for (std::uint32_t block = 1; block < blocks.size(); ++block) {
    if (is_first_row(blocks[block])) read_caption(chart, block);
  }
  std::sort(stated_.begin(), stated_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
}

// The lowest row of heads is the nearest to the cells.
void HeaderUnits::read_columns(const TokenView& view, const Table& table, TableUnits& units) {
  units.columns.resize(table.columns);
  for (std::uint32_t row = table.header_rows; row > 0; --row) {
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      auto& unit = units.columns[column];
      auto stated = unit_in(view, table.head_over(row - 1, column).bytes);
      if (!unit) unit = std::move(stated);
    }
  }
  // Over the names of the rows it can only be that of their cells: "USD million".
  if (table.header_rows > 0) std::swap(units.corner, units.columns[table.header_column]);
}

void HeaderUnits::read_rows(const TokenView& view, const Table& table, TableUnits& units) {
  units.rows.resize(table.rows);
  units.counts.resize(table.rows);
  const auto column = unit_column(view, table);
  for (std::uint32_t row = std::max(1U, table.header_rows); row < table.rows; ++row) {
    const Span head = table.cell(row, table.header_column).bytes;
    units.rows[row] = unit_in(view, head);
    units.counts[row] = words_.opening(view, tokens_in(view, head)) == TableWordKind::kCount;
    if (!column) continue;
    if (auto unit = unit_in(view, table.cell(row, *column).bytes)) units.rows[row] = std::move(unit);
  }
}

// That of "Unit" over its column.
std::optional<std::uint32_t> HeaderUnits::unit_column(const TokenView& view, const Table& table) const {
  for (std::uint32_t column = 1; table.header_rows > 0 && column < table.columns; ++column) {
    const TokenRange head = tokens_in(view, table.cell(table.header_rows - 1, column).bytes);
    if (words_.all_of(view, head) == TableWordKind::kUnit) return column;
  }
  return std::nullopt;
}

// The block above, and the one above that where the nearer one states the unit and nothing else.
void HeaderUnits::read_caption(const Chart& chart, std::uint32_t first_row) {
  const auto& blocks = chart.text().blocks;
  TableUnits& units = tables_[blocks[first_row].table];
  units.caption_words = blocks[first_row - 1].bytes;
  if (!is_heading_of_table(chart.text(), first_row - 1)) return;
  units.caption = unit_in(chart.view(), units.caption_words);
  const bool unit_alone = units.caption && beside(units.caption_words, units.caption->bytes).empty();
  if (unit_alone && first_row > 1 && blocks[first_row - 2].kind != BlockKind::kTableRow) units.caption_words = blocks[first_row - 2].bytes;
}

bool HeaderUnits::is_heading_of_table(const AnalysedText& text, std::uint32_t block) const noexcept {
  const Block& self = text.blocks[block];
  if (self.kind == BlockKind::kTableRow) return true;
  const bool stands_above = block + 1 < text.blocks.size() && is_first_row(text.blocks[block + 1]);
  return stands_above && self.bytes.size() <= kLongestCaption && text.text[self.bytes.end - 1] != '.';
}

std::optional<HeadUnit> HeaderUnits::at(const AnalysedText& text, const Block& block, Span bytes) const {
  if (block.kind != BlockKind::kTableRow) return std::nullopt;
  const Table& table = text.tables[block.table];
  if (block.row < table.header_rows) return std::nullopt;
  const TableUnits& units = tables_[block.table];
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (!table.cell(block.row, column).bytes.contains(bytes)) continue;
    if (units.columns[column]) return units.columns[column];
    if (column <= table.header_column) return std::nullopt;
    if (units.rows[block.row]) return units.rows[block.row];
    if (units.counts[block.row]) return std::nullopt;
    return units.corner ? units.corner : units.caption;
  }
  return std::nullopt;
}

std::optional<HeadUnit> HeaderUnits::unit_in(const TokenView& view, Span head) {
  auto unit = reader_.read(view, head);
  if (unit) stated_.push_back(unit->bytes);
  return unit;
}

Span HeaderUnits::without_unit(Span head) const noexcept {
  const auto before = [](const Span& unit, std::uint32_t at) { return unit.begin < at; };
  const auto unit = std::lower_bound(stated_.begin(), stated_.end(), head.begin, before);
  return unit != stated_.end() && head.contains(*unit) ? beside(head, *unit) : head;
}

}  // namespace attest

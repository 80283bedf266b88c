#include "fact/header_unit.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace attest {
namespace {

constexpr std::uint32_t kShortHead = 3;  // tokens; a head as short as "USD mln" is all unit

TokenRange tokens_in(const TokenView& view, Span bytes) {
  const auto first =
      std::lower_bound(view.tokens.begin(), view.tokens.end(), bytes.begin, [](const Token& t, std::uint32_t at) { return t.begin < at; });
  const auto last = std::lower_bound(first, view.tokens.end(), bytes.end, [](const Token& t, std::uint32_t at) { return t.begin < at; });
  return {static_cast<std::uint32_t>(first - view.tokens.begin()), static_cast<std::uint32_t>(last - view.tokens.begin())};
}

// A unit stands behind the last comma, in brackets, behind "in", or alone: never amid the words that say what is measured.
std::uint32_t unit_region(const TokenView& view, TokenRange tokens) {
  for (std::uint32_t i = tokens.end; i > tokens.begin; --i) {
    const std::string_view word = view.word(i - 1);
    if (word == "," || word == "(" || word == "[" || word == ":" || word == ";" || word == "in" || word == "/") return i;
  }
  return tokens.end - tokens.begin <= kShortHead ? tokens.begin : tokens.end;
}

}  // namespace

HeaderUnits::HeaderUnits(const CompiledRules& rules, const NumberLexicon& numbers) : rules_(&rules), numbers_(&numbers) {
  struct Known {
    std::string_view list;
    Quantity quantity;
    std::string_view unit_column;
    std::string_view unit;
  };
  constexpr std::array<Known, 8> kKnown = {{
      {"currency_scaled", Quantity::kMoney, "iso", ""},
      {"currency_code", Quantity::kMoney, "iso", ""},
      {"currency_name", Quantity::kMoney, "iso", ""},
      {"currency_sign", Quantity::kMoney, "iso", ""},
      {"percentage_point", Quantity::kPercentagePoint, "", "pp"},
      {"percent_word", Quantity::kPercent, "", "%"},
      {"unit", Quantity::kMeasure, "ucum", ""},
      {"unit_symbol", Quantity::kMeasure, "ucum", ""},
  }};
  for (const Known& known : kKnown) {
    const auto list = rules.gazetteer.list_named(known.list);
    if (!list) continue;
    lists_.push_back({*list, known.quantity, rules.gazetteer.column(*list, known.unit_column), rules.gazetteer.column(*list, "factor"),
                      std::string(known.unit)});
  }
}

void HeaderUnits::read(const Chart& chart) {
  tables_.clear();
  for (const Table& table : chart.text().tables) {
    TableUnits& units = tables_.emplace_back();
    units.columns.resize(table.columns);
    units.rows.resize(table.rows);
    for (std::uint32_t column = 0; table.has_header_row && column < table.columns; ++column) {
      units.columns[column] = unit_of(chart.view(), table.cells[column].bytes);
    }
    for (std::uint32_t row = 1; row < table.rows; ++row)
      units.rows[row] = unit_of(chart.view(), table.cells[std::size_t{row} * table.columns].bytes);
  }
  if (tables_.empty()) return;
  const auto& blocks = chart.text().blocks;
  for (std::uint32_t block = 1; block < blocks.size(); ++block) {
    if (blocks[block].kind == BlockKind::kTableRow && blocks[block].row == 0) read_caption(chart, block);
  }
}

void HeaderUnits::read_caption(const Chart& chart, std::uint32_t first_row) {
  const Block& above = chart.text().blocks[first_row - 1];
  if (is_heading_of_table(chart.text(), first_row - 1))
    tables_[chart.text().blocks[first_row].table].caption = unit_of(chart.view(), above.bytes);
}

bool HeaderUnits::is_heading_of_table(const AnalysedText& text, std::uint32_t block) const noexcept {
  constexpr std::uint32_t kLongestCaption = 160;  // bytes; a longer block is a paragraph
  const Block& self = text.blocks[block];
  if (self.kind == BlockKind::kTableRow) return true;
  const bool stands_above =
      block + 1 < text.blocks.size() && text.blocks[block + 1].kind == BlockKind::kTableRow && text.blocks[block + 1].row == 0;
  return stands_above && self.bytes.size() <= kLongestCaption && text.text[self.bytes.end - 1] != '.';
}

std::optional<HeaderUnit> HeaderUnits::at(const AnalysedText& text, const Block& block, Span bytes) const {
  if (block.kind != BlockKind::kTableRow) return std::nullopt;
  const Table& table = text.tables[block.table];
  if (block.row == 0 && table.has_header_row) return std::nullopt;
  const TableUnits& units = tables_[block.table];
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    if (!table.cells[block.row * table.columns + column].bytes.contains(bytes)) continue;
    if (units.columns[column]) return units.columns[column];
    if (column == 0) return std::nullopt;
    return units.rows[block.row] ? units.rows[block.row] : units.caption;
  }
  return std::nullopt;
}

std::optional<HeaderUnit> HeaderUnits::unit_of(const TokenView& view, Span cell) const {
  const TokenRange tokens = tokens_in(view, cell);
  return unit_at(view, {unit_region(view, tokens), tokens.end});
}

// "billion USD", "USD billion", "USD", "%": a scale word before or behind the unit, or alone.
std::optional<HeaderUnit> HeaderUnits::unit_at(const TokenView& view, TokenRange tokens) const {
  if (tokens.begin >= tokens.end) return std::nullopt;
  const auto before = scale_at(view, tokens.begin);
  auto unit = listed_unit(view, {before ? tokens.begin + 1 : tokens.begin, tokens.end});
  if (!unit) return before ? std::optional(HeaderUnit{Quantity::kCount, "", *before}) : std::nullopt;
  std::optional<Decimal> scale = before;
  for (std::uint32_t i = tokens.begin + 1; !scale && i < tokens.end; ++i) scale = scale_at(view, i);
  if (scale) unit->factor = multiply(unit->factor, *scale).value_or(unit->factor);
  return unit;
}

std::optional<HeaderUnit> HeaderUnits::listed_unit(const TokenView& view, TokenRange tokens) const {
  for (const UnitList& known : lists_) {
    const auto found = rules_->gazetteer.longest_from(view, known.list, tokens.begin, tokens.end);
    if (!found) continue;
    const Gazetteer::Entry& entry = rules_->gazetteer.entry(found->entry);
    HeaderUnit unit{known.quantity, known.unit, Decimal(1)};
    if (known.unit_column) unit.unit = to_string(entry.cells[*known.unit_column]);
    if (known.factor_column && entry.cells[*known.factor_column].is_decimal()) unit.factor = entry.cells[*known.factor_column].decimal();
    return unit;
  }
  return std::nullopt;
}

std::optional<Decimal> HeaderUnits::scale_at(const TokenView& view, std::uint32_t token) const {
  const auto word = numbers_->find(view.tokens[token].word);
  return word && word->kind == NumberWordKind::kScale ? std::optional(word->value) : std::nullopt;
}

}  // namespace attest

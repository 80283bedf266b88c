// What a table says beside its cells: the measures, parties and periods in the heads of columns and rows, in rows that open a
// section, and in the line above.
//
//   TableReader reader(lexicon, rules);
//   reader.read({chart.view(), mentions, parties, published}, chart.text(), header_units);
//   if (auto context = reader.at(chart.text(), block, cell_bytes)) use(context->measure, context->parties, context->period);
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "fact/discourse.h"
#include "fact/measure/measure_reading.h"
#include "fact/table/header_unit.h"
#include "fact/table/table_head.h"
#include "record/mention.h"

namespace attest {

/// What all heads that govern a cell say together.
struct TableContext {
  MeasureReading measure;            ///< kind is kNone where no words name one.
  std::vector<std::string> parties;  ///< Each once, in order: row, column, section, caption.
  std::string_view from;             ///< The ends of what flows, as far as the heads tell.
  std::string_view to;
  std::string_view lone;           ///< Of what flows: a party of which they do not tell which end it is.
  bool lone_is_other_end = false;  ///< It is a partner of whom the table is about.
  Period period;
  FactStatus status = FactStatus::kActual;
  bool tells_change = false;  ///< Under "Change, %", "Growth": how much the measure of the other heads changed.
};

class TableReader {
 public:
  TableReader(FactLexicon& lexicon, const CompiledRules& rules) : head_reader_(lexicon, rules) {}

  /// Forgets the last document and reads the heads of this one's tables.
  void read(const HeadText& text, const AnalysedText& analysed, const HeaderUnits& units);
  /// What governs the cell of table row `block` that holds `bytes`. Nothing in heads themselves, and in columns that number the rows.
  [[nodiscard]] std::optional<TableContext> at(const AnalysedText& text, const Block& block, Span bytes) const;

 private:
  struct Heads {
    std::vector<TableHead> columns;
    std::vector<TableHead> rows;
    std::vector<std::optional<std::uint32_t>> sections;  // by row: the row that opens its section
    TableHead caption;
    bool rows_are_other_end = false;  // "Partner" over them, "by destination" above
    std::vector<bool> counts_head;    // by column: it has no unit, while others have
  };

  [[nodiscard]] TableHead column_head(const HeadText& text, const HeaderUnits& units, const Table& table, std::uint32_t column);
  [[nodiscard]] TableHead read_caption(const HeadText& text, Span bytes);
  void read_columns(const HeadText& text, const HeaderUnits& units, std::uint32_t number, const Table& table, Heads& heads);
  void read_rows(const HeadText& text, const HeaderUnits& units, const Table& table, Heads& heads);
  [[nodiscard]] static TablePeriod period_of_column(const Heads& heads, std::size_t column);
  [[nodiscard]] static TableContext context_of(const Heads& heads, std::uint32_t row, std::size_t column);

  TableHeadReader head_reader_;
  std::vector<Heads> tables_;
};

}  // namespace attest

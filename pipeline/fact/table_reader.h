// What a table says beside its cells: the measures, parties and periods in the heads of columns and rows and in the line above.
//
//   TableReader reader(lexicon);
//   reader.read(chart, mentions);
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
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "record/mention.h"

namespace attest {

/// What one head says, or all that govern a cell together.
struct TableContext {
  MeasureReading measure;            ///< kind is kNone where no words name one.
  std::vector<std::string> parties;  ///< Each once, in order: row, column, caption.
  std::string_view from;             ///< Whence and whither, where one head names both ends of a flow: "Peruvian exports to Chile".
  std::string_view to;
  Period period;
  bool tells_change = false;  ///< "Change, %", "Growth": how much the measure of the other heads changed.
};

class TableReader {
 public:
  explicit TableReader(FactLexicon& lexicon) : sentence_(lexicon) {}

  /// Forgets the last document and reads the heads of this one's tables; `mentions` are in order.
  void read(const Chart& chart, std::span<const Mention> mentions, std::span<const Party> parties);
  /// What governs the cell of table row `block` that holds `bytes`. Nothing in heads themselves.
  [[nodiscard]] std::optional<TableContext> at(const AnalysedText& text, const Block& block, Span bytes) const;

 private:
  struct Heads {
    std::vector<TableContext> columns;
    std::vector<TableContext> rows;
    TableContext caption;
  };

  [[nodiscard]] TableContext head(const Chart& chart, Span bytes, std::span<const Mention> mentions, std::span<const Party> parties);
  void read_ends(TableContext& context) const;
  [[nodiscard]] static Period later_of(const Heads& heads, std::size_t column);
  [[nodiscard]] static std::vector<Span> lines_above(const AnalysedText& text);

  FactSentence sentence_;
  std::vector<Heads> tables_;
};

}  // namespace attest

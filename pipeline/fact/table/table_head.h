// What one head of a table says: the head of a column or a row, or the line above.
//
//   TableHeadReader reader(lexicon, rules);
//   TableHead head = reader.read({chart.view(), mentions, parties}, units.without_unit(cell.bytes));
//   head.measure.phrase, head.parties, head.period   // "exports", {"PE"}, 2024
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "fact/fact_lexicon.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "fact/table/table_period.h"
#include "fact/table/table_words.h"
#include "record/mention.h"

namespace attest {

/// The document that a head is read in.
struct HeadText {
  const TokenView& view;
  std::span<const Mention> mentions;  ///< In order.
  std::span<const Party> parties;     ///< In order, but for people.
  std::string_view published;         ///< Day of publication, "" where it is not known.
};

struct TableHead {
  MeasureReading measure;            ///< kind is kNone where no words name one.
  std::vector<std::string> parties;  ///< Each once, in order.
  std::string_view from;             ///< Whence and whither the goods go, as far as the head tells: "Peruvian exports to Chile".
  std::string_view to;
  TablePeriod period;
  std::optional<FactStatus> status;   ///< "2025 (forecast)".
  std::optional<TableWordKind> word;  ///< Of a head like "Total" or "Share in 2024".
  bool tells_change = false;          ///< "Change, %", "Growth": how much the measure of the other heads changed.
  bool names_other_end = false;       ///< "by destination", "Partner": rows are the other end of what flows.
};

/// Where the heads of a table tell of trade, "turnover" and "balance" are those of trade.
void settle_in_trade(TableHead& head);

class TableHeadReader {
 public:
  TableHeadReader(FactLexicon& lexicon, const CompiledRules& rules);

  /// What the head over `bytes` says; nothing of empty ones.
  [[nodiscard]] TableHead read(const HeadText& text, Span bytes);
  /// What a further cell of a row adds to its head, if it holds nothing but a date or a name: the year of a loan, the lender.
  void add_cell(const HeadText& text, Span cell, TableHead& row);

 private:
  void read_measure(TableHead& head) const;
  void read_ends(TableHead& head) const;
  void read_both_ends(TableHead& head, const Party& first, const Party& second) const;
  [[nodiscard]] std::string_view link_before(const Party& party) const;
  [[nodiscard]] TablePeriod period_of(const HeadText& text, std::span<const Mention> inside) const;
  [[nodiscard]] bool says_other_end() const;
  [[nodiscard]] std::optional<FactStatus> status() const;

  FactSentence sentence_;
  TableWords words_;
  TablePeriods periods_;
};

}  // namespace attest

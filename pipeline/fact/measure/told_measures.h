// What a document has told of so far, as far as later figures go on with it: "The largest buyer was Peru, with [$5 million]".
//
//   ToldMeasures told;
//   told.remember(sentence, reading);           // each reading, in order
//   told.flow_named_in(sentence, clause.end);   // the exports that "buyer" speaks of
#pragma once

#include <cstdint>
#include <optional>

#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"

namespace attest {

/// The last readings of a document that others may go on with. A new one for each document.
struct ToldMeasures {
  std::optional<MeasureReading> trade;  ///< Any flow of goods with parts: exports, imports, turnover.
  std::optional<MeasureReading> exports;
  std::optional<MeasureReading> imports;
  std::optional<MeasureReading> turnover;
  std::optional<MeasureReading> divisible;  ///< What products have parts of: exports, output, sales.
  std::optional<MeasureReading> level;      ///< Any amount of a measure of the lists.
  std::optional<MeasureReading> rank;       ///< A place among others that were named.
  std::optional<MeasureReading> named;      ///< What the sentence before names without a figure: "Trade is growing. It reached …".
  bool vote = false;                        ///< Votes, seats or a turnout were told of.

  /// Takes in the reading of a figure of this sentence.
  void remember(const FactSentence& sentence, const MeasureReading& reading);

  /// Exports or imports that the sentence speaks of before token `limit` ("buyers" of exports, "suppliers" of imports), else the trade
  /// that was told of last; null for none.
  [[nodiscard]] const MeasureReading* flow_named_in(const FactSentence& sentence, std::uint32_t limit) const;
};

}  // namespace attest

// Figures that are parts of an organisation: who owns how much of it.
//
//   auto reading = stake(figure);  // "bought [60 percent] of the terminal": company.stake
#pragma once

#include <optional>

#include "fact/fact_sentence.h"
#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "buy 60 percent of the terminal": a stake in it.
[[nodiscard]] std::optional<MeasureReading> stake(const FigureView& figure);

/// A stake in what the phrase names, and not from whom it is bought or for how much.
[[nodiscard]] MeasureReading stake_in(const FactSentence& sentence, TokenRange whole);

/// "[8%] of Norvale's outstanding shares", "of the shares of Norvale": the phrase names an organisation.
[[nodiscard]] bool names_body(const FactSentence& sentence, TokenRange phrase);

}  // namespace attest::measure

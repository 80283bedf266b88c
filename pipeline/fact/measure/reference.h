// What a figure's words leave to what was told before: "the figure", "it", "the plan", "their growth".
//
//   // "Exports were $5 billion. The figure is to reach [$8 billion]."
//   if (refers_back(figure, subject)) return taken_over(level_of(*figure.last_told()), "fact.inherited");
#pragma once

#include <optional>

#include "fact/fact_sentence.h"
#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "this figure", "the indicator for the period": what was told of before.
[[nodiscard]] bool refers_back(const FigureView& figure, TokenRange phrase);

/// "has set a goal to obtain [$24 billion]": the subject is a plan of what was told of.
[[nodiscard]] bool names_plan(const FigureView& figure, TokenRange phrase);

/// "Peru exported 5 tons. The main buyers were Chad – [3 tons]": of those that the amount told before goes to or comes from.
[[nodiscard]] bool names_trader(const FigureView& figure, TokenRange phrase);

/// "The health ministry says it requires [1.2 million]": who speaks and acts is never what is measured.
[[nodiscard]] bool names_speaker(const FactSentence& sentence, TokenRange phrase);

/// "Ludlow Airport was up [5%]", where freight is told of: who moved is no measure. Any word may open a sentence with a capital.
[[nodiscard]] bool is_proper(const FactSentence& sentence, TokenRange phrase);

/// "Growth was 9%, with small ports up [7%]": what grows was told of before the sentence, and its subjects are those who grow.
[[nodiscard]] bool is_told_before(const FigureView& figure);

/// The text has been telling of something else than an economy.
[[nodiscard]] bool tells_of_other_growth(const FigureView& figure);

/// Growth of what the text has been telling of, else of an economy: "Freight grew 8% at Lima and Cusco registered growth of [9%]".
[[nodiscard]] MeasureReading growth_told_of(const FigureView& figure);

/// "expects growth of 5 percent" of nothing in particular is the economy's.
[[nodiscard]] MeasureReading economic_growth();

/// "a cut of [25 basis points]" of nothing in particular is in the interest rate; its rule is left to the pattern.
[[nodiscard]] MeasureReading interest_rate();

/// The last reading of a figure of the same quantity, else the one right before.
[[nodiscard]] const MeasureReading* reading_to_inherit(const FigureView& figure);

/// What "the figure" may go on with: the last reading where it is of the figure's quantity, else the last amount of a measure of the
/// lists; null for none.
[[nodiscard]] const MeasureReading* amount_told_of(const FigureView& figure);

/// Exports, imports or trade that the text is telling of: the last reading of this sentence, else what the words of the sentence speak of
/// ("buyers" of exports, "suppliers" of imports), else the last one of the document.
[[nodiscard]] const MeasureReading* flow_told_of(const FigureView& figure);

/// Exports, output, prices and the like, which each good has its own of.
[[nodiscard]] bool is_of_goods(const MeasureReading& reading);

/// "Output of maize fell by 19%, soybeans by [36%]": the same of other goods; of what is no good, as a sector, its own.
[[nodiscard]] MeasureReading part_of_told(const FactSentence& sentence, const MeasureReading& told, TokenRange part);

/// The share of what was told of before, in the sentence's own words where it stands there.
[[nodiscard]] MeasureReading share_of_told(const FigureView& figure, const MeasureReading& whole);

}  // namespace attest::measure

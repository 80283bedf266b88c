// Figures that tell what a thing is worth or was paid for.
//
//   auto reading = value_of_thing(figure);  // "62 projects worth [$8.7 billion]": investment.projects_value
#pragma once

#include <optional>

#include "fact/fact_sentence.h"
#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// "350 billion yuan ($47.9 billion)": the same in another currency.
[[nodiscard]] std::optional<MeasureReading> conversion(const FigureView& figure);

/// "8.6 times its operating profit": a ratio to another amount.
[[nodiscard]] std::optional<MeasureReading> multiple(const FigureView& figure);

/// "which values the business at £180m", "in 2021 it was worth £1.2bn".
[[nodiscard]] std::optional<MeasureReading> valued_at(const FigureView& figure);

/// "exported goods worth $2 billion": what the verb tells of, by its value.
[[nodiscard]] std::optional<MeasureReading> worth_of_object(const FigureView& figure);

/// "62 projects worth $8.7 billion".
[[nodiscard]] std::optional<MeasureReading> value_of_thing(const FigureView& figure);

/// "bought the terminal for $187.4 million".
[[nodiscard]] std::optional<MeasureReading> price_paid(const FigureView& figure);

/// What those counted are worth: "62 projects worth $8.7 billion".
[[nodiscard]] MeasureReading value_of_counted(const FactSentence& sentence, MeasureReading counted);

}  // namespace attest::measure

// Where the subject of a figure's verb stands: before an apposition, over a count, before "which".
//
//   // "Output at Norvale, the country's largest mine, grew [5%]"
//   const TokenRange subject = phrase_before(sentence, subject_end(figure, verb), subject_floor(figure));
#pragma once

#include <cstdint>
#include <optional>

#include "fact/figure_view.h"
#include "fact/measure/measure_reading.h"

namespace attest::measure {

/// Where the words of the subject may begin: "Shares in Norvale, which have gained [38 percent]" goes back to before "which".
[[nodiscard]] std::uint32_t subject_floor(const FigureView& figure);

/// "Output at Norvale, the country's largest mine, grew": the comma behind "Norvale", where the subject of the verb ends; else the verb.
[[nodiscard]] std::uint32_t subject_end(const FigureView& figure, std::uint32_t verb);

/// "up from 41 percent", "against $5 million": the other end of a comparison measures what the first does.
[[nodiscard]] bool is_other_end(const FigureView& figure);

/// "Traffic at [250] ports grew": what stands before the count that is part of the subject.
[[nodiscard]] std::optional<MeasureReading> subject_over_count(const FigureView& figure, std::uint32_t verb);

/// "volumes rose at Lima and Cusco, which grew [5%]": what the main clause tells of them.
[[nodiscard]] std::optional<MeasureReading> subject_before_which(const FigureView& figure);

/// "[Norvale] rose": a company, and nobody who only reports, is named behind the figure before and ends right before token `end`.
[[nodiscard]] bool names_company(const FigureView& figure, std::uint32_t end);

}  // namespace attest::measure

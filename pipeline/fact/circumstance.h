// How sure a figure is, and whether it tells of a change: from the words of its clause.
#pragma once

#include <cstdint>
#include <string_view>

#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"
#include "record/fact.h"

namespace attest {

/// The status of a figure over `figure`: the last word of the list `status_word` before it in its clause, or the first behind it.
/// kActual where there is none.
[[nodiscard]] FactStatus status_of(const FactSentence& sentence, TokenRange figure, std::uint32_t floor);

/// "The two agreed in April 2017 to raise trade": a date of the day on which something was decided, not of what is to be.
[[nodiscard]] bool dates_decision(const FactSentence& sentence, TokenRange date);

/// Direction and kind of a change; the base of comparison is left empty.
[[nodiscard]] Change change_of(const FactSentence& sentence, const MeasureReading& measure, Quantity quantity, TokenRange figure,
                               std::uint32_t floor);

}  // namespace attest

// Whether invested money is what has gathered over the years, or what came within one.
//
//   "Chinese investment in Chad has passed [$5 billion]"         gathered
//   "Chinese investment in Chad was [$1 billion] in 2024"        came in that year
#pragma once

#include <string_view>

#include "fact/discourse.h"
#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"

namespace attest {

/// True for a reading of invested money that tells of all of it so far: over more than a year, since a year, as of a day, or in the
/// present without a date. `figure` are the figure's tokens, `period` what it holds for, `published` an ISO date or "".
[[nodiscard]] bool is_invested_stock(const FactSentence& sentence, const MeasureReading& measure, TokenRange figure, const Period& period,
                                     std::string_view published);

}  // namespace attest

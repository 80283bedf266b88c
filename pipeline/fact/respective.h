// "$3 billion and $4 billion in 2022 and 2023, respectively": a date for each figure.
#pragma once

#include <span>

#include "fact/fact_sentence.h"

namespace attest {

/// The dates of a sentence that belong to one of its figures each, in the order of the figures; empty where it does not say "respectively",
/// or where there are fewer or more dates in a row than figures.
[[nodiscard]] std::span<const MentionAt> respective_dates(const FactSentence& sentence);

}  // namespace attest

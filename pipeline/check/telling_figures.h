// The figures of an article that no other event is likely to have, by which reports of the same event are found where they name it
// differently: "net income of $121.3 billion, down from $161.1 billion".
//
//   share_figures(telling_figures(document), telling_figures(other))
#pragma once

#include <cstdint>
#include <vector>

#include "check/checked_fact.h"

namespace attest {

/// Hashes of numbers with their units, sorted, each once.
using TellingFigures = std::vector<std::uint64_t>;

/// Those with three digits or more, rounded to three; of many, as many as kMostTelling.
[[nodiscard]] TellingFigures telling_figures(const CheckedDocument& document);

/// True where the two state so many of the same that it is no coincidence.
[[nodiscard]] bool share_figures(const TellingFigures& a, const TellingFigures& b);

}  // namespace attest

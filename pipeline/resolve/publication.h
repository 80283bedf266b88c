// When an article was published, where nobody says so beside its text: a dateline, a line with a date alone, "First published on …", or, as
// the last resort, the newest day that it names.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "record/document.h"
#include "text/analysis.h"
#include "value/calendar.h"

namespace attest {

struct Publication {
  std::optional<Day> day;
  PublishedBasis basis = PublishedBasis::kNone;
  Span bytes;  ///< The date in the text that says so; empty where the text does not.
};

/// A day that the text names with its year.
struct StatedDay {
  Day day;
  TokenRange tokens;
  std::uint32_t sentence = 0;
};

/// Metadata first, then what the text states, then the newest of `days` (in order of position) that stands in no sentence about the future.
[[nodiscard]] Publication publication_of(const DocumentMetadata& metadata, const AnalysedText& text, std::span<const StatedDay> days);

}  // namespace attest

// Words that say how figures relate, found in a stretch of text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"
#include "check/check_policy.h"

namespace attest {

/// A cue and where it stands, in bytes of the text that was searched.
struct FoundCue {
  Cue cue = Cue::kAhead;
  Span bytes;
};

/// The last cue of this kind in `text`, at the borders of words, in any case of letters.
[[nodiscard]] std::optional<FoundCue> find_cue(std::string_view text, Cue cue, const CheckPolicy& policy);
/// The last cue of any kind that relates ranks (ahead, behind).
[[nodiscard]] std::optional<FoundCue> find_rank_cue(std::string_view text, const CheckPolicy& policy);

/// All words of this kind that stand in `text`, sorted, joined by ", "; "" where there are none.
[[nodiscard]] std::string cues_in(std::string_view text, Cue cue, const CheckPolicy& policy);

}  // namespace attest

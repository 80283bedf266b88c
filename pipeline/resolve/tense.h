// Whether a passage tells what was or what will be, judged by the verb nearest to it.
#pragma once

#include <cstdint>

#include "engine/gazetteer.h"

namespace attest {

enum class Tense : std::uint8_t { kUnknown, kPast, kPresent, kFuture };

/// The tense around `passage` in its sentence (or cell): that of the nearest verb before it in the clause, else behind it. Verbs are those
/// of rules/lists/tense_word.tsv (compiled in) and words in -ed. A heuristic: no parser, a bounded look to both sides.
[[nodiscard]] Tense tense_around(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept;

/// Whether the words right before a date look forward to it whatever the verb says: "until Friday", "as soon as Friday".
[[nodiscard]] bool points_ahead(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept;

}  // namespace attest

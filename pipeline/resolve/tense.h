// Whether a passage tells what was or what will be, judged by the verb nearest to it.
#pragma once

#include <cstdint>

#include "engine/gazetteer.h"

namespace attest {

enum class Tense : std::uint8_t {
  kUnknown,
  kPast,
  kSurelyPast,  ///< The verb stands right before the date: "closed in May".
  kPresent,
  kFuture,
  kSurelyFuture,  ///< The same of what will be: "is expected in May".
};

[[nodiscard]] constexpr bool is_past(Tense tense) noexcept { return tense == Tense::kPast || tense == Tense::kSurelyPast; }

[[nodiscard]] constexpr bool is_future(Tense tense) noexcept { return tense == Tense::kFuture || tense == Tense::kSurelyFuture; }

/// The tense around `passage` in its sentence (or cell): that of the nearest verb before it in the clause, else behind it. Verbs are those
/// of rules/lists/tense_word.tsv (compiled in) and words in -ed. A heuristic: no parser, a bounded look to both sides.
[[nodiscard]] Tense tense_around(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept;

/// Whether the words right before a date look forward to it whatever the verb says: "until Friday", "as soon as Friday".
[[nodiscard]] bool points_ahead(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept;

/// Whether it is a month or a day by which something is to be done, whatever the verb says: "urged them to agree by June", "bought wheat
/// for June delivery"; but "by June it had fallen".
[[nodiscard]] bool is_deadline(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept;

}  // namespace attest

// What a date of the sentence dates: the figure, what was said, a noun.
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// "said on Friday", "figures released on Monday", and the day of a dateline; but "said third-quarter sales", "a forecast for 2026".
[[nodiscard]] bool dates_speech(const PeriodView& view, const MentionAt& date);

/// "a strong December", "its best level since 2021", "the firm that built it in the 1990s,": dates that tell of a noun.
[[nodiscard]] bool is_of_noun(const PeriodView& view, const MentionAt& date);

/// It may say when the figure holds.
[[nodiscard]] bool is_usable(const PeriodView& view, const MentionAt& date);

/// ", was hit in 2015": what stands at token `to` belongs to a verb behind token `from`.
[[nodiscard]] bool belongs_behind_verb(const PeriodView& view, std::uint32_t from, std::uint32_t to);

/// "by 2030", "until June": the day by which something is to be.
[[nodiscard]] bool is_limit(const PeriodView& view, const MentionAt& date);

}  // namespace attest::period

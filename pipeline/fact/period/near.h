// The date of a figure that stands in its phrase, right behind it or right before it. Each search gives null where it finds none.
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// "its 2020 output guidance of 350,000 tonnes", "third-quarter profit of $3 million": the date of the phrase that the figure ends.
[[nodiscard]] const MentionAt* date_of_phrase(const PeriodView& view);

/// "[$3 billion] and $4 billion in 2022 and 2023, respectively": the date in the figure's place among them.
[[nodiscard]] const MentionAt* date_of_respective(const PeriodView& view);

/// "rose to $6 from yesterday's [$5]", "January's record [3 percent]": the date that owns the figure.
[[nodiscard]] const MentionAt* date_of_owner(const PeriodView& view);

/// "compared to 2023 ([$89 billion])": the date that brackets give a figure to.
[[nodiscard]] const MentionAt* date_of_bracket(const PeriodView& view);

/// "[$5 billion] was invested in 2024": the first date behind the figure, and behind those that go on with it.
[[nodiscard]] const MentionAt* date_behind(const PeriodView& view);

/// "exports in 2024 rose to [$5 billion]": the last date before the figure and behind the figure before.
[[nodiscard]] const MentionAt* date_before(const PeriodView& view);

}  // namespace attest::period

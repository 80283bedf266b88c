// Figures that others are compared with: "up from [$4.44 billion] the previous year".
#pragma once

#include <optional>

#include "fact/period/period_view.h"

namespace attest::period {

/// "up from X", "compared to X", "against X". The one thing that a view does not know while it is made: it asks here.
[[nodiscard]] bool is_compared_with(const PeriodView& view);

/// "raised its forecast for 2024 to 6% from [5%]": what was expected of the same time before.
[[nodiscard]] bool is_revised(const PeriodView& view);

/// What is compared without a date of its own: "for the same period", or with what the text before compared with. `date` is the nearest
/// one, null where there is none; nothing where the context does not tell.
[[nodiscard]] std::optional<Period> compared_in_context(const PeriodView& view, const MentionAt* date);

/// "cut its rate to 3.5% from [3.75%] on Thursday": the day of the cut.
[[nodiscard]] bool dates_event(const PeriodView& view, const MentionAt& date);

/// Reads a relative date of a base by the figure before: "up from $4.44 billion the previous year" beside four months.
void settle_base(const PeriodView& view, const MentionAt& date, PeriodReading& reading);

}  // namespace attest::period

// The date of a figure that stands neither in its phrase nor right before or behind it. Each search gives null where it finds none.
#pragma once

#include "fact/period/period_view.h"

namespace attest::period {

/// ", and in May 2024, imports fell 5% to [$3 billion]": holds for all of the clause that it opens.
[[nodiscard]] const MentionAt* date_opening_clause(const PeriodView& view);

/// "in 2023, when [it came to $1.72 billion]": the date that the clause tells of.
[[nodiscard]] const MentionAt* date_of_clause(const PeriodView& view);

/// "In 2024, exports … and imports …": holds for the whole sentence but for what is said of a noun ("who runs …").
[[nodiscard]] const MentionAt* leading_date(const PeriodView& view);

/// "killed 11 civilians and injured 40 on Sunday": the date behind the last of a list holds for all of it.
[[nodiscard]] const MentionAt* date_of_list(const PeriodView& view);

/// "bought a [30%] stake for $250 million in 2022": the only date of the clause holds for all that its verb tells of.
[[nodiscard]] const MentionAt* date_of_clause_end(const PeriodView& view);

/// "Exports rose [17%], from $5 million last year to $6 million this year": when the level was reached that they grew to.
[[nodiscard]] const MentionAt* date_of_level_reached(const PeriodView& view);

/// "Compared to 2020, exports rose [5%] and imports fell 3% last year": the only date beside what is compared with holds for all.
[[nodiscard]] const MentionAt* date_against_base(const PeriodView& view);

/// "Trade with Chad ([$5 million]) and Niger ($3 million) grew in 2023": the date of the verb behind all that stands in brackets.
[[nodiscard]] const MentionAt* date_behind_brackets(const PeriodView& view);

/// "[5 tonnes] from Chad; 4 tonnes from Niger and 3 tonnes from Mali in May": the only date, behind all of a list with semicolons.
[[nodiscard]] const MentionAt* date_behind_parts(const PeriodView& view);

/// "Despite a [30%] decline in trade, China remained the largest partner in 2022": an opening without a verb is of the main clause's time.
[[nodiscard]] const MentionAt* date_of_main_clause(const PeriodView& view);

/// "[Eight] people were killed after a strike hit a house on Sunday": the only day behind those harmed is that of what harmed them.
[[nodiscard]] const MentionAt* date_of_harm(const PeriodView& view);

}  // namespace attest::period

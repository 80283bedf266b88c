// Periods that are worked out of periods: how long they are, the same days of the week or the year before.
#pragma once

#include <optional>

#include "fact/discourse.h"
#include "value/calendar.h"

namespace attest::period {

/// Less than a month: a day, a week.
[[nodiscard]] bool is_short(const Period& period);

/// Whole years, and more than two: "in 1986/87" is one season.
[[nodiscard]] bool spans_years(const Period& period);

/// How many whole months it lasts; nothing where it is not made of such.
[[nodiscard]] std::optional<std::int32_t> months_in(const Period& period);

/// "January-March", read of one year, in the year that begins on `year`, an ISO date. The period has whole months.
[[nodiscard]] Period moved_to_year(const Period& period, std::string_view year);

/// Those days.
[[nodiscard]] Period period_of_days(const DayInterval& days);

/// The same days of the week before.
[[nodiscard]] Period week_before(const Period& period);

/// The same days of the year before; nothing where an end is open.
[[nodiscard]] std::optional<Period> year_before(const Period& period);

/// What a figure of `compared` is compared with, where its date says `stated`: of "up from $4.44 billion the previous year" beside four
/// months, those months of the year before.
[[nodiscard]] Period likewise(const Period& stated, const Period& compared);

}  // namespace attest::period

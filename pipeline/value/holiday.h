// Days that a rule of the calendar fixes: the fourth Thursday of a month, Easter.
#pragma once

#include <optional>

#include "value/calendar.h"

namespace attest {

/// The `number`-th weekday (1 is Monday) of a month, from 1; -1 is the last one. Nothing where there are fewer.
[[nodiscard]] std::optional<Day> nth_weekday(int year, int month, int weekday, int number) noexcept;

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April 1876; in the form of
/// J. Meeus, Astronomical Algorithms, ch. 8).
[[nodiscard]] std::optional<Day> easter_sunday(int year) noexcept;

}  // namespace attest

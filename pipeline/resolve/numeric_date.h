// Dates in numbers alone, 05/06/2025: whether the day or the month stands first is the document's habit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "record/document.h"

namespace attest {

enum class DayOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

/// Two numbers and, if it is written, the year behind them.
struct NumericDate {
  int first = 0;
  int second = 0;
  std::string_view year;  ///< Two or four digits, or "".
  bool dotted = false;    ///< Points part its numbers: "29.5.1987".
};

/// Reads "5/6/2025", "29.5.87", "5-6". Nothing where it is no day in either order.
[[nodiscard]] std::optional<NumericDate> parse_numeric_date(std::string_view text) noexcept;

/// The order that the numbers and their marks allow; kUnknown where both do. Where points part them, the day stands first, as in all
/// locales of Unicode CLDR that write points and do not begin with the year (de, ru, kk, pl, tr …).
[[nodiscard]] DayOrder order_shown_by(const NumericDate& date) noexcept;

/// The habit of the place that an article comes from: its language variant ("en-GB"), else the country of its address.
[[nodiscard]] DayOrder order_usual_for(const DocumentMetadata& metadata) noexcept;

/// The date as a template of date_steps.h: "1987 month=5 day=29", or from "open" without a year. Two digits are the year
/// nearest to `around`.
[[nodiscard]] std::string steps_of(const NumericDate& date, DayOrder order, int around);

}  // namespace attest

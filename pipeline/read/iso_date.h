// Dates as metadata states them: a day, or a moment of which the day is kept.
#pragma once

#include <optional>
#include <string_view>

namespace attest {

/// The `YYYY-MM-DD` that begins `text`, where `text` is that real day alone or goes on with a time of day ("T15:01:01",
/// " 15:01") or a time zone ("Z", "+02:00"); nothing otherwise. A time zone does not move the day.
[[nodiscard]] std::optional<std::string_view> leading_iso_date(std::string_view text) noexcept;

}  // namespace attest

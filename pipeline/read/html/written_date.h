// Dates as pages write them, in metadata and beside headlines.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace attest::html {

/// The first day in `text` that is written in full, as `YYYY-MM-DD`: "2025-06-17T08:00Z", "20250617", "June 17, 2025",
/// "17 June 2025", "Tue, 17 Jun 2025", "17. Juni 2025", "17.06.2025", "17/06/2025", "2025年6月17日". Names of months
/// are rules/lists/page_month.tsv. Of 06/17/2025 and 17/06/2025 the only possible reading counts; where both are
/// possible, the day comes first if `day_first`. Nothing for years outside 1990 to 2099.
[[nodiscard]] std::optional<std::string> find_written_date(std::string_view text, bool day_first);

/// The day in the path of an address: /2025/06/17/, /2025-06-17-, /20250617/. Nothing where only year and month stand.
[[nodiscard]] std::optional<std::string> find_date_in_url(std::string_view url);

}  // namespace attest::html

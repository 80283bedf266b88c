// Findings as a fact-checker would write them: figures as they stand in the text, who says them, the gap, and the arithmetic.
#pragma once

#include <string>
#include <vector>

#include "check/checked_fact.h"

namespace attest {

/// "43.82 billion USD", "46.1%", "29.3 million t", "224": a number in its unit, scaled for reading.
[[nodiscard]] std::string amount(const Decimal& number, const std::string& unit);
/// "[43.815, 43.825] billion USD": an interval in its unit.
[[nodiscard]] std::string amount(const Interval& interval, const std::string& unit);
/// "+ 13.8%", "45.8%": a share of 1 as a percentage with one digit.
[[nodiscard]] std::string percentage(double share);
/// "1.3 percentage points": the difference of two shares of 1.
[[nodiscard]] std::string points(const Decimal& difference);
/// "2024", "2024-01 to 2024-04", "2025-06-16", or the two days.
[[nodiscard]] std::string period_in_words(const DayInterval& period);
/// "bilateral trade turnover, China and Kazakhstan, 2024".
[[nodiscard]] std::string subject_in_words(const CheckedFact& fact);
/// "$30.05 billion (Bureau of National Statistics)": the quote with its hedge and who is named for it.
[[nodiscard]] std::string stated(const CheckedFact& fact);
/// "a, b and c".
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);

}  // namespace attest

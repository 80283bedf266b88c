// Measures in the noun phrases of a sentence: those of the lists, and any other phrase.
#pragma once

#include <cstdint>
#include <optional>

#include "fact/fact_sentence.h"
#include "fact/measure/measure_reading.h"

namespace attest {

/// Columns of rules/lists/measure.tsv behind the surface, and of measure_verb.tsv, which has the first three and `unit`.
enum MeasureColumn : std::size_t { kId, kBase, kFlow, kShareId, kGrowthId };
inline constexpr std::size_t kVerbUnit = 3;
/// Columns of the list `movement`, behind its direction.
enum MovementColumn : std::size_t { kDirection, kTakesObject, kMovesMoney };
/// Columns of the list `trade_role`.
enum TradeRoleColumn : std::size_t { kSide, kPart };

inline constexpr std::size_t kShortestPhrase = 3;  ///< Bytes; shorter ones are initials and codes.

/// Percentages and ratios, which may be shares of something.
[[nodiscard]] constexpr bool is_share(Quantity quantity) noexcept { return quantity == Quantity::kPercent || quantity == Quantity::kRatio; }

/// The listed measure that ends right before token `end`; null where there is none.
[[nodiscard]] const FoundEntry* measure_ending_at(const FactSentence& sentence, std::uint32_t end);

/// The reading of a listed measure with its modifiers, which begin at `floor` at the earliest.
[[nodiscard]] MeasureReading listed_measure(const FactSentence& sentence, const FoundEntry& measure, std::uint32_t floor);

/// The reading of a phrase whose head is not listed. `singular` puts the head into its base form.
[[nodiscard]] MeasureReading unlisted_measure(const FactSentence& sentence, TokenRange phrase, bool singular);

/// The reading of a phrase: that of the listed measure at its end, or of its words.
[[nodiscard]] MeasureReading measure_of_phrase(const FactSentence& sentence, TokenRange phrase);

/// The listed measure in [from, to): the last one, or the one that it completes ("the value of exports").
[[nodiscard]] std::optional<MeasureReading> last_measure(const FactSentence& sentence, std::uint32_t from, std::uint32_t to);

/// Where the last group of verbs before `token` begins, behind `floor`; `token` itself where there is none.
[[nodiscard]] std::uint32_t verb_before(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor);

/// The last token before `token` that is no hedge and no article: "reached more than a [$5 billion]" is at "reached". The end of the
/// sentence for none.
[[nodiscard]] std::uint32_t significant_before(const FactSentence& sentence, std::uint32_t token);

/// "a fall in | [third-quarter] profit": the noun behind articles and dates that begin at `token`; `token` itself where none stands there.
[[nodiscard]] std::uint32_t behind_dates(const FactSentence& sentence, std::uint32_t token);

/// "Output at the field, in which Norvale has a stake, jumped [45%]": where the relative clause begins that the verb goes on behind; the
/// sentence's begin where there is none.
[[nodiscard]] std::uint32_t relative_before(const FactSentence& sentence, std::uint32_t verb);

}  // namespace attest

// What a new version of an article says differently: figures that got another value, that are told of something else, that came and went.
//
//   for (const FactChange& change : changes_between(before, after)) ...
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/checked_fact.h"

namespace attest {

enum class ChangeOfFact : std::uint8_t {
  kValue,    ///< The same measure of the same parties and period has another number.
  kMeaning,  ///< The same number in much the same sentence has another measure, period, party or status.
  kAdded,
  kRemoved,
};

/// "value", "meaning", "added", "removed".
[[nodiscard]] std::string_view name_of(ChangeOfFact change) noexcept;

struct FactChange {
  ChangeOfFact kind = ChangeOfFact::kValue;
  const CheckedFact* before = nullptr;  ///< Null for what was added.
  const CheckedFact* after = nullptr;   ///< Null for what was removed.
};

/// The changes in order of position, those of the new version first where two stand at one place. Facts that both state alike, wherever,
/// are no change. The documents must outlive the result.
[[nodiscard]] std::vector<FactChange> changes_between(const CheckedDocument& before, const CheckedDocument& after);

/// A change as a reader is told it: "bilateral trade, CN and KZ, 2024: $43.8 billion is now $44.1 billion".
[[nodiscard]] std::string in_words(const FactChange& change);

}  // namespace attest

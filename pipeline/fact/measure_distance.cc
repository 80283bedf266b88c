// How far off something is: "3 km from the town", "40 km (25 miles) east of Zlin".
#include <algorithm>

#include "fact/measure_finder.h"

namespace attest {

// No move from one level to the next ("rose 5 km from 10 km"), and no line between two places ("272 km from Almaty to Khorgos").
bool MeasureFinder::is_start_of_way(TokenRange words) const {
  constexpr std::uint32_t kLongestName = 8;  // tokens
  if (!sentence_->is(words.begin, "from") || words.end != words.begin + 1) return false;
  for (const MentionAt& next : sentence_->figures()) {
    if (next.tokens.begin == words.end) return true;
  }
  const std::uint32_t limit = std::min(clause_.end, words.end + kLongestName);
  for (std::uint32_t token = words.end; token < limit; ++token) {
    if (sentence_->is_any(token, {",", "when", "after", "and"})) return false;
    if (sentence_->is(token, "to")) return true;
  }
  return false;
}

std::optional<MeasureReading> MeasureFinder::distance() {
  if (dimension_of(figure()) != Dimension::kLength) return std::nullopt;
  const auto words = lexicon_->at(sentence_->view(), FactList::kDistanceWord, behind_conversion(), clause_.end);
  if (!words || is_start_of_way(words->tokens)) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "transport.distance", "distance", "fact.distance");
  reading.quantity = figure().quantity;
  reading.stands_still = true;
  return reading;
}

}  // namespace attest

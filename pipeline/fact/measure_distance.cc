#include "fact/measure_distance.h"

#include <algorithm>

#include "fact/figure_dimension.h"

namespace attest::measure {
namespace {

// No move from one level to the next ("rose 5 km from 10 km"), and no line between two places ("272 km from Almaty to Khorgos").
bool is_start_of_way(const FigureView& figure, TokenRange words) {
  const FactSentence& sentence = figure.sentence();
  constexpr std::uint32_t kLongestName = 8;  // tokens
  if (!sentence.is(words.begin, "from") || words.end != words.begin + 1) return false;
  for (const MentionAt& next : sentence.figures()) {
    if (next.tokens.begin == words.end) return true;
  }
  const std::uint32_t limit = std::min(figure.clause().end, words.end + kLongestName);
  for (std::uint32_t token = words.end; token < limit; ++token) {
    if (sentence.is_any(token, {",", "when", "after", "and"})) return false;
    if (sentence.is(token, "to")) return true;
  }
  return false;
}

}  // namespace

std::optional<MeasureReading> distance(const FigureView& figure) {
  if (figure.dimension() != Dimension::kLength) return std::nullopt;
  const auto words =
      figure.lexicon().at(figure.sentence().view(), FactList::kDistanceWord, figure.behind_conversion(), figure.clause().end);
  if (!words || is_start_of_way(figure, words->tokens)) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "transport.distance", "distance", "fact.distance");
  reading.quantity = figure.quantity();
  reading.stands_still = true;
  return reading;
}

}  // namespace attest::measure

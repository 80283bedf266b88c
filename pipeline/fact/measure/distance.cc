#include "fact/measure/distance.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "fact/figure_dimension.h"
#include "fact/noun_phrase.h"

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

// What a superlative tells the extent of: "the [highest] dam", "the [longest] tunnel"; "" for others.
std::string_view extent_of_superlative(const FactSentence& sentence, std::uint32_t token) {
  if (sentence.is_any(token, {"highest", "tallest"})) return "height";
  if (sentence.is(token, "longest")) return "length";
  if (sentence.is(token, "deepest")) return "depth";
  return sentence.is(token, "widest") ? "width" : "";
}

// "will be the highest dam in the world, at [335 meters]", "At [335 meters], it will be the highest dam".
std::optional<MeasureReading> extent(const FigureView& figure) {
  const FactSentence& sentence = figure.sentence();
  if (!figure.has_before() || !sentence.is(figure.before(), "at")) return std::nullopt;
  for (std::uint32_t token = figure.clause().begin; token < figure.clause().end; ++token) {
    const std::string_view name = extent_of_superlative(sentence, token);
    const TokenRange what = name.empty() ? TokenRange{} : phrase_at(sentence, token + 1);
    if (name.empty()) continue;
    const std::string thing = what.begin == token + 1 && what.begin < what.end ? base_form(sentence, what, true) : std::string();
    MeasureReading reading =
        reading_named(ReadingKind::kLevel, name == "length" ? "transport.distance" : "", std::string(name), "fact.distance");
    if (!thing.empty()) reading.phrase += " of " + thing;
    reading.stands_still = true;
    return reading;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MeasureReading> distance(const FigureView& figure) {
  if (figure.dimension() != Dimension::kLength) return std::nullopt;
  if (auto of_thing = extent(figure)) return of_thing;
  const auto words =
      figure.lexicon().at(figure.sentence().view(), FactList::kDistanceWord, figure.behind_conversion(), figure.clause().end);
  if (!words || is_start_of_way(figure, words->tokens)) return std::nullopt;
  MeasureReading reading = reading_named(ReadingKind::kLevel, "transport.distance", "distance", "fact.distance");
  reading.quantity = figure.quantity();
  reading.stands_still = true;
  return reading;
}

}  // namespace attest::measure

#include "fact/period/range.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "fact/period/arithmetic.h"
#include "value/calendar_unit.h"

namespace attest::period {
namespace {

std::optional<std::string> year_behind(std::string_view day, std::int32_t years) {
  const auto begin = parse_iso_date(day);
  const auto moved = begin ? add_years(*begin, years) : std::nullopt;
  return moved ? std::optional(moved->to_iso()) : std::nullopt;
}

// "rose [to] $5 billion", "grew 5%, [reaching] $5 billion", "grew 5% and [reached] $5 billion", but not "lent $5 billion to 49 states",
// "loans amounting to".
bool moves_to_level(const PeriodView& view, std::uint32_t word) {
  const FactSentence& sentence = view.sentence();
  if (sentence.is_any(word, {"reaching", "hitting"})) return true;
  // "increased 2.5 times and [reached] $60 billion"
  if (!sentence.is(word, "to") && (view.earlier().empty() || !sentence.is_any(word, {"reached", "hit"}))) return false;
  for (std::uint32_t token = view.clause().begin; token < word; ++token) {
    const bool moves =
        sentence.covering(FactList::kMovement, token) != nullptr || sentence.covering(FactList::kChangeNoun, token) != nullptr;
    if (moves) return view.record(view.index()).quantity != Quantity::kCount || sentence.covering(FactList::kMovement, token) != nullptr;
  }
  return false;
}

}  // namespace

PeriodReading at_end_of_range(const PeriodView& view, PeriodReading reading, const MentionAt* date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t word = view.before();
  const bool first = sentence.is(word, "from");
  const bool of_growth = first && reading.period.empty() && !view.earlier().empty() && !view.earlier().back().is_base;
  if (of_growth) reading.period = view.earlier().back().period;
  const bool planned = date != nullptr && !sentence.is_any(date->tokens.begin - 1, {"between", "from", "in", "during", "over"});
  if ((!first && !moves_to_level(view, word)) || view.is_growth() || !spans_years(reading.period) || planned) {
    if (of_growth) reading.period = {};
    return reading;
  }
  if (of_growth) reading.source = PeriodSource::kContext;
  if (first) {
    if (const auto end = year_behind(reading.period.start, 1)) reading.period.end = *end;
  } else if (const auto start = year_behind(reading.period.end, -1)) {
    reading.period.start = *start;
    reading.lasts = reading.period.end <= view.published();
  }
  return reading;
}

}  // namespace attest::period

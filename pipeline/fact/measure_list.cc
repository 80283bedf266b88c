// As many figures as measures: "Net sales, operating profit and volume rose 4.2%, 7% and 3.3%".
#include <algorithm>
#include <utility>

#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// The figures that commas and "and" join with this one: the first and how many.
std::pair<std::size_t, std::size_t> MeasureFinder::joined_figures() const {
  const auto figures = sentence_->figures();
  const auto joins = [&](std::size_t left) {
    const std::uint32_t to = figures[left + 1].tokens.begin;
    std::uint32_t token = figures[left].tokens.end;
    if (token == to) return false;
    while (token < to && (sentence_->is_any(token, {",", "and"}) || sentence_->covering(FactList::kFigureHedge, token) != nullptr)) ++token;
    return token == to && mentions_[figures[left].mention].figure()->noun.empty();
  };
  std::size_t first = index_;
  while (first > 0 && joins(first - 1)) --first;
  std::size_t last = index_;
  while (last + 1 < figures.size() && joins(last)) ++last;
  return {first, last + 1 - first};
}

// The `number`th of exactly `count` phrases that commas and "and" join from a listed measure on; empty where there are not as many.
TokenRange MeasureFinder::joined_measure(std::size_t number, std::size_t count, std::uint32_t limit) const {
  const FoundEntry* first = sentence_->first_from(FactList::kMeasure, clause_.begin, limit);
  if (first == nullptr) return {};
  TokenRange phrase{phrase_begin(*sentence_, first->tokens.begin, clause_.begin), first->tokens.end};
  TokenRange wanted;
  bool closed = false;  // "and" was seen
  for (std::size_t i = 0; i < count; ++i) {
    if (phrase.begin >= phrase.end || phrase.end > limit || (i > 0 && sentence_->role(phrase.begin) == WordRole::kName)) return {};
    if (i == number) wanted = phrase;
    const std::uint32_t joint = phrase.end + (sentence_->is(phrase.end, ",") && sentence_->is(phrase.end + 1, "and") ? 1 : 0);
    const bool joined = sentence_->is_any(joint, {",", "and"}) && phrase_at(*sentence_, joint + 1).begin == joint + 1;
    if (i + 1 == count) return closed && !joined ? wanted : TokenRange{};
    if (!joined) return {};
    closed = sentence_->is(joint, "and");
    phrase = phrase_at(*sentence_, joint + 1);
  }
  return {};
}

std::optional<MeasureReading> MeasureFinder::one_of_list() {
  if (figure().quantity == Quantity::kOrdinal || !figure().noun.empty()) return std::nullopt;
  const auto [first, count] = joined_figures();
  if (count < 2) return std::nullopt;
  // "$32 million and $.75, compared to [$27 million] and $.64": the subject stands before the first figure of the clause.
  std::uint32_t limit = sentence_->figures()[first].tokens.begin;
  for (const MentionAt& other : sentence_->figures()) {
    if (other.tokens.begin >= clause_.begin) limit = std::min(limit, other.tokens.begin);
  }
  const std::uint32_t verb = verb_before(*sentence_, limit, clause_.begin);
  const TokenRange phrase = verb < limit ? joined_measure(index_ - first, count, verb) : TokenRange{};
  if (phrase.begin == phrase.end) return std::nullopt;
  MeasureReading reading = measure_of_phrase(*sentence_, phrase);
  reading.rule = "fact.subject";
  const bool moved = sentence_->covering(FactList::kMovement, significant_before(sentence_->figures()[first].tokens.begin)) != nullptr ||
                     sentence_->is(significant_before(sentence_->figures()[first].tokens.begin), "by");
  return is_relative() && moved ? growth_of(std::move(reading)) : std::optional(std::move(reading));
}

}  // namespace attest

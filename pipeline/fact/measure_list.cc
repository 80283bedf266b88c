// As many figures as measures: "Net sales, operating profit and volume rose 4.2%, 7% and 3.3%"; "exports rose 5% and imports 8%".
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

// "Exports rose 5% to $3 billion and imports [8%] to $2 billion", "the base rate was cut to 5% and the deposit rate to [4%]": the verb is
// left out, what the figure measures stands before it.
std::optional<MeasureReading> MeasureFinder::next_without_verb() {
  const bool to = sentence_->is(before_, "to");
  if (index_ == 0 || !(is_amount() || is_relative()) || before_ == sentence_->tokens().end) return std::nullopt;
  const std::uint32_t before = sentence_->figures()[index_ - 1].tokens.end;
  const std::uint32_t end = to || sentence_->is(before_, "by") ? before_ : before_ + 1;
  const std::uint32_t begin = phrase_begin(*sentence_, end, before);
  std::uint32_t joint = begin;
  while (joint > before && sentence_->role(joint - 1) == WordRole::kDeterminer) --joint;
  if (begin >= end || joint <= before || !sentence_->is_any(joint - 1, {"and", ","})) return std::nullopt;
  const FoundEntry* measure = measure_ending_at(*sentence_, end);
  if (measure == nullptr || sentence_->role(end - 1) != WordRole::kContent) return std::nullopt;
  for (std::size_t i = index_; i > 0; --i) {
    const MeasureReading& told = earlier_[i - 1];
    const bool growth = told.kind == ReadingKind::kGrowth && is_relative() && !to;
    const bool level =
        told.kind == ReadingKind::kLevel && to && sentence_->is(significant_before(sentence_->figures()[i - 1].tokens.begin), "to");
    if (told.quantity != figure().quantity || (!growth && !level)) continue;
    MeasureReading reading = listed_measure(*sentence_, *measure, begin);
    reading.rule = "fact.subject";
    return growth ? growth_of(std::move(reading)) : reading;
  }
  return std::nullopt;
}

}  // namespace attest

// Changes of things in a row, and how much more there is of a thing.
#include "fact/measure_finder.h"
#include "fact/noun_phrase.h"

namespace attest {

// The verb that a passive behind the figure ends in: "[45%] more plastics and 8% more glass were [imported]"; null for none.
const FoundEntry* MeasureFinder::done_behind(std::uint32_t token) const {
  while (token < clause_.end && !sentence_->is_auxiliary(token)) ++token;
  while (token < clause_.end && sentence_->is_auxiliary(token)) ++token;
  return token < clause_.end ? sentence_->covering(FactList::kMeasureVerb, token) : nullptr;
}

// "bought [45%] more plastics", "[45%] more plastics were imported": by how much that has grown.
std::optional<MeasureReading> MeasureFinder::more_of_thing() {
  const bool in_other_words = index_ > 0 && sentence_->is(at_.tokens.begin - 1, "or");  // "200 or [0.9%] fewer births"
  const bool more = is_share(figure().quantity) && !in_other_words && sentence_->is_any(at_.tokens.end, {"more", "fewer", "less"});
  const TokenRange thing = more ? phrase_at(*sentence_, at_.tokens.end + 1) : TokenRange{};
  if (thing.begin >= thing.end || sentence_->role(thing.end - 1) != WordRole::kContent) return std::nullopt;
  const FoundEntry* done = before_ < sentence_->tokens().end ? sentence_->covering(FactList::kMeasureVerb, before_) : nullptr;
  if (done == nullptr && index_ > 0 && earlier_.back().kind == ReadingKind::kGrowth && earlier_.back().from_verb)
    return growth_of(part_of_told(earlier_.back(), thing));
  if (done == nullptr) done = done_behind(thing.end);
  if (done == nullptr) return growth_of(measure_of_phrase(*sentence_, thing));
  MeasureReading reading = verb_reading(*done, thing.begin);
  if (reading.id == "company.deal_value") reading.id = "";  // goods, no firms
  return growth_of(std::move(reading));
}

// "raised imports of glass by 5%, by [8%] of steel", "exports of fruit by 5%, ore – [8%]": what grew is told of before, and each part of
// it has its own figure.
std::optional<MeasureReading> MeasureFinder::change_of_listed() {
  if (!is_relative() || index_ == 0 || earlier_.back().kind != ReadingKind::kGrowth || before_ == sentence_->tokens().end)
    return std::nullopt;
  const std::uint32_t end = sentence_->figures()[index_ - 1].tokens.end;
  const auto goes_on = [&](std::uint32_t token) { return token >= end && sentence_->is_any(token, {",", "and", ";"}); };
  TokenRange part;
  if (sentence_->is(before_, "by") && goes_on(before_ - 1) && sentence_->is(at_.tokens.end, "of")) {
    part = phrase_at(*sentence_, at_.tokens.end + 1);
  } else if (sentence_->is_any(before_, {"-", "–", "—"}) && before_ > end) {
    part = {phrase_begin(*sentence_, before_, end), before_};
    if (!goes_on(part.begin - 1)) return std::nullopt;
  }
  if (part.begin >= part.end || sentence_->role(part.end - 1) != WordRole::kContent) return std::nullopt;
  MeasureReading reading = growth_of(part_of_told(earlier_.back(), part));
  reading.same_parties = true;
  return reading;
}

// "an increase in exports of fruit by [5%]": what the noun of change is completed by.
std::optional<MeasureReading> MeasureFinder::growth_of_noun_by() const {
  const FoundEntry* noun =
      is_relative() && sentence_->is(before_, "by") ? sentence_->last_before(FactList::kChangeNoun, before_, floor_) : nullptr;
  if (noun == nullptr || sentence_->role(noun->tokens.begin) == WordRole::kVerb || !sentence_->is_any(noun->tokens.end, {"in", "of"}))
    return std::nullopt;
  if (verb_before(*sentence_, at_.tokens.begin, noun->tokens.end) != at_.tokens.begin) return std::nullopt;
  const TokenRange of = phrase_at(*sentence_, behind_dates(noun->tokens.end + 1));
  if (of.begin >= of.end || of.end > before_) return std::nullopt;
  auto listed = last_measure(*sentence_, of.begin, before_);
  return growth_of(listed ? *std::move(listed) : measure_of_phrase(*sentence_, of));
}

}  // namespace attest

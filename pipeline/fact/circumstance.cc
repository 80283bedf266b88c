#include "fact/circumstance.h"

#include <algorithm>

#include "record/names.h"

namespace attest {
namespace {

ChangeDirection direction_named(std::string_view name) { return change_direction_named(name).value_or(ChangeDirection::kNone); }

}  // namespace

FactStatus status_of(const FactSentence& sentence, TokenRange figure, std::uint32_t floor) {
  const TokenRange clause = sentence.clause_around(figure.begin);
  const std::uint32_t from = std::max(clause.begin, floor);
  const FoundEntry* word = sentence.last_before(FactList::kStatusWord, figure.begin, from);
  if (word == nullptr) word = sentence.last_before(FactList::kStatusWord, figure.begin, clause.begin);
  if (word == nullptr) {
    std::uint32_t limit = clause.end;
    for (const MentionAt& next : sentence.figures()) {
      if (next.tokens.begin > figure.begin) {
        limit = std::min(limit, next.tokens.begin);
        break;
      }
    }
    word = sentence.first_from(FactList::kStatusWord, figure.end, limit);
  }
  if (word == nullptr) return FactStatus::kActual;
  return fact_status_named(word->cell(0)).value_or(FactStatus::kActual);
}

Change change_of(const FactSentence& sentence, const MeasureReading& measure, Quantity quantity, TokenRange figure, std::uint32_t floor) {
  Change change;
  const TokenRange clause = sentence.clause_around(figure.begin);
  const bool goes_on = measure.inherited && figure.begin > clause.begin && sentence.is(figure.begin - 1, "to");
  const std::uint32_t from = goes_on ? clause.begin : std::max(clause.begin, floor);
  const FoundEntry* word = sentence.last_before(FactList::kMovement, figure.end, from);
  if (word == nullptr) word = sentence.last_before(FactList::kChangeNoun, figure.begin, from);
  if (word == nullptr && measure.kind == ReadingKind::kGrowth) word = sentence.first_from(FactList::kChangeNoun, figure.end, clause.end);
  if (word == nullptr) return change;
  change.direction = direction_named(word->cell(0));
  if (measure.kind != ReadingKind::kGrowth) return change;
  const bool relative = quantity == Quantity::kPercent || quantity == Quantity::kRatio || quantity == Quantity::kPercentagePoint;
  change.kind = relative ? ChangeKind::kPercent : ChangeKind::kAbsolute;
  return change;
}

}  // namespace attest

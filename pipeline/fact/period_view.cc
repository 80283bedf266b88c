#include "fact/period_view.h"

#include "fact/period_base.h"

namespace attest {

PeriodView::PeriodView(const PeriodKnowledge& known, const FactSentence& sentence, std::span<const Mention> mentions, std::size_t index,
                       std::span<const PeriodReading> earlier, const MeasureReading& measure)
    : known_(known),
      sentence_(&sentence),
      mentions_(mentions),
      index_(index),
      earlier_(earlier),
      measure_(&measure),
      at_(sentence.figures()[index].tokens),
      clause_(sentence.clause_around(at_.begin)) {
  is_base_ = period::is_compared_with(*this);
}

PeriodView::PeriodView(const PeriodKnowledge& known, const FactSentence& sentence, std::span<const Mention> mentions)
    : known_(known),
      sentence_(&sentence),
      mentions_(mentions),
      at_{sentence.tokens().begin, sentence.tokens().begin},
      clause_(sentence.tokens()) {}

Period PeriodView::days_of(const MentionAt& date) const {
  const DateExpression& days = expression(date);
  return {days.start_date, days.end_date};
}

const MentionAt* PeriodView::ending_at(std::uint32_t token) const noexcept {
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.end == token) return &date;
  }
  return nullptr;
}

std::uint32_t PeriodView::connective_before(std::uint32_t token) const {
  while (token > sentence_->tokens().begin) {
    const WordRole role = sentence_->role(token - 1);
    const bool hedges =
        role == WordRole::kAdverb || role == WordRole::kDeterminer || sentence_->covering(FactList::kFigureHedge, token - 1) != nullptr;
    if (!hedges) return token - 1;
    --token;
  }
  return token;
}

}  // namespace attest

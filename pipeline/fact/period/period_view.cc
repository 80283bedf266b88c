#include "fact/period/period_view.h"

#include "fact/period/arithmetic.h"
#include "fact/period/base.h"

namespace attest {
namespace {

constexpr std::int32_t kMonthsInYear = 12;

}  // namespace

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
  if (const MentionAt* months = gloss_of(date)) return glossed_days(*months);
  const DateExpression& days = expression(date);
  return {days.start_date, days.end_date};
}

const MentionAt* PeriodView::gloss_of(const MentionAt& date) const {
  if (!sentence_->is(date.tokens.end, "(")) return nullptr;
  for (const MentionAt& gloss : sentence_->dates()) {
    if (gloss.tokens.begin != date.tokens.end + 1 || !sentence_->is(gloss.tokens.end, ")")) continue;
    const auto months = period::months_in({expression(date).start_date, expression(date).end_date});
    const bool explains =
        months && *months < kMonthsInYear && months == period::months_in({expression(gloss).start_date, expression(gloss).end_date});
    return explains && expression(gloss).timex.find('/') != std::string::npos ? &gloss : nullptr;
  }
  return nullptr;
}

Period PeriodView::glossed_days(const MentionAt& gloss) const {
  const Period days{expression(gloss).start_date, expression(gloss).end_date};
  for (const MentionAt& year : sentence_->dates()) {
    constexpr std::size_t kDigits = 4;
    const bool behind = year.tokens.begin == gloss.tokens.end + 2 && sentence_->is(gloss.tokens.end + 1, "of");
    if (behind && year.tokens.end == year.tokens.begin + 1 && expression(year).timex.size() == kDigits)
      return period::moved_to_year(days, expression(year).start_date);
  }
  return days;
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

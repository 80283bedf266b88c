#include "fact/period_finder.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kReachBehind = 12;  // tokens between a figure and the date behind it

}  // namespace

bool PeriodFinder::is_usable(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool dated = !expression.start_date.empty() || !expression.end_date.empty();
  return dated && !expression.citation && expression.type != DateType::kSet && !dates_speech(date);
}

// "said on Friday", "figures released on Monday", and the day of a dateline.
bool PeriodFinder::dates_speech(const MentionAt& date) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  for (std::uint32_t back = 1; back <= 2 && date.tokens.begin >= begin + back; ++back) {
    const std::uint32_t before = date.tokens.begin - back;
    if (sentence_->covering(FactList::kSpeechVerb, before) != nullptr || sentence_->is_any(before, {"released", "published", "issued"}))
      return true;
  }
  constexpr std::uint32_t kLongestDateline = 8;
  const bool opens = date.tokens.begin < begin + kLongestDateline && date.tokens.begin > begin;
  return opens && (sentence_->is_any(date.tokens.end, {"-", "–", "—"}) ||
                   (sentence_->is(date.tokens.end, "(") && sentence_->is(date.tokens.end + 2, ")")));
}

// "nearly the same as in 2023", "than a year earlier": the date of what the figure is compared with.
bool PeriodFinder::is_compared(const MentionAt& date) const {
  std::uint32_t before = date.tokens.begin;
  constexpr std::uint32_t kReach = 5;
  for (std::uint32_t back = 0; back < kReach && before > at_.end; ++back) {
    --before;
    if (sentence_->is_any(before, {"than", "as", "compared", "against", "versus", "from"}) && sentence_->role(before) != WordRole::kDate) {
      return true;
    }
  }
  return false;
}

const MentionAt* PeriodFinder::date_behind() const {
  std::uint32_t limit = std::min(clause_.end, at_.end + kReachBehind);
  if (index_ + 1 < sentence_->figures().size()) limit = std::min(limit, sentence_->figures()[index_ + 1].tokens.begin);
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < at_.end) continue;
    if (date.tokens.begin >= limit) return nullptr;
    if (!is_usable(date)) continue;
    return is_compared(date) ? nullptr : &date;
  }
  return nullptr;
}

const MentionAt* PeriodFinder::date_before() const {
  const std::uint32_t floor = index_ > 0 ? sentence_->figures()[index_ - 1].tokens.end : sentence_->tokens().begin;
  const MentionAt* last = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.end > at_.begin) break;
    if (date.tokens.begin >= std::max(floor, clause_.begin) && is_usable(date)) last = &date;
  }
  // A date right behind the figure before belongs to that one: "$5 billion in 2024, while …".
  const bool is_taken = last != nullptr && index_ > 0 && last->tokens.begin < floor + 3;
  return is_taken ? nullptr : last;
}

// "In 2024, exports … and imports …": holds for the whole sentence.
const MentionAt* PeriodFinder::leading_date() const {
  const std::uint32_t first_figure = sentence_->figures().front().tokens.begin;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin >= first_figure) return nullptr;
    if (is_usable(date)) return &date;
  }
  return nullptr;
}

std::uint32_t PeriodFinder::connective_before(std::uint32_t token) const {
  while (token > sentence_->tokens().begin) {
    const WordRole role = sentence_->role(token - 1);
    const bool hedges = role == WordRole::kAdverb || role == WordRole::kDeterminer ||
                        sentence_->is_any(token - 1, {"about", "around", "almost", "over", "more", "than", "nearly", "some"});
    if (!hedges) return token - 1;
    --token;
  }
  return token;
}

// "up from X", "compared to X", "against X".
bool PeriodFinder::is_base() const {
  const std::uint32_t word = connective_before(at_.begin);
  if (sentence_->is(word, "from")) return true;
  if (sentence_->is_any(word, {"against", "versus", "vs"})) return true;
  return sentence_->is_any(word, {"to", "with"}) && word > sentence_->tokens().begin &&
         sentence_->is_any(word - 1, {"compared", "comparison"});
}

// "from A to B": A is named before the figure that it is compared with.
bool PeriodFinder::is_before_its_target() const {
  if (!sentence_->is(connective_before(at_.begin), "from") || index_ + 1 >= sentence_->figures().size()) return false;
  return sentence_->is(connective_before(sentence_->figures()[index_ + 1].tokens.begin), "to");
}

// The simple past goes on with what was told before; the present tells of now.
bool PeriodFinder::is_carried() const {
  bool past = false;
  for (std::uint32_t token = clause_.begin; token < at_.begin; ++token) {
    if (sentence_->is_any(token, {"has", "have", "is", "are", "will", "would", "includes", "include", "can", "could", "may", "plans"}))
      return false;
    const FoundEntry* verb = sentence_->covering(FactList::kLevelVerb, token);
    past = past || (verb != nullptr && verb->cell(0) == "past");
    past = past ||
           (sentence_->role(token) == WordRole::kVerb && verb == nullptr && sentence_->covering(FactList::kMovement, token) != nullptr);
    past = past || (sentence_->role(token) == WordRole::kParticiple && sentence_->view().word(token).ends_with("ed"));
  }
  return past;
}

Period PeriodFinder::period_of(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool since = date.tokens.begin > sentence_->tokens().begin && sentence_->is(date.tokens.begin - 1, "since");
  return since ? Period{expression.start_date, {}} : Period{expression.start_date, expression.end_date};
}

PeriodReading PeriodFinder::find(const FactSentence& sentence, std::span<const Mention> mentions, std::size_t figure,
                                 std::span<const PeriodReading> earlier, const Discourse& discourse) {
  sentence_ = &sentence;
  mentions_ = mentions;
  index_ = figure;
  at_ = sentence.figures()[figure].tokens;
  clause_ = sentence.clause_around(at_.begin);
  PeriodReading reading;
  reading.is_base = is_base();
  const MentionAt* date = date_behind();
  const bool of_both = date != nullptr && sentence.is_any(date->tokens.begin, {"the", "that"}) &&
                       sentence.is_any(date->tokens.begin + 1, {"same", "period"});
  if (of_both && index_ > 0 && earlier.back().is_base && !discourse.period().empty()) {
    reading.period = discourse.period();
    reading.source = PeriodSource::kContext;
    return reading;
  }
  if (is_before_its_target() && date == nullptr && !discourse.base_period().empty()) {
    reading.period = discourse.base_period();
    reading.source = PeriodSource::kContext;
    return reading;
  }
  if (date == nullptr) date = date_before();
  if (date == nullptr && !reading.is_base) date = leading_date();
  if (date != nullptr) {
    reading.period = period_of(*date);
    reading.date = mentions[date->mention].bytes;
    reading.source = PeriodSource::kStated;
    return reading;
  }
  for (std::size_t i = earlier.size(); i > 0 && reading.period.empty(); --i) {
    if (!earlier[i - 1].is_base && !reading.is_base) reading.period = earlier[i - 1].period;
  }
  if (reading.period.empty() && !reading.is_base && is_carried()) reading.period = discourse.period();
  if (!reading.period.empty()) reading.source = PeriodSource::kContext;
  return reading;
}

}  // namespace attest

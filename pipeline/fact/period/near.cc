#include "fact/period/near.h"

#include <algorithm>

#include "fact/period/comparison.h"
#include "fact/period/date.h"
#include "fact/period/group.h"
#include "fact/respective.h"

namespace attest::period {
namespace {

constexpr std::uint32_t kReachOfSource = 24;  // tokens of "according to a survey of 900 voters made in June"

// Where the phrase ends that says who counted: ", according to a survey of 900 voters made in June"; `from` where there is none.
std::uint32_t source_end(const PeriodView& view, std::uint32_t from) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t adverb = sentence.role(from) == WordRole::kAdverb ? 1 : 0;  // "from 3.5% previously, according to"
  std::uint32_t token = from + adverb;
  if (sentence.is(token, ",")) ++token;
  if (!sentence.is(token, "according")) return from;
  const std::uint32_t limit = std::min(view.clause().end, from + kReachOfSource);
  while (token < limit && !sentence.is(token, ",")) ++token;
  return token;
}

// "In 2017, it was $22 billion, [in 2018], $25 billion", "in 2017 $22 billion, and [in 2018] - $25 billion": each date before its figure.
bool is_in_row_of_dates(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const bool marked = sentence.is_any(date.tokens.end, {",", "-", "–", "—"});
  std::uint32_t behind = date.tokens.end + (marked ? 1 : 0);
  while (sentence.covering(FactList::kFigureHedge, behind) != nullptr) ++behind;
  const bool opens = date.tokens.begin > sentence.tokens().begin + 2 && sentence.is_any(date.tokens.begin - 1, {"in", "for"});
  if (!opens || sentence.role(behind) != WordRole::kFigure) return false;
  const bool joined = sentence.is(date.tokens.begin - 2, "and") && sentence.is(date.tokens.begin - 3, ",");
  const std::uint32_t comma = date.tokens.begin - (joined ? 3 : 2);
  std::uint32_t floor = sentence.tokens().begin;
  for (const MentionAt& figure : sentence.figures()) {
    if (figure.tokens.end == comma && sentence.is_any(comma, {",", "and"})) {
      return std::any_of(sentence.dates().begin(), sentence.dates().end(),
                         [&](const MentionAt& own) { return own.tokens.begin >= floor && own.tokens.end <= figure.tokens.begin; });
    }
    floor = figure.tokens.end;
  }
  return false;
}

// "to 7.8% for 2022 from 6.4% and [for 2023] to 3%": the date of the next figure.
bool opens_next(const PeriodView& view, const MentionAt& date) {
  if (is_in_row_of_dates(view, date)) return true;
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = date.tokens.begin;
  // ", and by the end of 2023, $7 billion"
  const bool before_figure = sentence.is(date.tokens.end, ",") && sentence.role(date.tokens.end + 1) == WordRole::kFigure;
  constexpr std::uint32_t kReach = 7;  // tokens
  for (std::uint32_t token = begin; before_figure && token > view.end() && token + kReach > begin; --token) {
    if (sentence.is(token - 1, "and")) return true;
  }
  // "Whereas in 2023 [11] trains ran, in 2024 that had grown to 358"
  const bool contrasts = sentence.is(begin - 1, "in") && sentence.is(begin - 2, ",") && sentence.is(view.clause().begin + 1, "in") &&
                         sentence.is_any(view.clause().begin, {"whereas", "while", "if"});
  if (contrasts && view.index() + 1 < sentence.figures().size() && begin < sentence.figures()[view.index() + 1].tokens.begin) return true;
  const std::uint32_t and_word = sentence.is_any(begin - 1, {"for", "in"}) ? begin - 2 : begin - 1;
  if (!sentence.is(and_word, "and") || sentence.role(date.tokens.end + 1) != WordRole::kFigure) return false;
  // "in Q3 at [$5 million] and Q4 at $6 million"
  return sentence.is(date.tokens.end, "at") || (sentence.is(date.tokens.end, "to") && and_word + 2 == begin);
}

// "$5 billion [in July-June (2016-17)], showing …": right behind a figure, alone or in brackets behind another date.
bool adjoins_figure(const PeriodView& view, const MentionAt& date, std::uint32_t figure_end) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 3;  // tokens
  if (date.tokens.begin < figure_end + kReach) return true;
  const MentionAt* outer = sentence.is(date.tokens.begin - 1, "(") ? view.ending_at(date.tokens.begin - 1) : nullptr;
  return outer != nullptr && outer->tokens.begin >= figure_end && outer->tokens.begin < figure_end + kReach;
}

// "foresees a system by March 2026, and the [seven]-member group adopted": a limit ends with what it limits.
bool ends_statement(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  return is_limit(view, date) && sentence.is(date.tokens.end, ",") && sentence.is_any(date.tokens.end + 1, {"and", "but"});
}

// "the first nine months (July-March) of the fiscal year": the months in brackets, and the year behind them.
bool completes_glossed_date(const PeriodView& view, const MentionAt& date) {
  const auto dates = view.sentence().dates();
  return std::any_of(dates.begin(), dates.end(), [&](const MentionAt& outer) {
    const MentionAt* gloss = view.gloss_of(outer);
    if (gloss == nullptr) return false;
    return gloss->tokens.begin == date.tokens.begin ||
           (view.sentence().is(gloss->tokens.end + 1, "of") && date.tokens.begin == gloss->tokens.end + 2);
  });
}

// "the first nine months of the fiscal year": the months.
bool completes_date(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (completes_glossed_date(view, date)) return true;
  return date.tokens.begin > sentence.tokens().begin + 1 && sentence.is(date.tokens.begin - 1, "of") &&
         view.ending_at(date.tokens.begin - 1) != nullptr;
}

// "in 2023 ([$5 million] in 2022)": the brackets have a date of their own.
bool dated_inside(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  return std::any_of(sentence.dates().begin(), sentence.dates().end(), [&](const MentionAt& date) {
    const bool near =
        date.tokens.begin == view.end() || (date.tokens.begin == view.end() + 1 && sentence.is_any(view.end(), {"in", "for"}));
    return near && sentence.is(date.tokens.end, ")");
  });
}

}  // namespace

const MentionAt* date_of_phrase(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t token = view.before();
  if (!sentence.is(token, "of")) return nullptr;
  const std::uint32_t of = token;
  while (token > view.clause().begin && sentence.role(token - 1) == WordRole::kContent) --token;
  if (token < of && token > view.clause().begin && sentence.role(token - 1) == WordRole::kPossessive) --token;  // "last year's level of"
  const MentionAt* date = token < of ? view.ending_at(token) : nullptr;
  return date != nullptr && is_usable(view, *date) ? date : nullptr;
}

const MentionAt* date_of_respective(const PeriodView& view) {
  const auto dates = respective_dates(view.sentence());
  return dates.empty() ? nullptr : &dates[view.index()];
}

const MentionAt* date_of_owner(const PeriodView& view) {
  if (view.sentence().role(view.before()) != WordRole::kPossessive) return nullptr;
  const MentionAt* date = view.ending_at(view.before());
  return date != nullptr && is_usable(view, *date) ? date : nullptr;
}

const MentionAt* date_of_bracket(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const bool bracketed = view.begin() > sentence.tokens().begin && sentence.is(view.begin() - 1, "(") && !dated_inside(view);
  const MentionAt* date = bracketed ? view.ending_at(view.begin() - 1) : nullptr;
  // "compared to the 2022 figure ([$5 million])"
  const bool figure = bracketed && sentence.is_any(view.begin() - 2, {"figure", "figures", "level", "levels", "value", "volume"});
  if (date == nullptr && figure) date = view.ending_at(view.begin() - 2);
  return date != nullptr && is_usable(view, *date) ? date : nullptr;
}

const MentionAt* date_behind(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::size_t last = last_of_group(view);
  const std::uint32_t from = sentence.figures()[last].tokens.end;
  const std::uint32_t sourced = source_end(view, from);
  if (sourced > from && view.is_base()) return nullptr;
  std::uint32_t limit = sourced > from ? sourced : std::min(view.clause().end, from + kReachBehind);
  if (last + 1 < sentence.figures().size()) limit = std::min(limit, sentence.figures()[last + 1].tokens.begin);
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin < from) continue;
    if (date.tokens.begin >= limit) return nullptr;
    if (sourced == from && belongs_behind_verb(view, from, date.tokens.begin)) return nullptr;
    if (opens_next(view, date)) return nullptr;
    if (!is_usable(view, date)) continue;
    return is_compared(view, date) && !view.is_base() ? nullptr : &date;
  }
  return nullptr;
}

const MentionAt* date_before(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t floor = view.index() > 0 ? sentence.figures()[view.index() - 1].tokens.end : sentence.tokens().begin;
  const MentionAt* last = nullptr;
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.end > view.begin()) break;
    if (ends_statement(view, date))
      last = nullptr;
    else if (date.tokens.begin >= std::max(floor, view.clause().begin) && is_usable(view, date) && !compares_before(view, date) &&
             !completes_date(view, date))
      last = &date;
  }
  // A date right behind the figure before belongs to that one: "$5 billion in 2024, while …".
  const bool is_taken = last != nullptr && view.index() > 0 && adjoins_figure(view, *last, floor) && !opens_next(view, *last);
  return is_taken ? nullptr : last;
}

}  // namespace attest::period

#include "fact/period/comparison.h"

#include <algorithm>

#include "fact/period/arithmetic.h"
#include "fact/period/interval.h"

namespace attest::period {
namespace {

// "up 5% on 2016"; "up 5% over 2016", where the text tells of the time after that.
bool is_base_of_growth(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const bool lasting = view.expression(date).type == DateType::kDuration;  // "up 5% over the last 12 months"
  if (!view.is_growth() || lasting || date.tokens.begin < view.end() + 1 || is_short(view.days_of(date))) return false;
  const std::uint32_t before = date.tokens.begin - 1;
  const bool number = sentence.view().tokens[date.tokens.begin].kind == TokenKind::kNumber;
  if (sentence.is(before, "on")) return number;
  const bool over = sentence.is(before, "over") || (sentence.is(before, "the") && sentence.is(before - 1, "over")) ||
                    (sentence.is_any(before, {"a", "an"}) && sentence.is(before - 1, "over"));
  if (over && names_time_before(view, date)) return true;
  return over && !view.told().start.empty() && view.days_of(date).start < view.told().start;
}

// "a 3% rise on the period in 2022", "a 1% increase over the record set last year": the noun of change is completed by what it is compared
// with.
bool is_base_of_change_noun(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (!view.is_growth() || date.tokens.begin < view.end() + 2) return false;
  constexpr std::uint32_t kReach = 9;  // tokens: "over the previous record of its kind set in"
  const std::uint32_t from = std::max(view.end(), date.tokens.begin - std::min(date.tokens.begin, kReach));
  for (std::uint32_t token = date.tokens.begin - 1; token > from; --token) {
    const WordRole role = sentence.role(token);
    if (sentence.is_any(token, {"on", "over"}) && sentence.covering(FactList::kChangeNoun, token - 1) != nullptr)
      return sentence.role(token + 1) == WordRole::kDeterminer && token + 2 < date.tokens.begin;
    const bool describes = role == WordRole::kDeterminer || role == WordRole::kContent || role == WordRole::kParticiple ||
                           sentence.is_any(token, {"in", "of", "set", "recorded", "for"});
    if (!describes) return false;
  }
  return false;
}

// "33% more than the [figure] for the same period": a noun that stands for what is compared with.
bool follows_than(const PeriodView& view, std::uint32_t noun) {
  const FactSentence& sentence = view.sentence();
  if (noun <= view.end() + 1 || sentence.role(noun - 1) != WordRole::kDeterminer) return false;
  if (sentence.is(noun - 2, "than")) return true;
  return sentence.is_any(noun - 2, {"to", "with"}) && sentence.is_any(noun - 3, {"compared", "contrast", "contrasting"});
}

// "three times the 2014 figure", "twice that of 2014".
bool is_base_of_multiple(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const bool multiple = view.index() < sentence.figures().size() && view.record(view.index()).quantity == Quantity::kRatio &&
                        (sentence.is(view.end() - 1, "times") || sentence.is_any(view.begin(), {"twice", "double", "triple"}));
  if (!multiple || date.tokens.begin < view.end()) return false;
  for (std::uint32_t token = view.end(); token < date.tokens.begin; ++token) {
    if (sentence.role(token) != WordRole::kDeterminer && !sentence.is_any(token, {"of", "that"})) return false;
  }
  return true;
}

}  // namespace

bool is_year_before(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t last = date.tokens.end - 1;
  if (date.tokens.end - date.tokens.begin > 3 || !sentence.is_any(last, {"earlier", "ago", "before", "prior"})) return false;
  return sentence.is(last - 1, "year") || (sentence.is(last - 1, "-") && sentence.is(last - 2, "year"));
}

bool is_week_before(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t last = date.tokens.end - 1;
  return last > date.tokens.begin && sentence.is_any(last, {"earlier", "ago", "before"}) && sentence.is(last - 1, "week");
}

bool names_time_before(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (is_year_before(view, date)) return true;
  for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
    if (sentence.is_any(token, {"previous", "preceding", "same", "corresponding"})) return true;
  }
  return false;
}

bool is_compared(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (is_base_of_growth(view, date) || is_base_of_change_noun(view, date) || is_base_of_multiple(view, date)) return true;
  std::uint32_t before = date.tokens.begin;
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t back = 0; back < kReach && before > view.end(); ++back) {
    --before;
    const WordRole role = sentence.role(before);
    if (role == WordRole::kContent && (follows_than(view, before) || sentence.is_any(before, {"comparison", "contrast"}))) return true;
    // "in comparison to the relevant period of the previous year"
    const bool stands_for_time =
        sentence.is_any(before, {"period", "time", "point", "stage"}) || sentence.is_any(before + 1, {"period", "time", "point", "stage"});
    if (role == WordRole::kContent && stands_for_time) continue;
    if (role == WordRole::kContent || role == WordRole::kName || role == WordRole::kFigure) return false;
    const bool from = back == 0 && sentence.is(before, "from") && !sentence.is(before - 1, "than");  // "less than from May to July"
    const bool stretches = from && (is_range(view, date) || view.is_ahead(view.days_of(date)));
    const bool compares =
        sentence.is_any(before, {"than", "as", "after", "compared", "against", "versus", "from"}) && role != WordRole::kDate;
    const bool on_year_before = back == 0 && sentence.is(before, "on") && sentence.is_any(date.tokens.begin, {"the", "a", "last"});
    if (stretches) return false;
    if (on_year_before) return true;
    if (sentence.is(before, "as") && sentence.is(before + 1, "of")) return false;  // "as of December"
    const bool relative = sentence.is(before, "to") && before > view.end() && sentence.is(before - 1, "relative");
    if (compares || relative || sentence.is_any(before, {"above", "below"})) return true;
    if (sentence.is(before, "with") && before > view.end() && sentence.is_any(before - 1, {"even", "level", "par", "line"})) return true;
  }
  return false;
}

bool follows_comparison(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t before = date.tokens.begin;
  const std::uint32_t begin = sentence.tokens().begin;
  while (before > begin && sentence.role(before - 1) == WordRole::kDeterminer) --before;
  // "compared to the figure in 2023"
  const bool of_noun = before > begin + 4 && sentence.is_any(before - 1, {"in", "of", "for"}) &&
                       sentence.role(before - 2) == WordRole::kContent && sentence.role(before - 3) == WordRole::kDeterminer;
  if (of_noun) before -= 3;
  return before >= begin + 2 && sentence.is_any(before - 1, {"to", "with"}) &&
         sentence.is_any(before - 2, {"compared", "comparison", "contrast", "relative"});
}

bool compares_before(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  if (!view.is_base() && follows_comparison(view, date)) return true;
  if (view.is_base() || date.tokens.begin <= begin) return false;
  // "exceeds the same indicator last year by [60%]"
  std::uint32_t word = date.tokens.begin;
  constexpr std::uint32_t kReach = 4;  // tokens
  while (word > begin && date.tokens.begin - word < kReach &&
         (sentence.role(word - 1) == WordRole::kContent || sentence.role(word - 1) == WordRole::kDeterminer ||
          sentence.is_any(word - 1, {"those", "that", "of", "in"})))
    --word;
  if (word > begin && view.is_growth() && sentence.is_any(word - 1, {"exceeds", "exceeded", "exceed", "surpassed", "surpasses"}))
    return true;
  if (view.index() == 0) return false;
  // "4.6% more than in 2023, on [27 routes]"
  const bool in = sentence.is_any(date.tokens.begin - 1, {"in", "during", "for"});
  return sentence.is_any(date.tokens.begin - (in ? 2 : 1), {"from", "than", "against", "versus"});
}

}  // namespace attest::period

#include "fact/period/base.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "fact/period/arithmetic.h"
#include "fact/period/comparison.h"
#include "fact/period/interval.h"
#include "fact/period/near.h"

namespace attest::period {
namespace {

// "compared to a surplus of [$7 billion]": the word before the noun phrase in front of "of", unless that is what was planned.
std::uint32_t compared_before(const PeriodView& view, std::uint32_t of) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t word = of;
  while (word > view.clause().begin + 1 &&
         (sentence.role(word - 1) == WordRole::kContent || sentence.role(word - 1) == WordRole::kDeterminer)) {
    --word;
    if (sentence.covering(FactList::kPlanNoun, word) != nullptr) return of;
  }
  return sentence.is(word - 1, "from") ? of : word - 1;
}

// "from yesterday's", "over the previous year's".
bool follows_base(const PeriodView& view, const MentionAt* date) {
  return date != nullptr && date->tokens.begin > view.clause().begin &&
         view.sentence().is_any(date->tokens.begin - 1, {"over", "than", "from", "on"});
}

// "a 27 percent increase over the previous year's level of [$70 billion]".
bool is_over_dated_level(const PeriodView& view, std::uint32_t of) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t word = of;
  while (word > view.clause().begin && sentence.role(word - 1) == WordRole::kContent) --word;
  if (word == of || word <= view.clause().begin + 1 || sentence.role(word - 1) != WordRole::kPossessive) return false;
  return follows_base(view, view.ending_at(word - 1));
}

// "raised its forecast for 2024 to 6% from [5%]": what was expected of the same time before.
bool is_revision(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const FoundEntry* noun = sentence.last_before(FactList::kPlanNoun, view.begin(), view.clause().begin);
  if (view.index() == 0 || noun == nullptr) return false;
  const TokenRange before = sentence.figures()[view.index() - 1].tokens;
  if (before.begin < noun->tokens.end) return false;
  for (std::uint32_t token = noun->tokens.end; token < before.begin; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.is(token, ",")) return false;
  }
  return true;
}

// "exports of $3 billion in 2024, against imports of [$5 billion]": of the same time, beside them.
bool is_other_way(const PeriodView& view) {
  if (view.index() >= view.sentence().figures().size()) return false;
  const std::string& id = view.measure().id;
  if (id != "trade.imports" && id != "trade.exports") return false;
  const bool imports = id == "trade.imports";
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    if (view.sentence().is_any(token, imports ? std::initializer_list<std::string_view>{"exports", "exported"}
                                              : std::initializer_list<std::string_view>{"imports", "imported"}))
      return true;
  }
  return false;
}

// "up from X", "compared to X", "against X".
bool is_base(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t word = view.before();
  if (sentence.is(word, "of") && is_over_dated_level(view, word)) return true;
  if (sentence.role(word) == WordRole::kPossessive) return follows_base(view, view.ending_at(word));
  if (sentence.is(word, "of")) word = compared_before(view, word);
  if (sentence.is(word, "from")) return !is_revision(view);
  if (sentence.is_any(word, {"against", "versus", "vs"})) return !is_other_way(view);
  const bool the = view.begin() > sentence.tokens().begin + 1 && sentence.is_any(view.begin() - 1, {"the", "that"});
  if (the && sentence.is(view.begin() - 2, "than")) return true;
  return sentence.is_any(word, {"to", "with"}) && word > sentence.tokens().begin &&
         sentence.is_any(word - 1, {"compared", "comparison", "contrast"});
}

// "when compared to the third quarter of 2023 ([$10 billion])": what brackets give to the date of a comparison.
bool is_bracketed_base(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.index() == 0 || view.begin() <= sentence.tokens().begin + 1 || !sentence.is(view.begin() - 1, "(")) return false;
  const MentionAt* date = view.ending_at(view.begin() - 1);
  if (date == nullptr) return false;
  constexpr std::uint32_t kReach = 9;  // tokens
  for (std::uint32_t token = date->tokens.begin; token > view.clause().begin && date->tokens.begin - token < kReach; --token) {
    if (sentence.is_any(token - 1, {"compared", "than", "against", "versus"})) return true;
    if (sentence.role(token - 1) == WordRole::kMark || sentence.role(token - 1) == WordRole::kFigure) return false;
  }
  return false;
}

// "$3 billion in 2023 ([$2 billion] in 2022). Peru followed with $5 billion ([$4 billion])": what brackets give behind an amount of the
// same unit is what it was before, where they have an earlier date, or the figures before were told so.
bool is_level_before(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.index() == 0 || view.index() >= sentence.figures().size() || !sentence.is(view.begin() - 1, "(")) return false;
  const MentionAt& other = sentence.figures()[view.index() - 1];
  const Figure& own = view.record(view.index());
  const Figure& before = view.record(view.index() - 1);
  if (own.unit != before.unit || own.quantity != before.quantity || own.quantity == Quantity::kPercent) return false;
  const MentionAt* date = view.ending_at(view.begin() - 1);
  const bool adjoins = view.begin() == other.tokens.end + 1 || (date != nullptr && date->tokens.begin <= other.tokens.end + 1);
  if (!adjoins) return false;
  if (sentence.is(view.end(), ")")) return date == nullptr && !view.discourse().base_period().empty();
  const auto inside = std::find_if(sentence.dates().begin(), sentence.dates().end(), [&](const MentionAt& one) {
    return one.tokens.begin >= view.end() && one.tokens.begin <= view.end() + 1 && sentence.is(one.tokens.end, ")");
  });
  const Period& level = view.earlier().back().period;
  return inside != sentence.dates().end() && !level.start.empty() && view.days_of(*inside).start < level.start;
}

// "in May and [12] in 2023": between the figure before and the conjunction stands the date of that figure, and nothing else.
bool only_date_between(const FactSentence& sentence, std::uint32_t begin, std::uint32_t conjunction) {
  bool dated = false;
  for (std::uint32_t token = begin; token < conjunction; ++token) {
    const WordRole role = sentence.role(token);
    if (role != WordRole::kDate && role != WordRole::kPreposition && role != WordRole::kMark) return false;
    dated = dated || role == WordRole::kDate;
  }
  return dated;
}

// "compared with 35 and [278] a year ago", "down from 15 in May and [12] in 2023".
bool is_second_base(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.index() == 0 || !view.earlier().back().is_base) return false;
  const std::uint32_t word = view.before();
  const std::uint32_t end = sentence.figures()[view.index() - 1].tokens.end;
  if (!sentence.is_any(word, {"and", "or"})) return false;
  const Figure& own = view.record(view.index());
  const Figure& base = view.record(view.index() - 1);
  const bool alike = own.quantity == base.quantity && own.unit == base.unit;
  return word == end || (alike && only_date_between(sentence, end, word));
}

// "plans to raise its capacity from [7,900 MW] to 13,000 MW": what it is now.
bool is_start_of_plan(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const FoundEntry* status = sentence.last_before(FactList::kStatusWord, view.begin(), view.clause().begin);
  if (status == nullptr || (status->cell(0) != "planned" && status->cell(0) != "target")) return false;
  const FoundEntry* moved = sentence.first_from(FactList::kMovement, status->tokens.end, view.begin());
  return moved != nullptr && moved->tokens.begin <= status->tokens.end + 1;  // "plans to raise", "will be raised"
}

// "the same period of last year", "the corresponding quarter of FY22": the same months, a year before.
bool repeats_a_year_before(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  bool same = false;
  bool before = false;
  for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
    same = same || sentence.is_any(token, {"same", "corresponding"});
    before = before || sentence.is_any(token, {"last", "previous", "preceding", "prior", "fiscal"}) ||
             sentence.view().word(token).starts_with("FY");
    if (sentence.is_any(token, {"month", "week", "day"})) return false;
  }
  return same && before;
}

// "exports rose from $2 billion in 2010 to $3 billion in 2018, but imports rose from $4 billion to [$5 billion] in the same period": the
// times of the first two hold for the others.
const Period* of_pair_before(const PeriodView& view) {
  const auto earlier = view.earlier();
  for (std::size_t i = 0; i + 1 < earlier.size(); ++i) {
    const bool rises = earlier[i].is_base && !earlier[i + 1].is_base;  // "from $2 billion to $3 billion"
    const bool rose = !earlier[i].is_base && earlier[i + 1].is_base;   // "to $3 billion from $2 billion"
    if (!(rises || rose) || earlier[i].period.empty() || earlier[i + 1].period.empty()) continue;
    const Period& base = rises ? earlier[i].period : earlier[i + 1].period;
    const Period& level = rises ? earlier[i + 1].period : earlier[i].period;
    if (!view.is_base()) return &level;
    const bool goes_on =
        !earlier.back().is_base && earlier.back().period == level;  // not "… and for nine months to $7 billion from [$6 billion]"
    return goes_on ? &base : nullptr;
  }
  return nullptr;
}

// What is compared: the last figure before that is no base itself, "1.4 billion, against 260 million in June and [334] a year earlier".
const PeriodReading& level_compared(const PeriodView& view) {
  const auto earlier = view.earlier();
  const auto level = std::find_if(earlier.rbegin(), earlier.rend(), [](const PeriodReading& reading) { return !reading.is_base; });
  return level != earlier.rend() && is_second_base(view) ? *level : earlier.back();
}

}  // namespace

bool is_compared_with(const PeriodView& view) {
  return is_base(view) || is_second_base(view) || is_bracketed_base(view) || is_level_before(view);
}

bool is_revised(const PeriodView& view) { return view.sentence().is(view.before(), "from") && is_revision(view); }

std::optional<Period> compared_in_context(const PeriodView& view, const MentionAt* date) {
  const FactSentence& sentence = view.sentence();
  const bool of_both = date != nullptr && sentence.is_any(date->tokens.begin, {"the", "that"}) &&
                       sentence.is_any(date->tokens.begin + 1, {"same", "period"}) &&
                       (date->tokens.end >= sentence.tokens().end || !sentence.is_any(date->tokens.end, {"of", "in"}));
  const Period* pair = of_both && view.index() > 0 && view.earlier().back().is_base ? of_pair_before(view) : nullptr;
  if (pair != nullptr) return *pair;
  if (of_both && view.index() > 0 && view.earlier().back().is_base && !view.discourse().period().empty()) return view.discourse().period();
  const bool starts_likewise = view.is_base() && date == nullptr && sentence.is(view.before(), "from");
  if (const Period* base = starts_likewise ? of_pair_before(view) : nullptr; base != nullptr) return *base;
  const bool follows_context =
      view.index() == 0 || view.earlier().back().period == view.discourse().period() || view.earlier().back().is_base;
  // "Between 2010 and 2020 exports rose from [$5 billion]": dated here
  const MentionAt* own = view.is_base() && date == nullptr ? date_before(view) : nullptr;
  if (own != nullptr && spans_years(period_of(view, *own))) return std::nullopt;
  if (view.is_base() && date == nullptr && !view.discourse().base_period().empty() && follows_context && !is_start_of_plan(view))
    return view.discourse().base_period();
  return std::nullopt;
}

bool dates_event(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is(view.before(), "from") || view.index() == 0) return false;
  if (date.tokens.begin <= view.end() && !sentence.is(view.end(), "on") && date.tokens.begin != view.end()) return false;
  if (!is_short(period_of(view, date))) return false;
  const FoundEntry* moved = sentence.last_before(FactList::kMovement, view.begin(), view.clause().begin);
  return moved != nullptr && moved->cell(kTakesObject) == "yes" && !sentence.is(moved->tokens.end, "to");
}

void settle_base(const PeriodView& view, const MentionAt& date, PeriodReading& reading) {
  if (!view.is_base() || view.earlier().empty()) return;
  const Period& compared = level_compared(view).period;
  const bool repeats = repeats_a_year_before(view, date) && months_in(compared) && months_in(compared) == months_in(reading.period);
  if (!repeats && !view.expression(date).relative) return;
  const auto before = is_year_before(view, date) || repeats ? year_before(compared) : std::nullopt;
  reading.period = before ? *before : likewise(reading.period, compared);
  if (reading.period == compared && is_week_before(view, date)) reading.period = week_before(reading.period);
}

}  // namespace attest::period

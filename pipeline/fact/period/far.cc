#include "fact/period/far.h"

#include <algorithm>
#include <span>

#include "fact/measure/phrase.h"
#include "fact/period/arithmetic.h"
#include "fact/period/comparison.h"
#include "fact/period/date.h"
#include "fact/period/group.h"
#include "fact/period/interval.h"
#include "fact/period/present.h"

namespace attest::period {
namespace {

// "19 million people from 100 countries": a count that completes the other one's noun.
bool counts_within(const PeriodView& view, std::size_t outer, std::size_t inner) {
  const FactSentence& sentence = view.sentence();
  const auto counted = [&view](std::size_t figure) {
    return view.record(figure).quantity == Quantity::kCount && !view.record(figure).noun.empty();
  };
  const std::uint32_t link = view.connective_before(sentence.figures()[inner].tokens.begin);
  const bool near = link <= sentence.figures()[outer].tokens.end + kLongestCounted;
  return near && counted(outer) && counted(inner) && sentence.is_any(link, {"from", "in", "across", "at"});
}

// The last of the figures that commas and "and" alone join with figure number `figure`.
std::size_t end_of_list(const PeriodView& view, std::size_t figure) {
  const FactSentence& sentence = view.sentence();
  const std::span<const MentionAt> figures = sentence.figures();
  for (; figure + 1 < figures.size() && figures[figure + 1].tokens.begin < view.clause().end; ++figure) {
    std::uint32_t token = figures[figure].tokens.end;
    while (token < figures[figure + 1].tokens.begin && sentence.is_any(token, {",", "and"})) ++token;
    if (token < figures[figure + 1].tokens.begin) break;
  }
  return figure;
}

// "down 9% ([$5 billion] in 2023)": a level in brackets has its own date.
bool opens_other_level(const PeriodView& view, std::uint32_t bracket) {
  const FactSentence& sentence = view.sentence();
  if (view.index() + 1 >= sentence.figures().size() || !sentence.is(bracket, "(")) return false;
  return sentence.figures()[view.index() + 1].tokens.begin == bracket + 1 && !is_share(view.record(view.index() + 1).quantity);
}

// The words between the figure and the next make a list of them: "and", "including", the growth and the level after it.
bool joins_next(const PeriodView& view, std::size_t last_of_list) {
  const FactSentence& sentence = view.sentence();
  const std::size_t next = view.index() + 1;
  const std::uint32_t limit = sentence.figures()[next].tokens.begin;
  const bool within = counts_within(view, view.index(), next);
  bool joined = false;
  for (std::uint32_t token = view.end(); token < limit; ++token) {
    joined = joined || sentence.is_any(token, {"and", "including"}) || within;
    if (joined && sentence.covering(FactList::kStatusWord, token) != nullptr) return false;  // "has 35,000 workers and wants to …"
    // "fell 4 percent to 512,000 between July and September"
    const bool to_level = !view.is_base() && sentence.is(token, "to") && view.connective_before(limit) == token;
    joined = joined || to_level;
    if (sentence.covering(FactList::kFigureHedge, token) != nullptr) continue;  // "killed and more than 40 hurt"
    if (!to_level && !within && sentence.is_any(token, {"from", "to", "than", "against", "compared", "contrast", ";"})) return false;
  }
  return joined || (last_of_list > next && sentence.is(view.end(), ","));  // "rose 4%, 7% and 3% in 2023"
}

// "Despite a [30%] decline in trade, Chile remained", "According to Peru, with trade of [$5 billion], Chile was": no verb stands before
// the figure, and a comma behind its phrase.
bool stands_in_opening(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t token = view.begin();
  while (token > sentence.tokens().begin && !sentence.is_any(token - 1, {"with", "despite"})) {
    const WordRole role = sentence.role(token - 1);
    if (role == WordRole::kVerb || role == WordRole::kMark) return false;
    --token;
  }
  if (token == sentence.tokens().begin) return false;
  const std::uint32_t opener = token - 1;
  if (opener == sentence.tokens().begin || sentence.is(opener - 1, ":")) return true;
  return sentence.is(opener - 1, ",") && sentence.is(sentence.tokens().begin, "according");
}

// "Last year it was $9 billion, and in May it reached $1 billion, which is [8%] more": of the time of the figure that it explains.
bool explains_later_figure(const PeriodView& view, const MentionAt& leading) {
  const FactSentence& sentence = view.sentence();
  if (view.index() == 0 || view.earlier().back().is_base || view.earlier().back().period.empty()) return false;
  const std::uint32_t end = sentence.figures()[view.index() - 1].tokens.end;
  const bool relative = sentence.is(end, ",") && sentence.is(end + 1, "which") && view.clause().begin == end + 1;
  const bool aside = sentence.is(end, ",") && sentence.is_any(end + 1, {"up", "down"}) && view.begin() <= end + 4;
  return (relative || aside) && view.earlier().back().period != period_of(view, leading);
}

}  // namespace

const MentionAt* date_opening_clause(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base() || view.clause().begin == sentence.tokens().begin) return nullptr;
  constexpr std::uint32_t kLongestOpening = 3;  // tokens: ", and in"
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin < view.clause().begin) continue;
    if (date.tokens.begin > view.clause().begin + kLongestOpening || date.tokens.end > view.begin()) return nullptr;
    if (is_usable(view, date)) return is_limit(view, date) ? nullptr : &date;
  }
  return nullptr;
}

const MentionAt* date_of_clause(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is_any(view.clause().begin, {"when", "where", "which"})) return nullptr;
  const MentionAt* date = view.ending_at(view.clause().begin);
  std::uint32_t end = view.clause().begin;
  if (sentence.is(end - 1, ",")) --end;
  if (sentence.is(end - 1, ")")) --end;  // "than the month before (December 2017), when it stood at 5%"
  if (date == nullptr) date = view.ending_at(end);
  // "less than in the same period last year, which saw [$10 billion]"
  const bool tells = date != nullptr && (sentence.is(view.clause().begin, "when") || names_time_before(view, *date));
  const bool of_that =
      tells && sentence.is(view.clause().begin, "when") && !period_of(view, *date).empty();  // "its largest order since 2019, when"
  return of_that || (tells && is_usable(view, *date)) ? date : nullptr;
}

const MentionAt* leading_date(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base()) return nullptr;
  const std::uint32_t first_figure = sentence.figures().front().tokens.begin;
  if (view.index() > 0 && is_now_since(view, view.index() - 1))
    return nullptr;  // "invested $5 million in 2020, with [400 firms] now operating"
  if (sentence.is_any(view.clause().begin, {"who", "whose", "where"})) return nullptr;
  if (sentence.is(view.clause().begin, ";") && is_in_present_clause(view)) return nullptr;
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin >= first_figure) return nullptr;
    // "On May 3 he said trade was $5 billion in 2023, up [8%]": of the year.
    if (view.index() > 0 && !view.told().empty() && !is_short(view.told()) && is_short(period_of(view, date))) return nullptr;
    if (is_limit(view, date)) return nullptr;
    // "signed on Friday a pact which is to triple trade to $15 billion within five years"
    if (sentence.is(view.clause().begin, "which") && is_short(period_of(view, date))) return nullptr;
    if (explains_later_figure(view, date)) return nullptr;
    if (is_usable(view, date) && !follows_comparison(view, date)) return &date;
  }
  return nullptr;
}

const MentionAt* date_of_list(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const std::span<const MentionAt> figures = sentence.figures();
  const std::size_t next = view.index() + 1;
  if (next >= figures.size() || figures[next].tokens.begin >= view.clause().end) return nullptr;
  const std::size_t end = end_of_list(view, next);
  const bool last = end + 1 >= figures.size() || figures[end + 1].tokens.begin >= view.clause().end;
  const bool behind_counts = end == next && view.record(end).quantity != Quantity::kPercent && !view.is_base();
  if (!(last || behind_counts) || !joins_next(view, end)) return nullptr;
  const std::uint32_t limit = last ? view.clause().end : figures[end + 1].tokens.begin;
  const std::uint32_t behind = figures[end].tokens.end;
  for (const MentionAt& date : sentence.dates()) {
    const std::uint32_t reach = is_since_event(view, date) ? kReachBehind + 4 : kReachOfList;
    if (date.tokens.begin < behind || date.tokens.begin > behind + reach || date.tokens.begin >= limit) continue;
    for (std::uint32_t token = behind; !last && token < date.tokens.begin; ++token) {
      if (sentence.is(token, ",")) return nullptr;
    }
    const bool compared = !view.is_base() && is_compared(view, date);  // "reaching $5 billion and growing 4% compared to 2020"
    return is_usable(view, date) && !compared && !belongs_behind_verb(view, behind, date.tokens.begin) ? &date : nullptr;
  }
  return nullptr;
}

const MentionAt* date_of_clause_end(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base()) return nullptr;
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin < view.clause().begin || date.tokens.begin >= view.clause().end) continue;
    if (!is_usable(view, date)) continue;
    if (only != nullptr || date.tokens.begin < view.end()) return nullptr;
    only = &date;
  }
  if (only == nullptr || is_limit(view, *only)) return nullptr;
  // "cut its rate to [3.5%] from 3.75% on Thursday": the day of the cut.
  const bool of_event = is_short(period_of(view, *only)) && sentence.is(view.end(), "from");
  if (!of_event && is_compared(view, *only)) return nullptr;
  // "[$5 billion] has been invested in the roads and railways of Peru over the past ten years"
  std::uint32_t from = view.end();
  if (sentence.is_auxiliary(from)) {
    while (from < view.clause().end && (sentence.role(from) == WordRole::kVerb || sentence.is_auxiliary(from))) ++from;
  }
  for (std::uint32_t token = from; token < only->tokens.begin; ++token) {
    const bool verb = sentence.role(token) == WordRole::kVerb && sentence.role(token + 1) != WordRole::kContent;
    const bool compares = !(of_event && token == view.end()) && sentence.is_any(token, {"from", "than", "against", "compared", "contrast"});
    if (sentence.covering(FactList::kStatusWord, token) != nullptr) return nullptr;  // "has 35,000 workers and wants to …"
    const bool of_other = sentence.is_any(token, {",", "after", "before", "following"}) || opens_other_level(view, token);
    if (verb || compares || of_other || sentence.role(token) == WordRole::kClause) return nullptr;
  }
  return only;
}

const MentionAt* date_of_level_reached(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const auto figures = sentence.figures();
  if (!view.is_growth() || view.index() + 2 >= figures.size()) return nullptr;
  const TokenRange from = figures[view.index() + 1].tokens;
  const TokenRange to = figures[view.index() + 2].tokens;
  const std::uint32_t link = sentence.is(view.end(), ",") ? view.end() + 1 : view.end();
  const bool both =
      sentence.is(link, "from") && view.connective_before(from.begin) == link && sentence.is(view.connective_before(to.begin), "to");
  if (!both) return nullptr;
  constexpr std::uint32_t kReach = 2;  // "in", "the"
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin >= to.end) return date.tokens.begin <= to.end + kReach && is_usable(view, date) ? &date : nullptr;
  }
  return nullptr;
}

const MentionAt* date_against_base(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const MentionAt* only = nullptr;
  bool compares = false;
  for (const MentionAt& date : sentence.dates()) {
    const bool base = follows_comparison(view, date);
    compares = compares || (base && date.tokens.begin < sentence.figures().front().tokens.begin);
    if (base || !is_usable(view, date)) continue;
    if (only != nullptr) return nullptr;
    only = &date;
  }
  return compares && !view.is_base() ? only : nullptr;
}

const MentionAt* date_behind_brackets(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base() || view.begin() <= view.clause().begin || !sentence.is(view.begin() - 1, "(")) return nullptr;
  std::uint32_t open = 0;
  std::uint32_t token = view.begin() - 1;
  for (; token < view.clause().end; ++token) {
    if (sentence.is(token, "(")) ++open;
    if (sentence.is(token, ")") && open > 0) --open;
    if (open == 0 && sentence.role(token) == WordRole::kFigure) return nullptr;
    if (open == 0 && sentence.role(token) == WordRole::kVerb) break;
  }
  constexpr std::uint32_t kReach = 5;  // tokens between the verb and its date
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin > token && date.tokens.begin <= token + kReach && date.tokens.begin < view.clause().end)
      return is_usable(view, date) && !is_compared(view, date) ? &date : nullptr;
  }
  return nullptr;
}

const MentionAt* date_behind_parts(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  const auto dates = sentence.dates();
  if (view.is_base() || dates.size() != 1 || dates.front().tokens.begin < sentence.figures().back().tokens.end) return nullptr;
  bool parts = false;
  for (std::uint32_t token = sentence.figures().front().tokens.end; token < sentence.figures().back().tokens.begin; ++token) {
    parts = parts || sentence.is(token, ";");
    if (sentence.role(token) == WordRole::kVerb) return nullptr;
  }
  return parts && is_usable(view, dates.front()) && !is_compared(view, dates.front()) ? &dates.front() : nullptr;
}

const MentionAt* date_of_main_clause(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base() || view.index() > 0 || !stands_in_opening(view)) return nullptr;
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin < view.clause().begin || !is_usable(view, date) || is_compared(view, date)) continue;
    if (date.tokens.begin < view.end()) return nullptr;
    if (only == nullptr) only = &date;
  }
  return only;
}

const MentionAt* date_of_harm(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  if (view.is_base() || !view.measure().id.starts_with("conflict.")) return nullptr;
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence.dates()) {
    if (date.tokens.begin < view.end() || !is_short(period_of(view, date))) continue;
    if (dates_speech(view, date) || is_of_noun(view, date)) continue;
    if (only != nullptr) return nullptr;
    only = &date;
  }
  return only;
}

}  // namespace attest::period

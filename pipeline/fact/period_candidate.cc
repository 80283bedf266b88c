// The part of PeriodFinder that looks for the date of a figure: behind it, before it, in its phrase, at the begin or end of its clause.
#include <algorithm>
#include <span>

#include "fact/measure_phrase.h"
#include "fact/period_finder.h"

namespace attest {
namespace {

constexpr std::uint32_t kReachBehind = 12;    // tokens between a figure and the date behind it,
constexpr std::uint32_t kLongestCounted = 4;  // tokens of "new trade agreements",
constexpr std::uint32_t kReachOfList = 9;     // between the last figure of a list and the date of all of it,
constexpr std::uint32_t kReachOfSource = 24;  // the same in "according to a survey of 900 voters made in June"

}  // namespace

const Figure& PeriodFinder::number_at(std::size_t figure) const { return *mentions_[sentence_->figures()[figure].mention].figure(); }

// "rose 5% to $3 billion (€2.8 billion) in June": the level after the growth, and what converts a figure, have its date.
std::size_t PeriodFinder::last_of_group() const {
  const std::span<const MentionAt> figures = sentence_->figures();
  std::size_t last = index_;
  for (; last + 1 < figures.size() && figures[last + 1].tokens.begin < clause_.end; ++last) {
    const std::uint32_t end = figures[last].tokens.end;
    const TokenRange next = figures[last + 1].tokens;
    const bool converts = number_at(last).unit != number_at(last + 1).unit;
    std::uint32_t inside = end + 1;  // "(more than €2.8 billion)"
    while (inside < next.begin &&
           (sentence_->covering(FactList::kFigureHedge, inside) != nullptr || sentence_->is_any(inside, {"more", "less", "than"}))) {
      ++inside;
    }
    if (next.begin == inside && sentence_->is(end, "(") && converts) continue;
    const std::uint32_t word = connective_before(next.begin);
    const bool mark = sentence_->is(end, ")") || (sentence_->is(end, ",") && sentence_->is(end + 1, "or"));
    std::uint32_t behind = mark ? end + 1 : end;
    // "fell by 3 million barrels on the month to 28 million in March"
    if (sentence_->is(behind, "on") && word > behind && word <= behind + kLongestCounted) behind = word;
    // "34 deals worth $2.8 billion were signed in October": what they are worth goes with their count.
    const FoundEntry* worth = sentence_->covering(FactList::kWorthWord, word);
    const bool near = worth != nullptr && worth->tokens.begin > end && worth->tokens.begin <= end + kLongestCounted;
    // "sold 250,000 tons of cement to Peru for $12 million in June"
    const bool paid = sentence_->is(word, "for") && word <= end + kReachOfList && number_at(last).quantity == Quantity::kMeasure &&
                      number_at(last + 1).quantity == Quantity::kMoney;
    const bool valued = near || paid;
    const bool joined = word == behind && (sentence_->is(word, "or") || (!is_base_ && sentence_->is(word, "to")));
    // "a 12% drop in profit to $106 billion for 2024"
    const FoundEntry* change = sentence_->first_from(FactList::kChangeNoun, end, std::min(word, end + kLongestCounted));
    const bool changes_to = change != nullptr && sentence_->is(word, "to") && word <= end + kReachOfList;
    const bool goes_on = joined || (!is_base_ && (valued || changes_to || leads_to_level(end, word)));
    if (!goes_on) break;
  }
  return last;
}

// "rose 5% [to reach] $3 billion in May", "grew 5%, [reaching] $3 billion in May".
bool PeriodFinder::leads_to_level(std::uint32_t end, std::uint32_t word) const {
  if (sentence_->covering(FactList::kLevelVerb, word) == nullptr) return false;
  if (word == end + 1 && sentence_->is(end, "to")) return true;
  const bool near = word == end || (word == end + 1 && sentence_->is_any(end, {",", "and"}));
  return near && sentence_->view().word(word).ends_with("ing");
}

// Where the phrase ends that says who counted: ", according to a survey of 900 voters made in June"; `from` where there is none.
std::uint32_t PeriodFinder::source_end(std::uint32_t from) const {
  const std::uint32_t adverb = sentence_->role(from) == WordRole::kAdverb ? 1 : 0;  // "from 3.5% previously, according to"
  std::uint32_t token = from + adverb;
  if (sentence_->is(token, ",")) ++token;
  if (!sentence_->is(token, "according")) return from;
  const std::uint32_t limit = std::min(clause_.end, from + kReachOfSource);
  while (token < limit && !sentence_->is(token, ",")) ++token;
  return token;
}

// "to 7.8% for 2022 from 6.4% and [for 2023] to 3%": the date of the next figure.
bool PeriodFinder::opens_next(const MentionAt& date) const {
  const std::uint32_t begin = date.tokens.begin;
  // ", and by the end of 2023, $7 billion"
  const bool before_figure = sentence_->is(date.tokens.end, ",") && sentence_->role(date.tokens.end + 1) == WordRole::kFigure;
  constexpr std::uint32_t kReach = 7;  // tokens
  for (std::uint32_t token = begin; before_figure && token > at_.end && token + kReach > begin; --token) {
    if (sentence_->is(token - 1, "and")) return true;
  }
  // "Whereas in 2023 [11] trains ran, in 2024 that had grown to 358"
  const bool contrasts = sentence_->is(begin - 1, "in") && sentence_->is(begin - 2, ",") && sentence_->is(clause_.begin + 1, "in") &&
                         sentence_->is_any(clause_.begin, {"whereas", "while", "if"});
  if (contrasts && index_ + 1 < sentence_->figures().size() && begin < sentence_->figures()[index_ + 1].tokens.begin) return true;
  if (!sentence_->is_any(begin - 1, {"for", "in"}) || !sentence_->is(begin - 2, "and")) return false;
  return sentence_->is(date.tokens.end, "to") && sentence_->role(date.tokens.end + 1) == WordRole::kFigure;
}

const MentionAt* PeriodFinder::date_behind() const {
  const std::size_t last = last_of_group();
  const std::uint32_t from = sentence_->figures()[last].tokens.end;
  const std::uint32_t sourced = source_end(from);
  if (sourced > from && is_base_) return nullptr;
  std::uint32_t limit = sourced > from ? sourced : std::min(clause_.end, from + kReachBehind);
  if (last + 1 < sentence_->figures().size()) limit = std::min(limit, sentence_->figures()[last + 1].tokens.begin);
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < from) continue;
    if (date.tokens.begin >= limit) return nullptr;
    if (sourced == from && belongs_behind_verb(from, date.tokens.begin)) return nullptr;
    if (opens_next(date)) return nullptr;
    if (!is_usable(date)) continue;
    return is_compared(date) && !is_base_ ? nullptr : &date;
  }
  return nullptr;
}

// "its 2020 output guidance of 350,000 tonnes", "third-quarter profit of $3 million": the date of the phrase that the figure ends.
const MentionAt* PeriodFinder::date_of_phrase() const {
  std::uint32_t token = connective_before(at_.begin);
  if (!sentence_->is(token, "of")) return nullptr;
  const std::uint32_t of = token;
  while (token > clause_.begin && sentence_->role(token - 1) == WordRole::kContent) --token;
  if (token < of && token > clause_.begin && sentence_->role(token - 1) == WordRole::kPossessive) --token;  // "last year's level of"
  const MentionAt* date = token < of ? ending_at(token) : nullptr;
  return date != nullptr && is_usable(*date) ? date : nullptr;
}

// "$5 billion [in July-June (2016-17)], showing …": right behind a figure, alone or in brackets behind another date.
bool PeriodFinder::adjoins_figure(const MentionAt& date, std::uint32_t figure_end) const {
  constexpr std::uint32_t kReach = 3;  // tokens
  if (date.tokens.begin < figure_end + kReach) return true;
  const MentionAt* outer = sentence_->is(date.tokens.begin - 1, "(") ? ending_at(date.tokens.begin - 1) : nullptr;
  return outer != nullptr && outer->tokens.begin >= figure_end && outer->tokens.begin < figure_end + kReach;
}

// "foresees a system by March 2026, and the [seven]-member group adopted": a limit ends with what it limits.
bool PeriodFinder::ends_statement(const MentionAt& date) const {
  return is_limit(date) && sentence_->is(date.tokens.end, ",") && sentence_->is_any(date.tokens.end + 1, {"and", "but"});
}

const MentionAt* PeriodFinder::date_before() const {
  const std::uint32_t floor = index_ > 0 ? sentence_->figures()[index_ - 1].tokens.end : sentence_->tokens().begin;
  const MentionAt* last = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.end > at_.begin) break;
    if (ends_statement(date))
      last = nullptr;
    else if (date.tokens.begin >= std::max(floor, clause_.begin) && is_usable(date) && !compares_before(date) && !completes_date(date))
      last = &date;
  }
  // A date right behind the figure before belongs to that one: "$5 billion in 2024, while …".
  const bool is_taken = last != nullptr && index_ > 0 && adjoins_figure(*last, floor) && !opens_next(*last);
  return is_taken ? nullptr : last;
}

// "compared to 2023 ([$89 billion])": the date that brackets give a figure to.
const MentionAt* PeriodFinder::date_of_bracket() const {
  const bool bracketed = at_.begin > sentence_->tokens().begin && sentence_->is(at_.begin - 1, "(");
  const MentionAt* date = bracketed ? ending_at(at_.begin - 1) : nullptr;
  return date != nullptr && is_usable(*date) ? date : nullptr;
}

// "In 2024, exports … and imports …": holds for the whole sentence but for what is said of a noun ("who runs …").
const MentionAt* PeriodFinder::leading_date() const {
  const std::uint32_t first_figure = sentence_->figures().front().tokens.begin;
  if (index_ > 0 && is_now_since(index_ - 1)) return nullptr;  // "invested $5 million in 2020, with [400 firms] now operating"
  if (sentence_->is_any(clause_.begin, {"who", "whose", "where"})) return nullptr;
  if (sentence_->is(clause_.begin, ";") && is_in_present_clause()) return nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin >= first_figure) return nullptr;
    // "On May 3 he said trade was $5 billion in 2023, up [8%]": of the year.
    if (index_ > 0 && !known_.empty() && !is_short(known_) && is_short(period_of(date))) return nullptr;
    if (is_limit(date)) return nullptr;
    // "signed on Friday a pact which is to triple trade to $15 billion within five years"
    if (sentence_->is(clause_.begin, "which") && is_short(period_of(date))) return nullptr;
    if (is_usable(date) && !follows_comparison(date)) return &date;
  }
  return nullptr;
}

// ", and in May 2024, imports fell 5% to [$3 billion]": holds for all of the clause that it opens.
const MentionAt* PeriodFinder::date_opening_clause() const {
  if (clause_.begin == sentence_->tokens().begin) return nullptr;
  constexpr std::uint32_t kLongestOpening = 3;  // tokens: ", and in"
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < clause_.begin) continue;
    if (date.tokens.begin > clause_.begin + kLongestOpening || date.tokens.end > at_.begin) return nullptr;
    if (is_usable(date)) return is_limit(date) ? nullptr : &date;
  }
  return nullptr;
}

// "in 2023, when [it came to $1.72 billion]": the date that the clause tells of.
const MentionAt* PeriodFinder::date_of_clause() const {
  if (!sentence_->is_any(clause_.begin, {"when", "which"})) return nullptr;
  const MentionAt* date = ending_at(clause_.begin);
  std::uint32_t end = clause_.begin;
  if (sentence_->is(end - 1, ",")) --end;
  if (sentence_->is(end - 1, ")")) --end;  // "than the month before (December 2017), when it stood at 5%"
  if (date == nullptr) date = ending_at(end);
  // "less than in the same period last year, which saw [$10 billion]"
  const bool tells = date != nullptr && (sentence_->is(clause_.begin, "when") || names_time_before(*date));
  const bool of_that = tells && sentence_->is(clause_.begin, "when") && !period_of(*date).empty();  // "its largest order since 2019, when"
  return of_that || (tells && is_usable(*date)) ? date : nullptr;
}

// "19 million people from 100 countries": a count that completes the other one's noun.
bool PeriodFinder::counts_within(std::size_t outer, std::size_t inner) const {
  const auto counted = [this](std::size_t figure) {
    return number_at(figure).quantity == Quantity::kCount && !number_at(figure).noun.empty();
  };
  const std::uint32_t link = connective_before(sentence_->figures()[inner].tokens.begin);
  const bool near = link <= sentence_->figures()[outer].tokens.end + kLongestCounted;
  return near && counted(outer) && counted(inner) && sentence_->is_any(link, {"from", "in", "across", "at"});
}

// The last of the figures that commas and "and" alone join with figure number `figure`.
std::size_t PeriodFinder::end_of_list(std::size_t figure) const {
  const std::span<const MentionAt> figures = sentence_->figures();
  for (; figure + 1 < figures.size() && figures[figure + 1].tokens.begin < clause_.end; ++figure) {
    std::uint32_t token = figures[figure].tokens.end;
    while (token < figures[figure + 1].tokens.begin && sentence_->is_any(token, {",", "and"})) ++token;
    if (token < figures[figure + 1].tokens.begin) break;
  }
  return figure;
}

// "killed 11 civilians and injured 40 on Sunday": the date behind the last of a list holds for all of it.
const MentionAt* PeriodFinder::date_of_list() const {
  const std::span<const MentionAt> figures = sentence_->figures();
  if (index_ + 1 >= figures.size() || figures[index_ + 1].tokens.begin >= clause_.end) return nullptr;
  const std::size_t end = end_of_list(index_ + 1);
  const TokenRange next = figures[index_ + 1].tokens;
  bool joined = false;
  for (std::uint32_t token = at_.end; token < next.begin; ++token) {
    joined = joined || sentence_->is_any(token, {"and", "including"}) || counts_within(index_, index_ + 1);
    if (joined && sentence_->covering(FactList::kStatusWord, token) != nullptr) return nullptr;  // "has 35,000 workers and wants to …"
    // "fell 4 percent to 512,000 between July and September": the growth and the level after it.
    const bool to_level = !is_base_ && sentence_->is(token, "to") && connective_before(next.begin) == token;
    joined = joined || to_level;
    if (sentence_->covering(FactList::kFigureHedge, token) != nullptr) continue;  // "killed and more than 40 hurt"
    if (!to_level && !counts_within(index_, index_ + 1) && sentence_->is_any(token, {"from", "to", "than", "against", "compared", ";"}))
      return nullptr;
  }
  const bool last = end + 1 >= figures.size() || figures[end + 1].tokens.begin >= clause_.end;
  const std::uint32_t limit = last ? clause_.end : figures[end + 1].tokens.begin;
  joined = joined || (end > index_ + 1 && sentence_->is(at_.end, ","));  // "rose 4%, 7% and 3% in 2023"
  const bool behind_counts = end == index_ + 1 && number_at(end).quantity != Quantity::kPercent && !is_base_;
  if (!joined || !(last || behind_counts)) return nullptr;
  const std::uint32_t behind = figures[end].tokens.end;
  for (const MentionAt& date : sentence_->dates()) {
    const std::uint32_t reach = is_since_event(date) ? kReachBehind + 4 : kReachOfList;
    if (date.tokens.begin < behind || date.tokens.begin > behind + reach || date.tokens.begin >= limit) continue;
    for (std::uint32_t token = behind; !last && token < date.tokens.begin; ++token) {
      if (sentence_->is(token, ",")) return nullptr;
    }
    const bool compared = !is_base_ && is_compared(date);  // "reaching $5 billion and growing 4% compared to 2020"
    return is_usable(date) && !compared && !belongs_behind_verb(behind, date.tokens.begin) ? &date : nullptr;
  }
  return nullptr;
}

// "Trade with Chad ([$5 million]) and Niger ($3 million) grew in 2023": the date of the verb behind all that stands in brackets.
const MentionAt* PeriodFinder::date_behind_brackets() const {
  if (is_base_ || at_.begin <= clause_.begin || !sentence_->is(at_.begin - 1, "(")) return nullptr;
  std::uint32_t open = 0;
  std::uint32_t token = at_.begin - 1;
  for (; token < clause_.end; ++token) {
    if (sentence_->is(token, "(")) ++open;
    if (sentence_->is(token, ")") && open > 0) --open;
    if (open == 0 && sentence_->role(token) == WordRole::kFigure) return nullptr;
    if (open == 0 && sentence_->role(token) == WordRole::kVerb) break;
  }
  constexpr std::uint32_t kReach = 5;  // tokens between the verb and its date
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin > token && date.tokens.begin <= token + kReach && date.tokens.begin < clause_.end)
      return is_usable(date) && !is_compared(date) ? &date : nullptr;
  }
  return nullptr;
}

// "[5 tonnes] from Chad; 4 tonnes from Niger and 3 tonnes from Mali in May": the only date, behind all of a list with semicolons.
const MentionAt* PeriodFinder::date_behind_parts() const {
  const auto dates = sentence_->dates();
  if (is_base_ || dates.size() != 1 || dates.front().tokens.begin < sentence_->figures().back().tokens.end) return nullptr;
  bool parts = false;
  for (std::uint32_t token = sentence_->figures().front().tokens.end; token < sentence_->figures().back().tokens.begin; ++token) {
    parts = parts || sentence_->is(token, ";");
    if (sentence_->role(token) == WordRole::kVerb) return nullptr;
  }
  return parts && is_usable(dates.front()) && !is_compared(dates.front()) ? &dates.front() : nullptr;
}

// "Compared to 2020, exports rose [5%] and imports fell 3% last year": the only date beside what is compared with holds for all.
const MentionAt* PeriodFinder::date_against_base() const {
  const MentionAt* only = nullptr;
  bool compares = false;
  for (const MentionAt& date : sentence_->dates()) {
    const bool base = follows_comparison(date);
    compares = compares || (base && date.tokens.begin < sentence_->figures().front().tokens.begin);
    if (base || !is_usable(date)) continue;
    if (only != nullptr) return nullptr;
    only = &date;
  }
  return compares && !is_base_ ? only : nullptr;
}

// "[Eight] people were killed after a strike hit a house on Sunday": the only day behind those harmed is that of what harmed them.
const MentionAt* PeriodFinder::date_of_harm() const {
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < at_.end || !is_short(period_of(date))) continue;
    if (dates_speech(date) || is_of_noun(date)) continue;
    if (only != nullptr) return nullptr;
    only = &date;
  }
  return is_base_ ? nullptr : only;
}

// "down 9% ([$5 billion] in 2023)": a level in brackets has its own date.
bool PeriodFinder::opens_other_level(std::uint32_t bracket) const {
  if (index_ + 1 >= sentence_->figures().size() || !sentence_->is(bracket, "(")) return false;
  return sentence_->figures()[index_ + 1].tokens.begin == bracket + 1 && !is_share(number_at(index_ + 1).quantity);
}

// "bought a [30%] stake for $250 million in 2022": the only date of the clause holds for all that its verb tells of.
const MentionAt* PeriodFinder::date_of_clause_end() const {
  const MentionAt* only = nullptr;
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.begin < clause_.begin || date.tokens.begin >= clause_.end) continue;
    if (!is_usable(date)) continue;
    if (only != nullptr || date.tokens.begin < at_.end) return nullptr;
    only = &date;
  }
  if (only == nullptr || is_limit(*only)) return nullptr;
  // "cut its rate to [3.5%] from 3.75% on Thursday": the day of the cut.
  const bool of_event = is_short(period_of(*only)) && sentence_->is(at_.end, "from");
  if (!of_event && is_compared(*only)) return nullptr;
  // "[$5 billion] has been invested in the roads and railways of Peru over the past ten years"
  std::uint32_t from = at_.end;
  if (sentence_->is_auxiliary(from)) {
    while (from < clause_.end && (sentence_->role(from) == WordRole::kVerb || sentence_->is_auxiliary(from))) ++from;
  }
  for (std::uint32_t token = from; token < only->tokens.begin; ++token) {
    const bool verb = sentence_->role(token) == WordRole::kVerb && sentence_->role(token + 1) != WordRole::kContent;
    const bool compares = !(of_event && token == at_.end) && sentence_->is_any(token, {"from", "than", "against", "compared"});
    if (sentence_->covering(FactList::kStatusWord, token) != nullptr) return nullptr;  // "has 35,000 workers and wants to …"
    const bool of_other = sentence_->is_any(token, {",", "after", "before", "following"}) || opens_other_level(token);
    if (verb || compares || of_other || sentence_->role(token) == WordRole::kClause) return nullptr;
  }
  return only;
}

}  // namespace attest

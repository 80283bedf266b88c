#include "fact/circumstance.h"

#include <algorithm>

#include "fact/measure/phrase.h"
#include "record/names.h"

namespace attest {
namespace {

bool is_relative(Quantity quantity) {
  return quantity == Quantity::kPercent || quantity == Quantity::kRatio || quantity == Quantity::kPercentagePoint;
}

ChangeDirection direction_named(std::string_view name) { return change_direction_named(name).value_or(ChangeDirection::kNone); }

// "a plan", "their forecast": nouns tell only of the figure that they stand next to.
bool is_noun(const FactSentence& sentence, const FoundEntry& word) {
  if (word.tokens.begin == sentence.tokens().begin) return false;
  const WordRole before = sentence.role(word.tokens.begin - 1);
  if (before == WordRole::kDeterminer || before == WordRole::kPossessive) return true;
  return before == WordRole::kContent && sentence.covering(FactList::kPlanNoun, word.tokens.begin) != nullptr;
}

// The month, also where no date was seen in it: "May was up".
bool is_month(const FactSentence& sentence, const FoundEntry& word) {
  return sentence.role(word.tokens.begin) == WordRole::kDate || sentence.view().word(word.tokens.begin) == "May";
}

// "more than expected", "in line with forecasts", and "fell due to the rain", which is "due to open" only behind a form of "be".
bool is_measure_of_other(const FactSentence& sentence, const FoundEntry& word) {
  const std::uint32_t begin = word.tokens.begin;
  const WordRole caused = sentence.role(word.tokens.end);  // "This was due to [a] drop"
  if (sentence.is(word.tokens.end - 2, "due") &&
      (caused == WordRole::kDeterminer || caused == WordRole::kFigure || caused == WordRole::kPossessive))
    return true;
  if (sentence.is(begin, "due")) return begin == sentence.tokens().begin || !sentence.is_auxiliary(begin - 1);
  // "than expected", "a less-than-expected 5%", "above forecasts of 4%"
  if (sentence.is_any(begin - 1, {"than", "above", "below", "beating"}) || (sentence.is(begin - 1, "-") && sentence.is(begin - 2, "than")))
    return true;
  std::uint32_t before = begin;
  while (before > sentence.tokens().begin && sentence.role(before - 1) == WordRole::kContent) --before;
  return sentence.is(before - 1, "with") && sentence.is(before - 2, "line");
}

// "The [target] set by the leaders for trade is $5 billion": the subject of a form of "be" right before the figure.
bool is_subject_of_copula(const FactSentence& sentence, const FoundEntry& word, TokenRange figure) {
  const std::uint32_t copula = significant_before(sentence, figure.begin);
  if (copula >= figure.begin || !sentence.is_any(copula, {"is", "was", "stands", "remains"})) return false;
  std::uint32_t opening = word.tokens.begin;
  const std::uint32_t begin = sentence.clause_around(figure.begin).begin;
  while (opening > begin && (sentence.role(opening - 1) == WordRole::kDeterminer || sentence.role(opening - 1) == WordRole::kMark))
    --opening;
  return opening == begin && sentence.covering(FactList::kPlanNoun, word.tokens.begin) != nullptr;
}

// "higher than estimates of [3%]": the figure itself is what the noun foresees.
bool names_figure(const FactSentence& sentence, const FoundEntry& word, TokenRange figure) {
  const bool noun = sentence.is(word.tokens.end, "of") && sentence.covering(FactList::kPlanNoun, word.tokens.begin) != nullptr;
  return noun && significant_before(sentence, figure.begin) == word.tokens.end;
}

// May is a month, too, and what a noun plans or what is told in an inserted clause is not the figure's.
bool tells_of(const FactSentence& sentence, const FoundEntry& word, TokenRange figure) {
  if (is_month(sentence, word)) return false;
  if (names_figure(sentence, word, figure)) return true;
  if (is_measure_of_other(sentence, word)) return false;
  for (std::uint32_t token = word.tokens.end; token < figure.begin; ++token) {
    if (sentence.is(token, "already") && !sentence.is_any(token - 1, {"not", "n't"}))
      return false;  // "plans were made, with trade already at [$5 billion]"
  }
  constexpr std::uint32_t kReachOfNoun = 12;  // tokens
  if (!is_noun(sentence, word)) return true;
  if (is_subject_of_copula(sentence, word, figure)) return true;
  if (figure.begin > word.tokens.end + kReachOfNoun) return false;
  for (std::uint32_t token = word.tokens.end; token < figure.begin; ++token) {
    const bool infinitive = sentence.is(token - 1, "to") &&
                            sentence.role(token - 2) != WordRole::kFigure;  // "a goal to raise it", "a goal for themselves to reach it"
    // "The target for this year is 8%"
    const bool copula = sentence.is_auxiliary(token) && sentence.covering(FactList::kPlanNoun, word.tokens.begin) != nullptr;
    if ((sentence.role(token) == WordRole::kVerb && !infinitive && !copula) || sentence.is(token, ",")) return false;
  }
  return true;
}

// "While prices may rise, [they fell 5%]": behind the comma of a clause that opens the sentence; the sentence's begin for any other figure.
std::uint32_t main_clause_begin(const FactSentence& sentence, TokenRange figure) {
  const std::uint32_t begin = sentence.tokens().begin;
  if (sentence.role(begin) != WordRole::kClause) return begin;
  for (std::uint32_t token = begin; token < figure.begin; ++token) {
    if (sentence.is(token, ",")) return token;
  }
  return begin;
}

const FoundEntry* last_telling(const FactSentence& sentence, TokenRange figure, std::uint32_t from) {
  const FoundEntry* last = nullptr;
  for (const FoundEntry& word : sentence.words(FactList::kStatusWord)) {
    if (word.tokens.end > figure.begin) break;
    if (word.tokens.begin >= from && tells_of(sentence, word, figure)) last = &word;
  }
  return last;
}

// "who has [half] of it, may sue"; but "if its stake rises to [50%], it may sue", and "3 billion, it forecasts".
bool is_auxiliary_of_main_verb(const FactSentence& sentence, const FoundEntry& word, TokenRange figure) {
  if (!sentence.is_any(word.tokens.begin, {"may", "might", "could", "should", "would"})) return false;
  for (std::uint32_t token = sentence.tokens().begin; token < figure.begin; ++token) {
    if (sentence.is(token, "if")) return false;
  }
  return true;
}

// "$11 billion will be invested", "3 billion, it estimates": behind the figure before another verb, or as who says so.
const FoundEntry* first_behind(const FactSentence& sentence, TokenRange figure, std::uint32_t limit) {
  const FoundEntry* word = sentence.first_from(FactList::kStatusWord, figure.end, limit);
  if (word == nullptr || is_month(sentence, *word) || is_measure_of_other(sentence, *word)) return nullptr;
  // "She scored [two] goals": what is counted.
  const bool is_counted = word->tokens.begin == figure.end && sentence.covering(FactList::kPlanNoun, figure.end) != nullptr &&
                          sentence.view().word(figure.end).ends_with("s");
  if (is_counted) return nullptr;
  // "102% of the plan": what it is measured by.
  const bool is_whole = sentence.covering(FactList::kPlanNoun, word->tokens.begin) != nullptr &&
                        sentence.role(word->tokens.begin - 1) == WordRole::kDeterminer && sentence.is(word->tokens.begin - 2, "of");
  if (is_whole) return nullptr;
  // "[41] documents aimed at closer ties": what they are for.
  if (word->cell(0) == "target" && sentence.is(word->tokens.end, "at")) return nullptr;
  // "$300 million is under negotiation", "80 billion ($11 billion) will be invested": the figure's own verb.
  for (std::uint32_t token = figure.end; token < word->tokens.begin; ++token) {
    const bool says = !is_auxiliary_of_main_verb(sentence, *word, figure) && (word->cell(0) == "forecast" || word->cell(0) == "estimate");
    const bool compares = sentence.is_any(token, {"versus", "vs", "against", "than", "compared"});
    const bool ends = compares || sentence.is_any(token, {"and", "but"}) || (sentence.is(token, ",") && !says);
    const bool values = sentence.covering(FactList::kWorthWord, token) != nullptr;
    const bool other_verb = sentence.role(token) == WordRole::kVerb && !sentence.is_auxiliary(token) && !values;
    if (ends || other_verb) return nullptr;
  }
  return word;
}

// "growth will be around 3%" foresees, "a bridge will be built for $3 million" plans.
bool tells_what_will_be(const FactSentence& sentence, const FoundEntry& word, TokenRange figure) {
  const std::uint32_t be = word.tokens.end;
  if (!sentence.is_any(word.tokens.begin, {"will", "would"}) || !sentence.is(be, "be") || sentence.is(word.tokens.begin - 1, "there"))
    return false;
  for (std::uint32_t token = be + 1; token < figure.begin; ++token) {
    const WordRole role = sentence.role(token);
    if (role != WordRole::kAdverb && role != WordRole::kDeterminer && role != WordRole::kPreposition) return false;
  }
  return figure.begin > be;
}

// "the target of $5 billion by June and [$10 billion] by December", "a forecast of 5% from [4%]": the figure before, with which this one
// goes on; nothing where a verb or what is compared stands between them.
const MentionAt* figure_gone_on_with(const FactSentence& sentence, TokenRange figure, std::uint32_t from) {
  const MentionAt* before = nullptr;
  for (const MentionAt& other : sentence.figures()) {
    if (other.tokens.begin >= from && other.tokens.end <= figure.begin) before = &other;
  }
  if (before == nullptr) return nullptr;
  bool joined = false;
  for (std::uint32_t token = before->tokens.end; token < figure.begin; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.is_any(token, {"than", "after", "against", "with"})) return nullptr;
    joined = joined || sentence.is_any(token, {"and", "or", "to", "from"});
  }
  return joined ? before : nullptr;
}

// Where what follows a figure no longer tells of it: the next figure that is not its own value or conversion.
std::uint32_t end_of_telling(const FactSentence& sentence, TokenRange figure, std::uint32_t clause_end) {
  for (const MentionAt& next : sentence.figures()) {
    const bool converts = next.tokens.begin == figure.end + 1 && sentence.is(figure.end, "(");
    if (next.tokens.begin <= figure.begin || converts) continue;
    // "[22] projects worth $9 billion are completed"
    const bool values = sentence.covering(FactList::kWorthWord, next.tokens.begin - 1) != nullptr;
    if (!values) return std::min(clause_end, next.tokens.begin);
  }
  return clause_end;
}

// "completed 62 projects, with another [55] worth $13 billion under development": where the last of those that are others begin.
std::uint32_t begin_of_others(const FactSentence& sentence, TokenRange figure, std::uint32_t begin) {
  for (const MentionAt& other : sentence.figures()) {
    if (other.tokens.begin > figure.begin) break;
    const bool named = other.tokens.begin > begin && sentence.is_any(other.tokens.begin - 1, {"another", "further", "additional"});
    if (named) begin = other.tokens.begin;
  }
  return begin;
}

// "agreed in April 2017 to raise trade by [5%]": what was decided on a day is to come.
bool is_decided(const FactSentence& sentence, TokenRange figure, std::uint32_t begin) {
  return std::any_of(sentence.dates().begin(), sentence.dates().end(), [&](const MentionAt& date) {
    return date.tokens.begin >= begin + 2 && date.tokens.end < figure.begin && dates_decision(sentence, date.tokens);
  });
}

// "The bridge collapsed, injuring [14]": what moved is not what is counted.
bool harms_behind(const FactSentence& sentence, const MeasureReading& measure, TokenRange between) {
  if (measure.kind != ReadingKind::kCount || !measure.id.starts_with("conflict.")) return false;
  for (std::uint32_t token = between.begin; token < between.end; ++token) {
    if (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kParticiple) return true;
  }
  return false;
}

}  // namespace

bool dates_decision(const FactSentence& sentence, TokenRange date) {
  if (date.begin < sentence.tokens().begin + 2) return false;
  return sentence.is_any(date.begin - 1, {"in", "on"}) && sentence.is_any(date.begin - 2, {"agreed", "decided"}) &&
         sentence.is(date.end, "to") && sentence.role(date.end + 1) != WordRole::kFigure;
}

FactStatus status_of(const FactSentence& sentence, TokenRange figure, std::uint32_t floor) {
  const TokenRange clause = sentence.clause_around(figure.begin);
  const std::uint32_t begin = std::max(clause.begin, main_clause_begin(sentence, figure));
  const std::uint32_t limit = end_of_telling(sentence, figure, clause.end);
  // "20 have been finished and [12] are under way": a number that acts itself.
  const bool acts = sentence.is_auxiliary(figure.end);
  const FoundEntry* word = acts ? first_behind(sentence, figure, limit) : nullptr;
  // "Of the 500 homes promised, [120] have been built": no promise any more.
  const bool has_acted = acts && word == nullptr && sentence.is_any(figure.end, {"have", "has", "had", "was", "were"});
  if (word == nullptr) word = last_telling(sentence, figure, std::max(begin, floor));
  if (word == nullptr) word = last_telling(sentence, figure, begin_of_others(sentence, figure, begin));
  if (word == nullptr) word = first_behind(sentence, figure, limit);
  if (word == nullptr) word = last_telling(sentence, figure, begin);
  const MentionAt* before = word == nullptr ? figure_gone_on_with(sentence, figure, clause.begin) : nullptr;
  if (before != nullptr) return status_of(sentence, before->tokens, clause.begin);
  if (word == nullptr) return is_decided(sentence, figure, begin) ? FactStatus::kPlanned : FactStatus::kActual;
  if (tells_what_will_be(sentence, *word, figure)) return FactStatus::kForecast;
  const FactStatus told = fact_status_named(word->cell(0)).value_or(FactStatus::kActual);
  return has_acted && told != FactStatus::kEstimate ? FactStatus::kActual : told;
}

Change change_of(const FactSentence& sentence, const MeasureReading& measure, Quantity quantity, TokenRange figure, std::uint32_t floor) {
  Change change;
  const TokenRange clause = sentence.clause_around(figure.begin);
  const bool goes_on = measure.inherited && figure.begin > clause.begin && sentence.is(figure.begin - 1, "to");
  const std::uint32_t from = goes_on ? clause.begin : std::max(clause.begin, floor);
  const FoundEntry* word = sentence.last_before(FactList::kMovement, figure.end, from);
  if (word == nullptr) word = sentence.last_before(FactList::kChangeNoun, figure.begin, from);
  const bool compared = measure.kind == ReadingKind::kGrowth && sentence.covering(FactList::kComparative, figure.end) != nullptr;
  if (word == nullptr && measure.kind == ReadingKind::kGrowth && !compared)
    word = sentence.first_from(FactList::kChangeNoun, figure.end, clause.end);
  if (word == nullptr && measure.kind == ReadingKind::kGrowth) word = sentence.first_from(FactList::kMovement, figure.end, figure.end + 1);
  const bool exceeds = word == nullptr && measure.kind == ReadingKind::kGrowth;
  // "[14%] greater than a year before", "[40,000] more people", "more by [$4 billion]"
  const bool by = exceeds && figure.begin > from + 1 && sentence.is(figure.begin - 1, "by");
  const FoundEntry* comparative = exceeds ? sentence.covering(FactList::kComparative, by ? figure.begin - 2 : figure.end) : nullptr;
  if (comparative != nullptr) {
    change.direction = direction_named(comparative->cell(0));
    change.kind = is_relative(quantity) ? ChangeKind::kPercent : ChangeKind::kAbsolute;
    return change;
  }
  // "Exports rose 5% and imports [8%]"
  if (exceeds) word = sentence.last_before(FactList::kMovement, figure.begin, clause.begin);
  if (word == nullptr || measure.stands_still) return change;
  // "extended a loan of [$5 million]" gives it, "making up [5%]" is a share.
  const bool lends = measure.flow == Flow::kLend && word->cell(kMovesMoney) == "gives";
  const bool makes_up = word->tokens.begin > clause.begin && sentence.is(word->tokens.begin, "up") &&
                        sentence.covering(FactList::kShareVerb, word->tokens.begin - 1) != nullptr;
  if (lends || makes_up || harms_behind(sentence, measure, {word->tokens.end, figure.begin})) return change;
  change.direction = direction_named(word->cell(0));
  if (measure.kind != ReadingKind::kGrowth) return change;
  change.kind = is_relative(quantity) ? ChangeKind::kPercent : ChangeKind::kAbsolute;
  return change;
}

}  // namespace attest

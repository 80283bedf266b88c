// The part of PeriodFinder that tells what a date of the sentence dates: the figure, what was said, a noun, or what is compared.
#include <algorithm>
#include <string_view>

#include "fact/measure_phrase.h"
#include "fact/period_finder.h"

namespace attest {

bool PeriodFinder::is_usable(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool dated = !expression.start_date.empty() || !expression.end_date.empty() || within(date);
  return dated && !expression.citation && expression.type != DateType::kSet && !dates_speech(date) && !is_of_noun(date) &&
         !dates_opening(date) && !is_in_side_clause(date) && !means_now(date) && !ends_title(date) && !is_in_superlative(date);
}

// "In the deadliest attack this year, 23 were killed": a date of what is compared by a superlative in front of the figure.
bool PeriodFinder::is_in_superlative(const MentionAt& date) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  const std::uint32_t begin = sentence_->tokens().begin;
  if (date.tokens.begin >= at_.begin || !sentence_->is(date.tokens.end, ",")) return false;
  for (std::uint32_t token = date.tokens.begin; token > begin && date.tokens.begin - token < kReach; --token) {
    const WordRole role = sentence_->role(token - 1);
    const bool superlative = role == WordRole::kContent && sentence_->view().word(token - 1).ends_with("est") && token == begin + 3 &&
                             sentence_->role(token - 2) == WordRole::kDeterminer && sentence_->role(begin) == WordRole::kPreposition;
    if (superlative) return true;
    if (role == WordRole::kVerb || role == WordRole::kMark || role == WordRole::kFigure || role == WordRole::kClause) return false;
  }
  return false;
}

// "the World Investment Report 2023", "Expo 2017": a year that ends a name.
bool PeriodFinder::ends_title(const MentionAt& date) const {
  const std::uint32_t begin = date.tokens.begin;
  if (begin <= sentence_->tokens().begin + 1 || date.tokens.end != begin + 1) return false;
  if (sentence_->view().tokens[begin].kind != TokenKind::kNumber) return false;
  const char first = sentence_->view().word(begin - 1).front();
  const WordRole role = sentence_->role(begin - 1);
  if (first < 'A' || first > 'Z' || (role != WordRole::kContent && role != WordRole::kName)) return false;
  const auto parties = sentence_->parties();
  return std::none_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.tokens.end == begin && party.kind != Party::Kind::kOrganisation;  // "in Peru 2023"
  });
}

// "Today, the plant employs 500", "from $5 today to $2": these days, not this day.
bool PeriodFinder::means_now(const MentionAt& date) const {
  if (!sentence_->is(date.tokens.begin, "today") || date.tokens.end != date.tokens.begin + 1) return false;
  return is_base_ || date.tokens.begin == sentence_->tokens().begin;
}

// "was idle after the bank cut rates in May": the date of another clause, in which the figure does not stand.
bool PeriodFinder::is_in_side_clause(const MentionAt& date) const {
  std::uint32_t opening = date.tokens.begin;
  bool has_verb = false;
  while (opening > sentence_->tokens().begin && !sentence_->is_any(opening, {"after", "before"})) {
    --opening;
    has_verb = has_verb || sentence_->role(opening) == WordRole::kVerb;
    if (sentence_->is(opening, ",") || sentence_->role(opening) == WordRole::kFigure) return false;
  }
  if (!has_verb || !sentence_->is_any(opening, {"after", "before"})) return false;
  return at_.end <= opening || at_.begin >= date.tokens.end;
}

// ", reported the Agency of Statistics on July 20": who speaks stands between the verb and its day.
bool PeriodFinder::dates_speaker_behind(const MentionAt& date) const {
  constexpr std::uint32_t kLongestSpeaker = 10;  // tokens
  if (!is_short(plain_period_of(date)) || date.tokens.begin <= at_.end) return false;
  std::uint32_t token = date.tokens.begin;
  while (token > at_.end && date.tokens.begin - token < kLongestSpeaker) {
    --token;
    const FoundEntry* verb = sentence_->covering(FactList::kSpeechVerb, token);
    if (verb != nullptr && sentence_->is(verb->tokens.begin - 1, ",")) return true;
    const WordRole role = sentence_->role(token);
    if (role == WordRole::kVerb || role == WordRole::kMark || role == WordRole::kFigure || role == WordRole::kClause) return false;
  }
  return false;
}

// "said on Friday", "figures released on Monday", and the day of a dateline; but "said third-quarter sales", "a forecast for 2026".
bool PeriodFinder::dates_speech(const MentionAt& date) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  const bool of_noun = date.tokens.begin > begin && sentence_->is_any(date.tokens.begin - 1, {"for", "of"});
  const bool attribute = date.tokens.end < sentence_->tokens().end && sentence_->role(date.tokens.end) == WordRole::kContent &&
                         !is_short(plain_period_of(date));
  for (std::uint32_t back = 1; back <= 2 && date.tokens.begin >= begin + back && !of_noun && !attribute; ++back) {
    const std::uint32_t before = date.tokens.begin - back;
    const FoundEntry* verb = sentence_->covering(FactList::kSpeechVerb, before);
    if (verb != nullptr && before == at_.end && !is_short(plain_period_of(date))) return false;  // "the $5 million reported in 2023"
    if ((verb != nullptr && verb->cell(0) != "tally") || sentence_->is_any(before, {"released", "published", "issued"})) return true;
  }
  if (dates_speaker_behind(date)) return true;
  // "The minister on Sunday said that trade was [$5 billion]": the day of the statement.
  const FoundEntry* said = is_short(plain_period_of(date)) && date.tokens.end < at_.begin
                               ? sentence_->covering(FactList::kSpeechVerb, date.tokens.end)
                               : nullptr;
  if (said != nullptr && said->cell(0) == "statement" && sentence_->is(date.tokens.begin - 1, "on")) return true;
  constexpr std::uint32_t kLongestDateline = 8;
  const bool opens = date.tokens.begin < begin + kLongestDateline;
  const std::uint32_t behind = date.tokens.end + (sentence_->is(date.tokens.end, ")") ? 1 : 0);  // "LIMA (3 May 2024) —"
  return opens && (sentence_->is_any(behind, {"-", "--", "–", "—"}) ||
                   (sentence_->is(date.tokens.end, "(") && sentence_->is(date.tokens.end + 2, ")")));
}

// "a strong December", "its best level since 2021", "the firm that built it in the 1990s,": dates that tell of a noun.
bool PeriodFinder::is_of_noun(const MentionAt& date) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  const std::uint32_t at = date.tokens.begin;
  // "149% of the pre-industrial (1750) level"
  const bool bracketed = at > begin && sentence_->is(at - 1, "(") && sentence_->is(date.tokens.end, ")") &&
                         date.tokens.end + 1 < sentence_->tokens().end && sentence_->role(date.tokens.end + 1) == WordRole::kContent;
  if (bracketed) return true;
  // "according to a 2013 paper"
  const bool of_paper = at > begin + 1 && sentence_->is_any(at - 1, {"a", "an"}) &&
                        sentence_->is_any(at - 2, {"to", "in", "by", "under"}) && sentence_->role(date.tokens.end) == WordRole::kContent &&
                        !is_short(plain_period_of(date));
  if (of_paper) return true;
  const bool described = at > begin + 1 && sentence_->role(at - 1) == WordRole::kContent && sentence_->is_any(at - 2, {"a", "an"});
  if (described) return true;
  constexpr std::uint32_t kReach = 7;  // tokens
  const std::uint32_t first = at > begin + kReach ? at - kReach : begin;
  const bool since = at > begin && sentence_->is_any(at - 1, {"since", "in", "for", "of"});
  for (std::uint32_t token = first; since && token < at; ++token) {
    if (sentence_->covering(FactList::kSuperlative, token) != nullptr) return sentence_->is(at - 1, "since");
  }
  if (!sentence_->is(date.tokens.end, ",")) return false;
  for (std::uint32_t token = at; token > first; --token) {
    if (sentence_->is(token - 1, ",") || sentence_->role(token - 1) == WordRole::kFigure) return false;
    const bool relative = sentence_->is_any(token - 1, {"that", "who", "which"}) && token > begin + 1 &&
                          sentence_->role(token - 2) == WordRole::kContent && at > token;
    // "The agency estimates that from 2000 to 2022, banks lent …"
    if (relative && sentence_->covering(FactList::kSpeechVerb, token - 2) == nullptr) return true;
  }
  return false;
}

// "from January through June" is a stretch of time, "up from July" a comparison.
bool PeriodFinder::is_range(const MentionAt& date) const {
  const DateExpression& expression = *mentions_[date.mention].date();
  const bool absolute_range = !expression.relative && expression.timex.find('/') != std::string::npos;
  for (std::uint32_t token = date.tokens.begin + 1; token < date.tokens.end; ++token) {
    if (sentence_->is_any(token, {"to", "through", "until", "till"})) return true;
    if (absolute_range && sentence_->is_any(token, {"-", "–", "—"})) return true;  // "from 2005-2023"
  }
  return false;
}

// "a year earlier", "the previous year", "the same period": a time by what lies before another.
bool PeriodFinder::names_time_before(const MentionAt& date) const {
  if (is_year_before(date)) return true;
  for (std::uint32_t token = date.tokens.begin; token < date.tokens.end; ++token) {
    if (sentence_->is_any(token, {"previous", "preceding", "same", "corresponding"})) return true;
  }
  return false;
}

// "up 5% on 2016"; "up 5% over 2016", where the text tells of the time after that.
bool PeriodFinder::is_base_of_growth(const MentionAt& date) const {
  const bool lasting = mentions_[date.mention].date()->type == DateType::kDuration;  // "up 5% over the last 12 months"
  if (!is_growth_ || lasting || date.tokens.begin < at_.end + 1 || is_short(plain_period_of(date))) return false;
  const std::uint32_t before = date.tokens.begin - 1;
  const bool number = sentence_->view().tokens[date.tokens.begin].kind == TokenKind::kNumber;
  if (sentence_->is(before, "on")) return number;
  const bool over = sentence_->is(before, "over") || (sentence_->is(before, "the") && sentence_->is(before - 1, "over")) ||
                    (sentence_->is_any(before, {"a", "an"}) && sentence_->is(before - 1, "over"));
  if (over && names_time_before(date)) return true;
  return over && !known_.start.empty() && plain_period_of(date).start < known_.start;
}

// "33% more than the [figure] for the same period": a noun that stands for what is compared with.
bool PeriodFinder::follows_than(std::uint32_t noun) const {
  if (noun <= at_.end + 1 || sentence_->role(noun - 1) != WordRole::kDeterminer) return false;
  return sentence_->is(noun - 2, "than") || (sentence_->is_any(noun - 2, {"to", "with"}) && sentence_->is(noun - 3, "compared"));
}

// "three times the 2014 figure", "twice that of 2014".
bool PeriodFinder::is_base_of_multiple(const MentionAt& date) const {
  const bool multiple = index_ < sentence_->figures().size() && number_at(index_).quantity == Quantity::kRatio &&
                        (sentence_->is(at_.end - 1, "times") || sentence_->is_any(at_.begin, {"twice", "double", "triple"}));
  if (!multiple || date.tokens.begin < at_.end) return false;
  for (std::uint32_t token = at_.end; token < date.tokens.begin; ++token) {
    if (sentence_->role(token) != WordRole::kDeterminer && !sentence_->is_any(token, {"of", "that"})) return false;
  }
  return true;
}

// "nearly the same as in 2023", "than a year earlier": the date of what the figure is compared with.
bool PeriodFinder::is_compared(const MentionAt& date) const {
  if (is_base_of_growth(date) || is_base_of_multiple(date)) return true;
  std::uint32_t before = date.tokens.begin;
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t back = 0; back < kReach && before > at_.end; ++back) {
    --before;
    const WordRole role = sentence_->role(before);
    if (role == WordRole::kContent && (follows_than(before) || sentence_->is(before, "comparison"))) return true;
    // "in comparison to the relevant period of the previous year"
    if (role == WordRole::kContent && (sentence_->is(before, "period") || sentence_->is(before + 1, "period"))) continue;
    if (role == WordRole::kContent || role == WordRole::kName || role == WordRole::kFigure) return false;
    const bool stretches = back == 0 && sentence_->is(before, "from") && (is_range(date) || is_ahead(plain_period_of(date)));
    const bool compares =
        sentence_->is_any(before, {"than", "as", "after", "compared", "against", "versus", "from"}) && role != WordRole::kDate;
    const bool on_year_before = back == 0 && sentence_->is(before, "on") && sentence_->is_any(date.tokens.begin, {"the", "a", "last"});
    if (stretches) return false;
    if (on_year_before) return true;
    if (sentence_->is(before, "as") && sentence_->is(before + 1, "of")) return false;  // "as of December"
    if (compares || sentence_->is_any(before, {"above", "below"})) return true;
    if (sentence_->is(before, "with") && before > at_.end && sentence_->is_any(before - 1, {"even", "level", "par", "line"})) return true;
  }
  return false;
}

// ", was hit in 2015": behind a comma and a verb, a date tells of that.
bool PeriodFinder::belongs_behind_verb(std::uint32_t from, std::uint32_t to) const {
  bool after_comma = false;
  for (std::uint32_t token = from; token < to; ++token) {
    // "has 304 seats after its victory last July": the date of that.
    const FoundEntry* aside = sentence_->covering(FactList::kSidePhrase, token);
    if (aside != nullptr && aside->tokens.end < to) return true;
    after_comma = after_comma || sentence_->is(token, ",");
    if (after_comma && sentence_->role(token) == WordRole::kVerb && sentence_->covering(FactList::kSpeechVerb, token) == nullptr)
      return true;
  }
  return false;
}

// "by 2030", "until June": the day by which something is to be.
bool PeriodFinder::is_limit(const MentionAt& date) const {
  std::uint32_t before = date.tokens.begin;
  while (before > sentence_->tokens().begin && sentence_->role(before - 1) == WordRole::kDeterminer) --before;
  return before > sentence_->tokens().begin && sentence_->is_any(before - 1, {"by", "until", "till", "before"});
}

// "Founded in 1966, the bank has …": the date of what opens the sentence without being said of its figures.
bool PeriodFinder::dates_opening(const MentionAt& date) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  const bool participle = sentence_->role(begin) == WordRole::kParticiple && sentence_->view().word(begin).ends_with("ed");
  if (!participle && !sentence_->is_any(begin, {"built", "born", "begun", "set"})) return false;
  for (std::uint32_t token = begin; token < date.tokens.begin; ++token) {
    if (sentence_->is(token, ",")) return false;
  }
  return sentence_->is(date.tokens.end, ",");
}

// "have fled since fighting broke out in April 2023": from then on.
bool PeriodFinder::is_since_event(const MentionAt& date) const {
  constexpr std::uint32_t kReach = 16;  // tokens
  const std::uint32_t begin = sentence_->tokens().begin;
  const std::uint32_t first = date.tokens.begin > begin + kReach ? date.tokens.begin - kReach : begin;
  bool happened = false;
  for (std::uint32_t token = date.tokens.begin; token > first; --token) {
    const WordRole role = sentence_->role(token - 1);
    if (sentence_->is(token - 1, "since")) return happened;
    if (role == WordRole::kFigure || role == WordRole::kMark || role == WordRole::kDate) return false;
    happened = happened || role == WordRole::kVerb || role == WordRole::kParticiple;
  }
  return false;
}

// "the first nine months of the fiscal year": the months.
bool PeriodFinder::completes_date(const MentionAt& date) const {
  return date.tokens.begin > sentence_->tokens().begin + 1 && sentence_->is(date.tokens.begin - 1, "of") &&
         ending_at(date.tokens.begin - 1) != nullptr;
}

// "Compared to 2020, exports rose", "tripled compared to the same period last year, reaching 34,600".
bool PeriodFinder::follows_comparison(const MentionAt& date) const {
  std::uint32_t before = date.tokens.begin;
  const std::uint32_t begin = sentence_->tokens().begin;
  while (before > begin && sentence_->role(before - 1) == WordRole::kDeterminer) --before;
  // "compared to the figure in 2023"
  const bool of_noun = before > begin + 4 && sentence_->is_any(before - 1, {"in", "of", "for"}) &&
                       sentence_->role(before - 2) == WordRole::kContent && sentence_->role(before - 3) == WordRole::kDeterminer;
  if (of_noun) before -= 3;
  return before >= begin + 2 && sentence_->is_any(before - 1, {"to", "with"}) &&
         sentence_->is_any(before - 2, {"compared", "comparison", "relative"});
}

// "slipped 0.3% in July from June and was [2.2%] lower": June is what July is compared with.
bool PeriodFinder::compares_before(const MentionAt& date) const {
  const std::uint32_t begin = sentence_->tokens().begin;
  if (!is_base_ && follows_comparison(date)) return true;
  if (is_base_ || date.tokens.begin <= begin || index_ == 0) return false;
  // "4.6% more than in 2023, on [27 routes]"
  const bool in = sentence_->is_any(date.tokens.begin - 1, {"in", "during", "for"});
  return sentence_->is_any(date.tokens.begin - (in ? 2 : 1), {"from", "than", "against", "versus"});
}

// "cut its rate to 3.5% from [3.75%] on Thursday": the day of the cut.
bool PeriodFinder::dates_event(const MentionAt& date) const {
  if (!sentence_->is(connective_before(at_.begin), "from") || index_ == 0) return false;
  if (date.tokens.begin <= at_.end && !sentence_->is(at_.end, "on") && date.tokens.begin != at_.end) return false;
  if (!is_short(period_of(date))) return false;
  const FoundEntry* moved = sentence_->last_before(FactList::kMovement, at_.begin, clause_.begin);
  return moved != nullptr && moved->cell(kTakesObject) == "yes" && !sentence_->is(moved->tokens.end, "to");
}

// "which had been $12 million in the second quarter": what is told happened later.
bool PeriodFinder::is_before_that() const {
  for (std::uint32_t token = clause_.begin; token < at_.begin; ++token) {
    if (sentence_->is(token, "had")) return true;
  }
  return false;
}

bool PeriodFinder::tells_of_now() const {
  // "This is 5% more": what the sentence before told of.
  const bool refers_back = sentence_->is_any(clause_.begin, {"this", "that"}) && sentence_->is(clause_.begin + 1, "is");
  // "The volume in the specified month is 5% more": what the text before told of.
  for (std::uint32_t token = clause_.begin; token + 1 < at_.begin; ++token) {
    const bool specified = sentence_->is_any(token, {"specified", "reporting", "indicated", "reviewed"}) &&
                           sentence_->is_any(token + 1, {"month", "period", "quarter", "year"});
    const bool during = sentence_->is_any(token, {"during", "in", "over", "within"}) &&
                        sentence_->is_any(token + 1, {"this", "that", "the"}) && sentence_->is(token + 2, "period");
    if (specified || during) return false;
  }
  // "Currently, 57 routes pass through, and they carry [30 percent]": the opening holds for all of it.
  const FoundEntry* opening = sentence_->covering(FactList::kPresentWord, sentence_->tokens().begin);
  if (opening != nullptr && sentence_->role(opening->tokens.begin) != WordRole::kVerb) return true;
  for (std::uint32_t token = clause_.begin + (refers_back ? 2 : 0); token < at_.begin; ++token) {
    if (sentence_->covering(FactList::kPresentWord, token) != nullptr) return true;
    const bool third_person = sentence_->view().word(token).ends_with("s") && sentence_->role(token) == WordRole::kVerb;
    if (third_person &&
        (sentence_->covering(FactList::kMeasureVerb, token) != nullptr || sentence_->covering(FactList::kShareVerb, token) != nullptr))
      return true;
    const FoundEntry* verb = sentence_->covering(FactList::kLevelVerb, token);
    if (verb != nullptr && verb->cell(0) == "present" && sentence_->role(token) == WordRole::kVerb) return true;
  }
  return false;
}

const MentionAt* PeriodFinder::ending_at(std::uint32_t token) const {
  for (const MentionAt& date : sentence_->dates()) {
    if (date.tokens.end == token) return &date;
  }
  return nullptr;
}

}  // namespace attest

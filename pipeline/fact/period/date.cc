#include "fact/period/date.h"

#include <algorithm>
#include <string_view>

#include "fact/circumstance.h"
#include "fact/period/arithmetic.h"
#include "fact/period/interval.h"

namespace attest::period {
namespace {

// "In the deadliest attack this year, 23 were killed": a date of what is compared by a superlative in front of the figure.
bool is_in_superlative(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 8;  // tokens
  const std::uint32_t begin = sentence.tokens().begin;
  if (date.tokens.begin >= view.begin() || !sentence.is(date.tokens.end, ",")) return false;
  for (std::uint32_t token = date.tokens.begin; token > begin && date.tokens.begin - token < kReach; --token) {
    const WordRole role = sentence.role(token - 1);
    const bool superlative = role == WordRole::kContent && sentence.view().word(token - 1).ends_with("est") && token == begin + 3 &&
                             sentence.role(token - 2) == WordRole::kDeterminer && sentence.role(begin) == WordRole::kPreposition;
    if (superlative) return true;
    if (role == WordRole::kVerb || role == WordRole::kMark || role == WordRole::kFigure || role == WordRole::kClause) return false;
  }
  return false;
}

// "the World Investment Report 2023", "Expo 2017": a year that ends a name.
bool ends_title(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = date.tokens.begin;
  if (begin <= sentence.tokens().begin + 1 || date.tokens.end != begin + 1) return false;
  if (sentence.view().tokens[begin].kind != TokenKind::kNumber) return false;
  const char first = sentence.view().word(begin - 1).front();
  const WordRole role = sentence.role(begin - 1);
  if (first < 'A' || first > 'Z' || (role != WordRole::kContent && role != WordRole::kName)) return false;
  const auto parties = sentence.parties();
  return std::none_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.tokens.end == begin && party.kind != Party::Kind::kOrganisation;  // "in Peru 2023"
  });
}

// "Today, the plant employs 500", "from $5 today to $2": these days, not this day.
bool means_now(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is(date.tokens.begin, "today") || date.tokens.end != date.tokens.begin + 1) return false;
  return view.is_base() || date.tokens.begin == sentence.tokens().begin;
}

// "was idle after the bank cut rates in May": the date of another clause, in which the figure does not stand.
bool is_in_side_clause(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t opening = date.tokens.begin;
  bool has_verb = false;
  while (opening > sentence.tokens().begin && !sentence.is_any(opening, {"after", "before"})) {
    --opening;
    has_verb = has_verb || sentence.role(opening) == WordRole::kVerb;
    if (sentence.is(opening, ",") || sentence.role(opening) == WordRole::kFigure) return false;
  }
  if (!has_verb || !sentence.is_any(opening, {"after", "before"})) return false;
  return view.end() <= opening || view.begin() >= date.tokens.end;
}

// ", reported the Agency of Statistics on July 20": who speaks stands between the verb and its day.
bool dates_speaker_behind(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kLongestSpeaker = 10;  // tokens
  if (!is_short(view.days_of(date)) || date.tokens.begin <= view.end()) return false;
  std::uint32_t token = date.tokens.begin;
  while (token > view.end() && date.tokens.begin - token < kLongestSpeaker) {
    --token;
    const FoundEntry* verb = sentence.covering(FactList::kSpeechVerb, token);
    if (verb != nullptr && sentence.is(verb->tokens.begin - 1, ",")) return true;
    const WordRole role = sentence.role(token);
    if (role == WordRole::kVerb || role == WordRole::kMark || role == WordRole::kFigure || role == WordRole::kClause) return false;
  }
  return false;
}

// "In March 2024, the minister said that they plan to send [2 million tons]": when that was said of what lies ahead.
bool opens_speech(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const bool opens =
      date.tokens.begin == begin + 1 && sentence.is(begin, "in") && sentence.is(date.tokens.end, ",") && months_in(view.days_of(date)) == 1;
  if (!opens) return false;
  constexpr std::uint32_t kLongestSpeaker = 8;  // tokens
  std::uint32_t said = date.tokens.end + 1;
  while (said < date.tokens.end + kLongestSpeaker && said < view.begin() && sentence.role(said) != WordRole::kVerb) ++said;
  const FoundEntry* verb = sentence.covering(FactList::kSpeechVerb, said);
  if (verb == nullptr || verb->cell(0) != "statement" || said >= view.begin()) return false;
  for (std::uint32_t token = said + 1; token < view.begin(); ++token) {
    const FoundEntry* ahead = sentence.covering(FactList::kStatusWord, token);
    const bool wanted = sentence.is_any(token, {"request", "increase", "raise", "need", "needs"}) && sentence.is(token - 1, "to");
    if (wanted || (ahead != nullptr && (ahead->cell(0) == "planned" || ahead->cell(0) == "target"))) return true;
  }
  return false;
}

// "Founded in 1966, the bank has …": the date of what opens the sentence without being said of its figures.
bool dates_opening(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const bool participle = sentence.role(begin) == WordRole::kParticiple && sentence.view().word(begin).ends_with("ed");
  if (!participle && !sentence.is_any(begin, {"built", "born", "begun", "set"})) return false;
  for (std::uint32_t token = begin; token < date.tokens.begin; ++token) {
    if (sentence.is(token, ",")) return false;
  }
  return sentence.is(date.tokens.end, ",");
}

// "spent [$5 million], Lopes told a news conference on May 3", "Chad last month said that it would invest [$5 million]".
bool dates_address(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const auto states = [&](std::uint32_t token) {
    const FoundEntry* verb = sentence.covering(FactList::kSpeechVerb, token);
    return verb != nullptr && verb->cell(0) == "statement";
  };
  const bool recent = sentence.is_any(date.tokens.begin, {"last", "this", "earlier"}) && date.tokens.end <= date.tokens.begin + 2;
  const bool before_verb = recent && date.tokens.begin > begin && date.tokens.end < view.begin() && states(date.tokens.end);
  if (before_verb && sentence.role(date.tokens.begin - 1) == WordRole::kName) return true;
  constexpr std::uint32_t kReach = 5;  // tokens: "told | a news conference on"
  const std::uint32_t on = date.tokens.begin - 1;
  if (date.tokens.begin < view.end() + 3 || !sentence.is(on, "on") || !is_short(view.days_of(date))) return false;
  for (std::uint32_t token = on; token > view.end() && on - token < kReach; --token) {
    const WordRole role = sentence.role(token - 1);
    if (sentence.is(token - 1, "told")) return true;
    if (role != WordRole::kContent && role != WordRole::kDeterminer && role != WordRole::kParticiple) return false;
  }
  return false;
}

// "LIMA, May 3 - ", "Lima [Peru], May 3 (ABC/XYZ): ", "LIMA (ABC - 3 May 2024) Exports rose", but "Economy shrinks in 2023 - stats office".
bool is_in_dateline(const PeriodView& view, const MentionAt& date) {
  constexpr std::uint32_t kLongestDateline = 8;  // tokens before its day
  constexpr std::uint32_t kLongestAgency = 6;    // tokens in brackets
  const FactSentence& sentence = view.sentence();
  const TokenRange tokens = sentence.tokens();
  if (date.tokens.begin >= tokens.begin + kLongestDateline || !is_short(view.days_of(date))) return false;
  std::uint32_t behind = date.tokens.end;
  const bool closes = sentence.is(behind, ")");
  if (closes && sentence.is(tokens.begin + 1, "(") && sentence.view().tokens[tokens.begin].has(token_flag::kAllCaps)) return true;
  if (closes) ++behind;
  if (sentence.is(behind, "(")) {
    const std::uint32_t limit = std::min(behind + kLongestAgency, tokens.end);
    while (behind < limit && !sentence.is(behind, ")")) ++behind;
    if (behind == date.tokens.end + 2) return true;
    ++behind;
    // "Lima (Peru) June 29 (ABC/XYZ) The bank"
    const bool follows =
        behind < tokens.end && date.tokens.begin >= tokens.begin + 2 && !sentence.is_any(date.tokens.begin - 1, {"on", "of"});
    if (follows && sentence.view().tokens[behind].has(token_flag::kCapitalised)) return true;
  }
  if (sentence.is(behind, ".")) ++behind;  // "Lima, May 3 (ABC).- "
  return sentence.is_any(behind, {"-", "--", "–", "—", ":"});
}

// "a rise of 3% ($5 million in 2016)", "up 3% (compared with $5 million in 2016)": what brackets say of another amount dates no growth.
bool dates_bracketed_amount(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (!view.is_growth() || view.index() + 1 >= sentence.figures().size() || date.tokens.begin < view.end()) return false;
  const TokenRange next = sentence.figures()[view.index() + 1].tokens;
  if (date.tokens.begin < next.end || view.record(view.index() + 1).quantity == Quantity::kPercent) return false;
  std::uint32_t opening = next.begin;
  while (opening > view.end() && !sentence.is_any(opening, {"(", ")"})) --opening;
  if (!sentence.is(opening, "(")) return false;
  for (std::uint32_t token = next.end; token < date.tokens.begin; ++token) {
    if (sentence.is(token, ")")) return false;
  }
  return true;
}

// "The pact, whose talks ended in May 2015, is to raise exports by [4%]": within what is said by the way.
bool lies_in_aside(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  if (date.tokens.end >= view.begin()) return false;
  std::uint32_t opening = date.tokens.begin;
  while (opening > sentence.tokens().begin && !sentence.is(opening, ",")) --opening;
  if (!sentence.is(opening, ",") || !sentence.is_any(opening + 1, {"whose", "who"})) return false;
  for (std::uint32_t token = date.tokens.end; token < view.begin(); ++token) {
    if (sentence.is(token, ",")) return true;
  }
  return false;
}

// "3 tons were sent during the reporting period", where a text has told of a period: of that one.
bool is_reporting_period(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const bool named = sentence.is(date.tokens.end - 1, "period") && sentence.is(date.tokens.end - 2, "reporting");
  return named && !view.told().empty();
}

}  // namespace

bool dates_speech(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const bool of_noun = date.tokens.begin > begin && sentence.is_any(date.tokens.begin - 1, {"for", "of"});
  const bool attribute =
      date.tokens.end < sentence.tokens().end && sentence.role(date.tokens.end) == WordRole::kContent && !is_short(view.days_of(date));
  for (std::uint32_t back = 1; back <= 2 && date.tokens.begin >= begin + back && !of_noun && !attribute; ++back) {
    const std::uint32_t before = date.tokens.begin - back;
    if (sentence.is(before, "that")) break;  // "said that this year trade will reach [$5 billion]"
    const FoundEntry* verb = sentence.covering(FactList::kSpeechVerb, before);
    if (verb != nullptr && before == view.end() && !is_short(view.days_of(date))) return false;  // "the $5 million reported in 2023"
    if ((verb != nullptr && verb->cell(0) != "tally") || sentence.is_any(before, {"released", "published", "issued"})) return true;
  }
  if (dates_speaker_behind(view, date)) return true;
  // "The minister on Sunday said that trade was [$5 billion]": the day of the statement.
  const FoundEntry* said =
      is_short(view.days_of(date)) && date.tokens.end < view.begin() ? sentence.covering(FactList::kSpeechVerb, date.tokens.end) : nullptr;
  if (said != nullptr && said->cell(0) == "statement" && sentence.is(date.tokens.begin - 1, "on")) return true;
  if (opens_speech(view, date) || dates_address(view, date)) return true;
  return is_in_dateline(view, date);
}

bool is_of_noun(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  const std::uint32_t at = date.tokens.begin;
  // "149% of the pre-industrial (1750) level"
  const bool bracketed = at > begin && sentence.is(at - 1, "(") && sentence.is(date.tokens.end, ")") &&
                         date.tokens.end + 1 < sentence.tokens().end && sentence.role(date.tokens.end + 1) == WordRole::kContent;
  if (bracketed) return true;
  // "according to a 2013 paper"
  const bool of_paper = at > begin + 1 && sentence.is_any(at - 1, {"a", "an"}) && sentence.is_any(at - 2, {"to", "in", "by", "under"}) &&
                        sentence.role(date.tokens.end) == WordRole::kContent && !is_short(view.days_of(date));
  if (of_paper) return true;
  const bool described = at > begin + 1 && sentence.role(at - 1) == WordRole::kContent && sentence.is_any(at - 2, {"a", "an"});
  if (described) return true;
  // "needs [$5 million] to deal with the aftermath of last summer's floods", "up [5 cents] from yesterday's close"
  const bool owns = at >= view.end() && date.tokens.end < sentence.tokens().end && sentence.role(date.tokens.end) == WordRole::kPossessive;
  const bool of_other = sentence.is(at - 1, "of") && at > view.end() + 1 && sentence.role(at - 2) == WordRole::kContent;
  if (owns && (of_other || sentence.is(at - 1, "from"))) return true;
  constexpr std::uint32_t kReach = 7;  // tokens
  const std::uint32_t first = at > begin + kReach ? at - kReach : begin;
  const bool since = at > begin && sentence.is_any(at - 1, {"since", "in", "for", "of"});
  for (std::uint32_t token = first; since && token < at; ++token) {
    if (sentence.covering(FactList::kSuperlative, token) != nullptr) return sentence.is(at - 1, "since");
  }
  if (!sentence.is(date.tokens.end, ",")) return false;
  for (std::uint32_t token = at; token > first; --token) {
    if (sentence.is(token - 1, ",") || sentence.role(token - 1) == WordRole::kFigure) return false;
    const bool relative = sentence.is_any(token - 1, {"that", "who", "which"}) && token > begin + 1 &&
                          sentence.role(token - 2) == WordRole::kContent && at > token;
    // "The agency estimates that from 2000 to 2022, banks lent …"
    if (relative && sentence.covering(FactList::kSpeechVerb, token - 2) == nullptr) return true;
  }
  return false;
}

bool is_usable(const PeriodView& view, const MentionAt& date) {
  const DateExpression& expression = view.expression(date);
  const bool dated = !expression.start_date.empty() || !expression.end_date.empty() || within(view, date);
  return dated && !expression.citation && expression.type != DateType::kSet && !dates_speech(view, date) && !is_of_noun(view, date) &&
         !dates_opening(view, date) && !is_in_side_clause(view, date) && !means_now(view, date) && !ends_title(view, date) &&
         !is_in_superlative(view, date) && !dates_bracketed_amount(view, date) && !lies_in_aside(view, date) &&
         !(date.tokens.end < view.begin() && dates_decision(view.sentence(), date.tokens)) && !is_reporting_period(view, date);
}

bool belongs_behind_verb(const PeriodView& view, std::uint32_t from, std::uint32_t to) {
  const FactSentence& sentence = view.sentence();
  bool after_comma = false;
  for (std::uint32_t token = from; token < to; ++token) {
    // "has 304 seats after its victory last July": the date of that.
    const FoundEntry* aside = sentence.covering(FactList::kSidePhrase, token);
    if (aside != nullptr && aside->tokens.end < to) return true;
    after_comma = after_comma || sentence.is(token, ",");
    if (after_comma && sentence.role(token) == WordRole::kVerb && sentence.covering(FactList::kSpeechVerb, token) == nullptr) return true;
  }
  return false;
}

bool is_limit(const PeriodView& view, const MentionAt& date) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t before = date.tokens.begin;
  while (before > sentence.tokens().begin && sentence.role(before - 1) == WordRole::kDeterminer) --before;
  return before > sentence.tokens().begin && sentence.is_any(before - 1, {"by", "until", "till", "before"});
}

}  // namespace attest::period

#include "fact/period/group.h"

#include <algorithm>
#include <span>

namespace attest::period {
namespace {

// "rose 5% [to reach] $3 billion in May", "grew 5%, [reaching] $3 billion in May".
bool leads_to_level(const PeriodView& view, std::uint32_t end, std::uint32_t word) {
  const FactSentence& sentence = view.sentence();
  if (sentence.covering(FactList::kLevelVerb, word) == nullptr) return false;
  if (word == end + 1 && sentence.is(end, "to")) return true;
  const bool near = word == end || (word == end + 1 && sentence.is_any(end, {",", "and"}));
  return near && sentence.view().word(word).ends_with("ing");
}

// "(more than €2.8 billion)": figure number `next` stands in brackets behind the one before, and converts it.
bool is_conversion(const PeriodView& view, std::size_t next) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t bracket = sentence.figures()[next - 1].tokens.end;
  std::uint32_t inside = bracket + 1;
  while (inside < sentence.figures()[next].tokens.begin &&
         (sentence.covering(FactList::kFigureHedge, inside) != nullptr || sentence.is_any(inside, {"more", "less", "than"}))) {
    ++inside;
  }
  return sentence.figures()[next].tokens.begin == inside && sentence.is(bracket, "(") &&
         view.record(next - 1).unit != view.record(next).unit;
}

// "34 deals [worth] $2.8 billion were signed in October", "sold 250,000 tons of cement to Peru [for] $12 million in June".
bool is_worth(const PeriodView& view, std::size_t next, std::uint32_t word) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t end = sentence.figures()[next - 1].tokens.end;
  const FoundEntry* worth = sentence.covering(FactList::kWorthWord, word);
  if (worth != nullptr && worth->tokens.begin > end && worth->tokens.begin <= end + kLongestCounted) return true;
  return sentence.is(word, "for") && word <= end + kReachOfList && view.record(next - 1).quantity == Quantity::kMeasure &&
         view.record(next).quantity == Quantity::kMoney;
}

// "a 12% drop in profit [to] $106 billion for 2024".
bool is_changed_to(const PeriodView& view, std::uint32_t end, std::uint32_t word) {
  const FactSentence& sentence = view.sentence();
  return sentence.is(word, "to") && word <= end + kReachOfList &&
         sentence.first_from(FactList::kChangeNoun, end, std::min(word, end + kLongestCounted)) != nullptr;
}

// Figure number `next` goes on with the one before it.
bool goes_on(const PeriodView& view, std::size_t next) {
  const FactSentence& sentence = view.sentence();
  if (is_conversion(view, next)) return true;
  const std::uint32_t end = sentence.figures()[next - 1].tokens.end;
  const std::uint32_t word = view.connective_before(sentence.figures()[next].tokens.begin);
  const bool mark = sentence.is(end, ")") || (sentence.is(end, ",") && sentence.is(end + 1, "or"));
  std::uint32_t behind = mark ? end + 1 : end;
  // "fell by 3 million barrels on the month to 28 million in March"
  if (sentence.is(behind, "on") && word > behind && word <= behind + kLongestCounted) behind = word;
  if (word == behind && sentence.is(word, "or")) return true;
  if (view.is_base()) return false;
  return (word == behind && sentence.is(word, "to")) || is_worth(view, next, word) || is_changed_to(view, end, word) ||
         leads_to_level(view, end, word);
}

}  // namespace

std::size_t last_of_group(const PeriodView& view) {
  const std::span<const MentionAt> figures = view.sentence().figures();
  std::size_t last = view.index();
  while (last + 1 < figures.size() && figures[last + 1].tokens.begin < view.clause().end && goes_on(view, last + 1)) ++last;
  return last;
}

}  // namespace attest::period

#include "fact/period/present.h"

#include <algorithm>

#include "fact/measure/phrase.h"

namespace attest::period {

bool tells_of_now(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  // "This is 5% more": what the sentence before told of.
  const bool relative = view.clause().begin > sentence.tokens().begin && sentence.is(view.clause().begin, "which");  // ", which is 5%"
  const bool refers_back =
      (relative || sentence.is_any(view.clause().begin, {"this", "that"})) && sentence.is(view.clause().begin + 1, "is");
  // "The volume in the specified month is 5% more": what the text before told of.
  for (std::uint32_t token = view.clause().begin; token < view.begin(); ++token) {
    const bool specified = sentence.is_any(token, {"specified", "reporting", "indicated", "reviewed"}) &&
                           sentence.is_any(token + 1, {"month", "period", "quarter", "year"});
    const bool during = sentence.is_any(token, {"during", "in", "over", "within"}) && sentence.is_any(token + 1, {"this", "that", "the"}) &&
                        sentence.is(token + 2, "period");
    // "Chad is in first place - [$5 million]": among those that the text ranks by what it told of.
    const bool ranked = token > view.clause().begin && sentence.is(token, "place") &&
                        sentence.is_any(token - 1, {"first", "second", "third", "fourth", "fifth"});
    // "The amount includes [$5 million] of loans": of what was told.
    const bool of_told = token > view.clause().begin && sentence.is_any(token, {"includes", "include", "comprises"}) &&
                         sentence.is_any(token - 1, {"amount", "figure", "sum", "total", "it", "this", "number"});
    if (specified || during || ranked || of_told) return false;
  }
  // "The largest partners are Chad ([$5 million]), Peru ($3 million)": of the trade told of.
  const bool listed = view.begin() > sentence.tokens().begin + 1 && sentence.is(view.begin() - 1, "(") &&
                      sentence.role(view.begin() - 2) == WordRole::kName && view.measure().id.starts_with("trade.");
  if (listed) return false;
  // "Currently, 57 routes pass through, and they carry [30 percent]": the opening holds for all of it.
  const FoundEntry* opening = sentence.covering(FactList::kPresentWord, sentence.tokens().begin);
  if (opening != nullptr && sentence.role(opening->tokens.begin) != WordRole::kVerb) return true;
  for (std::uint32_t token = view.clause().begin + (refers_back ? 2 : 0); token < view.begin(); ++token) {
    if (sentence.covering(FactList::kPresentWord, token) != nullptr) return true;
    const bool third_person = sentence.view().word(token).ends_with("s") && sentence.role(token) == WordRole::kVerb;
    if (third_person &&
        (sentence.covering(FactList::kMeasureVerb, token) != nullptr || sentence.covering(FactList::kShareVerb, token) != nullptr))
      return true;
    const FoundEntry* verb = sentence.covering(FactList::kLevelVerb, token);
    if (verb != nullptr && verb->cell(0) == "present" && sentence.role(token) == WordRole::kVerb) return true;
  }
  return false;
}

bool is_in_present_clause(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::uint32_t token = view.clause().begin; token < view.clause().end; ++token) {
    if (sentence.covering(FactList::kPresentWord, token) != nullptr) return true;
  }
  return false;
}

bool is_now_since(const PeriodView& view, std::size_t earlier) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 4;  // tokens: "[4,700] foreign firms now operating"
  for (std::uint32_t token = sentence.figures()[earlier].tokens.end; token < std::min(view.end() + kReach, view.clause().end); ++token) {
    if (sentence.is_any(token, {"now", "currently"})) return true;
    if (token > view.end() && sentence.role(token) == WordRole::kMark) break;
  }
  return false;
}

}  // namespace attest::period

#include "check/loose_period.h"

#include <chrono>
#include <string>

#include "check/cue.h"

namespace attest {

namespace {

/// "The same 1985 period" is the same period.
std::string without_numbers(std::string_view sentence) {
  std::string text;
  for (std::size_t at = 0; at < sentence.size(); ++at) {
    const bool opens = at == 0 || sentence[at - 1] == ' ';
    const bool year = opens && sentence.substr(at, 5).find_first_not_of("0123456789") == 4;
    if (year) at += 5;
    if (at < sentence.size()) text += sentence[at] == '\n' ? ' ' : sentence[at];
  }
  return text;
}

}  // namespace

bool has_loose_period(const CheckedFact& fact, std::string_view sentence, const CheckPolicy& policy) {
  constexpr int kWeek = 7;
  constexpr int kYear = 365;
  if (!fact.period) return false;
  // "A week ago" is a day as often as a week.
  if (fact.period->days() == kWeek) return find_cue(sentence, Cue::kLoosePeriod, policy).has_value();
  if (fact.period->days() < kYear) return false;
  if (find_cue(without_numbers(sentence), Cue::kPartOfYear, policy)) return true;
  const Day last(fact.period->end.days() - std::chrono::days(1));
  for (const int year : {fact.period->begin.year(), last.year()}) {
    if (sentence.find(std::to_string(year)) != std::string_view::npos) return false;
  }
  return find_cue(sentence, Cue::kLoosePeriod, policy).has_value();
}

bool goes_on(const CheckedFact& fact, std::string_view published) {
  constexpr int kShortest = 85;  // days
  if (!fact.period || fact.period->days() < kShortest || fact.status != StatusClass::kFact) return false;
  const auto day = parse_iso_date(published);
  return day && *day < fact.period->end;
}

}  // namespace attest

#include "fact/invested_stock.h"

#include "value/calendar.h"

namespace attest {
namespace {

// "since 2005", "from 2005 to 2023"; of a year or less it is what came in then.
bool gathers_over_years(const Period& period, std::string_view published) {
  constexpr std::int32_t kLongestYear = 400;  // days
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end.empty() ? published : std::string_view(period.end));
  const auto told = parse_iso_date(published);
  return begin && end && told && end->number() - begin->number() > kLongestYear && begin->number() < told->number() &&
         (period.end.empty() || end->number() - told->number() <= kLongestYear);
}

// "as of May 2024", "by the end of 2023", "at the end of 2023".
bool is_told_as_of(const FactSentence& sentence, TokenRange clause) {
  for (std::uint32_t token = clause.begin; token + 2 < clause.end; ++token) {
    if (sentence.is(token, "as") && sentence.is(token + 1, "of")) return true;
    if (!sentence.is_any(token, {"by", "at"})) continue;
    const std::uint32_t noun = token + (sentence.is(token + 1, "the") ? 2 : 1);
    if (sentence.is(noun, "end") || sentence.is(noun, "year-end")) return true;
  }
  return false;
}

// "have surpassed [$40 billion]", "stands at [$40 billion]".
bool is_told_in_the_present(const FactSentence& sentence, std::uint32_t begin, std::uint32_t figure) {
  for (std::uint32_t token = begin; token < figure; ++token) {
    if (sentence.is_any(token, {"exceeds", "exceed", "surpasses", "surpass", "stands", "stand"})) return true;
    if (!sentence.is_any(token, {"has", "have"})) continue;
    const std::uint32_t verb = token + (sentence.role(token + 1) == WordRole::kAdverb ? 2 : 1);
    if (sentence.is_any(verb, {"surpassed", "exceeded", "reached", "topped", "amounted", "totaled", "totalled", "passed", "crossed"}))
      return true;
  }
  return false;
}

// "annual investment", "inflows of investment": of each year.
bool is_told_by_the_year(std::string_view phrase) {
  return phrase.find("annual") != std::string_view::npos || phrase.find("flow") != std::string_view::npos ||
         phrase.find("new ") != std::string_view::npos;
}

}  // namespace

bool is_invested_stock(const FactSentence& sentence, const MeasureReading& measure, TokenRange figure, const Period& period,
                       std::string_view published) {
  const bool level = measure.kind == ReadingKind::kLevel || measure.kind == ReadingKind::kValue;
  if (measure.id != "investment.flow" || !level || measure.quantity != Quantity::kMoney || is_told_by_the_year(measure.phrase))
    return false;
  if (measure.from_verb) return false;  // "has invested [$5 billion] since 2005": a deed
  if (gathers_over_years(period, published)) return true;
  // "bringing total investment to [$5 billion]", on a day of May
  const auto begin = parse_iso_date(period.start);
  const auto end = parse_iso_date(period.end);
  constexpr std::int32_t kShortest = 25;  // days of a month
  const bool on_day = begin && end && end->number() - begin->number() < kShortest;
  const std::uint32_t phrase = measure.phrase_tokens.begin;
  const bool total = phrase > sentence.tokens().begin && (sentence.is(phrase, "total") || sentence.is(phrase - 1, "total"));
  if (total && (on_day || period.empty())) return true;
  const TokenRange clause = sentence.clause_around(figure.begin);
  return is_told_as_of(sentence, clause) || (period.empty() && is_told_in_the_present(sentence, clause.begin, figure.begin));
}

}  // namespace attest

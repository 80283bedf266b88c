#include "fact/period/part.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "fact/period/arithmetic.h"
#include "fact/period/group.h"
#include "value/calendar_unit.h"

namespace attest::period {
namespace {

// The last such half that had ended when the article was published, or that of the year the text tells of.
std::optional<Period> half_before_publication(const PeriodView& view, int number) {
  const auto published = parse_iso_date(view.published());
  if (!published) return std::nullopt;
  const auto told = view.told().empty() || is_short(view.told()) ? std::nullopt : parse_iso_date(view.told().start);
  const auto latest = half_of(published->year(), number);
  const bool ended = latest && latest->end <= *published;
  const auto half = half_of(told ? told->year() : published->year() - (ended ? 0 : 1), number);
  if (!half) return std::nullopt;
  return period_of_days(*half);
}

// The unnamed stretch that ends with this token: "the first half", "year to date".
std::optional<Period> stretch_ending_at(const PeriodView& view, std::uint32_t token) {
  const FactSentence& sentence = view.sentence();
  if (sentence.role(token) == WordRole::kDate || token < sentence.tokens().begin + 2) return std::nullopt;
  if (sentence.is(token, "half") && !sentence.is(token + 1, "of")) {
    std::uint32_t word = token - 1;
    if (sentence.is(word, "-")) --word;
    if (sentence.is(word, "first")) return half_before_publication(view, 1);
    if (sentence.is(word, "second")) return half_before_publication(view, 2);
  }
  const bool hyphens = sentence.is(token - 1, "-");
  const std::uint32_t step = hyphens ? 2 : 1;
  const bool to_date = sentence.is(token, "date") && sentence.is(token - step, "to") && sentence.is(token - 2 * step, "year");
  const auto published = to_date ? parse_iso_date(view.published()) : std::nullopt;
  const auto year = published ? year_of(published->year()) : std::nullopt;
  if (!year) return std::nullopt;
  return Period{year->begin.to_iso(), std::string(view.published())};
}

}  // namespace

std::optional<Period> unnamed_stretch(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  // "two goals in the first half", but "received [5 million] tourists in the first half"
  const bool of_play = view.measure().id.empty() || view.measure().id.starts_with("people.");
  if (view.record(view.index()).quantity == Quantity::kCount && of_play) return std::nullopt;
  const std::size_t last = last_of_group(view);
  const bool is_last = last + 1 == sentence.figures().size();
  const std::uint32_t limit = is_last ? view.clause().end : std::min(view.clause().end, sentence.figures()[last + 1].tokens.begin);
  for (std::uint32_t token = sentence.figures()[last].tokens.end; token < limit; ++token) {
    if (auto stretch = stretch_ending_at(view, token)) return stretch;
  }
  const std::uint32_t floor =
      view.index() == 0 ? view.clause().begin : std::max(view.clause().begin, sentence.figures()[view.index() - 1].tokens.end);
  for (std::uint32_t token = view.begin(); token > floor; --token) {
    if (auto stretch = stretch_ending_at(view, token - 1)) return stretch;
  }
  return std::nullopt;
}

std::optional<Period> numbered_part(const PeriodView& view) {
  const FactSentence& sentence = view.sentence();
  constexpr std::array<std::string_view, 4> kNumbers = {"first", "second", "third", "fourth"};
  const auto numbered = [&](std::uint32_t token) -> int {
    if (!sentence.is(token, "the") || !sentence.is_any(token - 1, {"in", "than", "during", "of"})) return 0;
    const std::uint32_t behind = token + 2;
    if (behind > sentence.tokens().end || sentence.role(token + 1) == WordRole::kDate) return 0;  // "in the first half of 2024"
    const bool alone = behind == sentence.tokens().end || sentence.role(behind) != WordRole::kContent;
    for (int number = 1; alone && number <= 4; ++number) {
      if (sentence.is(token + 1, kNumbers[static_cast<std::size_t>(number - 1)])) return number;
    }
    return 0;
  };
  int number = view.begin() >= sentence.tokens().begin + 3 ? numbered(view.begin() - 2) : 0;
  if (number == 0 && view.end() + 2 < sentence.tokens().end) number = numbered(view.end() + 1);
  if (number == 0) return std::nullopt;
  const Period& named = view.earlier().empty() ? view.discourse().period() : view.earlier().back().period;
  const auto begin = parse_iso_date(named.start);
  const auto end = parse_iso_date(named.end);
  if (!begin || !end) return std::nullopt;
  const auto quarter = quarter_of(begin->year(), begin->quarter());
  const auto half = half_of(begin->year(), begin->month() <= 6 ? 1 : 2);
  std::optional<DayInterval> part;
  if (quarter && quarter->begin == *begin && quarter->end == *end) part = quarter_of(begin->year(), number);
  if (half && half->begin == *begin && half->end == *end && number <= 2) part = half_of(begin->year(), number);
  if (!part) return std::nullopt;
  return period_of_days(*part);
}

}  // namespace attest::period

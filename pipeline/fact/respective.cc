#include "fact/respective.h"

#include <cstddef>

namespace attest {
namespace {

// "2022 and 2023", "in 2022 and in 2023": nothing but what joins stands between two dates.
bool joins_dates(const FactSentence& sentence, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t token = from; token < to; ++token) {
    if (!sentence.is_any(token, {",", "and", "in"})) return false;
  }
  return from < to;
}

bool says_respectively(const FactSentence& sentence) {
  for (std::uint32_t token = sentence.tokens().begin; token < sentence.tokens().end; ++token) {
    if (sentence.is(token, "respectively")) return true;
  }
  return false;
}

}  // namespace

std::span<const MentionAt> respective_dates(const FactSentence& sentence) {
  const auto dates = sentence.dates();
  const std::size_t wanted = sentence.figures().size();
  if (wanted < 2 || dates.size() < wanted || !says_respectively(sentence)) return {};
  std::size_t first = 0;  // of the row
  for (std::size_t date = 1; date <= dates.size(); ++date) {
    if (date < dates.size() && joins_dates(sentence, dates[date - 1].tokens.end, dates[date].tokens.begin)) continue;
    if (date - first == wanted) return dates.subspan(first, wanted);
    first = date;
  }
  return {};
}

}  // namespace attest

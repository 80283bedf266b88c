#include "resolve/tense.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text/list_row.h"

namespace attest {
namespace {

constexpr ListRow kWords[] = {
#include "tense_word.inc"
};

constexpr std::uint32_t kFarthest = 14;  // tokens to each side; a clause is seldom longer

Tense tense_named(std::string_view kind) noexcept {
  if (kind == "past") return Tense::kPast;
  return kind == "future" ? Tense::kFuture : Tense::kPresent;
}

constexpr std::size_t kLongestWord = 24;

Tense tense_of(std::string_view word) noexcept {
  if (word.size() < 2 || word.size() > kLongestWord) return Tense::kUnknown;
  std::array<char, kLongestWord> letters{};
  std::transform(word.begin(), word.end(), letters.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::string_view folded(letters.data(), word.size());
  const auto* found = std::lower_bound(std::begin(kWords), std::end(kWords), folded,
                                       [](const ListRow& row, std::string_view wanted) { return row.folded < wanted; });
  if (found != std::end(kWords) && found->folded == folded) return tense_named(found->kind);
  if (folded.ends_with("'ll")) return Tense::kFuture;
  constexpr std::size_t kShortestInEd = 4;  // "used", not "red"
  const bool lower = word.front() >= 'a' && word.front() <= 'z';
  return lower && folded.size() >= kShortestInEd && folded.ends_with("ed") && folded != "need" ? Tense::kPast : Tense::kUnknown;
}

bool ends_clause(std::string_view word) noexcept { return word == ";" || word == "(" || word == ")" || word == "—"; }

}  // namespace

Tense tense_around(const TokenView& view, TokenRange sentence, TokenRange passage) noexcept {
  Tense present = Tense::kUnknown;
  const auto decides = [&](std::uint32_t token) {
    const Tense tense = tense_of(view.word(token));
    // "is to resume", "are to meet".
    if (tense == Tense::kPresent && token + 1 < sentence.end && view.word(token + 1) == "to") return std::optional(Tense::kFuture);
    if (tense == Tense::kPresent) present = tense;
    return tense == Tense::kPast || tense == Tense::kFuture ? std::optional(tense) : std::nullopt;
  };
  const std::uint32_t left = passage.begin > sentence.begin + kFarthest ? passage.begin - kFarthest : sentence.begin;
  for (std::uint32_t token = passage.begin; token > left && !ends_clause(view.word(token - 1)); --token) {
    if (const auto tense = decides(token - 1)) return *tense;
  }
  if (present != Tense::kUnknown) return present;
  const std::uint32_t right = std::min(sentence.end, passage.end + kFarthest);
  for (std::uint32_t token = passage.end; token < right && !ends_clause(view.word(token)); ++token) {
    if (const auto tense = decides(token)) return *tense;
  }
  return present;
}

}  // namespace attest

#include "resolve/title_index.h"

#include <algorithm>
#include <iterator>

namespace attest {
namespace {

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

}  // namespace

void TitleIndex::read(const TokenView& view, const NamePlaces& places, std::span<const Mention> mentions) {
  by_head_.clear();
  for (const NamePlace& place : places.names()) {
    if (mentions[place.mention].name()->kind != NameKind::kPerson) continue;
    add_before(view, place);
    add_behind(view, place);
  }
}

void TitleIndex::add(std::string_view head, const NamePlace& person) {
  by_head_[in_lower_case(head)].push_back({person.tokens.begin, person.mention});
}

/// "Chinese President Xi Jinping": the title ends right before the name.
void TitleIndex::add_before(const TokenView& view, const NamePlace& person) {
  const auto word = lexicon_->ending_at(view, person.tokens.begin, person.tokens.begin > 6 ? person.tokens.begin - 6 : 0);
  if (word && word->role == SpeakerRole::kTitle) add(view.word(word->tokens.end - 1), person);
}

/// "Ana Lopes, the country's trade minister": the first title of the apposition.
void TitleIndex::add_behind(const TokenView& view, const NamePlace& person) {
  constexpr std::uint32_t kFarthest = 10;
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  const std::uint32_t limit = std::min(size, person.tokens.end + kFarthest);
  if (person.tokens.end >= limit || view.word(person.tokens.end) != ",") return;
  for (std::uint32_t token = person.tokens.end + 1; token < limit; ++token) {
    const std::string_view text = view.word(token);
    if (text == "," || text == "." || text == ";" || text == "who") return;
    const auto word = lexicon_->beginning_at(view, token, limit);
    if (!word || word->role != SpeakerRole::kTitle) continue;
    add(view.word(word->tokens.end - 1), person);
    return;
  }
}

std::optional<std::uint32_t> TitleIndex::bearer(const TokenView& view, TokenRange title, std::uint32_t at) const {
  const auto bearers = by_head_.find(in_lower_case(view.word(title.end - 1)));
  if (bearers == by_head_.end()) return std::nullopt;
  const auto behind = std::lower_bound(bearers->second.begin(), bearers->second.end(), at,
                                       [](const Titled& t, std::uint32_t token) { return t.token < token; });
  return behind == bearers->second.begin() ? behind->mention : std::prev(behind)->mention;
}

}  // namespace attest

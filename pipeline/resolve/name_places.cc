#include "resolve/name_places.h"

#include <algorithm>

namespace attest {
namespace {

/// The first place that ends behind `token`; names do not overlap, so their ends are in order, too.
const NamePlace* first_ending_behind(std::span<const NamePlace> places, std::uint32_t token) noexcept {
  const auto found =
      std::upper_bound(places.begin(), places.end(), token, [](std::uint32_t t, const NamePlace& place) { return t < place.tokens.end; });
  return found == places.end() ? nullptr : &*found;
}

const NamePlace* ending_exactly_at(std::span<const NamePlace> places, std::uint32_t token) noexcept {
  if (token == 0) return nullptr;
  const NamePlace* place = first_ending_behind(places, token - 1);
  return place != nullptr && place->tokens.end == token ? place : nullptr;
}

}  // namespace

std::uint32_t token_from(const TokenView& view, std::uint32_t offset) noexcept {
  const auto found =
      std::lower_bound(view.tokens.begin(), view.tokens.end(), offset, [](const Token& t, std::uint32_t at) { return t.begin < at; });
  return static_cast<std::uint32_t>(found - view.tokens.begin());
}

TokenRange tokens_of(const TokenView& view, Span bytes) noexcept { return {token_from(view, bytes.begin), token_from(view, bytes.end)}; }

void NamePlaces::read(const TokenView& view, std::span<const Mention> mentions) {
  names_.clear();
  dates_.clear();
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    auto& places = mention.name() != nullptr ? names_ : dates_;
    if (mention.name() == nullptr && mention.date() == nullptr) continue;
    const TokenRange tokens = tokens_of(view, mention.bytes);
    if (tokens.begin >= tokens.end || (!places.empty() && tokens.begin < places.back().tokens.end)) continue;
    places.push_back({tokens, i});
  }
}

const NamePlace* NamePlaces::covering(std::uint32_t token) const noexcept {
  const NamePlace* place = first_ending_behind(names_, token);
  return place != nullptr && place->tokens.begin <= token ? place : nullptr;
}

const NamePlace* NamePlaces::beginning_at(std::uint32_t token) const noexcept {
  const NamePlace* place = covering(token);
  return place != nullptr && place->tokens.begin == token ? place : nullptr;
}

const NamePlace* NamePlaces::ending_at(std::uint32_t token) const noexcept { return ending_exactly_at(names_, token); }

const NamePlace* NamePlaces::date_ending_at(std::uint32_t token) const noexcept { return ending_exactly_at(dates_, token); }

}  // namespace attest

#include "fact/state_leader.h"

#include <array>

#include "base/ascii.h"

namespace attest {
namespace {

/// Tokens between a country and the name of who holds an office in it: "Minister of Science, Technology, and Innovation,".
constexpr std::uint32_t kLongestOffice = 16;

/// What an office may be made of, besides words with a capital.
bool joins_office(std::string_view word) {
  constexpr std::array<std::string_view, 9> kJoints = {"of", "for", "and", "the", ",", "'s", "’s", "-", "to"};
  return is_one_of(word, kJoints);
}

}  // namespace

const std::string* StateLeaders::person_at(std::uint32_t token) const {
  const NamePlace* place = places_ == nullptr ? nullptr : places_->covering(token);
  const Name* name = place == nullptr ? nullptr : mentions_[place->mention].name();
  return name != nullptr && name->kind == NameKind::kPerson ? &name->name : nullptr;
}

/// "Peruvian President", "Peru's Minister of Works,": nothing but an office stands between the country and the name.
std::string_view StateLeaders::country_before(const TokenView& view, std::uint32_t name, const PartyCues& cues) const {
  const std::uint32_t floor = name > kLongestOffice ? name - kLongestOffice : 0;
  const auto before = cues.within({floor, name});
  if (before.empty()) return {};
  const PartyCue& cue = before.back();
  const bool state = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kDemonym;
  if (!state || cue.country.empty()) return {};
  bool office = false;
  for (std::uint32_t i = cue.tokens.end; i < name; ++i) {
    office = office || offices_.at(view, i, name).has_value();
    if (!office && i > cue.tokens.end + 1) return {};  // "Peru on Monday"
    const Token& token = view.tokens[i];
    if (!token.has(token_flag::kCapitalised) && !joins_office(view.word(i)) && !offices_.at(view, i, name)) return {};
  }
  return office ? std::string_view(cue.country) : std::string_view();
}

/// "President Vega of Chile".
std::string_view StateLeaders::country_behind(const TokenView& view, TokenRange name, const PartyCues& cues) const {
  constexpr std::uint32_t kLongest = 6;  // "of the Republic of Chile"
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  if (name.end + 1 >= size || !equal_in_any_case(view.word(name.end), "of") || !offices_.ending_at(view, name.begin, 0)) return {};
  const auto behind = cues.within({name.end + 1, std::min(size, name.end + kLongest)});
  const bool beside = !behind.empty() && behind.front().kind == PartyCue::Kind::kCountry && behind.front().tokens.begin <= name.end + 2;
  return beside ? std::string_view(behind.front().country) : std::string_view();
}

/// "Xi Jinping": whom every reader knows.
std::string_view StateLeaders::country_known(const TokenView& view, TokenRange name) const {
  const auto known = known_.ending_at(view, name.end, name.begin);
  return known ? known->cell(0) : std::string_view();
}

void StateLeaders::read(const TokenView& view, std::span<const Mention> mentions, const NamePlaces& places, const PartyCues& cues) {
  places_ = &places;
  mentions_ = mentions;
  countries_.clear();
  for (const NamePlace& place : places.names()) {
    const std::string* const person = person_at(place.tokens.begin);
    if (person == nullptr || countries_.contains(*person)) continue;
    std::string_view country = country_before(view, place.tokens.begin, cues);
    if (country.empty()) country = country_behind(view, place.tokens, cues);
    if (country.empty()) country = country_known(view, place.tokens);
    if (!country.empty()) countries_.emplace(*person, country);
  }
}

std::string_view StateLeaders::country_at(std::uint32_t token) const {
  const std::string* const person = person_at(token);
  const auto found = person == nullptr ? countries_.end() : countries_.find(*person);
  return found == countries_.end() ? std::string_view() : std::string_view(found->second);
}

std::uint32_t StateLeaders::end_at(std::uint32_t token) const { return places_->covering(token)->tokens.end; }

}  // namespace attest

#include "fact/agreement/named.h"

#include <algorithm>
#include <utility>

namespace attest::agreement {
namespace {

/// A country or region that the name of an event spells: its code or, for a region, its name; "" where none stands there.
std::string host_at(const AgreementText& text, std::uint32_t token, std::uint32_t limit) {
  if (const auto demonym = text.at(AgreementList::kDemonym, token, limit)) return std::string(demonym->cell(0));
  const auto place = text.at(AgreementList::kPlace, token, limit);
  if (!place) return {};
  const std::string_view type = place->cell(1);
  if (type == "country") return std::string(place->cell(2));
  return type == "region" ? std::string(text.passage(place->tokens)) : std::string();
}

/// The same, where it ends before a token.
std::string host_ending_at(const AgreementText& text, std::uint32_t token, std::uint32_t floor) {
  if (const auto demonym = text.ending_at(AgreementList::kDemonym, token, floor)) return std::string(demonym->cell(0));
  const auto place = text.ending_at(AgreementList::kPlace, token, floor);
  return place ? host_at(text, place->tokens.begin, token) : std::string();
}

}  // namespace

void add_once(const std::string& party, std::vector<std::string>& parties) {
  if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
}

std::vector<std::string> countries_within(const AgreementText& text, TokenRange range) {
  std::vector<std::string> named;
  for (const PartyCue& cue : text.cues_within(range)) {
    const bool country = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kDemonym;
    if (country && !cue.country.empty()) add_once(cue.country, named);
  }
  return named;
}

std::vector<std::string> two_within(const AgreementText& text, TokenRange range) {
  std::vector<std::string> pair;
  for (const PartyCue& cue : text.cues_within(range)) {
    const bool names = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kOrganisation;
    if (!names || cue.reports || cue.id.empty()) continue;
    add_once(cue.id, pair);
  }
  return pair.size() == 2 ? pair : std::vector<std::string>();
}

std::vector<std::string> hosts_within(const AgreementText& text, TokenRange sentence) {
  for (std::uint32_t i = sentence.begin + 1; i + 1 < sentence.end; ++i) {
    const bool joint = text.word(i) == "-" || text.word(i) == "–";
    if (!joint || text.names().covering(i) == nullptr) continue;
    std::string first = host_ending_at(text, i, sentence.begin);
    std::string second = host_at(text, i + 1, sentence.end);
    if (!first.empty() && !second.empty()) return {std::move(first), std::move(second)};
  }
  return {};
}

}  // namespace attest::agreement

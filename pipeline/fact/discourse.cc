#include "fact/discourse.h"

namespace attest {
namespace {

bool is_state(const Party& party) { return party.kind == Party::Kind::kCountry || party.kind == Party::Kind::kRegion; }

// The last party of a kind that ends by token `end`.
std::string_view last_of(const FactSentence& sentence, Party::Kind kind, std::uint32_t end) {
  std::string_view last;
  for (const Party& party : sentence.parties()) {
    if (party.kind == kind && party.tokens.end <= end) last = party.id;
  }
  return last;
}

}  // namespace

void Discourse::reset() { *this = Discourse(); }

void Discourse::hear(const FactSentence& sentence) {
  std::vector<std::string> named;
  for (const Party& party : sentence.parties()) {
    if (!is_state(party)) continue;
    (party.kind == Party::Kind::kCountry ? country_ : region_) = party.id;
    if (named.empty() || (named.size() == 1 && named.front() != party.id)) named.emplace_back(party.id);
  }
  if (named.size() == 2) pair_ = std::move(named);
}

void Discourse::hear(const MeasureReading& measure, const PartyReading& parties, const Period& period, bool is_base) {
  if (is_base) {
    base_period_ = period;
    return;
  }
  measure_ = measure;
  parties_ = parties;
  if (!period.empty()) period_ = period;
  has_fact_ = true;
  if (parties.parties.size() == 2) pair_ = parties.parties;
}

std::string_view Discourse::country(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = last_of(sentence, Party::Kind::kCountry, end);
  return here.empty() ? std::string_view(country_) : here;
}

std::string_view Discourse::region(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = last_of(sentence, Party::Kind::kRegion, end);
  return here.empty() ? std::string_view(region_) : here;
}

}  // namespace attest

#include "fact/discourse.h"

#include <array>
#include <map>

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

std::string_view first_organisation(const FactSentence& sentence, std::uint32_t end) {
  for (const Party& party : sentence.parties()) {
    if (party.kind == Party::Kind::kOrganisation && party.tokens.end <= end) return party.id;
  }
  return {};
}

// The party of a kind that is named most often, at least three times, and for the first time before `early_tokens`.
std::string_view named_most(std::span<const Party> parties, Party::Kind kind, std::uint32_t early_tokens) {
  struct Count {
    std::uint32_t first = 0;
    std::uint32_t times = 0;
  };
  std::map<std::string_view, Count> counts;
  for (const Party& party : parties) {
    if (party.kind == kind) ++counts.try_emplace(party.id, Count{party.tokens.begin, 0}).first->second.times;
  }
  constexpr std::uint32_t kFewestTimes = 3;
  std::uint32_t most = kFewestTimes - 1;
  std::string_view topic;
  for (const auto& [id, count] : counts) {
    if (count.times <= most || count.first >= early_tokens) continue;
    most = count.times;
    topic = id;
  }
  return topic;
}

// The first two countries that a sentence names before `end`; a region only where there are no two.
std::vector<std::string> pair_in(const FactSentence& sentence, std::uint32_t end) {
  std::vector<std::string> pair;
  for (const auto& kinds :
       {std::array{Party::Kind::kCountry, Party::Kind::kCountry}, std::array{Party::Kind::kCountry, Party::Kind::kRegion}}) {
    pair.clear();
    for (const Party& party : sentence.parties()) {
      const bool fits = is_state(party) && (party.kind == kinds[0] || party.kind == kinds[1]) && party.tokens.end <= end;
      if (fits && pair.size() < 2 && (pair.empty() || pair.front() != party.id)) pair.emplace_back(party.id);
    }
    if (pair.size() == 2) return pair;
  }
  return {};
}

}  // namespace

void Discourse::reset() { *this = Discourse(); }

void Discourse::hear(const FactSentence& sentence) {
  for (const Party& party : sentence.parties()) {
    if (is_state(party)) (party.kind == Party::Kind::kCountry ? country_ : region_) = party.id;
  }
  if (const std::string_view first = first_organisation(sentence, sentence.tokens().end); !first.empty()) organisation_ = first;
  if (auto named = pair_in(sentence, sentence.tokens().end); !named.empty()) pair_ = std::move(named);
}

void Discourse::find_topic(std::span<const Party> parties, std::uint32_t early_tokens) {
  topic_country_ = named_most(parties, Party::Kind::kCountry, early_tokens);
  topic_organisation_ = named_most(parties, Party::Kind::kOrganisation, early_tokens);
}

std::vector<std::string> Discourse::pair(const FactSentence& sentence, std::uint32_t end) const {
  auto here = pair_in(sentence, end);
  return here.empty() ? pair_ : here;
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

std::string_view Discourse::organisation(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = first_organisation(sentence, end);
  return here.empty() ? std::string_view(organisation_) : here;
}

std::string_view Discourse::region(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = last_of(sentence, Party::Kind::kRegion, end);
  return here.empty() ? std::string_view(region_) : here;
}

}  // namespace attest

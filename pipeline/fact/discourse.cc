#include "fact/discourse.h"

#include <algorithm>
#include <array>
#include <utility>

#include "fact/party/party_role.h"
#include "value/calendar.h"

namespace attest {
namespace {

// The last party of a kind that ends by token `end`.
std::string_view last_of(const FactSentence& sentence, Party::Kind kind, std::uint32_t end) {
  std::string_view last;
  for (const Party& party : sentence.parties()) {
    if (party.kind == kind && party.tokens.end <= end) last = party.id;
  }
  return last;
}

// "Peru's exports to Chile rose, while [the country's] imports fell": whose they are, where the last one stands at the other end; "" where
// it does not.
std::string_view owner_before_end(const FactSentence& sentence, std::uint32_t end) {
  const Party* owner = nullptr;
  const Party* last = nullptr;
  for (const Party& party : sentence.parties()) {
    if (party.kind != Party::Kind::kCountry || party.city || party.tokens.end > end) continue;
    if (sentence.role(party.tokens.end) == WordRole::kPossessive) owner = &party;
    last = &party;
  }
  if (owner == nullptr || last == owner || last->tokens.begin <= owner->tokens.end) return {};
  const std::uint32_t link = sentence.is(last->tokens.begin - 1, "the") ? last->tokens.begin - 2 : last->tokens.begin - 1;
  return sentence.is_any(link, {"to", "with", "from"}) ? std::string_view(owner->id) : std::string_view();
}

std::string_view first_organisation(const FactSentence& sentence, std::uint32_t end) {
  for (const Party& party : sentence.parties()) {
    if (party.kind == Party::Kind::kOrganisation && !party.reporter && party.tokens.end <= end) return party.id;
  }
  return {};
}

std::string_view first_lender(const FactSentence& sentence, std::uint32_t end) {
  for (const Party& party : sentence.parties()) {
    if (party.lender && party.tokens.end <= end) return party.id;
  }
  return {};
}

// The first two countries that a sentence names before `end`; a region only where there are no two.
std::vector<std::string> pair_in(const FactSentence& sentence, std::uint32_t end) {
  std::vector<std::string> pair;
  for (const auto& kinds :
       {std::array{Party::Kind::kCountry, Party::Kind::kCountry}, std::array{Party::Kind::kCountry, Party::Kind::kRegion}}) {
    pair.clear();
    for (const Party& party : sentence.parties()) {
      // "Chad is our largest partner in Africa": a place, and no other side
      const bool lies_in = party.kind == Party::Kind::kRegion && party.tokens.begin > 0 && sentence.is(party.tokens.begin - 1, "in");
      const bool fits = is_state(party) && !lies_in && !only_compares(sentence, party) &&
                        (party.kind == kinds[0] || party.kind == kinds[1]) && party.tokens.end <= end;
      if (fits && pair.size() < 2 && (pair.empty() || pair.front() != party.id)) pair.emplace_back(party.id);
    }
    if (pair.size() == 2) return pair;
  }
  return {};
}

// "In 2021 it was worth $3 billion": years before what the text was telling of, to which it returns in the next paragraph.
bool looks_far_back(const Period& period, const Period& before) {
  const auto end = parse_iso_date(period.end);
  const auto begin = parse_iso_date(before.start);
  constexpr std::int32_t kYear = 365;  // days
  return end && begin && begin->number() - end->number() >= kYear;
}

}  // namespace

void Discourse::reset(Topic topic) {
  *this = Discourse();
  topic_ = std::move(topic);
}

void Discourse::begin_block() {
  if (looks_far_back(period_, period_before_block_)) period_ = period_before_block_;
  period_before_block_ = period_;
  focus_.clear();
  organisation_in_block_ = false;
  pair_in_block_ = false;
  fact_in_block_ = false;
}

void Discourse::begin_item() {
  const bool between_two = fact_in_block_ && !parties_.partner.empty() && is_relational(measure_.flow);
  const bool pair_in_block = pair_in_block_;
  begin_block();
  fact_in_block_ = between_two;
  pair_in_block_ = between_two && pair_in_block;
}

void Discourse::begin_next_sentence() {
  const bool trade = fact_in_block_ && !parties_.partner.empty() && measure_.id == "trade.turnover";
  begin_block();
  fact_in_block_ = trade;
}

bool Discourse::is_organisation(std::string_view id) const noexcept {
  return !id.empty() && (id == organisation_ || id == topic_.organisation || id == lender_);
}

void Discourse::hear(const FactSentence& sentence, std::string_view subject) {
  for (const Party& party : sentence.parties()) topic_lends_ = topic_lends_ || (party.lender && party.id == topic_.organisation);
  if (const std::string_view first = first_lender(sentence, sentence.tokens().end); !first.empty()) lender_ = first;
  bool names_bloc = false;
  for (const Party& party : sentence.parties()) {
    if (party.bloc) region_ = party.id;
    names_bloc = names_bloc || party.bloc;
    const bool describes = names_bloc && party.adjective && party.kind == Party::Kind::kRegion;  // "the EU is a European union of states"
    if (is_state(party) && !describes) (party.kind == Party::Kind::kCountry ? country_ : region_) = party.id;
    if (!subject.empty() && party.id == subject) {
      focus_ = subject;
      focus_is_organisation_ = party.kind == Party::Kind::kOrganisation;
    }
  }
  // "the company" is no development bank that gives money to a country, but where the text is about it
  const auto parties = sentence.parties();
  const auto first = std::find_if(parties.begin(), parties.end(), [&](const Party& party) {
    return party.kind == Party::Kind::kOrganisation && !party.reporter && (!party.lender || party.id == topic_.organisation) &&
           !is_cited(sentence, party);
  });
  if (first != parties.end()) {
    organisation_ = first->id;
    organisation_in_block_ = true;
  }
  if (auto named = pair_in(sentence, sentence.tokens().end); !named.empty()) {
    pair_ = std::move(named);
    pair_in_block_ = true;
  }
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
  if (!period.empty()) {
    const bool back = measure.id.starts_with("company.") && !period.end.empty() && !period_.start.empty() && period.end <= period_.start;
    stepped_back_from_ = back ? period_ : Period();
    period_ = period;
  }
  has_fact_ = true;
  fact_in_block_ = true;
  if (parties.parties.size() == 2) {
    pair_ = parties.parties;
    pair_in_block_ = true;
  }
}

std::string_view Discourse::in_focus(OwnerKind kind) const {
  const bool focus_fits = kind == OwnerKind::kAny || (kind == OwnerKind::kCompany) == focus_is_organisation_;
  if (!focus_.empty() && focus_fits) return focus_;
  switch (kind) {
    case OwnerKind::kState:
      if (!topic_.country.empty()) return topic_.country;
      if (!country_.empty() || !region_.empty()) return country_.empty() ? std::string_view(region_) : std::string_view(country_);
      if (!topic_.state.empty()) return topic_.state;
      return topic_.reports ? std::string_view() : in_focus(OwnerKind::kAny);
    case OwnerKind::kCompany:
      if (!topic_.organisation.empty() && !(topic_.reports && !topic_.country.empty())) return topic_.organisation;
      if (organisation_in_block_ || topic_.country.empty()) return organisation_;
      return focus_.empty() ? topic_.country : std::string_view(focus_);
    default:
      if (topic_.is_organisation && topic_.reports && !(country_.empty() && region_.empty())) return in_focus(OwnerKind::kState);
      // What a body that reports on the world tells of is not its own.
      if (topic_.is_organisation && topic_.reports && !topic_lends_) return {};
      return topic_.main();
  }
}

std::string_view Discourse::country(const FactSentence& sentence, std::uint32_t end) const {
  if (const std::string_view owner = owner_before_end(sentence, end); !owner.empty()) return owner;
  const std::string_view here = last_of(sentence, Party::Kind::kCountry, end);
  if (!here.empty()) return here;
  if (!focus_.empty() && !focus_is_organisation_) return focus_;
  return topic_.country.empty() ? std::string_view(country_) : std::string_view(topic_.country);
}

std::string_view Discourse::country_among(const FactSentence& sentence, std::uint32_t end, std::string_view codes) const {
  const auto fits = [codes](std::string_view id) { return id.size() == 2 && codes.find(id) != std::string_view::npos; };
  std::string_view last;
  for (const Party& party : sentence.parties()) {
    if (party.tokens.end <= end && fits(party.id)) last = party.id;
  }
  if (!last.empty()) return last;
  for (const std::string* id : {&focus_, &topic_.country, &topic_.partner, &country_}) {
    if (fits(*id)) return *id;
  }
  return {};
}

std::string_view Discourse::home(const FactSentence& sentence) const {
  const auto is_named = [&](std::string_view id) {
    return std::any_of(sentence.parties().begin(), sentence.parties().end(), [id](const Party& party) { return party.id == id; });
  };
  const std::string_view focus = focus_is_organisation_ ? std::string_view() : std::string_view(focus_);
  for (const std::string_view id :
       {focus, std::string_view(country_), std::string_view(topic_.country), std::string_view(topic_.partner)}) {
    if (!id.empty() && !is_named(id)) return id;
  }
  return {};
}

std::string_view Discourse::organisation(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = first_organisation(sentence, end);
  if (!here.empty()) return here;
  if (!focus_.empty() && focus_is_organisation_) return focus_;
  return topic_.organisation.empty() ? std::string_view(organisation_) : std::string_view(topic_.organisation);
}

std::string_view Discourse::lender(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = first_lender(sentence, end);
  if (!here.empty()) return here;
  return topic_lends_ ? std::string_view(topic_.organisation) : std::string_view(lender_);
}

bool Discourse::is_lender(const FactSentence& sentence, std::string_view id) const {
  const auto lends = [id](const Party& party) { return party.lender && party.id == id; };
  return (!id.empty() && id == lender_) || (topic_lends_ && id == topic_.organisation) ||
         std::any_of(sentence.parties().begin(), sentence.parties().end(), lends);
}

std::string_view Discourse::region(const FactSentence& sentence, std::uint32_t end) const {
  const std::string_view here = last_of(sentence, Party::Kind::kRegion, end);
  return here.empty() ? std::string_view(region_) : here;
}

}  // namespace attest

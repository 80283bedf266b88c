#include "fact/party/partner.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fact/party/flow.h"
#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/party/transfer.h"

namespace attest::party {
namespace {

// The last country before the figure that is not the owner.
std::string_view other_country_before(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  std::string_view other;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.end > view.begin()) break;
    // "China invests $5 billion, and Chad and Peru will invest [$2 billion]": no other end
    if (draft.is_joined &&
        (party.tokens.begin < view.clause().begin || (std::find(draft.others.begin(), draft.others.end(), party.id) != draft.others.end())))
      continue;
    if (party.kind == Party::Kind::kCountry && !party.city && party.id != draft.reading.owner && view.roles().of(i) != PartyRole::kModifier)
      other = party.id;
  }
  return other;
}
// "China's Norvale will invest $5 million" in a text on Peru.
bool names_foreign_body(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const std::string& home = view.discourse().topic().country;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const auto before = [&](const Party& owner) {
      const bool describes = owner.kind == Party::Kind::kCountry && owner.id != home && owner.tokens.end < party.tokens.begin;
      return describes && view.roles().of(static_cast<std::size_t>(&owner - sentence.parties().data())) == PartyRole::kModifier;
    };
    return party.id == draft.reading.owner && party.kind == Party::Kind::kOrganisation && party.tokens.end <= view.begin() &&
           std::any_of(sentence.parties().begin(), sentence.parties().end(), before);
  });
}

// "Chad's trade with China grew. […] Niger showed a decrease in trade volumes": with the one that the trade told of before was with.
std::string_view constant_end(const PartyView& view, const PartyDraft& draft) {
  const Discourse& discourse = view.discourse();
  const PartyReading& reading = draft.reading;
  const MeasureReading* measure = discourse.measure();
  const PartyReading* last = discourse.parties();
  const bool of_pair = measure != nullptr && measure->flow == Flow::kPair && !measure->in_trade && !view.measure().in_trade;
  const bool of_trade = of_pair && view.measured_id().starts_with("trade.") && view.names_state(reading.owner);
  if (!of_trade || last->partner.empty()) return {};
  const TokenRange phrase = view.measure().phrase_tokens;
  // "Trade of Chad and Peru was $5 billion. Ministers of Chad signed a plan to bring trade to [$8 billion]": of the same two
  const auto named = [&](const Party& party) { return holds(phrase, party.tokens); };
  const bool same = contains(last->parties, reading.owner);
  if (same && (!discourse.fact_is_near() || std::any_of(view.sentence().parties().begin(), view.sentence().parties().end(), named)))
    return {};
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    const bool of_it = token >= 2 && view.sentence().is(token - 1, "the") && view.sentence().is(token - 2, "of");  // "Of the total"
    if (!of_it && view.sentence().is_any(token, {"foreign", "external", "total", "overall"})) return {};
  }
  if (same) return last->owner == reading.owner ? last->partner : last->owner;
  // "China's trade with Central Asia grew. […] Niger leads in trade": a member of the region, with the one that the trade was with.
  if (view.regions().holds(last->partner, reading.owner)) return last->owner;
  if (view.regions().holds(last->owner, reading.owner)) return last->partner;
  if (last->subject == last->owner) return last->partner;
  return last->subject == last->partner ? std::string_view(last->owner) : std::string_view();
}

// "The export of Peruvian gas to Chile fell. The export of Bolivian gas fell [5%]": of the same goods, and so to the same buyer.
bool sells_beside_told(const PartyView& view, std::string_view owner) {
  const Discourse& discourse = view.discourse();
  const MeasureReading& told = *discourse.measure();
  const PartyReading& last = *discourse.parties();
  const std::string_view id = told.id.empty() ? std::string_view(told.level_id) : std::string_view(told.id);
  const bool beside = discourse.fact_is_near() && id == "trade.exports" && view.measured_id() == id && view.earlier().empty() &&
                      view.names_state(owner) && !last.partner.empty() && last.partner != owner && last.owner != owner;
  if (!beside) return false;
  // "of Bolivian gas", "of gas from Bolivia": the goods are named
  const TokenRange phrase = view.measure().phrase_tokens;
  bool goods = false;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (view.sentence().is_any(token, {"total", "overall", "all", "global", "world", "to"})) return false;
    goods = goods || view.sentence().is(token, "of");
  }
  return goods;
}

// "Chad's trade with China grew 5%. Exports from Chad rose [6%]": to the one that the trade was with, in the same paragraph or in a text
// on those two, unless the sentence speaks of all exports or names another state.
std::string_view end_told_of(const PartyView& view, const PartyDraft& draft) {
  const Discourse& discourse = view.discourse();
  const Topic& topic = discourse.topic();
  const std::string& owner = draft.reading.owner;
  const MeasureReading* told = discourse.measure();
  const bool goods = view.measured_id() == "trade.exports" || view.measured_id() == "trade.imports";
  if (!goods || view.measure().from_verb || told == nullptr || !is_relational(told->flow) || told->kind == ReadingKind::kShare) return {};
  const PartyReading& last = *discourse.parties();
  if (sells_beside_told(view, owner)) return last.partner;
  if (last.owner.empty() || last.partner.empty() || (last.owner != owner && last.partner != owner)) return {};
  const std::string& other = last.owner == owner ? last.partner : last.owner;
  const bool of_two =
      !topic.apart && ((topic.country == owner && topic.partner == other) || (topic.country == other && topic.partner == owner));
  const bool between = discourse.fact_is_near() && told->flow == Flow::kPair;
  if ((!of_two && !between) || discourse.is_organisation(other)) return {};
  const TokenRange phrase = view.measure().phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (view.sentence().is_any(token, {"foreign", "external", "total", "overall", "all", "global", "world"})) return {};
  }
  const auto parties = view.sentence().parties();
  const bool others = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return is_state(party) && !party.city && view.id_of(party) != owner && view.id_of(party) != other;
  });
  return others ? std::string_view() : std::string_view(other);
}

// "Trade of Chad and Peru hit $9 billion, with Chad exporting [$4 billion]": to the other one, where no third is named.
std::string_view end_of_pair_before(const PartyView& view, const PartyDraft& draft) {
  if (view.earlier().empty() || !is_directed(view.measure().flow)) return {};
  const PartyReading& pair = view.earlier().front();
  const bool of_pair =
      view.measures().front().flow == Flow::kPair && pair.parties.size() == 2 && contains(pair.parties, draft.reading.owner);
  const auto parties = view.sentence().parties();
  const bool third = std::any_of(parties.begin(), parties.end(),
                                 [&](const Party& party) { return is_state(party) && !contains(pair.parties, view.id_of(party)); });
  if (!of_pair || third) return {};
  return pair.parties.front() == draft.reading.owner ? pair.parties.back() : pair.parties.front();
}

// "the two countries" in the clause.
bool names_pair(const PartyView& view) {
  const auto words = view.sentence().words(FactList::kReference);
  return std::any_of(words.begin(), words.end(), [&](const FoundEntry& word) {
    return word.cell(0) == "pair" && word.tokens.begin >= view.clause().begin && word.tokens.end <= view.clause().end;
  });
}

// "India's tea exports rose. […] Egypt bought [8 million kg]": of those exports.
std::string_view seller_told_of(const PartyView& view, const PartyDraft& draft) {
  const Discourse& discourse = view.discourse();
  const MeasureReading* told = discourse.measure();
  const PartyReading* sellers = discourse.parties();
  const bool sold = told != nullptr && (told->id == "trade.exports" || told->level_id == "trade.exports" || told->id == "economy.sales");
  if (!sold || sellers->owner == draft.reading.owner || !(sellers->from.empty() || sellers->from == sellers->owner)) return {};
  return sellers->owner;
}

// The state behind the figure, but for "by Peru".
bool lies_behind(const PartyView& view, std::string_view id) {
  const FactSentence& sentence = view.sentence();
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const bool behind = party.id == id && is_state(party) && !party.adjective && party.tokens.begin > view.end();
    return behind && !sentence.is(party.tokens.begin - 1, "by");
  });
}

// "China's FDI in Central Asia was $5 billion. […] Chad has seen FDI rise to [$2 billion]": of a member of the region, from the same.
bool take_host_of_told(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  const MeasureReading* told = view.discourse().measure();
  const PartyReading* last = view.discourse().parties();
  const bool inward = tells_of_inflow(view) && !view.measure().from_verb;
  if (!inward || told == nullptr || told->flow != Flow::kInvest || last->owner.empty() || last->owner == reading.owner) return false;
  const std::string_view region = view.discourse().region(view.sentence(), view.begin());
  const bool of_region = last->partner == region || view.regions().holds(region, last->partner);
  if (!of_region || !view.regions().holds(region, reading.owner)) return false;
  reading.partner = std::exchange(reading.owner, last->owner);
  reading.subject = reading.partner;
  return true;
}

// "Norvale will invest $5 million": where, or from where.
void complete_investment(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  if (view.is_mutual() && discourse.pair_is_near()) return complete_pair(view, draft);
  if (take_host_of_told(view, draft)) return;
  if (is_inward(view, draft)) return;
  // "[$5 billion] has been invested in railways of Peru"
  if (measure.rule == "fact.passive" && draft.subjects.empty() && lies_behind(view, reading.owner)) {
    reading.partner = std::exchange(reading.owner, {});
    return;
  }
  // "Chad got $5 billion of investment from Peru, while Mali will invest [$3 billion]": where that went
  const PartyReading* before =
      view.earlier().empty() || view.measures()[view.index() - 1].flow != Flow::kInvest ? nullptr : &view.earlier().back();
  if (before != nullptr && before->to.size() > 0 && before->from.size() > 0 && before->to != reading.owner &&
      before->from != reading.owner) {
    reading.partner = before->to;
    return;
  }
  reading.partner = other_country_before(view, draft);
  const bool foreign =
      reading.partner.empty() && !draft.is_joined && !discourse.is_organisation(reading.owner) && view.names_state(reading.owner);
  // "With 5 billion euros invested, the EU is Peru's largest investor"
  const auto parties = view.sentence().parties();
  const bool by_bloc = reading.partner.empty() && std::any_of(parties.begin(), parties.end(),
                                                              [&](const Party& party) { return party.bloc && party.id == reading.owner; });
  if (by_bloc) reading.partner = state_owning_behind(view);
  const bool of_abroad = foreign || (names_foreign_body(view, draft) && !discourse.topic().is_organisation);
  if (of_abroad) reading.partner = reading.owner == discourse.topic().country ? discourse.topic().partner : discourse.topic().country;
  if (reading.partner.empty() && discourse.is_organisation(reading.owner)) reading.partner = state_told_of(view, draft);
}

}  // namespace

void complete_pair(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  std::string& missing = reading.owner.empty() ? reading.owner : reading.partner;
  const std::string known = reading.owner.empty() ? reading.partner : reading.owner;
  constexpr std::size_t kCountryCode = 2;
  const std::vector<std::string> pair = view.discourse().pair(view.sentence(), view.begin());
  for (const std::string& id : pair) {
    if (missing.empty() && id != known && id.size() == kCountryCode) missing = id;
  }
  if (missing.empty() && !pair.empty() && pair.front() != known) missing = pair.front();
}

std::string_view state_told_of(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  std::string_view state;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool in_clause = party.tokens.begin >= view.clause().begin && party.tokens.end <= view.clause().end;
    const bool is_country = party.kind == Party::Kind::kCountry && !party.city && view.roles().of(i) != PartyRole::kModifier;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.clause().begin);
    const bool receives = opening > sentence.tokens().begin && sentence.is_any(opening - 1, {"in", "for", "to", "across"});
    if (!in_clause || !is_country || !receives || view.id_of(party) == draft.reading.owner) continue;
    if (!state.empty() && state != view.id_of(party)) return {};
    state = view.id_of(party);
  }
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    const bool in_clause = reference.tokens.begin >= view.clause().begin && reference.tokens.end <= view.clause().end;
    if (state.empty() && reference.cell(0) == "country" && in_clause) state = view.referent(reference);
  }
  return state;
}

void complete_partner(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  if (measure.flow == Flow::kInvest) return complete_investment(view, draft);
  if (measure.id == "trade.imports" && measure.from_verb) reading.partner = seller_told_of(view, draft);
  if (reading.partner.empty()) reading.partner = end_told_of(view, draft);
  if (reading.partner.empty()) reading.partner = end_of_pair_before(view, draft);
  const bool mutual = measure.flow == Flow::kPair && (view.is_mutual() || names_pair(view));
  if (!mutual && measure.flow == Flow::kPair) reading.partner = constant_end(view, draft);
  if (!reading.partner.empty()) return;
  if (mutual || (measure.in_trade && discourse.near_parties() != nullptr)) complete_pair(view, draft);
}

}  // namespace attest::party

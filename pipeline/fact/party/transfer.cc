#include "fact/party/transfer.h"

#include <algorithm>
#include <string>

#include "fact/party/party_role.h"
#include "fact/party/phrase.h"

namespace attest::party {
namespace {

// Whence and where; "" where the text does not say.
struct Route {
  std::string_view from, to;
};

// "from Russia to China", "to China from Russia": whence and where something goes in a range of the sentence. Trains run between cities,
// too, which stand for their countries.
Route route_in(const PartyView& view, const PartyDraft& draft, TokenRange range) {
  const FactSentence& sentence = view.sentence();
  const PartyReading& reading = draft.reading;
  Route route;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool no_end = party.city && !view.measured_id().starts_with("cargo.");
    if (!holds(range, party.tokens) || !is_state(party) || no_end || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, range.begin);
    if (opening == range.begin) continue;
    if (route.from.empty() && sentence.is(opening - 1, "from")) route.from = view.id_of(party);
    const bool leads_to = route.to.empty() && sentence.is_any(opening - 1, {"to", "into"});
    const bool sent = opening >= range.begin + 2 && sentence.is_any(opening - 2, {"sent", "shipped", "delivered", "supplied"});
    const bool of_owner = route.from.empty() && sent && reading.owner.size() == party.id.size();
    if (leads_to && of_owner && reading.owner != party.id) route.from = reading.owner;
    if (leads_to && (!route.from.empty() || sentence.is(party.tokens.end, "from"))) route.to = view.id_of(party);
  }
  return route;
}

bool is_named_here(const FactSentence& sentence, std::string_view id) {
  const auto parties = sentence.parties();
  return std::any_of(parties.begin(), parties.end(), [id](const Party& party) { return party.id == id; });
}

// "[300 Chadian traders]": a state's adjective in the words for what is counted.
bool counts_nationals(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  const auto parties = view.sentence().parties();
  const TokenRange phrase = measure.phrase_tokens;
  return measure.kind == ReadingKind::kCount && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
           return party.adjective && party.kind == Party::Kind::kCountry && party.tokens.begin >= phrase.begin &&
                  party.tokens.end <= phrase.end;
         });
}

// "between China and its regional partners", "between Peru and the region": what the text calls the second one.
std::string_view region_behind(const PartyView& view, const Party& first) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is(first.tokens.begin - 1, "between") || !sentence.is(first.tokens.end, "and")) return {};
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    if (reference.tokens.begin == first.tokens.end + 1 && reference.cell(0) == "region") return view.referent(reference);
  }
  return {};
}

// "After his visit to Chad, [five] agreements were signed between the two countries": those that the text tells of.
bool read_pair_behind(const PartyView& view, PartyDraft& draft) {
  if (!view.is_joint()) return false;
  const FactSentence& sentence = view.sentence();
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    const std::uint32_t opening = sentence.is(reference.tokens.begin - 1, "the") ? reference.tokens.begin - 1 : reference.tokens.begin;
    const bool between = reference.cell(0) == "pair" && opening > view.end() && sentence.is(opening - 1, "between");
    if (!between || reference.tokens.end > view.clause().end) continue;
    const std::vector<std::string> pair = view.discourse().pair(sentence, reference.tokens.begin);
    if (pair.size() != 2) return false;
    PartyReading& reading = draft.reading;
    reading.owner = pair.front();
    reading.partner = pair.back();
    reading.source = "context";
    draft.subjects.clear();
    return true;
  }
  return false;
}

}  // namespace

void read_route(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const bool moved = measure.from_verb && measure.rule == "fact.passive" && reading.owner.empty();  // "were exported from Chad to"
  const bool flows = moved || measure.flow == Flow::kNone || measure.flow == Flow::kPair || measure.flow == Flow::kLend;
  const bool things = flows && (measure.kind == ReadingKind::kCount || view.unit() != "%");
  if (!things || view.measured_id().starts_with("people.")) return;
  const bool carried = measure.from_verb && measure.flow == Flow::kNone;  // "sent from Chad to Peru"
  if (!reading.partner.empty() && !carried) return;
  std::uint32_t limit = view.limit_behind();
  std::uint32_t link = limit;
  while (link > view.end() + 1 && sentence.covering(FactList::kFigureHedge, link - 1) != nullptr) --link;
  if (sentence.is_any(link - 1, {"or", "and"})) limit = view.clause().end;  // "210 trains or over 420,000 tons"
  Route route = route_in(view, draft, {view.end(), limit});
  // "Trains from Chad to Peru reached [358]"
  const bool open_cargo = view.measured_id().starts_with("cargo.") && route.from.empty();
  if (route.to.empty() && (measure.flow == Flow::kLend || open_cargo))
    route = route_in(view, draft, {std::max(view.clause().begin, view.floor()), view.begin()});
  const std::string from(route.from);
  const bool only_from = !from.empty() && route.to.empty() && reading.owner.empty() && draft.subjects.empty();
  if (only_from && view.measured_id().starts_with("cargo.")) {
    reading.owner = reading.from = from;
    reading.source = "stated";
  }
  if (from.empty() || route.to.empty() || from == route.to) return;
  const bool of_before = (reading.owner.empty() || carried) && !view.earlier().empty();
  const std::string& on_the_way = of_before ? view.earlier().back().owner : reading.owner;
  const bool passes = measure.flow != Flow::kLend && !on_the_way.empty() && on_the_way != from && on_the_way != route.to;
  if (passes) draft.others.push_back(draft.keep(on_the_way));
  reading.owner = reading.from = from;
  reading.partner = reading.to = route.to;
  reading.subject = route.to;
  reading.source = "stated";
  draft.subjects.clear();
}

void read_receiver(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  if (draft.subjects.empty() || !reading.partner.empty()) return;
  std::uint32_t end = view.begin();
  while (end > view.clause().begin &&
         (sentence.role(end - 1) == WordRole::kAdverb || sentence.is_any(end - 1, {"more", "than", "over", "about"})))
    --end;
  const auto follows_verb = [&](TokenRange tokens) {
    const std::uint32_t opening = phrase_opening(sentence, tokens.begin, view.clause().begin);
    return tokens.end == end && opening > view.clause().begin &&
           (sentence.role(opening - 1) == WordRole::kVerb || sentence.role(opening - 1) == WordRole::kParticiple);
  };
  std::string_view receiver;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    if (view.counts(i) && follows_verb(sentence.parties()[i].tokens)) receiver = view.id_of(sentence.parties()[i]);
  }
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    if (reference.cell(0) == "country" && follows_verb(reference.tokens)) receiver = view.referent(reference);
  }
  if (receiver.empty() && measure.flow == Flow::kLend) receiver = indirect_object(view);
  if (receiver.empty() || receiver == draft.subjects.front()) return;
  draft.others.push_back(receiver);
  if (measure.flow == Flow::kLend) reading.partner = receiver;
}

bool read_giver_before(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  if (view.earlier().empty() || view.measure().flow != Flow::kLend || view.measure().kind != ReadingKind::kLevel) return false;
  std::uint32_t leads = view.begin();
  while (leads > view.floor() && !sentence.is(leads, "for") && sentence.role(leads - 1) != WordRole::kName) --leads;
  if (!sentence.is(leads, "for")) return false;
  PartyReading& reading = draft.reading;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.end != leads || party.kind != Party::Kind::kOrganisation || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.floor());
    if (opening <= view.floor() || !sentence.is_any(opening - 1, {"with", "from", "and"})) continue;
    const PartyReading& told = view.earlier().back();
    if (told.owner.empty() || told.partner.empty() || told.partner == view.id_of(party)) return false;
    const std::string before = told.owner;
    reading = told;
    reading.owner = reading.from = reading.subject = view.id_of(party);
    std::replace(reading.parties.begin(), reading.parties.end(), before, reading.owner);
    reading.source = "stated";
    return true;
  }
  return false;
}

bool read_giver_in_row(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const auto figures = sentence.figures();
  const auto has_giver = [&](std::size_t figure) { return figure < figures.size() && sentence.is(figures[figure].tokens.end, "from"); };
  const bool in_row = has_giver(view.index()) && (has_giver(view.index() + 1) || (view.index() > 0 && has_giver(view.index() - 1)));
  if (!in_row || view.measure().flow != Flow::kLend || view.measure().kind != ReadingKind::kLevel) return false;
  PartyReading& reading = draft.reading;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.end() || !view.counts(i)) continue;
    if (phrase_opening(sentence, party.tokens.begin, view.end()) != view.end() + 1 || party.tokens.end > view.limit_behind()) return false;
    const bool goes_on = view.measure().inherited && !view.earlier().empty();
    const std::string receiver = goes_on ? view.earlier().back().to : view.discourse().topic().country;
    reading.owner = reading.from = reading.subject = view.id_of(party);
    draft.add(draft.keep(reading.owner));
    if (receiver != reading.owner) {
      reading.partner = reading.to = receiver;
      draft.add(draft.keep(receiver));
    }
    reading.source = "stated";
    return true;
  }
  return false;
}

bool read_receiver_in_row(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const bool goes_on = measure.inherited && !view.earlier().empty() && measure.kind == ReadingKind::kLevel;
  const bool given = measure.flow == Flow::kLend || measure.flow == Flow::kOut;
  const bool invested = measure.flow == Flow::kInvest;
  const bool leads = invested ? sentence.is_any(view.end(), {"in", "into"})
                              : sentence.is(view.end(), "to") || (measure.flow == Flow::kLend && sentence.is(view.end(), "for"));
  const bool by_another =
      view.begin() > view.floor() && sentence.role(view.begin() - 1) == WordRole::kName;  // "and Chile [5 tons] to Niger"
  if (!goes_on || !leads || !(given || invested) || by_another || view.earlier().back().owner.empty()) return false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.end() || party.adjective || !view.counts(i)) continue;
    if (phrase_opening(sentence, party.tokens.begin, view.end()) != view.end() + 1 || party.tokens.end > view.limit_behind()) return false;
    const std::string& giver = view.earlier().back().owner;
    if (giver == view.id_of(party)) return false;
    PartyReading& reading = draft.reading;
    reading.owner = reading.from = reading.subject = giver;
    reading.partner = reading.to = view.id_of(party);
    for (const std::string& end : {reading.owner, reading.partner}) draft.add(draft.keep(end));
    reading.source = "stated";
    return true;
  }
  return false;
}

void read_share_goal(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  if (view.measure().kind != ReadingKind::kShare || is_relational(view.measure().flow)) return;
  std::uint32_t joined = 0;  // where the last one ends
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin <= view.end() + 1 || party.tokens.end > view.limit_behind() || !can_trade(party) || party.adjective) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    const WordRole before = sentence.role(opening - 2);
    const bool moved = before == WordRole::kVerb || before == WordRole::kParticiple || sentence.is(opening - 2, "provided");
    const bool goes = sentence.is(opening - 1, "to") && moved;
    const bool goes_on = joined != 0 && opening == joined + 1 && sentence.is_any(joined, {"and", ","});
    joined = goes || goes_on ? party.tokens.end : 0;
    if (joined != 0 && view.counts(i)) draft.others.push_back(draft.keep(std::string(view.id_of(party))));
  }
}

void read_between_behind(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  if (read_pair_behind(view, draft)) return;
  const bool fits = (measure.flow == Flow::kNone || measure.flow == Flow::kPair) && reading.partner.empty() && draft.subjects.empty() &&
                    view.unit() != "km";
  if (!fits) return;
  for (const Party& first : sentence.parties()) {
    const std::string_view region = first.tokens.begin >= view.end() && can_trade(first) ? region_behind(view, first) : std::string_view();
    if (region.empty()) continue;
    reading.owner = view.id_of(first);
    reading.partner = region;
    reading.source = "stated";
    return;
  }
  for (std::size_t i = 1; i < sentence.parties().size(); ++i) {
    const Party& first = sentence.parties()[i - 1];
    const Party& second = sentence.parties()[i];
    const bool here = first.tokens.begin >= view.end() && second.tokens.end <= view.clause().end && !first.city && !second.city;
    if (!here || !can_trade(first) || !can_trade(second) || !view.counts(i - 1) || !view.counts(i) || !is_between(sentence, first, second))
      continue;
    if (!reading.owner.empty() && reading.owner != view.id_of(first) && reading.owner != view.id_of(second)) return;
    reading.owner = view.id_of(first);
    reading.partner = view.id_of(second);
    reading.source = "stated";
    return;
  }
}

void read_migration(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const std::string_view id = view.measured_id();
  const bool of_guests = (id == "tourism.visitors" || id == "education.students") && view.measure().kind == ReadingKind::kCount;
  const bool of_people = id == "people.count" || id == "conflict.displaced" || of_guests;
  const bool counted = of_people || id == "companies.count" || counts_nationals(view);
  if (!counted || view.measure().kind == ReadingKind::kShare || draft.subjects.size() > 1) return;
  TokenRange range{id == "companies.count" ? view.clause().begin : view.end(), view.limit_behind()};
  // "40,000 Kenyans who work in Qatar"
  const std::uint32_t who = view.clause().end;
  if (range.end == who && sentence.is_any(who, {"who", "that"})) range.end = sentence.clause_around(who).end;
  const auto leads = [&](std::uint32_t token) {
    if (sentence.is_any(token, {"in", "into", "to", "across"}) || (of_people && sentence.is(token, "from"))) return true;
    if (of_people && (sentence.is(token, "at") || sentence.covering(FactList::kPeopleVerb, token) != nullptr)) return true;
    return of_people && (sentence.role(token) == WordRole::kVerb || sentence.role(token) == WordRole::kParticiple);
  };
  std::uint32_t listed = 0;  // where the last place ends
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool here = party.tokens.begin >= range.begin && party.tokens.end <= range.end && is_state(party);
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, range.begin);
    // "graduated from Peruvian universities"
    const bool names_place = !party.adjective || (of_guests && sentence.is_any(opening - 1, {"at", "from", "in"}));
    if (!here || !names_place || !view.counts(i)) continue;
    // "study in Chad and Peru"
    const bool in_row = listed != 0 && party.tokens.begin == listed + 1 && sentence.is_any(listed, {",", "and", "or"});
    const bool led = opening > range.begin && leads(opening - 1);
    if (led || in_row) draft.others.push_back(view.id_of(party));
    listed = led || in_row ? party.tokens.end : 0;
  }
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    const bool here = reference.tokens.begin > range.begin && reference.tokens.end <= range.end && reference.cell(0) == "country";
    if (here && leads(reference.tokens.begin - 1) && view.is_reference(reference))
      draft.others.push_back(other_country(view, draft, reference));
  }
  const Topic& topic = view.discourse().topic();
  const bool at_home = id == "companies.count" && draft.others.empty() && counts_nationals(view) && !topic.partner.empty();
  if (at_home && reading.owner == topic.country) draft.others.emplace_back(topic.partner);
  if (at_home && reading.owner == topic.partner) draft.others.emplace_back(topic.country);
}

bool is_received(const PartyView& view) {
  bool received = false;
  for (const FoundEntry& word : view.sentence().words(FactList::kTransactionWord)) {
    if (word.tokens.end > view.begin()) break;
    if (word.cell(0) == "gives" || word.cell(0) == "receives") received = word.cell(0) == "receives";
  }
  return received;
}

bool is_lent_to_subject(const PartyView& view, const PartyDraft& draft) {
  const PartyReading& reading = draft.reading;
  const auto parties = view.sentence().parties();
  const TokenRange phrase = view.measure().phrase_tokens;
  const bool named = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.lender && party.tokens.begin == phrase.begin && party.tokens.end < phrase.end && party.id == reading.owner;
  });
  return named && reading.partner.empty() && draft.subjects.size() == 1 && view.names_state(draft.subjects.front());
}

std::string_view state_owning_behind(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  for (const Party& party : sentence.parties()) {
    const bool owns = party.kind == Party::Kind::kCountry && !party.city && sentence.role(party.tokens.end) == WordRole::kPossessive;
    if (owns && party.tokens.begin > view.end()) return view.id_of(party);
  }
  return {};
}

std::string_view indirect_object(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t limit = view.limit_behind();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin <= view.clause().begin || party.tokens.end > limit || party.adjective || !view.counts(i)) continue;
    const std::uint32_t verb = sentence.is(party.tokens.begin - 1, "the") ? party.tokens.begin - 2 : party.tokens.begin - 1;
    const FoundEntry* gives = sentence.covering(FactList::kTransactionWord, verb);
    const WordRole next = sentence.role(party.tokens.end);
    const bool leads = next == WordRole::kDeterminer || next == WordRole::kFigure || next == WordRole::kAdverb ||
                       sentence.is_any(party.tokens.end, {"with", "up", "more", "about", "around"});
    if (gives != nullptr && gives->cell(0) == "gives" && leads) return view.id_of(party);
  }
  return {};
}

std::string_view last_giver(const PartyView& view) {
  const Discourse& discourse = view.discourse();
  const MeasureReading* measure = discourse.measure();
  if (measure != nullptr && measure->flow == Flow::kLend && !discourse.parties()->owner.empty()) return discourse.parties()->owner;
  return discourse.lender(view.sentence(), view.begin());
}

void turn_receiver(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const bool from_other = view.measured_id() == "finance.amount" && is_received(view) && !draft.subjects.empty() &&
                          view.names_state(draft.subjects.front()) && !reading.owner.empty() && reading.owner != draft.subjects.front() &&
                          reading.partner.empty();
  if (from_other) {  // "Chad received [$5 million] from the fund"
    reading.from = reading.owner;
    reading.to = reading.partner = draft.subjects.front();
    return;
  }
  if (!reading.partner.empty() || !is_received(view)) return;
  const bool is_subject = std::find(draft.subjects.begin(), draft.subjects.end(), reading.owner) != draft.subjects.end();
  if (!is_subject || !is_named_here(sentence, reading.owner)) return;
  reading.partner = reading.owner;
  reading.owner.clear();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.begin() || party.tokens.end > view.limit_behind() || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    const bool gives = opening > view.end() && sentence.is(opening - 1, "from") && view.id_of(party) != reading.partner;
    if (reading.owner.empty() && gives) reading.owner = view.id_of(party);
  }
  if (reading.owner.empty() && last_giver(view) != reading.partner) reading.owner = last_giver(view);
  if (view.measure().flow == Flow::kLend || reading.owner.empty()) return;
  reading.from = reading.owner;
  reading.to = reading.partner;
}

}  // namespace attest::party

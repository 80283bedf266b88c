#include "fact/party/completion.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fact/party/flow.h"
#include "fact/party/list.h"
#include "fact/party/partner.h"
#include "fact/party/party_role.h"
#include "fact/party/transfer.h"

namespace attest::party {
namespace {

bool is_one_of(const std::vector<std::string_view>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

// "will give $5 million in grants to the five Central Asian countries": who is counted behind "to".
std::string_view counted_receiver(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin <= view.end() || party.tokens.end > view.clause().end || !is_state(party)) continue;
    std::uint32_t token = phrase_opening(sentence, party.tokens.begin, view.end());
    const bool counted = sentence.role(token - 1) == WordRole::kFigure;
    while (token > view.end() && (sentence.role(token - 1) == WordRole::kFigure || sentence.role(token - 1) == WordRole::kDeterminer))
      --token;
    if (counted && token > view.end() && sentence.is_any(token - 1, {"to", "for"})) return view.id_of(party);
  }
  return {};
}

// "The Bank of Peru will lend $5 million" in a text on Peru: to whom, is not told.
bool is_at_home(const FactSentence& sentence, std::string_view body, std::string_view country) {
  return std::any_of(sentence.parties().begin(), sentence.parties().end(),
                     [&](const Party& party) { return party.id == body && party.home == country; });
}

// "Germany promised $5 million": to whom the clause names, or the text is about.
void complete_receiver(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  const bool gives = measure.id == "aid.amount" || measure.id == "loan.amount";
  turn_receiver(view, draft);
  // "Peru will receive [$5 million] in loans from the bank", "Peru will get a [$5 million] loan to dredge the port of Norvale"
  const bool gets = is_received(view) && !draft.subjects.empty() && view.names_state(draft.subjects.front()) && !reading.owner.empty();
  if (gets && draft.subjects.front() != reading.owner) {
    if (!reading.partner.empty() && reading.partner != draft.subjects.front()) draft.others.push_back(draft.keep(reading.partner));
    reading.partner = draft.subjects.front();
  }
  if (is_lent_to_subject(view, draft)) reading.partner = draft.subjects.front();
  // "In Peru, a credit of [$5 million] will pay for a road": to where it goes
  const std::uint32_t begin = sentence.tokens().begin;
  const bool placed =
      reading.partner.empty() && sentence.is(begin, "in") &&
      std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
        return party.tokens.begin == begin + 1 && party.kind == Party::Kind::kCountry && !party.adjective && party.id == reading.owner;
      });
  if (placed) reading.partner = std::exchange(reading.owner, std::string(last_giver(view)));
  // "The loan of [$5 million] will be used in the north": from the bank that the text tells of.
  const std::string_view lender = last_giver(view);
  const bool nobody = view.unit() != "%" && reading.owner.empty() && reading.partner.empty() && draft.subjects.empty();
  const bool told_of = measure.id == "loan.amount" || lender == discourse.topic().organisation ||
                       (discourse.measure() != nullptr && discourse.measure()->flow == Flow::kLend);
  if (nobody && told_of && !lender.empty() && discourse.is_lender(sentence, lender)) reading.owner = lender;
  // "It approved [$5 million] in grants to Peru": likewise.
  const bool giver_told = view.unit() != "%" && reading.owner.empty() && !reading.partner.empty() && draft.subjects.empty() && gives;
  if (giver_told && !lender.empty() && lender != reading.partner && discourse.is_lender(sentence, lender)) reading.owner = lender;
  if (const std::string_view counted = counted_receiver(view);
      gives && !reading.owner.empty() && reading.partner.empty() && counted != reading.owner)
    reading.partner = counted;
  // "invested $5 million in Peru, and its loans amounted to [$2 million]": to the same
  const PartyReading* told = view.earlier().empty() ? nullptr : &view.earlier().back();
  const bool of_same = told != nullptr && gives && !reading.owner.empty() && told->owner == reading.owner && reading.partner.empty();
  if (of_same && !view.discourse().is_organisation(told->partner)) reading.partner = told->partner;
  const std::string_view named = state_told_of(view, draft);
  const Topic& topic = discourse.topic();
  const std::string_view about = topic.is_organisation && topic.reports ? topic.country : topic.main();
  const std::string_view home = named.empty() ? about : named;
  if (!gives || reading.owner.empty() || !reading.partner.empty() || home.empty() || reading.owner == home) return;
  if (named.empty() && is_at_home(sentence, reading.owner, home)) return;
  reading.partner = home;
}

// "exported $5 billion to Chile and imported $3 billion, a surplus of $2 billion": of the trade of those two.
void complete_balance(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  if (!reading.partner.empty() || view.earlier().empty() || view.earlier().back().owner.empty() || view.earlier().back().partner.empty())
    return;
  const PartyReading& trade = view.earlier().back();
  if (!reading.owner.empty() && reading.owner != trade.owner && reading.owner != trade.partner) return;
  if (reading.owner.empty()) reading.owner = trade.owner;
  reading.partner = reading.owner == trade.owner ? trade.partner : trade.owner;
}

// "Trade between Peru and Chile was $5 billion: exports to Peru [$3 billion] and imports [$2 billion]": by the other of the two, and both
// as the same one tells them.
bool complete_from_other_end(const PartyView& view, const PartyReading& last, PartyReading& reading) {
  if (view.earlier().empty() || !is_directed(view.measure().flow)) return false;
  const bool between_two = last.from.empty() && last.to.empty();
  if (between_two && reading.owner.empty() && reading.partner == last.owner) {
    reading.owner = last.partner;
    return true;
  }
  const auto parties = view.sentence().parties();
  const bool named_since = std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    return party.tokens.begin >= view.floor() && party.tokens.end <= view.begin();
  });
  const bool same_two = !last.from.empty() && !last.to.empty() && reading.owner == last.partner && reading.partner.empty();
  if (!same_two || named_since) return false;
  reading.owner = last.owner;
  reading.partner = last.partner;
  return true;
}

// "exports to China were $2 billion, and imports $10 billion": of the same two. "China has a fifth of the trade. Russia's share is 18%":
// of the same owner's trade, with another.
bool complete_from_fact_before(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const PartyReading* last = view.earlier().empty() ? view.discourse().near_parties() : &view.earlier().back();
  if (!is_relational(measure.flow) || measure.flow == Flow::kInvest || last == nullptr || last->partner.empty()) return false;
  const bool one_end = reading.owner.empty() != reading.partner.empty();
  if (!one_end) return false;
  if (complete_from_other_end(view, *last, reading)) return true;
  const std::string known = reading.owner.empty() ? reading.partner : reading.owner;
  if (!view.earlier().empty() && known == last->owner) {
    reading.owner = last->owner;
    reading.partner = last->partner;
    return true;
  }
  const bool another_share = measure.kind == ReadingKind::kShare && last->subject == last->partner && known != last->owner;
  if (!another_share) return false;
  reading.owner = last->owner;
  reading.partner = known;
  reading.subject = known;
  return true;
}

// The fact before, or that of the sentence before, is on what goes between two.
bool is_told_of_flow(const PartyView& view) {
  const MeasureReading* measure = view.discourse().measure();
  return measure != nullptr && is_relational(measure->flow);
}

// "Peru sold $2 billion of ore to China. […] the volume of ore exports was 20% more": the same flow, unless it is that to all others.
bool is_told_again(const PartyView& view) {
  if (view.points_back()) return true;
  const MeasureReading& measure = view.measure();
  const MeasureReading* last = view.discourse().measure();
  if (last == nullptr || !view.earlier().empty() || view.measured_id().empty() || measure.kind == ReadingKind::kShare) return false;
  const std::string_view id = last->id.empty() ? std::string_view(last->level_id) : std::string_view(last->id);
  const bool directed = measure.flow == Flow::kOut || measure.flow == Flow::kIn;
  const TokenRange phrase = measure.phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (view.sentence().is_any(token, {"total", "overall", "all"})) return false;
  }
  // "How large is Chinese investment in Peru? It exceeded [$2 billion]": in no words of its own
  const bool pronoun = phrase.begin == phrase.end && measure.rule == "fact.inherited" && measure.phrase == last->phrase;
  return (directed || pronoun) && id == view.measured_id();
}

// "exports" of "volume of exports", "import" of "import volume": without the words that only tell of the size.
std::string_view without_size(std::string_view phrase) {
  for (const std::string_view size : {"volume of ", "value of ", "amount of "}) {
    if (phrase.starts_with(size)) phrase.remove_prefix(size.size());
  }
  for (const std::string_view size : {" volume", " volumes", " value"}) {
    if (phrase.ends_with(size)) phrase.remove_suffix(size.size());
  }
  return phrase;
}

// "Despite a [30%] decline in bilateral trade, Chad remained Peru's largest partner": the two states of the sentence; false where it names
// fewer or more.
bool take_both_states(const PartyView& view, PartyDraft& draft) {
  std::vector<std::string_view> states;
  for (const Party& party : view.sentence().parties()) {
    const bool state = party.kind == Party::Kind::kCountry && !party.city;
    if (state && !is_one_of(states, party.id)) states.push_back(party.id);
  }
  if (states.size() != 2) return false;
  for (const std::string_view state : states) draft.take(state);
  return true;
}

// "Chad's exports to Peru rose. […] The trade deficit widened to [$3 billion]", in a text on those two: of their trade.
const PartyReading* trade_of_topic(const PartyView& view) {
  const MeasureReading* told = view.discourse().measure();
  const PartyReading* last = view.discourse().parties();
  if (told == nullptr || last->parties.size() != 2 || last->partner.empty() || !told->id.starts_with("trade.")) return nullptr;
  const Topic& topic = view.discourse().topic();
  const bool of_two = std::all_of(last->parties.begin(), last->parties.end(), [&](const std::string& party) {
    return party == topic.country || party == topic.partner || party == topic.organisation;
  });
  return of_two ? last : nullptr;
}

// The clause names nobody: those of the fact before, or the two that the text is about.
void complete_both(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  reading.source = "context";
  if (view.is_mutual() && take_both_states(view, draft)) return;
  const bool is_balance = view.measured_id() == "trade.deficit" || view.measured_id() == "trade.surplus";
  // "The value of these exports", in the next paragraph
  const PartyReading* told = view.points_back() && is_told_of_flow(view) ? discourse.parties() : discourse.near_parties();
  const PartyReading* last = view.earlier().empty() ? told : &view.earlier().front();
  if (last == nullptr && is_balance) last = trade_of_topic(view);
  // "Peru and Chile account for half of the region's trade. Bilateral trade reached [$3 billion]": between the two
  if (view.is_mutual() && last != nullptr && last->parties.size() > 2) last = nullptr;
  const bool derived = measure.kind == ReadingKind::kGrowth || measure.kind == ReadingKind::kShare;
  const std::string& phrase = derived ? measure.level_phrase : measure.phrase;
  const bool bare = without_size(phrase).find(' ') == std::string_view::npos || measure.flow == Flow::kPair;
  const bool whole = measure.kind != ReadingKind::kShare || measure.flow == Flow::kInvest;  // "Investments go to energy ([51%])"
  const bool goes_on = is_relational(measure.flow) && bare && whole;
  if (last != nullptr && (goes_on || is_told_again(view)) && !last->partner.empty()) {
    reading.owner = last->owner;
    reading.partner = last->partner;
  } else if (view.is_joint() || (measure.flow == Flow::kPair && !measure.in_trade && (!is_balance || view.is_mutual()))) {
    const std::vector<std::string> pair = discourse.pair(view.sentence(), view.begin());
    constexpr std::size_t kCountryCode = 2;
    const bool of_regions = view.measured_id().starts_with("cargo.") && !pair.empty() &&
                            (pair.front().size() != kCountryCode || pair.back().size() != kCountryCode);  // "between Europe and Asia"
    if (of_regions && !view.is_mutual()) return;
    const bool of_two = !view.measured_id().starts_with("cargo.") || !discourse.topic().partner.empty();  // supplies go to many
    const bool fits =
        discourse.pair_is_near() || view.is_mutual() || (of_two && !pair.empty() && contains(pair, discourse.topic().country));
    for (const std::string& id : pair) {
      if (fits) draft.take(draft.keep(id));
    }
  }
}

// "exports were $5 billion, or 60 percent of the turnover, while imports …": of the same one.
bool take_same_owner(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const bool of_one = measure.flow == Flow::kOut || measure.flow == Flow::kIn || measure.kind == ReadingKind::kShare;
  if (!of_one || view.earlier().empty() || !draft.subjects.empty()) return false;
  const PartyReading& first = view.earlier().front();
  if (!first.partner.empty() || first.owner.empty()) return false;
  draft.reading.owner = first.owner;
  draft.reading.source = "context";
  return true;
}

void complete_owner(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  std::string_view home = view.discourse().in_focus(OwnerKind::kAny);
  // "Chad's exports to Peru were 3 tons, and [5 tons] were sold to Niger": by Chad, too
  const bool same_seller = measure.rule == "fact.passive" && !view.earlier().empty() && measure.flow == view.measures().front().flow;
  if (same_seller && !view.earlier().front().owner.empty()) home = view.earlier().front().owner;
  if (home == reading.partner) home = view.discourse().topic().main();
  if (is_one_of(draft.others, home)) return;  // "exports to Peru and Chad"
  if (home.empty() || home == reading.partner) return complete_pair(view, draft);
  reading.owner = home;
  if (reading.subject.empty()) reading.subject = reading.partner;  // the one that is named is the one that a list changes
}

}  // namespace

void complete(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  const bool none = reading.owner.empty() && reading.partner.empty();
  if (measure.flow == Flow::kLend) return complete_receiver(view, draft);
  if (view.measured_id() == "finance.amount") return turn_receiver(view, draft);
  if (measure.in_trade || measure.id == "trade.surplus" || measure.id == "trade.deficit") complete_balance(view, draft);
  if (complete_from_fact_before(view, draft) || take_one_behind(view, draft)) return;
  if (view.is_joint() && draft.is_with && reading.partner.empty()) {
    const std::string_view home = discourse.in_focus(OwnerKind::kAny);
    if (home == reading.owner && draft.subjects.empty()) return complete_pair(view, draft);
    if (home != reading.owner) reading.partner = std::exchange(reading.owner, std::string(home));
    return;
  }
  if (reading.owner.empty() && !reading.partner.empty() && tells_of_inflow(view)) return;  // "FDI to Chad"
  if (none && take_same_owner(view, draft)) return;
  if (none && (is_relational(measure.flow) || view.is_joint())) return complete_both(view, draft);
  if (!is_relational(measure.flow)) return;
  // "Freight traffic in Chad rose [2%]": within it
  if (reading.owner.empty() && draft.in_place && view.measured_id().starts_with("cargo.")) {
    reading.owner = std::exchange(reading.partner, {});
    return;
  }
  if (reading.owner.empty()) {
    complete_owner(view, draft);
  } else if (reading.partner.empty()) {
    complete_partner(view, draft);
  }
}

void complete_lent(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  const std::string_view id = view.measured_id();
  const bool lends =
      id == "loan.amount" || id == "aid.amount" || id == "finance.amount" || id == "agreements.value" || id.starts_with("investment.");
  const std::string& home = discourse.topic().country;
  if (!lends || !reading.partner.empty() || reading.owner == home || !draft.others.empty()) return;
  const std::string_view owner =
      reading.owner.empty() && !draft.subjects.empty() ? draft.subjects.front() : std::string_view(reading.owner);
  const bool by_lender = !owner.empty() && discourse.is_lender(sentence, owner);
  // "The bank approved [$5 million] from its fund to build roads in Chad"
  const bool for_lender = !owner.empty() && !draft.subjects.empty() && discourse.is_lender(sentence, draft.subjects.front());
  if (!by_lender && !for_lender) return;
  reading.owner = owner;
  const std::string_view named = state_told_of(view, draft);
  reading.partner = named.empty() ? std::string_view(home) : named;
}

void complete_site(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const std::string_view id = view.measured_id();
  const bool sited = id == "project.value" || id == "company.capacity";
  const std::string_view owner = draft.subjects.empty() ? std::string_view(reading.owner) : draft.subjects.front();
  const bool of_body = view.discourse().is_organisation(owner) ||
                       std::any_of(sentence.parties().begin(), sentence.parties().end(),
                                   [&](const Party& party) { return party.id == owner && party.kind == Party::Kind::kOrganisation; });
  if (sited && of_body && !view.names_state(reading.owner)) draft.others.push_back(state_told_of(view, draft));
}

void complete_rank(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  if (view.measure().kind != ReadingKind::kRank || draft.subjects.size() != 1 || !reading.owner.empty()) return;
  if (!reading.partner.empty() && reading.partner != draft.subjects.front()) return;
  const PartyReading* last = view.earlier().empty() ? view.discourse().parties() : &view.earlier().back();
  constexpr std::size_t kCountryCode = 2;
  const std::string_view now = draft.subjects.front();
  if (last == nullptr || now.size() != kCountryCode || contains(last->parties, now)) return;
  if (last->owner.size() != kCountryCode || last->partner.size() != kCountryCode) return;
  // "Peru leads in trade with $5 billion, Chile is [second]": among those of the same sentence
  const MeasureReading* here = view.index() > 0 && !view.earlier().empty() ? &view.measures()[view.index() - 1] : nullptr;
  const bool in_row = here != nullptr && is_relational(here->flow);
  if (!in_row && !is_told_of_flow(view)) return;
  // "Peru's exports to Chile were $5 billion. Bolivia is in second place": among those that Peru, the text's country, sells to
  const Flow flow = in_row ? here->flow : view.discourse().measure()->flow;
  const bool of_home = (flow == Flow::kOut || flow == Flow::kIn) && last->owner == view.discourse().topic().country;
  const std::string other = last->subject == last->owner && !of_home ? last->partner : last->owner;
  reading.subject = reading.partner = now;
  reading.owner = other;
}

void narrow_region(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  const std::string_view counted = name_counted(view);
  if (counted.empty()) return;
  for (std::string* id : {&reading.owner, &reading.partner}) {
    if (id->empty() || !view.regions().holds(*id, counted)) continue;
    if (reading.from == *id) reading.from = counted;
    if (reading.to == *id) reading.to = counted;
    *id = counted;
    reading.subject = counted;
  }
}

}  // namespace attest::party

#include "fact/party_completion.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fact/party_flow.h"
#include "fact/party_list.h"
#include "fact/party_role.h"
#include "fact/party_transfer.h"

namespace attest::party {
namespace {

bool is_one_of(const std::vector<std::string_view>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

std::string_view other_country_before(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  std::string_view other;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.end > view.begin()) break;
    // "China invests $5 billion, and Chad and Peru will invest [$2 billion]": no other end
    if (draft.is_joined && (party.tokens.begin < view.clause().begin || is_one_of(draft.others, party.id))) continue;
    if (party.kind == Party::Kind::kCountry && !party.city && party.id != draft.reading.owner && view.roles().of(i) != PartyRole::kModifier)
      other = party.id;
  }
  return other;
}

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

// "exports to China were $2 billion, and imports $10 billion": of the same two. "China has a fifth of the trade. Russia's share is 18%":
// of the same owner's trade, with another.
bool complete_from_fact_before(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const PartyReading* last = view.earlier().empty() ? view.discourse().near_parties() : &view.earlier().back();
  if (!is_relational(measure.flow) || measure.flow == Flow::kInvest || last == nullptr || last->partner.empty()) return false;
  const bool one_end = reading.owner.empty() != reading.partner.empty();
  if (!one_end) return false;
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
  return directed && id == view.measured_id();
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
  if (last.owner.empty() || last.partner.empty() || (last.owner != owner && last.partner != owner)) return {};
  const std::string& other = last.owner == owner ? last.partner : last.owner;
  const bool of_two = (topic.country == owner && topic.partner == other) || (topic.country == other && topic.partner == owner);
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

// The clause names one end only.
void complete_partner(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  if (measure.flow == Flow::kInvest) {
    if (view.is_mutual() && discourse.pair_is_near()) return complete_pair(view, draft);
    if (take_host_of_told(view, draft)) return;
    if (is_inward(view, draft)) return;
    // "[$5 billion] has been invested in railways of Peru"
    if (measure.rule == "fact.passive" && draft.subjects.empty() && lies_behind(view, reading.owner)) {
      reading.partner = std::exchange(reading.owner, {});
      return;
    }
    reading.partner = other_country_before(view, draft);
    const bool foreign =
        reading.partner.empty() && !draft.is_joined && !discourse.is_organisation(reading.owner) && view.names_state(reading.owner);
    // "With 5 billion euros invested, the EU is Peru's largest investor"
    const auto parties = view.sentence().parties();
    const bool by_bloc = reading.partner.empty() && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
                           return party.bloc && party.id == reading.owner;
                         });
    if (by_bloc) reading.partner = state_owning_behind(view);
    const bool of_abroad = foreign || (names_foreign_body(view, draft) && !discourse.topic().is_organisation);
    if (of_abroad && reading.owner != discourse.topic().country) reading.partner = discourse.topic().country;
    if (reading.partner.empty() && discourse.is_organisation(reading.owner)) reading.partner = state_told_of(view, draft);
    return;
  }
  if (measure.id == "trade.imports" && measure.from_verb) reading.partner = seller_told_of(view, draft);
  if (reading.partner.empty()) reading.partner = end_told_of(view, draft);
  const bool mutual = measure.flow == Flow::kPair && (view.is_mutual() || names_pair(view));
  if (!mutual && measure.flow == Flow::kPair) reading.partner = constant_end(view, draft);
  if (!reading.partner.empty()) return;
  if (mutual || (measure.in_trade && discourse.near_parties() != nullptr)) complete_pair(view, draft);
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
  // "exports were $5 billion, or 60 percent of the turnover, while imports …": of the same one.
  const bool of_same = none && !view.earlier().empty() && view.earlier().front().partner.empty() && !view.earlier().front().owner.empty() &&
                       draft.subjects.empty();
  if (of_same && (measure.flow == Flow::kOut || measure.flow == Flow::kIn || measure.kind == ReadingKind::kShare)) {
    reading.owner = view.earlier().front().owner;
    reading.source = "context";
    return;
  }
  if (none && (is_relational(measure.flow) || view.is_joint())) return complete_both(view, draft);
  if (!is_relational(measure.flow)) return;
  if (reading.owner.empty()) {
    std::string_view home = discourse.in_focus(OwnerKind::kAny);
    // "Chad's exports to Peru were 3 tons, and [5 tons] were sold to Niger": by Chad, too
    const bool same_seller = measure.rule == "fact.passive" && !view.earlier().empty() && measure.flow == view.measures().front().flow;
    if (same_seller && !view.earlier().front().owner.empty()) home = view.earlier().front().owner;
    if (home == reading.partner) home = discourse.topic().main();
    const bool is_end = is_one_of(draft.others, home);  // "exports to Peru and Chad"
    if (is_end) return;
    if (!home.empty() && home != reading.partner) {
      reading.owner = home;
      if (reading.subject.empty()) reading.subject = reading.partner;  // the one that is named is the one that a list changes
    } else {
      complete_pair(view, draft);
    }
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
  if (last->owner.size() != kCountryCode || last->partner.size() != kCountryCode || !is_told_of_flow(view)) return;
  // "Peru's exports to Chile were $5 billion. Bolivia is in second place": among those that Peru, the text's country, sells to
  const Flow flow = view.discourse().measure()->flow;
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

}  // namespace attest::party

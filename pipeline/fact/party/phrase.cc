#include "fact/party/phrase.h"

#include <algorithm>
#include <string>
#include <utility>

#include "fact/party/party_role.h"

namespace attest::party {
namespace {

// What a party is to the measure, by the word before it.
enum class Place : std::uint8_t { kOwner, kOtherEnd, kGiver, kEither };

// "Chad's trade with China was $6 billion. [Chinese] imports were [$5 billion]", in a text on Chad: what Chad buys there.
bool is_seller_told_of(const PartyView& view, const Party& party) {
  const PartyReading* told = view.discourse().parties();
  const std::string& home = view.discourse().topic().country;
  return party.adjective && view.measure().flow == Flow::kIn && told != nullptr && told->partner == party.id && told->owner == home &&
         home != party.id;
}

Place place_of(const PartyView& view, const PartyDraft& draft, const Party& party, TokenRange phrase) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, phrase.begin);
  const bool bought_from = party.adjective && measure.from_verb && measure.flow == Flow::kIn;  // "imported Peruvian goods worth"
  // "provided Peru with [5 tons]"
  const bool given = measure.from_verb && measure.flow == Flow::kOut && !party.adjective && party.tokens.end <= view.begin() &&
                     sentence.covering(FactList::kMeasureVerb, opening - 1) != nullptr;
  if (opening == phrase.begin) return bought_from || given || is_seller_told_of(view, party) ? Place::kOtherEnd : Place::kOwner;
  std::uint32_t word = opening - 1;
  // "exports to the member states of the EU"
  if (sentence.is(word, "of") && sentence.is_any(word - 1, {"states", "countries", "members", "nations"})) {
    const std::uint32_t members = phrase_opening(sentence, word, phrase.begin);
    if (members > phrase.begin && sentence.is_any(members - 1, {"to", "from", "with", "in", "into"})) word = members - 1;
  }
  if (party.adjective && sentence.is(word, "of")) return measure.flow == Flow::kIn ? Place::kOtherEnd : Place::kOwner;
  const bool flows_in = measure.flow == Flow::kInvest || measure.flow == Flow::kLend;
  // "exports from Chad to Peru", "imports to Chad": whence goods are sold and whither they are bought is whose trade it is.
  const bool of_seller = measure.flow == Flow::kOut && sentence.is_any(word, {"from", "in"});
  const bool of_buyer = measure.flow == Flow::kIn && sentence.is_any(word, {"to", "into", "in"});
  if ((of_seller || of_buyer) && draft.reading.owner.empty()) return Place::kOwner;
  if (sentence.is(word, "from")) return flows_in ? Place::kGiver : Place::kOtherEnd;
  if (sentence.covering(FactList::kOtherEndWord, word) != nullptr) return Place::kOtherEnd;
  if (sentence.is_any(word, {"between", "and", "among", "-", "–"})) return Place::kEither;
  return Place::kOwner;
}

// "loans to Chad and Niger".
bool is_joined_end(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, measure.phrase_tokens.begin);
  if (opening <= measure.phrase_tokens.begin) return false;
  return sentence.is_any(opening - 1, {"and", ","}) || (measure.flow != Flow::kIn && sentence.is(opening - 1, "to"));
}

// "loans for Chad, Peru and Niger": more of those whom the first is one of.
bool is_further_end(const PartyView& view, const PartyDraft& draft, const Party& party) {
  const MeasureReading& measure = view.measure();
  const bool directed = is_relational(measure.flow) ? measure.flow != Flow::kPair : measure.flow == Flow::kLend;
  return directed && !draft.reading.partner.empty() && !view.is_mutual() && is_joined_end(view, party);
}

void take_party(const PartyView& view, PartyDraft& draft, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const std::string_view id = view.id_of(party);
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, measure.phrase_tokens.begin);
  draft.in_place = draft.in_place || (is_state(party) && opening > measure.phrase_tokens.begin && sentence.is(opening - 1, "in"));
  draft.is_with = draft.is_with || (opening > measure.phrase_tokens.begin && sentence.is(opening - 1, "with"));
  const Place place = place_of(view, draft, party, measure.phrase_tokens);
  const bool other_end = place == Place::kOtherEnd && measure.flow != Flow::kNone;
  if (place == Place::kGiver && reading.partner.empty() && id != reading.owner) {
    reading.partner = std::exchange(reading.owner, std::string(id));  // "Chad's remittances from France"
  } else if (other_end && reading.partner.empty() && id != reading.owner) {
    reading.partner = id;
  } else if (is_further_end(view, draft, party)) {
    draft.others.push_back(draft.keep(std::string(id)));   // "loans to Chad and Niger"
  } else if (!other_end || measure.flow != Flow::kLend) {  // not "a loan to Norvale for a plant in Chad"
    draft.take(id);
  }
}

// "is the biggest investor in [Chad], as it has invested $5 million in the country": named as where something is done, not as who does it.
bool is_told_place(const PartyView& view, std::string_view country) {
  const auto parties = view.sentence().parties();
  return std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
    const std::uint32_t begin = party.tokens.begin;
    return party.id == country && begin > view.sentence().tokens().begin && begin < view.begin() && view.sentence().is(begin - 1, "in");
  });
}

// "the two countries", "the region", "our".
void take_reference(const PartyView& view, PartyDraft& draft, const FoundEntry& reference) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  if (!view.is_reference(reference)) return;
  // "Peru pledged [$5 million] in grants for schools in the region": who gets it
  const bool given = view.measure().flow == Flow::kLend || (view.measure().flow == Flow::kInvest && view.measure().from_verb);
  const bool receives = given && (reference.cell(0) == "country" || reference.cell(0) == "region") &&
                        sentence.is_any(reference.tokens.begin - 1, {"in", "for", "to", "across"});
  if (receives && reading.owner.empty() && reading.partner.empty()) {
    const bool invested = view.measure().flow == Flow::kInvest && reference.cell(0) == "country";
    const std::string_view named = view.referent(reference);
    reading.partner = invested && !is_told_place(view, named) ? other_country(view, draft, reference) : named;
    return;
  }
  if (reference.cell(0) == "country") {
    const std::string_view country = other_country(view, draft, reference);
    const bool other_end = is_relational(view.measure().flow) && sentence.is_any(reference.tokens.begin - 1, {"from", "to", "with"});
    if (!other_end || !reading.partner.empty() || country == reading.owner) return draft.take(country);
    reading.partner = country;
    return;
  }
  if (reference.cell(0) != "pair") return draft.take(view.referent(reference));
  for (const std::string& id : view.discourse().pair(sentence, reference.tokens.begin)) draft.take(draft.keep(id));
}

// "exports through the Norvale pipeline": the way that something takes, but "a loan through the Norvale Fund".
bool is_way(const PartyView& view, const Party& party) {
  if (view.measure().flow == Flow::kLend) return false;
  const FactSentence& sentence = view.sentence();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.measure().phrase_tokens.begin);
  return opening > view.measure().phrase_tokens.begin && sentence.is_any(opening - 1, {"through", "via"});
}

// "sites between Oslo and Bergen", "from Oslo to Bergen": where something lies or goes, not whom it is about.
bool is_end_point(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, sentence.tokens().begin);
  if (party.city && opening > sentence.tokens().begin && sentence.is(opening - 1, "at")) return true;  // "at a Geneva meeting"
  const bool dealt = measure.id == "company.stake" || measure.id == "company.deal_value";
  const bool sited = party.city && dealt && opening > sentence.tokens().begin;
  if (sited && sentence.is(opening - 1, "in")) return true;  // "a stake in a mine in Lima"
  if (!party.city || is_relational(measure.flow)) return false;
  return opening > sentence.tokens().begin && sentence.is_any(opening - 1, {"between", "and", "from", "to"});
}

// "Kestrel pledged $5 million and Ludlow $3 million": a name right before the next figure.
bool belongs_to_next(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  if (party.tokens.begin < view.end()) return false;
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
  if (!sentence.is_any(opening - 1, {"and", ","})) return false;
  constexpr std::uint32_t kReach = 2;
  return std::any_of(sentence.figures().begin(), sentence.figures().end(), [&](const MentionAt& next) {
    return next.tokens.begin >= party.tokens.end && next.tokens.begin <= party.tokens.end + kReach;
  });
}

}  // namespace

void read_phrase(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const TokenRange phrase = view.measure().phrase_tokens;
  if (phrase.begin == phrase.end) return;
  auto reference = sentence.words(FactList::kReference).begin();
  const auto last = sentence.words(FactList::kReference).end();
  const auto take_references_before = [&](std::uint32_t token) {
    for (; reference != last && reference->tokens.begin < token; ++reference) {
      const bool inside = reference->tokens.begin + 1 >= phrase.begin && reference->tokens.end <= phrase.end;
      if (inside) take_reference(view, draft, *reference);
    }
  };
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (!holds(phrase, party.tokens) || !view.counts(i) || is_end_point(view, party) || is_way(view, party) || belongs_to_next(view, party))
      continue;
    const auto& others = draft.of_other_figures;
    if (std::find(others.begin(), others.end(), i) != others.end()) continue;
    take_references_before(party.tokens.begin);
    take_party(view, draft, party);
    reading.source = "stated";
  }
  take_references_before(phrase.end);
  // "The minister of Chad said that output in the country": the sentence names it
  if (!reading.owner.empty() && reading.source.empty()) reading.source = view.names_state(reading.owner) ? "sentence" : "context";
}

std::string_view other_country(const PartyView& view, PartyDraft& draft, const FoundEntry& reference) {
  const FactSentence& sentence = view.sentence();
  const Discourse& discourse = view.discourse();
  const std::string_view named = view.referent(reference);
  const std::uint32_t word = reference.tokens.begin;
  const bool acts = std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    // "the Minister of Works of Chad said that output in the country": only speaks
    const std::uint32_t verb = first_verb(sentence, {party.tokens.end, word});
    if (!party.adjective && verb < word && view.roles().stating_verb(verb) != nullptr) return false;
    const bool before = party.id == named && party.tokens.begin >= view.clause().begin && party.tokens.end < word;
    return before && (party.adjective || has_verb_between(sentence, party.tokens.end, word));
  });
  if (!acts || !sentence.is_any(word - 1, {"from", "to", "with", "in", "into"})) return named;
  const Topic& topic = discourse.topic();
  if (!topic.country.empty() && topic.country != named) return topic.country;
  for (const std::string& id : discourse.pair(sentence, word)) {
    if (id != named) return draft.keep(id);
  }
  return named;
}

}  // namespace attest::party

// The part of PartyFinder that finds what a figure's clause is about.
#include <algorithm>
#include <utility>

#include "fact/party_finder.h"

namespace attest {
namespace {

bool holds(TokenRange range, TokenRange tokens) { return tokens.begin >= range.begin && tokens.end <= range.end; }

}  // namespace

bool PartyFinder::is_adverbial(const Party& party, std::uint32_t begin) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, begin);
  if (opening <= begin) return false;
  // "Firms from Peru will build [12]": the subject itself, and who acts.
  const bool origin = is_state(party) && !party.city && sentence_->is(opening - 1, "from") && opening > begin + 1 &&
                      sentence_->view().word(opening - 2).ends_with("s") && phrase_opening(*sentence_, opening - 1, begin) == begin;
  return !origin && sentence_->is_any(opening - 1, {"in", "at", "on", "from", "under", "during", "near"});
}

// "economists polled by the agency".
bool PartyFinder::is_agent(const Party& party, std::uint32_t begin) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, begin);
  return opening > begin && sentence_->is(opening - 1, "by");
}

// "A Russian attack on the Ukrainian city killed 14 people": where people come to harm is whom it is about.
bool PartyFinder::read_harmed(TokenRange tokens) {
  const std::string_view id = measured_id();
  if (!id.starts_with("conflict.") && !id.starts_with("people.")) return false;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (!holds(tokens, party.tokens) || !is_state(party) || !counts(i)) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, tokens.begin);
    if (opening > tokens.begin && sentence_->is_any(opening - 1, {"on", "against", "in", "near"})) subjects_.push_back(id_of(party));
    if (!subjects_.empty()) return true;
  }
  return false;
}

// "killed when a quake strikes northern Chad": the state that is struck is where those counted are.
bool PartyFinder::read_struck() {
  const std::string_view id = measured_id();
  if (!id.starts_with("conflict.") && !id.starts_with("people.") && measure_->phrase != "magnitude") return false;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (!is_state(party) || party.adjective || roles_.of(i) == PartyRole::kSpeaker) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
    const bool struck = opening > sentence_->tokens().begin && sentence_->covering(FactList::kStrikingVerb, opening - 1) != nullptr;
    if (struck) subjects_.push_back(id_of(party));
  }
  return !subjects_.empty();
}

// "to feed [5 million] people inside Chad": a state behind those counted.
bool PartyFinder::has_place_behind() const {
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    const bool behind = party.tokens.begin > at_.end && party.tokens.end <= clause_.end && is_state(party) && !party.adjective;
    const std::uint32_t opening = behind ? phrase_opening(*sentence_, party.tokens.begin, at_.end) : at_.end;
    return opening > at_.end && sentence_->covering(FactList::kPlaceWord, opening - 1) != nullptr;
  });
}

void PartyFinder::read_subjects_in(TokenRange tokens) {
  if (read_harmed(tokens)) return;
  const auto free = [&](TokenRange found) { return holds(tokens, found) && !holds(measure_->phrase_tokens, found); };
  const bool of_state = (owner_kind() == OwnerKind::kState || measured_id().starts_with("trade.")) && !discourse_->topic().country.empty();
  std::vector<std::pair<std::uint32_t, std::string_view>> found;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool lends = party.lender && (measure_->flow == Flow::kLend || measure_->flow == Flow::kInvest);
    const bool stands = party.contender && measured_id().starts_with("politics.");
    const bool of_people = measured_id().starts_with("people.") || measured_id().starts_with("conflict.");
    const bool helps = party.reporter && of_people && !lends && measure_->kind == ReadingKind::kCount && has_place_behind();
    if (helps) continue;
    const bool reports = party.reporter && !lends && !stands && (of_state || is_agent(party, tokens.begin));
    if (free(party.tokens) && counts(i) && !reports && !is_adverbial(party, tokens.begin))
      found.emplace_back(party.tokens.begin, id_of(party));
  }
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    if (!free(reference.tokens) || !is_reference(reference)) continue;
    if (reference.cell(0) != "pair") {
      found.emplace_back(reference.tokens.begin, referent(reference));
    } else if (found.empty()) {
      for (const std::string& id : discourse_->pair(*sentence_, reference.tokens.begin))
        found.emplace_back(reference.tokens.begin, keep(id));
    }
  }
  std::sort(found.begin(), found.end());
  for (const auto& [token, id] : found) subjects_.push_back(id);
}

// From the clause's beginning, or from behind a verb of speech in it, to the verb.
TokenRange PartyFinder::subject_region() {
  std::uint32_t begin = clause_.begin;
  after_speech_ = false;
  for (std::uint32_t token = begin; token < at_.begin; ++token) {
    if (const FoundEntry* speech = roles_.stating_verb(token); speech != nullptr && sentence_->role(token) != WordRole::kName) {
      after_speech_ = true;
      begin = token + 1;
    } else if (sentence_->role(token) == WordRole::kVerb) {
      return {begin, token};
    }
  }
  return {begin, at_.begin};
}

// "Norvale said it would cut 300 jobs".
void PartyFinder::read_speaker_as_subject(TokenRange region) {
  const auto speaker = after_speech_ ? roles_.speaker_before(region.begin) : std::nullopt;
  if (!speaker) return;
  bool refers = false;
  const Party& party = sentence_->parties()[*speaker];
  // "Norvale said it expects [sales of …]", but not "said it estimates that 12 million people need …"
  const bool has_own = sentence_->is(region.begin, "that") || region.end < at_.begin;
  std::uint32_t said = has_own ? region.begin : party.tokens.end;
  while (said < region.begin && roles_.stating_verb(said) == nullptr) ++said;
  for (std::uint32_t token = said; token < region.end; ++token) {  // "Norvale said it expects sales of"
    refers = refers || sentence_->covering(FactList::kSelfPronoun, token) != nullptr;
  }
  const FoundEntry* verb = roles_.stating_verb(region.begin - 1);
  const bool forecasts = verb != nullptr && verb->cell(0) == "forecast";
  const bool of_sales = owner_kind() == OwnerKind::kCompany || measured_id() == "economy.sales";
  const bool of_company = of_sales && party.kind == Party::Kind::kOrganisation && !party.reporter && !forecasts;
  if (!refers && !of_company) return;
  subjects_.push_back(party.id);
  if (*speaker == 0) return;
  const Party& before = sentence_->parties()[*speaker - 1];  // "Norvale and Ludlow said they would"
  const bool joined = before.kind == party.kind && before.tokens.end + 1 == party.tokens.begin && sentence_->is(before.tokens.end, "and");
  if (joined) subjects_.push_back(before.id);
}

bool PartyFinder::has_verb_between(std::uint32_t from, std::uint32_t to) const {
  if (first_verb(*sentence_, {from, std::max(from, to)}) < to) return true;
  for (std::uint32_t token = from + 1; token < to; ++token) {
    if (sentence_->role(token) == WordRole::kParticiple && sentence_->is_any(token - 1, {"and", "but"})) return true;
  }
  return false;
}

// "Brazil took $1.1 billion, | Spain came third with $900 million": a name and a verb of this figure's own.
void PartyFinder::read_local_subject() {
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.begin < floor_ || !counts(i) || holds(measure_->phrase_tokens, party.tokens)) continue;
    if (party.tokens.end > at_.begin) break;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, floor_);
    const bool opens = opening == floor_ || sentence_->is_any(opening - 1, {",", "and", "while", "but", ";"});
    // ", and the Norvale Bank a grant of [$8 million]": the verb is left out.
    const bool gapped = opens && opening > floor_ && sentence_->is_any(party.tokens.end, {"a", "an"}) && !party.adjective &&
                        sentence_->is(at_.begin - 1, "of") && measure_->phrase_tokens.begin == party.tokens.end + 1;
    if (gapped || (opens && has_verb_between(party.tokens.end, at_.begin))) {
      subjects_.push_back(id_of(party));
      if (gapped && measure_->flow == Flow::kLend && reading_.partner.empty()) reading_.partner = earlier_.back().partner;
      return;
    }
  }
}

// "It has lent the country $5 billion": whom the paragraph's last fact is about.
void PartyFinder::read_pronoun(TokenRange region) {
  const PartyReading* last = discourse_->near_parties();
  if (after_speech_ || last == nullptr || last->owner.empty() || !earlier_.empty() || region.begin != sentence_->tokens().begin) return;
  if (sentence_->is_any(region.begin, {"it", "they"})) subjects_.push_back(last->owner);
}

// "the line between Chad and Niger".
bool PartyFinder::is_between(const Party& first, const Party& second) const {
  const std::uint32_t opening = phrase_opening(*sentence_, first.tokens.begin, sentence_->tokens().begin);
  const bool joined = second.tokens.begin == first.tokens.end + 1 && sentence_->is(first.tokens.end, "and");
  return joined && opening > sentence_->tokens().begin && sentence_->is(opening - 1, "between");
}

// "Kazakhstan, which exceeded its quota, pumped …": the name that the relative clause explains, or else the subject of the clause
// around it. "The canal earned $5 billion and paid …": the subject of the clause before.
void PartyFinder::read_subjects_before_clause(TokenRange region) {
  const std::uint32_t begin = sentence_->tokens().begin;
  if (clause_.begin <= begin) return;
  const bool relative = sentence_->is_any(clause_.begin, {"which", "who", "whose", "where", "that"});
  bool goes_on = sentence_->is_any(clause_.begin, {"and", "but", "or"});
  for (std::uint32_t token = clause_.begin + 1; token < region.end; ++token)
    goes_on = goes_on && sentence_->role(token) == WordRole::kAdverb;
  if (!relative && !goes_on) return;
  std::uint32_t end = sentence_->is(clause_.begin - 1, ",") ? clause_.begin - 1 : clause_.begin;
  if (sentence_->is(end - 1, ")")) --end;  // "the Norvale Agency (NA), which …"
  for (std::size_t i = 0; relative && i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool lies_in = is_state(party) && is_adverbial(party, begin) && !sentence_->is(clause_.begin, "where");
    if (party.tokens.end != end || roles_.of(i) == PartyRole::kPerson || lies_in) continue;
    if (i > 0 && is_between(sentence_->parties()[i - 1], party)) subjects_.push_back(id_of(sentence_->parties()[i - 1]));
    return subjects_.push_back(id_of(party));
  }
  // "The agency said that world output grew": not the agency's.
  const auto speaker = sentence_->is(clause_.begin, "that") ? roles_.speaker_before(clause_.begin) : std::nullopt;
  const bool states = speaker && roles_.stating_verb(clause_.begin - 1) != nullptr;
  if (states && sentence_->parties()[*speaker].reporter) return;
  const TokenRange before = sentence_->clause_around(clause_.begin - 1);
  read_subjects_in({before.begin, std::min(first_verb(*sentence_, before), clause_.begin)});
}

// "from Russia to China", "to China from Russia": whence and where something goes in a range of the sentence.
PartyFinder::Route PartyFinder::route_in(TokenRange range) const {
  Route route;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (!holds(range, party.tokens) || !is_state(party) || party.city || !counts(i)) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, range.begin);
    if (opening == range.begin) continue;
    if (route.from.empty() && sentence_->is(opening - 1, "from")) route.from = id_of(party);
    const bool leads_to = route.to.empty() && sentence_->is_any(opening - 1, {"to", "into"});
    const bool sent = opening >= range.begin + 2 && sentence_->is_any(opening - 2, {"sent", "shipped", "delivered", "supplied"});
    const bool of_owner = route.from.empty() && sent && reading_.owner.size() == party.id.size();
    if (leads_to && of_owner && reading_.owner != party.id) route.from = reading_.owner;
    if (leads_to && (!route.from.empty() || sentence_->is(party.tokens.end, "from"))) route.to = id_of(party);
  }
  return route;
}

// "8 million tons were sent from Russia to China", "210 trains ran from China to Poland", "a remittance sent from Russia to …".
void PartyFinder::read_route() {
  const bool moved = measure_->from_verb && measure_->rule == "fact.passive" && reading_.owner.empty();  // "were exported from Chad to"
  const bool flows = moved || measure_->flow == Flow::kNone || measure_->flow == Flow::kPair || measure_->flow == Flow::kLend;
  const bool things = flows && (measure_->kind == ReadingKind::kCount || unit_ != "%");
  if (!things || measured_id().starts_with("people.") || !reading_.partner.empty()) return;
  std::uint32_t limit = limit_behind();
  if (sentence_->is(limit - 1, "or") || sentence_->is(limit - 1, "and")) limit = clause_.end;  // "210 trains or 420,000 tons"
  Route route = route_in({at_.end, limit});
  if (measure_->flow == Flow::kLend && route.to.empty()) route = route_in({std::max(clause_.begin, floor_), at_.begin});
  const std::string from(route.from);
  const bool only_from = !from.empty() && route.to.empty() && reading_.owner.empty() && subjects_.empty();
  if (only_from && measured_id().starts_with("cargo.")) {
    reading_.owner = reading_.from = from;
    reading_.source = "stated";
  }
  if (from.empty() || route.to.empty() || from == route.to) return;
  const std::string& on_the_way = reading_.owner.empty() && !earlier_.empty() ? earlier_.back().owner : reading_.owner;
  const bool passes = measure_->flow != Flow::kLend && !on_the_way.empty() && on_the_way != from && on_the_way != route.to;
  if (passes) others_.push_back(keep(on_the_way));
  reading_.owner = reading_.from = from;
  reading_.partner = reading_.to = route.to;
  reading_.subject = route.to;
  reading_.source = "stated";
  subjects_.clear();
}

// "has lent the country $5 billion", "promised Kenya 3 million euros": who gets it stands right before the figure.
void PartyFinder::read_receiver() {
  if (subjects_.empty() || !reading_.partner.empty()) return;
  std::uint32_t end = at_.begin;
  while (end > clause_.begin &&
         (sentence_->role(end - 1) == WordRole::kAdverb || sentence_->is_any(end - 1, {"more", "than", "over", "about"})))
    --end;
  const auto follows_verb = [&](TokenRange tokens) {
    const std::uint32_t opening = phrase_opening(*sentence_, tokens.begin, clause_.begin);
    return tokens.end == end && opening > clause_.begin &&
           (sentence_->role(opening - 1) == WordRole::kVerb || sentence_->role(opening - 1) == WordRole::kParticiple);
  };
  std::string_view receiver;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    if (counts(i) && follows_verb(sentence_->parties()[i].tokens)) receiver = id_of(sentence_->parties()[i]);
  }
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    if (reference.cell(0) == "country" && follows_verb(reference.tokens)) receiver = referent(reference);
  }
  if (receiver.empty() && measure_->flow == Flow::kLend) receiver = indirect_object();
  if (receiver.empty() || receiver == subjects_.front()) return;
  others_.push_back(receiver);
  if (measure_->flow == Flow::kLend) reading_.partner = receiver;
}

// "Acme, which owns 34% of the mine, said it would cut [600 jobs]": a comma and a verb go on with the clause around.
bool PartyFinder::returns_from_relative() const {
  if (!sentence_->is_any(clause_.begin, {"which", "who", "whose"})) return false;
  for (std::uint32_t token = clause_.begin + 1; token + 1 < at_.begin; ++token) {
    const bool compares = sentence_->is(token + 1, "compared");
    if (sentence_->is(token, ",") && sentence_->role(token + 1) == WordRole::kVerb && !compares) return true;
  }
  return false;
}

// "Peru and Chile showed decreases of $260 million and $65 million, respectively": to each its own.
bool PartyFinder::read_respective() {
  const std::uint32_t limit = sentence_->tokens().end;
  std::uint32_t word = at_.end;
  while (word < limit && sentence_->role(word) != WordRole::kVerb && !sentence_->is(word, "respectively")) ++word;
  if (word >= limit || !sentence_->is(word, "respectively")) return false;
  std::size_t before = 0;
  std::size_t figures = 0;
  for (const MentionAt& one : sentence_->figures()) {
    if (one.tokens.begin < clause_.begin || one.tokens.end > word) continue;
    ++figures;
    if (one.tokens.begin < at_.begin) ++before;
  }
  const TokenRange region{clause_.begin, first_verb(*sentence_, clause_)};
  std::vector<std::string_view> named;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    if (holds(region, sentence_->parties()[i].tokens) && counts(i)) named.push_back(id_of(sentence_->parties()[i]));
  }
  if (figures < 2 || named.size() != figures) return false;
  subjects_.push_back(named[before]);
  reading_.subject = named[before];
  return true;
}

// "the [$25 billion] sales that Norvale reported": whose they are.
bool PartyFinder::read_reporter_behind() {
  constexpr std::uint32_t kReach = 3;  // tokens from the figure to "that"
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool near = party.tokens.begin > at_.end && party.tokens.begin <= at_.end + kReach + 1;
    const bool relative = near && sentence_->is(party.tokens.begin - 1, "that") && sentence_->role(party.tokens.end) == WordRole::kVerb;
    if (relative && party.kind == Party::Kind::kOrganisation && !party.reporter) subjects_.push_back(id_of(party));
  }
  return !subjects_.empty();
}

// What the clause is about stands before its verb; behind "With $1.2 trillion invested, …" it follows.
void PartyFinder::read_subjects() {
  if (read_respective() || read_reporter_behind()) return;
  if (read_struck()) {
    reading_.subject = subjects_.front();
    return;
  }
  if (!earlier_.empty()) read_local_subject();
  const TokenRange region = subject_region();
  const bool of_which = !earlier_.empty() && sentence_->is(clause_.begin, "which") && sentence_->is(clause_.begin - 1, "of");
  if (of_which && subjects_.empty()) read_subjects_in(region);
  if (of_which && subjects_.empty() && !earlier_.back().owner.empty()) subjects_.push_back(earlier_.back().owner);
  if (subjects_.empty() && returns_from_relative()) read_subjects_before_clause(region);
  if (subjects_.empty()) read_subjects_in(region);
  if (subjects_.empty()) read_pronoun(region);
  if (subjects_.empty() && (reading_.owner.empty() || in_place_ || measure_->id == "company.stake")) read_subjects_before_clause(region);
  const bool named = !reading_.owner.empty() && !reading_.partner.empty();
  const bool bought = measure_->id == "company.stake" || measure_->id == "company.deal_value";
  if (subjects_.empty() && (!named || bought)) read_speaker_as_subject(region);
  if (subjects_.empty() && clause_.begin < at_.begin) read_subjects_in({std::max(clause_.begin, floor_), at_.begin});
  const bool adds = sentence_->is(clause_.begin, "in") && sentence_->is(clause_.begin + 1, "addition");
  const bool leads = adds || sentence_->is_any(clause_.begin, {"with", "of", "at", "by"});
  if (subjects_.empty() && leads) {
    std::uint32_t comma = at_.end;
    while (comma < clause_.end && !sentence_->is(comma, ",")) ++comma;
    read_subjects_in({comma, first_verb(*sentence_, {comma, clause_.end})});
  }
  const bool is_share = measure_->kind == ReadingKind::kShare;
  const bool same_clause = !earlier_.empty() && (reading_.owner.empty() || is_share) && reading_.partner.empty() &&
                           (measure_->kind == ReadingKind::kShare || !is_relational(measure_->flow));
  if (const std::string_view here = subjects_.empty() && same_clause && is_place_list() ? place_behind() : std::string_view();
      !here.empty())
    subjects_.push_back(here);  // "grew 5% in Chad, but fell [3%] in Niger"
  if (subjects_.empty() && same_clause) {
    const std::string& subject = has_verb_between(floor_, at_.begin) ? earlier_.front().subject : earlier_.back().subject;
    if (!subject.empty()) subjects_.push_back(subject);
  }
  if (!names_anybody()) read_places();
  if (!subjects_.empty()) reading_.subject = subjects_.front();
}

// "[52] projects go on, Ana Lopes said in [Lima]": where somebody speaks.
bool PartyFinder::is_said_before(std::uint32_t from, std::uint32_t place) const {
  for (std::uint32_t token = from; token < place; ++token) {
    if (sentence_->role(token) != WordRole::kName && roles_.stating_verb(token) != nullptr) return true;
  }
  return false;
}

// "In Thailand, exports rose", "12 people died … in Peru": where it happens is whom it is about, where nobody else is named.
void PartyFinder::read_places() {
  const std::string_view home = discourse_->in_focus(OwnerKind::kAny);
  const bool of_company = owner_kind() == OwnerKind::kCompany || (discourse_->is_organisation(home) && !regions_->knows(home));
  if (of_company || is_priced_on_exchange() || is_of_world()) return;
  std::uint32_t listed = 0;  // where the last place of a list ends: "in Chad, Niger and Mali"
  for (const TokenRange range : {TokenRange{clause_.begin, at_.begin}, TokenRange{at_.end, clause_.end}}) {
    for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
      const Party& party = sentence_->parties()[i];
      if (!holds(range, party.tokens) || !counts(i) || !(is_state(party) || party.bloc)) continue;
      const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, range.begin);
      if (!subjects_.empty()) {
        const bool goes_on = listed != 0 && opening == listed + 1 && !party.city && sentence_->is_any(listed, {",", "and"});
        if (goes_on) others_.push_back(keep(std::string(id_of(party))));
        listed = goes_on ? party.tokens.end : 0;
        continue;
      }
      if (opening == clause_.begin || sentence_->covering(FactList::kPlaceWord, opening - 1) == nullptr) continue;
      if (party.city && is_said_before(range.begin, opening)) continue;
      subjects_.push_back(id_of(party));
      if (party.city) reading_.source = "place";
      listed = party.city ? 0 : party.tokens.end;
    }
  }
}

}  // namespace attest

#include "fact/party/subject.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/respective.h"

namespace attest::party {
namespace {

// Where the subject stands.
struct SubjectRegion {
  TokenRange tokens;
  bool after_speech = false;  // behind "… said that"
};

bool is_adverbial(const FactSentence& sentence, const Party& party, std::uint32_t begin) {
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, begin);
  if (opening <= begin) return false;
  // "Firms from Peru will build [12]": the subject itself, and who acts.
  const bool origin = is_state(party) && !party.city && sentence.is(opening - 1, "from") && opening > begin + 1 &&
                      sentence.view().word(opening - 2).ends_with("s") && phrase_opening(sentence, opening - 1, begin) == begin;
  return !origin && sentence.is_any(opening - 1, {"in", "at", "on", "from", "under", "during", "near"});
}

// "A Russian attack on the Ukrainian city killed 14 people": where people come to harm is whom it is about.
bool read_harmed(const PartyView& view, PartyDraft& draft, TokenRange tokens) {
  const FactSentence& sentence = view.sentence();
  const std::string_view id = view.measured_id();
  if (!id.starts_with("conflict.") && !id.starts_with("people.")) return false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (!holds(tokens, party.tokens) || !is_state(party) || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, tokens.begin);
    if (opening > tokens.begin && sentence.is_any(opening - 1, {"on", "against", "in", "near"}))
      draft.subjects.push_back(view.id_of(party));
    if (!draft.subjects.empty()) return true;
  }
  return false;
}

// "killed when a quake strikes northern Chad": the state that is struck is where those counted are.
bool read_struck(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const std::string_view id = view.measured_id();
  if (!id.starts_with("conflict.") && !id.starts_with("people.") && view.measure().phrase != "magnitude") return false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (!is_state(party) || party.adjective || view.roles().of(i) == PartyRole::kSpeaker) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, sentence.tokens().begin);
    const bool struck = opening > sentence.tokens().begin && sentence.covering(FactList::kStrikingVerb, opening - 1) != nullptr;
    if (struck) draft.subjects.push_back(view.id_of(party));
  }
  return !draft.subjects.empty();
}

// "to feed [5 million] people inside Chad": a state behind those counted.
bool has_place_behind(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    const bool behind = party.tokens.begin > view.end() && party.tokens.end <= view.clause().end && is_state(party) && !party.adjective;
    const std::uint32_t opening = behind ? phrase_opening(sentence, party.tokens.begin, view.end()) : view.end();
    return opening > view.end() && sentence.covering(FactList::kPlaceWord, opening - 1) != nullptr;
  });
}

// "Peru is Chad's second partner. The country accounts for [18%] of Chad's trade": not the one whose trade it is, but the other of the two.
std::string_view other_than_owner(const PartyView& view, const PartyDraft& draft, std::string_view referent) {
  const PartyReading* last = view.discourse().near_parties();
  const bool own = view.measure().kind == ReadingKind::kShare && referent == draft.reading.owner && last != nullptr;
  if (!own || last->parties.size() != 2 || !contains(last->parties, referent)) return referent;
  return last->parties.front() == referent ? last->parties.back() : last->parties.front();
}

void read_subjects_in(const PartyView& view, PartyDraft& draft, TokenRange tokens) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const Discourse& discourse = view.discourse();
  if (read_harmed(view, draft, tokens)) return;
  const auto free = [&](TokenRange found) { return holds(tokens, found) && !holds(measure.phrase_tokens, found); };
  const bool of_state =
      (view.owner_kind() == OwnerKind::kState || view.measured_id().starts_with("trade.")) && !discourse.topic().country.empty();
  std::vector<std::pair<std::uint32_t, std::string_view>> found;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool lends = party.lender && (measure.flow == Flow::kLend || measure.flow == Flow::kInvest);
    const bool stands = party.contender && view.measured_id().starts_with("politics.");
    const bool of_people = view.measured_id().starts_with("people.") || view.measured_id().starts_with("conflict.");
    const bool helps = party.reporter && of_people && !lends && measure.kind == ReadingKind::kCount && has_place_behind(view);
    if (helps) continue;
    const bool reports = party.reporter && !lends && !stands && (of_state || is_agent(sentence, party, tokens.begin));
    if (free(party.tokens) && view.counts(i) && !reports && !is_adverbial(sentence, party, tokens.begin))
      found.emplace_back(party.tokens.begin, view.id_of(party));
  }
  for (const FoundEntry& reference : sentence.words(FactList::kReference)) {
    if (!free(reference.tokens) || !view.is_reference(reference)) continue;
    if (reference.cell(0) != "pair") {
      found.emplace_back(reference.tokens.begin, other_than_owner(view, draft, view.referent(reference)));
    } else if (found.empty()) {
      for (const std::string& id : discourse.pair(sentence, reference.tokens.begin))
        found.emplace_back(reference.tokens.begin, draft.keep(id));
    }
  }
  std::sort(found.begin(), found.end());
  const std::uint32_t own = behind_opening(sentence, tokens);
  if (own > tokens.begin && !found.empty() && found.back().first >= own)
    std::erase_if(found, [&](const auto& one) { return one.first < own; });
  for (const auto& [token, id] : found) draft.subjects.push_back(id);
}

// "It [was] noted at the forum that …": a verb of speech follows that nobody is the subject of.
bool is_impersonal(const PartyView& view, std::uint32_t verb) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is_any(verb, {"is", "was", "been", "has"}) || !sentence.is(view.clause().begin, "it")) return false;
  std::uint32_t next = verb + 1;
  while (next < view.begin() && (sentence.role(next) == WordRole::kAdverb || sentence.is(next, "been"))) ++next;
  return view.roles().stating_verb(next) != nullptr;
}

// From the clause's beginning, or from behind a verb of speech in it, to the verb.
SubjectRegion subject_region(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t begin = view.clause().begin;
  bool after_speech = false;
  for (std::uint32_t token = begin; token < view.begin(); ++token) {
    if (const FoundEntry* speech = view.roles().stating_verb(token); speech != nullptr && sentence.role(token) != WordRole::kName) {
      after_speech = true;
      begin = token + 1;
    } else if (sentence.role(token) == WordRole::kVerb && !is_impersonal(view, token)) {
      return {{begin, token}, after_speech};
    }
  }
  return {{begin, view.begin()}, after_speech};
}

// "Norvale said it would cut 300 jobs".
void read_speaker_as_subject(const PartyView& view, PartyDraft& draft, const SubjectRegion& region) {
  const FactSentence& sentence = view.sentence();
  const auto speaker = region.after_speech ? view.roles().speaker_before(region.tokens.begin) : std::nullopt;
  if (!speaker) return;
  bool refers = false;
  const Party& party = sentence.parties()[*speaker];
  // "Norvale said it expects [sales of …]", but not "said it estimates that 12 million people need …"
  const bool has_own = sentence.is(region.tokens.begin, "that") || region.tokens.end < view.begin();
  std::uint32_t said = has_own ? region.tokens.begin : party.tokens.end;
  while (said < region.tokens.begin && view.roles().stating_verb(said) == nullptr) ++said;
  for (std::uint32_t token = said; token < region.tokens.end; ++token) {  // "Norvale said it expects sales of"
    refers = refers || sentence.covering(FactList::kSelfPronoun, token) != nullptr;
  }
  const FoundEntry* verb = view.roles().stating_verb(region.tokens.begin - 1);
  const bool forecasts = verb != nullptr && verb->cell(0) == "forecast";
  const bool of_sales = view.owner_kind() == OwnerKind::kCompany || view.measured_id() == "economy.sales";
  const bool of_company = of_sales && party.kind == Party::Kind::kOrganisation && !party.reporter && !forecasts;
  if (!refers && !of_company) return;
  draft.subjects.push_back(party.id);
  if (*speaker == 0) return;
  const Party& before = sentence.parties()[*speaker - 1];  // "Norvale and Ludlow said they would"
  const bool joined = before.kind == party.kind && before.tokens.end + 1 == party.tokens.begin && sentence.is(before.tokens.end, "and");
  if (joined) draft.subjects.push_back(before.id);
}

// ", with [Ludlow] and Norvale each holding [24.5%]": the names in front of the participle, the first of which is party `first`; 0 for
// another "with".
std::size_t count_of_holders(const PartyView& view, std::size_t first) {
  const FactSentence& sentence = view.sentence();
  const auto parties = sentence.parties();
  std::size_t last = first;
  while (last + 1 < parties.size() && sentence.is_any(parties[last].tokens.end, {",", "and"}) &&
         phrase_opening(sentence, parties[last + 1].tokens.begin, parties[last].tokens.end) == parties[last].tokens.end + 1)
    ++last;
  std::uint32_t act = parties[last].tokens.end;
  while (sentence.is_any(act, {"each", "both"})) ++act;
  const WordRole role = sentence.role(act);
  const bool acts =
      act < view.begin() && (role == WordRole::kParticiple || role == WordRole::kVerb) && sentence.view().word(act).ends_with("ing");
  return acts ? last + 1 - first : 0;
}

// "Brazil took $1.1 billion, | Spain came third with $900 million": a name and a verb of this figure's own.
void read_local_subject(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.floor() || !view.counts(i) || holds(measure.phrase_tokens, party.tokens)) continue;
    if (party.tokens.end > view.begin()) break;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.floor());
    const bool with = opening > view.floor() && sentence.is(opening - 1, "with");
    if (const std::size_t holders = with ? count_of_holders(view, i) : 0; holders > 0) {
      for (std::size_t k = i; k < i + holders; ++k) draft.subjects.push_back(view.id_of(sentence.parties()[k]));
      return;
    }
    const bool opens = opening == view.floor() || sentence.is_any(opening - 1, {",", "and", "while", "but", ";"});
    // ", and the Norvale Bank a grant of [$8 million]": the verb is left out.
    const bool gapped = opens && opening > view.floor() && sentence.is_any(party.tokens.end, {"a", "an"}) && !party.adjective &&
                        sentence.is(view.begin() - 1, "of") && measure.phrase_tokens.begin == party.tokens.end + 1;
    if (gapped || (opens && has_verb_between(sentence, party.tokens.end, view.begin()))) {
      // "two lenders – Norvale and [Ludlow] – will each lend": both of them.
      const bool joined = i > 0 && opening > view.floor() && sentence.is(opening - 1, "and") &&
                          sentence.parties()[i - 1].tokens.end == opening - 1 && sentence.parties()[i - 1].kind == party.kind;
      if (joined && view.counts(i - 1)) draft.subjects.push_back(view.id_of(sentence.parties()[i - 1]));
      draft.subjects.push_back(view.id_of(party));
      if (gapped && measure.flow == Flow::kLend && reading.partner.empty()) reading.partner = view.earlier().back().partner;
      return;
    }
  }
}

// "It has lent the country $5 billion": whom the paragraph's last fact is about.
void read_pronoun(const PartyView& view, PartyDraft& draft, const SubjectRegion& region) {
  const FactSentence& sentence = view.sentence();
  const PartyReading* last = view.discourse().near_parties();
  if (region.after_speech || last == nullptr || last->owner.empty() || !view.earlier().empty() ||
      region.tokens.begin != sentence.tokens().begin)
    return;
  const MeasureReading* told = view.discourse().measure();
  const bool ranked = told != nullptr && told->kind == ReadingKind::kRank && view.regions().holds(last->owner, last->subject);
  if (sentence.is_any(region.tokens.begin, {"it", "they"})) draft.subjects.push_back(ranked ? last->subject : last->owner);
}

// "Vega pledged [$5 million]": the state that its leader acts for.
void read_leader(const PartyView& view, PartyDraft& draft, const SubjectRegion& region) {
  for (const Party& party : view.sentence().parties()) {
    const bool leads = party.kind == Party::Kind::kPerson && !party.home.empty() && holds(region.tokens, party.tokens);
    if (leads && party.home != draft.reading.owner) return draft.subjects.push_back(party.home);
  }
}

// "We will send [5 million tons] to Peru": the state that speaks of itself, in a text on states.
void read_self(const PartyView& view, PartyDraft& draft, const SubjectRegion& region) {
  const FactSentence& sentence = view.sentence();
  const Discourse& discourse = view.discourse();
  const bool one_end = draft.reading.owner.empty() != draft.reading.partner.empty();
  if (!one_end || discourse.topic().is_organisation || discourse.is_organisation(discourse.in_focus(OwnerKind::kAny))) return;
  for (std::uint32_t token = region.tokens.begin; token < region.tokens.end; ++token) {
    if (!sentence.is(token, "we")) continue;
    if (const std::string_view home = discourse.home(sentence); !home.empty()) draft.subjects.push_back(home);
    return;
  }
}

// "Kazakhstan, which exceeded its quota, pumped …": the name that the relative clause explains, or else the subject of the clause
// around it. "The canal earned $5 billion and paid …": the subject of the clause before.
void read_subjects_before_clause(const PartyView& view, PartyDraft& draft, TokenRange region) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t begin = sentence.tokens().begin;
  if (view.clause().begin <= begin) return;
  const bool relative = sentence.is_any(view.clause().begin, {"which", "who", "whose", "where", "that"});
  bool goes_on = sentence.is_any(view.clause().begin, {"and", "but", "or"});
  for (std::uint32_t token = view.clause().begin + 1; token < region.end; ++token)
    goes_on = goes_on && sentence.role(token) == WordRole::kAdverb;
  if (!relative && !goes_on) return;
  std::uint32_t end = sentence.is(view.clause().begin - 1, ",") ? view.clause().begin - 1 : view.clause().begin;
  if (sentence.is(end - 1, ")")) --end;  // "the Norvale Agency (NA), which …"
  for (std::size_t i = 0; relative && i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool lies_in = is_state(party) && is_adverbial(sentence, party, begin) && !sentence.is(view.clause().begin, "where");
    if (party.tokens.end != end || view.roles().of(i) == PartyRole::kPerson || lies_in) continue;
    if (i > 0 && is_between(sentence, sentence.parties()[i - 1], party)) draft.subjects.push_back(view.id_of(sentence.parties()[i - 1]));
    return draft.subjects.push_back(view.id_of(party));
  }
  // "The agency said that world output grew": not the agency's.
  const auto speaker = sentence.is(view.clause().begin, "that") ? view.roles().speaker_before(view.clause().begin) : std::nullopt;
  const bool states = speaker && view.roles().stating_verb(view.clause().begin - 1) != nullptr;
  if (states && sentence.parties()[*speaker].reporter) return;
  const TokenRange before = sentence.clause_around(view.clause().begin - 1);
  read_subjects_in(view, draft, {before.begin, std::min(first_verb(sentence, before), view.clause().begin)});
}

// "[52] projects go on, Ana Lopes said in [Lima]": where somebody speaks.
bool is_said_before(const PartyView& view, std::uint32_t from, std::uint32_t place) {
  for (std::uint32_t token = from; token < place; ++token) {
    if (view.sentence().role(token) != WordRole::kName && view.roles().stating_verb(token) != nullptr) return true;
  }
  return false;
}

// "In Thailand, exports rose", "12 people died … in Peru": where it happens is whom it is about, where nobody else is named.
void read_places(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const Discourse& discourse = view.discourse();
  const std::string_view home = discourse.in_focus(OwnerKind::kAny);
  const bool of_company = view.owner_kind() == OwnerKind::kCompany || (discourse.is_organisation(home) && !view.regions().knows(home));
  if (of_company || view.is_priced_on_exchange() || view.is_of_world()) return;
  std::uint32_t listed = 0;  // where the last place of a list ends: "in Chad, Niger and Mali"
  for (const TokenRange range : {TokenRange{view.clause().begin, view.begin()}, TokenRange{view.end(), view.clause().end}}) {
    for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
      const Party& party = sentence.parties()[i];
      if (!holds(range, party.tokens) || !view.counts(i) || !(is_state(party) || party.bloc)) continue;
      const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, range.begin);
      if (!draft.subjects.empty()) {
        const bool goes_on = listed != 0 && opening == listed + 1 && !party.city && sentence.is_any(listed, {",", "and"});
        if (goes_on) draft.others.push_back(draft.keep(std::string(view.id_of(party))));
        listed = goes_on ? party.tokens.end : 0;
        continue;
      }
      if (opening == view.clause().begin || sentence.covering(FactList::kPlaceWord, opening - 1) == nullptr) continue;
      if (party.city && is_said_before(view, range.begin, opening)) continue;
      draft.subjects.push_back(view.id_of(party));
      if (party.city) draft.reading.source = "place";
      listed = party.city ? 0 : party.tokens.end;
    }
  }
}

// "Peru's trade with [Chad, Niger and Mali]": leaves the names behind the first where commas and "and" join them, and not the first.
void leave_row(const FactSentence& sentence, std::vector<std::size_t>& named) {
  const auto joined = [&](std::size_t left) {
    std::uint32_t token = sentence.parties()[named[left]].tokens.end;
    const std::uint32_t end = sentence.parties()[named[left + 1]].tokens.begin;
    const bool joins = sentence.is_any(token, {",", "and"});
    while (token < end && (sentence.is_any(token, {",", "and"}) || sentence.role(token) == WordRole::kDeterminer)) ++token;
    return joins && token == end;
  };
  for (std::size_t i = 1; i + 1 < named.size(); ++i) {
    if (!joined(i)) return;
  }
  if (!joined(0)) named.erase(named.begin());
}

// "With $1.2 trillion invested, …", "In addition to [$5 million], …": the subject follows the comma.
void read_subjects_behind_comma(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const bool adds = sentence.is(view.clause().begin, "in") && sentence.is(view.clause().begin + 1, "addition");
  const bool leads = adds || sentence.is_any(view.clause().begin, {"with", "of", "at", "by"});
  if (!leads) return;
  std::uint32_t comma = view.end();
  while (comma < view.clause().end && !sentence.is(comma, ",")) ++comma;
  read_subjects_in(view, draft, {comma, first_verb(sentence, {comma, view.clause().end})});
}

// "grew 5% in Chad, but fell [3%] in Niger", "rose 5% to [$3 billion]": of the place behind the figure, or of what the one before is about.
void read_subjects_of_same_clause(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const PartyReading& reading = draft.reading;
  const bool is_share = measure.kind == ReadingKind::kShare;
  const bool same_clause = !view.earlier().empty() && (reading.owner.empty() || is_share) && reading.partner.empty() &&
                           (measure.kind == ReadingKind::kShare || !is_relational(measure.flow));
  if (!same_clause) return;
  if (const std::string_view here = is_place_list(view) ? place_behind(view) : std::string_view(); !here.empty())
    return draft.subjects.push_back(here);
  const std::string& subject =
      has_verb_between(view.sentence(), view.floor(), view.begin()) ? view.earlier().front().subject : view.earlier().back().subject;
  if (!subject.empty()) draft.subjects.push_back(subject);
}

// Where the figures stand that belong to one party each: "are [5 and 3], respectively", "respectively worth [5 and 3]"; empty for none.
TokenRange respective_figures(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t limit = sentence.tokens().end;
  std::uint32_t word = view.end();
  while (word < limit && sentence.role(word) != WordRole::kVerb && !sentence.is(word, "respectively")) ++word;
  if (word < limit && sentence.is(word, "respectively")) return {view.clause().begin, word};
  constexpr std::uint32_t kReach = 3;  // tokens between the word and the first figure
  for (word = view.begin(); word > view.clause().begin; --word) {
    if (!sentence.is(word - 1, "respectively")) continue;
    const auto figures = sentence.figures();
    const auto first = std::find_if(figures.begin(), figures.end(), [&](const MentionAt& one) { return one.tokens.begin >= word; });
    const bool leads = first != figures.end() && first->tokens.begin <= word + kReach;
    return leads ? TokenRange{word, view.clause().end} : TokenRange{};
  }
  return {};
}

// "Peru leads the row, with Chad selling [5 tons]": who stands before the participle.
bool read_participles_subject(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  if (!view.measure().from_verb || view.measure().rule != "fact.verb") return false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const std::uint32_t verb = party.tokens.end;
    if (verb >= view.begin() || party.tokens.begin <= view.floor() || !sentence.is(party.tokens.begin - 1, "with")) continue;
    const FoundEntry* does = sentence.covering(FactList::kMeasureVerb, verb);
    if (does == nullptr || !sentence.view().word(verb).ends_with("ing") || has_verb_between(sentence, verb + 1, view.begin())) continue;
    draft.subjects.assign(1, view.id_of(party));
    draft.reading.subject = draft.reading.owner = draft.subjects.front();
    draft.reading.partner.clear();
    return true;
  }
  return false;
}

// "Peru's exports went to Chile. Chad is second with $5 billion, exports to Niger were [$3 billion]": of the same seller, too.
bool names_end_before(const PartyView& view, const PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  const bool directed = measure.flow == Flow::kOut || measure.flow == Flow::kIn;
  if (draft.subjects.size() != 1 || view.earlier().empty() || !directed || draft.reading.partner.empty()) return false;
  const PartyReading& before = view.earlier().back();
  const bool own = measure.rule == "fact.subject" && measure.phrase_tokens.begin >= view.floor();
  return own && !before.owner.empty() && before.partner == draft.subjects.front() && before.owner != before.partner;
}

}  // namespace

void read_subjects(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  if (read_respective(view, draft) || read_reporter_behind(view, draft)) return;
  if (read_struck(view, draft)) {
    reading.subject = draft.subjects.front();
    return;
  }
  if (read_participles_subject(view, draft)) return;
  if (!view.earlier().empty()) read_local_subject(view, draft);
  const SubjectRegion region = subject_region(view);
  const bool of_which = !view.earlier().empty() && sentence.is(view.clause().begin, "which") && sentence.is(view.clause().begin - 1, "of");
  if (of_which && draft.subjects.empty()) read_subjects_in(view, draft, region.tokens);
  if (of_which && draft.subjects.empty() && !view.earlier().back().owner.empty()) draft.subjects.push_back(view.earlier().back().owner);
  if (draft.subjects.empty() && returns_from_relative(view)) read_subjects_before_clause(view, draft, region.tokens);
  // "Exports to Peru were 3 tons, and [5 tons] were sold to Chad": the figure itself is the subject
  const bool is_subject = measure.rule == "fact.passive" && !view.earlier().empty() && measure.flow == view.measures().front().flow;
  if (draft.subjects.empty() && !is_subject) read_subjects_in(view, draft, region.tokens);
  if (names_end_before(view, draft)) {
    draft.subjects.clear();
    reading.owner = view.earlier().back().owner;
    reading.subject = reading.partner;
    return;
  }
  if (draft.subjects.empty()) read_pronoun(view, draft, region);
  if (draft.subjects.empty()) read_self(view, draft, region);
  if (draft.subjects.empty()) read_leader(view, draft, region);
  if (draft.subjects.empty() && (reading.owner.empty() || draft.in_place || measure.id == "company.stake"))
    read_subjects_before_clause(view, draft, region.tokens);
  const bool named = !reading.owner.empty() && !reading.partner.empty();
  const bool bought = measure.id == "company.stake" || measure.id == "company.deal_value";
  if (draft.subjects.empty() && (!named || bought)) read_speaker_as_subject(view, draft, region);
  if (draft.subjects.empty() && view.clause().begin < view.begin())
    read_subjects_in(view, draft, {std::max(view.clause().begin, view.floor()), view.begin()});
  if (draft.subjects.empty()) read_subjects_behind_comma(view, draft);
  if (draft.subjects.empty()) read_subjects_of_same_clause(view, draft);
  if (!draft.names_anybody()) read_places(view, draft);
  if (!draft.subjects.empty()) reading.subject = draft.subjects.front();
}

bool read_respective(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const TokenRange row = respective_figures(view);
  if (row.begin == row.end || !respective_dates(sentence).empty()) return false;
  std::size_t before = 0;
  std::size_t figures = 0;
  for (const MentionAt& one : sentence.figures()) {
    if (one.tokens.begin < row.begin || one.tokens.end > row.end) continue;
    ++figures;
    if (one.tokens.begin < view.begin()) ++before;
  }
  const TokenRange region{view.clause().begin, first_verb(sentence, view.clause())};
  std::vector<std::size_t> named;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    if (holds(region, sentence.parties()[i].tokens) && view.counts(i)) named.push_back(i);
  }
  if (named.size() == 2 && is_between(sentence, sentence.parties()[named[0]], sentence.parties()[named[1]])) return false;
  if (named.size() == figures + 1) leave_row(sentence, named);
  if (figures < 2 || named.size() != figures) return false;
  const std::string_view own = view.id_of(sentence.parties()[named[before]]);
  draft.subjects.push_back(own);
  draft.reading.subject = own;
  named.erase(named.begin() + static_cast<std::ptrdiff_t>(before));
  draft.of_other_figures = std::move(named);
  return true;
}

bool read_reporter_behind(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  constexpr std::uint32_t kReach = 3;  // tokens from the figure to "that"
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool near = party.tokens.begin > view.end() && party.tokens.begin <= view.end() + kReach + 1;
    const bool relative = near && sentence.is(party.tokens.begin - 1, "that") && sentence.role(party.tokens.end) == WordRole::kVerb;
    if (relative && party.kind == Party::Kind::kOrganisation && !party.reporter) draft.subjects.push_back(view.id_of(party));
  }
  return !draft.subjects.empty();
}

bool returns_from_relative(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  if (!sentence.is_any(view.clause().begin, {"which", "who", "whose"})) return false;
  for (std::uint32_t token = view.clause().begin + 1; token + 1 < view.begin(); ++token) {
    const bool compares = sentence.is(token + 1, "compared");
    if (sentence.is(token, ",") && sentence.role(token + 1) == WordRole::kVerb && !compares) return true;
  }
  return false;
}

bool is_agent(const FactSentence& sentence, const Party& party, std::uint32_t begin) {
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, begin);
  return opening > begin && sentence.is(opening - 1, "by");
}

}  // namespace attest::party

#include "fact/party_finder.h"

#include <algorithm>

namespace attest {
namespace {

bool is_relational(Flow flow) { return flow != Flow::kNone && flow != Flow::kLend; }

}  // namespace

PartyReading PartyFinder::find(const FactSentence& sentence, const MeasureReading& measure, TokenRange figure, std::uint32_t floor,
                               const Discourse& discourse, const PartyReading* earlier) {
  sentence_ = &sentence;
  discourse_ = &discourse;
  reading_ = {};
  others_.clear();
  if (measure.inherited && earlier != nullptr) {
    replace_subject(*earlier, figure, floor);
    return reading_;
  }
  read_phrase(measure);
  read_references(measure.phrase_tokens);
  read_subject(measure, figure, floor);
  fill_ends(measure);
  complete(measure);
  collect(measure);
  return reading_;
}

void PartyFinder::add(std::string_view id) {
  if (id.empty() || std::find(reading_.parties.begin(), reading_.parties.end(), id) != reading_.parties.end()) return;
  reading_.parties.emplace_back(id);
}

PartyFinder::Place PartyFinder::place_of(const Party& party, TokenRange phrase) const {
  if (party.adjective) return Place::kOwner;
  std::uint32_t before = party.tokens.begin;
  while (before > phrase.begin &&
         (sentence_->role(before - 1) == WordRole::kDeterminer || sentence_->role(before - 1) == WordRole::kContent))
    --before;
  if (before == phrase.begin) return Place::kOwner;
  const std::uint32_t word = before - 1;
  if (sentence_->is_any(word, {"to", "for", "towards"})) return Place::kTo;
  if (sentence_->is(word, "from")) return Place::kFrom;
  if (sentence_->is_any(word, {"in", "into", "across", "on", "within"})) return Place::kIn;
  if (sentence_->is_any(word, {"with", "between", "and", "among", "-", "–"})) return Place::kWith;
  if (sentence_->is_any(word, {"by", "of"})) return Place::kBy;
  return Place::kOwner;
}

void PartyFinder::read_phrase(const MeasureReading& measure) {
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.begin < measure.phrase_tokens.begin || party.tokens.end > measure.phrase_tokens.end) continue;
    if (party.kind == Party::Kind::kPerson) continue;
    const Place place = place_of(party, measure.phrase_tokens);
    const bool is_other_end = place == Place::kTo || place == Place::kFrom || place == Place::kIn || place == Place::kWith;
    // Investment and loans "from X" name the giver.
    const bool gives = (measure.flow == Flow::kInvest || measure.flow == Flow::kLend) && place == Place::kFrom;
    std::string& end = is_other_end && !gives ? reading_.partner : reading_.owner;
    if (end.empty()) {
      end = party.id;
    } else if (reading_.partner.empty() && end != party.id) {
      reading_.partner = party.id;
    } else {
      others_.push_back(party.id);
    }
    reading_.source = "stated";
  }
}

// "the two countries", "the region".
void PartyFinder::read_references(TokenRange tokens) {
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    if (reference.tokens.begin < tokens.begin || reference.tokens.end > tokens.end) continue;
    const std::string_view to = reference.cell(0);
    if (to == "pair" && discourse_->pair().size() == 2 && reading_.owner.empty() && reading_.partner.empty()) {
      reading_.owner = discourse_->pair()[0];
      reading_.partner = discourse_->pair()[1];
      reading_.source = "context";
    } else if (to == "country" || to == "region") {
      const std::string_view id = to == "country" ? discourse_->country(*sentence_, reference.tokens.begin)
                                                  : discourse_->region(*sentence_, reference.tokens.begin);
      std::string& end = reading_.owner.empty() ? reading_.owner : reading_.partner;
      if (end.empty() && id != reading_.owner && id != reading_.partner) end = id;
    }
  }
}

// "Kuantyrov said", "according to the ministry": who speaks is not whom the figure is about.
bool PartyFinder::speaks(const Party& party) const {
  if (sentence_->covering(FactList::kSpeechVerb, party.tokens.end) != nullptr) return true;
  std::uint32_t before = party.tokens.begin;
  while (before > sentence_->tokens().begin &&
         (sentence_->role(before - 1) == WordRole::kDeterminer || sentence_->role(before - 1) == WordRole::kContent))
    --before;
  if (before == sentence_->tokens().begin) return false;
  const bool to = sentence_->is(before - 1, "to") && before - 1 > sentence_->tokens().begin && sentence_->is(before - 2, "according");
  return to || sentence_->covering(FactList::kSpeechVerb, before - 1) != nullptr;
}

// The party that the clause is about: its first one before the figure, outside the measure's phrase and adverbials.
void PartyFinder::read_subject(const MeasureReading& measure, TokenRange figure, std::uint32_t floor) {
  const std::uint32_t begin = sentence_->clause_around(figure.begin).begin;
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.begin < std::min(begin, floor) || party.tokens.end > figure.begin) continue;
    if (party.tokens.begin < begin) continue;
    if (party.tokens.begin >= measure.phrase_tokens.begin && party.tokens.end <= measure.phrase_tokens.end) continue;
    const bool adverbial = party.tokens.begin > begin && sentence_->is_any(party.tokens.begin - 1, {"in", "at", "on", "from"});
    if (adverbial || speaks(party) || party.kind == Party::Kind::kPerson) continue;
    reading_.subject = party.id;
    break;
  }
  if (!reading_.subject.empty()) return;
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    if (reference.tokens.begin < begin || reference.tokens.end > figure.begin || reference.cell(0) == "pair") continue;
    reading_.subject = reference.cell(0) == "country" ? discourse_->country(*sentence_, reference.tokens.begin)
                                                      : discourse_->region(*sentence_, reference.tokens.begin);
  }
}

void PartyFinder::fill_ends(const MeasureReading& measure) {
  const std::string& subject = reading_.subject;
  if (subject.empty() || subject == reading_.owner || subject == reading_.partner) return;
  const bool one_sided = measure.kind == ReadingKind::kShare || measure.kind == ReadingKind::kRank;
  if (one_sided) {
    if (reading_.partner.empty()) reading_.partner = subject;
    return;
  }
  if (reading_.owner.empty()) {
    reading_.owner = subject;
  } else if (reading_.partner.empty() && is_relational(measure.flow)) {
    reading_.partner = subject;
  }
}

// A measure between two of which the text names one, or none: the other is in the reader's mind.
void PartyFinder::complete(const MeasureReading& measure) {
  const PartyReading* last = discourse_->parties();
  if (reading_.owner.empty() && reading_.partner.empty() && last != nullptr && is_relational(measure.flow) && last->parties.size() == 2) {
    reading_.owner = last->owner;
    reading_.partner = last->partner;
    reading_.source = "context";
    return;
  }
  if (!is_relational(measure.flow) || measure.flow == Flow::kInvest) return;
  std::string& missing = reading_.owner.empty() ? reading_.owner : reading_.partner;
  const std::string& known = reading_.owner.empty() ? reading_.partner : reading_.owner;
  if (!missing.empty()) return;
  for (const std::string& id : discourse_->pair()) {
    const bool pairs = known.empty() || std::find(discourse_->pair().begin(), discourse_->pair().end(), known) != discourse_->pair().end();
    if (pairs && id != known && missing.empty()) missing = id;
  }
}

void PartyFinder::collect(const MeasureReading& measure) {
  add(reading_.owner);
  add(reading_.partner);
  for (const std::string_view id : others_) add(id);
  if (measure.kind != ReadingKind::kLevel || reading_.parties.empty()) add(reading_.subject);
  if (reading_.subject.empty()) reading_.subject = reading_.owner;
  switch (measure.flow) {
    case Flow::kOut:
    case Flow::kInvest:
    case Flow::kLend:
      reading_.from = reading_.owner;
      reading_.to = reading_.partner;
      break;
    case Flow::kIn:
      reading_.from = reading_.partner;
      reading_.to = reading_.owner;
      break;
    default:
      break;
  }
}

// "followed by Uzbekistan with $13.78 billion": as before, but for one party.
void PartyFinder::replace_subject(const PartyReading& earlier, TokenRange figure, std::uint32_t floor) {
  reading_ = earlier;
  reading_.source = "context";
  std::string_view now;
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.begin < floor || party.tokens.end > figure.begin || party.kind == Party::Kind::kPerson || speaks(party)) continue;
    now = party.id;
  }
  if (now.empty() || earlier.subject.empty()) return;
  for (std::string* id : {&reading_.owner, &reading_.partner, &reading_.from, &reading_.to}) {
    if (*id == earlier.subject) *id = now;
  }
  std::replace(reading_.parties.begin(), reading_.parties.end(), earlier.subject, std::string(now));
  reading_.subject = now;
}

}  // namespace attest

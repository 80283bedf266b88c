#include "fact/party_finder.h"

#include <algorithm>
#include <utility>

namespace attest {
namespace {

bool is_relational(Flow flow) { return flow != Flow::kNone && flow != Flow::kLend; }

bool holds(TokenRange range, TokenRange tokens) { return tokens.begin >= range.begin && tokens.end <= range.end; }

std::uint32_t first_verb(const FactSentence& sentence, TokenRange range) {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (sentence.role(token) == WordRole::kVerb) return token;
  }
  return range.end;
}

// Over determiners, adjectives and owners, to the word that says what part a name plays.
std::uint32_t phrase_opening(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor) {
  while (token > floor) {
    const WordRole role = sentence.role(token - 1);
    const bool belongs =
        role == WordRole::kDeterminer || role == WordRole::kContent || role == WordRole::kPossessive || role == WordRole::kName;
    if (!belongs) break;
    --token;
  }
  return token;
}

}  // namespace

PartyReading PartyFinder::find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                               std::span<const PartyReading> earlier, const Discourse& discourse) {
  sentence_ = &sentence;
  discourse_ = &discourse;
  measure_ = &measures[figure];
  earlier_ = earlier;
  at_ = sentence.figures()[figure].tokens;
  clause_ = sentence.clause_around(at_.begin);
  floor_ = sentence.tokens().begin;
  if (figure > 0) floor_ = std::max(sentence.figures()[figure - 1].tokens.end, std::min(measures[figure - 1].phrase_tokens.end, at_.begin));
  reading_ = {};
  subjects_.clear();
  others_.clear();
  kept_.clear();
  const bool same = measure_->same_parties && !earlier.empty();
  if (same) return earlier.back();
  const bool another = figure > 0 && at_.begin > floor_ && sentence.is_any(at_.begin - 1, {"another", "further", "additional"});
  if (measure_->inherited || another) {
    const PartyReading* from = earlier.empty() ? discourse.parties() : &earlier.back();
    if (from != nullptr) {
      replace_subject(*from);
      return reading_;
    }
  }
  read_phrase();
  read_subjects();
  fill_ends();
  complete();
  collect();
  set_flow();
  return reading_;
}

std::string_view PartyFinder::keep(const std::string& id) { return kept_.emplace_back(id); }

void PartyFinder::add(std::string_view id) {
  if (id.empty() || std::find(reading_.parties.begin(), reading_.parties.end(), id) != reading_.parties.end()) return;
  reading_.parties.emplace_back(id);
}

// "the Southeast Asian country" is one that was named before.
std::string_view PartyFinder::id_of(const Party& party) const {
  const bool describes = party.adjective && party.kind == Party::Kind::kRegion &&
                         sentence_->is_any(party.tokens.end, {"country", "nation", "state", "republic"});
  const std::string_view country = describes ? discourse_->country(*sentence_, party.tokens.begin) : std::string_view();
  return country.empty() ? party.id : country;
}

PartyFinder::Place PartyFinder::place_of(const Party& party, TokenRange phrase) const {
  if (party.adjective) return Place::kOwner;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, phrase.begin);
  if (opening == phrase.begin) return Place::kOwner;
  const std::uint32_t word = opening - 1;
  const bool flows_in = measure_->flow == Flow::kInvest || measure_->flow == Flow::kLend;
  if (sentence_->is(word, "from")) return flows_in ? Place::kGiver : Place::kOtherEnd;
  if (sentence_->is_any(word, {"to", "for", "towards", "in", "into", "across", "on", "within", "with"})) return Place::kOtherEnd;
  if (sentence_->is_any(word, {"between", "and", "among", "-", "–"})) return Place::kEither;
  return Place::kOwner;
}

// Puts a party where there is room.
void PartyFinder::take(std::string_view id) {
  if (id.empty() || id == reading_.owner || id == reading_.partner) return;
  if (reading_.owner.empty()) {
    reading_.owner = id;
  } else if (reading_.partner.empty()) {
    reading_.partner = id;
  } else {
    others_.push_back(id);
  }
}

void PartyFinder::take_party(const Party& party) {
  const std::string_view id = id_of(party);
  const bool other_end = place_of(party, measure_->phrase_tokens) == Place::kOtherEnd && measure_->flow != Flow::kNone;
  if (other_end && reading_.partner.empty() && id != reading_.owner) {
    reading_.partner = id;
  } else {
    take(id);
  }
}

// "the two countries", "the region", "our".
void PartyFinder::take_reference(const FoundEntry& reference) {
  if (reference.cell(0) != "pair") return take(referent(reference));
  for (const std::string& id : discourse_->pair(*sentence_, reference.tokens.begin)) take(keep(id));
}

// Names and references in the measure's phrase, in order.
void PartyFinder::read_phrase() {
  const TokenRange phrase = measure_->phrase_tokens;
  if (phrase.begin == phrase.end) return;
  auto reference = sentence_->words(FactList::kReference).begin();
  const auto last = sentence_->words(FactList::kReference).end();
  const auto take_references_before = [&](std::uint32_t token) {
    for (; reference != last && reference->tokens.begin < token; ++reference) {
      const bool inside = reference->tokens.begin + 1 >= phrase.begin && reference->tokens.end <= phrase.end;
      if (inside) take_reference(*reference);
    }
  };
  for (const Party& party : sentence_->parties()) {
    if (!holds(phrase, party.tokens) || party.kind == Party::Kind::kPerson) continue;
    take_references_before(party.tokens.begin);
    take_party(party);
    reading_.source = "stated";
  }
  take_references_before(phrase.end);
  if (!reading_.owner.empty() && reading_.source.empty()) reading_.source = "context";
}

std::string_view PartyFinder::referent(const FoundEntry& reference) const {
  if (reference.cell(0) == "organisation") return discourse_->organisation(*sentence_, reference.tokens.begin);
  return reference.cell(0) == "region" ? discourse_->region(*sentence_, reference.tokens.begin)
                                       : discourse_->country(*sentence_, reference.tokens.begin);
}

// "Kuantyrov said", "according to the ministry", "…," said Kuantyrov: who speaks is not whom the figure is about.
bool PartyFinder::speaks(const Party& party) const {
  if (sentence_->covering(FactList::kSpeechVerb, party.tokens.end) != nullptr) return true;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  if (opening == sentence_->tokens().begin) return false;
  if (sentence_->is(opening - 1, "to") && opening >= sentence_->tokens().begin + 2 && sentence_->is(opening - 2, "according")) return true;
  const bool ends = party.tokens.end >= sentence_->tokens().end || sentence_->role(party.tokens.end) == WordRole::kMark;
  return ends && sentence_->covering(FactList::kSpeechVerb, opening - 1) != nullptr;
}

bool PartyFinder::is_adverbial(const Party& party, std::uint32_t begin) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, begin);
  return opening > begin && sentence_->is_any(opening - 1, {"in", "at", "on", "from", "under", "during"});
}

void PartyFinder::read_subjects_in(TokenRange tokens) {
  const auto free = [&](TokenRange found) { return holds(tokens, found) && !holds(measure_->phrase_tokens, found); };
  std::vector<std::pair<std::uint32_t, std::string_view>> found;
  for (const Party& party : sentence_->parties()) {
    const bool counts = free(party.tokens) && party.kind != Party::Kind::kPerson && !is_adverbial(party, tokens.begin) && !speaks(party);
    if (counts) found.emplace_back(party.tokens.begin, id_of(party));
  }
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    if (!free(reference.tokens)) continue;
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

// What the clause is about stands before its verb; behind "With $1.2 trillion invested, …" it follows.
void PartyFinder::read_subjects() {
  read_subjects_in({clause_.begin, std::min(first_verb(*sentence_, clause_), at_.begin)});
  if (subjects_.empty() && clause_.begin < at_.begin) read_subjects_in({std::max(clause_.begin, floor_), at_.begin});
  const bool leads = sentence_->is_any(clause_.begin, {"with", "of", "at", "by"});
  if (subjects_.empty() && leads) {
    std::uint32_t comma = at_.end;
    while (comma < clause_.end && !sentence_->is(comma, ",")) ++comma;
    read_subjects_in({comma, first_verb(*sentence_, {comma, clause_.end})});
  }
  const bool goes_on =
      !earlier_.empty() && !earlier_.front().subject.empty() && (measure_->kind == ReadingKind::kShare || !is_relational(measure_->flow));
  if (subjects_.empty() && goes_on) subjects_.push_back(earlier_.front().subject);
  if (!subjects_.empty()) reading_.subject = subjects_.front();
}

void PartyFinder::fill_ends() {
  const std::string& subject = reading_.subject;
  if (subject.empty() || subject == reading_.owner || subject == reading_.partner) return;
  const bool one_sided = measure_->kind == ReadingKind::kShare || measure_->kind == ReadingKind::kRank;
  if (one_sided) {
    if (reading_.partner.empty()) reading_.partner = subject;
  } else if (reading_.owner.empty()) {
    reading_.owner = subject;
  } else if (reading_.partner.empty() && is_relational(measure_->flow)) {
    reading_.partner = subject;
  }
}

// "bilateral", "mutual": between two, though one is named.
bool PartyFinder::is_mutual() const {
  for (const std::string_view word : {"bilateral", "mutual", "two-way"}) {
    if (measure_->phrase.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string_view PartyFinder::other_country_before() const {
  std::string_view other;
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.end > at_.begin) break;
    if (party.kind == Party::Kind::kCountry && party.id != reading_.owner) other = party.id;
  }
  return other;
}

void PartyFinder::complete_pair() {
  std::string& missing = reading_.owner.empty() ? reading_.owner : reading_.partner;
  const std::string known = reading_.owner.empty() ? reading_.partner : reading_.owner;
  constexpr std::size_t kCountryCode = 2;
  const std::vector<std::string> pair = discourse_->pair(*sentence_, at_.begin);
  for (const std::string& id : pair) {
    if (missing.empty() && id != known && id.size() == kCountryCode) missing = id;
  }
  if (missing.empty() && !pair.empty() && pair.front() != known) missing = pair.front();
}

// A measure between two of which the clause names one, or none: the other is in the reader's mind.
void PartyFinder::complete() {
  const bool none = reading_.owner.empty() && reading_.partner.empty();
  const PartyReading* last = earlier_.empty() ? discourse_->parties() : &earlier_.front();
  const bool is_joint = measure_->id.starts_with("agreements.") || measure_->id.starts_with("investment.projects");
  if (none && (is_relational(measure_->flow) || is_joint)) {
    reading_.source = "context";
    if (last != nullptr && is_relational(measure_->flow) && !last->partner.empty()) {
      reading_.owner = last->owner;
      reading_.partner = last->partner;
    } else if (measure_->flow == Flow::kPair || is_joint) {
      for (const std::string& id : discourse_->pair(*sentence_, at_.begin)) take(keep(id));
    }
    return;
  }
  const bool lacks_partner = !reading_.owner.empty() && reading_.partner.empty();
  if (measure_->flow == Flow::kInvest && lacks_partner) {
    reading_.partner = other_country_before();
  } else if (measure_->flow == Flow::kPair && (is_mutual() || !lacks_partner || measure_->in_trade)) {
    if (reading_.owner.empty() || reading_.partner.empty()) complete_pair();
  } else if (is_relational(measure_->flow) && reading_.owner.empty()) {
    complete_pair();
  }
}

void PartyFinder::collect() {
  add(reading_.owner);
  add(reading_.partner);
  for (const std::string_view id : others_) add(id);
  const bool about_subject = measure_->flow == Flow::kNone || measure_->kind != ReadingKind::kLevel || reading_.parties.empty();
  if (about_subject) {
    for (const std::string_view id : subjects_) add(id);
  }
  if (measure_->kind == ReadingKind::kShare && subjects_.empty() && !earlier_.empty()) {
    for (const std::string& id : earlier_.back().parties) add(id);
  }
  if (reading_.parties.empty() && measure_->id.starts_with("company.") && discourse_->topic_organisation().empty()) {
    add(discourse_->organisation(*sentence_, at_.begin));
    reading_.source = "context";
  }
  // A share, a growth or a number of things with no name near it goes on with what was told before.
  const bool goes_on = measure_->kind != ReadingKind::kLevel && measure_->kind != ReadingKind::kRank;
  if (reading_.parties.empty() && goes_on && discourse_->parties() != nullptr) {
    for (const std::string& id : discourse_->parties()->parties) add(id);
    reading_.source = "context";
  }
  if (reading_.parties.empty()) {
    const bool of_company = measure_->id.starts_with("company.") || measure_->level_id.starts_with("company.");
    add(of_company ? discourse_->topic_organisation() : discourse_->topic_country());
    if (!reading_.parties.empty()) reading_.source = "topic";
  }
  if (reading_.subject.empty()) reading_.subject = reading_.owner;
}

void PartyFinder::set_flow() {
  switch (measure_->flow) {
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
void PartyFinder::replace_subject(const PartyReading& earlier) {
  reading_ = earlier;
  reading_.source = "context";
  std::string_view now;
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.begin < floor_ || party.tokens.end > at_.begin || party.kind == Party::Kind::kPerson || speaks(party)) continue;
    now = party.id;
  }
  const bool is_new = !now.empty() && std::find(earlier.parties.begin(), earlier.parties.end(), now) == earlier.parties.end();
  if (!is_new || earlier.subject.empty()) return;
  for (std::string* id : {&reading_.owner, &reading_.partner, &reading_.from, &reading_.to}) {
    if (*id == earlier.subject) *id = now;
  }
  std::replace(reading_.parties.begin(), reading_.parties.end(), earlier.subject, std::string(now));
  reading_.subject = now;
}

}  // namespace attest

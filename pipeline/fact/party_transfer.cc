// The part of PartyFinder that tells who gives from who receives, and whence and where people go.
#include <algorithm>

#include "fact/party_finder.h"

namespace attest {
namespace {

// "trade between Chad and the EU": a union trades like a state.
bool can_trade(const Party& party) { return is_state(party) || party.bloc; }

}  // namespace

// The last verb of giving or receiving before the figure is one of receiving.
bool PartyFinder::is_received() const {
  bool received = false;
  for (const FoundEntry& word : sentence_->words(FactList::kTransactionWord)) {
    if (word.tokens.end > at_.begin) break;
    if (word.cell(0) == "gives" || word.cell(0) == "receives") received = word.cell(0) == "receives";
  }
  return received;
}

// "will sell Peru [20 jets]", "provides Peru with a loan of [$5 million]": the name right behind a verb of giving.
std::string_view PartyFinder::indirect_object() const {
  const std::uint32_t limit = limit_behind();
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.begin <= clause_.begin || party.tokens.end > limit || party.adjective || !counts(i)) continue;
    const std::uint32_t verb = sentence_->is(party.tokens.begin - 1, "the") ? party.tokens.begin - 2 : party.tokens.begin - 1;
    const FoundEntry* gives = sentence_->covering(FactList::kTransactionWord, verb);
    const WordRole next = sentence_->role(party.tokens.end);
    const bool leads = next == WordRole::kDeterminer || next == WordRole::kFigure || next == WordRole::kAdverb ||
                       sentence_->is_any(party.tokens.end, {"with", "up", "more", "about", "around"});
    if (gives != nullptr && gives->cell(0) == "gives" && leads) return id_of(party);
  }
  return {};
}

// Whoever gave what the text told of last, or the bank that it names.
std::string_view PartyFinder::last_giver() const {
  const MeasureReading* measure = discourse_->measure();
  if (measure != nullptr && measure->flow == Flow::kLend && !discourse_->parties()->owner.empty()) return discourse_->parties()->owner;
  return discourse_->lender(*sentence_, at_.begin);
}

bool PartyFinder::is_named_here(std::string_view id) const {
  const auto parties = sentence_->parties();
  return std::any_of(parties.begin(), parties.end(), [id](const Party& party) { return party.id == id; });
}

// "Peru will receive [$5 million]", "Peru received [$5 million] from the World Bank": to the subject.
void PartyFinder::turn_receiver() {
  const bool from_other = measured_id() == "finance.amount" && is_received() && !subjects_.empty() && names_state(subjects_.front()) &&
                          !reading_.owner.empty() && reading_.owner != subjects_.front() && reading_.partner.empty();
  if (from_other) {  // "Chad received [$5 million] from the fund"
    reading_.from = reading_.owner;
    reading_.to = reading_.partner = subjects_.front();
    return;
  }
  if (!reading_.partner.empty() || !is_received()) return;
  const bool is_subject = std::find(subjects_.begin(), subjects_.end(), reading_.owner) != subjects_.end();
  if (!is_subject || !is_named_here(reading_.owner)) return;
  reading_.partner = reading_.owner;
  reading_.owner.clear();
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.begin < at_.begin || party.tokens.end > limit_behind() || !counts(i)) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, at_.end);
    const bool gives = opening > at_.end && sentence_->is(opening - 1, "from") && id_of(party) != reading_.partner;
    if (reading_.owner.empty() && gives) reading_.owner = id_of(party);
  }
  if (reading_.owner.empty() && last_giver() != reading_.partner) reading_.owner = last_giver();
  if (measure_->flow == Flow::kLend || reading_.owner.empty()) return;
  reading_.from = reading_.owner;
  reading_.to = reading_.partner;
}

// "The bank has [16 projects] worth [$5 million]": in the country that the text is about.
void PartyFinder::complete_lent() {
  const std::string_view id = measured_id();
  const bool lends = id == "loan.amount" || id == "aid.amount" || id == "finance.amount" || id.starts_with("investment.");
  const std::string& home = discourse_->topic().country;
  if (!lends || !reading_.partner.empty() || reading_.owner == home || !others_.empty()) return;
  const std::string_view owner = reading_.owner.empty() && !subjects_.empty() ? subjects_.front() : std::string_view(reading_.owner);
  const bool by_lender = !owner.empty() && discourse_->is_lender(*sentence_, owner);
  // "The bank approved [$5 million] from its fund to build roads in Chad"
  const bool for_lender = !owner.empty() && !subjects_.empty() && discourse_->is_lender(*sentence_, subjects_.front());
  if (!by_lender && !for_lender) return;
  reading_.owner = owner;
  const std::string_view named = state_told_of();
  reading_.partner = named.empty() ? std::string_view(home) : named;
}

// "Norvale opened a [$6 million] plant in Peru": of both.
void PartyFinder::complete_site() {
  const std::string_view id = measured_id();
  const bool sited = id == "project.value" || id == "company.capacity";
  const std::string_view owner = subjects_.empty() ? std::string_view(reading_.owner) : subjects_.front();
  const bool of_body = discourse_->is_organisation(owner) ||
                       std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                                   [&](const Party& party) { return party.id == owner && party.kind == Party::Kind::kOrganisation; });
  if (sited && of_body && !names_state(reading_.owner)) others_.push_back(state_told_of());
}

// "China leads. […] Russia is [second] with $9 billion": in trade with the one that the fact before was on.
void PartyFinder::complete_rank() {
  if (measure_->kind != ReadingKind::kRank || subjects_.size() != 1 || !reading_.owner.empty()) return;
  if (!reading_.partner.empty() && reading_.partner != subjects_.front()) return;
  const PartyReading* last = earlier_.empty() ? discourse_->parties() : &earlier_.back();
  constexpr std::size_t kCountryCode = 2;
  const std::string_view now = subjects_.front();
  if (last == nullptr || now.size() != kCountryCode || contains(last->parties, now)) return;
  if (last->owner.size() != kCountryCode || last->partner.size() != kCountryCode || !is_told_of_flow()) return;
  const std::string other = last->subject == last->owner ? last->partner : last->owner;
  reading_.subject = reading_.partner = now;
  reading_.owner = other;
}

// "imports from African countries such as Niger ([$5 million])": from that one.
void PartyFinder::narrow_region() {
  const std::string_view counted = name_counted();
  if (counted.empty()) return;
  for (std::string* id : {&reading_.owner, &reading_.partner}) {
    if (id->empty() || !regions_->holds(*id, counted)) continue;
    if (reading_.from == *id) reading_.from = counted;
    if (reading_.to == *id) reading_.to = counted;
    *id = counted;
    reading_.subject = counted;
  }
}

// The fact before, or that of the sentence before, is on what goes between two.
bool PartyFinder::is_told_of_flow() const {
  const MeasureReading* measure = discourse_->measure();
  return measure != nullptr && is_relational(measure->flow);
}

// "Sales of [$6 billion] were made between Chad and Niger": of those two.
void PartyFinder::read_between_behind() {
  const bool fits =
      (measure_->flow == Flow::kNone || measure_->flow == Flow::kPair) && reading_.partner.empty() && subjects_.empty() && unit_ != "km";
  if (!fits) return;
  for (std::size_t i = 1; i < sentence_->parties().size(); ++i) {
    const Party& first = sentence_->parties()[i - 1];
    const Party& second = sentence_->parties()[i];
    const bool here = first.tokens.begin >= at_.end && second.tokens.end <= clause_.end && !first.city && !second.city;
    if (!here || !can_trade(first) || !can_trade(second) || !counts(i - 1) || !counts(i) || !is_between(first, second)) continue;
    if (!reading_.owner.empty() && reading_.owner != id_of(first) && reading_.owner != id_of(second)) return;
    reading_.owner = id_of(first);
    reading_.partner = id_of(second);
    reading_.source = "stated";
    return;
  }
}

// "[300 Chadian traders]": a state's adjective in the words for what is counted.
bool PartyFinder::counts_nationals() const {
  const auto parties = sentence_->parties();
  const TokenRange phrase = measure_->phrase_tokens;
  return measure_->kind == ReadingKind::kCount && std::any_of(parties.begin(), parties.end(), [&](const Party& party) {
           return party.adjective && party.kind == Party::Kind::kCountry && party.tokens.begin >= phrase.begin &&
                  party.tokens.end <= phrase.end;
         });
}

// "[5,000 people] have fled Chad for Niger", "[300 Chadians] working in Niger": of both states.
void PartyFinder::read_migration() {
  const std::string_view id = measured_id();
  const bool of_people = id == "people.count" || id == "conflict.displaced";
  const bool counted = of_people || id == "companies.count" || counts_nationals();
  if (!counted || measure_->kind == ReadingKind::kShare || subjects_.size() > 1) return;
  const TokenRange range{id == "companies.count" ? clause_.begin : at_.end, limit_behind()};
  const auto leads = [&](std::uint32_t token) {
    if (sentence_->is_any(token, {"in", "into", "to", "across"}) || (of_people && sentence_->is(token, "from"))) return true;
    return of_people && (sentence_->role(token) == WordRole::kVerb || sentence_->role(token) == WordRole::kParticiple);
  };
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool here = party.tokens.begin >= range.begin && party.tokens.end <= range.end && is_state(party) && !party.adjective;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, range.begin);
    if (here && counts(i) && opening > range.begin && leads(opening - 1)) others_.push_back(id_of(party));
  }
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    const bool here = reference.tokens.begin > range.begin && reference.tokens.end <= range.end && reference.cell(0) == "country";
    if (here && leads(reference.tokens.begin - 1) && is_reference(reference)) others_.push_back(other_country(reference));
  }
  const Topic& topic = discourse_->topic();
  const bool at_home = id == "companies.count" && others_.empty() && counts_nationals() && !topic.partner.empty();
  if (at_home && reading_.owner == topic.country) others_.emplace_back(topic.partner);
  if (at_home && reading_.owner == topic.partner) others_.emplace_back(topic.country);
}

// "Peru bought ore from the country", "Chinese firms in the country": not the one that the clause tells of, but the text's other.
std::string_view PartyFinder::other_country(const FoundEntry& reference) {
  const std::string_view named = referent(reference);
  const std::uint32_t word = reference.tokens.begin;
  const bool acts = std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    const bool before = party.id == named && party.tokens.begin >= clause_.begin && party.tokens.end < word;
    return before && (party.adjective || has_verb_between(party.tokens.end, word));
  });
  if (!acts || !sentence_->is_any(word - 1, {"from", "to", "with", "in", "into"})) return named;
  const Topic& topic = discourse_->topic();
  if (!topic.country.empty() && topic.country != named) return topic.country;
  for (const std::string& id : discourse_->pair(*sentence_, word)) {
    if (id != named) return keep(id);
  }
  return named;
}

}  // namespace attest

// The part of PartyFinder that adds whom the clause leaves to the reader's mind.
#include <algorithm>
#include <utility>

#include "fact/noun_phrase.h"
#include "fact/party_finder.h"

namespace attest {

// "bilateral", "mutual": between two, though one is named.
bool PartyFinder::is_mutual() const {
  for (const std::string_view word : {"bilateral", "joint", "mutual", "two-way", "two way"}) {
    if (measure_->phrase.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string_view PartyFinder::other_country_before() const {
  std::string_view other;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.end > at_.begin) break;
    if (party.kind == Party::Kind::kCountry && !party.city && party.id != reading_.owner && roles_.of(i) != PartyRole::kModifier)
      other = party.id;
  }
  return other;
}

bool PartyFinder::names_state(std::string_view id) const {
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                     [id](const Party& party) { return party.id == id && is_state(party); });
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

// The one country that the clause names as a place or receiver, or "the country" in it: "in Peru the bank has lent [$5 million]".
std::string_view PartyFinder::state_told_of() const {
  std::string_view state;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool in_clause = party.tokens.begin >= clause_.begin && party.tokens.end <= clause_.end;
    const bool is_country = party.kind == Party::Kind::kCountry && !party.city && roles_.of(i) != PartyRole::kModifier;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, clause_.begin);
    const bool receives = opening > sentence_->tokens().begin && sentence_->is_any(opening - 1, {"in", "for", "to", "across"});
    if (!in_clause || !is_country || !receives || id_of(party) == reading_.owner) continue;
    if (!state.empty() && state != id_of(party)) return {};
    state = id_of(party);
  }
  for (const FoundEntry& reference : sentence_->words(FactList::kReference)) {
    const bool in_clause = reference.tokens.begin >= clause_.begin && reference.tokens.end <= clause_.end;
    if (state.empty() && reference.cell(0) == "country" && in_clause) state = referent(reference);
  }
  return state;
}

// "Germany promised $5 million": to whom the clause names, or the text is about.
void PartyFinder::complete_receiver() {
  const bool gives = measure_->id == "aid.amount" || measure_->id == "loan.amount";
  turn_receiver();
  // "Peru will receive [$5 million] in loans from the bank", "Peru will get a [$5 million] loan to dredge the port of Norvale"
  const bool gets = is_received() && !subjects_.empty() && names_state(subjects_.front()) && !reading_.owner.empty();
  if (gets && subjects_.front() != reading_.owner) {
    if (!reading_.partner.empty() && reading_.partner != subjects_.front()) others_.push_back(keep(reading_.partner));
    reading_.partner = subjects_.front();
  }
  // "In Peru, a credit of [$5 million] will pay for a road": to where it goes
  const std::uint32_t begin = sentence_->tokens().begin;
  const bool placed =
      reading_.partner.empty() && sentence_->is(begin, "in") &&
      std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
        return party.tokens.begin == begin + 1 && party.kind == Party::Kind::kCountry && !party.adjective && party.id == reading_.owner;
      });
  if (placed) reading_.partner = std::exchange(reading_.owner, std::string(last_giver()));
  // "The loan of [$5 million] will be used in the north": from the bank that the text tells of.
  const std::string_view lender = last_giver();
  const bool nobody = unit_ != "%" && reading_.owner.empty() && reading_.partner.empty() && subjects_.empty();
  const bool told_of = measure_->id == "loan.amount" || lender == discourse_->topic().organisation ||
                       (discourse_->measure() != nullptr && discourse_->measure()->flow == Flow::kLend);
  if (nobody && told_of && !lender.empty() && discourse_->is_lender(*sentence_, lender)) reading_.owner = lender;
  // "It approved [$5 million] in grants to Peru": likewise.
  const bool giver_told = unit_ != "%" && reading_.owner.empty() && !reading_.partner.empty() && subjects_.empty() && gives;
  if (giver_told && !lender.empty() && lender != reading_.partner && discourse_->is_lender(*sentence_, lender)) reading_.owner = lender;
  const std::string_view named = state_told_of();
  const Topic& topic = discourse_->topic();
  const std::string_view about = topic.is_organisation && topic.reports ? topic.country : topic.main();
  const std::string_view home = named.empty() ? about : named;
  if (!gives || reading_.owner.empty() || !reading_.partner.empty() || home.empty() || reading_.owner == home) return;
  reading_.partner = home;
}

// "exported $5 billion to Chile and imported $3 billion, a surplus of $2 billion": of the trade of those two.
void PartyFinder::complete_balance() {
  if (!reading_.partner.empty() || earlier_.empty() || earlier_.back().owner.empty() || earlier_.back().partner.empty()) return;
  const PartyReading& trade = earlier_.back();
  if (!reading_.owner.empty() && reading_.owner != trade.owner && reading_.owner != trade.partner) return;
  if (reading_.owner.empty()) reading_.owner = trade.owner;
  reading_.partner = reading_.owner == trade.owner ? trade.partner : trade.owner;
}

// "exports to China were $2 billion, and imports $10 billion": of the same two. "China has a fifth of the trade. Russia's share is 18%":
// of the same owner's trade, with another.
bool PartyFinder::complete_from_fact_before() {
  const PartyReading* last = earlier_.empty() ? discourse_->near_parties() : &earlier_.back();
  if (!is_relational(measure_->flow) || measure_->flow == Flow::kInvest || last == nullptr || last->partner.empty()) return false;
  const bool one_end = reading_.owner.empty() != reading_.partner.empty();
  if (!one_end) return false;
  const std::string known = reading_.owner.empty() ? reading_.partner : reading_.owner;
  if (!earlier_.empty() && known == last->owner) {
    reading_.owner = last->owner;
    reading_.partner = last->partner;
    return true;
  }
  const bool another_share = measure_->kind == ReadingKind::kShare && last->subject == last->partner && known != last->owner;
  if (!another_share) return false;
  reading_.owner = last->owner;
  reading_.partner = known;
  reading_.subject = known;
  return true;
}

// Agreements, and projects of two.
bool PartyFinder::is_joint() const {
  const bool two_sided = !discourse_->topic().partner.empty() || discourse_->pair_is_near() || is_mutual();
  return measure_->id.starts_with("agreements.") || (measure_->id.starts_with("investment.projects") && two_sided);
}

// A measure between two of which the clause names one, or none: the other is in the reader's mind.
void PartyFinder::complete() {
  const bool none = reading_.owner.empty() && reading_.partner.empty();
  if (measure_->flow == Flow::kLend) return complete_receiver();
  if (measured_id() == "finance.amount") return turn_receiver();
  if (measure_->in_trade || measure_->id == "trade.surplus" || measure_->id == "trade.deficit") complete_balance();
  if (complete_from_fact_before()) return;
  if (is_joint() && is_with_ && reading_.partner.empty()) {
    const std::string_view home = discourse_->in_focus(OwnerKind::kAny);
    if (home == reading_.owner && subjects_.empty()) return complete_pair();
    if (home != reading_.owner) reading_.partner = std::exchange(reading_.owner, std::string(home));
    return;
  }
  if (reading_.owner.empty() && !reading_.partner.empty() && tells_of_inflow()) return;  // "FDI to Chad"
  // "exports were $5 billion, or 60 percent of the turnover, while imports …": of the same one.
  const bool of_same =
      none && !earlier_.empty() && earlier_.front().partner.empty() && !earlier_.front().owner.empty() && subjects_.empty();
  if (of_same && (measure_->flow == Flow::kOut || measure_->flow == Flow::kIn || measure_->kind == ReadingKind::kShare)) {
    reading_.owner = earlier_.front().owner;
    reading_.source = "context";
    return;
  }
  if (none && (is_relational(measure_->flow) || is_joint())) return complete_both();
  if (!is_relational(measure_->flow)) return;
  if (reading_.owner.empty()) {
    std::string_view home = discourse_->in_focus(OwnerKind::kAny);
    if (home == reading_.partner) home = discourse_->topic().main();
    if (!home.empty() && home != reading_.partner) {
      reading_.owner = home;
      if (reading_.subject.empty()) reading_.subject = reading_.partner;  // the one that is named is the one that a list changes
    } else {
      complete_pair();
    }
  } else if (reading_.partner.empty()) {
    complete_partner();
  }
}

// "Peru sold $2 billion of ore to China. […] the volume of ore exports was 20% more": the same flow, unless it is that to all others.
bool PartyFinder::is_told_again() const {
  const MeasureReading* last = discourse_->measure();
  if (last == nullptr || !earlier_.empty() || measured_id().empty() || measure_->kind == ReadingKind::kShare) return false;
  const std::string_view id = last->id.empty() ? std::string_view(last->level_id) : std::string_view(last->id);
  const bool directed = measure_->flow == Flow::kOut || measure_->flow == Flow::kIn;
  const TokenRange phrase = measure_->phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (sentence_->is_any(token, {"total", "overall", "all"})) return false;
  }
  return directed && id == measured_id();
}

// The clause names nobody: those of the fact before, or the two that the text is about.
void PartyFinder::complete_both() {
  reading_.source = "context";
  const bool is_balance = measured_id() == "trade.deficit" || measured_id() == "trade.surplus";
  const PartyReading* last = earlier_.empty() ? discourse_->near_parties() : &earlier_.front();
  const std::string& phrase = measure_->kind == ReadingKind::kGrowth ? measure_->level_phrase : measure_->phrase;
  const bool bare = phrase.find(' ') == std::string::npos || measure_->flow == Flow::kPair;
  const bool goes_on = is_relational(measure_->flow) && bare && measure_->kind != ReadingKind::kShare;
  if (last != nullptr && (goes_on || is_told_again()) && !last->partner.empty()) {
    reading_.owner = last->owner;
    reading_.partner = last->partner;
  } else if (is_joint() || (measure_->flow == Flow::kPair && !measure_->in_trade && (!is_balance || is_mutual()))) {
    const std::vector<std::string> pair = discourse_->pair(*sentence_, at_.begin);
    constexpr std::size_t kCountryCode = 2;
    const bool of_regions = measured_id().starts_with("cargo.") && !pair.empty() &&
                            (pair.front().size() != kCountryCode || pair.back().size() != kCountryCode);  // "between Europe and Asia"
    if (of_regions && !is_mutual()) return;
    const bool fits = discourse_->pair_is_near() || is_mutual() || (!pair.empty() && contains(pair, discourse_->topic().country));
    for (const std::string& id : pair) {
      if (fits) take(keep(id));
    }
  }
}

// "China's Norvale will invest $5 million" in a text on Peru.
bool PartyFinder::names_foreign_body() const {
  const std::string& home = discourse_->topic().country;
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    const auto before = [&](const Party& owner) {
      const bool describes = owner.kind == Party::Kind::kCountry && owner.id != home && owner.tokens.end < party.tokens.begin;
      return describes && roles_.of(static_cast<std::size_t>(&owner - sentence_->parties().data())) == PartyRole::kModifier;
    };
    return party.id == reading_.owner && party.kind == Party::Kind::kOrganisation && party.tokens.end <= at_.begin &&
           std::any_of(sentence_->parties().begin(), sentence_->parties().end(), before);
  });
}

// "Chad's trade with China grew. […] Niger showed a decrease in trade volumes": with the one that the trade told of before was with.
std::string_view PartyFinder::constant_end() const {
  const MeasureReading* measure = discourse_->measure();
  const PartyReading* last = discourse_->parties();
  const bool of_pair = measure != nullptr && measure->flow == Flow::kPair && !measure->in_trade && !measure_->in_trade;
  const bool of_trade = of_pair && measured_id().starts_with("trade.") && names_state(reading_.owner);
  if (!of_trade || last->partner.empty() || contains(last->parties, reading_.owner)) return {};
  const TokenRange phrase = measure_->phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (sentence_->is_any(token, {"foreign", "external", "total", "overall"})) return {};
  }
  // "China's trade with Central Asia grew. […] Niger leads in trade": a member of the region, with the one that the trade was with.
  if (regions_->holds(last->partner, reading_.owner)) return last->owner;
  if (regions_->holds(last->owner, reading_.owner)) return last->partner;
  if (last->subject == last->owner) return last->partner;
  return last->subject == last->partner ? std::string_view(last->owner) : std::string_view();
}

// "the two countries" in the clause.
bool PartyFinder::names_pair() const {
  const auto words = sentence_->words(FactList::kReference);
  return std::any_of(words.begin(), words.end(), [&](const FoundEntry& word) {
    return word.cell(0) == "pair" && word.tokens.begin >= clause_.begin && word.tokens.end <= clause_.end;
  });
}

// "India's tea exports rose. […] Egypt bought [8 million kg]": of those exports.
std::string_view PartyFinder::seller_told_of() const {
  const MeasureReading* told = discourse_->measure();
  const PartyReading* sellers = discourse_->parties();
  const bool sold = told != nullptr && (told->id == "trade.exports" || told->level_id == "trade.exports" || told->id == "economy.sales");
  if (!sold || sellers->owner == reading_.owner || !(sellers->from.empty() || sellers->from == sellers->owner)) return {};
  return sellers->owner;
}

// The clause names one end only.
void PartyFinder::complete_partner() {
  if (measure_->flow == Flow::kInvest) {
    if (is_mutual() && discourse_->pair_is_near()) return complete_pair();
    if (is_inward()) return;
    reading_.partner = other_country_before();
    const bool foreign = reading_.partner.empty() && !discourse_->is_organisation(reading_.owner) && names_state(reading_.owner);
    const bool of_abroad = foreign || (names_foreign_body() && !discourse_->topic().is_organisation);
    if (of_abroad && reading_.owner != discourse_->topic().country) reading_.partner = discourse_->topic().country;
    if (reading_.partner.empty() && discourse_->is_organisation(reading_.owner)) reading_.partner = state_told_of();
    return;
  }
  if (measure_->id == "trade.imports" && measure_->from_verb) reading_.partner = seller_told_of();
  const bool mutual = measure_->flow == Flow::kPair && (is_mutual() || names_pair());
  if (!mutual && measure_->flow == Flow::kPair) reading_.partner = constant_end();
  if (!reading_.partner.empty()) return;
  if (mutual || (measure_->in_trade && discourse_->near_parties() != nullptr)) complete_pair();
}

// "Sales in Germany fell": of the company that the text is about, there.
void PartyFinder::add_home_of_branch() {
  const std::string_view home = discourse_->in_focus(OwnerKind::kAny);
  const bool is_place = in_place_ && measure_->flow == Flow::kNone && subjects_.empty() && reading_.partner.empty();
  if (is_place && !is_not_lenders(home) && owner_kind() != OwnerKind::kState && !is_priced_on_exchange() &&
      discourse_->is_organisation(home)) {
    reading_.partner = std::exchange(reading_.owner, std::string(home));
    reading_.subject = reading_.partner;
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
  const bool of_people = measured_id().starts_with("conflict.") || measured_id().starts_with("people.");
  if (of_people && reading_.parties.size() > 1) {
    std::erase_if(reading_.parties, [&](const std::string& id) { return discourse_->is_lender(*sentence_, id); });
  }
  if (measure_->kind == ReadingKind::kShare && subjects_.empty() && !earlier_.empty()) {
    for (const std::string& id : earlier_.back().parties) add(id);
  }
  if (reading_.parties.empty()) read_context();
  if (reading_.source.empty() && !reading_.parties.empty()) reading_.source = "sentence";
  if (reading_.subject.empty()) reading_.subject = reading_.owner;
}

// The id of the measure, of what grows or is shared, or of the first measure that its phrase names: of "60% of the population live
// in towns" that of population.
std::string_view PartyFinder::measured_id() const {
  if (!measure_->id.empty()) return measure_->id;
  if (!measure_->level_id.empty()) return measure_->level_id;
  const FoundEntry* named = sentence_->first_from(FactList::kMeasure, measure_->phrase_tokens.begin, measure_->phrase_tokens.end);
  return named == nullptr ? std::string_view() : named->cell(0);
}

OwnerKind PartyFinder::owner_kind() const { return kinds_->owner_of(measured_id()); }

// "copper at $9,000 a tonne": what is traded belongs to nobody.
bool PartyFinder::is_priced_on_exchange() const {
  const std::string_view id = measure_->id.empty() ? std::string_view(measure_->level_id) : std::string_view(measure_->id);
  const bool per_unit = unit_.find('/') != std::string_view::npos && unit_.find("share") == std::string_view::npos;
  return (id == "economy.price" && per_unit) || is_of_market();
}

// "global demand", "world trade".
bool PartyFinder::is_of_world() const {
  const TokenRange phrase = measure_->phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (sentence_->is_any(token, {"global", "world", "worldwide"}) && !sentence_->view().tokens[token].has(token_flag::kAllCaps))
      return true;
  }
  return false;
}

// The last word of the noun phrase that begins at a token.
std::uint32_t PartyFinder::phrase_head(std::uint32_t token) const {
  const TokenRange phrase = phrase_at(*sentence_, token);
  return phrase.begin < phrase.end ? phrase.end - 1 : token;
}

// "the index", "the wider market".
bool PartyFinder::is_of_market() const {
  if (measure_->kind == ReadingKind::kShare) return false;  // "7% of the market"
  const std::uint32_t verb = first_verb(*sentence_, clause_);
  const bool subject = verb < at_.begin && verb > clause_.begin && sentence_->is_any(verb - 1, {"index", "market"});
  const bool behind = sentence_->is(at_.end, "in") && sentence_->is_any(phrase_head(at_.end + 1), {"index", "market"});
  return subject || behind || measure_->phrase.ends_with("index") || measure_->phrase.ends_with("market");
}

// Whom the figures before in this sentence are about, where that can own the measure.
std::string_view PartyFinder::home_in_sentence(OwnerKind kind) const {
  if (earlier_.empty() || earlier_.back().owner.empty()) return {};
  const std::string& owner = earlier_.back().owner;
  const auto party = std::find_if(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& p) { return p.id == owner; });
  const bool is_body = party != sentence_->parties().end() ? party->kind == Party::Kind::kOrganisation : discourse_->is_organisation(owner);
  const bool fits = kind == OwnerKind::kAny || (kind == OwnerKind::kCompany) == is_body;
  return fits ? std::string_view(owner) : std::string_view();
}

// A lender that is meant, and a measure that it has no part in: "a million people live there".
bool PartyFinder::is_not_lenders(std::string_view id) const {
  const std::string_view measured = measured_id();
  const auto begins = [measured](std::string_view kind) { return measured.starts_with(kind); };
  const bool of_lender = measured.empty() || begins("loan.") || begins("aid.") || begins("finance.") || begins("investment.");
  return !of_lender && discourse_->is_lender(*sentence_, id);
}

// What is measured is the country's that is lent to.
std::string_view PartyFinder::state_of_lender() const {
  const std::string_view named = state_told_of();
  return named.empty() ? discourse_->in_focus(OwnerKind::kState) : named;
}

// "CPEC has created [5,000] jobs": nobody but a programme is named; those whose it is.
bool PartyFinder::read_programme() {
  const FoundEntry* programme = sentence_->first_from(FactList::kInitiativeMember, clause_.begin, clause_.end);
  if (programme == nullptr || owner_kind() == OwnerKind::kCompany) return false;
  std::string_view codes = programme->cell(0);
  while (!codes.empty()) {
    const std::size_t space = std::min(codes.find(' '), codes.size());
    take(codes.substr(0, space));
    add(codes.substr(0, space));
    codes.remove_prefix(std::min(space + 1, codes.size()));
  }
  // Its home is named first, who pays for it behind.
  if (measure_->flow == Flow::kInvest || measure_->flow == Flow::kLend) std::swap(reading_.owner, reading_.partner);
  reading_.source = "sentence";
  return true;
}

// Nobody is named: whom the paragraph, or the document, is about.
void PartyFinder::read_context() {
  if (read_programme()) return;
  if (is_priced_on_exchange() || is_of_world()) return;
  const OwnerKind kind = owner_kind();
  std::string_view home = home_in_sentence(kind);
  constexpr std::size_t kCountryCode = 2;
  // "The bank lent Peru $5 million. […] [A million people] will gain": of the country that got it.
  const PartyReading* near = discourse_->near_parties();
  const bool was_given = near != nullptr && near->owner.size() > kCountryCode && near->partner.size() == kCountryCode;
  if (home.empty() && was_given && kind != OwnerKind::kCompany) home = near->partner;
  if (home.empty()) home = discourse_->in_focus(kind);
  if (is_not_lenders(home)) home = state_of_lender();
  if (home.empty() && kind == OwnerKind::kCompany) {
    const auto speaker = roles_.speaker_before(sentence_->tokens().end);
    const bool of_its_own =
        speaker && sentence_->parties()[*speaker].kind == Party::Kind::kOrganisation && !sentence_->parties()[*speaker].reporter;
    if (of_its_own) home = sentence_->parties()[*speaker].id;
  }
  if (home.empty()) return;
  add(home);
  const std::string& investor = discourse_->topic().investor;
  if (measure_->flow == Flow::kInvest && home == discourse_->topic().country && !investor.empty()) {
    add(investor);
    reading_.owner = investor;
    reading_.partner = home;
    reading_.source = "topic";
    return;
  }
  bool by_state = false;
  for (std::uint32_t token = clause_.begin; token < at_.begin; ++token) by_state = by_state || sentence_->is(token, "government");
  // What donors give, and banks lend, is for whom the text is about.
  const bool lent = measure_->id == "loan.amount" || measure_->id == "finance.amount";
  const std::string_view giver = lent && home.size() == kCountryCode ? discourse_->lender(*sentence_, at_.begin) : std::string_view();
  const bool receives = (measure_->id == "aid.amount" && !by_state) || (!giver.empty() && giver != home);
  (receives ? reading_.partner : reading_.owner) = home;
  if (receives && reading_.owner.empty() && giver != home) {
    reading_.owner = giver;
    add(giver);
  }
  const Topic& topic = discourse_->topic();
  reading_.source = home == topic.main() ? "topic" : "context";
  const bool of_one = near != nullptr && near->parties.size() == 1 && near->parties.front() == home;  // the facts before are, too
  if (home == topic.country && kind == OwnerKind::kAny && !topic.is_organisation && !of_one) {
    add(topic.partner);
    add(topic.third);
  }
}

// "FDI", "foreign investment": told of where it goes more often than of where it is from.
bool PartyFinder::tells_of_inflow() const {
  const std::string& phrase = measure_->kind == ReadingKind::kLevel ? measure_->phrase : measure_->level_phrase;
  const auto holds = [&](std::string_view word) { return phrase.find(word) != std::string::npos; };
  return measure_->flow == Flow::kInvest && (holds("foreign") || holds("inflow") || phrase.starts_with("fdi"));
}

// "Malaysia had [$17 billion] of foreign direct investment": what one state has of it alone has come to it, but for "Malaysian FDI".
bool PartyFinder::is_inward() const {
  if (!tells_of_inflow() || reading_.owner.empty() || !reading_.partner.empty()) return false;
  for (std::uint32_t token = measure_->phrase_tokens.begin; token < measure_->phrase_tokens.end; ++token) {
    if (sentence_->is_any(token, {"outward", "overseas", "abroad"})) return false;
  }
  return std::none_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& party) {
    return party.id == reading_.owner && party.tokens.begin >= measure_->phrase_tokens.begin &&
           party.tokens.end <= measure_->phrase_tokens.end;
  });
}

// Nothing flows from somebody to the same.
void PartyFinder::drop_loop() {
  if (reading_.owner == reading_.partner) reading_.partner.clear();
  if (reading_.from.empty() || reading_.from != reading_.to) return;
  (reading_.from == reading_.owner && measure_->flow != Flow::kIn ? reading_.to : reading_.from).clear();
}

void PartyFinder::set_flow() {
  drop_loop();
  if (measure_->kind == ReadingKind::kRank) {
    reading_.from.clear();
    reading_.to.clear();
    return;
  }
  if (!reading_.from.empty() || !reading_.to.empty()) return;
  switch (measure_->flow) {
    case Flow::kInvest:
      if (is_inward()) {
        reading_.to = reading_.owner;
        break;
      }
      [[fallthrough]];
    case Flow::kOut:
    case Flow::kLend:
      if (!is_joined_) reading_.from = reading_.owner;
      reading_.to = reading_.partner;
      break;
    case Flow::kIn:
      reading_.from = reading_.partner;
      if (!is_joined_) reading_.to = reading_.owner;
      break;
    default:
      break;
  }
}

}  // namespace attest

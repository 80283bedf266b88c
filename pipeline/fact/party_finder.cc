#include "fact/party_finder.h"

#include <algorithm>
#include <utility>

#include "fact/noun_phrase.h"

namespace attest {
namespace {

// "the largest buyer", "its main supplier", "the largest trading partner": the other end of a trade.
bool is_market(const FoundEntry& reference) {
  return reference.cell(0) == "buyer" || reference.cell(0) == "supplier" || reference.cell(0) == "partner" ||
         reference.cell(0) == "exporter";
}

bool holds(TokenRange range, TokenRange tokens) { return tokens.begin >= range.begin && tokens.end <= range.end; }

// "trade between Chad and the EU": a union trades like a state.
bool can_trade(const Party& party) { return is_state(party) || party.bloc; }

}  // namespace

PartyReading PartyFinder::find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                               std::span<const PartyReading> earlier, const Discourse& discourse, std::string_view unit) {
  sentence_ = &sentence;
  discourse_ = &discourse;
  measure_ = &measures[figure];
  // "Peru took second place with [$22 billion]": of what the sentence before told, not of the rank.
  const bool behind_rank = figure == 1 && measures.front().kind == ReadingKind::kRank && measure_->kind != ReadingKind::kRank;
  const auto before = measures.first(figure);
  const bool untold = std::all_of(before.begin(), before.end(), [](const auto& other) { return other.kind == ReadingKind::kNone; });
  earlier_ = behind_rank || untold ? earlier.first(0) : earlier;
  unit_ = unit;
  const std::uint32_t end = sentence.tokens().end;  // an introduction of a list has no figures
  at_ = sentence.figures().empty() ? TokenRange{end, end} : sentence.figures()[figure].tokens;
  clause_ = sentence.clause_around(at_.begin);
  floor_ = sentence.tokens().begin;
  if (figure > 0) floor_ = std::max(sentence.figures()[figure - 1].tokens.end, std::min(measures[figure - 1].phrase_tokens.end, at_.begin));
  reading_ = {};
  is_with_ = in_place_ = is_joined_ = false;
  subjects_.clear();
  others_.clear();
  kept_.clear();
  if (measure_->same_parties && !earlier.empty()) return is_of_market() ? PartyReading() : earlier.back();
  if (read_contender()) return reading_;
  const bool respective = read_respective();
  subjects_.clear();
  reading_ = {};
  if (measure_->inherited && !earlier_.empty()) read_route();
  if (!respective && reading_.partner.empty() && goes_on(measures, figure)) return reading_;
  read_phrase();
  const bool own_phrase = measure_->phrase_tokens.end > floor_ && (!reading_.owner.empty() || !reading_.partner.empty());
  if (is_of_market() && !own_phrase) return {};
  read_end_before();
  read_subjects();
  take_market();
  read_route();
  read_between_behind();
  read_receiver();
  read_bought();
  read_counterparty();
  read_deal();
  read_migration();
  fill_ends();
  read_end_behind();
  if (!respective) read_joined();
  complete();
  complete_lent();
  complete_site();
  complete_rank();
  narrow_region();
  add_home_of_branch();
  collect();
  set_flow();
  note_place_in_list();
  return reading_;
}

// "killed in Chadian air strikes": who struck, where those who came to harm are told of.
bool PartyFinder::attacks(const Party& party) const {
  if (!measured_id().starts_with("conflict.")) return false;
  const bool describes = party.adjective || sentence_->role(party.tokens.end) == WordRole::kPossessive;
  std::uint32_t token = party.tokens.end + (party.adjective ? 0 : 1);
  while (describes && sentence_->role(token) == WordRole::kContent && sentence_->covering(FactList::kAttackNoun, token) == nullptr) ++token;
  return describes && sentence_->covering(FactList::kAttackNoun, token) != nullptr;
}

bool PartyFinder::counts(std::size_t party) const {
  if (attacks(sentence_->parties()[party])) return false;
  if (roles_.of(party) != PartyRole::kOfCompany) return roles_.counts(party);
  return discourse_->organisation(*sentence_, sentence_->parties()[party].tokens.begin).empty();
}

std::string_view PartyFinder::keep(const std::string& id) { return kept_.emplace_back(id); }

void PartyFinder::add(std::string_view id) {
  if (!id.empty() && !contains(reading_.parties, id)) reading_.parties.emplace_back(id);
}

// "the Southeast Asian country" is one that was named before.
std::string_view PartyFinder::id_of(const Party& party) const {
  const bool describes = party.adjective && party.kind == Party::Kind::kRegion &&
                         sentence_->is_any(party.tokens.end, {"country", "nation", "state", "republic"});
  const std::string_view country = describes ? discourse_->country(*sentence_, party.tokens.begin) : std::string_view();
  return country.empty() ? party.id : country;
}

PartyFinder::Place PartyFinder::place_of(const Party& party, TokenRange phrase) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, phrase.begin);
  const bool bought_from = party.adjective && measure_->from_verb && measure_->flow == Flow::kIn;  // "imported Peruvian goods worth"
  if (opening == phrase.begin) return bought_from ? Place::kOtherEnd : Place::kOwner;
  std::uint32_t word = opening - 1;
  // "exports to the member states of the EU"
  if (sentence_->is(word, "of") && sentence_->is_any(word - 1, {"states", "countries", "members", "nations"})) {
    const std::uint32_t members = phrase_opening(*sentence_, word, phrase.begin);
    if (members > phrase.begin && sentence_->is_any(members - 1, {"to", "from", "with", "in", "into"})) word = members - 1;
  }
  if (party.adjective && sentence_->is(word, "of")) return measure_->flow == Flow::kIn ? Place::kOtherEnd : Place::kOwner;
  const bool flows_in = measure_->flow == Flow::kInvest || measure_->flow == Flow::kLend;
  // "exports from Chad to Peru", "imports to Chad": whence goods are sold and whither they are bought is whose trade it is.
  const bool of_seller = measure_->flow == Flow::kOut && sentence_->is_any(word, {"from", "in"});
  const bool of_buyer = measure_->flow == Flow::kIn && sentence_->is_any(word, {"to", "into", "in"});
  if ((of_seller || of_buyer) && reading_.owner.empty()) return Place::kOwner;
  if (sentence_->is(word, "from")) return flows_in ? Place::kGiver : Place::kOtherEnd;
  if (sentence_->covering(FactList::kOtherEndWord, word) != nullptr) return Place::kOtherEnd;
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
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, measure_->phrase_tokens.begin);
  in_place_ = in_place_ || (is_state(party) && opening > measure_->phrase_tokens.begin && sentence_->is(opening - 1, "in"));
  is_with_ = is_with_ || (opening > measure_->phrase_tokens.begin && sentence_->is(opening - 1, "with"));
  const Place place = place_of(party, measure_->phrase_tokens);
  const bool other_end = place == Place::kOtherEnd && measure_->flow != Flow::kNone;
  if (place == Place::kGiver && reading_.partner.empty() && id != reading_.owner) {
    reading_.partner = std::exchange(reading_.owner, std::string(id));  // "Chad's remittances from France"
  } else if (other_end && reading_.partner.empty() && id != reading_.owner) {
    reading_.partner = id;
  } else if (is_further_end(party)) {
    others_.push_back(keep(std::string(id)));                // "loans to Chad and Niger"
  } else if (!other_end || measure_->flow != Flow::kLend) {  // not "a loan to Norvale for a plant in Chad"
    take(id);
  }
}

// "loans for Chad, Peru and Niger": more of those whom the first is one of.
bool PartyFinder::is_further_end(const Party& party) const {
  const bool directed = is_relational(measure_->flow) ? measure_->flow != Flow::kPair : measure_->flow == Flow::kLend;
  return directed && !reading_.partner.empty() && !is_mutual() && is_joined_end(party);
}

// "loans to Chad and Niger".
bool PartyFinder::is_joined_end(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, measure_->phrase_tokens.begin);
  return opening > measure_->phrase_tokens.begin && sentence_->is_any(opening - 1, {"and", ",", "to"});
}

// "the two countries", "the region", "our".
void PartyFinder::take_reference(const FoundEntry& reference) {
  if (!is_reference(reference)) return;
  if (reference.cell(0) == "country") {
    const std::string_view country = other_country(reference);
    const bool other_end = is_relational(measure_->flow) && sentence_->is_any(reference.tokens.begin - 1, {"from", "to", "with"});
    if (!other_end || !reading_.partner.empty() || country == reading_.owner) return take(country);
    reading_.partner = country;
    return;
  }
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
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (!holds(phrase, party.tokens) || !counts(i) || is_end_point(party) || belongs_to_next(party)) continue;
    take_references_before(party.tokens.begin);
    take_party(party);
    reading_.source = "stated";
  }
  take_references_before(phrase.end);
  if (!reading_.owner.empty() && reading_.source.empty()) reading_.source = "context";
}

// "sites between Oslo and Bergen", "from Oslo to Bergen": where something lies or goes, not whom it is about.
bool PartyFinder::is_end_point(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  if (party.city && opening > sentence_->tokens().begin && sentence_->is(opening - 1, "at")) return true;  // "at a Geneva meeting"
  const bool dealt = measure_->id == "company.stake" || measure_->id == "company.deal_value";
  const bool sited = party.city && dealt && opening > sentence_->tokens().begin;
  if (sited && sentence_->is(opening - 1, "in")) return true;  // "a stake in a mine in Lima"
  if (!party.city || is_relational(measure_->flow)) return false;
  return opening > sentence_->tokens().begin && sentence_->is_any(opening - 1, {"between", "and", "from", "to"});
}

// "Kestrel pledged $5 million and Ludlow $3 million": a name right before the next figure.
bool PartyFinder::belongs_to_next(const Party& party) const {
  if (party.tokens.begin < at_.end) return false;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, at_.end);
  if (!sentence_->is_any(opening - 1, {"and", ","})) return false;
  constexpr std::uint32_t kReach = 2;
  return std::any_of(sentence_->figures().begin(), sentence_->figures().end(), [&](const MentionAt& next) {
    return next.tokens.begin >= party.tokens.end && next.tokens.begin <= party.tokens.end + kReach;
  });
}

// "the Dutch company" as well as "the company", but not "company heads" or "a company".
bool PartyFinder::is_reference(const FoundEntry& reference) const {
  if (is_market(reference)) return false;
  if (reference.cell(0) == "organisation" && sentence_->role(reference.tokens.end) == WordRole::kName) return false;  // "the Bank Group"
  if (reference.cell(0) == "organisation" && owner_kind() == OwnerKind::kState) return false;  // "The Fund projects debt to fall"
  const bool may_speak = reference.cell(0) == "organisation" || reference.cell(0) == "country";
  if (may_speak && (roles_.states(reference.tokens.end) || sentence_->is(reference.tokens.end, "of"))) return false;
  if (reference.cell(0) != "organisation_head") return true;
  const std::uint32_t next = reference.tokens.end;
  if (next < sentence_->tokens().end && (sentence_->role(next) == WordRole::kContent || sentence_->role(next) == WordRole::kName))
    return false;
  std::uint32_t begin = reference.tokens.begin;
  while (begin > sentence_->tokens().begin) {
    const WordRole role = sentence_->role(begin - 1);
    const bool belongs = role == WordRole::kContent || role == WordRole::kName || role == WordRole::kParticiple ||
                         role == WordRole::kMark || role == WordRole::kPossessive;
    if (!belongs || sentence_->is(begin - 1, ",")) break;
    --begin;
  }
  return begin > sentence_->tokens().begin && sentence_->is_any(begin - 1, {"the", "this"}) && !roles_.states(next);
}

std::string_view PartyFinder::referent(const FoundEntry& reference) const {
  const bool is_body = reference.cell(0).starts_with("organisation");
  const bool lends =
      is_body && sentence_->is_any(reference.tokens.end - 1, {"bank", "lender", "fund"}) && owner_kind() != OwnerKind::kCompany;
  const std::string_view lender = lends ? discourse_->lender(*sentence_, reference.tokens.begin) : std::string_view();
  if (!lender.empty()) return lender;
  if (is_body) return discourse_->organisation(*sentence_, reference.tokens.begin);
  if (!reference.cell(1).empty()) return discourse_->country_among(*sentence_, reference.tokens.begin, reference.cell(1));
  if (reference.cell(0) == "home") return discourse_->home(*sentence_);
  return reference.cell(0) == "region" ? discourse_->region(*sentence_, reference.tokens.begin)
                                       : discourse_->country(*sentence_, reference.tokens.begin);
}

// "China was the largest buyer, taking $2 billion": of what the text is about; goods go to the buyer, and come from the supplier.
void PartyFinder::take_market() {
  if (subjects_.empty() || measure_->kind == ReadingKind::kNone) return;
  const FoundEntry* market = nullptr;
  for (const FoundEntry& word : sentence_->words(FactList::kReference)) {
    const bool fits = is_market(word) && (word.cell(0) != "partner" || measure_->flow == Flow::kPair);
    if (fits && word.tokens.begin >= clause_.begin && word.tokens.end <= clause_.end) market = &word;
  }
  if (market == nullptr) return;
  std::string_view home = !reading_.owner.empty() ? std::string_view(reading_.owner) : discourse_->in_focus(OwnerKind::kAny);
  if (const std::string_view seller = other_side_of(*market); !seller.empty()) {
    home = keep(std::string(seller));
  } else if (market->cell(0) == "exporter") {
    return;  // to all the world
  } else if (reading_.owner.empty() && market->cell(0) == "supplier") {
    home = buyer_told_of(home);
  }
  const std::string_view other = subjects_.front();
  // "The main recipients of investment in Central Asia are Kazakhstan ([$10 billion])": within the region.
  constexpr std::size_t kCountryCode = 2;
  const std::string& region = reading_.partner.empty() ? reading_.owner : reading_.partner;
  const bool narrows = measure_->flow == Flow::kInvest && region.size() > kCountryCode && other.size() == kCountryCode;
  if (narrows) home = discourse_->in_focus(OwnerKind::kAny);
  // "FDI to Africa fell. […] Chad was the main recipient": from all the world.
  const PartyReading* told = discourse_->parties();
  const bool only_host = measure_->flow == Flow::kInvest && told != nullptr && told->from.empty() && told->to == home;
  if (only_host) return;
  if (home.empty() || home == other || (!reading_.partner.empty() && !narrows)) return;
  reading_.subject = other;
  reading_.owner = home;
  reading_.partner = other;
  subjects_.clear();
  if (market->cell(0) == "partner") return;  // goods go both ways
  const bool buys = market->cell(0) == "buyer";
  reading_.from = buys ? home : other;
  reading_.to = buys ? other : home;
}

// "Peru's sales to Chile rose. […] The largest supplier was Bolivia": Chile's.
std::string_view PartyFinder::buyer_told_of(std::string_view home) const {
  const PartyReading* last = earlier_.empty() ? discourse_->parties() : &earlier_.back();
  const bool sold =
      last != nullptr && last->owner == home && !last->partner.empty() && last->to != home && last->partner != subjects_.front();
  return sold && names_state(subjects_.front()) ? std::string_view(last->partner) : home;
}

// "the largest buyer of Vietnamese goods", "Norway's largest market", "the main exporter of gas to China": whose buyer it is.
std::string_view PartyFinder::other_side_of(const FoundEntry& market) const {
  constexpr std::uint32_t kReach = 5;  // tokens
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool behind = party.tokens.begin > market.tokens.end && party.tokens.begin < market.tokens.end + kReach &&
                        sentence_->is_any(market.tokens.end, {"of", "for"});
    const bool owns = party.tokens.end < market.tokens.begin && party.tokens.end + kReach > market.tokens.begin &&
                      sentence_->role(party.tokens.end) == WordRole::kPossessive;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, clause_.begin);
    const bool linked = is_state(party) && opening > market.tokens.end && party.tokens.end <= at_.begin &&
                        sentence_->is(opening - 1, market.cell(0) == "buyer" ? "from" : "to");
    if (counts(i) && (behind || owns || linked) && id_of(party) != subjects_.front()) return id_of(party);
  }
  return {};
}

// "Most trade was recorded with China ([27 percent])", "the leader in trade with China, accounting for [46 percent]": the other end
// stands before the figure, outside the measure's phrase.
void PartyFinder::read_end_before() {
  if (!is_relational(measure_->flow) || !reading_.partner.empty()) return;
  const std::string_view word = measure_->flow == Flow::kOut ? "to" : measure_->flow == Flow::kIn ? "from" : "with";
  if (measure_->flow == Flow::kInvest) return;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool outside = party.tokens.begin >= floor_ && party.tokens.end <= at_.begin && !holds(measure_->phrase_tokens, party.tokens);
    if (!outside || !can_trade(party) || !counts(i) || id_of(party) == reading_.owner) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, floor_);
    if (opening <= floor_ || !(sentence_->is(opening - 1, word) || is_carried_end(opening - 1))) continue;
    reading_.partner = id_of(party);
    const bool counted = party.tokens.end + 1 == at_.begin && sentence_->is(party.tokens.end, "(");
    if (counted) reading_.subject = reading_.partner;
    return;
  }
}

// "supplies to Peru", "received ore from Peru": cargo has two ends like trade, and goes to or from them.
bool PartyFinder::is_carried_end(std::uint32_t word) const {
  return measure_->flow == Flow::kPair && measured_id().starts_with("cargo.") && sentence_->is_any(word, {"to", "from"});
}

// "45 percent of the exports went to Turkey", "32% to Russia".
void PartyFinder::read_end_behind() {
  const bool transfers = measure_->from_verb && measure_->flow == Flow::kNone && !reading_.owner.empty();
  const bool flows = is_relational(measure_->flow) || transfers;
  // "China had a [21%] share, with Uzbekistan": whose share it is stands before it, whose trade behind.
  const bool of_other = measure_->kind == ReadingKind::kShare && reading_.owner.empty() && !reading_.partner.empty();
  if (of_other) std::swap(reading_.owner, reading_.partner);
  if (!flows || !reading_.partner.empty()) return;
  const std::uint32_t limit = limit_behind();
  const std::string_view word = measure_->flow == Flow::kIn ? "from" : measure_->flow == Flow::kPair ? "with" : "to";
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (!holds({at_.end, limit}, party.tokens) || !counts(i) || (party.reporter && !party.bloc)) continue;
    const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, at_.end);
    const bool joins = !reading_.partner.empty() && sentence_->is_any(opening - 1, {"and", ","});
    const bool linked = opening > at_.end && (sentence_->is(opening - 1, word) || is_carried_end(opening - 1));
    const bool leads = reading_.partner.empty() && linked;
    if (leads && party.id != reading_.owner) {
      reading_.partner = id_of(party);
      if (transfers) {
        reading_.from = reading_.owner;
        reading_.to = reading_.partner;
      }
    } else if (joins) {
      others_.push_back(id_of(party));
    }
  }
  if (of_other) std::swap(reading_.owner, reading_.partner);
}

// "5 tonnes of tea worth [$6 million] from Peru": what the figure's goods are worth.
bool PartyFinder::tells_worth(const MentionAt& next) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  if (next.tokens.begin < at_.end || next.tokens.begin > at_.end + kReach) return false;
  bool worth = false;
  for (std::uint32_t token = at_.end; token < next.tokens.begin; ++token) {
    if (sentence_->role(token) == WordRole::kMark || sentence_->role(token) == WordRole::kVerb) return false;
    worth = worth || sentence_->is_any(token, {"worth", "valued"});
  }
  return worth;
}

// Where the words of the next figure begin; one in brackets has none.
std::uint32_t PartyFinder::limit_behind() const {
  std::uint32_t bracket = at_.end;
  while (bracket < clause_.end && bracket < at_.end + 4 && !sentence_->is(bracket, "(")) ++bracket;
  std::uint32_t closes = bracket;
  while (sentence_->is(bracket, "(") && closes < clause_.end && !sentence_->is(closes, ")")) ++closes;
  for (const MentionAt& next : sentence_->figures()) {
    const bool bracketed = next.tokens.begin > bracket && next.tokens.end <= closes;
    if (next.tokens.begin > at_.begin && !bracketed && !tells_worth(next)) return std::min(clause_.end, next.tokens.begin);
  }
  return clause_.end;
}

void PartyFinder::fill_ends() {
  const std::string& subject = reading_.subject;
  if (subject.empty() || subject == reading_.owner || subject == reading_.partner) return;
  if (std::find(others_.begin(), others_.end(), subject) != others_.end()) return;  // "FDI to Chad and Niger"
  const bool one_sided = measure_->kind == ReadingKind::kShare || measure_->kind == ReadingKind::kRank;
  if (one_sided) {
    const bool directed = measure_->flow == Flow::kOut || measure_->flow == Flow::kIn;
    if (reading_.partner.empty()) {
      reading_.partner = subject;
    } else if (directed && reading_.owner.empty()) {
      reading_.owner = subject;  // "Chad's exports to Niger are oil ([43%] of total exports)"
    }
  } else if (reading_.owner.empty()) {
    const bool gets = measure_->flow == Flow::kOut && !measure_->from_verb && reading_.partner.empty() && is_received();
    (gets ? reading_.partner : reading_.owner) = subject;  // "Chad stayed first, receiving [$5 million] of the exports"
  } else if (reading_.partner.empty() && is_relational(measure_->flow)) {
    reading_.partner = subject;
  }
}

// "Norvale and Ludlow plan to invest", "Chad and Niger want to raise trade to": the name that "and" joins to the owner's, before the
// figure and outside its phrase.
std::string_view PartyFinder::joined_behind(std::string_view id) const {
  for (std::size_t i = 0; i + 1 < sentence_->parties().size(); ++i) {
    const Party& first = sentence_->parties()[i];
    const Party& second = sentence_->parties()[i + 1];
    const bool joined = second.tokens.begin == first.tokens.end + 1 && sentence_->is(first.tokens.end, "and");
    const bool here =
        first.tokens.begin >= clause_.begin && second.tokens.end <= at_.begin && !holds(measure_->phrase_tokens, first.tokens);
    const bool alike = is_state(first) == is_state(second) && !first.adjective && !second.adjective;
    if (joined && here && alike && id_of(first) == id && counts(i) && counts(i + 1) && !is_between(first, second)) return id_of(second);
  }
  return {};
}

// "while Chad and Niger will each give [5%]": the name that "and" joins to this one, behind the figure before.
std::string_view PartyFinder::joined_before(std::string_view id) const {
  for (std::size_t i = 1; i < sentence_->parties().size(); ++i) {
    const Party& first = sentence_->parties()[i - 1];
    const Party& second = sentence_->parties()[i];
    const bool joined = second.tokens.begin == first.tokens.end + 1 && sentence_->is(first.tokens.end, "and");
    const bool here = first.tokens.begin >= floor_ && second.tokens.end <= at_.begin;
    if (joined && here && second.id == id && counts(i - 1)) return id_of(first);
  }
  return {};
}

void PartyFinder::read_joined() {
  if (measure_->flow == Flow::kNone || measure_->kind == ReadingKind::kShare || reading_.owner.empty()) return;
  const std::string_view other = joined_behind(reading_.owner);
  if (other.empty() || other == reading_.partner) return;
  if (measure_->flow == Flow::kPair && reading_.partner.empty()) {
    reading_.partner = other;
  } else if (measure_->flow != Flow::kPair) {
    others_.push_back(other);
    is_joined_ = true;
  }
}

std::string_view PartyFinder::subject_of(const FactSentence& sentence, FactLexicon& lexicon) const {
  constexpr std::uint32_t kReach = 5;  // tokens from a sentence's beginning to the name in its subject
  const TokenRange tokens = sentence.tokens();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin > tokens.begin + kReach) break;
    const bool adverbial = party.tokens.begin > tokens.begin &&
                           sentence.is_any(party.tokens.begin - 1, {"in", "at", "on", "from", "to", "near", "by", "with", "the", "a"}) &&
                           party.tokens.begin > tokens.begin + 1;
    const bool speaks = lexicon.at(sentence.view(), FactList::kSpeechVerb, party.tokens.end, tokens.end).has_value();
    if (roles_.counts(i) && !adverbial && !speaks && !party.reporter && !party.city) return party.id;
  }
  return {};
}

}  // namespace attest

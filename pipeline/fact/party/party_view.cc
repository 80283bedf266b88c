#include "fact/party/party_view.h"

#include <algorithm>
#include <string>

#include "fact/noun_phrase.h"

namespace attest {

PartyView::PartyView(const PartyKnowledge& known, const FactSentence& sentence, std::size_t index, std::span<const MeasureReading> measures,
                     std::span<const PartyReading> earlier, std::string_view unit)
    : known_(known), sentence_(&sentence), index_(index), measures_(measures), unit_(unit), floor_(sentence.tokens().begin) {
  // "Peru took second place with [$22 billion]": of what the sentence before told, not of the rank.
  const bool behind_rank = index == 1 && measures.front().kind == ReadingKind::kRank && measure().kind != ReadingKind::kRank;
  const auto before = measures.first(index);
  const bool untold = std::all_of(before.begin(), before.end(), [](const auto& other) { return other.kind == ReadingKind::kNone; });
  earlier_ = behind_rank || untold ? earlier.first(0) : earlier;
  const std::uint32_t end = sentence.tokens().end;  // an introduction of a list has no figures
  at_ = sentence.figures().empty() ? TokenRange{end, end} : sentence.figures()[index].tokens;
  clause_ = sentence.clause_around(at_.begin);
  if (index > 0) floor_ = std::max(sentence.figures()[index - 1].tokens.end, std::min(measures[index - 1].phrase_tokens.end, at_.begin));
}

bool is_market(const FoundEntry& reference) {
  return reference.cell(0) == "buyer" || reference.cell(0) == "supplier" || reference.cell(0) == "partner" ||
         reference.cell(0) == "exporter";
}

bool PartyView::is_mutual() const {
  for (const std::string_view word : {"bilateral", "joint", "mutual", "two-way", "two way"}) {
    if (measure().phrase.find(word) != std::string::npos) return true;
  }
  return false;
}

bool PartyView::names_state(std::string_view id) const {
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                     [id](const Party& party) { return party.id == id && is_state(party); });
}

bool PartyView::points_back() const {
  // "70% of this amount"
  const bool whole = sentence_->is(at_.end, "of") && sentence_->is_any(at_.end + 1, {"this", "that"}) &&
                     sentence_->is_any(at_.end + 2, {"amount", "sum", "total", "volume", "figure"});
  if (whole) return true;
  for (std::uint32_t token = clause_.begin; token < at_.begin; ++token) {
    const WordRole next = sentence_->role(token + 1);
    const bool stands_alone = token == clause_.begin && sentence_->is(token, "this") && next == WordRole::kVerb;  // "This is [20%] of"
    if (stands_alone || (sentence_->is_any(token, {"this", "these", "those"}) && next == WordRole::kContent)) return true;
  }
  return false;
}

bool PartyView::is_joint() const {
  const bool two_sided = !discourse().topic().partner.empty() || discourse().pair_is_near() || is_mutual();
  return measure().id.starts_with("agreements.") || (measure().id.starts_with("investment.projects") && two_sided);
}

std::string_view PartyView::measured_id() const {
  if (!measure().id.empty()) return measure().id;
  if (!measure().level_id.empty()) return measure().level_id;
  const FoundEntry* named = sentence_->first_from(FactList::kMeasure, measure().phrase_tokens.begin, measure().phrase_tokens.end);
  return named == nullptr ? std::string_view() : named->cell(0);
}

OwnerKind PartyView::owner_kind() const { return known_.kinds->owner_of(measured_id()); }

bool PartyView::is_priced_on_exchange() const {
  const std::string_view id = measure().id.empty() ? std::string_view(measure().level_id) : std::string_view(measure().id);
  const bool per_unit = unit_.find('/') != std::string_view::npos && unit_.find("share") == std::string_view::npos;
  return (id == "economy.price" && per_unit) || is_of_market();
}

bool PartyView::is_of_world() const {
  const TokenRange phrase = measure().phrase_tokens;
  for (std::uint32_t token = phrase.begin; token < phrase.end; ++token) {
    if (sentence_->is_any(token, {"global", "world", "worldwide"}) && !sentence_->view().tokens[token].has(token_flag::kAllCaps))
      return true;
  }
  return false;
}

// The last word of the noun phrase that begins at a token.
std::uint32_t PartyView::phrase_head(std::uint32_t token) const {
  const TokenRange phrase = phrase_at(*sentence_, token);
  return phrase.begin < phrase.end ? phrase.end - 1 : token;
}

bool PartyView::is_of_market() const {
  if (measure().kind == ReadingKind::kShare) return false;  // "7% of the market"
  const std::string_view id = measured_id();
  if (id.starts_with("economy.") && id != "economy.price") return false;  // "the consumer price index": a state's
  const std::uint32_t verb = first_verb(*sentence_, clause_);
  const bool subject = verb < at_.begin && verb > clause_.begin && sentence_->is_any(verb - 1, {"index", "market"});
  const bool behind = sentence_->is(at_.end, "in") && sentence_->is_any(phrase_head(at_.end + 1), {"index", "market"});
  return subject || behind || measure().phrase.ends_with("index") || measure().phrase.ends_with("market");
}

// "killed in Chadian air strikes": who struck, where those who came to harm are told of.
bool PartyView::attacks(const Party& party) const {
  if (!measured_id().starts_with("conflict.")) return false;
  const bool describes = party.adjective || sentence_->role(party.tokens.end) == WordRole::kPossessive;
  std::uint32_t token = party.tokens.end + (party.adjective ? 0 : 1);
  while (describes && sentence_->role(token) == WordRole::kContent && sentence_->covering(FactList::kAttackNoun, token) == nullptr) ++token;
  return describes && sentence_->covering(FactList::kAttackNoun, token) != nullptr;
}

// "[the Extended Fund] Facility": part of the words for what is measured, and short for nobody's name.
bool PartyView::is_in_measure(const Party& party) const {
  const FoundEntry* word = party.kind == Party::Kind::kOrganisation ? sentence_->covering(FactList::kMeasure, party.tokens.begin) : nullptr;
  return word != nullptr && word->tokens.end > party.tokens.end && party.tokens.end > party.tokens.begin + 1;
}

bool PartyView::counts(std::size_t party) const {
  if (attacks(sentence_->parties()[party]) || is_in_measure(sentence_->parties()[party])) return false;
  if (roles().of(party) != PartyRole::kOfCompany) return roles().counts(party);
  return discourse().organisation(*sentence_, sentence_->parties()[party].tokens.begin).empty();
}

std::string_view PartyView::id_of(const Party& party) const {
  const bool describes = party.adjective && party.kind == Party::Kind::kRegion &&
                         sentence_->is_any(party.tokens.end, {"country", "nation", "state", "republic"});
  const std::string_view country = describes ? discourse().country(*sentence_, party.tokens.begin) : std::string_view();
  return country.empty() ? party.id : country;
}

bool PartyView::is_reference(const FoundEntry& reference) const {
  if (is_market(reference)) return false;
  if (reference.cell(0) == "organisation" && sentence_->role(reference.tokens.end) == WordRole::kName) return false;  // "the Bank Group"
  if (reference.cell(0) == "organisation" && owner_kind() == OwnerKind::kState) return false;  // "The Fund projects debt to fall"
  const bool may_speak = reference.cell(0) == "organisation" || reference.cell(0) == "country";
  if (may_speak && (roles().states(reference.tokens.end) || sentence_->is(reference.tokens.end, "of"))) return false;
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
  return begin > sentence_->tokens().begin && sentence_->is_any(begin - 1, {"the", "this"}) && !roles().states(next);
}

// "Our trade with Chad grew, | Peruvian Trade Minister Ana Lopes | said": the state in whose name the sentence is spoken; "" for none.
std::string_view PartyView::speaking_state() const {
  constexpr std::uint32_t kLongestTitle = 5;  // tokens
  const auto parties = sentence_->parties();
  for (std::size_t i = 0; i < parties.size(); ++i) {
    if (!is_state(parties[i])) continue;
    if (roles().of(i) == PartyRole::kSpeaker) return parties[i].id;
    if (i + 1 == parties.size() || parties[i + 1].kind != Party::Kind::kPerson) continue;
    const bool holds_office = parties[i + 1].tokens.begin <= parties[i].tokens.end + kLongestTitle;
    if (holds_office && roles().states(parties[i + 1].tokens.end)) return parties[i].id;
  }
  return {};
}

std::string_view PartyView::referent(const FoundEntry& reference) const {
  const bool is_body = reference.cell(0).starts_with("organisation");
  const bool lends =
      is_body && sentence_->is_any(reference.tokens.end - 1, {"bank", "lender", "fund"}) && owner_kind() != OwnerKind::kCompany;
  const std::string_view lender = lends ? discourse().lender(*sentence_, reference.tokens.begin) : std::string_view();
  if (!lender.empty()) return lender;
  if (is_body) return discourse().organisation(*sentence_, reference.tokens.begin);
  if (!reference.cell(1).empty()) return discourse().country_among(*sentence_, reference.tokens.begin, reference.cell(1));
  if (reference.cell(0) == "home") {
    const std::string_view speaking = speaking_state();
    return speaking.empty() ? discourse().home(*sentence_) : speaking;
  }
  return reference.cell(0) == "region" ? discourse().region(*sentence_, reference.tokens.begin)
                                       : discourse().country(*sentence_, reference.tokens.begin);
}

// "5 tonnes of tea worth [$6 million] from Peru": what the figure's goods are worth.
bool PartyView::tells_worth(const MentionAt& next) const {
  constexpr std::uint32_t kReach = 8;  // tokens
  if (next.tokens.begin < at_.end || next.tokens.begin > at_.end + kReach) return false;
  bool worth = false;
  for (std::uint32_t token = at_.end; token < next.tokens.begin; ++token) {
    if (sentence_->role(token) == WordRole::kMark || sentence_->role(token) == WordRole::kVerb) return false;
    worth = worth || sentence_->is_any(token, {"worth", "valued"});
  }
  return worth;
}

// "5 tons, including | to Chad – [2 tons]": where the words for who stands before a figure's dash begin; where the figure does for others.
std::uint32_t PartyView::opening_of(const MentionAt& figure) const {
  for (const Party& party : sentence_->parties()) {
    if (party.tokens.end + 1 == figure.tokens.begin && sentence_->is_any(party.tokens.end, {"–", "—", "-", ":"})) return party.tokens.begin;
  }
  return figure.tokens.begin;
}

std::uint32_t PartyView::limit_behind() const {
  // "reaching [19 percent], exports to Chad amounted to …": another measure begins
  const bool opens_next = sentence_->is(at_.end, ",") && sentence_->covering(FactList::kMeasure, at_.end + 1) != nullptr;
  if (opens_next && first_verb(*sentence_, {at_.end + 1, clause_.end}) < clause_.end) return at_.end;
  std::uint32_t bracket = at_.end;
  while (bracket < clause_.end && bracket < at_.end + 4 && !sentence_->is(bracket, "(")) ++bracket;
  std::uint32_t closes = bracket;
  while (sentence_->is(bracket, "(") && closes < clause_.end && !sentence_->is(closes, ")")) ++closes;
  for (const MentionAt& next : sentence_->figures()) {
    const bool bracketed = next.tokens.begin > bracket && next.tokens.end <= closes;
    if (next.tokens.begin > at_.begin && !bracketed && !tells_worth(next)) return std::min(clause_.end, opening_of(next));
  }
  return clause_.end;
}

}  // namespace attest

#include "fact/party/party_role.h"

#include <algorithm>

namespace attest {
namespace {

constexpr std::uint32_t kLongestApposition = 25;  // tokens

// The hyphen, or what follows it, in "flood-ravaged" and "Oslo-headquartered".
bool in_compound(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor) {
  const auto joined = [&](std::uint32_t at) { return !sentence.view().tokens[at].has(token_flag::kSpaceBefore); };
  if (sentence.is(token, "-")) return token > floor && joined(token) && joined(token + 1);
  return token > floor + 1 && joined(token) && sentence.is(token - 1, "-") && joined(token - 1);
}

}  // namespace

std::uint32_t phrase_opening(const FactSentence& sentence, std::uint32_t token, std::uint32_t floor) {
  const std::uint32_t begin = token;
  while (token > floor) {
    const WordRole role = sentence.role(token - 1);
    // "at the forum that Chadian firms have": nothing but a determiner stands before a determiner.
    if (role != WordRole::kDeterminer && token < begin && sentence.role(token) == WordRole::kDeterminer) break;
    const bool belongs = role == WordRole::kDeterminer || role == WordRole::kContent || role == WordRole::kPossessive ||
                         role == WordRole::kName || in_compound(sentence, token - 1, floor);
    if (!belongs) break;
    --token;
  }
  return token;
}

std::uint32_t first_verb(const FactSentence& sentence, TokenRange range) {
  for (std::uint32_t token = range.begin; token < range.end; ++token) {
    if (sentence.role(token) == WordRole::kVerb) return token;
  }
  return range.end;
}

bool is_cited(const FactSentence& sentence, const Party& party) {
  const std::uint32_t floor = sentence.tokens().begin;
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, floor);
  if (opening < floor + 2) return false;
  if (sentence.is_any(opening - 1, {"citing", "quoting"})) return true;
  return sentence.is(opening - 1, "to") && sentence.is_any(opening - 2, {"referring", "reference"});
}

// "Among the CIS countries, trade was largest with Peru": those among whom another is named.
bool is_set_around(const FactSentence& sentence, const Party& party) {
  const std::uint32_t begin = sentence.tokens().begin;
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, begin);
  const bool opens = opening == begin + 1 && sentence.is(begin, "among");
  const bool of_many = party.bloc || party.kind == Party::Kind::kRegion;
  const auto parties = sentence.parties();
  return opens && of_many && std::any_of(parties.begin(), parties.end(), [&](const Party& other) {
           return other.kind == Party::Kind::kCountry && !other.adjective && other.tokens.begin > party.tokens.end;
         });
}

bool only_compares(const FactSentence& sentence, const Party& party) {
  const TokenRange all = sentence.tokens();
  if (is_set_around(sentence, party)) return true;
  if (party.tokens.begin <= all.begin || party.tokens.end + 1 >= all.end) return false;
  std::uint32_t begin = party.tokens.begin;
  while (begin > all.begin + 1 && sentence.is(begin - 1, "the")) --begin;
  const bool owns = sentence.is_any(party.tokens.end, {"'s", "’s", "'", "’"});
  if (sentence.is(begin - 1, "after") && sentence.is(all.begin, "among")) return true;  // "Among the members, after Peru, …"
  // "China overtook Peru as the largest exporter to Chad"
  if (sentence.is_any(begin - 1, {"overtook", "overtaking", "overtaken", "surpassed", "surpassing", "outpaced", "outpacing"})) return !owns;
  if (!sentence.is_any(begin - 1, {",", "—", "–"}) || !owns) return false;
  std::uint32_t token = party.tokens.end + 1;
  const auto is_ordinal = [&](std::uint32_t at) { return sentence.role(at) == WordRole::kFigure || sentence.is(at, "-"); };
  while (token < all.end && is_ordinal(token)) ++token;
  return token < all.end && (sentence.view().word(token).ends_with("est") || token > party.tokens.end + 1);
}

void PartyRoles::read(const FactSentence& sentence) {
  sentence_ = &sentence;
  roles_.assign(sentence.parties().size(), PartyRole::kPlain);
  for (std::size_t party = 0; party < roles_.size(); ++party) {
    roles_[party] = role_of(party);
    if (party > 0 && roles_[party] == PartyRole::kPlain && is_short_form(party)) roles_[party] = roles_[party - 1];
  }
}

// "the Federal Statistical Office (Destatis)": the same body.
bool PartyRoles::is_short_form(std::size_t party) const {
  const Party& self = sentence_->parties()[party];
  const Party& before = sentence_->parties()[party - 1];
  const bool bracketed =
      before.tokens.end + 1 == self.tokens.begin && sentence_->is(before.tokens.end, "(") && sentence_->is(self.tokens.end, ")");
  return bracketed && before.kind == Party::Kind::kOrganisation && self.kind == Party::Kind::kOrganisation;
}

std::optional<std::size_t> PartyRoles::speaker_before(std::uint32_t token) const noexcept {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < roles_.size(); ++i) {
    if (roles_[i] == PartyRole::kSpeaker && sentence_->parties()[i].tokens.end <= token) last = i;
  }
  return last;
}

// "Reported a loss" tells of a deed, "reported that …" of a statement.
const FoundEntry* PartyRoles::stating_verb(std::uint32_t token) const {
  const FoundEntry* verb = sentence_->covering(FactList::kSpeechVerb, token);
  if (verb == nullptr || verb->cell(0) == "tally") return nullptr;
  if (verb->cell(0) != "deed") return verb;
  std::uint32_t next = verb->tokens.end;
  const std::uint32_t limit = sentence_->tokens().end;
  if (next >= limit || sentence_->role(next) == WordRole::kMark) return verb;
  if (sentence_->is_any(next, {"that", "it", "they", "he", "she", "on", "in"})) return verb;
  for (; next < limit && sentence_->role(next) != WordRole::kMark && sentence_->role(next) != WordRole::kClause; ++next) {
    if (sentence_->role(next) == WordRole::kFigure) return nullptr;
    if (sentence_->role(next) == WordRole::kVerb) return verb;
  }
  return nullptr;
}

// Over adverbs, auxiliaries and dates: "The ministry on Monday also | said".
std::uint32_t PartyRoles::skip_to_verb(std::uint32_t token) const {
  const std::uint32_t limit = sentence_->tokens().end;
  while (token < limit) {
    const WordRole role = sentence_->role(token);
    const bool before_date = token + 1 < limit && role == WordRole::kPreposition && sentence_->role(token + 1) == WordRole::kDate;
    const bool skips =
        role == WordRole::kAdverb || role == WordRole::kDate || before_date || sentence_->is_any(token, {"has", "have", "had"}) ||
        (token + 1 < limit && sentence_->is_any(token, {"is", "are", "was", "were"}) && sentence_->view().word(token + 1).ends_with("ing"));
    if (!skips) break;
    ++token;
  }
  return token;
}

// The comma that closes the apposition behind `comma`, and one more; 0 where none does.
std::uint32_t PartyRoles::behind_apposition(std::uint32_t comma) const {
  const std::uint32_t limit = std::min(sentence_->tokens().end, comma + kLongestApposition);
  for (std::uint32_t token = comma + 1; token < limit; ++token) {
    if (sentence_->is(token, ",")) return token + 1;
    if (sentence_->role(token) == WordRole::kVerb || sentence_->role(token) == WordRole::kFigure) return 0;
  }
  return 0;
}

bool PartyRoles::states(std::uint32_t end) const {
  const std::uint32_t limit = sentence_->tokens().end;
  if (end + 3 < limit && sentence_->is(end, "(") && sentence_->is(end + 2, ")")) return states(end + 3);  // "the Norvale Bank (NB) said"
  if (end >= limit) return false;
  const bool in_brackets = end >= sentence_->tokens().begin + 2 && sentence_->is(end, ")") && sentence_->is(end - 2, "(");
  if (in_brackets) return states(end + 1);
  if (stating_verb(skip_to_verb(end)) != nullptr) return true;
  if (!sentence_->is(end, ",")) return false;
  const std::uint32_t behind = behind_apposition(end);
  return behind != 0 && stating_verb(skip_to_verb(behind)) != nullptr;
}

// "UNCTAD in its yearly report reveals that …": a body that opens the sentence and whose first verb is one of speech.
bool PartyRoles::states_further_on(const Party& party) const {
  constexpr std::uint32_t kReach = 16;  // tokens
  if (party.kind != Party::Kind::kOrganisation || party.tokens.begin > sentence_->tokens().begin + 1) return false;
  const std::uint32_t limit = std::min(sentence_->tokens().end, party.tokens.end + kReach);
  for (std::uint32_t token = party.tokens.end; token < limit; ++token) {
    if (sentence_->is(token, ",") || sentence_->role(token) == WordRole::kFigure) return false;
    const FoundEntry* verb = stating_verb(token);
    // "Norvale in a research note on Monday estimated …"
    const bool in_note = verb != nullptr && verb->cell(0) != "deed" && sentence_->is(party.tokens.end, "in");
    if (verb != nullptr) return in_note || (party.reporter && sentence_->is(token + 1, "that"));
    if (sentence_->role(token) == WordRole::kVerb) return false;
  }
  return false;
}

// "according to", "as per", "citing": what begins at a token is the source of what is told. "Data from the ministry show" as well.
bool PartyRoles::cites(std::uint32_t token) const {
  const std::uint32_t floor = sentence_->tokens().begin;
  if (token >= floor + 2 && sentence_->is(token - 1, "to") && sentence_->is_any(token - 2, {"according", "referring", "reference"}))
    return true;
  if (token >= floor + 2 && sentence_->is(token - 1, "per") && sentence_->is(token - 2, "as")) return true;
  if (token > floor && sentence_->is_any(token - 1, {"citing", "quoting"})) return true;
  return false;
}

// "according to the ministry", "…," said the ministry, "… says Ana Lopes of the union".
bool PartyRoles::is_source(TokenRange tokens) const {
  const std::uint32_t floor = sentence_->tokens().begin;
  std::uint32_t opening = phrase_opening(*sentence_, tokens.begin, floor);
  if (opening == floor) return false;
  if (cites(opening)) return true;
  if (sentence_->is_any(opening - 1, {"of", "from", "by"})) {
    const std::uint32_t head = phrase_opening(*sentence_, opening - 1, floor);
    if (head < opening - 1 && cites(head)) return true;
  }
  // "according to figures released by the ministry"
  // "published by consulting firm Norvale"
  if (sentence_->role(opening - 1) == WordRole::kParticiple && sentence_->is(opening - 2, "by") && opening > floor + 3) --opening;
  if (opening > floor + 2 && sentence_->is(opening - 1, "by") && sentence_->view().word(opening - 2).ends_with("ed")) {
    const std::uint32_t head = phrase_opening(*sentence_, opening - 2, floor);
    if (head < opening - 2 && cites(head)) return true;
  }
  // "as reported by the agency"
  if (sentence_->is(opening - 1, "by") && opening >= floor + 3 && sentence_->is(opening - 3, "as") &&
      sentence_->covering(FactList::kSpeechVerb, opening - 2) != nullptr)
    return true;
  // "analysts polled by FactSet", "an estimate compiled by Norvale"
  if (sentence_->is(opening - 1, "by") && sentence_->covering(FactList::kPollParticiple, opening - 2) != nullptr) return true;
  const bool ends = tokens.end >= sentence_->tokens().end || sentence_->is_any(tokens.end, {",", ".", ";", ":", "(", "\"", "”"});
  if (!ends) return false;
  if (stating_verb(opening - 1) != nullptr) return true;
  if (!sentence_->is_any(opening - 1, {"of", "at", "from", "with"})) return false;
  const std::uint32_t head = phrase_opening(*sentence_, opening - 1, floor);
  return head > floor && head < opening - 1 && stating_verb(head - 1) != nullptr;
}

// "…, the agency reported on Tuesday in Geneva": where somebody spoke.
bool PartyRoles::is_where_spoken(const Party& party) const {
  constexpr std::uint32_t kReach = 5;  // tokens of a date and "reporters"
  const std::uint32_t begin = sentence_->tokens().begin;
  const std::uint32_t in = party.tokens.begin - 1;
  if (!party.city || party.tokens.begin < begin + 2 || !sentence_->is_any(in, {"in", "from"})) return false;
  for (std::uint32_t token = in; token > begin && in - token <= kReach; --token) {
    if (stating_verb(token - 1) != nullptr) return sentence_->role(token - 1) != WordRole::kName;
    const bool between = sentence_->role(token - 1) == WordRole::kDate || sentence_->is_any(token - 1, {"on", "reporters"});
    if (!between) return false;
  }
  return false;
}

// "The health ministry in Gaza said": where who speaks is, and mostly what is spoken of.
bool PartyRoles::lies_in(const Party& party) const {
  if (party.kind == Party::Kind::kOrganisation || party.adjective || party.city) return false;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  const bool in = opening > sentence_->tokens().begin + 1 && sentence_->is(opening - 1, "in");
  return in && sentence_->role(opening - 2) == WordRole::kContent && states(party.tokens.end);
}

// "A Norvale poll put support at", "the Norvale estimate of": a body that its survey or figures are called after.
bool PartyRoles::asks_others(const Party& party) const {
  std::uint32_t next = party.tokens.end;
  if (sentence_->is(next, "(") && sentence_->is(next + 2, ")"))
    next += 3;  // "Norvale Energy (NE) data show"
  else if (sentence_->is(next, ")") && sentence_->is(next - 2, "("))
    ++next;
  if (sentence_->is_any(next, {"magazine", "newspaper", "opinion", "exit"})) ++next;
  if (party.kind != Party::Kind::kOrganisation || sentence_->role(next) != WordRole::kContent) return false;
  const FoundEntry* noun = sentence_->covering(FactList::kSpeakerNoun, next);
  const bool verb =
      sentence_->covering(FactList::kSpeechVerb, next) != nullptr || sentence_->covering(FactList::kLevelVerb, next) != nullptr;
  const bool called = noun != nullptr && noun->cell(0) == "data" && !verb;
  const WordRole behind = called ? sentence_->role(noun->tokens.end) : WordRole::kContent;
  if (called && sentence_->is_any(noun->tokens.end, {"show", "shows", "suggest", "suggests", "indicate", "indicates"})) return true;
  return called && behind != WordRole::kContent && behind != WordRole::kName;
}

// "told the stock exchange".
bool PartyRoles::is_addressee(TokenRange tokens) const {
  const std::uint32_t opening = phrase_opening(*sentence_, tokens.begin, sentence_->tokens().begin);
  return opening > sentence_->tokens().begin && sentence_->is_any(opening - 1, {"told", "tell", "tells"});
}

// A body whose name begins at a token.
bool PartyRoles::is_body(std::uint32_t token) const {
  return std::any_of(sentence_->parties().begin(), sentence_->parties().end(),
                     [token](const Party& party) { return party.kind == Party::Kind::kOrganisation && party.tokens.begin == token; });
}

// "Norvale owner Ludlow Corp", "Norvale and Orda Air parent Ludlow Corp": whose parent somebody is.
bool PartyRoles::has_owner_behind(const Party& party) const {
  constexpr std::uint32_t kLongestName = 4;
  std::uint32_t token = party.tokens.end;
  if (sentence_->is(token, "and")) {
    const std::uint32_t limit = std::min(sentence_->tokens().end, token + 1 + kLongestName);
    for (++token; token < limit && sentence_->view().tokens[token].has(token_flag::kCapitalised);) ++token;
  }
  return sentence_->is_any(token, {"parent", "owner"}) && is_body(token + (sentence_->is(token + 1, "company") ? 2 : 1));
}

// "Oslo-based", "Norway's state-owned Equinor", "Chinese battery maker CATL".
bool PartyRoles::describes_organisation(const Party& party) const {
  if (party.kind == Party::Kind::kOrganisation) {
    // "the United Nations Children's Fund": the one that it is part of.
    return is_body(party.tokens.end) || has_owner_behind(party);
  }
  std::uint32_t token = party.tokens.end;
  const std::uint32_t limit = sentence_->tokens().end;
  const auto joined = [&](std::uint32_t at) { return !sentence_->view().tokens[at].has(token_flag::kSpaceBefore); };
  // "Oslo-based", but "Norwegian-Swedish trade"
  const bool pair = std::any_of(sentence_->parties().begin(), sentence_->parties().end(), [&](const Party& next) {
    return next.tokens.begin == token + 1 && next.kind != Party::Kind::kOrganisation;
  });
  const bool compound = token + 1 < limit && sentence_->is(token, "-") && joined(token + 1);
  if (compound && !pair && sentence_->role(token + 1) != WordRole::kName) return true;
  constexpr std::uint32_t kReach = 6;
  for (; token < std::min(limit, party.tokens.end + kReach); ++token) {
    for (const Party& other : sentence_->parties()) {
      if (other.tokens.begin != token || token < party.tokens.end) continue;
      const bool beside = other.bloc && token == party.tokens.end + 1 && sentence_->is(token - 1, "-");  // "China-ASEAN trade"
      return other.kind == Party::Kind::kOrganisation && !beside;
    }
    const WordRole role = sentence_->role(token);
    const bool belongs = role == WordRole::kContent || role == WordRole::kPossessive || role == WordRole::kParticiple ||
                         (sentence_->is(token, "-") && joined(token));
    if (!belongs) return false;
  }
  return false;
}

// "the Norwegian company", "Europe's biggest airline".
bool PartyRoles::describes_company(const Party& party) const {
  constexpr std::uint32_t kReach = 7;  // tokens: "the U.S. metal and plastic packaging company"
  const std::uint32_t end = party.tokens.end;
  const bool owns = end < sentence_->tokens().end && sentence_->role(end) == WordRole::kPossessive;
  const FoundEntry* head = party.adjective || owns ? sentence_->first_from(FactList::kReference, end, end + kReach) : nullptr;
  if (head == nullptr || head->cell(0) != "organisation_head" || sentence_->is_any(head->tokens.begin - 1, {"central", "national"}))
    return false;
  std::uint32_t opening = phrase_opening(*sentence_, head->tokens.begin, end);
  if (opening > end + 1 && sentence_->is(opening - 1, "and")) opening = phrase_opening(*sentence_, opening - 1, end);
  return opening == end;
}

// "The agency counted 119 attacks": what a body that reports on others counts is not its own.
bool PartyRoles::tallies(const Party& party) const {
  const FoundEntry* verb = party.reporter ? sentence_->covering(FactList::kSpeechVerb, skip_to_verb(party.tokens.end)) : nullptr;
  return verb != nullptr && verb->cell(0) == "tally";
}

// An apposition reaches to the next comma or the end; what a verb follows is a subject: "In Spain, German brands have …".
bool PartyRoles::closes(std::uint32_t token) const {
  for (; token < sentence_->tokens().end; ++token) {
    if (sentence_->is_any(token, {",", ".", ";", ")", "–", "—"})) return true;
    if (sentence_->role(token) == WordRole::kVerb) return false;
  }
  return true;
}

// "Equinor, the Norwegian producer", "Ana Lopes, an economist at Danske Bank": what stands between a name and the next comma.
bool PartyRoles::is_in_apposition(std::size_t party) const {
  const Party& self = sentence_->parties()[party];
  for (std::size_t other = party; other-- > 0;) {
    const Party& named = sentence_->parties()[other];
    const std::uint32_t comma = named.tokens.end;
    if (!sentence_->is(comma, ",") || self.tokens.begin <= comma || self.tokens.begin > comma + kLongestApposition) continue;
    bool describes = false;
    for (std::uint32_t token = comma + 1; token < self.tokens.begin; ++token) {
      const WordRole role = sentence_->role(token);
      if (role == WordRole::kVerb || role == WordRole::kFigure || role == WordRole::kMark || role == WordRole::kClause ||
          role == WordRole::kConjunction)
        return false;
      describes = describes || role == WordRole::kContent;
    }
    const bool opens = sentence_->role(comma + 1) == WordRole::kDeterminer || comma + 1 == self.tokens.begin ||
                       sentence_->role(comma + 1) == WordRole::kContent;
    const bool owns =
        self.adjective || (self.tokens.end < sentence_->tokens().end && sentence_->role(self.tokens.end) == WordRole::kPossessive);
    const bool content_behind = self.tokens.end + (self.adjective ? 0 : 1) < sentence_->tokens().end &&
                                sentence_->role(self.tokens.end + (self.adjective ? 0 : 1)) == WordRole::kContent;
    return opens && (describes || (owns && content_behind)) && closes(self.tokens.end);
  }
  return false;
}

// "The Statistics Agency (SA) report showed": what a body that reports on others has put out; "Red Cross field officers say": its people.
bool PartyRoles::issues_report(const Party& party) const {
  if (party.kind != Party::Kind::kOrganisation) return false;
  std::uint32_t end = party.tokens.end;
  constexpr std::uint32_t kLongestDescription = 3;  // tokens
  std::uint32_t head = end;
  while (head < end + kLongestDescription && sentence_->role(head) == WordRole::kContent && sentence_->role(head + 1) == WordRole::kContent)
    ++head;
  const FoundEntry* people = sentence_->role(head) == WordRole::kContent ? sentence_->covering(FactList::kSpeakerNoun, head) : nullptr;
  if (people != nullptr && people->cell(0) == "group" && stating_verb(skip_to_verb(head + 1)) != nullptr) return true;
  if (!party.reporter) return false;
  if (sentence_->is(end, "(") && sentence_->is(end + 2, ")")) end += 3;
  if (sentence_->is(end, ")")) ++end;
  return sentence_->role(end) == WordRole::kContent && stating_verb(skip_to_verb(end + 1)) != nullptr;
}

// "Norvale Railways Chairman Ana Lopes said": a body whose officer speaks.
bool PartyRoles::employs_speaker(std::size_t party) const {
  constexpr std::uint32_t kLongestTitle = 5;  // tokens
  const Party& self = sentence_->parties()[party];
  if (self.kind != Party::Kind::kOrganisation || party + 1 >= sentence_->parties().size()) return false;
  const Party& next = sentence_->parties()[party + 1];
  if (next.kind != Party::Kind::kPerson || next.tokens.begin > self.tokens.end + kLongestTitle || !states(next.tokens.end)) return false;
  for (std::uint32_t token = self.tokens.end; token < next.tokens.begin; ++token) {
    const WordRole role = sentence_->role(token);
    if (role != WordRole::kContent && role != WordRole::kPossessive && role != WordRole::kName) return false;
  }
  return true;
}

// "Excluding Brazil, loans fell", "unlike Peru".
bool PartyRoles::is_left_out(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  if (opening == sentence_->tokens().begin) return false;
  const bool adds = sentence_->is(opening - 1, "to") && sentence_->is(opening - 2, "addition");
  return adds || sentence_->is_any(opening - 1, {"excluding", "except", "unlike", "without", "besides"});
}

// "Norvale (Peru) will build": where a body in front of brackets comes from.
bool PartyRoles::is_origin_in_brackets(std::size_t party) const {
  const Party& self = sentence_->parties()[party];
  const bool bracketed = sentence_->is(self.tokens.begin - 1, "(") && sentence_->is(self.tokens.end, ")");
  if (!bracketed || party == 0 || self.kind == Party::Kind::kOrganisation) return false;
  const Party& body = sentence_->parties()[party - 1];
  return body.kind == Party::Kind::kOrganisation && body.tokens.end + 1 == self.tokens.begin;
}

// "NYSE-listed Norvale", "released on the Oslo Stock Exchange": where shares are traded.
bool PartyRoles::is_marketplace(const Party& party) const {
  if (party.kind != Party::Kind::kOrganisation) return false;
  const std::uint32_t end = party.tokens.end;
  if (sentence_->is(end, "-") && sentence_->is_any(end + 1, {"listed", "traded", "and"})) return true;
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  return sentence_->is(end - 1, "exchange") && opening > sentence_->tokens().begin && sentence_->is(opening - 1, "on");
}

// "a port bordering Chad": where something lies.
bool PartyRoles::is_neighbour(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  return opening > sentence_->tokens().begin && sentence_->is_any(opening - 1, {"bordering"});
}

// "16 shillings per U.S. dollar", "fell against the Canadian dollar".
bool PartyRoles::prices_currency(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, sentence_->tokens().begin);
  const bool priced = opening > sentence_->tokens().begin && sentence_->is_any(opening - 1, {"per", "against", "to", "versus"});
  return priced && party.tokens.end < sentence_->tokens().end && sentence_->is_any(party.tokens.end, {"dollar", "dollars", "dlr", "dlrs"});
}

PartyRole PartyRoles::role_of(std::size_t party) const {
  const Party& self = sentence_->parties()[party];
  if (self.kind == Party::Kind::kPerson) return PartyRole::kPerson;
  if (sentence_->figures().empty()) return PartyRole::kPlain;
  if (is_addressee(self.tokens)) return PartyRole::kAddressee;
  if (is_where_spoken(self)) return PartyRole::kModifier;
  if (lies_in(self)) return PartyRole::kPlain;
  const bool plural = self.adjective && sentence_->is(self.tokens.end, "states");  // "African states"
  if ((!plural && states(self.tokens.end)) || states_further_on(self) || is_source(self.tokens) || tallies(self) ||
      employs_speaker(party) || issues_report(self))
    return PartyRole::kSpeaker;
  if (asks_others(self)) return PartyRole::kModifier;
  if (is_neighbour(self)) return PartyRole::kModifier;
  if (prices_currency(self) || is_origin_in_brackets(party) || is_marketplace(self)) return PartyRole::kModifier;
  if (describes_organisation(self) || is_in_apposition(party) || only_compares(*sentence_, self) || is_left_out(self))
    return PartyRole::kModifier;
  return describes_company(self) ? PartyRole::kOfCompany : PartyRole::kPlain;
}

bool has_verb_between(const FactSentence& sentence, std::uint32_t from, std::uint32_t to) {
  if (first_verb(sentence, {from, std::max(from, to)}) < to) return true;
  for (std::uint32_t token = from + 1; token < to; ++token) {
    if (sentence.role(token) == WordRole::kParticiple && sentence.is_any(token - 1, {"and", "but"})) return true;
  }
  return false;
}

bool is_between(const FactSentence& sentence, const Party& first, const Party& second) {
  const std::uint32_t opening = phrase_opening(sentence, first.tokens.begin, sentence.tokens().begin);
  const bool joined = second.tokens.begin == first.tokens.end + 1 && sentence.is(first.tokens.end, "and");
  return joined && opening > sentence.tokens().begin && sentence.is(opening - 1, "between");
}

std::uint32_t behind_opening(const FactSentence& sentence, TokenRange tokens) {
  const bool leads = sentence.is_any(tokens.begin, {"under", "in", "according", "by"}) && tokens.begin == sentence.tokens().begin;
  for (std::uint32_t token = tokens.end; leads && token > tokens.begin + 1; --token) {
    if (!sentence.is(token - 1, ",")) continue;
    return sentence.role(token - 2) == WordRole::kName ? tokens.begin : token;
  }
  return tokens.begin;
}

}  // namespace attest

#include <algorithm>

#include "fact/agreement_party_search.h"

namespace attest {
namespace {

using agreement_word::is_possessive;
using agreement_word::kJoints;

// "the government of Peru signed", "after Peru signed".
constexpr std::array<std::string_view, 8> kSubjectPrepositions = {"of", "between", "with", "for", "after", "before", "since", "as"};

bool is_dash(std::string_view word) noexcept { return word == "-" || word == "–" || word == "—"; }

/// "the EU-Japan Treaty": a side, and no part of a body's name.
bool is_joined(const TokenView& view, const PartyCue& cue, TokenRange phrase) noexcept {
  if (cue.tokens.end != cue.tokens.begin + 1) return false;
  return (cue.tokens.end + 1 < phrase.end && is_dash(view.word(cue.tokens.end))) ||
         (cue.tokens.begin > phrase.begin && is_dash(view.word(cue.tokens.begin - 1)));
}

/// What is filed with an authority is no agreement with it.
constexpr std::array<std::string_view, 3> kFilings = {"filing", "filings", "documents"};

}  // namespace

void PartySet::add(const PartySet& other) {
  for (const std::string& party : other.parties) {
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
  }
}

void AgreementParties::begin(const PartyCues& cues, const NamePlaces& names, const StateLeaders& leaders) {
  cues_ = &cues;
  persons_ = &names;
  leaders_ = &leaders;
  focus_.clear();
  focus_on_countries_ = false;
  bodies_.clear();
  countries_.clear();
  sides_.clear();
  struck_.clear();
  topic_.reset();
}

std::string_view AgreementParties::function_class(const TokenView& view, std::uint32_t token) const {
  const auto found = function_words_.at(view, token, token + 1);
  return found ? found->cell(0) : std::string_view();
}

/// "Chile's Foreign Ministry" concludes agreements in the name of Chile.
bool AgreementParties::acts_for_country(const TokenView& view, const PartyCue& cue) const {
  return cue.kind == PartyCue::Kind::kOrganisation && !cue.country.empty() &&
         state_offices_.ending_at(view, cue.tokens.end, cue.tokens.begin);
}

/// Courts rule on agreements and parliaments ratify them; they conclude none.
bool AgreementParties::only_ratifies(const TokenView& view, const PartyCue& cue) const {
  if (cue.kind != PartyCue::Kind::kOrganisation) return false;
  for (std::uint32_t i = cue.tokens.begin; i < cue.tokens.end; ++i) {
    if (ratifiers_.at(view, i, cue.tokens.end)) return true;
  }
  return false;
}

/// A place in angle brackets is the symbol of a share ("<UK>").
void AgreementParties::add(const TokenView& view, const PartyCue& cue, Search& search) const {
  const bool bracketed = cue.tokens.begin > 0 && cue.tokens.end < view.tokens.size() && view.word(cue.tokens.begin - 1) == "<" &&
                         view.word(cue.tokens.end) == ">" && cue.kind != PartyCue::Kind::kOrganisation;
  const bool symbol = cue.tokens.begin > 1 && view.word(cue.tokens.begin - 1) == "<" && cue.tokens.end == cue.tokens.begin + 1 &&
                      view.tokens[cue.tokens.begin].has(token_flag::kAllCaps) &&
                      view.tokens[cue.tokens.begin - 2].has(token_flag::kCapitalised);  // "Norvale Inc <NVL>"
  const bool goods = cue.tokens.end == cue.tokens.begin + 1 && trade_acronyms_.at(view, cue.tokens.begin, cue.tokens.end);  // "LNG"
  if (cue.id.empty() || bracketed || symbol || goods || only_ratifies(view, cue)) return;
  search.taken.push_back(&cue);
  auto& parties = search.set.parties;
  const std::string& id = acts_for_country(view, cue) ? cue.country : cue.id;
  if (std::find(parties.begin(), parties.end(), id) == parties.end()) parties.push_back(id);
  const Span bytes{view.tokens[cue.tokens.begin].begin, view.tokens[cue.tokens.end - 1].end};
  Span& all = search.set.bytes;
  all = all.begin == all.end ? bytes : Span{std::min(all.begin, bytes.begin), std::max(all.end, bytes.end)};
}

PartySet AgreementParties::find(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                                std::uint32_t clause) const {
  Search search;
  inside(view, phrase, search);
  search.set.inside = static_cast<std::uint32_t>(search.set.parties.size());
  const std::size_t before_link = search.set.parties.size();
  behind(view, phrase, event, sentence, search);
  if (search.set.parties.size() == before_link) sides_behind(view, phrase, event, sentence, search);
  const bool linked = search.set.parties.size() > before_link;
  possessor(view, phrase, sentence, search);
  search.set.stated = search.set.parties.size() >= 2 || linked;
  const std::size_t before_subject = search.set.parties.size();
  if (search.enclosed && search.self) add_topic(view, phrase, {sentence.begin, clause}, sentence.end, search);
  if (event.found() && event.before && !search.enclosed) subject(view, phrase, event, sentence, clause, search);
  if (event.found() && !event.before) subject_behind(view, phrase, event, search);
  if (event.is_deed) deed_objects(view, phrase, event, search);
  // "Under the pact with Peru, Chile sells": who stands behind the comma is the other side.
  const bool opens = phrase.outer == sentence.begin + 1 && search.set.parties.size() >= before_link + 2;
  const bool alone = search.set.parties.size() == 1 || (search.with && !opens && search.set.parties.size() == before_subject);
  const bool own = phrase.outer < phrase.tokens.begin && equal_in_any_case(view.word(phrase.outer), "its") && !event.before;
  const bool by_another = phrase.tokens.end < sentence.end && equal_in_any_case(view.word(phrase.tokens.end), "by");
  if (linked && (alone || own) && !search.enclosed && !by_another) add_topic(view, phrase, {sentence.begin, clause}, sentence.end, search);
  if (search.set.parties.empty()) signed_by_whom(view, phrase, event, sentence, search);
  search.set.between = search.enclosed || search.with;
  search.set.enclosed = search.enclosed;
  return std::move(search.set);
}

/// "A protocol was signed at a meeting of Chile and Peru", "Chile and Peru met. Two accords were signed.": whom the sentence names, else
/// whom the text last named together.
void AgreementParties::signed_by_whom(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                      TokenRange sentence, Search& search) const {
  constexpr std::size_t kMost = 6;
  const bool made = event.found() && !event.before && event.is_passive && event.status == AgreementStatus::kSigned;
  const bool known = phrase.weight == AgreementWeight::kNamed && phrase.determination != Determination::kIndefinite;
  if (!made || known || phrase.weight == AgreementWeight::kTrade) return;
  std::vector<std::string> named;
  for (const PartyCue& cue : cues_->within(sentence)) {
    const bool joined = is_joined(view, cue, sentence);           // "at the Kazakh-Tajik forum"
    if (cue.kind == PartyCue::Kind::kDemonym && !joined) return;  // "30 protocols were signed with Finnish and German firms"
    const bool country = cue.kind == PartyCue::Kind::kCountry || cue.kind == PartyCue::Kind::kDemonym;
    const bool currency = cue.tokens.end < view.tokens.size() && currencies_.at(view, cue.tokens.end, cue.tokens.end + 1);
    if (country && !currency && !cue.country.empty() && std::find(named.begin(), named.end(), cue.id) == named.end())
      named.push_back(cue.id);
  }
  if (named.empty()) named = hosts_within(view, sentence);
  search.set.named = named.size() >= 2;
  if (named.size() >= 2 && named.size() <= kMost) return add_all(named, search);
  if (named.empty() && focus_on_countries_) add_all(focus_, search);
}

/// Cities in titles say where, not who.
void AgreementParties::inside(const TokenView& view, const AgreementPhrase& phrase, Search& search) const {
  for (const PartyCue& cue : cues_->within(phrase.tokens)) {
    const bool city = cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea;
    const bool whole = cue.tokens.begin == phrase.tokens.begin && cue.tokens.end >= phrase.tokens.end;
    const bool currency =
        phrase.money != nullptr && phrase.money->bytes.contains({view.tokens[cue.tokens.begin].begin, view.tokens[cue.tokens.begin].end});
    const bool names_title = cue.kind == PartyCue::Kind::kOrganisation ? !is_joined(view, cue, phrase.tokens) : cue.country.empty();
    const bool part_of_title = phrase.weight == AgreementWeight::kNamed && names_title;  // "the Trans-Pacific Partnership"
    if (city || whole || currency || part_of_title) continue;
    add(view, cue, search);
    add_partner(view, cue, phrase.tokens, search);
  }
  if (phrase.tokens.begin < 2 || view.word(phrase.tokens.begin - 1) != "/") return;  // "the U.S./ASEAN Memorandum"
  const auto first = cues_->within({phrase.tokens.begin - 2, phrase.tokens.begin - 1});
  const auto second = cues_->within({phrase.tokens.begin, phrase.tokens.begin + 1});
  if (first.empty() || second.empty()) return;
  add(view, first.front(), search);
  add(view, second.front(), search);
}

/// In "China-Mercosur pact" the word beside the hyphen is a side, too, though no list knows it.
void AgreementParties::add_partner(const TokenView& view, const PartyCue& cue, TokenRange phrase, Search& search) const {
  const auto is_name = [&](std::uint32_t token) {
    return view.tokens[token].has(token_flag::kCapitalised) && cues_->within({token, token + 1}).empty();
  };
  const auto name_at = [&](std::uint32_t token) {
    if (!is_name(token)) return;
    std::string party(view.word(token));
    auto& parties = search.set.parties;
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(std::move(party));
  };
  if (cue.tokens.end + 1 < phrase.end && view.word(cue.tokens.end) == "-") name_at(cue.tokens.end + 1);
  if (cue.tokens.begin >= phrase.begin + 2 && view.word(cue.tokens.begin - 1) == "-") name_at(cue.tokens.begin - 2);
}

PartySet AgreementParties::pair_within(const TokenView& view, TokenRange range) const {
  Search search;
  const auto cues = cues_->within(range);
  for (std::size_t i = 0; i + 1 < cues.size(); ++i) {
    const PartyCue& first = cues[i];
    const PartyCue& second = cues[i + 1];
    if (second.tokens.begin != first.tokens.end + 1 || !is_dash(view.word(first.tokens.end))) continue;
    add(view, first, search);
    add(view, second, search);
    return std::move(search.set);
  }
  return {};
}

/// "Chile's treaty with Peru".
void AgreementParties::possessor(const TokenView& view, const AgreementPhrase& phrase, TokenRange sentence, Search& search) const {
  if (phrase.determination != Determination::kDefinite || phrase.outer < sentence.begin) return;
  for (const PartyCue& cue : cues_->within({phrase.outer > 8 ? phrase.outer - 8 : 0, phrase.tokens.begin})) {
    const bool adjoins = cue.tokens.end == phrase.tokens.begin && is_possessive(view.word(cue.tokens.end - 1));
    const bool marked =
        cue.tokens.end + 1 == phrase.tokens.begin && (view.word(cue.tokens.end) == "'s" || view.word(cue.tokens.end) == "’s");
    if (adjoins || marked) add(view, cue, search);
  }
}

/// "<NVL.L>": the symbol of a share stands for no party of its own.
bool AgreementParties::is_symbol(const TokenView& view, TokenRange name) const {
  if (name.begin == 0 || view.word(name.begin - 1) != "<") return false;
  const bool one_word = name.end <= name.begin + 1 && (name.end == name.begin || view.tokens[name.begin].has(token_flag::kAllCaps));
  return one_word || (name.end == name.begin + 3 && view.word(name.begin + 1) == ".") || !cues_->within(name).empty();
}

/// Capitals that name nobody: months, titles, forms of companies, words that any text has ("January", "Secretary", "Co").
bool AgreementParties::is_ordinary(const TokenView& view, TokenRange name) const {
  for (std::uint32_t token = name.begin; token < name.end; ++token) {
    if (!ordinary_words_.at(view, token, token + 1) && !months_.at(view, token, token + 1) && !legal_forms_.at(view, token, token + 1))
      return false;
  }
  return true;
}

/// "the Norvale news agency said": a medium that speaks is no side of what it tells of.
bool AgreementParties::only_reports(const TokenView& view, const PartyCue& cue, TokenRange sentence) const {
  constexpr std::uint32_t kFarthest = 3;
  if (!cue.reports) return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(sentence.end, cue.tokens.end + kFarthest); ++i) {
    if (!sayings_.at(view, i, sentence.end)) continue;
    // "the Norvale Times said it bought"
    return i + 1 >= view.tokens.size() || !(equal_in_any_case(view.word(i + 1), "it") || equal_in_any_case(view.word(i + 1), "its"));
  }
  return false;
}

void AgreementParties::add_name(const TokenView& view, TokenRange name, Search& search) const {
  for (std::uint32_t token = name.begin; persons_ != nullptr && token < name.end; ++token) {
    if (persons_->covering(token) != nullptr) return;  // "Foreign Minister Vahit Norvale"
  }
  if (is_ordinary(view, name) || (name.end == name.begin + 1 && trade_acronyms_.at(view, name.begin, name.end))) return;
  std::string party(view.passage(name));
  std::replace(party.begin(), party.end(), '\n', ' ');
  auto& parties = search.set.parties;
  if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(std::move(party));
}

/// "the federal and Texas governments".
bool AgreementParties::governs(const TokenView& view, std::uint32_t token) {
  constexpr std::array<std::string_view, 3> kGovernments = {"government", "governments", "authorities"};
  return token < view.tokens.size() && is_one_of(view.word(token), kGovernments);
}

/// Where a body is, which stands behind it: "Norvale Inc of Canada", "Norvale Inc, Oslo, Norway".
bool AgreementParties::is_location(const TokenView& view, const PartyCue& cue, const PartyCue* last, std::uint32_t link,
                                   std::uint32_t known_end) const {
  if (cue.kind == PartyCue::Kind::kOrganisation || cue.kind == PartyCue::Kind::kDemonym) return false;
  if (cue.kind == PartyCue::Kind::kCountry && cue.tokens.begin == link + 1 && link > 0) return false;  // "on behalf of Chile"
  if (cue.kind == PartyCue::Kind::kCity || cue.kind == PartyCue::Kind::kArea)
    return cue.tokens.begin != link + 1 && !governs(view, cue.tokens.end);
  const bool has_address = last == nullptr ? known_end > link  // an unknown name
                                           : last->kind == PartyCue::Kind::kOrganisation || last->kind == PartyCue::Kind::kCity;
  if (!has_address || cue.tokens.begin == 0) return false;
  constexpr std::uint32_t kLongestAddress = 4;  // ", Oslo, " or " of "
  const std::uint32_t body_end = last != nullptr ? last->tokens.end : known_end;
  if (cue.tokens.begin > std::max(body_end, known_end) + kLongestAddress) return false;
  const bool article = cue.tokens.begin > body_end + 1 && function_class(view, cue.tokens.begin - 1) == "determiner";
  const std::string_view before = view.word(cue.tokens.begin - (article ? 2U : 1U));
  return before == "," || equal_in_any_case(before, "of") || equal_in_any_case(before, "in");
}

/// "…, Trade Minister Ludlow said": who tells of it.
bool AgreementParties::speaks_behind_comma(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const {
  constexpr std::uint32_t kLongestTitle = 6;
  const bool article = function_class(view, cue.tokens.begin - 1) == "determiner" && cue.tokens.begin > 1;
  if (view.word(cue.tokens.begin - (article ? 2U : 1U)) != ",") return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(limit, cue.tokens.end + kLongestTitle); ++i) {
    if (is_one_of(view.word(i), kJoints)) return false;
    if (sayings_.at(view, i, limit)) return true;
  }
  return false;
}

/// "state-owned".
bool AgreementParties::is_compound(const TokenView& view, TokenRange words) {
  return words.end == words.begin + 3 && view.word(words.begin + 1) == "-" && !view.tokens[words.begin].has(token_flag::kCapitalised);
}

/// "Norvale's majority stockholder Ludlow".
bool AgreementParties::owner_follows(const TokenView& view, std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 4;
  const std::uint32_t last = end > begin && view.word(end - 1) == "<" ? end - 1 : end;
  return last > begin && last <= begin + kLongest && roles_.ending_at(view, last, begin);
}

/// "Palm Moss, Colo., builder Norvale Inc": the town of a body that follows with its kind.
bool AgreementParties::is_town_of_next(const TokenView& view, const PartyCue& cue, const PartyCue& next) const {
  constexpr std::uint32_t kLongest = 9;
  if (cue.kind != PartyCue::Kind::kCity || view.word(cue.tokens.end) != "," || next.tokens.begin > cue.tokens.end + kLongest) return false;
  return kinds_.ending_at(view, next.tokens.begin, cue.tokens.end).has_value();
}

/// "Latin America's longest war", "the Africa 2018 forum", "the Caucasus countries": of a region something else is told.
bool AgreementParties::names_no_side(const TokenView& view, std::uint32_t behind) const {
  const Token& next = view.tokens[behind];
  const auto reference = self_references_.at(view, behind, behind + 1);
  return is_possessive(view.word(behind)) || next.kind == TokenKind::kNumber || (reference && reference->cell(1) == "state");
}

/// What stands before a body says whose it is ("China's CNPC", "Peruvian copper miner Norvale", "Norvale's Ludlow Ltd"), and is no
/// party itself; nor is the town where it is based.
bool AgreementParties::describes_next(const TokenView& view, std::span<const PartyCue>::iterator cue,
                                      std::span<const PartyCue>::iterator end) const {
  const std::uint32_t behind = cue->tokens.end;
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  if (cue->kind == PartyCue::Kind::kRegion && behind < size && names_no_side(view, behind)) return true;
  const bool place = cue->kind != PartyCue::Kind::kOrganisation;
  const std::uint32_t based = behind + 1 < size && view.word(behind) == "-" ? behind + 1 : behind;
  if (place && based < size && equal_in_any_case(view.word(based), "based")) return true;
  if (cue->kind == PartyCue::Kind::kCity && behind + 4 < size && view.word(behind) == ",") {  // "Palm Moss, California-based Norvale Inc"
    if (equal_in_any_case(view.word(behind + 3), "based")) return true;
  }
  if (cue->kind == PartyCue::Kind::kDemonym && affiliates_.at(view, behind, size)) return true;  // "its German unit"
  const auto next = cue + 1;
  if (next == end || next->kind != PartyCue::Kind::kOrganisation || behind >= size) return false;
  if (is_town_of_next(view, *cue, *next)) return true;
  constexpr std::uint32_t kLongest = 9;
  // "Norwegian oil and gas firm Norvale"
  const bool of_kind = next->tokens.begin <= behind + kLongest && kinds_.ending_at(view, next->tokens.begin, behind).has_value();
  if (cue->kind == PartyCue::Kind::kDemonym && of_kind && !is_one_of(view.word(behind), kJoints)) return true;
  const std::uint32_t noun = behind + (view.word(behind) == ">" ? 1U : 0U);
  const bool unit = affiliates_.at(view, noun, next->tokens.begin).has_value();  // "Norvale unit Ludlow Ltd"
  if (!place && unit && next->tokens.begin <= noun + 3) return true;
  for (std::uint32_t i = behind; i < std::min(next->tokens.begin, behind + 3); ++i) {
    if (place && view.word(i).ends_with("ing") && function_class(view, i + 1) == "determiner") return false;  // "Chile joining the"
    if (is_one_of(view.word(i), kJoints)) return false;  // "India and Boeing", "with India, the Finance Ministry said"
  }
  const bool bracket = behind + 1 < size && view.word(behind + 1) == "(";  // "Norvale's (NYSE: NVL) Ludlow division"
  const bool possessive = is_possessive(view.word(behind)) && !bracket;
  if (place && possessive && is_compound(view, {behind + 1, next->tokens.begin})) return true;
  const bool symbol = behind + 1 < size && view.word(behind + 1) == "<";  // "Norvale's <NVL> Ludlow Ltd"
  if (!place)
    return possessive && (next->tokens.begin <= behind + (symbol ? 5U : 2U) || owner_follows(view, behind + 1, next->tokens.begin));
  if (next->tokens.begin <= behind + (possessive ? 3U : 2U)) return true;
  if (next->tokens.begin > behind + kLongest) return false;
  const std::uint32_t last = view.word(next->tokens.begin - 1) == "<" ? next->tokens.begin - 1 : next->tokens.begin;
  return kinds_.ending_at(view, last, behind).has_value();
}

/// A country right behind a body says where it is at home: "Ludlow A/S Danish subsidiary", "Norvale's U.S. business".
bool AgreementParties::describes_last(const TokenView& view, const PartyCue& cue, const PartyCue* last) {
  if (cue.kind == PartyCue::Kind::kOrganisation || last == nullptr || last->kind != PartyCue::Kind::kOrganisation) return false;
  std::uint32_t end = last->tokens.end;
  if (view.word(end) == "<") {  // "Norvale Inc <NVL>, a Chilean maker"
    while (end < cue.tokens.begin && view.word(end - 1) != ">") ++end;
  }
  const std::uint32_t gap = cue.tokens.begin - end;
  // "Orda, a Kazakh operator"
  const bool apposition = gap == 2 && view.word(end) == "," && view.word(end + 1).size() <= 3 && cue.kind == PartyCue::Kind::kDemonym;
  return apposition || gap == 0 || (gap == 1 && is_possessive(view.word(end)));
}

/// "Norvale, a unit of Ludlow": Ludlow.
bool AgreementParties::is_owner(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  std::uint32_t begin = cue.tokens.begin;
  const auto may_stand_between = [&](std::uint32_t i) {  // "a unit of the newly-established <Ludlow>"
    const std::string_view word = view.word(i);
    const bool adjective = view.tokens[i].kind == TokenKind::kWord && !view.tokens[i].has(token_flag::kCapitalised) && word.ends_with("ed");
    return word == "<" || word == "-" || adjective || word.ends_with("ly") || function_class(view, i) == "determiner";
  };
  while (begin > floor && may_stand_between(begin - 1)) --begin;
  return cue.kind == PartyCue::Kind::kOrganisation && begin > floor && equal_in_any_case(view.word(begin - 1), "of") &&
         affiliates_.ending_at(view, begin - 1, floor);
}

/// "the UK company": a body that was named before, and not its country.
bool AgreementParties::names_company_before(const TokenView& view, const PartyCue& cue) const {
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  const auto reference = cue.tokens.end < size ? self_references_.at(view, cue.tokens.end, size) : std::nullopt;
  const bool one = reference && reference->cell(0) == "one" && kinds_.at(view, cue.tokens.end, size).has_value();
  if (!one || !topic_ || !equal_in_any_case(view.word(cue.tokens.begin - 1), "the")) return false;
  constexpr std::uint32_t kFarthest = 200;  // tokens
  const auto before = cues_->within({cue.tokens.begin > kFarthest ? cue.tokens.begin - kFarthest : 0, cue.tokens.begin});
  return std::any_of(before.begin(), before.end(), [&](const PartyCue& body) {
    const bool at_home = body.country.empty() || body.country == cue.country;
    return body.kind == PartyCue::Kind::kOrganisation && body.id == *topic_ && at_home;
  });
}

/// "Peruvian oil and gas firm Norvale Energy": the name behind a people's adjective and the kind of body, where no list knows it.
TokenRange AgreementParties::described_name(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const {
  constexpr std::uint32_t kLongest = 9;
  if (cue.kind != PartyCue::Kind::kDemonym) return {};
  for (std::uint32_t i = cue.tokens.end; i < std::min(limit, cue.tokens.end + kLongest); ++i) {
    if (view.tokens[i].kind == TokenKind::kPunctuation && view.word(i) != "-") return {};
    if (!view.tokens[i].has(token_flag::kCapitalised)) continue;
    return kinds_.ending_at(view, i, cue.tokens.end) ? unknown_name(view, i, limit, true) : TokenRange{};
  }
  return {};
}

/// "the British energy giant": a body that was named before.
bool AgreementParties::names_body_told(const TokenView& view, const PartyCue& cue) const {
  constexpr std::uint32_t kLongest = 4;
  const auto size = static_cast<std::uint32_t>(view.tokens.size());
  if (cue.kind != PartyCue::Kind::kDemonym || cue.tokens.begin == 0 || !equal_in_any_case(view.word(cue.tokens.begin - 1), "the"))
    return false;
  for (std::uint32_t i = cue.tokens.end; i < std::min(size, cue.tokens.end + kLongest); ++i) {
    const Token& token = view.tokens[i];
    if (token.kind != TokenKind::kWord || token.has(token_flag::kCapitalised) || !function_class(view, i).empty()) return false;
    const auto kind = kinds_.at(view, i, size);
    if (!kind) continue;
    const std::uint32_t end = kind->tokens.end;
    return end == size || !view.tokens[end].has(token_flag::kCapitalised);
  }
  return false;
}

/// "Moss and Vega signed": the countries of the presidents; false where none is one.
bool AgreementParties::add_leaders(TokenRange range, Search& search) const {
  const std::size_t known = search.set.parties.size();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (const std::string_view country = leaders_->country_at(i); !country.empty()) add_all(std::vector{std::string(country)}, search);
  }
  return search.set.parties.size() > known;
}

/// "(NASDAQ: NVL)", "(NVL)": letters that stand for who is named before them.
bool AgreementParties::is_in_brackets(const TokenView& view, TokenRange name) {
  if (name.begin == 0 || name.end >= view.tokens.size()) return false;
  const std::string_view before = view.word(name.begin - 1);
  const std::string_view behind = view.word(name.end);
  return (before == "(" && (behind == ":" || behind == ")")) || (before == ":" && behind == ")");
}

/// Names behind a preposition are no subjects ("on Monday in Astana, China signed"), but "the government of Chile" is one.
bool AgreementParties::can_be_subject(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  if (cue.kind == PartyCue::Kind::kArea) return false;
  std::uint32_t begin = cue.tokens.begin;
  if (cue.reports && begin > floor && view.word(begin - 1) == "(") return false;  // "LIMA (Norvale News) -"
  if (begin > floor && sayings_.at(view, begin - 1, begin)) return false;         // "told Norvale"
  if (is_in_brackets(view, cue.tokens)) return false;
  if (cue.kind != PartyCue::Kind::kOrganisation && begin > floor && names_company_before(view, cue)) return false;
  while (begin > floor && function_class(view, begin - 1) == "determiner") --begin;
  const bool possessive = cue.tokens.end < view.tokens.size() && is_possessive(view.word(cue.tokens.end));  // "to Peru's offer to sign"
  if (begin == floor || possessive || (function_class(view, begin - 1) != "preposition" && !equal_in_any_case(view.word(begin - 1), "to")))
    return true;
  const std::string_view word = view.word(begin - 1);
  if (equal_in_any_case(word, "from") && declarants_.ending_at(view, begin - 1, floor)) return true;  // "ministers from Chile and Peru"
  if (cue.reports && !equal_in_any_case(word, "of")) return false;                                    // "in an interview with Reuters"
  if (begin > floor + 1 && is_one_of(view.word(begin - 2), kFilings)) return false;
  const bool owner =
      cue.kind == PartyCue::Kind::kOrganisation && affiliates_.ending_at(view, begin - 1, floor);  // "Norvale, a unit of Ludlow"
  return is_one_of(word, kSubjectPrepositions) && !owner;
}

}  // namespace attest

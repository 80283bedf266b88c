// Who concludes an agreement, before its phrase and in the sentences before: "Chile signed", "it signed", "its agreement with".
#include "fact/agreement_party_search.h"

namespace attest {
namespace {

using agreement_word::kJoints;

constexpr std::uint32_t kLongestOpening = 3;  // tokens before a phrase that opens its sentence
constexpr std::array<std::string_view, 3> kOtherSides = {"with", "between", "for"};
constexpr std::array<std::string_view, 4> kPartners = {"from", "to", "with", "by"};
constexpr std::array<std::string_view, 5> kPlacings = {"at", "on", "for", "near", "as"};
constexpr std::array<std::string_view, 2> kReceivers = {"to", "for"};
constexpr std::array<std::string_view, 2> kPossessives = {"its", "their"};
constexpr std::array<std::string_view, 6> kClauseOpeners = {"which", "that", "who", "after", "while", "when"};

}  // namespace

/// "Norvale announced a deal with Ludlow and unveiled a pact": the subject of a second verb stands behind the "and", or before the first
/// verb's object.
TokenRange AgreementParties::subject_range(const TokenView& view, const AgreementPhrase& phrase, TokenRange range,
                                           std::uint32_t sentence_begin) const {
  const TokenRange previous = phrase.previous;
  if (previous.begin < range.begin || previous.begin == previous.end || previous.end >= range.end) return range;
  std::uint32_t joint = range.end;
  while (joint > previous.end && !equal_in_any_case(view.word(joint - 1), "and")) --joint;
  if (joint <= previous.end + 1) return range;  // "a deal and a pact"
  if (!cues_->within({joint, range.end}).empty()) return {joint, range.end};
  return {previous.begin == range.begin ? sentence_begin : range.begin, previous.begin};  // "announced" opens a clause
}

/// "Norvale brokered a deal", "urged a truce": who does that is no party.
bool AgreementParties::mediates(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event) const {
  constexpr std::array<std::string_view, 4> kTruces = {"ceasefire", "cease-fire", "truce", "armistice"};
  const auto mediation = mediations_.at(view, event.verb.begin, event.verb.end);
  if (!mediation) return false;
  if (mediation->cell(0) == "any") return true;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    if (is_one_of(view.word(i), kTruces)) return true;
  }
  return false;
}

void AgreementParties::subject(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                               std::uint32_t clause, Search& search) const {
  const TokenRange range = subject_range(view, phrase, {clause, event.verb.begin}, sentence.begin);
  // "averted the collapse of the pact"
  if (event.status == AgreementStatus::kTerminated && equal_in_any_case(view.word(event.verb.end - 1), "of")) return;
  if (mediates(view, phrase, event)) return;
  if (!event.is_noun && add_sides_named(view, range, sentence, search)) return;
  const auto cues = cues_->within(range);
  const std::size_t before = search.taken.size();
  bool described = false;
  const bool gerund = view.word(event.verb.begin).ends_with("ing");
  if (gerund && !cues.empty() && cues.back().tokens.end == event.verb.begin) return add(view, cues.back(), search);  // "Chile joining it"
  if (add_opening_before_aside(view, range, search)) return;
  const PartyCue* last = nullptr;
  std::uint32_t known_end = 0;
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    const bool aside = describes_next(view, cue, cues.end()) || describes_last(view, *cue, last) ||
                       (last != nullptr && is_location(view, *cue, last, range.begin, known_end));
    if (cue->kind == PartyCue::Kind::kOrganisation) last = &*cue;
    known_end = cue->tokens.end;
    if (const TokenRange name = described_name(view, *cue, range.end); name.begin < name.end) {
      add_name(view, name, search);
      described = true;
      continue;
    }
    if (!aside && can_be_subject(view, *cue, range.begin) && !only_reports(view, *cue, sentence)) add(view, *cue, search);
  }
  // "the Navy awarded it a contract": who receives it, stands behind the verb.
  const bool given = event.verb.end < phrase.outer && equal_in_any_case(view.word(event.verb.end), "it");
  if (given && sentence.begin < clause) return meant_by_pronoun(view, {clause, clause}, sentence, search);
  const bool it =
      range.begin < range.end && (equal_in_any_case(view.word(range.begin), "it") || equal_in_any_case(view.word(range.begin), "they"));
  if (search.taken.size() > before && !(it && search.taken.size() == before + 1)) return;  // "it and Norvale signed" has two
  if (described || (search.taken.size() == before && !event.is_noun && add_leaders(range, search))) return;
  const std::size_t known = search.set.parties.size();
  for (std::uint32_t i = range.begin; i < range.end && search.set.parties.size() == known; ++i) {
    const TokenRange name = unknown_name(view, i, range.end, false);
    // "Vahit Ludlow, chairman": a person
    const bool has_role = name.end + 1 < range.end && view.word(name.end) == "," && roles_.at(view, name.end + 1, range.end);
    if (name.begin < name.end && !is_symbol(view, name) && !has_role) add_name(view, name, search);
  }
  if (search.set.parties.size() == known && (event.is_deed || clause == sentence.begin))
    add_opening_name(view, {sentence.begin, range.end}, clause, search);
  // "Norvale said the adoption of a pact": whose it is, the noun does not say.
  const bool noun = event.is_noun;
  if (search.set.parties.size() > known) return;
  if (noun && clause > sentence.begin && view.word(clause - 1).starts_with("announc"))
    return add_announcers(view, {sentence.begin, clause}, search);
  if (const auto sides = sides_meant(view, range, sentence)) {
    // "The two countries signed a pact during the visit of Chile's president to Peru."
    auto pair = sides->empty() ? countries_within({event.verb.end, sentence.end}) : std::vector<std::string>();
    if (sides->empty() && pair.size() != 2) pair = hosts_within(view, sentence);  // "at the Chile-Peru forum, the sides signed"
    return add_all(pair.size() == 2 ? std::span<const std::string>(pair) : *sides, search);
  }
  if (noun && speaks_of_theirs(view, range)) return add_all(focus_, search);
  if (!noun && !has_own_subject(view, range)) meant_by_pronoun(view, range, sentence, search);
}

/// "Their talks ended with the signing of a pact".
bool AgreementParties::speaks_of_theirs(const TokenView& view, TokenRange clause) {
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if (equal_in_any_case(view.word(i), "their")) return true;
  }
  return false;
}

/// "Norvale and Ludlow announced the signing of a pact": who announces it, has signed.
void AgreementParties::add_announcers(const TokenView& view, TokenRange before, Search& search) const {
  const PartyCue* first = subject_among(view, before, false);
  if (first == nullptr) return;
  add(view, *first, search);
  add_joined(view, *first, before.end, search);
}

/// "the contract Norvale signed with Ludlow": who stands between the phrase and its verb.
void AgreementParties::subject_behind(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                      Search& search) const {
  const auto cues = cues_->within({phrase.tokens.end, event.verb.begin});
  if (cues.empty() && event.verb.begin > phrase.tokens.end) {
    if (const auto sides = sides_meant(view, {phrase.tokens.end, event.verb.begin}, {phrase.outer, event.verb.end}))
      add_all(*sides, search);
  }
  if (cues.size() != 1) return;
  std::uint32_t begin = cues.front().tokens.begin;
  while (begin > phrase.tokens.end && function_class(view, begin - 1) == "determiner") --begin;
  std::uint32_t end = cues.front().tokens.end;
  while (end < event.verb.begin && function_class(view, end) == "auxiliary" && view.word(end).starts_with("ha")) ++end;  // "has", "had"
  if (begin == phrase.tokens.end && end == event.verb.begin) add(view, cues.front(), search);
}

/// "bought Ludlow from Norvale in a deal": bodies that the verb governs, and who stands behind "from", "to" and "with".
void AgreementParties::deed_objects(const TokenView& view, const AgreementPhrase& phrase, const AgreementEvent& event,
                                    Search& search) const {
  const auto cues = cues_->within({event.verb.end, phrase.outer});
  const PartyCue* last = nullptr;
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    std::uint32_t begin = cue->tokens.begin;
    while (begin > event.verb.end && (view.word(begin - 1) == "<" || function_class(view, begin - 1) == "determiner")) --begin;
    const std::string_view before = view.word(begin - 1);
    const bool body = cue->kind == PartyCue::Kind::kOrganisation && !is_one_of(before, kPlacings);
    const bool aside = describes_next(view, cue, cues.end()) || describes_last(view, *cue, last);
    last = &*cue;
    if (!aside && (body || (is_one_of(before, kPartners) && cue->kind == PartyCue::Kind::kCountry))) add(view, *cue, search);
  }
}

/// "said farmers sought": a noun that stands for nobody named is the subject, unless "it", "its unit" or "the company" points back.
bool AgreementParties::has_own_subject(const TokenView& view, TokenRange clause) const {
  bool content = false;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if (!reference_number(view, i, clause).empty()) return false;
    const Token& token = view.tokens[i];
    const bool noun = token.kind == TokenKind::kWord && !token.has(token_flag::kCapitalised) && view.word(i).ends_with("s") &&
                      function_class(view, i).empty();
    content = content || noun || function_class(view, i) == "determiner";
  }
  return content;
}

/// "Norvale and Ludlow said they signed": those whom "and" joins to the first one.
void AgreementParties::add_joined(const TokenView& view, const PartyCue& first, std::uint32_t limit, Search& search) const {
  for (const PartyCue& cue : cues_->within({first.tokens.end, limit})) {
    std::uint32_t begin = cue.tokens.begin;
    while (begin > first.tokens.end && (view.word(begin - 1) == "<" || function_class(view, begin - 1) == "determiner")) --begin;
    if (equal_in_any_case(view.word(begin - 1), "and") || is_of_second(view, {first.tokens.end, begin})) add(view, cue, search);
  }
}

/// "and the rebels of": what joins another body by those who act for it.
bool AgreementParties::is_of_second(const TokenView& view, TokenRange between) const {
  constexpr std::uint32_t kLongest = 5;
  if (between.end < between.begin + 3 || !equal_in_any_case(view.word(between.end - 1), "of")) return false;
  const std::uint32_t floor = between.end > between.begin + kLongest ? between.end - kLongest : between.begin;
  for (std::uint32_t i = between.end - 1; i > floor; --i) {
    if (equal_in_any_case(view.word(i - 1), "and")) return true;
    if (view.tokens[i - 1].kind != TokenKind::kWord || view.tokens[i - 1].has(token_flag::kCapitalised)) return false;
  }
  return false;
}

void AgreementParties::add_all(std::span<const std::string> parties, Search& search) {
  auto& known = search.set.parties;
  for (const std::string& party : parties) {
    if (std::find(known.begin(), known.end(), party) == known.end()) known.push_back(party);
  }
}

/// "Ludlow Shore LNG, a plant in Norvale, has signed": the capitals before an aside that ends right before the verb; they name the
/// subject, and no list knows them.
bool AgreementParties::add_opening_before_aside(const TokenView& view, TokenRange clause, Search& search) const {
  std::uint32_t end = clause.begin;
  while (end < clause.end && view.tokens[end].has(token_flag::kCapitalised) && view.tokens[end].kind != TokenKind::kNumber &&
         cues_->within({end, end + 1}).empty()) {
    ++end;
  }
  std::uint32_t verb = clause.end;
  while (verb > end && function_class(view, verb - 1) == "auxiliary") --verb;
  const bool aside = end >= clause.begin + 2 && verb > end + 2 && view.word(end) == "," && view.word(verb - 1) == ",";
  if (!aside || persons_->covering(end - 1) != nullptr || is_ordinary(view, {clause.begin, end})) return false;
  add_all(std::vector{std::string(view.passage({clause.begin, end}))}, search);
  return true;
}

/// "…, the Defence Ministry said.": whom the text quotes, it does not speak of.
bool AgreementParties::is_speaker_tag(const TokenView& view, const PartyCue& cue, TokenRange sentence) const {
  constexpr std::uint32_t kLongestTag = 3;
  if (cue.tokens.end + kLongestTag < sentence.end || cue.tokens.begin == sentence.begin) return false;
  return cue.tokens.end < sentence.end && sayings_.at(view, cue.tokens.end, sentence.end).has_value();
}

/// "a visit to Peru": whom somebody visits, the visit is about.
bool AgreementParties::is_visited(const TokenView& view, const PartyCue& cue, std::uint32_t floor) const {
  constexpr std::array<std::string_view, 4> kVisits = {"visit", "visits", "trip", "tour"};
  if (cue.kind != PartyCue::Kind::kCountry) return false;
  std::uint32_t begin = cue.tokens.begin;
  while (begin > floor && function_class(view, begin - 1) == "determiner") --begin;
  return begin >= floor + 2 && view.word(begin - 1) == "to" && is_one_of(view.word(begin - 2), kVisits);
}

/// Commas and "and" alone.
bool AgreementParties::is_in_row(const TokenView& view, TokenRange between) const {
  for (std::uint32_t i = between.begin; i < between.end; ++i) {
    if (!is_one_of(view.word(i), kJoints) && function_class(view, i) != "determiner") return false;
  }
  return between.begin < between.end;
}

void AgreementParties::hear(const TokenView& view, TokenRange sentence) {
  std::vector<std::string> named;
  bool first = true;
  bool countries = true;
  const PartyCue* left_out = nullptr;  // the last one
  const auto cues = cues_->within(sentence);
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    const bool of_region = cue->kind == PartyCue::Kind::kDemonym && cue->country.empty();  // "reduce its Asian costs"
    const bool subject = can_be_subject(view, *cue, sentence.begin) || is_visited(view, *cue, sentence.begin);
    const bool in_row = left_out != nullptr && is_in_row(view, {left_out->tokens.end, cue->tokens.begin});  // "from Chile, Peru"
    if (!subject || in_row) left_out = &*cue;
    if (cue->id.empty() || of_region || !subject || only_reports(view, *cue, sentence)) continue;
    if (describes_next(view, cue, cues.end()) || is_speaker_tag(view, *cue, sentence)) continue;
    if (first) topic_ = cue->id;
    first = false;
    if (in_row) continue;
    countries = countries && !cue->country.empty() && cue->kind != PartyCue::Kind::kOrganisation;
    if (std::find(named.begin(), named.end(), cue->id) == named.end()) named.push_back(cue->id);
  }
  constexpr std::size_t kMost = 6;
  if (named.size() == 2 || (countries && named.size() > 2 && named.size() <= kMost)) {
    focus_ = std::move(named);
    focus_on_countries_ = countries;
  }
  hear_bodies(view, sentence);
  hear_countries(view, sentence);
  hear_deal(view, sentence);
}

/// "the Ludlow grain terminal": what is sold, not who sells it.
bool AgreementParties::names_a_thing(const TokenView& view, const PartyCue& cue, std::uint32_t limit) const {
  if (cue.tokens.end >= limit || function_class(view, cue.tokens.begin - 1) != "determiner") return false;
  const Token& next = view.tokens[cue.tokens.end];
  return next.kind == TokenKind::kWord && !next.has(token_flag::kCapitalised) && function_class(view, cue.tokens.end).empty();
}

/// "agreed to buy a mine, which Ludlow built": another clause begins before the body.
bool AgreementParties::is_past_clause(const TokenView& view, TokenRange range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string_view word = view.word(i);
    if (word == ";" || word == "--" || is_one_of(word, kClauseOpeners) || sayings_.at(view, i, range.end)) return true;
  }
  return false;
}

/// "agreed to buy Ludlow": capitals right behind the verb that no list knows.
void AgreementParties::add_unknown_side(const TokenView& view, TokenRange behind) {
  const TokenRange name = behind.begin < behind.end ? unknown_name(view, behind.begin, behind.end, true) : TokenRange{};
  if (name.begin == name.end || is_ordinary(view, name)) return;
  const std::uint32_t next = name.end;
  const bool whole = next >= behind.end || view.tokens[next].kind == TokenKind::kPunctuation || !function_class(view, next).empty();
  if (!whole || persons_->covering(name.begin) != nullptr) return;  // "agreed to buy Ludlow shares"
  struck_.emplace_back(view.passage(name));
}

/// "Norvale agreed to buy Ludlow": the next sentence's "the deal" means that.
void AgreementParties::hear_deal(const TokenView& view, TokenRange sentence) {
  constexpr std::uint32_t kReach = 16;  // tokens behind the verb in which the other side stands
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const auto verb = deal_verbs_.at(view, i, sentence.end);
    if (!verb) continue;
    const PartyCue* first = subject_among(view, {sentence.begin, i}, false);
    if (first == nullptr || first->id.empty()) return;
    struck_ = {first->id};
    const bool lends = verb->cell(1) == "lends";
    for (const PartyCue& cue : cues_->within({verb->tokens.end, std::min(sentence.end, verb->tokens.end + (lends ? 2 : 1) * kReach)})) {
      if (is_past_clause(view, {verb->tokens.end, cue.tokens.begin})) break;
      const bool borrower = lends && cue.kind == PartyCue::Kind::kCountry && is_one_of(view.word(cue.tokens.begin - 1), kReceivers);
      const bool body = cue.kind == PartyCue::Kind::kOrganisation && !names_a_thing(view, cue, sentence.end);
      if ((!body && !borrower) || cue.id == first->id) continue;
      struck_.push_back(cue.id);
      break;
    }
    if (struck_.size() == 1) add_unknown_side(view, {verb->tokens.end, sentence.end});
    announced_ = verb->cell(0) == "announced";
    struck_at_ = sentence;
    return;
  }
}

std::span<const std::string> AgreementParties::deal_before(std::uint32_t token) const noexcept {
  constexpr std::uint32_t kFarthestDeal = 120;  // tokens
  return !struck_.empty() && token <= struck_at_.begin + kFarthestDeal ? std::span<const std::string>(struck_)
                                                                       : std::span<const std::string>();
}

/// Of an agreement "with Norvale" the other side is who its clause is about, or its sentence, where its verb names nobody; of "its
/// agreement" who stands nearest.
void AgreementParties::add_topic(const TokenView& view, const AgreementPhrase& phrase, TokenRange before, std::uint32_t sentence_end,
                                 Search& search) const {
  const bool possessive = phrase.outer < phrase.tokens.begin && is_one_of(view.word(phrase.outer), kPossessives);
  const bool spoken = before.end < phrase.outer && before.begin < before.end && equal_in_any_case(view.word(before.end), "it");
  const bool own = possessive && !spoken;  // "Norvale said it will sell Ludlow under its agreement": Norvale's
  if (possessive && spoken) {
    if (const PartyCue* speaker = subject_among(view, before, false)) return add(view, *speaker, search);
    if (add_speaker(view, before, search)) return;
  }
  const PartyCue* chosen = subject_among(view, {before.end, phrase.outer}, own);
  if (chosen == nullptr) chosen = subject_among(view, before, own);
  if (chosen != nullptr) return add(view, *chosen, search);
  if (own && add_speaker(view, {before.begin, phrase.outer}, search)) return;
  if (phrase.outer <= before.begin + kLongestOpening && add_subject_behind(view, phrase, sentence_end, search)) return;
  add_topic_before(search);
}

/// "Under an agreement with Chile, Norvale sells": who stands behind the comma.
bool AgreementParties::add_subject_behind(const TokenView& view, const AgreementPhrase& phrase, std::uint32_t limit, Search& search) const {
  for (const PartyCue& cue : cues_->within({phrase.tokens.end, limit})) {
    const bool taken = std::find(search.taken.begin(), search.taken.end(), &cue) != search.taken.end();
    if (taken || view.word(cue.tokens.begin - 1) != ",") continue;
    add(view, cue, search);
    return true;
  }
  return false;
}

/// The first body or country of a stretch that can be its subject; with `last` the last one.
const PartyCue* AgreementParties::subject_among(const TokenView& view, TokenRange range, bool last) const {
  const PartyCue* found = nullptr;
  const auto cues = cues_->within(range);
  for (auto cue = cues.begin(); cue != cues.end(); ++cue) {
    const bool aside = describes_next(view, cue, cues.end()) || !can_be_subject(view, *cue, range.begin);
    const std::string_view before = cue->tokens.begin > range.begin ? view.word(cue->tokens.begin - 1) : std::string_view();
    if (aside || only_reports(view, *cue, range) || is_one_of(before, kOtherSides)) continue;
    found = &*cue;
    if (!last) break;
  }
  return found;
}

/// "Ludlow Proteins said its agreement": capitals that open the sentence and speak of themselves as "it" name a body.
bool AgreementParties::add_speaker(const TokenView& view, TokenRange range, Search& search) const {
  std::uint32_t end = range.begin;
  const auto names = [&](std::uint32_t i) {
    return i < range.end && view.tokens[i].has(token_flag::kCapitalised) && view.tokens[i].kind != TokenKind::kNumber;
  };
  while (names(end) || (end > range.begin && end < range.end && view.word(end) == "-" && names(end + 1))) ++end;  // "E-Systems"
  const bool alone = end == range.begin + 1 && !view.word(range.begin).ends_with('s');  // "Norvale said it"; not "Officials said"
  if ((end < range.begin + 2 && !alone) || end == range.end || !sayings_.at(view, end, range.end)) return false;
  const std::size_t known = search.set.parties.size();
  add_name(view, {range.begin, end}, search);
  return search.set.parties.size() > known;
}

/// "Halvard Moss has ordered": capitals that open the clause, up to its verb.
void AgreementParties::add_opening_name(const TokenView& view, TokenRange range, std::uint32_t clause, Search& search) const {
  std::uint32_t end = clause;
  const auto names = [&](std::uint32_t i) {
    return i < range.end && view.tokens[i].has(token_flag::kCapitalised) && view.tokens[i].kind == TokenKind::kWord &&
           cues_->within({i, i + 1}).empty();
  };
  while (names(end) || (end > clause && end < range.end && view.word(end) == "-" && names(end + 1))) ++end;  // "Halvard-Moss"
  const bool plural = end == clause + 1 && view.word(clause).ends_with('s');                                 // "Negotiators reached"
  if (plural) return;
  const bool governs = end == range.end || (end < range.end && function_class(view, end) == "auxiliary");
  if (end > clause && governs && function_class(view, clause).empty()) add_name(view, {clause, end}, search);
}

/// Whom the text spoke of last.
void AgreementParties::add_topic_before(Search& search) const {
  if (!topic_) return;
  auto& parties = search.set.parties;
  if (std::find(parties.begin(), parties.end(), *topic_) == parties.end()) parties.push_back(*topic_);
}

}  // namespace attest

#include "fact/agreement/subject.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/actor.h"
#include "fact/agreement/breach.h"
#include "fact/agreement/description.h"
#include "fact/agreement/name.h"
#include "fact/agreement/named.h"
#include "fact/agreement/reference.h"
#include "fact/agreement/topic.h"
#include "fact/agreement/word.h"

namespace attest::agreement {
namespace {

constexpr std::array<std::string_view, 4> kPartners = {"from", "to", "with", "by"};
constexpr std::array<std::string_view, 2> kReceivers = {"for", "to"};
constexpr std::array<std::string_view, 4> kAsides = {",", "that", "which", "who"};
constexpr std::array<std::string_view, 5> kPlacings = {"at", "on", "for", "near", "as"};

bool is_long_dash(std::string_view word) noexcept { return word == "--" || word == "—" || word == "–"; }

/// "The four -- Norvale, Ludlow and Moss -- signed": between the dashes, or before them where somebody is named there; `range` is what
/// stands behind them.
TokenRange beside_dashes(const AgreementPartyView& view, TokenRange range) {
  const std::uint32_t floor = view.sentence().begin;
  if (range.begin < floor + 3 || !is_long_dash(view.word(range.begin - 1)) || !view.cues_within(range).empty()) return range;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (view.function_class(i) != "auxiliary" && view.function_class(i) != "adverb") return range;
  }
  std::uint32_t open = range.begin - 2;
  while (open > floor && !is_long_dash(view.word(open))) --open;
  if (open == floor) return range;
  constexpr std::uint32_t kNear = 3;  // "Norvale Inc <NVL> --"
  const bool named = !view.cues_within({std::max(floor, open > kNear ? open - kNear : 0), open}).empty();
  return named ? TokenRange{floor, open} : TokenRange{open + 1, range.begin - 1};
}

/// "Norvale, a unit of Ludlow that serves Peru, has signed": who stands before the aside.
TokenRange before_aside(const AgreementPartyView& view, TokenRange range) {
  std::uint32_t end = range.end;
  while (end > range.begin && (view.function_class(end - 1) == "auxiliary" || view.function_class(end - 1) == "adverb")) --end;
  if (end < range.begin + 3 || view.word(end - 1) != ",") return range;
  std::uint32_t comma = range.begin;
  while (comma + 1 < end && !(view.word(comma) == "," && view.function_class(comma + 1) == "determiner")) ++comma;
  if (comma + 1 >= end) return range;
  for (std::uint32_t i = comma + 1; i + 1 < end; ++i) {
    if (view.word(i) == "," && view.is(i + 1, "and")) return range;  // "Norvale, a bank, and Ludlow, a broker, signed"
  }
  const bool named = view.is_capitalised(range.begin) || !view.cues_within({range.begin, comma}).empty();
  return named ? TokenRange{range.begin, comma} : range;
}

/// The words before the verb of a phrase. "Norvale announced a deal with Ludlow and unveiled a pact": the subject of a second verb stands
/// behind the "and", or before the first verb's object.
TokenRange subject_range(const AgreementPartyView& view) {
  const TokenRange range = before_aside(view, beside_dashes(view, {view.clause(), view.event().verb.begin}));
  const TokenRange previous = view.phrase().previous;
  if (previous.begin < range.begin || previous.begin == previous.end || previous.end >= range.end) return range;
  std::uint32_t joint = range.end;
  while (joint > previous.end && !view.is(joint - 1, "and")) --joint;
  if (joint <= previous.end + 1) return range;  // "a deal and a pact"
  if (!view.cues_within({joint, range.end}).empty()) return {joint, range.end};
  return {previous.begin == range.begin ? view.sentence().begin : range.begin, previous.begin};  // "announced" opens a clause
}

/// "Norvale brokered a deal", "urged a truce": who does that is no party.
bool mediates(const AgreementPartyView& view) {
  constexpr std::array<std::string_view, 4> kTruces = {"ceasefire", "cease-fire", "truce", "armistice"};
  const auto mediation = view.at(AgreementList::kMediationVerb, view.event().verb.begin, view.event().verb.end);
  if (!mediation) return false;
  if (mediation->cell(0) == "any") return true;
  for (std::uint32_t i = view.phrase().tokens.begin; i < view.phrase().tokens.end; ++i) {
    if (view.is_any(i, kTruces)) return true;
  }
  return false;
}

/// "Moss and Vega signed": the countries of the presidents; false where none is one.
bool add_leaders(const AgreementText& text, TokenRange range, AgreementPartyDraft& draft) {
  const std::size_t known = draft.size();
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (const std::string_view country = text.leaders().country_at(i); !country.empty()) draft.set.add(country);
  }
  return draft.size() > known;
}

/// "Their talks ended with the signing of a pact".
bool speaks_of_theirs(const AgreementText& text, TokenRange clause) {
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if (text.is(i, "their")) return true;
  }
  return false;
}

/// "Norvale and Ludlow announced the signing of a pact": who announces it, has signed.
void add_announcers(const AgreementText& text, TokenRange before, AgreementPartyDraft& draft) {
  const PartyCue* first = subject_among(text, before, false);
  if (first == nullptr) return;
  take(text, *first, draft);
  add_joined(text, *first, before.end, draft);
}

/// "said farmers sought": a noun that stands for nobody named is the subject, unless "it", "its unit" or "the company" points back.
bool has_own_subject(const AgreementText& text, TokenRange clause) {
  bool content = false;
  for (std::uint32_t i = clause.begin; i < clause.end; ++i) {
    if (!reference_number(text, i, clause).empty()) return false;
    const Token& token = text.token(i);
    const bool noun = token.kind == TokenKind::kWord && !token.has(token_flag::kCapitalised) && text.word(i).ends_with("s") &&
                      text.function_class(i).empty();
    content = content || noun || text.function_class(i) == "determiner";
  }
  return content;
}

/// "Ludlow Shore LNG, a plant in Norvale, has signed": the capitals before an aside that ends right before the verb; they name the
/// subject, and no list knows them.
bool add_opening_before_aside(const AgreementText& text, TokenRange clause, AgreementPartyDraft& draft) {
  std::uint32_t end = clause.begin;
  while (end < clause.end && text.is_capitalised(end) && text.token(end).kind != TokenKind::kNumber &&
         text.cues_within({end, end + 1}).empty()) {
    ++end;
  }
  std::uint32_t verb = clause.end;
  while (verb > end && text.function_class(verb - 1) == "auxiliary") --verb;
  const bool aside = end >= clause.begin + 2 && verb > end + 2 && text.word(end) == "," && text.word(verb - 1) == ",";
  if (!aside || text.names().covering(end - 1) != nullptr || is_ordinary(text, {clause.begin, end})) return false;
  draft.set.add(text.passage({clause.begin, end}));
  return true;
}

/// "Halvard Moss has ordered": capitals that open the clause, up to its verb.
void add_opening_name(const AgreementText& text, TokenRange range, std::uint32_t clause, AgreementPartyDraft& draft) {
  std::uint32_t end = clause;
  const auto names = [&](std::uint32_t i) {
    return i < range.end && text.is_capitalised(i) && text.token(i).kind == TokenKind::kWord && text.cues_within({i, i + 1}).empty();
  };
  while (names(end) || (end > clause && end < range.end && text.word(end) == "-" && names(end + 1))) ++end;  // "Halvard-Moss"
  const bool plural = end == clause + 1 && text.word(clause).ends_with('s');                                 // "Negotiators reached"
  if (plural) return;
  const bool governs = end == range.end || (end < range.end && (text.function_class(end) == "auxiliary" || text.word(end) == "<"));
  if (end > clause && governs && text.function_class(clause).empty()) take_name(text, {clause, end}, draft);
}

/// "the Ludlow division of Norvale Corp": the name of the unit, where no list knows it; empty where there is none. The cue is the owner.
TokenRange unit_named(const AgreementPartyView& view, const PartyCue& cue, std::uint32_t floor) {
  if (!is_owner(view, cue, floor)) return {};
  std::uint32_t of = cue.tokens.begin - 1;
  while (of > floor && !view.is(of, "of")) --of;
  const auto noun = view.ending_at(AgreementList::kAffiliateNoun, of, floor);
  if (!noun) return {};
  std::uint32_t begin = noun->tokens.begin;
  while (begin > floor && view.is_capitalised(begin - 1) && view.function_class(begin - 1).empty()) --begin;
  const TokenRange name{begin, noun->tokens.begin};
  return view.cues_within(name).empty() ? name : TokenRange{};
}

/// "the Ludlow unit of Norvale": the cue is the unit.
bool is_unit_of(const AgreementPartyView& view, const PartyCue& cue) {
  const auto noun = view.at(AgreementList::kAffiliateNoun, cue.tokens.end, view.event().verb.begin);
  return noun && view.is(noun->tokens.end, "of");
}

/// "A unit of Norvale": nobody else is named.
bool opens_with_its_unit(const AgreementPartyView& view, const PartyCue& owner, std::uint32_t floor) {
  for (std::uint32_t i = floor + 1; i < owner.tokens.begin; ++i) {
    if (view.is_capitalised(i) || view.word(i) == ",") return false;
  }
  return view.function_class(floor) == "determiner";
}

/// "and a division of Norvale": the second unit has no name, either.
bool joins_as_its_unit(const AgreementPartyView& view, const PartyCue& owner, std::uint32_t floor) {
  constexpr std::uint32_t kFarthest = 8;  // "and the Oslo, Norway, division of"
  const std::uint32_t limit = owner.tokens.begin > floor + kFarthest ? owner.tokens.begin - kFarthest : floor;
  for (std::uint32_t i = owner.tokens.begin; i > limit + 1; --i) {
    if (view.is(i - 2, "and")) return view.function_class(i - 1) == "determiner";
  }
  return false;
}

/// Bodies and states that the words before the verb name; true where they describe a name that no list knows.
bool take_named(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const auto cues = view.cues_within(range);
  const PartyCue* last = nullptr;   // the last body
  const PartyCue* owner = nullptr;  // "a unit of Norvale"
  std::uint32_t known_end = 0;
  bool described = false;
  const std::size_t known = draft.size();
  for (const PartyCue& cue : cues) {
    const bool aside = (describes_next(view, cue, cues) && !is_unit_of(view, cue)) || describes_last(view, cue, last) ||
                       (last != nullptr && is_location(view, cue, last, range.begin, known_end));
    if (cue.kind == PartyCue::Kind::kOrganisation) last = &cue;
    known_end = cue.tokens.end;
    if (is_owner(view, cue, range.begin)) owner = &cue;
    if (const TokenRange unit = unit_named(view, cue, range.begin); unit.begin < unit.end) {
      take_name(view, unit, draft);
    } else if (const TokenRange name = described_name(view, cue, range.end); name.begin < name.end) {
      take_name(view, name, draft);
      described = true;
    } else if (is_owner(view, cue, range.begin) && joins_as_its_unit(view, cue, range.begin)) {
      take(view, cue, draft);
    } else if (!aside && can_be_subject(view, cue, range.begin) && !only_reports(view, cue, view.sentence())) {
      take(view, cue, draft);
    }
  }
  if (owner != nullptr && draft.size() == known && opens_with_its_unit(view, *owner, range.begin)) take(view, *owner, draft);
  return described;
}

/// The first name before the verb that no list knows; of a clause that opens the sentence, the capitals that it begins with.
void take_unknown(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const std::size_t known = draft.size();
  for (std::uint32_t i = range.begin; i < range.end && draft.size() == known; ++i) {
    TokenRange name = unknown_name(view, i, range.end, false);
    // "Norvale Dental Plan of Lima": the sentence's first word is a part of it
    const std::uint32_t first = view.sentence().begin;
    const bool title = view.at(AgreementList::kOrganisationKind, first, first + 1) ||
                       view.at(AgreementList::kSpeakerNoun, first, first + 1) ||
                       view.at(AgreementList::kOrganisationRole, first, first + 1);
    const bool opens = name.begin == first + 1 && name.begin < name.end && view.is_capitalised(first) && view.word(i) != "<" &&
                       view.function_class(first).empty() && !title;
    if (opens) --name.begin;
    // "Vahit Ludlow, chairman": a person
    const bool has_role =
        name.end + 1 < range.end && view.word(name.end) == "," && view.at(AgreementList::kOrganisationRole, name.end + 1, range.end);
    if (name.begin < name.end && !is_symbol(view, name) && !has_role) take_name(view, name, draft);
  }
  if (draft.size() > known || !(view.event().is_deed || view.clause() == view.sentence().begin)) return;
  add_opening_name(view, {view.sentence().begin, range.end}, view.clause(), draft);
}

/// "The Army signed", "The Army said it will sign": offices that award contracts under a name of one word.
void take_office(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const bool it = range.begin < range.end && view.is(range.begin, "it");
  const std::uint32_t begin = it ? view.sentence().begin : range.begin;
  if (view.function_class(begin) != "determiner" || !view.cues_within({begin, range.end}).empty()) return;
  if (const auto office = view.at(AgreementList::kAwardingOffice, begin + 1, range.end)) draft.set.add(view.passage(office->tokens));
}

/// "the sides signed": whom the text spoke of; where it spoke of none, the two whom the rest of the sentence names.
void add_sides(const AgreementPartyView& view, std::span<const std::string> sides, AgreementPartyDraft& draft) {
  if (!sides.empty()) return draft.set.add_all(sides);
  // "The two countries signed a pact during the visit of Chile's president to Peru."
  std::vector<std::string> pair = countries_within(view, {view.event().verb.end, view.sentence().end});
  if (pair.size() != 2) pair = hosts_within(view, view.sentence());  // "at the Chile-Peru forum, the sides signed"
  if (pair.size() == 2) draft.set.add_all(pair);
}

/// Whom the words before the verb mean, where they name nobody. "Norvale said the adoption of a pact": whose it is, a noun does not say.
void add_meant(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const TokenRange sentence = view.sentence();
  const bool noun = view.event().is_noun;
  if (noun && view.clause() > sentence.begin && view.word(view.clause() - 1).starts_with("announc"))
    return add_announcers(view, {sentence.begin, view.clause()}, draft);
  if (const auto sides = sides_meant(view, range, sentence)) return add_sides(view, *sides, draft);
  if (noun && speaks_of_theirs(view, range)) return draft.set.add_all(view.memory().focus);
  if (!noun && !has_own_subject(view, range)) add_meant_by_pronoun(view, range, sentence, draft);
}

/// "averted the collapse of the pact".
bool is_of_its_end(const AgreementPartyView& view) {
  return view.event().status == AgreementStatus::kTerminated && view.is(view.event().verb.end - 1, "of");
}

/// "Chile joining it"; "Chile for violating it", "Chile of violating it".
const PartyCue* gerund_subject(const AgreementPartyView& view, TokenRange range) {
  const std::uint32_t verb = view.event().verb.begin;
  const auto cues = view.cues_within(range);
  const bool blamed = verb > range.begin && (view.is(verb - 1, "for") || view.is(verb - 1, "of"));
  const bool adjoins = view.word(verb).ends_with("ing") && !cues.empty() && cues.back().tokens.end == verb - (blamed ? 1 : 0);
  return adjoins ? &cues.back() : nullptr;
}

/// "expected Chile to reach", "urged Chile to sign": whom a verb governs that stands right before it, and who then does something.
const PartyCue* infinitive_subject(const AgreementPartyView& view, TokenRange range) {
  const std::uint32_t verb = view.event().verb.begin;
  const auto cues = view.cues_within(range);
  if (cues.empty() || verb < range.begin + 2 || !view.is(verb - 1, "to") || cues.back().tokens.end + 1 != verb) return nullptr;
  const std::uint32_t begin = cues.back().tokens.begin;
  const std::string_view before = begin > view.sentence().begin ? view.word(begin - 1) : std::string_view();
  const bool governed = before.ends_with("ed") || before.ends_with("ing") || (before.ends_with('s') && !before.ends_with("ss"));
  return governed && !view.is_capitalised(begin - 1) && view.function_class(begin - 1).empty() ? &cues.back() : nullptr;
}

/// "alleged violations of the pact", "an extension of the pact": a noun that says of an agreement only that there is one.
bool tells_only_that_it_holds(const AgreementPartyView& view) {
  return view.event().status == AgreementStatus::kInForce && view.event().is_noun;
}

/// "Chile's failure to honour the pact".
bool is_failure_to(const AgreementPartyView& view, TokenRange range) {
  return range.end >= range.begin + 2 && view.is(range.end - 1, "to") && view.is(range.end - 2, "failure");
}

/// "Chile's violation of the pact".
void add_possessor_of_noun(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  constexpr std::uint32_t kLongest = 3;  // "'s alleged violation", "'s alleged failure"
  const auto cues = view.cues_within(range);
  if (cues.empty() || cues.back().tokens.end + kLongest < range.end) return;
  const bool possessive = cues.back().tokens.end < range.end && agreement_word::is_possessive(view.word(cues.back().tokens.end));
  if (possessive) take(view, cues.back(), draft);
}

/// "Norvale said its board and the Ludlow board approved".
bool is_own_board_too(const AgreementPartyView& view, TokenRange range) {
  return range.end > range.begin + 3 && view.is(range.begin, "its") && view.is(range.begin + 1, "board") && view.is(range.begin + 2, "and");
}

/// "the Navy awarded it a contract": who receives it, stands behind the verb.
bool is_given_to_it(const AgreementPartyView& view) {
  const std::uint32_t behind = view.event().verb.end;
  return behind < view.phrase().outer && view.is(behind, "it") && view.sentence().begin < view.clause();
}

/// "a contract, valued at more than $3 million, to": behind what the aside says of its worth.
std::uint32_t behind_worth(const AgreementPartyView& view, std::uint32_t token) {
  constexpr std::array<std::string_view, 3> kWorth = {"valued", "worth", "estimated"};
  constexpr std::uint32_t kLongest = 12;
  const std::uint32_t limit = std::min(view.sentence().end, token + kLongest);
  if (token + 2 >= limit || view.word(token) != "," || !view.is_any(token + 1, kWorth)) return token;
  std::uint32_t comma = token + 2;
  while (comma < limit && !(view.word(comma) == "," && comma + 1 < limit && view.token(comma + 1).kind == TokenKind::kWord)) ++comma;
  return comma < limit ? comma + 1 : token;
}

}  // namespace

void read_subject(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const TokenRange range = subject_range(view);
  if (is_of_its_end(view) || mediates(view)) return;
  if (is_failure_to(view, range)) add_possessor_of_noun(view, {range.begin, range.end - 2}, draft);
  if (tells_only_that_it_holds(view)) add_possessor_of_noun(view, range, draft);
  if (is_failure_to(view, range) || tells_only_that_it_holds(view)) add_other_country(view, draft);
  if (tells_only_that_it_holds(view)) return;
  if (!view.event().is_noun && add_sides_named(view, range, view.sentence(), draft)) return;
  if (const PartyCue* subject = gerund_subject(view, range)) {
    take(view, *subject, draft);
    // "Chile accused Peru of violating it"; a body that watches over rights is no side
    const bool accused = subject->tokens.begin > range.begin && view.word(subject->tokens.begin - 1).starts_with("accus");
    const PartyCue* accuser = accused ? subject_among(view, {range.begin, subject->tokens.begin}, false) : nullptr;
    return accuser != nullptr && accuser->kind != PartyCue::Kind::kOrganisation ? take(view, *accuser, draft) : void();
  }
  if (const PartyCue* subject = infinitive_subject(view, range)) return take(view, *subject, draft);
  if (add_opening_before_aside(view, range, draft)) return;
  const std::size_t before = draft.taken.size();
  const bool described = take_named(view, range, draft);
  if (is_given_to_it(view)) return add_meant_by_pronoun(view, {view.clause(), view.clause()}, view.sentence(), draft);
  const bool it = range.begin < range.end && (view.is(range.begin, "it") || view.is(range.begin, "they") || is_own_board_too(view, range));
  const std::size_t taken = draft.taken.size() - before;
  if (taken > 0 && !(it && taken == 1)) return;  // "it and Norvale signed" has two
  if (described || (taken == 0 && !view.event().is_noun && add_leaders(view, range, draft))) return;
  const std::size_t known = draft.size();
  take_unknown(view, range, draft);
  if (draft.size() == known && view.phrase().kind == AgreementKind::kContract) take_office(view, range, draft);
  if (draft.size() == known) add_meant(view, range, draft);
}

void read_receiver(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  constexpr std::array<std::string_view, 3> kStems = {"award", "grant", "giv"};
  const AgreementEvent& event = view.event();
  const std::string_view verb = view.word(event.verb.begin);
  const auto gives = [&](std::string_view stem) { return verb.starts_with(stem); };
  const TokenRange range{event.verb.end, view.phrase().outer};
  const bool governs = view.phrase().previous.end <= range.begin && range.begin < range.end;
  if (event.is_passive || event.is_noun || !governs || std::none_of(kStems.begin(), kStems.end(), gives)) return;
  const std::size_t known = draft.size();
  const PartyCue* last = nullptr;
  const auto cues = view.cues_within(range);
  for (const PartyCue& cue : cues) {
    const bool side = cue.kind == PartyCue::Kind::kOrganisation || cue.tokens.end == range.end;
    const bool aside = describes_next(view, cue, cues) || describes_last(view, cue, last);
    if (side && !aside) take(view, cue, draft);
    last = &cue;
  }
  const TokenRange name = unknown_name(view, range.begin, range.end, true);
  if (draft.size() == known && name.begin < name.end) take_name(view, name, draft);
  draft.set.stated = draft.set.stated || (draft.size() > known && draft.size() >= 2);
}

void read_talks(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const TokenRange range{view.event().verb.end, view.phrase().outer};
  const PartyCue* last = nullptr;
  const auto cues = view.cues_within(range);
  for (const PartyCue& cue : cues) {
    const bool aside = describes_next(view, cue, cues) || describes_last(view, cue, last);
    if (!aside) take(view, cue, draft);
    last = &cue;
  }
  draft.enclosed = view.is(range.begin - 1, "between") && draft.size() >= 2;
}

void add_awarding_speaker(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementEvent& event = view.event();
  const bool awarded = event.found() && event.status == AgreementStatus::kSigned &&
                       (event.is_signing || view.at(AgreementList::kReceiptVerb, event.verb.begin, event.verb.end));
  if (!awarded || view.phrase().kind != AgreementKind::kContract || draft.size() == 0 || draft.set.inside > 0) return;
  const TokenRange sentence = view.sentence();
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const auto office = view.at(AgreementList::kAwardingOffice, i, sentence.end);
    if (!office || !view.at(AgreementList::kSayingVerb, office->tokens.end, sentence.end)) continue;
    const auto cues = view.cues_within({sentence.begin, office->tokens.end});
    if (cues.empty() || cues.back().tokens.end != office->tokens.end) return draft.set.add(view.passage(office->tokens));
    return take(view, cues.back(), draft);
  }
}

void add_customer(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementEvent& event = view.event();
  const bool received = event.found() && event.before && event.status == AgreementStatus::kSigned &&
                        view.at(AgreementList::kReceiptVerb, event.verb.begin, event.verb.end);
  if (!received || draft.size() != 1 || draft.with || draft.enclosed) return;
  std::uint32_t end = view.phrase().behind();  // of what the contract is for: no aside, and nothing else that is told of it
  end = behind_worth(view, end);
  while (end < view.sentence().end && !view.is_any(end, kAsides)) ++end;
  for (const PartyCue& cue : view.cues_within({view.phrase().behind(), end})) {
    std::uint32_t begin = cue.tokens.begin;
    while (begin > view.phrase().behind() && (view.word(begin - 1) == "<" || view.function_class(begin - 1) == "determiner")) --begin;
    const bool owner = cue.tokens.end < view.sentence().end && agreement_word::is_possessive(view.word(cue.tokens.end)) &&
                       view.function_class(begin - 1) != "preposition";  // "to refit Norvale's rig"
    if (cue.kind != PartyCue::Kind::kOrganisation || !(owner || view.is_any(begin - 1, kReceivers))) continue;
    const bool make = cue.tokens.end < view.sentence().end && view.token(cue.tokens.end).kind != TokenKind::kWord &&
                      view.token(cue.tokens.end).kind != TokenKind::kPunctuation;  // "for Norvale 737 jets"
    return make || draft.has_taken(cue) ? void() : take(view, cue, draft);
  }
}

void add_other_speaker(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementEvent& event = view.event();
  const TokenRange sentence = view.sentence();
  const bool one = draft.size() == 1 && draft.taken.size() == 1 && !draft.with && !draft.enclosed && draft.set.inside == 0;
  if (!one || !event.found() || !event.before || event.is_noun || event.status != AgreementStatus::kSigned) return;
  const auto cues = view.cues_within({sentence.begin, draft.taken.front()->tokens.begin});
  if (cues.size() != 1 || cues.front().kind != PartyCue::Kind::kOrganisation || cues.front().reports) return;
  const PartyCue& speaker = cues.front();
  const auto saying = view.ending_at(AgreementList::kSayingVerb, draft.taken.front()->tokens.begin, speaker.tokens.end);
  if (!saying || speaker.id == draft.taken.front()->id) return;
  for (const PartyCue& cue : view.cues_within({view.phrase().behind(), sentence.end})) {
    if (cue.id == speaker.id) return take(view, speaker, draft);
  }
}

void read_subject_behind(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementPhrase& phrase = view.phrase();
  const AgreementEvent& event = view.event();
  const auto cues = view.cues_within({phrase.tokens.end, event.verb.begin});
  if (cues.empty() && event.verb.begin > phrase.tokens.end) {
    if (const auto sides = sides_meant(view, {phrase.tokens.end, event.verb.begin}, {phrase.outer, event.verb.end}))
      draft.set.add_all(*sides);
  }
  if (cues.size() != 1) return;
  std::uint32_t begin = cues.front().tokens.begin;
  while (begin > phrase.tokens.end && view.function_class(begin - 1) == "determiner") --begin;
  std::uint32_t end = cues.front().tokens.end;
  while (end < event.verb.begin && view.function_class(end) == "auxiliary" && view.word(end).starts_with("ha")) ++end;  // "has", "had"
  if (begin == phrase.tokens.end && end == event.verb.begin) take(view, cues.front(), draft);
}

void read_deed_objects(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const auto cues = view.cues_within({view.event().verb.end, view.phrase().outer});
  const PartyCue* last = nullptr;
  for (const PartyCue& cue : cues) {
    std::uint32_t begin = cue.tokens.begin;
    while (begin > view.event().verb.end && (view.word(begin - 1) == "<" || view.function_class(begin - 1) == "determiner")) --begin;
    const std::string_view before = view.word(begin - 1);
    const bool body = cue.kind == PartyCue::Kind::kOrganisation && !is_one_of(before, kPlacings);
    const bool aside = (describes_next(view, cue, cues) && !is_unit_of(view, cue)) || describes_last(view, cue, last);
    last = &cue;
    if (!aside && (body || (is_one_of(before, kPartners) && cue.kind == PartyCue::Kind::kCountry))) take(view, cue, draft);
  }
}

}  // namespace attest::agreement

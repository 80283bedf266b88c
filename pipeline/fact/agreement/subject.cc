#include "fact/agreement/subject.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fact/agreement/actor.h"
#include "fact/agreement/description.h"
#include "fact/agreement/name.h"
#include "fact/agreement/named.h"
#include "fact/agreement/reference.h"
#include "fact/agreement/topic.h"

namespace attest::agreement {
namespace {

constexpr std::array<std::string_view, 4> kPartners = {"from", "to", "with", "by"};
constexpr std::array<std::string_view, 5> kPlacings = {"at", "on", "for", "near", "as"};

/// The words before the verb of a phrase. "Norvale announced a deal with Ludlow and unveiled a pact": the subject of a second verb stands
/// behind the "and", or before the first verb's object.
TokenRange subject_range(const AgreementPartyView& view) {
  const TokenRange range{view.clause(), view.event().verb.begin};
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
  const bool governs = end == range.end || (end < range.end && text.function_class(end) == "auxiliary");
  if (end > clause && governs && text.function_class(clause).empty()) take_name(text, {clause, end}, draft);
}

/// Bodies and states that the words before the verb name; true where they describe a name that no list knows.
bool take_named(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const auto cues = view.cues_within(range);
  const PartyCue* last = nullptr;  // the last body
  std::uint32_t known_end = 0;
  bool described = false;
  for (const PartyCue& cue : cues) {
    const bool aside = describes_next(view, cue, cues) || describes_last(view, cue, last) ||
                       (last != nullptr && is_location(view, cue, last, range.begin, known_end));
    if (cue.kind == PartyCue::Kind::kOrganisation) last = &cue;
    known_end = cue.tokens.end;
    if (const TokenRange name = described_name(view, cue, range.end); name.begin < name.end) {
      take_name(view, name, draft);
      described = true;
    } else if (!aside && can_be_subject(view, cue, range.begin) && !only_reports(view, cue, view.sentence())) {
      take(view, cue, draft);
    }
  }
  return described;
}

/// The first name before the verb that no list knows; of a clause that opens the sentence, the capitals that it begins with.
void take_unknown(const AgreementPartyView& view, TokenRange range, AgreementPartyDraft& draft) {
  const std::size_t known = draft.size();
  for (std::uint32_t i = range.begin; i < range.end && draft.size() == known; ++i) {
    TokenRange name = unknown_name(view, i, range.end, false);
    // "Norvale Dental Plan of Lima": the sentence's first word is a part of it
    const std::uint32_t first = view.sentence().begin;
    const bool opens = name.begin == first + 1 && name.begin < name.end && view.is_capitalised(first) && view.word(i) != "<" &&
                       view.function_class(first).empty() && !is_ordinary(view, {first, name.begin});
    if (opens) --name.begin;
    // "Vahit Ludlow, chairman": a person
    const bool has_role =
        name.end + 1 < range.end && view.word(name.end) == "," && view.at(AgreementList::kOrganisationRole, name.end + 1, range.end);
    if (name.begin < name.end && !is_symbol(view, name) && !has_role) take_name(view, name, draft);
  }
  if (draft.size() > known || !(view.event().is_deed || view.clause() == view.sentence().begin)) return;
  add_opening_name(view, {view.sentence().begin, range.end}, view.clause(), draft);
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

/// "Chile joining it".
const PartyCue* gerund_subject(const AgreementPartyView& view, TokenRange range) {
  const std::uint32_t verb = view.event().verb.begin;
  const auto cues = view.cues_within(range);
  const bool adjoins = view.word(verb).ends_with("ing") && !cues.empty() && cues.back().tokens.end == verb;
  return adjoins ? &cues.back() : nullptr;
}

/// "the Navy awarded it a contract": who receives it, stands behind the verb.
bool is_given_to_it(const AgreementPartyView& view) {
  const std::uint32_t behind = view.event().verb.end;
  return behind < view.phrase().outer && view.is(behind, "it") && view.sentence().begin < view.clause();
}

}  // namespace

void read_subject(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const TokenRange range = subject_range(view);
  if (is_of_its_end(view) || mediates(view)) return;
  if (!view.event().is_noun && add_sides_named(view, range, view.sentence(), draft)) return;
  if (const PartyCue* subject = gerund_subject(view, range)) return take(view, *subject, draft);
  if (add_opening_before_aside(view, range, draft)) return;
  const std::size_t before = draft.taken.size();
  const bool described = take_named(view, range, draft);
  if (is_given_to_it(view)) return add_meant_by_pronoun(view, {view.clause(), view.clause()}, view.sentence(), draft);
  const bool it = range.begin < range.end && (view.is(range.begin, "it") || view.is(range.begin, "they"));
  const std::size_t taken = draft.taken.size() - before;
  if (taken > 0 && !(it && taken == 1)) return;  // "it and Norvale signed" has two
  if (described || (taken == 0 && !view.event().is_noun && add_leaders(view, range, draft))) return;
  const std::size_t known = draft.size();
  take_unknown(view, range, draft);
  if (draft.size() == known) add_meant(view, range, draft);
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
    const bool aside = describes_next(view, cue, cues) || describes_last(view, cue, last);
    last = &cue;
    if (!aside && (body || (is_one_of(before, kPartners) && cue.kind == PartyCue::Kind::kCountry))) take(view, cue, draft);
  }
}

}  // namespace attest::agreement

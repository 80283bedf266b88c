#include "fact/agreement/agreement_parties.h"

#include <array>
#include <string_view>
#include <utility>

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"
#include "fact/agreement/breach.h"
#include "fact/agreement/hearing.h"
#include "fact/agreement/inside.h"
#include "fact/agreement/reference.h"
#include "fact/agreement/row.h"
#include "fact/agreement/subject.h"
#include "fact/agreement/topic.h"

namespace attest {
namespace {

/// What the agreement itself says: inside its phrase, behind it, right before it. True where somebody stands behind it.
bool read_phrase(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  agreement::read_inside(view, draft);
  const std::size_t inside = draft.size();
  draft.set.inside = static_cast<std::uint32_t>(inside);
  agreement::read_row(view, draft);
  if (draft.size() == inside) agreement::read_sides_behind(view, draft);
  const bool linked = draft.size() > inside;
  const std::size_t behind = draft.size();
  agreement::read_possessor(view, draft);
  draft.possessed = draft.size() > behind;
  draft.set.stated = draft.size() >= 2 || linked;
  return linked;
}

/// What its verb says.
void read_verb(const AgreementPartyView& view, AgreementPartyDraft& draft) {
  const AgreementEvent& event = view.event();
  if (event.is_talks) agreement::read_talks(view, draft);
  if (event.found() && event.before && !draft.enclosed) agreement::read_subject(view, draft);
  agreement::add_accuser(view, draft);
  if (event.found() && event.before) agreement::read_receiver(view, draft);
  if (event.found() && !event.before) agreement::read_subject_behind(view, draft);
  if (event.is_deed) agreement::read_deed_objects(view, draft);
}

/// "the agreement with"
bool has_link_behind(const AgreementPartyView& view) {
  const std::uint32_t behind = view.phrase().behind();
  return behind < view.sentence().end && (view.is(behind, "with") || view.is(behind, "between"));
}

/// "its agreement"
bool is_own(const AgreementPartyView& view) {
  const AgreementPhrase& phrase = view.phrase();
  return phrase.outer < phrase.tokens.begin && view.is(phrase.outer, "its");
}

/// "an accord reached by the members of the union": who reached it, did so with each other.
bool is_reached_by_all(const AgreementPartyView& view) {
  constexpr std::array<std::string_view, 3> kCommon = {"reached", "agreed", "adopted"};
  const TokenRange verb = view.event().verb;
  const bool common = view.event().is_passive && !view.event().before && view.is_any(verb.begin, kCommon);
  return common && view.phrase().kind != AgreementKind::kContract && verb.end < view.sentence().end && view.is(verb.end, "by");
}

/// "with Norvale", "its agreement with Norvale": the words name one side, and the verb, which added some or none, not the other.
bool lacks_side(const AgreementPartyView& view, const AgreementPartyDraft& draft, std::size_t before_verb) {
  const AgreementPhrase& phrase = view.phrase();
  if (draft.set.whole || (draft.possessed && draft.size() >= 2)) return false;
  if (draft.enclosed || (phrase.tokens.end < view.sentence().end && view.is(phrase.tokens.end, "by"))) return false;
  // "Under the pact with Peru, Chile sells": who stands behind the comma is the other side.
  const bool opens = phrase.outer == view.sentence().begin + 1 && draft.size() >= draft.set.inside + 2;
  const bool alone = draft.size() == 1 || (draft.with && !opens && draft.size() == before_verb);
  return alone || (is_own(view) && !view.event().before);
}

}  // namespace

void AgreementParties::begin(const TokenView& view, const PartyCues& cues, const NamePlaces& names, const StateLeaders& leaders) {
  view_ = view;
  cues_ = &cues;
  names_ = &names;
  leaders_ = &leaders;
  memory_.clear();
}

PartySet AgreementParties::find(const AgreementPhrase& phrase, const AgreementEvent& event, TokenRange sentence,
                                std::uint32_t clause) const {
  const AgreementPartyView view(text(), phrase, event, sentence, clause);
  AgreementPartyDraft draft;
  const bool linked = read_phrase(view, draft);
  draft.set.whole = linked && !draft.with && is_reached_by_all(view);
  const std::size_t before_verb = draft.size();
  if (has_link_behind(view)) draft.set.linked = static_cast<std::uint32_t>(before_verb);
  if (draft.enclosed && draft.self) agreement::add_topic(view, draft);
  read_verb(view, draft);
  if (linked && lacks_side(view, draft, before_verb)) agreement::add_topic(view, draft);
  if (draft.size() == 0 && is_own(view)) agreement::add_topic(view, draft);
  if (draft.size() == 0) agreement::add_named_in_sentence(view, draft);
  if (draft.size() == 0) agreement::add_bound(view, draft);
  if (!linked) agreement::add_awarding_speaker(view, draft);
  agreement::add_customer(view, draft);
  agreement::add_other_speaker(view, draft);
  draft.set.between = draft.enclosed || draft.with;
  draft.set.enclosed = draft.enclosed;
  return std::move(draft.set);
}

PartySet AgreementParties::joined_pair(TokenRange range) const { return agreement::joined_pair(text(), range); }

void AgreementParties::hear(TokenRange sentence) { agreement::hear(text(), sentence, memory_); }

void AgreementParties::note_sides(const std::vector<std::string>& parties) {
  if (parties.size() >= 2) memory_.sides = parties;
}

}  // namespace attest

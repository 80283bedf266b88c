#include "fact/party/list.h"

#include <algorithm>

#include "fact/party/flow.h"
#include "fact/party/party_role.h"
#include "fact/party/subject.h"

namespace attest::party {
namespace {

// "24 GW (5%) | in Chad", "(5%) | in Chad": behind the brackets that follow a figure or hold it.
std::uint32_t behind_bracket(const FactSentence& sentence, std::uint32_t end) {
  if (sentence.is(end, ")")) return end + 1;
  constexpr std::uint32_t kLongest = 8;  // tokens
  for (std::uint32_t token = end; sentence.is(end, "(") && token < end + kLongest; ++token) {
    if (sentence.is(token, ")")) return token + 1;
  }
  return end;
}

// "grew 5% in [Chad] and 3% in Niger", "5% for [Chad], 3% for Niger": right behind the figure before, while this one has a place of its
// own.
bool is_place_of_figure(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const auto in_place = [&](std::uint32_t figure_end, const Party& place) {
    const std::uint32_t end = behind_bracket(sentence, figure_end);
    return place.tokens.begin > end && place.tokens.begin <= end + 2 && sentence.is_any(end, {"in", "for", "with"});
  };
  if (view.earlier().empty() || !in_place(view.floor(), party)) return false;
  return std::any_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& own) { return in_place(view.end(), own); });
}

}  // namespace

std::string_view name_before_figure(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  std::string_view now;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool agent = party.reporter && is_agent(sentence, party, view.floor());  // "analysts surveyed by"
    // "refugees have fled since Chad attacked, while one million are displaced": of a clause between
    const TokenRange other = sentence.clause_around(party.tokens.begin);
    const bool side = view.clause().begin > other.begin && other.begin > view.floor() && sentence.role(party.tokens.end) == WordRole::kVerb;
    if (side) continue;
    if (party.tokens.begin >= view.floor() && party.tokens.end <= view.begin() && view.counts(i) && !agent &&
        !is_place_of_figure(view, party))
      now = party.id;
  }
  return now;
}

std::string_view name_counted(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t bracket = view.begin() - (sentence.is(view.begin() - 1, "by") ? 2 : 1);  // "in Chad (by [5%])"
  if (view.begin() < view.floor() + 2 || !sentence.is(bracket, "(")) return {};
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    if (sentence.parties()[i].tokens.end == bracket && view.counts(i)) return view.id_of(sentence.parties()[i]);
  }
  return {};
}

void note_place_in_list(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  const std::string_view counted = name_counted(view);
  // "an increase in cargo in Chad ([5%]), Peru (3%) and Mali (2%)": of each its own
  const bool one_by_one = view.measure().kind == ReadingKind::kGrowth && view.measure().flow == Flow::kNone && reading.parties.size() > 1;
  if (one_by_one && contains(reading.parties, counted)) {
    reading.parties.assign(1, std::string(counted));
    reading.owner = counted;
    reading.partner.clear();
  }
  if (!counted.empty() && contains(reading.parties, counted)) reading.subject = counted;
  if (reading.partner.empty() || !sentence.is(view.begin() - 1, ",")) return;
  const auto ends_here = [&](const Party& party) { return party.tokens.end + 1 == view.begin() && view.id_of(party) == reading.partner; };
  if (std::any_of(sentence.parties().begin(), sentence.parties().end(), ends_here)) reading.subject = reading.partner;
}

std::string_view place_behind(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const std::uint32_t end = behind_bracket(sentence, view.end());
    const bool behind = party.tokens.begin == end + 1 || (party.tokens.begin == end + 2 && sentence.is(end + 1, "the"));
    const bool in_place = sentence.is_any(end, {"in", "for"}) && (is_state(party) || party.bloc);
    const bool signs_too = sentence.is(end, "with") && view.measure().id == "agreements.value";
    if (behind && (in_place || signs_too) && view.counts(i)) return view.id_of(party);
  }
  return {};
}

bool take_one_behind(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  const bool one_end = reading.owner.empty() != reading.partner.empty() && is_relational(view.measure().flow);
  const std::string_view other = one_end && view.sentence().is(view.end(), "for") ? place_behind(view) : std::string_view();
  if (other.empty() || other == reading.owner || other == reading.partner) return false;
  (reading.owner.empty() ? reading.owner : reading.partner) = other;
  reading.subject = other;
  return true;
}

bool is_place_list(const PartyView& view) {
  const FactSentence& sentence = view.sentence();
  return std::any_of(sentence.parties().begin(), sentence.parties().end(),
                     [&](const Party& party) { return party.tokens.end <= view.begin() && is_place_of_figure(view, party); });
}

bool names_other_end(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.floor());
  if (opening <= view.floor() + 1 || party.tokens.end > view.begin()) return false;
  const bool those = sentence.is_any(opening - 2, {"those", "that"});
  if (sentence.is(opening - 1, "with")) return those;
  return sentence.is_any(opening - 1, {"to", "from"}) && (those || sentence.is_any(opening - 2, {"and", ",", "including"}));
}

bool read_sharer(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const std::uint32_t whole = measure.phrase_tokens.begin;
  const bool fits = measure.kind == ReadingKind::kShare && is_relational(measure.flow) && whole > view.end() &&
                    view.begin() > sentence.tokens().begin && sentence.is(view.begin() - 1, "(");
  if (!fits) return false;
  std::string_view owner = view.discourse().in_focus(OwnerKind::kState);
  std::string_view sharer;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.end + 1 == view.begin() && view.counts(i)) sharer = view.id_of(party);
    const bool owns = party.tokens.begin == whole || party.tokens.end + 1 == whole;
    if (owns && sentence.role(party.tokens.end) == WordRole::kPossessive) owner = view.id_of(party);
  }
  if (sharer.empty() || owner.empty() || sharer == owner) return false;
  PartyReading& reading = draft.reading;
  reading.owner = owner;
  reading.partner = reading.subject = sharer;
  reading.source = "sentence";
  draft.add(owner);
  draft.add(sharer);
  set_flow(view, draft);
  return true;
}

}  // namespace attest::party

#include "fact/party/deed.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fact/party/party_role.h"
#include "fact/party/subject.h"

namespace attest::party {
namespace {

// Works: what is built, run or carried out, and what it is worth.
bool is_of_works(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  const std::string_view id = view.measured_id();
  if (measure.flow != Flow::kNone || (measure.kind != ReadingKind::kCount && measure.kind != ReadingKind::kValue && id.empty()))
    return false;
  return id.empty() ? view.unit() != "%" : id.starts_with("investment.projects") || id == "project.value" || id == "company.capacity";
}

// "were built by Chadian firms": who acts, behind a participle.
void read_agents(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (!holds(view.clause(), party.tokens) || party.reporter || !view.counts(i) || !is_agent(sentence, party, view.clause().begin))
      continue;
    const std::uint32_t by = phrase_opening(sentence, party.tokens.begin, view.clause().begin) - 1;
    const FoundEntry* done = sentence.last_before(FactList::kWorkParticiple, by, view.clause().begin);
    const bool acts = done != nullptr && done->tokens.end == by;
    if (acts) draft.take(view.id_of(party));
  }
}

// "in Peru": the state where it is done, before the figure, or behind it and no comma.
void read_site(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  std::uint32_t limit = view.end();
  while (limit < view.clause().end && !sentence.is(limit, ",")) ++limit;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool state = party.kind == Party::Kind::kCountry && !party.adjective && !party.city;
    if (!state || !holds({view.clause().begin, limit}, party.tokens) || !view.counts(i)) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.clause().begin);
    const bool placed = opening > view.clause().begin && sentence.covering(FactList::kPlaceWord, opening - 1) != nullptr;
    if (!placed) continue;
    if (draft.subjects.empty()) return draft.take(view.id_of(party));
    return draft.others.push_back(draft.keep(std::string(view.id_of(party))));
  }
}

// "from Lima to Oslo", "connect Lima and Oslo": `party` is the one end, and the next one the other.
bool opens_way(const FactSentence& sentence, std::size_t party) {
  if (party + 1 >= sentence.parties().size()) return false;
  const Party& here = sentence.parties()[party];
  const Party& next = sentence.parties()[party + 1];
  if (next.tokens.begin != here.tokens.end + 1 || !is_state(next)) return false;
  const std::uint32_t before = here.tokens.begin - 1;
  if (sentence.is(here.tokens.end, "to")) return sentence.is(before, "from");
  return sentence.is_any(here.tokens.end, {"and", "with"}) &&
         sentence.is_any(before, {"between", "connect", "connects", "connecting", "link", "links", "linking"});
}

}  // namespace

void read_way_of_counted(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const bool is_line = measure.id == "transport.distance" || measure.id == "project.value";  // "a [97-km] road connecting Chad and Peru"
  const bool counts = measure.kind == ReadingKind::kCount || is_line;
  if (!counts || measure.flow != Flow::kNone || measure.id.starts_with("agreements.")) return;
  bool ends_way = false;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool here = party.tokens.begin >= view.end() && party.tokens.end <= view.limit_behind() && is_state(party) && view.counts(i);
    if (!here) continue;
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    const bool opens = party.tokens.begin > view.end() && opens_way(sentence, i);
    const bool through = measure.id.starts_with("cargo.") && opening > view.end() && sentence.is_any(opening - 1, {"through", "via"});
    // "given to Chad", "given to Chadian students by Peru"
    constexpr std::uint32_t kReach = 12;  // tokens
    const bool near =
        opening > view.end() && opening <= view.end() + kReach && party.tokens.begin <= opening + 1 && !party.city && measure.id.empty();
    const bool given = near && (sentence.is(opening - 1, "to") || (sentence.is(opening - 1, "by") && !party.adjective));
    if (opens || ends_way || through || given) draft.others.push_back(view.id_of(party));
    ends_way = opens;
  }
}

void read_deed(const PartyView& view, PartyDraft& draft) {
  if (!is_of_works(view)) return;
  read_agents(view, draft);
  if (draft.names_anybody()) read_site(view, draft);
}

}  // namespace attest::party

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

}  // namespace

void read_deed(const PartyView& view, PartyDraft& draft) {
  if (!is_of_works(view)) return;
  read_agents(view, draft);
  if (draft.names_anybody()) read_site(view, draft);
}

}  // namespace attest::party

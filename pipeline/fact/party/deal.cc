#include "fact/party/deal.h"

#include <algorithm>
#include <string_view>

#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/party/transfer.h"

namespace attest::party {
namespace {

// True for "from" in "with from to".
bool holds_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const bool opens = at == 0 || words[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (opens && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

// "agreed to [buy] the Gazette": the object of the verb, though it mostly tells of others.
bool is_bought(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.clause().begin);
  const FoundEntry* verb = opening > view.clause().begin ? sentence.covering(FactList::kMeasureVerb, opening - 1) : nullptr;
  return verb != nullptr && verb->cell(0) == "company.deal_value";
}

// "a contract with Norvale", "ordered 20 jets from Kestrel": the words before a party say that it is the other one of a deal.
bool leads_to_counterparty(const FactSentence& sentence, std::uint32_t opening) {
  constexpr std::uint32_t kReach = 14;  // tokens between the word that tells of the deal and the party
  const std::uint32_t begin = sentence.clause_around(opening - 1).begin;
  const std::string_view link = sentence.view().word(opening - 1);
  const auto words = sentence.words(FactList::kTransactionWord);
  return std::any_of(words.begin(), words.end(), [&](const FoundEntry& word) {
    const bool before = word.tokens.begin >= begin && word.tokens.end < opening && opening - word.tokens.end <= kReach;
    return before && holds_word(word.cell(1), link) && !has_verb_between(sentence, word.tokens.end, opening - 1);
  });
}

}  // namespace

void read_bought(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  if (view.measure().id != "company.deal_value" || draft.subjects.empty()) return;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const bool inside = party.tokens.begin >= view.clause().begin && party.tokens.end <= view.begin();
    if (inside && view.counts(i) && party.kind == Party::Kind::kOrganisation && (!party.reporter || is_bought(view, party)))
      draft.others.push_back(party.id);
  }
}

void read_counterparty(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  const bool counted = view.unit() != "%" || measure.id == "company.stake";
  const bool deals = measure.flow == Flow::kNone && counted && !sentence.words(FactList::kTransactionWord).empty();
  const bool names_first = !draft.subjects.empty() || !reading.owner.empty();
  if (!deals || !names_first || !reading.partner.empty() || view.is_joint()) return;
  if (const std::string_view receiver = indirect_object(view); !receiver.empty()) draft.others.push_back(receiver);
  // "a [22%] stake in Ludlow for $5 million to Norvale": the buyer stands behind the price
  const bool of_stake = measure.id == "company.stake" || measure.id == "company.deal_value";
  const std::uint32_t limit =
      of_stake ? std::max(view.limit_behind(), first_verb(sentence, {view.end(), view.clause().end})) : view.limit_behind();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin < view.clause().begin || party.tokens.end > limit || !view.counts(i) || party.city || party.adjective) continue;
    std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.clause().begin);
    // "to its partner, Norvale"
    if (opening > view.clause().begin + 1 && sentence.is(opening - 1, ","))
      opening = phrase_opening(sentence, opening - 1, view.clause().begin);
    if (opening > view.clause().begin + 1 && leads_to_counterparty(sentence, opening)) draft.others.push_back(view.id_of(party));
  }
}

void read_contract_partner(const PartyView& view, PartyDraft& draft) {
  const bool signs = view.measure().id == "agreements.value" && view.sentence().is(view.end(), "with");
  const std::string_view other = signs && draft.reading.partner.empty() ? place_behind(view) : std::string_view();
  if (other.empty() || other == draft.reading.owner) return;
  draft.reading.partner = draft.reading.subject = other;
  const std::string& home = view.discourse().topic().country;
  if (!draft.reading.owner.empty() || !draft.subjects.empty() || other == home) return;
  draft.reading.owner = home;
  draft.reading.source = "topic";
}

void read_deal(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const Discourse& discourse = view.discourse();
  PartyReading& reading = draft.reading;
  if (draft.names_anybody() || discourse.deal().empty()) return;
  for (const FoundEntry& word : sentence.words(FactList::kTransactionWord)) {
    const bool here = word.tokens.begin > view.clause().begin && word.tokens.end <= view.begin() && word.cell(0) == "noun";
    if (!here || !sentence.is_any(word.tokens.begin - 1, {"the", "this", "that"})) continue;
    reading.owner = discourse.deal().front();
    reading.source = "context";
    draft.others.assign(discourse.deal().begin() + 1, discourse.deal().end());
    return;
  }
}

}  // namespace attest::party

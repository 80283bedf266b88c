// The part of PartyFinder that finds both parties of a deal: who buys and who sells, who signs with whom.
#include <algorithm>

#include "fact/party_finder.h"

namespace attest {
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

}  // namespace

// "agreed to [buy] the Gazette": the object of the verb, though it mostly tells of others.
bool PartyFinder::is_bought(const Party& party) const {
  const std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, clause_.begin);
  const FoundEntry* verb = opening > clause_.begin ? sentence_->covering(FactList::kMeasureVerb, opening - 1) : nullptr;
  return verb != nullptr && verb->cell(0) == "company.deal_value";
}

// "Kestrel agreed to buy Ludlow for $5 million": both.
void PartyFinder::read_bought() {
  if (measure_->id != "company.deal_value" || subjects_.empty()) return;
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    const bool inside = party.tokens.begin >= clause_.begin && party.tokens.end <= at_.begin;
    if (inside && counts(i) && party.kind == Party::Kind::kOrganisation && (!party.reporter || is_bought(party)))
      others_.push_back(party.id);
  }
}

// "a contract with Norvale", "ordered 20 jets from Kestrel": the words before a party say that it is the other one of a deal.
bool PartyFinder::leads_to_counterparty(std::uint32_t opening) const {
  constexpr std::uint32_t kReach = 14;  // tokens between the word that tells of the deal and the party
  const std::uint32_t begin = sentence_->clause_around(opening - 1).begin;
  const std::string_view link = sentence_->view().word(opening - 1);
  const auto words = sentence_->words(FactList::kTransactionWord);
  return std::any_of(words.begin(), words.end(), [&](const FoundEntry& word) {
    const bool before = word.tokens.begin >= begin && word.tokens.end < opening && opening - word.tokens.end <= kReach;
    return before && holds_word(word.cell(1), link) && !has_verb_between(word.tokens.end, opening - 1);
  });
}

void PartyFinder::read_counterparty() {
  const bool counted = unit_ != "%" || measure_->id == "company.stake";
  const bool deals = measure_->flow == Flow::kNone && counted && !sentence_->words(FactList::kTransactionWord).empty();
  const bool names_first = !subjects_.empty() || !reading_.owner.empty();
  if (!deals || !names_first || !reading_.partner.empty() || is_joint()) return;
  if (const std::string_view receiver = indirect_object(); !receiver.empty()) others_.push_back(receiver);
  // "a [22%] stake in Ludlow for $5 million to Norvale": the buyer stands behind the price
  const bool of_stake = measure_->id == "company.stake" || measure_->id == "company.deal_value";
  const std::uint32_t limit = of_stake ? std::max(limit_behind(), first_verb(*sentence_, {at_.end, clause_.end})) : limit_behind();
  for (std::size_t i = 0; i < sentence_->parties().size(); ++i) {
    const Party& party = sentence_->parties()[i];
    if (party.tokens.begin < clause_.begin || party.tokens.end > limit || !counts(i) || party.city || party.adjective) continue;
    std::uint32_t opening = phrase_opening(*sentence_, party.tokens.begin, clause_.begin);
    // "to its partner, Norvale"
    if (opening > clause_.begin + 1 && sentence_->is(opening - 1, ",")) opening = phrase_opening(*sentence_, opening - 1, clause_.begin);
    if (opening > clause_.begin + 1 && leads_to_counterparty(opening)) others_.push_back(id_of(party));
  }
}

// "The order is valued at $3 billion": of the last deal that the text told of.
void PartyFinder::read_deal() {
  if (names_anybody() || discourse_->deal().empty()) return;
  for (const FoundEntry& word : sentence_->words(FactList::kTransactionWord)) {
    const bool here = word.tokens.begin > clause_.begin && word.tokens.end <= at_.begin && word.cell(0) == "noun";
    if (!here || !sentence_->is_any(word.tokens.begin - 1, {"the", "this", "that"})) continue;
    reading_.owner = discourse_->deal().front();
    reading_.source = "context";
    others_.assign(discourse_->deal().begin() + 1, discourse_->deal().end());
    return;
  }
}

}  // namespace attest

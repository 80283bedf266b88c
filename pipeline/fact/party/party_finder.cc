#include "fact/party/party_finder.h"

#include <array>
#include <utility>

#include "fact/party/before.h"
#include "fact/party/completion.h"
#include "fact/party/context.h"
#include "fact/party/deal.h"
#include "fact/party/deed.h"
#include "fact/party/end.h"
#include "fact/party/flow.h"
#include "fact/party/list.h"
#include "fact/party/party_role.h"
#include "fact/party/phrase.h"
#include "fact/party/subject.h"
#include "fact/party/transfer.h"
#include "fact/party/vote.h"

namespace attest {
namespace {

using Step = void (*)(const PartyView&, PartyDraft&);

// Behind the words of the measure itself; each goes on where those before it left something open.
constexpr auto kSteps = std::to_array<Step>({
    party::read_end_before,
    party::read_subjects,
    party::read_trade_partner,
    party::read_labelled_partner,
    party::take_market,
    party::read_route,
    party::read_between_behind,
    party::read_receiver,
    party::read_bought,
    party::read_counterparty,
    party::read_deal,
    party::read_deed,
    party::read_way_of_counted,
    party::read_contract_partner,
    party::read_share_goal,
    party::read_migration,
    party::fill_ends,
    party::read_end_behind,
    party::read_joined,
    party::complete,
    party::complete_lent,
    party::complete_site,
    party::complete_rank,
    party::narrow_region,
    party::add_home_of_branch,
    party::collect,
    party::set_flow,
    party::note_place_in_list,
});

// "Chad ranks second with a total turnover of [$4 billion]": with the one among whose partners it is.
void take_pair_of_rank(const PartyView& view, const PartyReading& rank, PartyReading& reading) {
  const bool behind_rank = view.index() > 0 && view.measures()[view.index() - 1].kind == ReadingKind::kRank;
  if (!behind_rank || view.measure().flow != Flow::kPair || rank.owner.empty() || rank.partner.empty()) return;
  if (reading.parties.size() == 1 && reading.parties.front() == rank.partner) reading = rank;
}

}  // namespace

PartyReading PartyFinder::find(const FactSentence& sentence, std::size_t figure, std::span<const MeasureReading> measures,
                               std::span<const PartyReading> earlier, const Discourse& discourse, std::string_view unit) {
  const PartyView view({kinds_, regions_, &roles_, &discourse}, sentence, figure, measures, earlier, unit);
  PartyReading& reading = draft_.reading;
  draft_.clear();
  if (view.measure().same_parties && !earlier.empty()) return view.is_of_market() ? PartyReading() : earlier.back();
  if (party::read_contender(view, draft_) || party::read_sharer(view, draft_)) return std::move(reading);
  draft_.is_respective = party::read_respective(view, draft_);
  if (draft_.is_respective && party::takes_its_turn(view, draft_)) return std::move(reading);
  draft_.subjects.clear();
  reading = {};
  if (party::read_giver_before(view, draft_) || party::read_giver_in_row(view, draft_) || party::read_receiver_in_row(view, draft_)) {
    return std::move(reading);
  }
  if (view.measure().inherited && !view.earlier().empty()) party::read_route(view, draft_);
  if (!draft_.is_respective && reading.partner.empty() && party::goes_on(view, draft_)) return std::move(reading);
  party::read_phrase(view, draft_);
  const bool own_phrase = view.measure().phrase_tokens.end > view.floor() && (!reading.owner.empty() || !reading.partner.empty());
  if (view.is_of_market() && !own_phrase) return {};
  for (const Step step : kSteps) step(view, draft_);
  if (!earlier.empty()) take_pair_of_rank(view, earlier.back(), reading);
  return std::move(reading);
}

std::string_view PartyFinder::subject_of(const FactSentence& sentence, FactLexicon& lexicon) const {
  constexpr std::uint32_t kReach = 5;  // tokens from a sentence's beginning to the name in its subject
  const TokenRange tokens = sentence.tokens();
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    if (party.tokens.begin > tokens.begin + kReach) break;
    const bool adverbial = party.tokens.begin > tokens.begin &&
                           sentence.is_any(party.tokens.begin - 1, {"in", "at", "on", "from", "to", "near", "by", "with", "the", "a"}) &&
                           party.tokens.begin > tokens.begin + 1;
    std::uint32_t verb = party.tokens.end;  // "Norvale | national railway company | reported"
    constexpr std::uint32_t kLongestApposition = 4;
    while (verb < party.tokens.end + kLongestApposition && sentence.role(verb) == WordRole::kContent) ++verb;
    const bool speaks = lexicon.at(sentence.view(), FactList::kSpeechVerb, party.tokens.end, tokens.end).has_value() ||
                        (verb > party.tokens.end && lexicon.at(sentence.view(), FactList::kSpeechVerb, verb, tokens.end).has_value());
    if (has_verb_between(sentence, tokens.begin, party.tokens.begin)) break;       // "Its markets include Chad"
    const bool describes = party.adjective && party.kind == Party::Kind::kRegion;  // "Arab funds"
    if (roles_.counts(i) && !adverbial && !speaks && !party.reporter && !party.city && !describes) return party.id;
  }
  return {};
}

}  // namespace attest

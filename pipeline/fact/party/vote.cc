#include "fact/party/vote.h"

#include <algorithm>
#include <string>

#include "fact/party/party_role.h"

namespace attest::party {
namespace {

// "the Conservatives on [24%]": a name in capitals behind the article, of which nobody knows more.
bool read_unknown_contender(const PartyView& view, PartyDraft& draft, std::uint32_t end) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  std::uint32_t begin = end;
  const auto names = [&](std::uint32_t token) {
    return sentence.role(token) == WordRole::kContent && sentence.view().tokens[token].has(token_flag::kCapitalised);
  };
  while (begin > view.floor() && names(begin - 1)) --begin;
  if (begin == end || begin <= view.floor() || !sentence.is(begin - 1, "the")) return false;
  reading.owner = reading.subject = draft.keep(std::string(sentence.view().passage({begin, end})));
  reading.source = "stated";
  draft.add(reading.owner);
  return true;
}

// "Labour has held steady on [33%]", "The Conservatives are up to [39%]": the first that stands for election behind the figure before.
bool read_standing(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  // "won 81 of the [166] seats": of all
  const bool of_all = sentence.is(phrase_opening(sentence, view.begin(), view.clause().begin) - 1, "of");
  const bool seats = measure.id == "politics.seats" && view.begin() > view.clause().begin && !of_all;
  if (!seats && (measure.id != "politics.votes" || (measure.rule != "fact.vote" && measure.rule != "fact.share"))) return false;
  std::uint32_t first = view.begin();
  for (const Party& party : sentence.parties()) {
    if (!party.contender || party.tokens.begin < view.floor() || party.tokens.end > view.begin()) continue;
    first = party.tokens.begin;
    reading.owner = reading.subject = party.id;
    break;
  }
  for (std::uint32_t token = view.floor(); token + 1 < first; ++token) {
    std::uint32_t end = token + 1;
    while (end < first && sentence.role(end) == WordRole::kContent && sentence.view().tokens[end].has(token_flag::kCapitalised)) ++end;
    if (sentence.is(token, "the") && end > token + 1 && read_unknown_contender(view, draft, end)) return true;
  }
  if (reading.owner.empty()) return false;
  reading.source = "stated";
  draft.add(reading.owner);
  return true;
}

// "support for the Greens": whose support it is.
bool holds_support(const PartyView& view, const Party& party) {
  const FactSentence& sentence = view.sentence();
  const TokenRange phrase = view.measure().phrase_tokens;
  const bool inside = party.tokens.begin >= phrase.begin && party.tokens.end <= phrase.end && phrase.begin < phrase.end;
  const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, phrase.begin);
  return inside && opening > phrase.begin && sentence.is(opening - 1, "for");
}

}  // namespace

bool read_contender(const PartyView& view, PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  PartyReading& reading = draft.reading;
  if (!view.measured_id().starts_with("politics.")) return false;
  // "8% of the vote ([10] seats)"
  const bool bracketed = view.begin() > view.clause().begin && sentence.is(view.begin() - 1, "(") && !view.earlier().empty() &&
                         !view.earlier().back().owner.empty();
  if (bracketed && sentence.figures().size() > view.earlier().size() &&
      sentence.figures()[view.earlier().size() - 1].tokens.end <= view.begin()) {
    const bool after_name = std::any_of(sentence.parties().begin(), sentence.parties().end(),
                                        [&](const Party& party) { return party.tokens.end == view.begin() - 1; });
    if (!after_name && sentence.role(view.begin() - 2) != WordRole::kContent) {
      reading = view.earlier().back();
      return true;
    }
  }
  std::uint32_t end = view.begin();
  while (end > view.clause().begin &&
         (sentence.role(end - 1) == WordRole::kAdverb || sentence.is_any(end - 1, {"about", "around", "than", "over"})))
    --end;
  const bool linked = end > view.clause().begin && sentence.is_any(end - 1, {"on", "at", "with", "(", "–", "—", "-", ":"});
  const std::uint32_t before = linked ? end - 1 : end;
  for (std::size_t i = 0; i < sentence.parties().size(); ++i) {
    const Party& party = sentence.parties()[i];
    const std::uint32_t opening = phrase_opening(sentence, party.tokens.begin, view.end());
    const bool stands_before = linked && party.tokens.end == before && party.tokens.begin >= view.floor();
    const bool stands_behind = party.tokens.begin >= view.end() && opening == view.end() + 1 && sentence.is(view.end(), "for");
    const bool supported = holds_support(view, party);
    if (!stands_before && !stands_behind && !supported) continue;
    if (party.contender) reading.owner = reading.subject = party.id;
    if (!party.contender && party.kind == Party::Kind::kPerson) reading.owner = view.discourse().in_focus(OwnerKind::kState);
    if (reading.owner.empty()) continue;
    reading.source = "stated";
    draft.add(reading.owner);
    return true;
  }
  return read_unknown_contender(view, draft, before) || read_standing(view, draft);
}

}  // namespace attest::party

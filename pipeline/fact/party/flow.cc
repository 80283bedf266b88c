#include "fact/party/flow.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace attest::party {
namespace {

// Nothing flows from somebody to the same.
void drop_loop(const PartyView& view, PartyDraft& draft) {
  PartyReading& reading = draft.reading;
  if (reading.owner == reading.partner) reading.partner.clear();
  if (reading.from.empty() || reading.from != reading.to) return;
  (reading.from == reading.owner && view.measure().flow != Flow::kIn ? reading.to : reading.from).clear();
}

}  // namespace

void set_flow(const PartyView& view, PartyDraft& draft) {
  const MeasureReading& measure = view.measure();
  PartyReading& reading = draft.reading;
  drop_loop(view, draft);
  if (measure.kind == ReadingKind::kRank) {
    reading.from.clear();
    reading.to.clear();
    return;
  }
  if (!reading.from.empty() || !reading.to.empty()) return;
  switch (measure.flow) {
    case Flow::kInvest:
      if (is_inward(view, draft)) {
        reading.to = reading.owner;
        break;
      }
      [[fallthrough]];
    case Flow::kOut:
    case Flow::kLend:
      if (!draft.is_joined) reading.from = reading.owner;
      reading.to = reading.partner;
      break;
    case Flow::kIn:
      reading.from = reading.partner;
      if (!draft.is_joined) reading.to = reading.owner;
      break;
    default:
      break;
  }
}

bool is_inward(const PartyView& view, const PartyDraft& draft) {
  const FactSentence& sentence = view.sentence();
  const MeasureReading& measure = view.measure();
  const PartyReading& reading = draft.reading;
  if (!tells_of_inflow(view) || reading.owner.empty() || !reading.partner.empty()) return false;
  for (std::uint32_t token = measure.phrase_tokens.begin; token < measure.phrase_tokens.end; ++token) {
    if (sentence.is_any(token, {"outward", "overseas", "abroad"})) return false;
  }
  return std::none_of(sentence.parties().begin(), sentence.parties().end(), [&](const Party& party) {
    return party.id == reading.owner && party.tokens.begin >= measure.phrase_tokens.begin && party.tokens.end <= measure.phrase_tokens.end;
  });
}

bool tells_of_inflow(const PartyView& view) {
  const MeasureReading& measure = view.measure();
  const std::string& phrase = measure.kind == ReadingKind::kLevel ? measure.phrase : measure.level_phrase;
  const auto holds = [&](std::string_view word) { return phrase.find(word) != std::string::npos; };
  return measure.flow == Flow::kInvest && (holds("foreign") || holds("inflow") || phrase.starts_with("fdi"));
}

}  // namespace attest::party

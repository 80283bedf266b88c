// Figures that go on with the parties of the one before: "followed by Uzbekistan with $13.78 billion".
//
//   if (goes_on(view, draft)) return draft.reading;
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// A figure without words of its own is about what the one before is about, but for whom it names. False where it has its own.
[[nodiscard]] bool goes_on(const PartyView& view, PartyDraft& draft);

/// "Trade with Chad and Niger rose 5% and [7%], respectively": as before, but for the one whose turn it is. For what is_respective.
[[nodiscard]] bool takes_its_turn(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

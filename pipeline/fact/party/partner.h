// The other end of what goes between two, where the clause names one of them.
//
//   complete_partner(view, draft);  // "Chad's trade with China grew. Exports from Chad rose 5%": draft.reading.partner is "CN"
#pragma once

#include <string_view>

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// The two whom the text is about: the end that is missing is the one of them that is not known yet.
void complete_pair(const PartyView& view, PartyDraft& draft);

/// The clause names one end only: the other is that of the fact before, of the sentence or of the text.
void complete_partner(const PartyView& view, PartyDraft& draft);

/// The one country that the clause names as a place or receiver, or "the country" in it: "in Peru the bank has lent [$5 million]".
[[nodiscard]] std::string_view state_told_of(const PartyView& view, const PartyDraft& draft);

}  // namespace attest::party

// Whose votes and seats a figure tells of.
//
//   if (read_contender(view, draft)) return draft.reading;  // "the Greens – [24%]"
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "ahead of the Greens on [24%]", "the Greens – [24%]", "[24%] for the Greens": the political party next to the figure; a person stands
/// for nobody, and what is nobody's is the country's.
[[nodiscard]] bool read_contender(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

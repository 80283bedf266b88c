// Which way goods or money flow between the ends that were found.
//
//   set_flow(view, draft);  // exports of Chad to Peru: draft.reading.from is "TD", to "PE"
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// Sets whence and where by the flow of the measure, unless the text said so.
void set_flow(const PartyView& view, PartyDraft& draft);

/// "Malaysia had [$17 billion] of foreign direct investment": what one state has of it alone has come to it, but for "Malaysian FDI".
[[nodiscard]] bool is_inward(const PartyView& view, const PartyDraft& draft);

/// "FDI", "foreign investment": told of where it goes more often than of where it is from.
[[nodiscard]] bool tells_of_inflow(const PartyView& view);

}  // namespace attest::party

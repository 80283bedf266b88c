// The parties together, and whom the text is about where the sentence names nobody.
//
//   collect(view, draft);  // draft.reading.parties
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "Sales in Germany fell": of the company that the text is about, there.
void add_home_of_branch(const PartyView& view, PartyDraft& draft);

/// Puts all parties found into the reading, each once; where there are none, whom the text is about.
void collect(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

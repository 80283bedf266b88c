// Who does the work that a figure counts or values, and where.
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "[460] plants were built by Chadian firms in Peru", "completed projects worth [$5 billion] in Peru": names behind "by" and the state
/// behind "in" are parties beside whom the figure is about.
void read_deed(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

// Who does the work that a figure counts or values, and where.
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "[460] plants were built by Chadian firms in Peru", "completed projects worth [$5 billion] in Peru": names behind "by" and the state
/// behind "in" are parties beside whom the figure is about.
void read_deed(const PartyView& view, PartyDraft& draft);

/// "[500] buses were given to Chad by Peru", "[12] flights connect Lima and Oslo": where those counted go, through what, and who gives
/// them.
void read_way_of_counted(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

// Whom the words of the measure itself name: "exports from [Chad] to [Peru]".
//
//   read_phrase(view, draft);  // draft.reading.owner is "TD", draft.reading.partner "PE"
#pragma once

#include <string_view>

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// Reads names and references in the measure's phrase, in order: owner, other end, others.
void read_phrase(const PartyView& view, PartyDraft& draft);

/// "Peru bought ore from the country", "Chinese firms in the country": not the one that the clause tells of, but the text's other.
[[nodiscard]] std::string_view other_country(const PartyView& view, PartyDraft& draft, const FoundEntry& reference);

}  // namespace attest::party

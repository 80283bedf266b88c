// The end of a flow, a loan or a rank that the clause leaves to the reader's mind.
//
//   complete(view, draft);  // "Germany promised $5 million" in a text on Peru: draft.reading.partner is "PE"
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// A measure between two of which the clause names one, or none: the other is in the reader's mind.
void complete(const PartyView& view, PartyDraft& draft);

/// "The bank has [16 projects] worth [$5 million]": in the country that the text is about.
void complete_lent(const PartyView& view, PartyDraft& draft);

/// "Norvale opened a [$6 million] plant in Peru": of both.
void complete_site(const PartyView& view, PartyDraft& draft);

/// "China leads. […] Russia is [second] with $9 billion": in trade with the one that the fact before was on.
void complete_rank(const PartyView& view, PartyDraft& draft);

/// "imports from African countries such as Niger ([$5 million])": from that one.
void narrow_region(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

// Both parties of a deal: who buys and who sells, who signs with whom.
//
//   read_bought(view, draft);  // "Kestrel agreed to buy [Ludlow] for $5 million": both are draft.others
#pragma once

#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// "Kestrel agreed to buy Ludlow for $5 million": both.
void read_bought(const PartyView& view, PartyDraft& draft);

/// "signed a contract with Norvale for [$5 million]", "ordered [20 jets] from Kestrel": the other one of a deal.
void read_counterparty(const PartyView& view, PartyDraft& draft);

/// "a contract for [$5 million] with Norvale": with whom it was signed.
void read_contract_partner(const PartyView& view, PartyDraft& draft);

/// "The order is valued at $3 billion": of the last deal that the text told of.
void read_deal(const PartyView& view, PartyDraft& draft);

}  // namespace attest::party

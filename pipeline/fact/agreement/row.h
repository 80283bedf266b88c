// The rows of parties behind the phrase of an agreement.
//
//   read_row(view, draft);           // "[a pact] between Chile and Peru", "[a contract] awarded to Norvale"
//   read_sides_behind(view, draft);  // "[a pact] between the two countries"
#pragma once

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// Walks the words behind the phrase: a link opens a row of parties, what is neither party nor joint closes it.
void read_row(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "a pact between the two countries", "signed by the parties": those whom the sentence named before it, else whom the text spoke of.
void read_sides_behind(const AgreementPartyView& view, AgreementPartyDraft& draft);

}  // namespace attest::agreement

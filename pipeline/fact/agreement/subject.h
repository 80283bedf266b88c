// Who concludes an agreement, told by the verb that governs its phrase.
//
//   read_subject(view, draft);         // "Chile and Peru signed [a pact]"
//   read_subject_behind(view, draft);  // "[the contract] Norvale signed with Ludlow"
//   read_deed_objects(view, draft);    // "bought Ludlow from Norvale in [a deal]"
#pragma once

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// Who stands before a verb that stands before the phrase. Who only mediates is left out.
void read_subject(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "The Navy awarded Norvale a contract": whom a verb of giving gives it.
void read_receiver(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "talks between Chile and Peru on a pact", "talks with Peru on a pact": who stands behind the noun; of "between" there are no others.
void read_talks(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "Norvale was awarded a contract, the Navy said": who awards contracts and tells of one has awarded it. For contracts whose other side is
/// not told.
void add_awarding_speaker(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "won a contract to build a port for Norvale": for whom the works are, whose contract names nobody else.
void add_customer(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// "Norvale said Ludlow signed a contract for Norvale's turbines": who tells of the one side, and is named in what was agreed.
void add_other_speaker(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// Who stands between the phrase and a verb behind it.
void read_subject_behind(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// Bodies that the verb of a deed governs, and who stands behind "from", "to" and "with".
void read_deed_objects(const AgreementPartyView& view, AgreementPartyDraft& draft);

}  // namespace attest::agreement

// Whose agreement is broken: a country is blamed by the one that it concluded the agreement with.
//
//   add_other_country(view, draft);  // "Peru imposed tariffs for Chile's violation of [a pact]": adds Peru to Chile
//   add_accuser(view, draft);        // "Peru says Chile violated [a pact]": adds Peru to Chile
#pragma once

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// The other country that the sentence names before the phrase, or that was named with the only known one before. Capitals count where
/// they act for their country. Adds none to contracts, nor to agreements with a title, which have many sides.
void add_other_country(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// The same for the verbs of a breach ("violated", "failed to honour"), of which only the sentence itself can tell the other country.
void add_accuser(const AgreementPartyView& view, AgreementPartyDraft& draft);

}  // namespace attest::agreement

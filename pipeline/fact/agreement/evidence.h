// How much must be told with a phrase ("an accord", "17 documents", "the contract") before it stands for an agreement: phrases alone are
// often any agreement, or none.
//
//   if (stands_for_agreement(phrase, event, parties, has_value)) …
#pragma once

#include "fact/agreement/agreement_event.h"
#include "fact/agreement/agreement_phrase.h"
#include "fact/agreement/party_set.h"
#include "resolve/word_list.h"

namespace attest {

/// Whether a phrase, with the event and the parties of its sentence, tells of an agreement; `has_value` where a sum stands with it.
[[nodiscard]] bool stands_for_agreement(const AgreementPhrase& phrase, const AgreementEvent& event, const PartySet& parties,
                                        bool has_value);

/// What the way in which a phrase speaks of an agreement says of it, where nothing else does: "the Ludlow Treaty" is in force, "the deal
/// with Norvale" and "a 1985 accord" have been made; kUnknown for "an accord could help". `outlook` is the list agreement_outlook.
[[nodiscard]] AgreementStatus presupposed_status(const TokenView& view, const AgreementPhrase& phrase, const WordList& outlook);

/// "5,000 contracts" are papers of a market.
[[nodiscard]] bool is_trading_volume(const AgreementPhrase& phrase) noexcept;

}  // namespace attest

// Whom a clause, a sentence or the text is about: the other side of an agreement "with Norvale".
//
//   // "Chile said Peru welcomed its [pact] with Norvale"
//   subject_among(text, sentence, false);  // Chile; with `last` Peru
//   add_topic(view, draft);                // Peru: "its" is whose name stands nearest
#pragma once

#include <cstdint>

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// The first body or country of a stretch that can be its subject, with `last` the last one; null where there is none.
[[nodiscard]] const PartyCue* subject_among(const AgreementText& text, TokenRange range, bool last);
/// "Ludlow Proteins said its agreement": capitals that open the stretch and say something name a body. False where none do.
bool add_speaker(const AgreementText& text, TokenRange range, AgreementPartyDraft& draft);
/// "Norvale and Ludlow said they signed": those whom "and" joins to the first one.
void add_joined(const AgreementText& text, const PartyCue& first, std::uint32_t limit, AgreementPartyDraft& draft);
/// "Under the 1985 accord, Chile and Peru will cut": whom it binds, where nothing else tells its sides.
void add_bound(const AgreementPartyView& view, AgreementPartyDraft& draft);
/// Whom the text spoke of last.
void add_topic_before(const AgreementText& text, AgreementPartyDraft& draft);
/// Of an agreement "with Norvale" the other side is who its clause is about, or its sentence, where its verb names nobody; of "its
/// agreement" who stands nearest.
void add_topic(const AgreementPartyView& view, AgreementPartyDraft& draft);

}  // namespace attest::agreement

// The parties that the phrase of an agreement names itself, or that stand right before it as its owners.
//
//   read_inside(view, draft);     // "the [China-ASEAN FTA]": both
//   read_possessor(view, draft);  // "Chile's [treaty] with Peru": Chile
//   joined_pair(text, sentence);  // "in the format Chile – Peru"
#pragma once

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

void read_inside(const AgreementPartyView& view, AgreementPartyDraft& draft);
void read_possessor(const AgreementPartyView& view, AgreementPartyDraft& draft);

/// "the EU-Japan Treaty": a side, and no part of a body's name.
[[nodiscard]] bool is_joined(const AgreementText& text, const PartyCue& cue, TokenRange phrase);
/// The first two that a dash joins in a stretch of text; none where it joins none.
[[nodiscard]] PartySet joined_pair(const AgreementText& text, TokenRange range);

}  // namespace attest::agreement

// Who can conclude an agreement: whom a cue stands for where it acts, and whether it only tells of others.
//
//   // "Norvale, a unit of Ludlow, signed a pact, the Vega Times said"
//   can_be_subject(text, norvale, begin);   // true
//   can_be_subject(text, ludlow, begin);    // false: behind "a unit of"
//   only_reports(text, times, sentence);    // true
#pragma once

#include <cstdint>

#include "fact/agreement/agreement_text.h"

namespace attest::agreement {

/// "Chile's Foreign Ministry" concludes agreements in the name of Chile.
[[nodiscard]] bool acts_for_country(const AgreementText& text, const PartyCue& cue);
/// Courts rule on agreements and parliaments ratify them; they conclude none.
[[nodiscard]] bool only_ratifies(const AgreementText& text, const PartyCue& cue);
/// "the Norvale news agency said": a medium that speaks is no side of what it tells of.
[[nodiscard]] bool only_reports(const AgreementText& text, const PartyCue& cue, TokenRange sentence);
/// Names behind a preposition are no subjects ("on Monday in Astana, China signed"), but "the government of Chile" is one. `floor` is
/// where its clause begins.
[[nodiscard]] bool can_be_subject(const AgreementText& text, const PartyCue& cue, std::uint32_t floor);

}  // namespace attest::agreement

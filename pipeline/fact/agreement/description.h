// Names that only describe another one: whose it is, where it is at home.
//
//   // "China's CNPC signed a deal with Norvale Inc of Canada"
//   const auto cues = text.cues_within(sentence);
//   describes_next(text, cues[0], cues);  // true: China, of CNPC
//   is_location(text, cues[3], &cues[2], link, cues[2].tokens.end);  // true: Canada
#pragma once

#include <cstdint>
#include <span>

#include "fact/agreement/agreement_text.h"

namespace attest::agreement {

/// What stands before a body says whose it is ("China's CNPC", "Peruvian copper miner Norvale", "Norvale's Ludlow Ltd"), and is no
/// party itself; nor is the town where it is based. `cue` is one of `cues`, which are in order of position.
[[nodiscard]] bool describes_next(const AgreementText& text, const PartyCue& cue, std::span<const PartyCue> cues);
/// A country right behind a body says where it is at home: "Ludlow A/S Danish subsidiary", "Norvale's U.S. business". `last` is the cue
/// before, or null.
[[nodiscard]] bool describes_last(const AgreementText& text, const PartyCue& cue, const PartyCue* last);
/// Where a body is, which stands behind it: "Norvale Inc of Canada", "Norvale Inc, Oslo, Norway". `last` is the cue before, or null;
/// `link` the last word of what leads to parties, `known_end` where the last name ends.
[[nodiscard]] bool is_location(const AgreementText& text, const PartyCue& cue, const PartyCue* last, std::uint32_t link,
                               std::uint32_t known_end);
/// "Norvale, a unit of Ludlow": Ludlow.
[[nodiscard]] bool is_owner(const AgreementText& text, const PartyCue& cue, std::uint32_t floor);
/// "the British energy giant": a body that was named before.
[[nodiscard]] bool names_body_told(const AgreementText& text, const PartyCue& cue);
/// "the federal and Texas governments".
[[nodiscard]] bool is_government_at(const AgreementText& text, std::uint32_t token);

}  // namespace attest::agreement

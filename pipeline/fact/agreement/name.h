// Names of parties that no list knows, told by their capitals and their place.
//
//   // "signed a deal with Norvale Global (NVG) last week"
//   unknown_name(text, 4, text.size(), true);  // "Norvale Global"
#pragma once

#include <cstdint>

#include "fact/agreement/agreement_text.h"

namespace attest::agreement {

/// The closing bracket behind "<"; the token behind "<" where there is none.
[[nodiscard]] std::uint32_t bracket_end(const AgreementText& text, std::uint32_t token, std::uint32_t limit);
/// A name that no list and no form tells: capitals in a row that no cue covers, or what stands in angle brackets. One word must be
/// all capitals ("GHX"), or `linked`, right behind a link ("with Norvale"): others may begin anything. Empty where there is none.
[[nodiscard]] TokenRange unknown_name(const AgreementText& text, std::uint32_t token, std::uint32_t limit, bool linked);
/// "Peruvian oil and gas firm Norvale Energy": the name behind a people's adjective and the kind of body, where no list knows it.
[[nodiscard]] TokenRange described_name(const AgreementText& text, const PartyCue& cue, std::uint32_t limit);
/// "<NVL.L>": the symbol of a share stands for no party of its own.
[[nodiscard]] bool is_symbol(const AgreementText& text, TokenRange name);
/// Capitals that name nobody: months, titles, forms of companies, words that any text has ("January", "Secretary", "Co").
[[nodiscard]] bool is_ordinary(const AgreementText& text, TokenRange name);
/// "Palm Moss, Colo., builder Norvale Inc": where the next one is at home.
[[nodiscard]] bool is_town(const AgreementText& text, TokenRange name);

}  // namespace attest::agreement

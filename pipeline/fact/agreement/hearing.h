// What the search for parties keeps of a sentence for those that follow.
//
//   AgreementMemory memory;
//   hear(text, sentence, memory);  // "Chile's president arrived in Peru on Monday."
//   memory.countries_told();       // CL, PE
#pragma once

#include "fact/agreement/agreement_memory.h"
#include "fact/agreement/agreement_text.h"

namespace attest::agreement {

/// Adds who a sentence is about, whom it names together, and the deal that it tells of. `memory` is the text's own.
void hear(const AgreementText& text, TokenRange sentence, AgreementMemory& memory);

}  // namespace attest::agreement

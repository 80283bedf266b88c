// What the clause of a figure is about: the subject of its verb, where people come to harm, or where it happens.
//
//   read_subjects(view, draft);  // "[Chad] and [Niger] raised output by 5%": draft.subjects
#pragma once

#include <cstdint>

#include "fact/fact_sentence.h"
#include "fact/party/party_draft.h"
#include "fact/party/party_view.h"

namespace attest::party {

/// What the clause is about stands before its verb; behind "With $1.2 trillion invested, …" it follows.
void read_subjects(const PartyView& view, PartyDraft& draft);

/// "Peru and Chile showed decreases of $260 million and $65 million, respectively": to each its own.
[[nodiscard]] bool read_respective(const PartyView& view, PartyDraft& draft);

/// "the [$25 billion] sales that Norvale reported": whose they are.
[[nodiscard]] bool read_reporter_behind(const PartyView& view, PartyDraft& draft);

/// "Acme, which owns 34% of the mine, said it would cut [600 jobs]": a comma and a verb go on with the clause around.
[[nodiscard]] bool returns_from_relative(const PartyView& view);

/// "economists polled by the agency".
[[nodiscard]] bool is_agent(const FactSentence& sentence, const Party& party, std::uint32_t begin);

}  // namespace attest::party

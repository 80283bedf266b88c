// Whom words mean that stand for who was named: "it", "they", "the two countries", "the sides".
//
//   // "Chile and Peru met on Monday. The two countries signed [a pact]."
//   sides_meant(text, clause, sentence);  // CL, PE
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "fact/agreement/agreement_party_draft.h"
#include "fact/agreement/agreement_party_view.h"

namespace attest::agreement {

/// How many a word means that stands for who was named before: "one", "two", "sides", "group"; "" where it does not: "the companies" do,
/// "companies" are any.
[[nodiscard]] std::string_view reference_number(const AgreementText& text, std::uint32_t token, TokenRange clause);
/// "the two countries signed", "the parties also signed": who was spoken of together, or who has concluded an agreement; nothing where a
/// clause speaks of one. They are empty where the text named none.
[[nodiscard]] std::optional<std::span<const std::string>> sides_meant(const AgreementText& text, TokenRange clause, TokenRange sentence);
/// "X said it signed": the subject of the sentence; "the two countries signed": who was spoken of together before.
void add_meant_by_pronoun(const AgreementText& text, TokenRange clause, TokenRange sentence, AgreementPartyDraft& draft);
/// "During the visit of Chile's president to Peru, the sides signed": the two whom the sentence itself names before their verb. False
/// where it does not.
bool add_sides_named(const AgreementText& text, TokenRange clause, TokenRange sentence, AgreementPartyDraft& draft);
/// "A protocol was signed at a meeting of Chile and Peru", "Chile and Peru met. Two accords were signed.": whom the sentence names, else
/// whom the text last named together.
void add_named_in_sentence(const AgreementPartyView& view, AgreementPartyDraft& draft);

}  // namespace attest::agreement

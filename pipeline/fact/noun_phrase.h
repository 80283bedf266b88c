// Noun phrases around a word, by closed word lists: enough to tell "total exports of China to Kazakhstan" from what follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "fact/fact_sentence.h"

namespace attest {

/// Where the noun phrase that ends with the token before `end` begins: modifiers and names before it, without determiners. Not
/// before `floor`.
[[nodiscard]] std::uint32_t phrase_begin(const FactSentence& sentence, std::uint32_t end, std::uint32_t floor);

/// The noun phrase that begins at `token`, behind its determiners: up to and with its head. Empty where none begins there.
[[nodiscard]] TokenRange phrase_at(const FactSentence& sentence, std::uint32_t token);

/// The end of what completes a noun phrase that ends at `end`: "… of goods between China and Kazakhstan". Dates, figures
/// and verbs end it.
[[nodiscard]] std::uint32_t complement_end(const FactSentence& sentence, std::uint32_t end);

/// The last noun phrase that ends by `end`, behind `floor`; "of", "in" and the like lead on to the phrase that they complete:
/// of "the price of copper" it is "price of copper".
[[nodiscard]] TokenRange phrase_before(const FactSentence& sentence, std::uint32_t end, std::uint32_t floor);

/// The words of a range in lower case without names, determiners and possessives, joined by single spaces. `singular` puts the
/// last one into its base form.
[[nodiscard]] std::string base_form(const FactSentence& sentence, TokenRange tokens, bool singular);

/// The words of a range as written, joined as in the text.
[[nodiscard]] std::string as_written(const FactSentence& sentence, TokenRange tokens);

}  // namespace attest

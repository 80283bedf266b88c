// Acronyms and the names that they stand for: "Kestrel Board of Trade (KBT)".
#pragma once

#include <optional>
#include <string_view>

#include "engine/chart.h"

namespace attest {

/// The tokens before the bracket at `bracket` whose initials are the letters of `acronym`; words such as "of" and "the" need no
/// letter. Nothing where they are not, or where a word with a letter is not capitalised. Looks back to `first` at most.
[[nodiscard]] std::optional<TokenRange> name_of_acronym(const TokenView& view, std::string_view acronym, std::uint32_t first,
                                                        std::uint32_t bracket);

/// The same of what is written as no name is: "external debt ratio (EDR)". Of acronyms of two letters the words must have capitals.
[[nodiscard]] std::optional<TokenRange> phrase_of_acronym(const TokenView& view, std::string_view acronym, std::uint32_t first,
                                                          std::uint32_t bracket);

/// True where a short form can come from a name by leaving letters out: both begin alike, and the letters occur in order.
[[nodiscard]] bool is_contraction(std::string_view short_form, std::string_view name) noexcept;

}  // namespace attest

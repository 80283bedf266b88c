// One id for all spellings of an organisation's name, in every document.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// The id that a name stands for: lower case, without "the", accents, marks and the legal form at its end, British spellings as
/// American ones, words joined by "-". "The Shanghai Co-operation Organisation" and "Shanghai Cooperation Organization" are
/// both "shanghai-cooperation-organization", "Norvale Inc." is "norvale". Never empty for a name with a letter or digit.
[[nodiscard]] std::string organisation_id(std::string_view name);

}  // namespace attest

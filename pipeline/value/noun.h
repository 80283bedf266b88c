// Base forms of nouns: what a counted noun is called, whatever its number.
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// The singular of a regular English plural, in lower case: "Agreements" agreement, "countries" country, "taxes" tax,
/// "processes" process. A word that does not look like a plural is only put in lower case. ASCII letters are folded,
/// other bytes are kept. Irregular plurals ("people") are data of the rule packs.
[[nodiscard]] std::string singular_of(std::string_view noun);

}  // namespace attest

// Which language a text is in, and whether rules can read it.
//
//   language_of("Der Hafen wächst, sagt die Direktorin.")   // "de"
//   has_rules("en-GB")                                      // true
#pragma once

#include <string>
#include <string_view>

namespace attest {

/// BCP 47 tag of the language of most of the text ("en", "ru", "zh-Hant"), told from its first kilobytes; "" where it is too short or too
/// mixed to tell. English is told by its function words in a microsecond; everything else by CLD2.
[[nodiscard]] std::string language_of(std::string_view text);

/// True where the built-in rules are made for the language of a BCP 47 tag: English of any country.
[[nodiscard]] bool has_rules(std::string_view language) noexcept;

/// The language of a text of which `declared` is said (a tag, or ""): what the text shows, with the country that was declared for it; what
/// was declared, where the text does not show it.
[[nodiscard]] std::string settled_language(std::string_view text, std::string_view declared);

}  // namespace attest

// Abbreviations: words whose final point does not by itself end a sentence. The list is rules/lists/abbreviation.tsv,
// compiled in (embed_lists.cmake).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attest {

/// How an abbreviation behaves before what follows it.
enum class AbbreviationKind : std::uint8_t {
  kTitle,   ///< "Mr.", "Gen.": a name follows; never ends a sentence.
  kInner,   ///< "e.g.", "vs.": something always follows; never ends a sentence.
  kSuffix,  ///< "Inc.", "U.S.", "Jr.", "Calif.": ends a sentence before a word that commonly starts one.
  kDate,    ///< "Jan.", "Mon.": the same, and never before a digit.
  kNumber,  ///< "No.", "p.", "km.": joined to a number after it, else an ordinary word.
  kTime,    ///< "a.m.": ends a sentence before capitals other than days, months and time zones.
};

/// The kind of `surface`, which ends with its mark ("Mr.", "Yahoo!"), if the list has it. An entry that begins with a
/// capital matches only surfaces that do ("Sat.", not "sat."), one of a single letter only as it is written; other
/// capitals are ignored.
[[nodiscard]] std::optional<AbbreviationKind> find_abbreviation(std::string_view surface) noexcept;

}  // namespace attest

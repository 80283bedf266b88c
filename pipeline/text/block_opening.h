// What the beginning of a line says about its block. The fixed phrases are rules/lists/block_opening.tsv, compiled in
// (embed_lists.cmake).
#pragma once

#include <cstdint>

#include "text/block_line.h"

namespace attest {

enum class Opening : std::uint8_t {
  kNone,
  kCaption,              ///< "Photo: …", "Source: …", "Figure 1. …"
  kBibliographyHeading,  ///< "References"
  kFootnotesHeading,     ///< "Notes"
  kFurniture,            ///< "Subscribe to our …", "Advertisement", "12 Comments", "Facebook Twitter Email"
  kFurnitureSection,     ///< "Related stories", with headlines below it.
};

/// What the line's fixed phrase says, if it opens with (or, for some phrases, is) one. Capitals are ignored, as are a
/// bracket, a bullet or an enumerator before it and a mark at its end.
[[nodiscard]] Opening fixed_opening(const SentenceTokens& tokens, const Line& line) noexcept;
[[nodiscard]] inline bool is_fixed_opening(const SentenceTokens& tokens, const Line& line) noexcept {
  return fixed_opening(tokens, line) != Opening::kNone;
}

/// True of a line that starts with a bullet or dash and white space, or with an enumerator.
[[nodiscard]] bool starts_list_item(const SentenceTokens& tokens, const Line& line) noexcept;
/// True of a line that is but a bullet or dash: the item is on the next line.
[[nodiscard]] bool is_lone_bullet(const SentenceTokens& tokens, const Line& line) noexcept;
/// True of a line that starts with a reference mark: "[1]", "¹", "^1", "†", "**".
[[nodiscard]] bool starts_footnote(const SentenceTokens& tokens, const Line& line) noexcept;
/// True of a line that starts with a section number and words after it: "1. Introduction", "3.1 Results", "IV. Trade".
[[nodiscard]] bool starts_section(const SentenceTokens& tokens, const Line& line) noexcept;

}  // namespace attest

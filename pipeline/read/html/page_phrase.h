// Words of the furniture of web pages: rules/lists/page_phrase.tsv, compiled in.
#pragma once

#include <cstdint>
#include <string_view>

namespace attest::html {

enum class Phrase : std::uint8_t {
  kNone,
  kSection,  ///< Heads a section of furniture that ends where paragraphs go on: "Related stories".
  kTail,     ///< Heads one that paragraphs belong to: "Comments", "About the author".
  kLine,     ///< Is furniture itself: "Share on Facebook", "Advertisement", "Photo by ...".
};

/// What the fixed words at the beginning of a block (or that are all of it) say. Capitals, punctuation and bullets
/// are passed over.
[[nodiscard]] Phrase phrase_of(std::string_view text);

}  // namespace attest::html

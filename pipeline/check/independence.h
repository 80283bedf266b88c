// How many sources stand behind a figure: near-duplicate texts, the same publisher and the same named authority are one.
//
//   TextSketch a = sketch_of(wire), b = sketch_of(rewrite);
//   containment(a, b) >= kNearDuplicate
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// A sample of the shingles of a text: hashes of five words in a row of which a fixed share is kept (FracMinHash: Irber et al., 2022),
/// sorted, each once. Two samples estimate the overlap of the texts, however much their lengths differ.
using TextSketch = std::vector<std::uint64_t>;

/// The sketch of a text: letters and digits in lower case, everything else parts words.
[[nodiscard]] TextSketch sketch_of(std::string_view text);

/// Which part of the shorter text's shingles the other has, from 0 to 1; 0 for texts without any.
[[nodiscard]] double containment(const TextSketch& a, const TextSketch& b);

/// From here on, two texts tell one story.
inline constexpr double kNearDuplicate = 0.5;

/// One statement of a figure, by whom it is known.
struct StatedBy {
  std::int64_t document = 0;
  std::string publisher;               ///< "" where unknown.
  std::string authority;               ///< The body, person or reference that is named for it; "" for the article itself.
  const TextSketch* sketch = nullptr;  ///< Of the document's text; may be null.
};

/// How many independent sources there are among the statements.
[[nodiscard]] std::uint32_t independent_sources(const std::vector<StatedBy>& statements);

}  // namespace attest

// How much two texts share, without comparing them word by word.
//
//   TextSketch a = sketch_of(wire), b = sketch_of(rewrite);
//   containment(a, b) >= kNearDuplicate
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace attest {

/// A sample of the shingles of a text: hashes of five words in a row of which a fixed share is kept (FracMinHash: Irber et al., 2022),
/// sorted, each once. Two samples estimate the overlap of the texts, however much their lengths differ.
using TextSketch = std::vector<std::uint64_t>;

/// The sketch of a text: letters and digits in lower case, everything else parts words.
[[nodiscard]] TextSketch sketch_of(std::string_view text);

/// The most hashes of a signature.
inline constexpr std::size_t kSignatureHashes = 8;

/// The smallest hashes of a sketch. Texts that have half of their shingles in common share one of eight in 299 of 300 cases (MinHash:
/// Broder, 1997), so signatures find candidates, and sketches decide.
[[nodiscard]] std::vector<std::uint64_t> signature_of(const TextSketch& sketch);

/// Which part of the shorter text's shingles the other has, from 0 to 1; 0 for texts without any.
[[nodiscard]] double containment(const TextSketch& a, const TextSketch& b);

/// From here on, two texts tell one story.
inline constexpr double kNearDuplicate = 0.5;

}  // namespace attest

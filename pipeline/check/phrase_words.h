// The words of a phrase that carry its meaning, for comparing what is measured.
//
//   content_words("exports of the region's wheat")     -> export, region, wheat
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest {

/// Lower-case words of a phrase without plural s and little words, sorted, each once.
[[nodiscard]] std::vector<std::string> content_words(std::string_view phrase);
/// Shared elements by all elements of two sorted lists without repeats; 0 where both are empty.
[[nodiscard]] double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b);
/// Phrases of so much likeness name one measure.
inline constexpr double kSamePhrase = 0.5;

}  // namespace attest

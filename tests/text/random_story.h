// A text that shares nothing with another one, for tests of likeness.
#pragma once

#include <string>

namespace attest::testing_text {

/// Sentences of twelve words that follow no pattern; the same for the same seed.
inline std::string random_story(unsigned seed, int words) {
  std::string text;
  for (int i = 1; i <= words; ++i) {
    seed = seed * 1664525 + 1013904223;  // Numerical Recipes' generator
    text += {static_cast<char>('a' + (seed >> 24) % 26), static_cast<char>('a' + (seed >> 16) % 26),
             static_cast<char>('a' + (seed >> 20) % 26)};
    text += i % 12 == 0 ? ".\n" : " ";
  }
  return text;
}

}  // namespace attest::testing_text

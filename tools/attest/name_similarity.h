// How alike two names are, by the words that they share: "Organisation of Islamic Cooperation" and "Islamic Cooperation
// Organisation" are the same.
#pragma once

#include <string_view>

namespace attest::command {

/// Shared words by all words of both (Jaccard), from 0 to 1: in lower case, without a plural "s", "the", "of" and the like;
/// what is no ASCII letter or digit parts words. Two names without words are alike.
[[nodiscard]] double name_similarity(std::string_view a, std::string_view b);

}  // namespace attest::command

// How findings on statements of one figure are told: who states what, how far apart they are, and what may explain it.
#pragma once

#include <string>
#include <vector>

#include "check/finding.h"
#include "check/same_figure.h"

namespace attest {

/// "$44 billion (Kuantyrov) in The Astana Times and $43.8 billion in b.txt"; of many the first six; what is said
/// twice in the same words is told once.
[[nodiscard]] std::string statements_in_words(const std::vector<const SourcedFact*>& facts);
/// "2 independent sources"; for one source, that there is no confirmation and why.
[[nodiscard]] std::string sources_in_words(const Finding& finding, const std::vector<const SourcedFact*>& facts);
/// "a differs from b by 13.77 billion USD, 31.4% of the larger figure": `sides` from the smallest reading to the largest; `several` where
/// the first of them has more than one statement.
[[nodiscard]] std::string differing_in_words(const std::vector<std::string>& sides, bool several, const CheckedFact& low,
                                             const CheckedFact& high);
/// "43.82 billion USD - 30.05 billion USD = 13.77 billion USD; [...] and [...] lie apart".
[[nodiscard]] std::string gap_in_numbers(const CheckedFact& low, const CheckedFact& high, bool boundary);
/// What may explain a difference: other authorities, or articles of different days. "" where nothing does.
[[nodiscard]] std::string explanation_of(const std::vector<const SourcedFact*>& facts);

}  // namespace attest

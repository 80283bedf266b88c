// How well mentions agree with gold: exact spans, overlapping spans, and right ones (overlap and the same normal form).
//
//   Score score;
//   score_kind("figure", gold.mentions, ours, score, misses);
//   f1(score.right, score)          // the harmonic mean of precision and recall
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gold_file.h"

namespace attest::command {

/// Counts over any number of documents.
struct Score {
  std::uint64_t gold = 0;    ///< Gold mentions that count.
  std::uint64_t system = 0;  ///< Our mentions that count.
  std::uint64_t exact = 0;
  std::uint64_t overlap = 0;
  std::uint64_t right = 0;
};

struct Measures {
  double precision = 0;
  double recall = 0;
  double f1 = 0;
};

/// Precision, recall and F1 of `hits` (one of exact, overlap, right) out of the counts. With nothing to find, recall is 1
/// where nothing was missed; with nothing found, precision is 1 where nothing was to be found.
[[nodiscard]] Measures measures_of(std::uint64_t hits, const Score& score) noexcept;

/// What differs, in words: "missed", "spurious" or "wrong".
struct Miss {
  std::string_view what;
  std::string kind;
  std::string gold;    ///< The gold text with its normal form; "" where spurious.
  std::string system;  ///< Ours; "" where missed.
};

/// Whether `system` says the same as `gold`: for figures quantity (percent and ratio count as one), low, high (within one
/// part in a million) and unit; for dates the interval, or the TIMEX3 value where there is none.
[[nodiscard]] bool is_right(const Annotation& gold, const Annotation& system);

/// Adds the mentions of one kind in one document to `score`. They are aligned one to one, largest overlap first. Doubtful
/// gold mentions, and ours that overlap a gold citation, count on neither side.
void score_kind(std::string_view kind, const std::vector<Annotation>& gold, const std::vector<Annotation>& system, Score& score,
                std::vector<Miss>& misses);

}  // namespace attest::command

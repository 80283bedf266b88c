// What `ingest` tells the user: a line that moves on a terminal, and a summary at the end.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>

#include "store/store.h"

namespace attest::command {

/// Counts of one run.
class IngestProgress {
 public:
  IngestProgress();

  /// What became of a document that was extracted.
  void add(AddOutcome outcome, const ExtractedDocument& extracted);
  /// A document that did not need extracting.
  void add_unchanged();
  /// An input that failed before it became a document.
  void add_failures(std::uint64_t count);

  /// Draws the line on standard error, where that is a terminal, at most ten times a second.
  void draw();
  /// Wipes the line away, so that something else can be printed.
  void clear();

  [[nodiscard]] std::uint64_t failures() const noexcept { return failures_; }
  /// "12 documents added, 3 unchanged, 1 failed; 345 figures, 120 dates, 210 names, 3 agreements, 130 facts in 0.4 s".
  /// Documents in languages without rules are told behind it: "; 2 in languages without rules (fr, ru)".
  [[nodiscard]] std::string summary() const;

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t kOutcomes = 5;  // all but kRejected, which is a failure

  [[nodiscard]] double seconds() const;
  [[nodiscard]] std::string unread_summary() const;

  Clock::time_point began_;
  Clock::time_point drawn_;
  bool terminal_;
  bool shown_ = false;
  std::array<std::uint64_t, kOutcomes> outcomes_{};
  std::uint64_t documents_ = 0;
  std::uint64_t failures_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t figures_ = 0;
  std::uint64_t dates_ = 0;
  std::uint64_t names_ = 0;
  std::uint64_t agreements_ = 0;
  std::uint64_t facts_ = 0;
  std::map<std::string, std::uint64_t> unread_languages_;  // of documents without rules for theirs
};

/// "near-duplicates: 1 with the same text at another address, 2 updated versions, 3 copies (attest query DB @copies)"; "" for none.
[[nodiscard]] std::string copies_summary(const CopyCounts& counts);

}  // namespace attest::command

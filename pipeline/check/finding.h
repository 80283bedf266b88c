// What a check found: a verdict on some facts, in words and numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attest {

enum class CheckKind : std::uint8_t {
  kSameFigure,
  kSum,
  kShare,
  kGrowth,
  kDirection,
  kConversion,
  kPart,
  kRank,
  kCount,
  kPeriod,
  kMirror,
  kIndependence,
};

enum class Verdict : std::uint8_t {
  kAgree,           ///< The figures fit.
  kBoundary,        ///< They meet in a single point, or fit only if a digit was cut off: told as a difference.
  kConflict,        ///< They differ.
  kPossible,        ///< They differ, if they speak of the same: something about one of them is not stated.
  kDifferentScope,  ///< They differ, and speak of different things.
  kHolds,           ///< The arithmetic is right within the written precision.
  kFails,           ///< It is not.
  kLabelSuspect,    ///< The number fits another period than the one it is given for.
  kNotIndependent,  ///< One text tells the other's story.
};

enum class Severity : std::uint8_t { kHigh, kMedium, kInfo };

[[nodiscard]] std::string_view name_of(CheckKind check) noexcept;    // "same_figure", "sum", ...
[[nodiscard]] std::string_view name_of(Verdict verdict) noexcept;    // "agree", "different_scope", ...
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;  // "high", "medium", "info"
/// True for conflict, boundary, fails and label_suspect: what a person should look at.
[[nodiscard]] bool is_alarm(Verdict verdict) noexcept;

/// A fact in a finding.
struct FindingMember {
  std::string fact_id;
  std::int64_t document_key = 0;
  std::uint32_t mention_number = 0;  ///< The figure, in the document.
  std::string role;                  ///< "figure", "part", "total", "share", "whole", "before", "after", "rank", ...
};

struct Finding {
  std::string id;  ///< 32 hexadecimal digits over its content: the same on every run, whatever the order of ingest.
  CheckKind check = CheckKind::kSameFigure;
  Verdict verdict = Verdict::kAgree;
  Severity severity = Severity::kInfo;
  double gap = 0;  ///< Relative gap between the readings, for sorting.
  std::string summary;
  std::string arithmetic;
  std::uint32_t independent_sources = 1;
  std::vector<FindingMember> members;  ///< In order of document and position.
};

/// Sets `id` from check, verdict and `content`, which names what the finding is about.
void set_id(Finding& finding, std::string_view content);

}  // namespace attest

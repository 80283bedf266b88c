#include "check/finding.h"

#include <array>
#include <cstddef>

#include "base/sha256.h"

namespace attest {
namespace {

constexpr std::array<std::string_view, 12> kChecks = {"same_figure", "sum",  "share", "growth", "direction", "conversion",
                                                      "part",        "rank", "count", "period", "mirror",    "independence"};
constexpr std::array<std::string_view, 9> kVerdicts = {"agree", "boundary", "conflict",      "possible",       "different_scope",
                                                       "holds", "fails",    "label_suspect", "not_independent"};
constexpr std::array<std::string_view, 3> kSeverities = {"high", "medium", "info"};

}  // namespace

std::string_view name_of(CheckKind check) noexcept { return kChecks[static_cast<std::size_t>(check)]; }
std::string_view name_of(Verdict verdict) noexcept { return kVerdicts[static_cast<std::size_t>(verdict)]; }
std::string_view name_of(Severity severity) noexcept { return kSeverities[static_cast<std::size_t>(severity)]; }

bool is_alarm(Verdict verdict) noexcept {
  return verdict == Verdict::kConflict || verdict == Verdict::kBoundary || verdict == Verdict::kFails || verdict == Verdict::kLabelSuspect;
}

void set_id(Finding& finding, std::string_view content) {
  std::string identity = "finding\n";
  identity.append(name_of(finding.check)).append("\n").append(name_of(finding.verdict)).append("\n").append(content);
  finding.id = content_id(identity);
}

}  // namespace attest

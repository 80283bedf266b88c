// Annotations in print: as examples, `explain` and diagnostics show them.
#pragma once

#include <string>

#include "engine/chart.h"
#include "engine/program.h"

namespace attest {

/// The annotation's fields in the order of its rule: "1200000000000 USD", absent ones as "-", trailing absent ones dropped.
[[nodiscard]] std::string normal_form(const CompiledRules& rules, const Chart& chart, const Annotation& annotation);

}  // namespace attest

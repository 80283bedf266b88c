// How an annotation came about, as a tree of steps down to list entries and tokens: what `attest explain` shows.
#pragma once

#include <string>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/mention.h"

namespace attest {

/// The steps of one annotation in pre-order: its rule, then each part that matched, down to list entries and tokens.
[[nodiscard]] std::vector<DerivationStep> derivation_of(const CompiledRules& rules, const Chart& chart, const Annotation& annotation);

}  // namespace attest

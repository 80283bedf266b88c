// The examples in rule files are tests: every `yes` must come out as it says, no `no` may.
#pragma once

#include <string>
#include <vector>

#include "base/source_location.h"
#include "engine/rule_set.h"

namespace attest {

struct ExampleFailure {
  std::string rule;
  SourceLocation at;
  std::string text;      ///< The example.
  std::string expected;  ///< What it asks for.
  std::string found;     ///< What the rules made of it instead.
};

struct ExampleReport {
  std::size_t run = 0;
  std::vector<ExampleFailure> failures;
};

/// Runs all examples of a rule set.
[[nodiscard]] ExampleReport run_examples(const RuleSet& rules);

}  // namespace attest

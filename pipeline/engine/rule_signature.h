// What decides where a rule matches, as one string: rules of a phase with equal signatures match the same passages.
#pragma once

#include <string>

#include "engine/ast.h"

namespace attest {

/// Phase, pattern, contexts and conditions. Names of captures count only where a condition can mention them; `span`
/// always counts, since it decides what the annotation covers.
[[nodiscard]] std::string rule_signature(const ast::Rule& rule);

}  // namespace attest

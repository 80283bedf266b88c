// Where a rule is worth trying: its rarest mandatory element, or one for each branch of an alternative.
#pragma once

#include <vector>

#include "engine/ast.h"
#include "engine/gazetteer.h"

namespace attest {

/// An element that every match (of its branch) contains, and the elements that stand before it, in text order.
struct AnchorChoice {
  const ast::Pattern* element = nullptr;
  std::vector<const ast::Pattern*> before;
};

/// The choice with the lowest estimated number of trials; empty where the pattern has no mandatory element that can
/// anchor. The pointers point into `pattern`.
[[nodiscard]] std::vector<AnchorChoice> choose_anchors(const ast::Pattern& pattern, const Gazetteer& gazetteer,
                                                       const Vocabulary& vocabulary);

}  // namespace attest

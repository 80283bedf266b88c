// What kind of passage a group of lines is, from itself and its neighbours.
#pragma once

#include <cstdint>
#include <vector>

#include "text/block_layout.h"

namespace attest {

/// Lines that belong together: a paragraph, heading, list item ..., or one row of a table.
struct LineGroup {
  Line first;
  Line last;
  std::uint32_t lines = 1;
  std::uint32_t width = 0;  ///< Of all its lines, in code points.
  bool table_row = false;
  std::uint32_t table = 0;
  std::uint32_t row = 0;
};

/// Replaces `kinds` by the kind of each group. Sections (bibliography, footnotes) last from their heading to the next.
void classify_groups(const SentenceTokens& tokens, const std::vector<LineGroup>& groups, std::vector<BlockKind>& kinds);

}  // namespace attest

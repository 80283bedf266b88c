// Tokens to blocks: lines are joined to paragraphs as the document's layout says, then each gets its kind.
#pragma once

#include <vector>

#include "text/analysis.h"

namespace attest {

/// Replaces `blocks` and `tables` by those of `text`, whose tokens and code points are given. Every token is in exactly
/// one block. Linear.
void split_blocks(std::string_view text, const std::vector<Token>& tokens, const CodePointIndex& code_points, std::vector<Block>& blocks,
                  std::vector<Table>& tables);

}  // namespace attest

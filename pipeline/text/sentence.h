// Blocks to sentences.
#pragma once

#include <string_view>
#include <vector>

#include "text/analysis.h"

namespace attest {

/// Replaces `sentences` by the sentences of `blocks`, in order, each inside one block, and sets kFirstInSentence on
/// the first token of each. The blocks must cover every token, as split_blocks makes them. Linear.
void split_sentences(std::string_view text, const std::vector<Block>& blocks, std::vector<Token>& tokens, std::vector<Sentence>& sentences);

}  // namespace attest

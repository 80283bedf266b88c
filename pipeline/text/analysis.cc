#include "text/analysis.h"

#include "text/block.h"
#include "text/sentence.h"
#include "text/tokenizer.h"

namespace attest {

void TextAnalyser::analyse(std::string_view text, AnalysedText& out) const {
  out.text = text;
  out.code_points.reset(text);
  tokenize(text, *vocabulary_, out.tokens);
  split_blocks(text, out.tokens, out.code_points, out.blocks, out.tables);
  split_sentences(text, out.blocks, out.tokens, out.sentences);
}

}  // namespace attest

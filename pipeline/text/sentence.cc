#include "text/sentence.h"

#include <algorithm>

#include "text/sentence_boundary.h"
#include "text/sentence_enumerator.h"

namespace attest {
namespace {

class BlockScanner {
 public:
  BlockScanner(std::string_view text, std::vector<Token>& tokens, std::vector<Sentence>& sentences)
      : tokens_(text, tokens), mutable_tokens_(tokens), sentences_(sentences) {}

  void scan(TokenRange range, std::uint32_t block, bool whole) {
    block_ = block;
    state_ = {};
    state_.block_end = range.end;
    list_ = {};
    start(range.begin);
    std::uint32_t i = whole ? range.end : range.begin;
    while (i < range.end) i = step(i);
    close(range.end);
  }

 private:
  // Reads the token at `i` (and, at a terminator, what closes the sentence); returns the next token to read.
  std::uint32_t step(std::uint32_t i) {
    const bool is_mark = tokens_.is_mark(i);
    if (!is_mark && !list_) return tokens_.ends_with_point(i) ? judge(i) : i + 1;
    const SentenceMark mark = tokens_.mark(i);
    if (i != state_.first && starts_item(i, mark)) {
      close(i);
      start(i);
    }
    if (is_mark ? may_terminate(mark) : tokens_.ends_with_point(i)) return judge(i);
    if (mark == SentenceMark::kOpener || mark == SentenceMark::kCloser || mark == SentenceMark::kQuote) track(i);
    return i + 1;
  }

  std::uint32_t judge(std::uint32_t i) {
    const Boundary boundary = judge_boundary(tokens_, state_, i);
    for (; i < boundary.next; ++i) track(i);
    if (boundary.ends && boundary.next < state_.block_end) {
      close(boundary.next);
      start(boundary.next);
    }
    return boundary.next;
  }

  // A bullet, or the next item of the list that a sentence began: "1) one 2) two" (or the first of another list).
  bool starts_item(std::uint32_t i, SentenceMark mark) {
    if (tokens_.glued(i)) return false;
    if (mark == SentenceMark::kBullet) return true;
    if (!list_) return false;
    const Enumerator item = read_enumerator(tokens_, i, state_.block_end);
    const bool number = item.style == EnumeratorStyle::kPoint && item.number != 0;  // "in Chapter 1. Then"
    const bool restarts = item.is_first() && !number;
    return restarts || item.follows(list_);
  }

  void track(std::uint32_t i) {
    if (tokens_.is(i, '(')) {
      if (state_.brackets++ == 0) state_.bracket = i;
    } else if (tokens_.is(i, ')')) {
      state_.brackets -= state_.brackets != 0 ? 1 : 0;
    } else if (tokens_.is(i, '"')) {
      state_.inside_quotes = !state_.inside_quotes;
    }
  }

  void start(std::uint32_t first) {
    state_.first = first;
    state_.brackets = 0;
    std::uint32_t item = first;
    if (tokens_.mark(item) == SentenceMark::kBullet && item + 1 < state_.block_end) ++item;
    if (const Enumerator enumerator = read_enumerator(tokens_, item, state_.block_end)) list_ = enumerator;
  }

  void close(std::uint32_t end) {
    Token& first = mutable_tokens_[state_.first];
    first.flags = static_cast<std::uint8_t>(first.flags | token_flag::kFirstInSentence);
    sentences_.push_back({{first.begin, mutable_tokens_[end - 1].end}, {state_.first, end}, block_});
  }

  SentenceTokens tokens_;
  std::vector<Token>& mutable_tokens_;
  std::vector<Sentence>& sentences_;
  SentenceState state_;
  Enumerator list_;  // the last enumerator that a sentence of this block began with
  std::uint32_t block_ = 0;
};

}  // namespace

void split_sentences(std::string_view text, const std::vector<Block>& blocks, std::vector<Token>& tokens,
                     std::vector<Sentence>& sentences) {
  sentences.clear();
  BlockScanner scanner(text, tokens, sentences);
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < blocks.size(); ++i) {
    const auto after =
        std::partition_point(tokens.begin() + begin, tokens.end(), [&](const Token& token) { return token.begin < blocks[i].bytes.end; });
    const auto end = static_cast<std::uint32_t>(after - tokens.begin());
    if (end == begin) continue;
    scanner.scan({begin, end}, i, blocks[i].kind == BlockKind::kTableRow);
    begin = end;
  }
}

}  // namespace attest

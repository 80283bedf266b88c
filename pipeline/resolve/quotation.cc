#include "resolve/quotation.h"

#include <optional>
#include <string_view>

namespace attest {
namespace {

enum class Mark : std::uint8_t { kNone, kOpening, kClosing, kStraight };

/// Single marks are left out: they are apostrophes far more often.
Mark mark_of(std::string_view word) noexcept {
  if (word == "\"" || word == "''" || word == "``") return word == "``" ? Mark::kOpening : Mark::kStraight;
  if (word == "“" || word == "«" || word == "„") return Mark::kOpening;
  if (word == "”" || word == "»") return Mark::kClosing;
  return Mark::kNone;
}

class Scan {
 public:
  explicit Scan(const AnalysedText& text) : text_(&text) {}

  std::vector<Quotation> run() {
    std::uint32_t block = 0;
    for (std::uint32_t i = 0; i < text_->sentences.size(); ++i) {
      const Sentence& sentence = text_->sentences[i];
      if (i > 0 && sentence.block != block) end_block(sentence.tokens.begin);
      block = sentence.block;
      for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) take(token);
    }
    opened_.reset();
    return std::move(quotations_);
  }

 private:
  [[nodiscard]] Mark mark_at(std::uint32_t token) const noexcept {
    const Token& t = text_->tokens[token];
    if (t.kind != TokenKind::kPunctuation && t.kind != TokenKind::kSymbol) return Mark::kNone;
    return mark_of(t.span().of(text_->text));
  }

  void take(std::uint32_t token) {
    const Mark mark = mark_at(token);
    if (mark == Mark::kNone) return;
    const bool closes = mark == Mark::kClosing || (mark == Mark::kStraight && opened_.has_value());
    if (closes) {
      if (opened_) add(*opened_, token);
      opened_.reset();
      continued_ = false;
    } else {
      opened_ = token + 1;
    }
  }

  void end_block(std::uint32_t next) {
    const Mark mark = mark_at(next);
    const bool goes_on = opened_ && (mark == Mark::kOpening || mark == Mark::kStraight);
    if (goes_on) add(*opened_, next);
    continued_ = goes_on;
    opened_.reset();
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    if (end - begin < kShortestSpeech && !continued_) return;
    quotations_.push_back({{begin, end}, continued_});
  }

  const AnalysedText* text_;
  std::vector<Quotation> quotations_;
  std::optional<std::uint32_t> opened_;
  bool continued_ = false;
};

}  // namespace

std::vector<Quotation> quotations_of(const AnalysedText& text) { return Scan(text).run(); }

}  // namespace attest

#include "engine/token_filter.h"

#include <algorithm>

#include "engine/program.h"

namespace attest {

TokenFilter TokenFilter::after(const CompiledRules& rules, const Program& program, std::uint32_t start) {
  TokenFilter filter;
  filter.backward_ = program.backward;
  std::vector<bool> seen(program.code.size(), false);
  std::vector<std::uint32_t> open{start};
  while (!open.empty() && !filter.admits_all_) {
    const std::uint32_t pc = open.back();
    open.pop_back();
    if (seen[pc]) continue;
    seen[pc] = true;
    const Instruction& instruction = program.code[pc];
    switch (instruction.op) {
      case Op::kSplit:
        open.push_back(instruction.operand);
        open.push_back(pc + 1);
        break;
      case Op::kJump: open.push_back(instruction.operand); break;
      case Op::kBeginCapture:
      case Op::kEndCapture:
      case Op::kNotAhead:
      case Op::kGlued: open.push_back(pc + 1); break;
      default: filter.add_instruction(rules, program, pc); break;
    }
  }
  return filter;
}

void TokenFilter::add_instruction(const CompiledRules& rules, const Program& program, std::uint32_t pc) {
  const Instruction& instruction = program.code[pc];
  switch (instruction.op) {
    case Op::kWord:
    case Op::kExactWord: add_word(instruction.operand); break;
    case Op::kWordSet:
      for (const WordId word : rules.word_sets[instruction.operand]) add_word(word);
      break;
    case Op::kList: {
      const auto list = static_cast<ListId>(instruction.operand);
      for (const WordId word : program.backward ? rules.gazetteer.last_words(list) : rules.gazetteer.first_words(list)) add_word(word);
      break;
    }
    case Op::kClass: classes_.emplace_back(instruction.operand, instruction.extra); break;
    case Op::kAnnotation: types_.push_back(static_cast<TypeId>(instruction.operand)); break;
    case Op::kShape: classes_.emplace_back(rules.shapes[instruction.operand].classes, 0); break;
    default: admits_all_ = true; break;  // the end of the pattern or of the sentence
  }
}

void TokenFilter::add_word(WordId word) {
  if (words_.size() <= word / 64) words_.resize(word / 64 + 1, 0);
  words_[word / 64] |= std::uint64_t{1} << (word % 64);
}

bool TokenFilter::admits(const Chart& chart, std::uint32_t index) const noexcept {
  if (admits_all_) return true;
  const WordId word = chart.view().tokens[index].word;
  if (word != kUnknownWord && word / 64 < words_.size() && (words_[word / 64] >> (word % 64) & 1) != 0) return true;
  for (const TypeId type : types_) {
    if ((backward_ ? chart.ending_at(index + 1, type) : chart.beginning_at(index, type)) != kNoAnnotation) return true;
  }
  if (classes_.empty()) return false;
  const ClassMask classes = classes_of(chart.view(), index);
  return std::any_of(classes_.begin(), classes_.end(),
                     [&](const auto& test) { return (classes & test.first) == test.first && (classes & test.second) == 0; });
}

}  // namespace attest

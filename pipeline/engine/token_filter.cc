#include "engine/token_filter.h"

#include <algorithm>

#include "engine/program.h"

namespace attest {

TokenFilter TokenFilter::after(const CompiledRules& rules, const Program& program, std::uint32_t start) {
  TokenFilter filter;
  filter.backward_ = program.backward;
  filter.explore(rules, program, start);
  return filter;
}

// Follows all paths that consume nothing; each is a place in the program and whether it has passed `~`.
void TokenFilter::explore(const CompiledRules& rules, const Program& program, std::uint32_t start) {
  struct Path {
    std::uint32_t pc;
    bool glued;
  };
  std::vector<bool> seen(2 * program.code.size(), false);
  std::vector<Path> open{{start, false}};
  while (!open.empty() && !admits_all_) {
    const Path path = open.back();
    open.pop_back();
    const std::size_t mark = 2 * path.pc + (path.glued ? 1 : 0);
    if (seen[mark]) continue;
    seen[mark] = true;
    const Instruction& instruction = program.code[path.pc];
    switch (instruction.op) {
      case Op::kSplit:
        open.push_back({instruction.operand, path.glued});
        open.push_back({path.pc + 1, path.glued});
        break;
      case Op::kJump:
        open.push_back({instruction.operand, path.glued});
        break;
      case Op::kGlued:
        open.push_back({path.pc + 1, true});
        break;
      case Op::kNotNext:
        open.push_back({path.pc + 2, path.glued});
        break;
      case Op::kBeginCapture:
      case Op::kEndCapture:
      case Op::kNotAhead:
        open.push_back({path.pc + 1, path.glued});
        break;
      default:
        glued_ = glued_ && path.glued;
        add_instruction(rules, program, path.pc, path.glued);
        break;
    }
  }
}

void TokenFilter::add_instruction(const CompiledRules& rules, const Program& program, std::uint32_t pc, bool glued) {
  const Instruction& instruction = program.code[pc];
  switch (instruction.op) {
    case Op::kWord:
    case Op::kExactWord:
      add_word(instruction.operand);
      break;
    case Op::kWordSet:
      for (const WordId word : rules.word_sets[instruction.operand]) add_word(word);
      break;
    case Op::kList: {
      const auto list = static_cast<ListId>(instruction.operand);
      for (const WordId word : program.backward ? rules.gazetteer.last_words(list) : rules.gazetteer.first_words(list)) add_word(word);
      break;
    }
    case Op::kClass:
      classes_.push_back({instruction.operand, instruction.extra, glued});
      break;
    case Op::kAnnotation:
      types_.push_back(static_cast<TypeId>(instruction.operand));
      break;
    case Op::kShape:
      classes_.push_back({rules.shapes[instruction.operand].classes, 0, glued});
      break;
    default:
      admits_all_ = true;
      break;  // the end of the pattern or of the sentence
  }
}

void TokenFilter::add_word(WordId word) {
  if (words_.size() <= word / 64) words_.resize(word / 64 + 1, 0);
  words_[word / 64] |= std::uint64_t{1} << (word % 64);
}

bool TokenFilter::admits_word(WordId word) const noexcept {
  return word != kUnknownWord && word / 64 < words_.size() && (words_[word / 64] >> (word % 64) & 1) != 0;
}

bool TokenFilter::admits(const Chart& chart, std::uint32_t index) const noexcept {
  if (admits_all_) return true;
  const auto tokens = chart.view().tokens;
  // The boundary lies before this token, or behind it for backward programs.
  const std::size_t right_of_boundary = backward_ ? index + 1 : index;
  const bool is_glued = right_of_boundary < tokens.size() && !tokens[right_of_boundary].has(token_flag::kSpaceBefore);
  if (glued_ && !is_glued) return false;
  if (admits_word(tokens[index].word)) return true;
  for (const TypeId type : types_) {
    if ((backward_ ? chart.ending_at(index + 1, type) : chart.beginning_at(index, type)) != kNoAnnotation) return true;
  }
  if (classes_.empty()) return false;
  const ClassMask classes = classes_of(chart.view(), index);
  return std::any_of(classes_.begin(), classes_.end(), [&](const ClassTest& test) {
    return (is_glued || !test.glued) && (classes & test.all) == test.all && (classes & test.none) == 0;
  });
}

}  // namespace attest

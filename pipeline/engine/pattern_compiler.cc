#include "engine/pattern_compiler.h"

#include <algorithm>

#include "text/tokenizer.h"

namespace attest {
namespace {

std::vector<const ast::Pattern*> pointers(const std::vector<ast::Pattern>& patterns) {
  std::vector<const ast::Pattern*> result;
  result.reserve(patterns.size());
  for (const ast::Pattern& pattern : patterns) result.push_back(&pattern);
  return result;
}

}  // namespace

std::vector<std::string> literal_words(const std::string& text) {
  static const Vocabulary kNoWords;
  std::vector<Token> tokens;
  tokenize(text, kNoWords, tokens);
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.emplace_back(token.span().of(text));
  return words;
}

std::uint32_t PatternCompiler::compile_match(const ast::Pattern& pattern, std::vector<std::string>& captures) {
  first_instruction_.clear();
  Target target{{}, Direction::kForward, &captures, true};
  emit(pattern, target);
  return finish(std::move(target));
}

std::uint32_t PatternCompiler::compile_context(const std::vector<const ast::Pattern*>& sequence, Direction direction) {
  Target target{{}, direction, nullptr, true};
  emit_sequence(sequence, target);
  return finish(std::move(target));
}

std::uint32_t PatternCompiler::compile_prefix(const std::vector<const ast::Pattern*>& before) {
  Target target{{}, Direction::kBackward, nullptr, false};
  emit_sequence(before, target);
  return target.code.empty() ? kAbsent : finish(std::move(target));
}

std::uint32_t PatternCompiler::finish(Target target) {
  target.code.push_back({Op::kAccept, 0, 0});
  rules_->programs.push_back({std::move(target.code), target.direction == Direction::kBackward});
  return static_cast<std::uint32_t>(rules_->programs.size() - 1);
}

TypeId PatternCompiler::type_id(const std::string& name) {
  const auto [place, is_new] = types_.try_emplace(name, static_cast<TypeId>(rules_->types.size()));
  if (is_new) rules_->types.push_back(name);
  return place->second;
}

FieldName PatternCompiler::field_id(const std::string& name) {
  const auto [place, is_new] = fields_.try_emplace(name, static_cast<FieldName>(rules_->field_names.size()));
  if (is_new) rules_->field_names.push_back(name);
  return place->second;
}

void PatternCompiler::emit(const ast::Pattern& pattern, Target& target) {
  if (pattern.capture.empty() || target.captures == nullptr) {
    emit_uncaptured(pattern, target);
    return;
  }
  auto& names = *target.captures;
  auto found = std::find(names.begin(), names.end(), pattern.capture);
  if (found == names.end()) found = names.insert(names.end(), pattern.capture);
  const auto index = static_cast<std::uint32_t>(found - names.begin());
  target.code.push_back({Op::kBeginCapture, index, 0});
  emit_uncaptured(pattern, target);
  target.code.push_back({Op::kEndCapture, index, 0});
}

void PatternCompiler::emit_uncaptured(const ast::Pattern& pattern, Target& target) {
  if (target.captures != nullptr) first_instruction_.try_emplace(&pattern, static_cast<std::uint32_t>(target.code.size()));
  switch (pattern.kind) {
    case ast::PatternKind::kLiteral:
      emit_literal(pattern, target);
      return;
    case ast::PatternKind::kList:
      target.code.push_back({Op::kList, *rules_->gazetteer.list_named(pattern.text), 0});
      return;
    case ast::PatternKind::kAnnotation:
      emit_annotation(pattern, target);
      return;
    case ast::PatternKind::kClass:
      emit_class(pattern, target);
      return;
    case ast::PatternKind::kShape:
      target.code.push_back({Op::kShape, shape(pattern.text), 0});
      return;
    case ast::PatternKind::kSequence:
      emit_sequence(pointers(pattern.children), target);
      return;
    case ast::PatternKind::kAlternatives:
      emit_alternatives(pattern, target);
      return;
    case ast::PatternKind::kRepeat:
      emit_repeat(pattern, target);
      return;
    case ast::PatternKind::kNotAhead:
      emit_not_ahead(pattern, target);
      return;
    case ast::PatternKind::kGlued:
      target.code.push_back({Op::kGlued, 0, 0});
      return;
    case ast::PatternKind::kSentenceStart:
      target.code.push_back({Op::kSentenceStart, 0, 0});
      return;
    case ast::PatternKind::kSentenceEnd:
      target.code.push_back({Op::kSentenceEnd, 0, 0});
      return;
  }
}

void PatternCompiler::emit_sequence(const std::vector<const ast::Pattern*>& sequence, Target& target) {
  if (target.direction == Direction::kForward) {
    for (const ast::Pattern* pattern : sequence) emit(*pattern, target);
  } else {
    // NOLINTNEXTLINE(modernize-loop-convert): clang 14 does not compile the views of this standard library
    for (auto pattern = sequence.rbegin(); pattern != sequence.rend(); ++pattern) emit(**pattern, target);
  }
}

void PatternCompiler::emit_literal(const ast::Pattern& pattern, Target& target) {
  std::vector<Instruction> code;
  for (const std::string& word : literal_words(pattern.text)) {
    Instruction instruction{Op::kWord, rules_->vocabulary.add(word), 0};
    if (pattern.exact_case) {
      instruction.op = Op::kExactWord;
      instruction.extra = static_cast<std::uint32_t>(rules_->literals.size());
      rules_->literals.push_back(word);
    }
    code.push_back(instruction);
  }
  if (target.direction == Direction::kBackward) std::reverse(code.begin(), code.end());
  target.code.insert(target.code.end(), code.begin(), code.end());
}

void PatternCompiler::emit_annotation(const ast::Pattern& pattern, Target& target) {
  Instruction instruction{Op::kAnnotation, type_id(pattern.text), kAbsent};
  if (!pattern.fields.empty()) {
    std::vector<FieldCheck> tests;
    for (const ast::FieldTest& test : pattern.fields) tests.push_back({field_id(test.field), test.value, Decimal::parse(test.value)});
    instruction.extra = static_cast<std::uint32_t>(rules_->field_tests.size());
    rules_->field_tests.push_back(std::move(tests));
  }
  target.code.push_back(instruction);
}

void PatternCompiler::emit_class(const ast::Pattern& pattern, Target& target) {
  Instruction instruction{Op::kClass, 0, 0};
  for (const ast::ClassTest& test : pattern.classes) {
    (test.negated ? instruction.extra : instruction.operand) |= token_class_named(test.name).value_or(0);
  }
  target.code.push_back(instruction);
}

std::uint32_t PatternCompiler::shape(const std::string& expression) {
  const auto [place, is_new] = shapes_.try_emplace(expression, static_cast<std::uint32_t>(rules_->shapes.size()));
  if (is_new) rules_->shapes.push_back(shape_of(expression));
  return place->second;
}

// `!e` where e is one element is tested in place; all else, and what a backward program meets, runs a program of its own.
void PatternCompiler::emit_not_ahead(const ast::Pattern& pattern, Target& target) {
  if (!target.negations) return;
  if (target.direction == Direction::kForward && pattern.children.size() == 1) {
    Target element{{}, Direction::kForward, nullptr, true};
    emit(pattern.children.front(), element);
    if (element.code.size() == 1 && element.code.front().op <= Op::kShape) {
      target.code.push_back({Op::kNotNext, 0, 0});
      target.code.push_back(element.code.front());
      return;
    }
  }
  target.code.push_back({Op::kNotAhead, compile_context(pointers(pattern.children), Direction::kForward), 0});
}

bool PatternCompiler::emit_word_set(const ast::Pattern& pattern, Target& target) {
  std::vector<WordId> words;
  std::vector<const ast::Pattern*> leaves;
  for (const ast::Pattern& branch : pattern.children) {
    const ast::Pattern* leaf = &branch;
    while (leaf->kind == ast::PatternKind::kSequence && leaf->capture.empty() && leaf->children.size() == 1) leaf = &leaf->children.front();
    if (leaf->kind != ast::PatternKind::kLiteral || leaf->exact_case || !leaf->capture.empty()) return false;
    const auto tokens = literal_words(leaf->text);
    if (tokens.size() != 1) return false;
    words.push_back(rules_->vocabulary.add(tokens.front()));
    leaves.push_back(leaf);
  }
  if (target.captures != nullptr) {
    for (const ast::Pattern* leaf : leaves) first_instruction_.try_emplace(leaf, static_cast<std::uint32_t>(target.code.size()));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  target.code.push_back({Op::kWordSet, static_cast<std::uint32_t>(rules_->word_sets.size()), 0});
  rules_->word_sets.push_back(std::move(words));
  return true;
}

void PatternCompiler::emit_alternatives(const ast::Pattern& pattern, Target& target) {
  if (emit_word_set(pattern, target)) return;
  std::vector<std::size_t> jumps;
  for (std::size_t i = 0; i < pattern.children.size(); ++i) {
    const bool last = i + 1 == pattern.children.size();
    const std::size_t split = target.code.size();
    if (!last) target.code.push_back({Op::kSplit, 0, 0});
    emit(pattern.children[i], target);
    if (last) break;
    jumps.push_back(target.code.size());
    target.code.push_back({Op::kJump, 0, 0});
    target.code[split].operand = static_cast<std::uint32_t>(target.code.size());
  }
  for (const std::size_t jump : jumps) target.code[jump].operand = static_cast<std::uint32_t>(target.code.size());
}

void PatternCompiler::emit_repeat(const ast::Pattern& pattern, Target& target) {
  const ast::Pattern& repeated = pattern.children.front();
  for (std::uint32_t i = 0; i < pattern.min; ++i) emit(repeated, target);
  std::vector<std::size_t> splits;
  for (std::uint32_t i = pattern.min; i < pattern.max; ++i) {
    splits.push_back(target.code.size());
    target.code.push_back({Op::kSplit, 0, 0});
    emit(repeated, target);
  }
  for (const std::size_t split : splits) target.code[split].operand = static_cast<std::uint32_t>(target.code.size());
}

}  // namespace attest

// Pattern trees to programs of the matching machine, forward or backward.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/ast.h"
#include "engine/program.h"

namespace attest {

enum class Direction : std::uint8_t { kForward, kBackward };

/// Compiles the patterns of all rules into one CompiledRules; finds each distinct regular expression and type once.
class PatternCompiler {
 public:
  explicit PatternCompiler(CompiledRules& rules) : rules_(&rules) {}

  /// The index of a forward program for a rule's pattern. Captures get indices in `captures` (appended where new).
  std::uint32_t compile_match(const ast::Pattern& pattern, std::vector<std::string>& captures);
  /// The index of a program for these patterns, one after the other in text order, that records no captures.
  std::uint32_t compile_context(const std::vector<const ast::Pattern*>& sequence, Direction direction);
  /// The index of a backward program that goes from an anchor over what stands before it to where matches may begin, or kAbsent
  /// where they begin at the anchor. Negations are left out: the match itself tests them, and to test them twice costs more than
  /// the attempts that they would spare.
  std::uint32_t compile_prefix(const std::vector<const ast::Pattern*>& before);

  /// Where in the program compiled last an element of its pattern consumes for the first time.
  [[nodiscard]] std::uint32_t instruction_of(const ast::Pattern* element) const { return first_instruction_.at(element); }

  [[nodiscard]] TypeId type_id(const std::string& name);
  [[nodiscard]] FieldName field_id(const std::string& name);
  /// The index of a shape, compiled where it is new.
  [[nodiscard]] std::uint32_t shape(const std::string& expression);

 private:
  struct Target {
    std::vector<Instruction> code;
    Direction direction = Direction::kForward;
    std::vector<std::string>* captures = nullptr;  // null where captures are not recorded
    bool negations = true;                         // false leaves them out
  };

  std::uint32_t finish(Target target);
  void emit(const ast::Pattern& pattern, Target& target);
  void emit_uncaptured(const ast::Pattern& pattern, Target& target);
  void emit_sequence(const std::vector<const ast::Pattern*>& sequence, Target& target);
  void emit_literal(const ast::Pattern& pattern, Target& target);
  void emit_annotation(const ast::Pattern& pattern, Target& target);
  void emit_class(const ast::Pattern& pattern, Target& target);
  void emit_alternatives(const ast::Pattern& pattern, Target& target);
  void emit_repeat(const ast::Pattern& pattern, Target& target);
  void emit_not_ahead(const ast::Pattern& pattern, Target& target);
  bool emit_word_set(const ast::Pattern& pattern, Target& target);

  CompiledRules* rules_;
  std::map<const ast::Pattern*, std::uint32_t> first_instruction_;
  std::map<std::string, std::uint32_t> shapes_;
  std::map<std::string, TypeId> types_;
  std::map<std::string, FieldName> fields_;
};

/// The words of a literal as tokens: "per cent" has two.
[[nodiscard]] std::vector<std::string> literal_words(const std::string& text);

}  // namespace attest

// A rule set ready for use: packs parsed, checked and compiled, with the tree kept for `attest rules`.
//
//   auto rules = RuleSet::compile({built_in_rules()});
//   if (!rules) std::cerr << rules.error().what;       // all diagnostics, with carets
//   Annotator annotator(rules->compiled(), rules->numbers());
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/ast.h"
#include "engine/number_lexicon.h"
#include "engine/program.h"
#include "engine/rule_file.h"

namespace attest {

class RuleSet {
 public:
  /// Compiles packs in order; a later pack adds to the phases and lists of earlier ones. Errors: kRules, whose `what` holds
  /// all diagnostics.
  [[nodiscard]] static Result<RuleSet> compile(const std::vector<RulePack>& packs);
  /// The same rules without their tree, for those who only apply them: one pack that has an image is read from it, in a tenth of
  /// the time. An image of other files than the pack's is not used.
  [[nodiscard]] static Result<RuleSet> load(const std::vector<RulePack>& packs);

  [[nodiscard]] const CompiledRules& compiled() const noexcept { return *compiled_; }
  [[nodiscard]] const NumberLexicon& numbers() const noexcept { return *numbers_; }
  /// The rules as written, without the entries of lists (those are in the gazetteer). Of compile() only: empty after load().
  [[nodiscard]] const ast::RuleTree& tree() const noexcept { return *tree_; }
  /// SHA-256 over the names and bytes of all files, in order.
  [[nodiscard]] const std::string& digest() const noexcept { return digest_; }

 private:
  RuleSet() = default;
  [[nodiscard]] static RuleSet of(CompiledRules compiled, ast::RuleTree tree, std::string digest);

  // Behind pointers, so that moving a rule set moves no value that others view.
  std::unique_ptr<CompiledRules> compiled_;
  std::unique_ptr<NumberLexicon> numbers_;
  std::unique_ptr<ast::RuleTree> tree_;
  std::string digest_;
};

}  // namespace attest

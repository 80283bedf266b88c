#include "engine/rule_set.h"

#include <utility>

#include "base/sha256.h"
#include "engine/checker.h"
#include "engine/compiler.h"
#include "engine/diagnostic.h"
#include "engine/parser.h"

namespace attest {
namespace {

std::string digest_of(const std::vector<RulePack>& packs) {
  Sha256 digest;
  for (const RulePack& pack : packs) {
    for (const RuleFile& file : pack.files) {
      digest.update(file.name + '\0' + std::to_string(file.text.size()) + '\0');
      digest.update(file.text);
    }
  }
  return digest.hex();
}

}  // namespace

Result<RuleSet> RuleSet::compile(const std::vector<RulePack>& packs) {
  std::vector<Diagnostic> diagnostics;
  RuleSet made;
  made.tree_ = std::make_unique<ast::RuleTree>(parse_rules(packs, diagnostics));
  // A file that could not be read in full leaves names undefined: those errors would only repeat the first.
  if (diagnostics.empty()) check_rules(*made.tree_, diagnostics);
  if (!diagnostics.empty()) {
    add_source_lines(packs, diagnostics);
    return Error{ErrorCode::kRules, to_string(diagnostics)};
  }
  auto compiled = compile_rules(*made.tree_);
  if (!compiled) return compiled.error();
  // Views of the packs' texts, which need not outlive this call.
  for (ast::List& list : made.tree_->lists) {
    list.entries = {};
    list.values = {};
  }
  made.compiled_ = std::make_unique<CompiledRules>(std::move(*compiled));
  made.numbers_ = std::make_unique<NumberLexicon>(made.compiled_->gazetteer, made.compiled_->vocabulary);
  made.digest_ = digest_of(packs);
  return made;
}

}  // namespace attest

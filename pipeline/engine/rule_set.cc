#include "engine/rule_set.h"

#include <utility>

#include "base/sha256.h"
#include "engine/checker.h"
#include "engine/compiler.h"
#include "engine/diagnostic.h"
#include "engine/parser.h"
#include "engine/rule_image.h"

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
  ast::RuleTree tree = parse_rules(packs, diagnostics);
  // A file that could not be read in full leaves names undefined: those errors would only repeat the first.
  if (diagnostics.empty()) check_rules(tree, diagnostics);
  if (!diagnostics.empty()) {
    add_source_lines(packs, diagnostics);
    return Error{ErrorCode::kRules, to_string(diagnostics)};
  }
  auto compiled = compile_rules(tree);
  if (!compiled) return compiled.error();
  // Views of the packs' texts, which need not outlive this call.
  for (ast::List& list : tree.lists) {
    list.entries = {};
    list.values = {};
  }
  return of(std::move(*compiled), std::move(tree), digest_of(packs));
}

Result<RuleSet> RuleSet::load(const std::vector<RulePack>& packs) {
  if (packs.size() != 1 || packs.front().image.empty()) return compile(packs);
  RuleImage image;
  const bool fits = read_rule_image(packs.front().image, image) && image.digest == digest_of(packs);
  return fits ? of(std::move(image.rules), {}, std::move(image.digest)) : compile(packs);
}

RuleSet RuleSet::of(CompiledRules compiled, ast::RuleTree tree, std::string digest) {
  RuleSet made;
  made.compiled_ = std::make_unique<CompiledRules>(std::move(compiled));
  made.numbers_ = std::make_unique<NumberLexicon>(made.compiled_->gazetteer, made.compiled_->vocabulary);
  made.tree_ = std::make_unique<ast::RuleTree>(std::move(tree));
  made.digest_ = std::move(digest);
  return made;
}

}  // namespace attest

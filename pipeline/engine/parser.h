// Rule packs to a tree: reads every file, reports every error, and goes on at the next line.
#pragma once

#include <string>
#include <vector>

#include "engine/ast.h"
#include "engine/diagnostic.h"
#include "engine/rule_file.h"

namespace attest {

/// Parses all packs, in order, with the lists that they name. Errors are appended to `diagnostics`; the tree then holds
/// what could be read. The entries of lists are views of the packs, which must outlive them.
[[nodiscard]] ast::RuleTree parse_rules(const std::vector<RulePack>& packs, std::vector<Diagnostic>& diagnostics);

/// Parses one pattern ("n:Number <scale>?"), for `attest rules why-not` and tests; `name` stands for the file in diagnostics.
[[nodiscard]] ast::Pattern parse_pattern(const std::string& text, const std::string& name, std::vector<Diagnostic>& diagnostics);

/// Gives diagnostics that have a place but no source line (those of the checker) the line that they point into.
void add_source_lines(const std::vector<RulePack>& packs, std::vector<Diagnostic>& diagnostics);

}  // namespace attest

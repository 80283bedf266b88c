// What the checker asks of patterns: known names, sensible captures, bounded size, shapes that compile.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/ast.h"
#include "engine/diagnostic.h"
#include "engine/rule_index.h"
#include "text/vocabulary.h"

namespace attest {

/// Elements of a pattern with all repeats written out, at most.
inline constexpr std::size_t kMaxPatternSize = 2000;

/// The captures of a pattern, in order of place, each with the elements that bear its name (one in each alternative).
using CaptureTable = std::vector<std::pair<std::string_view, std::vector<const ast::Pattern*>>>;

/// The captures of `pattern`, which must outlive the table.
[[nodiscard]] CaptureTable captures_of(const ast::Pattern& pattern);

/// Checks patterns one after the other and remembers which lists they use.
class PatternChecker {
 public:
  PatternChecker(const RuleIndex& index, std::vector<Diagnostic>& diagnostics) : index_(index), diagnostics_(diagnostics) {}

  /// Checks the pattern and the contexts of a rule. Malformed patterns, which the parser has reported, are passed over.
  void check(const ast::Rule& rule);
  [[nodiscard]] bool uses_list(std::string_view name) const { return used_lists_.count(name) != 0; }

 private:
  void fail(const SourceLocation& at, std::string message, std::string hint = {});
  void check_context(const ast::Context& context);
  void check_size(const ast::Pattern& pattern);
  void check_element(const ast::Pattern& pattern, std::string_view phase);
  void check_literal(const ast::Pattern& pattern);
  void check_list(const ast::Pattern& pattern);
  void check_classes(const ast::Pattern& pattern);
  void check_shape(const ast::Pattern& pattern);
  void check_repeat(const ast::Pattern& pattern);
  void check_not_ahead(const ast::Pattern& pattern);
  void check_annotation(const ast::Pattern& pattern, std::string_view phase);
  bool check_type_is_read(const ast::Pattern& pattern, const TypeEntry& type, std::string_view phase);
  void check_captures(const ast::Pattern& pattern, std::vector<std::string_view>& path);
  void forbid_captures(const ast::Pattern& pattern, std::string_view where);

  const RuleIndex& index_;
  std::vector<Diagnostic>& diagnostics_;
  std::unordered_set<std::string_view> used_lists_;
  std::unordered_map<std::string, std::string> shape_errors_;  // RE2's message for each expression seen, "" if good
  Vocabulary no_words_;
};

}  // namespace attest

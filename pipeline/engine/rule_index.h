// The names of a rule tree, for the checker: which lists, phases, types and fields there are.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/ast.h"

namespace attest {

/// What rules make under one type's name.
struct TypeEntry {
  std::vector<std::size_t> phases;    ///< Phases with rules that make it, by position in the tree, in order.
  std::set<std::string_view> fields;  ///< Fields that some of these rules set.
};

/// Look-ups in a tree, which must outlive the index.
class RuleIndex {
 public:
  explicit RuleIndex(const ast::RuleTree& tree);

  [[nodiscard]] const ast::RuleTree& tree() const noexcept { return *tree_; }
  [[nodiscard]] const ast::List* list(std::string_view name) const;
  [[nodiscard]] const TypeEntry* type(std::string_view name) const;
  [[nodiscard]] const ast::Rule* rule(std::string_view name) const;
  /// A phase's position in the tree.
  [[nodiscard]] std::optional<std::size_t> phase(std::string_view name) const;
  /// True where phase `reader` names phase `read` in its `reads`.
  [[nodiscard]] bool reads(std::size_t reader, std::size_t read) const;

  /// A hint that names the nearest of all lists, types, phases or rules; "" where none is near.
  [[nodiscard]] std::string near_list(const std::string& name) const;
  [[nodiscard]] std::string near_type(const std::string& name) const;
  [[nodiscard]] std::string near_phase(const std::string& name) const;
  [[nodiscard]] std::string near_rule(const std::string& name) const;

 private:
  const ast::RuleTree* tree_;
  std::unordered_map<std::string_view, const ast::List*> lists_;
  std::unordered_map<std::string_view, std::size_t> phases_;
  std::unordered_map<std::string_view, const ast::Rule*> rules_;
  std::unordered_map<std::string_view, TypeEntry> types_;
};

/// `did you mean "NEAREST"?`, or "" where no candidate is near.
[[nodiscard]] std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates);
/// The same, or else `known are A, B`; "" without candidates. For short tables of names.
[[nodiscard]] std::string did_you_mean_or_all(const std::string& name, const std::vector<std::string>& candidates);
/// True for a list whose file could not be read: nothing can be said about its columns.
[[nodiscard]] inline bool is_unread(const ast::List& list) noexcept { return list.columns.empty() && list.entries.empty(); }
/// True for the pattern that the parser leaves where it reported an error.
[[nodiscard]] inline bool is_unread(const ast::Pattern& pattern) noexcept {
  return pattern.kind == ast::PatternKind::kSequence && pattern.children.empty();
}

}  // namespace attest

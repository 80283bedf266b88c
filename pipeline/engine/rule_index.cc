#include "engine/rule_index.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostic.h"

namespace attest {
namespace {

template <typename Map>
std::string near_key(const std::string& name, const Map& map) {
  std::vector<std::string> names;
  names.reserve(map.size());
  for (const auto& [key, unused] : map) names.emplace_back(key);
  std::sort(names.begin(), names.end());
  return did_you_mean(name, names);
}

template <typename Map>
auto find_in(const Map& map, std::string_view name) -> const typename Map::mapped_type* {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

RuleIndex::RuleIndex(const ast::RuleTree& tree) : tree_(&tree) {
  for (const ast::List& list : tree.lists) lists_.emplace(list.name, &list);
  for (const ast::Phase& phase : tree.phases) phases_.emplace(phase.name, phases_.size());
  rules_.reserve(tree.rules.size());
  for (const ast::Rule& rule : tree.rules) {
    rules_.emplace(rule.name, &rule);
    const std::optional<std::size_t> position = phase(rule.phase);
    if (!position) continue;
    TypeEntry& entry = types_[rule.type];
    const auto place = std::lower_bound(entry.phases.begin(), entry.phases.end(), *position);
    if (place == entry.phases.end() || *place != *position) entry.phases.insert(place, *position);
    for (const ast::Field& field : rule.fields) entry.fields.insert(field.name);
  }
}

const ast::List* RuleIndex::list(std::string_view name) const {
  const auto* found = find_in(lists_, name);
  return found == nullptr ? nullptr : *found;
}

const ast::Rule* RuleIndex::rule(std::string_view name) const {
  const auto* found = find_in(rules_, name);
  return found == nullptr ? nullptr : *found;
}

const TypeEntry* RuleIndex::type(std::string_view name) const { return find_in(types_, name); }

std::optional<std::size_t> RuleIndex::phase(std::string_view name) const {
  const auto* found = find_in(phases_, name);
  return found == nullptr ? std::nullopt : std::optional(*found);
}

bool RuleIndex::reads(std::size_t reader, std::size_t read) const {
  const std::vector<ast::Name>& reads = tree_->phases[reader].reads;
  return std::any_of(reads.begin(), reads.end(), [&](const ast::Name& name) { return name.text == tree_->phases[read].name; });
}

std::string RuleIndex::near_list(const std::string& name) const { return near_key(name, lists_); }
std::string RuleIndex::near_type(const std::string& name) const { return near_key(name, types_); }
std::string RuleIndex::near_phase(const std::string& name) const { return near_key(name, phases_); }
std::string RuleIndex::near_rule(const std::string& name) const { return near_key(name, rules_); }

std::string did_you_mean(const std::string& name, const std::vector<std::string>& candidates) {
  const std::string near = nearest_name(name, candidates);
  return near.empty() ? near : fmt::format("did you mean \"{}\"?", near);
}

std::string did_you_mean_or_all(const std::string& name, const std::vector<std::string>& candidates) {
  std::string hint = did_you_mean(name, candidates);
  return hint.empty() && !candidates.empty() ? fmt::format("known are {}", fmt::join(candidates, ", ")) : hint;
}

}  // namespace attest

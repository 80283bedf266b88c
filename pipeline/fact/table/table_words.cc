#include "fact/table/table_words.h"

#include <array>
#include <string_view>
#include <utility>

namespace attest {
namespace {

std::optional<TableWordKind> kind_named(std::string_view name) noexcept {
  constexpr std::array<std::pair<std::string_view, TableWordKind>, 7> kNames = {{{"unit", TableWordKind::kUnit},
                                                                                 {"number", TableWordKind::kNumber},
                                                                                 {"count", TableWordKind::kCount},
                                                                                 {"share", TableWordKind::kShare},
                                                                                 {"total", TableWordKind::kTotal},
                                                                                 {"vague", TableWordKind::kVague},
                                                                                 {"other end", TableWordKind::kOtherEnd}}};
  for (const auto& [known, kind] : kNames) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

}  // namespace

TableWords::TableWords(const CompiledRules& rules) : rules_(&rules), list_(rules.gazetteer.list_named("table_word")) {}

std::optional<TableWordKind> TableWords::opening(const TokenView& view, TokenRange tokens) const {
  if (!list_ || tokens.begin >= tokens.end) return std::nullopt;
  const auto found = rules_->gazetteer.longest_from(view, *list_, tokens.begin, tokens.end);
  return found ? kind_named(rules_->gazetteer.entry(found->entry).cell_text.front()) : std::nullopt;
}

std::optional<TableWordKind> TableWords::all_of(const TokenView& view, TokenRange tokens) const {
  if (!list_ || tokens.begin >= tokens.end) return std::nullopt;
  const auto found = rules_->gazetteer.entry_at(view, *list_, tokens);
  return found ? kind_named(rules_->gazetteer.entry(*found).cell_text.front()) : std::nullopt;
}

}  // namespace attest

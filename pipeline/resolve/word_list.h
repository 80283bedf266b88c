// A list of the rule set as a lookup: what of it begins or ends at a token.
//
//   const WordList verbs(rules, "agreement_verb");
//   if (auto found = verbs.ending_at(view, phrase.begin, sentence.begin)) use(found->cell(0));
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/gazetteer.h"
#include "engine/program.h"

namespace attest {

/// An entry of a list and the tokens that it covers.
struct ListedWord {
  TokenRange tokens;
  const Gazetteer::Entry* entry = nullptr;

  /// The cell of a column, counted from 0 behind the surface.
  [[nodiscard]] std::string_view cell(std::size_t column) const noexcept { return entry->cell_text[column]; }
};

/// Keeps a reference to the rules, which must outlive it. A list that they do not have is empty.
class WordList {
 public:
  WordList(const CompiledRules& rules, std::string_view name) : gazetteer_(&rules.gazetteer), list_(rules.gazetteer.list_named(name)) {}

  /// The longest entry that begins at token `begin` and ends by `limit`.
  [[nodiscard]] std::optional<ListedWord> at(const TokenView& view, std::uint32_t begin, std::uint32_t limit) const;
  /// The longest entry that ends before token `end` and begins at `limit` or later.
  [[nodiscard]] std::optional<ListedWord> ending_at(const TokenView& view, std::uint32_t end, std::uint32_t limit) const;

 private:
  [[nodiscard]] std::optional<ListedWord> word(const std::optional<ListedEntry>& found) const;

  const Gazetteer* gazetteer_;
  std::optional<ListId> list_;
};

}  // namespace attest

// What the lists of the rule set say about the words of names.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/program.h"

namespace attest {

/// The passage of a name in one line: white space of any length and kind is one space.
[[nodiscard]] std::string in_one_line(std::string_view passage);

class NameWords {
 public:
  explicit NameWords(const CompiledRules& rules);

  /// A word that alone can stand for the name that it is part of: no ordinary word, no place, nationality, first name or part that
  /// many names share ("Bank", "National").
  [[nodiscard]] bool is_distinctive(const TokenView& view, std::uint32_t token) const;
  /// "Inc", "Ltd", "plc".
  [[nodiscard]] bool is_legal_form(const TokenView& view, std::uint32_t token) const;
  /// The last word of names of bodies: "Bank", "Holdings".
  [[nodiscard]] bool is_organisation_noun(const TokenView& view, std::uint32_t token) const;
  /// The last word of a company's name that short forms of it leave out: "Inc", "Holdings".
  [[nodiscard]] bool is_company_ending(const TokenView& view, std::uint32_t token) const;
  /// The last word of names of what is no body: "Agreement", "Index".
  [[nodiscard]] bool is_other_noun(const TokenView& view, std::uint32_t token) const;
  /// The ISO code of the country whose name or adjective ends where `end` is; "" where none does.
  [[nodiscard]] std::string_view country_ending_at(const TokenView& view, std::uint32_t first, std::uint32_t end) const;
  /// A family name that stands before the given one: "Xi" in "Xi Jinping".
  [[nodiscard]] bool is_family_name_first(const TokenView& view, std::uint32_t token) const;
  /// A listed place.
  [[nodiscard]] bool is_place(const TokenView& view, TokenRange tokens) const;

 private:
  using List = std::optional<ListId>;
  [[nodiscard]] List list(std::string_view name) const;
  [[nodiscard]] bool holds(const List& list, const TokenView& view, TokenRange tokens) const;

  const CompiledRules* rules_;
  List ordinary_, place_, demonym_, first_name_, opening_, noun_, legal_form_, function_word_, other_noun_, company_ending_,
      family_name_first_;
  std::optional<std::size_t> place_country_, place_type_, demonym_country_;
};

}  // namespace attest

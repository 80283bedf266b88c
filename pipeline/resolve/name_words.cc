#include "resolve/name_words.h"

namespace attest {

std::string in_one_line(std::string_view passage) {
  std::string line;
  line.reserve(passage.size());
  for (const char c : passage) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

NameWords::NameWords(const CompiledRules& rules)
    : rules_(&rules),
      ordinary_(list("ordinary_word")),
      place_(list("place")),
      demonym_(list("demonym")),
      first_name_(list("first_name")),
      opening_(list("name_opening")),
      noun_(list("organisation_noun")),
      legal_form_(list("legal_form")),
      function_word_(list("function_word")),
      other_noun_(list("other_noun")),
      company_ending_(list("company_ending")),
      family_name_first_(list("family_name_first")) {
  if (place_) place_country_ = rules.gazetteer.column(*place_, "country");
  if (place_) place_type_ = rules.gazetteer.column(*place_, "type");
  if (demonym_) demonym_country_ = rules.gazetteer.column(*demonym_, "id");
}

NameWords::List NameWords::list(std::string_view name) const { return rules_->gazetteer.list_named(name); }

bool NameWords::holds(const List& list, const TokenView& view, TokenRange tokens) const {
  return list && rules_->gazetteer.entry_at(view, *list, tokens).has_value();
}

bool NameWords::is_distinctive(const TokenView& view, std::uint32_t token) const {
  const Token& word = view.tokens[token];
  if (word.kind != TokenKind::kWord && word.kind != TokenKind::kAlphanumeric) return false;
  if (!word.has(token_flag::kCapitalised) || word.end - word.begin < 2) return false;
  const TokenRange range{token, token + 1};
  for (const List* common : {&ordinary_, &place_, &demonym_, &first_name_, &opening_, &noun_, &legal_form_, &function_word_}) {
    if (holds(*common, view, range)) return false;
  }
  return true;
}

bool NameWords::is_legal_form(const TokenView& view, std::uint32_t token) const { return holds(legal_form_, view, {token, token + 1}); }

bool NameWords::is_company_ending(const TokenView& view, std::uint32_t token) const {
  return is_legal_form(view, token) || holds(company_ending_, view, {token, token + 1});
}

bool NameWords::is_family_name_first(const TokenView& view, std::uint32_t token) const {
  return holds(family_name_first_, view, {token, token + 1});
}

bool NameWords::is_organisation_noun(const TokenView& view, std::uint32_t token) const { return holds(noun_, view, {token, token + 1}); }

bool NameWords::is_other_noun(const TokenView& view, std::uint32_t token) const { return holds(other_noun_, view, {token, token + 1}); }

bool NameWords::is_place(const TokenView& view, TokenRange tokens) const { return holds(place_, view, tokens); }

std::string_view NameWords::country_ending_at(const TokenView& view, std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 5;
  const Gazetteer& gazetteer = rules_->gazetteer;
  for (std::uint32_t begin = end - std::min(end - first, kLongest); begin < end; ++begin) {
    if (place_ && place_country_ && place_type_) {
      const auto entry = gazetteer.entry_at(view, *place_, {begin, end});
      if (entry && gazetteer.entry(*entry).cells[*place_type_].text() == "country")
        return gazetteer.entry(*entry).cells[*place_country_].text();
    }
    if (demonym_ && demonym_country_) {
      const auto entry = gazetteer.entry_at(view, *demonym_, {begin, end});
      const std::string_view code = entry ? gazetteer.entry(*entry).cells[*demonym_country_].text() : std::string_view();
      if (code.size() == 2) return code;
    }
  }
  return {};
}

}  // namespace attest

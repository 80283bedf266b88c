// The part of NameResolver that finds which of a document's names is another one in full.
#include <algorithm>

#include "resolve/name_resolver.h"
#include "resolve/organisation_id.h"

namespace attest {

// "Norvale Line opened a route. […] Norvale's shares rose": what begins with a word that goes by its context as a body, and stands
// before it, is that body's name in full.
void NameResolver::adopt_longer_names(const Chart& chart) {
  if (!capitals_) return;
  constexpr std::uint32_t kLongest = 4;  // words
  const TokenView& view = chart.view();
  std::unordered_map<std::string_view, std::uint32_t> shorter;
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    const TokenRange tokens = names_[name].tokens;
    if (tokens.end - tokens.begin == 1 && goes_by_context(chart, names_[name]) && words_.is_distinctive(view, tokens.begin))
      shorter.try_emplace(view.passage(tokens), name);
  }
  if (shorter.empty()) return;
  for (const AnnotationId id : chart.of_type(*capitals_)) {
    const TokenRange tokens = chart.annotation(id).span;
    const std::uint32_t length = tokens.end - tokens.begin;
    if (length < 2 || length > kLongest || owner_within(tokens) != kNoName || in_headline(tokens.begin)) continue;
    const auto known = shorter.find(view.word(tokens.begin));
    if (known == shorter.end() || names_[known->second].tokens.begin < tokens.begin || words_.is_other_noun(view, tokens.end - 1)) continue;
    DocumentName full{tokens, names_[known->second].name, "name.longer", kNoAnnotation, {}};
    full.name.name = in_one_line(view.passage(tokens));
    names_.push_back(std::move(full));
    mark(static_cast<std::uint32_t>(names_.size() - 1));
  }
}

// "Norvale Copper sold it", of "Norvale Copper Holdings Inc": a name without the words at its end that tell no more than that it is one
// of a company.
void NameResolver::complete_company_names(const TokenView& view) {
  constexpr std::uint32_t kShortest = 2;  // words that are left: one word may be many a company's
  std::unordered_map<std::string_view, std::uint32_t> full;
  const auto learn_form = [&](std::string_view form, std::uint32_t name) {
    const auto [known, is_new] = full.try_emplace(form, name);
    // Two that differ in those words alone: nobody knows which is meant.
    if (!is_new && known->second != kNoName && names_[known->second].name.name != names_[name].name.name) known->second = kNoName;
  };
  for (std::uint32_t name = 0; name < names_.size(); ++name) {
    if (names_[name].name.kind != NameKind::kOrganisation) continue;
    const TokenRange tokens = names_[name].tokens;
    for (std::uint32_t end = tokens.end; end > tokens.begin + kShortest; --end) {
      const bool mark = view.tokens[end - 1].kind == TokenKind::kPunctuation;
      if (!mark && !words_.is_company_ending(view, end - 1)) break;
      learn_form(view.passage({tokens.begin, end - 1}), name);
    }
  }
  if (full.empty()) return;
  for (DocumentName& name : names_) {
    const auto known = name.name.kind == NameKind::kOrganisation ? full.find(view.passage(name.tokens)) : full.end();
    if (known == full.end() || known->second == kNoName) continue;
    const DocumentName& source = names_[known->second];
    // A body that the lists know has one id in all documents.
    if (name.rule == "organisation.listed" && organisation_id(name.name.name) != organisation_id(source.name.name)) continue;
    name = {name.tokens, source.name, "name.short_form", kNoAnnotation, source.tokens};
  }
}

}  // namespace attest

// Names of a whole document: what rules found, completed by what the document says elsewhere, with ids that hold in every document.
//
//   NameResolver resolver(rules);
//   resolver.resolve(chart);
//   for (const DocumentName& name : resolver.names()) use(name.tokens, name.name);
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/name.h"
#include "resolve/field_reader.h"
#include "resolve/name_aliases.h"
#include "resolve/name_words.h"

namespace attest {

inline constexpr std::uint32_t kNoName = 0xFFFFFFFF;

/// A name at its place in the text.
struct DocumentName {
  TokenRange tokens;
  Name name;
  std::string_view rule;                    ///< The rule that made it, or "name.acronym", "name.short_form", "name.repeated",
                                            ///< "name.longer".
  AnnotationId annotation = kNoAnnotation;  ///< What a rule of the pack made; none where the document's other names did.
  TokenRange from{};                        ///< The name that it repeats or shortens; empty where `annotation` is set.
};

/// Reads annotations of types Organisation, Place, Person, Initiative and Event (fields name, type, id, country), and of type
/// Capitals: capitalised words that are a name only if the document says so elsewhere.
class NameResolver {
 public:
  explicit NameResolver(const CompiledRules& rules);

  /// Replaces what it held by the names of this chart's document. They do not overlap. Linear in the number of its names.
  void resolve(const Chart& chart);
  /// In order of position.
  [[nodiscard]] std::span<const DocumentName> names() const noexcept { return names_; }

 private:
  struct Source {
    NameKind kind{};
    std::optional<TypeId> type;
  };

  void collect(const Chart& chart);
  void find_headlines(const Chart& chart);
  [[nodiscard]] bool in_headline(std::uint32_t token) const noexcept;
  void drop_ordinary_words(const TokenView& view);
  [[nodiscard]] bool goes_by_context(const Chart& chart, const DocumentName& name) const;
  [[nodiscard]] Name name_of(const Chart& chart, const Annotation& annotation, NameKind kind) const;
  void mark(std::uint32_t name);
  [[nodiscard]] std::uint32_t owner_within(TokenRange tokens) const noexcept;

  void define_acronyms(const Chart& chart);
  void define_acronym(const Chart& chart, std::uint32_t first, std::uint32_t bracket);
  void define_behind_or(const TokenView& view, TokenRange sentence);
  void define_otherwise(const TokenView& view, TokenRange phrase, std::uint32_t acronym);
  void drop_other_meanings(const TokenView& view);
  void find_symbols(const TokenView& view);
  void find_quoted_symbols(const TokenView& view);
  void add_symbol(const TokenView& view, std::uint32_t symbol, std::uint32_t company);
  [[nodiscard]] std::uint32_t company_ending_at(std::uint32_t token) const noexcept;
  [[nodiscard]] std::uint32_t adopt_full_name(const Chart& chart, TokenRange tokens);

  void complete_countries(const Chart& chart);
  void place_cities(const TokenView& view);
  void add_country_before(const TokenView& view, DocumentName& name) const;
  void adopt_longer_names(const Chart& chart);
  void complete_company_names(const TokenView& view);
  void learn_aliases(const Chart& chart);
  void learn_organisation(const TokenView& view, std::uint32_t name);
  void learn_initials(const TokenView& view, std::uint32_t name);
  void learn_person(const TokenView& view, std::uint32_t name);
  void learn(std::string_view alias, std::uint32_t name);
  void correct_listed(const Chart& chart);
  void repeat(const Chart& chart);
  [[nodiscard]] bool repeat_at(const TokenView& view, TokenRange tokens);
  void repeat_within(const TokenView& view, TokenRange tokens);
  void identify(const TokenView& view);

  FieldReader fields_;
  NameWords words_;
  NameAliases known_aliases_;
  FieldName name_field_, type_field_, id_field_, country_field_;
  std::vector<Source> sources_;
  std::optional<TypeId> capitals_;
  std::vector<DocumentName> names_;
  std::vector<TokenRange> headlines_;                            // sentences in which capitals say nothing, in order
  std::vector<std::uint32_t> owner_;                             // by token: the name over it, or kNoName
  std::unordered_map<std::string_view, std::uint32_t> aliases_;  // views into the document and `initials_`
  std::deque<std::string> initials_;
  std::vector<std::string_view> other_meanings_;  // acronyms that the document defines as something that is no body; views into it
};

}  // namespace attest

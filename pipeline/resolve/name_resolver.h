// Names of a whole document: what rules found, completed, with ids that hold in every document.
//
//   NameResolver resolver(rules);
//   resolver.resolve(chart);
//   for (const DocumentName& name : resolver.names()) use(name.tokens, name.name);
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/chart.h"
#include "engine/program.h"
#include "record/name.h"
#include "resolve/field_reader.h"

namespace attest {

/// A name at its place in the text.
struct DocumentName {
  TokenRange tokens;
  Name name;
  std::string_view rule;                    ///< The rule that made it.
  AnnotationId annotation = kNoAnnotation;  ///< What a rule of the pack made; none where the document's other names did.
};

/// Reads annotations of types Organisation, Place, Person, Initiative and Event: fields name, type, id, country.
class NameResolver {
 public:
  explicit NameResolver(const CompiledRules& rules);

  /// Replaces what it held by the names of this chart's document. They do not overlap.
  void resolve(const Chart& chart);
  /// In order of position.
  [[nodiscard]] std::span<const DocumentName> names() const noexcept { return names_; }

 private:
  struct Source {
    NameKind kind;
    std::optional<TypeId> type;
  };

  void collect(const Chart& chart);
  [[nodiscard]] Name name_of(const Chart& chart, const Annotation& annotation, NameKind kind) const;

  FieldReader fields_;
  FieldName name_field_, type_field_, id_field_, country_field_;
  std::vector<Source> sources_;
  std::vector<DocumentName> names_;
};

}  // namespace attest

#include "resolve/name_resolver.h"

#include <algorithm>

#include "resolve/organisation_id.h"

namespace attest {
namespace {

// The passage of a name in one line.
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

}  // namespace

NameResolver::NameResolver(const CompiledRules& rules)
    : fields_(rules),
      name_field_(fields_.field("name")),
      type_field_(fields_.field("type")),
      id_field_(fields_.field("id")),
      country_field_(fields_.field("country")),
      sources_{{NameKind::kOrganisation, fields_.type("Organisation")},
               {NameKind::kPlace, fields_.type("Place")},
               {NameKind::kPerson, fields_.type("Person")},
               {NameKind::kInitiative, fields_.type("Initiative")},
               {NameKind::kEvent, fields_.type("Event")}} {}

Name NameResolver::name_of(const Chart& chart, const Annotation& annotation, NameKind kind) const {
  Name name;
  name.kind = kind;
  name.name = fields_.text(chart, annotation, name_field_);
  if (name.name.empty()) name.name = in_one_line(chart.view().passage(annotation.span));
  name.type = fields_.text(chart, annotation, type_field_);
  name.country = fields_.text(chart, annotation, country_field_);
  if (kind == NameKind::kOrganisation)
    name.id = organisation_id(name.name);
  else if (kind == NameKind::kPlace)
    name.id = fields_.text(chart, annotation, id_field_);
  return name;
}

void NameResolver::collect(const Chart& chart) {
  names_.clear();
  for (const Source& source : sources_) {
    if (!source.type) continue;
    for (const AnnotationId id : chart.of_type(*source.type)) {
      const Annotation& annotation = chart.annotation(id);
      names_.push_back({annotation.span, name_of(chart, annotation, source.kind), fields_.rule(annotation), id});
    }
  }
  std::sort(names_.begin(), names_.end(), [](const auto& a, const auto& b) { return a.tokens.begin < b.tokens.begin; });
}

void NameResolver::resolve(const Chart& chart) { collect(chart); }

}  // namespace attest

// Types and fields of annotations by their names, as code that goes on where rules end asks for them.
//
//   const FieldReader fields(rules);
//   const auto type = fields.type("Place");
//   const FieldName country = fields.field("country");
//   fields.text(chart, annotation, country);
#pragma once

#include <optional>
#include <string_view>

#include "engine/chart.h"
#include "engine/program.h"

namespace attest {

class FieldReader {
 public:
  explicit FieldReader(const CompiledRules& rules) noexcept : rules_(&rules) {}

  /// The id of a type; nothing where no rule makes it.
  [[nodiscard]] std::optional<TypeId> type(std::string_view name) const noexcept;
  /// The id of a field; kAbsent where no rule sets it.
  [[nodiscard]] FieldName field(std::string_view name) const noexcept;
  /// The text of an annotation's field; "" where it has none.
  [[nodiscard]] std::string_view text(const Chart& chart, const Annotation& annotation, FieldName field) const noexcept;
  /// The name of the rule that made an annotation.
  [[nodiscard]] std::string_view rule(const Annotation& annotation) const noexcept { return rules_->rules[annotation.rule].name; }

 private:
  const CompiledRules* rules_;
};

}  // namespace attest

#include "resolve/field_reader.h"

#include <algorithm>

namespace attest {

std::optional<TypeId> FieldReader::type(std::string_view name) const noexcept {
  const auto found = std::find(rules_->types.begin(), rules_->types.end(), name);
  if (found == rules_->types.end()) return std::nullopt;
  return static_cast<TypeId>(found - rules_->types.begin());
}

FieldName FieldReader::field(std::string_view name) const noexcept {
  const auto found = std::find(rules_->field_names.begin(), rules_->field_names.end(), name);
  return found == rules_->field_names.end() ? kAbsent : static_cast<FieldName>(found - rules_->field_names.begin());
}

std::string_view FieldReader::text(const Chart& chart, const Annotation& annotation, FieldName field) const noexcept {
  if (field == kAbsent) return {};
  const std::uint32_t slot = rules_->rules[annotation.rule].field_slots[field];
  return slot == kAbsent ? std::string_view() : chart.field(annotation.first_field + slot).text();
}

}  // namespace attest

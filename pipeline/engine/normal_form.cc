#include "engine/normal_form.h"

namespace attest {

std::string normal_form(const CompiledRules& rules, const Chart& chart, const Annotation& annotation) {
  std::string form;
  std::size_t keep = 0;
  for (std::uint32_t i = 0; i < rules.rules[annotation.rule].fields.size(); ++i) {
    const Value& value = chart.field(annotation.first_field + i);
    if (!form.empty()) form += ' ';
    form += to_string(value);
    if (!value.is_null()) keep = form.size();
  }
  form.resize(keep);
  return form;
}

}  // namespace attest

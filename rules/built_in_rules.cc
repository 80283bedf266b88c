#include "built_in_rules.h"

#include "built_in_rules_data.h"

namespace attest {

RulePack built_in_rules() {
  RulePack pack{"built-in", {}};
  pack.files.reserve(embedded_rule_files().size());
  for (const EmbeddedFile& file : embedded_rule_files()) pack.files.push_back({std::string(file.name), std::string(file.text)});
  return pack;
}

}  // namespace attest

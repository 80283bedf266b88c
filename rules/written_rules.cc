#include "written_rules.h"

#include <string>

#include "built_in_rules_data.h"

namespace attest {

RulePack written_rules() {
  RulePack pack{std::string(kBuiltInPack), {}};
  pack.files.reserve(embedded_rule_files().size());
  for (const EmbeddedFile& file : embedded_rule_files()) {
    if (!file.name.starts_with(kPolicyFolder)) pack.files.push_back({std::string(file.name), std::string(file.text)});
  }
  return pack;
}

}  // namespace attest

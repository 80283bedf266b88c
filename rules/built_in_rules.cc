#include "built_in_rules.h"

#include "built_in_rules_data.h"

namespace attest {
namespace {

constexpr std::string_view kPolicyFolder = "policy/";

}  // namespace

RulePack built_in_rules() {
  RulePack pack{"built-in", {}};
  pack.files.reserve(embedded_rule_files().size());
  for (const EmbeddedFile& file : embedded_rule_files()) {
    if (!file.name.starts_with(kPolicyFolder)) pack.files.push_back({std::string(file.name), std::string(file.text)});
  }
  return pack;
}

std::vector<std::pair<std::string, std::string>> built_in_policy() {
  std::vector<std::pair<std::string, std::string>> tables;
  for (const EmbeddedFile& file : embedded_rule_files()) {
    if (file.name.starts_with(kPolicyFolder)) tables.emplace_back(file.name.substr(kPolicyFolder.size()), file.text);
  }
  return tables;
}

}  // namespace attest

#include "built_in_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "built_in_rules_data.h"
#include "written_rules.h"

// Where rule_image_data.S puts what compile_rules.cc wrote.
extern "C" {
extern const char attest_rule_image_begin[];
extern const char attest_rule_image_end[];
}

namespace attest {
namespace {

/// Lists of the pack that the checks read, too: words for places say of whom a measure is, not what is measured.
constexpr std::array<std::string_view, 3> kSharedLists = {"lists/demonym.tsv", "lists/legal_form.tsv", "lists/place.tsv"};

}  // namespace

RulePack built_in_rules() {
  RulePack pack = written_rules();
  pack.image = {attest_rule_image_begin, static_cast<std::size_t>(attest_rule_image_end - attest_rule_image_begin)};
  return pack;
}

std::vector<std::pair<std::string, std::string>> built_in_policy() {
  std::vector<std::pair<std::string, std::string>> tables;
  for (const EmbeddedFile& file : embedded_rule_files()) {
    const bool shared = std::find(kSharedLists.begin(), kSharedLists.end(), file.name) != kSharedLists.end();
    if (shared || file.name.starts_with(kPolicyFolder)) tables.emplace_back(file.name.substr(file.name.find('/') + 1), file.text);
  }
  return tables;
}

}  // namespace attest

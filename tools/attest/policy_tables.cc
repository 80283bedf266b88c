#include "policy_tables.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "built_in_rules.h"

namespace attest::command {

Result<CheckPolicy> read_policy(const std::string& folder) {
  if (!folder.empty() && !std::filesystem::is_directory(folder)) return Error{ErrorCode::kNotFound, "no such folder", folder, {}};
  std::vector<PolicyFile> files;
  for (auto& [name, text] : built_in_policy()) {
    files.push_back({name, text});
    if (folder.empty()) continue;
    std::ifstream file(std::filesystem::path(folder) / name, std::ios::binary);
    if (file) files.back().text.assign(std::istreambuf_iterator<char>(file), {});
  }
  return CheckPolicy::parse(files);
}

}  // namespace attest::command

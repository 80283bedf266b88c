// The list `alias` (surface, name): names that a reader knows to be one body, or to be another body than the rest of a document
// would tell. Users join and separate organisations with it.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/program.h"

namespace attest {

class NameAliases {
 public:
  explicit NameAliases(const CompiledRules& rules);

  /// The name of the body that a passage stands for, where the list says so; else what it says of the full name; else "".
  /// Spelling variants of an entry count as the entry. The view is good as long as this object.
  [[nodiscard]] std::string_view name_of(std::string_view passage, std::string_view full_name) const;

 private:
  std::unordered_map<std::string, std::string> names_;  // by organisation_id of the surface
};

}  // namespace attest

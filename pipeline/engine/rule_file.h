// Rule packs as bytes: what the engine compiles. The engine reads no files by itself, so that the pack built into
// the command and a user's folder go the same way.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace attest {

/// One file of a rule pack: "30_quantity.rules" or "lists/currency.tsv", relative to the pack's folder.
struct RuleFile {
  std::string name;
  std::string text;
};

/// A folder of rules with its lists, files in name order.
struct RulePack {
  std::string name;  ///< "built-in", or the folder's path.
  std::vector<RuleFile> files;
};

/// Reads `*.rules` and `lists/*.tsv` below `folder`.
[[nodiscard]] Result<RulePack> read_rule_pack(const std::string& folder);

}  // namespace attest

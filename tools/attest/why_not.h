// Why a rule makes nothing of a text: the first element of its pattern, or the first clause, that fails there.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/rule_file.h"

namespace attest::command {

/// Answers in a few lines: what the rule made; or which rule won over its match; or how far its pattern came and which
/// element did not match next; or which clause turned the match down. Found by trying the rule with less and less of it, so
/// it takes as long as compiling the rules about a dozen times. Errors: kRules, kNotFound (no such rule, with the
/// nearest name).
[[nodiscard]] Result<std::string> why_not(const std::vector<RulePack>& packs, const std::string& rule, const std::string& text);

}  // namespace attest::command

// The tables by which `check` and `report` compare: the built-in ones, and a user's in their place.
#pragma once

#include <string>

#include "base/result.h"
#include "check/check_policy.h"

namespace attest::command {

/// The built-in tables, and in their place those of the same name in `folder`; "" for none. Errors: kNotFound, kFormat.
[[nodiscard]] Result<CheckPolicy> read_policy(const std::string& folder);

}  // namespace attest::command

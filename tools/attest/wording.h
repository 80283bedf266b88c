// Numbers with their nouns, in messages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attest::command {

/// "1 figure", "12 figures": the noun in the singular, with a plural in s.
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count).append(" ").append(noun).append(count == 1 ? "" : "s");
}

}  // namespace attest::command

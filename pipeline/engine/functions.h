// The named functions of rule expressions: what rules cannot say well, tested in value/ and called by name from rules.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/value.h"

namespace attest {

/// What an argument brings: its value and, for captures, the text and the tokens with their list entries.
struct Argument {
  Value value;
  std::string_view text;                ///< What the capture covers; "" for other expressions.
  std::span<const std::string_view> words;  ///< The capture's tokens as written.
};

struct Function {
  std::string_view name;
  std::size_t min_arguments;
  std::size_t max_arguments;
  std::string_view help;  ///< One line for `attest rules list --functions`.
  /// Nothing: the match is rejected. A null Value: the field stays empty.
  std::optional<Value> (*call)(std::span<const Argument> arguments);
};

/// All functions, by name.
[[nodiscard]] std::span<const Function> all_functions() noexcept;
/// The function of this name, or nullptr.
[[nodiscard]] const Function* find_function(std::string_view name) noexcept;

}  // namespace attest

// The named functions of rule expressions: what rules cannot say well, tested in value/ and called by name from rules.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "engine/value.h"
#include "text/analysis.h"
#include "value/number_words.h"

namespace attest {

class Chart;
class NumberLexicon;

/// What an argument brings: its value and, for a capture, what it covers.
struct Argument {
  Value value;
  std::string_view text;  ///< The passage that a capture covers; "" for other expressions.
  TokenRange tokens;      ///< Its tokens; empty for other expressions.
};

/// What functions may use besides their arguments.
struct FunctionContext {
  /// The phrase that some tokens spell, remembered from the last call: several fields of a rule ask for the same one.
  [[nodiscard]] const std::optional<NumberPhrase>& spelled(TokenRange tokens);
  /// The same for a number in digits.
  [[nodiscard]] const std::optional<Decimal>& numeral(std::string_view text);

  Chart& chart;  ///< The document's tokens, and a place for texts that a function makes.
  const NumberLexicon& numbers;
  TokenRange spelled_tokens{};
  std::optional<NumberPhrase> spelled_phrase{};
  std::string_view numeral_text{};
  std::optional<Decimal> numeral_value{};
};

struct Function {
  std::string_view name;
  std::size_t min_arguments;
  std::size_t max_arguments;
  bool can_reject;        ///< It may find no answer.
  std::string_view help;  ///< One line for `attest rules list --functions`.
  /// Nothing: the match is rejected. A null Value: the field stays empty.
  std::optional<Value> (*call)(FunctionContext& context, std::span<const Argument> arguments);
};

/// All functions, by name.
[[nodiscard]] std::span<const Function> all_functions() noexcept;
/// The function of this name, or nullptr.
[[nodiscard]] const Function* find_function(std::string_view name) noexcept;

}  // namespace attest

// Messages on standard error, and what standard output and error are connected to.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace attest::command {

/// Prints `attest: <where>: <what> (<hint>)` on standard error; for rule files with mistakes the diagnostics as they are,
/// since each of them has its own place, caret and hint.
void report(const Error& error);

/// The same, and returns kError: for `return fail(result.error());`.
[[nodiscard]] int fail(const Error& error);

/// Prints one line on standard error, with a line break.
void say(std::string_view line);

[[nodiscard]] bool standard_output_is_terminal() noexcept;
[[nodiscard]] bool standard_error_is_terminal() noexcept;

/// Columns of the terminal on standard output; 0 where it is no terminal, so that nothing is ever cut there.
[[nodiscard]] std::size_t terminal_width() noexcept;

}  // namespace attest::command

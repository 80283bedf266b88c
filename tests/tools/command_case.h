// Cases of the command, as text: what a user types and what comes back.
//
//   # Why the case exists.
//   --- file port.txt
//   Trade came to US$4.2 million.
//   --- run attest extract --records mention port.txt
//   --- status 0
//   --- stdout
//   {"record":"mention",[..]}
//   --- stderr
//
//   --- note Lines that are not part of the output can stand here.
//
// `file` makes a file, `run` runs a shell line in an empty folder with `attest` on its path; `status`, `stdout` and `stderr`
// are about the last run. What a case does not mention is not looked at, but the status, which is 0 unless stated.
// Empty lines at the end of what is expected do not count. `[..]` in an expected line stands for any characters of that line; a line `...`
// for any number of lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attest::testing {

struct CommandStep {
  std::string file;     ///< Name of a file to make; "" for a run.
  std::string content;  ///< Of the file.
  std::string shell;    ///< What to run.
  int status = 0;
  std::optional<std::string> standard_output;
  std::optional<std::string> standard_error;
  std::size_t line = 0;  ///< Where the step begins in the case file.
};

/// Reads a case; an empty list means that the text is no case.
[[nodiscard]] std::vector<CommandStep> parse_case(std::string_view text);

/// True where `text` is what `pattern` says, line by line.
[[nodiscard]] bool fits(std::string_view text, std::string_view pattern);

}  // namespace attest::testing

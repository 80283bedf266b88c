// A place in a file that a person wrote (a rule file, a list): what error messages point at.
#pragma once

#include <cstdint>
#include <string>

namespace attest {

/// Line and column count from 1; the column counts code points. Line 0 means "the whole file".
struct SourceLocation {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  /// `file:line:column`, or `file` alone where there is no line.
  [[nodiscard]] std::string to_string() const {
    if (line == 0) return file;
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
  }
  friend bool operator==(const SourceLocation&, const SourceLocation&) = default;
};

}  // namespace attest

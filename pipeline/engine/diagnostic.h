// What is wrong in rule files: all of it at once, each with file:line:column, the line, a caret and a hint.
//
//   30_quantity.rules:12:22: error: no list is called "curency"
//     match  sym:<curency> n:Number
//                 ^
//     hint: did you mean "currency"?
#pragma once

#include <string>
#include <vector>

#include "base/source_location.h"

namespace attest {

struct Diagnostic {
  SourceLocation at;
  std::string message;
  std::string hint;         ///< "" where there is nothing to suggest.
  std::string source_line;  ///< The line that `at` points into, without its end; "" for a whole file.
};

/// The form shown above, with a final newline.
[[nodiscard]] std::string to_string(const Diagnostic& diagnostic);
/// All of them in order of place.
[[nodiscard]] std::string to_string(const std::vector<Diagnostic>& diagnostics);
/// The candidate nearest to `name` by edit distance (at most a third of its length; swapped neighbours count once), for "did
/// you mean"; "" where none is near.
[[nodiscard]] std::string nearest_name(const std::string& name, const std::vector<std::string>& candidates);

}  // namespace attest

// Lists: tab-separated rows below a line of column names, of which the first is `surface`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ast.h"
#include "engine/diagnostic.h"

namespace attest {

/// Reads the columns and rows of `text` into `list`; `file` stands for it in diagnostics. Empty lines are skipped. A row
/// has as many cells as there are columns; cells after the first may be empty. Wrong rows are reported and left out.
void read_list(std::string_view text, const std::string& file, ast::List& list, std::vector<Diagnostic>& diagnostics);

}  // namespace attest

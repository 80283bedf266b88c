// Comma-separated values as RFC 4180 defines them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace attest::command {

/// One record and the line, from 1, on which it begins.
struct CsvRecord {
  std::vector<std::string> fields;
  std::size_t line = 1;
};

/// All records of `text`: fields separated by commas, records by LF or CR LF; a field in quotation marks may hold all
/// of these, and a doubled quotation mark is one. Empty lines are left out. Error: kFormat, with the line, for a quotation
/// mark that is never closed or is followed by other text.
[[nodiscard]] Result<std::vector<CsvRecord>> parse_csv(std::string_view text);

}  // namespace attest::command

// Short articles with what a careful reader finds in them: tests/cases/*.case (figures) and tests/cases/facts/*.case (facts).
//
//   # a comment, only before the text
//   published 2025-06-17        # optional, on the first line of the text
//   The text, as many lines as it takes.
//   ---
//   quote | cell | cell ...
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "record/mention.h"

namespace attest {

struct CaseFile {
  std::string name;
  std::string published;  ///< "" where the file does not say.
  std::string text;
  std::vector<std::string> rows;  ///< Tidied.
};

void PrintTo(const CaseFile& file, std::ostream* out);

/// A row with one space around each bar, so that columns may be aligned by hand.
[[nodiscard]] std::string tidied(const std::string& row);

/// The cases of a folder of tests/cases ("" for that folder itself), in order of their names.
[[nodiscard]] std::vector<CaseFile> case_files(const std::string& folder);

/// What the built-in rules find in a case.
[[nodiscard]] Extraction extracted(const CaseFile& file);

}  // namespace attest

// Tables in a page of a PDF, which knows words and their places only.
//
//   for (const PdfTable& table : find_tables(words)) print(table.rows);
#pragma once

#include <string>
#include <vector>

namespace attest {

/// A word and the box around it, in points from the page's top left corner.
struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;
};

struct PdfTable {
  double top = 0;  ///< The stretch of the page that its rows take.
  double bottom = 0;
  std::vector<std::string> rows;  ///< Cells with tabs between them, empty ones too.
};

/// The tables among a page's words, from top to bottom: three lines or more below each other whose words stand in the same columns,
/// with a number in most of them. Lines of several columns of prose have none, and are no tables; nor is what stands beside long text.
[[nodiscard]] std::vector<PdfTable> find_tables(std::vector<PdfWord> words);

}  // namespace attest

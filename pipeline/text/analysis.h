// A document's text cut up: blocks (title, paragraphs, table rows ...), sentences inside blocks, tokens.
//
//   TextAnalyser analyser(vocabulary);
//   AnalysedText analysed;                    // reused from document to document
//   analyser.analyse(document.text, analysed);
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/mention.h"
#include "text/code_points.h"
#include "text/token.h"

namespace attest {

/// A stretch of text of one kind. Blocks do not overlap, are in order, and hold no leading or trailing white space.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span bytes;
  std::uint32_t table = 0;  ///< For table rows: index into AnalysedText::tables, else 0.
  std::uint32_t row = 0;    ///< For table rows: 0 is the first row of the table.
  bool repeats = false;     ///< A caption that stands in the text before, word for word: pages show their pictures several times.
};

/// One cell of a tab-separated table; `bytes` without surrounding white space, may be empty.
struct TableCell {
  Span bytes;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// A table: rows of cells, cell (r, c) at cells[r * columns + c] (short rows are padded with empty cells).
struct Table {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;    ///< So many rows at the top name the columns.
  std::uint32_t header_column = 0;  ///< The column that names the rows, if any does; those before it only number them.
  bool has_header_column = false;   ///< A column names the rows.
  std::vector<TableCell> cells;

  [[nodiscard]] const TableCell& cell(std::uint32_t row, std::uint32_t column) const { return cells[std::size_t{row} * columns + column]; }
  /// The head in a header row that governs a column: an empty one goes on with the head to its left.
  [[nodiscard]] const TableCell& head_over(std::uint32_t row, std::uint32_t column) const {
    while (column > header_column + 1 && cell(row, column).bytes.empty()) --column;
    return cell(row, column);
  }
};

/// Half-open range of tokens.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A sentence: includes its quotation marks and a footnote mark after its full stop; a table row, a title and a
/// list item are one sentence or more of their own block, never across blocks.
struct Sentence {
  Span bytes;
  TokenRange tokens;
  std::uint32_t block = 0;  ///< Index into AnalysedText::blocks.
};

struct AnalysedText {
  std::string_view text;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<Sentence> sentences;  ///< In order; every token belongs to exactly one sentence.
  std::vector<Token> tokens;
  CodePointIndex code_points;
};

/// Stateless but for the vocabulary, which must outlive it; one analyser serves many threads.
class TextAnalyser {
 public:
  explicit TextAnalyser(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}
  /// Analyses `text` (valid UTF-8), replacing what `out` held; `text` must outlive `out`.
  void analyse(std::string_view text, AnalysedText& out) const;

 private:
  const Vocabulary* vocabulary_;
};

}  // namespace attest

// Rows of a query in the formats of `attest query`. All formats but the aligned table are streamed: a row is appended
// when it comes, so the caller can empty the buffer between rows.
//
//   std::string out;
//   auto writer = make_table_writer(TableFormat::kCsv, out);
//   writer->begin({"publisher", "figures"});
//   writer->row({{CellView("Harbour Gazette"), CellView(std::int64_t{12})}});
//   writer->end();
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attest {

enum class TableFormat {
  kTable,      ///< Aligned columns under a header line; numbers to the right.
  kCsv,        ///< RFC 4180 with a header line; NULL is empty, the empty text is `""`.
  kJson,       ///< One array of objects.
  kJsonLines,  ///< One object a line.
  kMarkdown,   ///< A GitHub-flavoured table.
};

/// The format of this name ("table", "csv", "json", "jsonl", "markdown").
[[nodiscard]] std::optional<TableFormat> table_format_named(std::string_view name) noexcept;

/// A value of a row: NULL, a number, or valid UTF-8 text.
using CellView = std::variant<std::monostate, std::int64_t, double, std::string_view>;

/// Writes one result: `begin` once, `row` for each row with a cell for each column, `end` once.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin(const std::vector<std::string>& columns) = 0;
  virtual void row(std::span<const CellView> cells) = 0;
  virtual void end() = 0;
};

/// A writer that appends to `out`, which must outlive it. `width` is the terminal's width in columns: the aligned table
/// then cuts long texts (with "…") so that lines fit; 0, for anything that is no terminal, never cuts. Other formats
/// never cut.
[[nodiscard]] std::unique_ptr<TableWriter> make_table_writer(TableFormat format, std::string& out, std::size_t width = 0);

}  // namespace attest

#include "present/table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "present/display_text.h"
#include "present/json_lines.h"

namespace attest {
namespace {

bool is_null(const CellView& cell) { return std::holds_alternative<std::monostate>(cell); }
bool is_number(const CellView& cell) { return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<double>(cell); }

// Plain notation as long as it stays readable; the shortest digits that read back as the same double.
void append_real(std::string& out, double number) {
  constexpr double kPlainFrom = 1e-7;
  constexpr double kPlainTo = 1e21;
  const double magnitude = std::fabs(number);
  const bool plain = magnitude == 0 || (magnitude >= kPlainFrom && magnitude < kPlainTo);
  std::array<char, 64> digits{};
  const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number, format);
  out.append(digits.data(), written.ptr);
}

// The cell as bare text; nothing for NULL.
void append_plain(std::string& out, const CellView& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) out += std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) append_real(out, *real);
  if (const auto* text = std::get_if<std::string_view>(&cell)) out += *text;
}

class CsvWriter final : public TableWriter {
 public:
  explicit CsvWriter(std::string& out) : out_(&out) {}

  void begin(const std::vector<std::string>& columns) override {
    for (std::size_t i = 0; i < columns.size(); ++i) append_field(i, CellView(columns[i]));
    *out_ += "\r\n";
  }
  void row(std::span<const CellView> cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) append_field(i, cells[i]);
    *out_ += "\r\n";
  }
  void end() override {}

 private:
  void append_field(std::size_t index, const CellView& cell) {
    if (index > 0) *out_ += ',';
    const auto* text = std::get_if<std::string_view>(&cell);
    if (text == nullptr || !needs_quotes(*text)) return append_plain(*out_, cell);
    *out_ += '"';
    for (const char letter : *text) {
      if (letter == '"') *out_ += '"';
      *out_ += letter;
    }
    *out_ += '"';
  }
  static bool needs_quotes(std::string_view text) { return text.empty() || text.find_first_of(",\"\r\n") != std::string_view::npos; }

  std::string* out_;
};

class JsonWriter final : public TableWriter {
 public:
  JsonWriter(std::string& out, bool lines) : out_(&out), lines_(lines) {}

  void begin(const std::vector<std::string>& columns) override {
    for (const std::string& column : columns) {
      std::string key;
      append_json_string(key, column);
      keys_.push_back(key + ":");
    }
    if (!lines_) *out_ += '[';
  }
  void row(std::span<const CellView> cells) override {
    if (!lines_) *out_ += first_ ? "\n" : ",\n";
    first_ = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      *out_ += i == 0 ? '{' : ',';
      *out_ += keys_[i];
      append_value(cells[i]);
    }
    *out_ += lines_ ? "}\n" : "}";
  }
  void end() override {
    if (!lines_) *out_ += first_ ? "]\n" : "\n]\n";
  }

 private:
  // JSON has no infinities: they become null.
  void append_value(const CellView& cell) {
    const auto* real = std::get_if<double>(&cell);
    const auto* text = std::get_if<std::string_view>(&cell);
    if (text != nullptr) {
      append_json_string(*out_, *text);
    } else if (is_null(cell) || (real != nullptr && !std::isfinite(*real))) {
      *out_ += "null";
    } else {
      append_plain(*out_, cell);
    }
  }

  std::string* out_;
  bool lines_;
  bool first_ = true;
  std::vector<std::string> keys_;
};

class MarkdownWriter final : public TableWriter {
 public:
  explicit MarkdownWriter(std::string& out) : out_(&out) {}

  void begin(const std::vector<std::string>& columns) override {
    for (const std::string& column : columns) append_cell(CellView(column));
    *out_ += "|\n";
    for (std::size_t i = 0; i < columns.size(); ++i) *out_ += "| --- ";
    *out_ += "|\n";
  }
  void row(std::span<const CellView> cells) override {
    for (const CellView& cell : cells) append_cell(cell);
    *out_ += "|\n";
  }
  void end() override {}

 private:
  void append_cell(const CellView& cell) {
    *out_ += "| ";
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
      append_escaped(*text);
    } else {
      append_plain(*out_, cell);
    }
    *out_ += ' ';
  }
  // A bar would end the cell, a line break the row.
  void append_escaped(std::string_view text) {
    for (const char letter : text) {
      if (letter == '\r') continue;
      if (letter == '\n') {
        *out_ += "<br>";
        continue;
      }
      if (letter == '|' || letter == '\\') *out_ += '\\';
      *out_ += letter;
    }
  }

  std::string* out_;
};

class AlignedWriter final : public TableWriter {
 public:
  AlignedWriter(std::string& out, std::size_t width) : out_(&out), width_(width) {}

  void begin(const std::vector<std::string>& columns) override {
    for (const std::string& column : columns) header_.push_back(make_cell(CellView(column)));
    for (const Cell& cell : header_) widths_.push_back(cell.width);
  }
  void row(std::span<const CellView> cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells_.push_back(make_cell(cells[i]));
      widths_[i] = std::max(widths_[i], cells_.back().width);
    }
  }
  void end() override {
    if (header_.empty()) return;
    if (width_ > 0) fit_to_width();
    append_line(header_);
    append_rule();
    for (std::size_t i = 0; i < cells_.size(); i += header_.size()) append_line(std::span(cells_).subspan(i, header_.size()));
  }

 private:
  struct Cell {
    std::string text;
    std::size_t width = 0;
    bool number = false;
  };
  static constexpr std::size_t kGap = 2;        // spaces between columns
  static constexpr std::size_t kNarrowest = 8;  // no column is cut below this

  static Cell make_cell(const CellView& view) {
    Cell cell;
    append_plain(cell.text, view);
    if (std::holds_alternative<std::string_view>(view)) cell.text = on_one_line(cell.text);
    cell.width = display_width(cell.text);
    cell.number = is_number(view);
    return cell;
  }

  // Takes columns from the widest until the lines fit.
  void fit_to_width() {
    std::size_t total = kGap * (widths_.size() - 1);
    for (const std::size_t width : widths_) total += width;
    while (total > width_) {
      const auto widest = std::max_element(widths_.begin(), widths_.end());
      if (*widest <= kNarrowest) return;
      --*widest;
      --total;
    }
  }

  void append_line(std::span<const Cell> cells) {
    std::size_t owed = 0;  // spaces are written only before something, so that no line ends in white space
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool cut = cells[i].width > widths_[i];
      const std::string text = cut ? cut_to_width(cells[i].text, widths_[i]) : cells[i].text;
      const std::size_t padding = widths_[i] - std::min(widths_[i], cut ? display_width(text) : cells[i].width);
      if (cells[i].number) owed += padding;
      if (!text.empty()) {
        out_->append(owed, ' ');
        *out_ += text;
        owed = 0;
      }
      if (!cells[i].number) owed += padding;
      owed += kGap;
    }
    *out_ += '\n';
  }

  void append_rule() {
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      if (i > 0) out_->append(kGap, ' ');
      out_->append(widths_[i], '-');
    }
    *out_ += '\n';
  }

  std::string* out_;
  std::size_t width_;
  std::vector<Cell> header_;
  std::vector<Cell> cells_;  // row after row
  std::vector<std::size_t> widths_;
};

}  // namespace

std::optional<TableFormat> table_format_named(std::string_view name) noexcept {
  constexpr std::array<std::pair<std::string_view, TableFormat>, 5> kNames = {{{"table", TableFormat::kTable},
                                                                               {"csv", TableFormat::kCsv},
                                                                               {"json", TableFormat::kJson},
                                                                               {"jsonl", TableFormat::kJsonLines},
                                                                               {"markdown", TableFormat::kMarkdown}}};
  for (const auto& [known, format] : kNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

std::unique_ptr<TableWriter> make_table_writer(TableFormat format, std::string& out, std::size_t width) {
  switch (format) {
    case TableFormat::kCsv:
      return std::make_unique<CsvWriter>(out);
    case TableFormat::kJson:
      return std::make_unique<JsonWriter>(out, false);
    case TableFormat::kJsonLines:
      return std::make_unique<JsonWriter>(out, true);
    case TableFormat::kMarkdown:
      return std::make_unique<MarkdownWriter>(out);
    case TableFormat::kTable:
      break;
  }
  return std::make_unique<AlignedWriter>(out, width);
}

}  // namespace attest

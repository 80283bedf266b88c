#include "text/table.h"

#include <algorithm>

#include "base/ascii.h"

namespace attest {
namespace {

enum class CellKind : std::uint8_t { kEmpty, kText, kNumeric, kYear };

// A year, or years ("2020/21", "2019-2020"): four digits of 1800 to 2199 first.
bool is_year(std::string_view cell) noexcept {
  if (cell.size() < 4 || cell.size() > 9 || !std::all_of(cell.begin(), cell.begin() + 4, is_digit)) return false;
  const std::string_view century = cell.substr(0, 2);
  if (century < "18" || century > "21") return false;
  return cell.size() == 4 || !(is_digit(cell[4]) || cell[4] == '.' || cell[4] == ',');
}

// Part of a year ("Q1 2024", "H1 2025", "May 2024"): words like any other head.
bool is_part_of_year(std::string_view cell) noexcept {
  constexpr std::size_t kYearDigits = 4;
  if (cell.size() < kYearDigits + 2 || !is_year(cell.substr(cell.size() - kYearDigits))) return false;
  const char before = cell[cell.size() - kYearDigits - 1];
  const bool opens_with_letter = (cell.front() >= 'a' && cell.front() <= 'z') || (cell.front() >= 'A' && cell.front() <= 'Z');
  return opens_with_letter && (before == ' ' || before == '-' || before == '/');
}

// Numeric: a digit, and at most as many letters as digits (units: "12.5%", "$3 bn").
CellKind kind_of(std::string_view cell) noexcept {
  if (cell.empty() || cell == "-" || cell == "\xE2\x80\x93" || cell == "\xE2\x80\x94") return CellKind::kEmpty;
  if (is_year(cell)) return CellKind::kYear;
  if (is_part_of_year(cell)) return CellKind::kText;
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const char c : cell) {
    digits += is_digit(c) ? 1 : 0;
    letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3 ? 1 : 0;
  }
  return digits != 0 && letters <= digits ? CellKind::kNumeric : CellKind::kText;
}

class TableReader {
 public:
  TableReader(const SentenceTokens& tokens, const std::vector<Line>& lines, std::size_t first, std::size_t count)
      : tokens_(tokens), lines_(lines), first_(first), count_(count) {}

  Table read() {
    table_.rows = static_cast<std::uint32_t>(count_);
    for (std::size_t row = 0; row < count_; ++row) table_.columns = std::max(table_.columns, count_columns(lines_[first_ + row]));
    table_.cells.reserve(table_.rows * static_cast<std::size_t>(table_.columns));
    for (std::uint32_t row = 0; row < table_.rows; ++row) read_row(row);
    table_.has_header_row = finds_header_row();
    table_.has_header_column = finds_header_column();
    return std::move(table_);
  }

 private:
  // Tabs of a line between its first and last token, and before its first (an empty first cell).
  std::uint32_t count_columns(const Line& line) const {
    const std::string_view whole = tokens_.text().substr(line.bytes.begin - leading_tabs(line), line.bytes.size() + leading_tabs(line));
    return static_cast<std::uint32_t>(std::count(whole.begin(), whole.end(), '\t')) + 1;
  }

  std::uint32_t leading_tabs(const Line& line) const {
    std::uint32_t tabs = 0;
    while (tabs < line.indent && tokens_.text()[line.bytes.begin - tabs - 1] == '\t') ++tabs;
    return tabs;
  }

  void read_row(std::uint32_t row) {
    const Line& line = lines_[first_ + row];
    std::uint32_t column = 0;
    std::uint32_t begin = line.bytes.begin - leading_tabs(line);
    for (std::uint32_t i = begin; i <= line.bytes.end; ++i) {
      if (i != line.bytes.end && tokens_.text()[i] != '\t') continue;
      table_.cells.push_back({trim({begin, i}), row, column++});
      begin = i + 1;
    }
    for (; column < table_.columns; ++column) table_.cells.push_back({{line.bytes.end, line.bytes.end}, row, column});
  }

  Span trim(Span cell) const {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!cell.empty() && is_space(tokens_.text()[cell.begin])) ++cell.begin;
    while (!cell.empty() && is_space(tokens_.text()[cell.end - 1])) --cell.end;
    return cell;
  }

  CellKind kind(std::uint32_t row, std::uint32_t column) const {
    return kind_of(table_.cells[row * static_cast<std::size_t>(table_.columns) + column].bytes.of(tokens_.text()));
  }

  bool row_has(std::uint32_t row, CellKind wanted) const {
    for (std::uint32_t column = 1; column < table_.columns; ++column) {
      if (kind(row, column) == wanted) return true;
    }
    return false;
  }

  bool finds_header_row() const {
    if (table_.rows < 2 || row_has(0, CellKind::kNumeric)) return false;
    const bool years = row_has(0, CellKind::kYear);
    const bool words = row_has(0, CellKind::kText);
    if (years) return kind(0, 0) != CellKind::kYear && !row_has(1, CellKind::kYear);
    return words && (has_numbers_below() || has_short_first_row());
  }

  bool has_numbers_below() const {
    for (std::uint32_t row = 1; row < table_.rows; ++row) {
      if (row_has(row, CellKind::kNumeric) || row_has(row, CellKind::kYear)) return true;
    }
    return false;
  }

  // Without numbers anywhere, column names show by being shorter than what stands below them.
  bool has_short_first_row() const {
    std::size_t below = 0;
    for (std::size_t row = 1; row < count_; ++row) below += lines_[first_ + row].width;
    return std::size_t{lines_[first_].width} * 2 * (count_ - 1) <= below;
  }

  bool finds_header_column() const {
    if (table_.columns < 2) return false;
    const std::uint32_t first_row = table_.has_header_row ? 1 : 0;
    for (std::uint32_t row = first_row; row < table_.rows; ++row) {
      if (kind(row, 0) == CellKind::kNumeric) return false;
    }
    return first_row < table_.rows;
  }

  const SentenceTokens& tokens_;
  const std::vector<Line>& lines_;
  std::size_t first_;
  std::size_t count_;
  Table table_;
};

}  // namespace

std::size_t count_table_lines(const std::vector<Line>& lines, std::size_t first) noexcept {
  constexpr std::uint32_t kMostColumns = 256;  // wider ones are dumps of data, and cells of all rows and columns are held
  const auto is_row = [](const Line& line) { return line.inner_tabs != 0 && line.inner_tabs < kMostColumns; };
  std::size_t count = 0;
  while (first + count < lines.size() && is_row(lines[first + count]) && (count == 0 || !lines[first + count].blank_before)) ++count;
  return count >= 2 || (count == 1 && lines[first].inner_tabs >= 2) ? count : 0;
}

Table read_table(const SentenceTokens& tokens, const std::vector<Line>& lines, std::size_t first, std::size_t count) {
  return TableReader(tokens, lines, first, count).read();
}

}  // namespace attest

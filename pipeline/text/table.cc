#include "text/table.h"

#include <algorithm>
#include <string>

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

constexpr std::size_t kYearDigits = 4;

// Where a year stands, amid other words; npos where none does. "2,024" and "20245" are none.
std::size_t find_year(std::string_view cell) noexcept {
  const auto goes_on = [&](std::size_t at) { return at < cell.size() && (is_digit(cell[at]) || cell[at] == '.' || cell[at] == ','); };
  for (std::size_t at = 0; at + kYearDigits <= cell.size(); ++at) {
    const bool begins = at == 0 || !goes_on(at - 1);
    if (begins && !goes_on(at + kYearDigits) && is_year(cell.substr(at, kYearDigits))) return at;
  }
  return std::string_view::npos;
}

// The digit of "Q1", "H2", "9M": of a quarter, a half or so many months.
bool counts_part_of_year(std::string_view cell, std::size_t at) noexcept {
  constexpr std::string_view kParts = "QHMqhm";
  const bool behind = at > 0 && kParts.find(cell[at - 1]) != std::string_view::npos;
  return behind || (at + 1 < cell.size() && kParts.find(cell[at + 1]) != std::string_view::npos);
}

// A year with words beside it and no further number ("Q1 2024 ($m)", "May 2024", "2024 (forecast)"): words like any other head.
bool is_words_with_year(std::string_view cell) noexcept {
  const std::size_t year = find_year(cell);
  if (year == std::string_view::npos) return false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (i == year) i += kYearDigits;
    if (i < cell.size() && is_digit(cell[i]) && !counts_part_of_year(cell, i)) return false;
  }
  return true;
}

// "Q1", "H2", alone.
bool is_part_of_year(std::string_view cell) noexcept {
  constexpr std::string_view kParts = "QHqh";
  return cell.size() == 2 && kParts.find(cell[0]) != std::string_view::npos && is_digit(cell[1]);
}

// Numeric: a digit, and at most as many letters as digits (units: "12.5%", "$3 bn").
CellKind kind_of(std::string_view cell) noexcept {
  if (cell.empty() || cell == "-" || cell == "\xE2\x80\x93" || cell == "\xE2\x80\x94") return CellKind::kEmpty;
  if (is_year(cell)) return CellKind::kYear;
  if (is_words_with_year(cell) || is_part_of_year(cell)) return CellKind::kText;
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
    table_.header_rows = count_header_rows();
    table_.header_column = numbers_rows() ? 1 : 0;
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

  std::string_view cell(std::uint32_t row, std::uint32_t column) const {
    return table_.cells[row * static_cast<std::size_t>(table_.columns) + column].bytes.of(tokens_.text());
  }

  CellKind kind(std::uint32_t row, std::uint32_t column) const { return kind_of(cell(row, column)); }

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

  // A second row of heads has no number, and stands below one that spans columns ("Exports" over "2023" and "2024").
  std::uint32_t count_header_rows() const {
    if (!finds_header_row()) return 0;
    const bool spans = row_has(0, CellKind::kEmpty) || repeats_cells(0);
    const bool second = spans && table_.rows > 2 && !row_has(1, CellKind::kNumeric) && !row_has(1, CellKind::kEmpty) &&
                        (row_has(2, CellKind::kNumeric) || row_has(2, CellKind::kEmpty));
    return second ? 2 : 1;
  }

  bool repeats_cells(std::uint32_t row) const {
    for (std::uint32_t column = 2; column < table_.columns; ++column) {
      if (cell(row, column) == cell(row, column - 1)) return true;
    }
    return false;
  }

  // "1", "2", "3" down the first column, before the names.
  bool numbers_rows() const {
    if (table_.columns < 3 || table_.header_rows == 0) return false;
    std::uint32_t number = 0;
    for (std::uint32_t row = table_.header_rows; row < table_.rows; ++row) {
      std::string_view written = cell(row, 0);
      if (written.ends_with('.')) written.remove_suffix(1);
      if (!written.empty() && written != std::to_string(++number)) return false;
    }
    return number > 1 && kind(table_.header_rows, 1) == CellKind::kText;
  }

  bool finds_header_column() const {
    if (table_.columns < 2) return false;
    for (std::uint32_t row = table_.header_rows; row < table_.rows; ++row) {
      if (kind(row, table_.header_column) == CellKind::kNumeric) return false;
    }
    return table_.header_rows < table_.rows;
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
  constexpr std::uint32_t kWidestSection = 40;
  const auto is_row = [&](std::size_t at) {
    return at < lines.size() && lines[at].inner_tabs != 0 && lines[at].inner_tabs < kMostColumns &&
           (at == first || !lines[at].blank_before);
  };
  // A row that spans the table has no tab: "Europe", above its countries.
  const auto is_section = [&](std::size_t at) {
    return at > first && at < lines.size() && lines[at].inner_tabs == 0 && !lines[at].blank_before &&
           lines[at].width <= kWidestSection && is_row(at + 1) && lines[at + 1].inner_tabs == lines[at - 1].inner_tabs;
  };
  std::size_t end = first;
  while (is_row(end) || is_section(end)) ++end;
  return end - first >= 2 || (end - first == 1 && lines[first].inner_tabs >= 2) ? end - first : 0;
}

Table read_table(const SentenceTokens& tokens, const std::vector<Line>& lines, std::size_t first, std::size_t count) {
  return TableReader(tokens, lines, first, count).read();
}

}  // namespace attest

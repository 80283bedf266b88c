#include "read/format/pdf_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

namespace attest {
namespace {

// Words that stand together in a line.
struct Segment {
  double left = 0;
  double right = 0;
  std::string text;
};

struct Line {
  double top = 0;
  double bottom = 0;
  std::vector<Segment> segments;

  [[nodiscard]] double height() const noexcept { return bottom - top; }
};

struct Column {
  double left = 0;
  double right = 0;
};

// Digits, and as many other characters at most: "1,204.5", "(3.1%)", "$43.8".
bool is_number(std::string_view text) noexcept {
  constexpr std::size_t kLongest = 20;
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
  return digits > 0 && text.size() <= kLongest && digits * 2 >= text.size() - 1;
}

bool has_number(const Line& line) {
  return std::any_of(line.segments.begin(), line.segments.end(), [](const Segment& it) { return is_number(it.text); });
}

bool is_short(const Line& line) {
  constexpr std::size_t kLongestCell = 60;
  return std::all_of(line.segments.begin(), line.segments.end(), [](const Segment& it) { return it.text.size() <= kLongestCell; });
}

bool may_be_row(const Line& line) { return line.segments.size() >= 2 && is_short(line); }

// A heading within the table: "Imports" on a line of its own.
bool may_be_row_heading(const Line& line) { return line.segments.size() == 1 && is_short(line) && !line.segments[0].text.ends_with('.'); }

// A list's sign belongs to the words behind it, however far they stand.
bool is_bullet(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 8> kBullets = {"\u2022", "\u25CF", "\u25AA", "\u25E6", "\u00B7", "\u2013", "-", "*"};
  return std::find(kBullets.begin(), kBullets.end(), text) != kBullets.end();
}

// Words are one segment where the gap between them is no wider than a line is high and a bit.
void add_word(Line& line, PdfWord word) {
  constexpr double kWidestSpace = 1.1;
  const bool joined = !line.segments.empty() &&
                      (is_bullet(line.segments.back().text) || word.left - line.segments.back().right < kWidestSpace * line.height());
  if (joined) {
    Segment& last = line.segments.back();
    last.text += ' ' + word.text;
    last.right = std::max(last.right, word.right);
  } else {
    line.segments.push_back({word.left, word.right, std::move(word.text)});
  }
}

Line line_of(std::span<PdfWord> words) {
  std::sort(words.begin(), words.end(), [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
  Line line{words.front().top, words.front().bottom, {}};
  for (const PdfWord& word : words) {
    line.top = std::min(line.top, word.top);
    line.bottom = std::max(line.bottom, word.bottom);
  }
  for (PdfWord& word : words) add_word(line, std::move(word));
  return line;
}

// Words whose middles lie within half a line of each other are one line.
std::vector<Line> lines_of(std::vector<PdfWord>& words) {
  const auto middle = [](const PdfWord& word) { return (word.top + word.bottom) / 2; };
  std::stable_sort(words.begin(), words.end(), [&](const PdfWord& a, const PdfWord& b) { return middle(a) < middle(b); });
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin + 1;
    const double reach = middle(words[begin]) + (words[begin].bottom - words[begin].top) / 2;
    while (end < words.size() && middle(words[end]) < reach) ++end;
    lines.push_back(line_of(std::span(words).subspan(begin, end - begin)));
    begin = end;
  }
  return lines;
}

bool is_near(const Line& above, const Line& below) noexcept {
  constexpr double kWidestGap = 2.5;
  return below.top - above.bottom < kWidestGap * std::max(above.height(), below.height());
}

// The lines from `begin` that may be one table's; ends behind the last row.
std::size_t end_of_run(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t end = begin;
  if (!may_be_row(lines[begin])) return end;
  for (std::size_t i = begin; i < lines.size() && (i == begin || is_near(lines[i - 1], lines[i])); ++i) {
    if (may_be_row(lines[i])) {
      end = i + 1;
    } else if (!may_be_row_heading(lines[i]) || i != end) {
      break;
    }
  }
  return end;
}

// Heads are two or three lines; what stands above them in columns is something else.
std::size_t begin_of_table(std::span<const Line> rows) {
  constexpr std::size_t kMostHeads = 3;
  const auto first = static_cast<std::size_t>(std::find_if(rows.begin(), rows.end(), has_number) - rows.begin());
  return first == rows.size() || first < kMostHeads ? 0 : first - kMostHeads;
}

// Where the cells of the rows with numbers stand: stretches that no cell leaves.
std::vector<Column> columns_of(std::span<const Line> rows) {
  std::vector<Column> cells;
  for (const Line& row : rows) {
    if (!may_be_row(row) || !has_number(row)) continue;
    for (const Segment& segment : row.segments) cells.push_back({segment.left, segment.right});
  }
  std::sort(cells.begin(), cells.end(), [](const Column& a, const Column& b) { return a.left < b.left; });
  std::vector<Column> columns;
  for (const Column& cell : cells) {
    if (!columns.empty() && cell.left < columns.back().right) {
      columns.back().right = std::max(columns.back().right, cell.right);
    } else {
      columns.push_back(cell);
    }
  }
  return columns;
}

// The column whose middle is nearest, of those that the segment touches where there are any.
std::size_t column_of(const std::vector<Column>& columns, const Segment& segment) {
  const auto distance = [&](const Column& column) {
    const double apart = std::max({0.0, segment.left - column.right, column.left - segment.right});
    return std::pair(apart, std::abs(segment.left + segment.right - column.left - column.right));
  };
  const auto nearest =
      std::min_element(columns.begin(), columns.end(), [&](const Column& a, const Column& b) { return distance(a) < distance(b); });
  return static_cast<std::size_t>(nearest - columns.begin());
}

std::string row_of(const std::vector<Column>& columns, const Line& line) {
  std::vector<std::string> cells(columns.size());
  for (const Segment& segment : line.segments) {
    std::string& cell = cells[column_of(columns, segment)];
    cell += (cell.empty() ? "" : " ") + segment.text;
  }
  std::string row = std::move(cells.front());
  for (std::size_t i = 1; i < cells.size(); ++i) row += '\t' + cells[i];
  return row;
}

// Most rows have a number, and columns part them: prose set in columns has neither.
bool is_table(std::span<const Line> rows, const std::vector<Column>& columns) {
  constexpr std::size_t kLeastRows = 3;
  const auto with_number = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), has_number));
  return rows.size() >= kLeastRows && columns.size() >= 2 && with_number * 5 >= rows.size() * 3;
}

}  // namespace

std::vector<PdfTable> find_tables(std::vector<PdfWord> words) {
  const std::vector<Line> lines = lines_of(words);
  std::vector<PdfTable> tables;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = std::max(end_of_run(lines, begin), begin + 1);
    const std::span<const Line> run = std::span(lines).subspan(begin, end - begin);
    const std::span<const Line> rows = run.subspan(begin_of_table(run));
    const std::vector<Column> columns = columns_of(rows);
    if (is_table(rows, columns)) {
      PdfTable table{rows.front().top, rows.back().bottom, {}};
      for (const Line& row : rows) table.rows.push_back(row_of(columns, row));
      tables.push_back(std::move(table));
    }
    begin = end;
  }
  return tables;
}

}  // namespace attest

#include "read/html/page_layout.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "read/html/element_path.h"

namespace attest::html {
namespace {

constexpr NodeIndex kNoRow = kNoNode;

struct Cell {
  NodeIndex table = kNoRow;
  NodeIndex row = kNoRow;
  std::uint32_t column = 0;
};

bool is_cell(GumboTag tag) noexcept { return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH; }

// How many columns ("colspan") or rows ("rowspan") a cell takes.
std::uint32_t span_of(const PageTree& tree, NodeIndex cell, const char* attribute) {
  constexpr std::uint32_t kMost = 100;
  const std::string_view written = tree.attribute(cell, attribute);
  std::uint32_t span = 1;
  std::from_chars(written.data(), written.data() + written.size(), span);
  return std::clamp(span, 1U, kMost);
}

// Which columns of a table's present row are taken: by its cells so far, and by cells of rows above that reach down to it.
class OpenRow {
 public:
  // The column of the next cell, which takes so many columns and rows.
  std::uint32_t place(NodeIndex row, std::uint32_t columns, std::uint32_t rows) {
    if (row != row_) begin(row);
    while (next_ < rows_left_.size() && rows_left_[next_] > 0) ++next_;
    const std::uint32_t column = next_;
    next_ += columns;
    if (rows_left_.size() < next_) rows_left_.resize(next_);
    std::fill(rows_left_.begin() + column, rows_left_.begin() + next_, rows);
    return column;
  }

 private:
  void begin(NodeIndex row) {
    row_ = row;
    next_ = 0;
    for (std::uint32_t& left : rows_left_) left -= left > 0 ? 1 : 0;
  }

  NodeIndex row_ = kNoRow;
  std::uint32_t next_ = 0;
  std::vector<std::uint32_t> rows_left_;  // by column, with the present row
};

// For every node the innermost element of a kind around it (or itself), kNoNode where there is none.
template <typename Predicate>
std::vector<NodeIndex> innermost(const PageTree& tree, Predicate is_kind) {
  std::vector<NodeIndex> found(tree.size(), kNoNode);
  for (NodeIndex i = 1; i < tree.size(); ++i) found[i] = !tree[i].is_text && is_kind(tree[i].tag) ? i : found[tree[i].parent];
  return found;
}

// Where each cell stands, and which tables hold data.
class TableMap {
 public:
  TableMap(const PageTree& tree, const std::vector<JudgedBlock>& blocks) : cell_of_(innermost(tree, is_cell)) {
    const std::vector<NodeIndex> row_of = innermost(tree, [](GumboTag tag) { return tag == GUMBO_TAG_TR; });
    const std::vector<NodeIndex> table_of = innermost(tree, [](GumboTag tag) { return tag == GUMBO_TAG_TABLE; });
    std::map<NodeIndex, OpenRow> open_rows;
    for (NodeIndex i = 1; i < tree.size(); ++i) {
      if (tree[i].is_text || !is_cell(tree[i].tag) || row_of[i] == kNoNode || table_of[i] == kNoNode) continue;
      const std::uint32_t columns = span_of(tree, i, "colspan");
      const std::uint32_t column = open_rows[table_of[i]].place(row_of[i], columns, span_of(tree, i, "rowspan"));
      cells_[i] = {table_of[i], row_of[i], column};
      width_[row_of[i]] = column + columns;
    }
    for (const JudgedBlock& judged : blocks) note_block(judged, tree, table_of);
    count_rows();
  }

  // The cell of a table of data that the block lies in; null where it lies in none.
  [[nodiscard]] const Cell* cell_of(const JudgedBlock& judged) const {
    const auto cell = cells_.find(cell_of_[judged.block.element]);
    if (cell == cells_.end()) return nullptr;
    const auto shape = shapes_.find(cell->second.table);
    const bool data = shape != shapes_.end() && shape->second.wide_rows >= 2 && !shape->second.layout;
    return data ? &cell->second : nullptr;
  }

 private:
  struct Shape {
    std::uint32_t wide_rows = 0;  // with two cells or more
    bool layout = false;
  };

  void note_block(const JudgedBlock& judged, const PageTree& tree, const std::vector<NodeIndex>& table_of) {
    constexpr std::uint32_t kLongestCell = 400;
    const NodeIndex table = table_of[judged.block.element];
    if (table == kNoNode || judged.verdict != Verdict::kKept) return;
    Shape& shape = shapes_[table];
    if (judged.block.weight > kLongestCell || heading_level(tree[judged.block.element].tag) != 0) shape.layout = true;
    const NodeIndex outer = table_of[tree[table].parent];
    if (outer != kNoNode) shapes_[outer].layout = true;
  }

  void count_rows() {
    std::map<NodeIndex, NodeIndex> table_of_row;
    for (const auto& [index, cell] : cells_) table_of_row[cell.row] = cell.table;
    for (const auto& [row, table] : table_of_row) {
      if (width_[row] >= 2) ++shapes_[table].wide_rows;
    }
  }

  std::vector<NodeIndex> cell_of_;
  std::map<NodeIndex, Cell> cells_;
  std::map<NodeIndex, std::uint32_t> width_;  // by row, in columns
  std::map<NodeIndex, Shape> shapes_;
};

class LayOut {
 public:
  LayOut(const PageTree& tree, const std::vector<JudgedBlock>& blocks)
      : tables_(tree, blocks), paths_(tree), item_of_(innermost(tree, [](GumboTag tag) { return tag == GUMBO_TAG_LI; })) {}

  void add(const JudgedBlock& judged) {
    if (const Cell* cell = tables_.cell_of(judged)) return add_cell(*cell, judged.block);
    row_ = table_ = kNoRow;
    if (!text_.empty()) text_ += "\n\n";
    const NodeIndex item = item_of_[judged.block.element];
    if (item != kNoNode && item != last_item_) text_ += "- ";
    last_item_ = item;
    add_origin(judged.block);
    text_ += judged.block.text;
  }

  LaidOutText finish() {
    if (!text_.empty()) text_ += '\n';
    return {std::move(text_), std::move(origins_)};
  }

 private:
  void add_origin(const TextBlock& block) {
    std::string path = paths_.path_of(block.element);
    if (path.empty() || (!origins_.empty() && origins_.back().place == path)) return;
    origins_.push_back({static_cast<std::uint32_t>(text_.size()), std::move(path)});
  }

  void add_cell(const Cell& cell, const TextBlock& block) {
    last_item_ = kNoNode;
    const bool same_cell = cell.row == row_ && cell.column < column_ + 1;
    if (cell.row != row_) {
      if (!text_.empty()) text_ += cell.table == table_ ? "\n" : "\n\n";
      column_ = 0;
    }
    if (same_cell) text_ += ' ';
    for (; column_ < cell.column; ++column_) text_ += '\t';
    table_ = cell.table;
    row_ = cell.row;
    add_origin(block);
    std::string line(block.text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    text_ += line;
  }

  TableMap tables_;
  ElementPaths paths_;
  std::vector<Origin> origins_;
  std::vector<NodeIndex> item_of_;
  std::string text_;
  NodeIndex table_ = kNoRow;
  NodeIndex row_ = kNoRow;
  std::uint32_t column_ = 0;
  NodeIndex last_item_ = kNoNode;
};

}  // namespace

LaidOutText lay_out(const PageTree& tree, const std::vector<JudgedBlock>& blocks) {
  LayOut layout(tree, blocks);
  for (const JudgedBlock& judged : blocks) {
    if (judged.verdict == Verdict::kKept) layout.add(judged);
  }
  return layout.finish();
}

}  // namespace attest::html

#include "engine/list_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "engine/lexer.h"
#include "engine/rule_file.h"
#include "text/code_points.h"

namespace attest {
namespace {

/// Calls `use(cell, offset)` for each cell of `line`.
template <typename Use>
void for_each_cell(std::string_view line, Use use) {
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    use(line.substr(begin, end - begin), begin);
    if (end == line.size()) return;
    begin = end + 1;
  }
}

std::size_t count(std::string_view text, char c) noexcept { return static_cast<std::size_t>(std::count(text.begin(), text.end(), c)); }

class ListReader {
 public:
  ListReader(const std::string& file, ast::List& list, std::vector<Diagnostic>& diagnostics)
      : file_(file), list_(list), diagnostics_(diagnostics) {}

  void read(std::string_view text) {
    LineReader lines(text);
    std::string_view line;
    const bool header = lines.next(line) && columns(line);
    if (!header) return;
    const std::size_t rows = count(text, '\n');
    list_.entries.reserve(rows);
    list_.values.reserve(rows * list_.columns.size());
    const bool all_valid = is_valid_utf8(text);
    while (lines.next(line)) {
      number_ = lines.number();
      if (!line.empty() && (all_valid || valid(line))) row(line);
    }
  }

 private:
  void fail(std::string_view line, std::size_t offset, std::string message, std::string hint = {}) {
    LineCursor(line, file_, number_, diagnostics_).fail(offset, std::move(message), std::move(hint));
  }

  bool valid(std::string_view line) {
    const std::size_t prefix = valid_utf8_prefix(line);
    if (prefix == line.size()) return true;
    fail(line.substr(0, prefix), prefix, "this is no UTF-8", "save the file as UTF-8");
    return false;
  }

  bool columns(std::string_view line) {
    const std::string_view first = line.substr(0, line.find('\t'));
    if (first != "surface") {
      fail(valid_utf8_prefix(line) == line.size() ? line : "", 0, "the first line must name the columns, the first of them \"surface\"",
           "columns are divided by tabs");
      return false;
    }
    bool good = true;
    for_each_cell(line, [&](std::string_view name, std::size_t offset) {
      if (offset > 0) good = column(line, name, offset) && good;
    });
    return good;
  }

  bool column(std::string_view line, std::string_view name, std::size_t offset) {
    if (!is_name(name)) {
      fail(line, offset, "a column's name is made of lower-case letters, digits and \"_\"");
    } else if (name == "surface" || std::find(list_.columns.begin(), list_.columns.end(), name) != list_.columns.end()) {
      fail(line, offset, fmt::format("the column \"{}\" is named twice", name));
    } else {
      list_.columns.emplace_back(name);
      return true;
    }
    return false;
  }

  void row(std::string_view line) {
    const std::size_t cells = count(line, '\t') + 1;
    if (cells != list_.columns.size() + 1) {
      return fail(line, 0,
                  fmt::format("{} cell{}, where the first line names {} columns", cells, cells == 1 ? "" : "s", list_.columns.size() + 1),
                  "cells are divided by single tabs; they may be empty");
    }
    const std::string_view surface = line.substr(0, line.find('\t'));
    if (surface.find_first_not_of(' ') == std::string_view::npos) return fail(line, 0, "the surface is empty");
    list_.entries.push_back({surface, number_});
    for_each_cell(line, [&](std::string_view cell, std::size_t offset) {
      if (offset > 0) list_.values.push_back(cell);
    });
  }

  const std::string& file_;
  ast::List& list_;
  std::vector<Diagnostic>& diagnostics_;
  std::uint32_t number_ = 1;
};

}  // namespace

void read_list(std::string_view text, const std::string& file, ast::List& list, std::vector<Diagnostic>& diagnostics) {
  ListReader(file, list, diagnostics).read(text);
}

}  // namespace attest

#include "text/block.h"

#include <algorithm>
#include <cstddef>

#include "text/block_kind.h"
#include "text/block_line.h"
#include "text/table.h"

namespace attest {
namespace {

LineGroup start_group(const Line& line) {
  LineGroup group;
  group.first = line;
  group.last = line;
  group.width = line.width;
  return group;
}

void add_table(std::size_t first, std::size_t count, const std::vector<Line>& lines, std::uint32_t table, std::vector<LineGroup>& groups) {
  for (std::size_t row = 0; row < count; ++row) {
    LineGroup group = start_group(lines[first + row]);
    group.table_row = true;
    group.table = table;
    group.row = static_cast<std::uint32_t>(row);
    groups.push_back(group);
  }
}

void group_lines(const SentenceTokens& tokens, const std::vector<Line>& lines, std::vector<LineGroup>& groups, std::vector<Table>& tables) {
  const Layout layout = measure_layout(tokens, lines);
  for (std::size_t i = 0; i < lines.size();) {
    if (const std::size_t count = count_table_lines(lines, i); count != 0) {
      add_table(i, count, lines, static_cast<std::uint32_t>(tables.size()), groups);
      tables.push_back(read_table(tokens, lines, i, count));
      i += count;
      continue;
    }
    LineGroup group = start_group(lines[i]);
    for (++i; i < lines.size() && continues_paragraph(tokens, layout, group.first, group.last, lines[i]); ++i) {
      group.last = lines[i];
      group.width += lines[i].width + 1;
      ++group.lines;
    }
    groups.push_back(group);
  }
}

// Looks at the last captions alone, so that a text of captions costs no more than another.
bool repeats_caption(std::string_view text, Span caption, const std::vector<Block>& blocks) {
  constexpr std::size_t kLookedAt = 64;
  const std::size_t looked_at = std::min(kLookedAt, blocks.size());
  return std::any_of(blocks.end() - static_cast<std::ptrdiff_t>(looked_at), blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::kCaption && block.bytes.size() == caption.size() && block.bytes.of(text) == caption.of(text);
  });
}

}  // namespace

void split_blocks(std::string_view text, const std::vector<Token>& tokens, const CodePointIndex& code_points, std::vector<Block>& blocks,
                  std::vector<Table>& tables) {
  blocks.clear();
  tables.clear();
  const SentenceTokens view(text, tokens);
  std::vector<Line> lines;
  split_lines(view, code_points, lines);
  std::vector<LineGroup> groups;
  group_lines(view, lines, groups, tables);
  std::vector<BlockKind> kinds;
  classify_groups(view, groups, kinds);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const LineGroup& group = groups[i];
    const Span bytes = {group.first.bytes.begin, group.last.bytes.end};
    blocks.push_back({kinds[i], bytes, group.table, group.row, kinds[i] == BlockKind::kCaption && repeats_caption(text, bytes, blocks)});
  }
}

}  // namespace attest

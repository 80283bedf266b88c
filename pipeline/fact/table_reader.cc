#include "fact/table_reader.h"

#include <algorithm>

#include "fact/measure/measure_finder.h"

namespace attest {
namespace {

TokenRange tokens_of(const TokenView& view, Span bytes) {
  const auto before = [](const Token& token, std::uint32_t at) { return token.begin < at; };
  const auto first = std::lower_bound(view.tokens.begin(), view.tokens.end(), bytes.begin, before);
  const auto last = std::lower_bound(first, view.tokens.end(), bytes.end, before);
  return {static_cast<std::uint32_t>(first - view.tokens.begin()), static_cast<std::uint32_t>(last - view.tokens.begin())};
}

std::span<const Mention> mentions_in(std::span<const Mention> mentions, Span bytes) {
  const auto before = [](const Mention& mention, std::uint32_t at) { return mention.bytes.begin < at; };
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), bytes.begin, before);
  const auto last = std::lower_bound(first, mentions.end(), bytes.end, before);
  return mentions.subspan(static_cast<std::size_t>(first - mentions.begin()), static_cast<std::size_t>(last - first));
}

void add_parties(std::vector<std::string>& parties, const std::vector<std::string>& more) {
  for (const std::string& party : more) {
    if (std::find(parties.begin(), parties.end(), party) == parties.end()) parties.push_back(party);
  }
}

// The nearest head that says something holds; a head that names a measure of the lists goes before any other words.
void add_context(TableContext& context, const TableContext& head) {
  const bool has_measure = context.measure.kind != ReadingKind::kNone;
  const bool is_better =
      head.measure.kind != ReadingKind::kNone && (!has_measure || (context.measure.id.empty() && !head.measure.id.empty()));
  if (is_better) context.measure = head.measure;
  const bool names_ends = context.from.empty() && !head.from.empty();
  if (names_ends) context.parties.clear();
  if (context.from.empty()) add_parties(context.parties, head.parties);
  if (names_ends) {
    context.from = head.from;
    context.to = head.to;
  }
  if (context.period.empty()) context.period = head.period;
}

}  // namespace

TableContext TableReader::head(const Chart& chart, Span bytes, std::span<const Mention> mentions, std::span<const Party> parties) {
  TableContext context;
  const TokenRange tokens = tokens_of(chart.view(), bytes);
  if (tokens.begin == tokens.end) return context;
  const std::span<const Mention> inside = mentions_in(mentions, bytes);
  sentence_.read(chart.view(), tokens, inside, 0, parties);
  if (sentence_.figures().empty()) sentence_.classify();
  context.measure = MeasureFinder::heading(sentence_);
  const std::span<const FoundEntry> changes = sentence_.words(FactList::kChangeNoun);
  context.tells_change = !changes.empty() && context.measure.id.empty();
  if (context.tells_change) context.measure = {};
  for (const Party& party : sentence_.parties()) add_parties(context.parties, {std::string(party.id)});
  read_ends(context);
  for (const MentionAt& date : sentence_.dates()) {
    const DateExpression& expression = *inside[date.mention].date();
    if (context.period.empty()) context.period = {expression.start_date, expression.end_date};
  }
  return context;
}

// "Peruvian exports to Chile", "Peru's imports from Chile", "Chilean imports to Peru": what stands before the noun and what the word
// behind it leads to are the ends, and that word tells which way the goods go.
void TableReader::read_ends(TableContext& context) const {
  const Flow flow = context.measure.flow;
  const std::span<const Party> parties = sentence_.parties();
  if ((flow != Flow::kOut && flow != Flow::kIn) || parties.size() != 2 || !is_state(parties[0]) || !is_state(parties[1])) return;
  std::uint32_t link = parties[1].tokens.begin - 1;
  if (sentence_.is(link, "the")) --link;
  const bool comes = sentence_.is(link, "from");
  if (link <= parties[0].tokens.end || (!comes && !sentence_.is_any(link, {"to", "into"}))) return;
  context.from = parties[comes ? 1 : 0].id;
  context.to = parties[comes ? 0 : 1].id;
}

// By table: the block before its first row.
std::vector<Span> TableReader::lines_above(const AnalysedText& text) {
  std::vector<Span> lines(text.tables.size());
  for (std::size_t block = 1; block < text.blocks.size(); ++block) {
    const Block& row = text.blocks[block];
    if (row.kind == BlockKind::kTableRow && row.row == 0) lines[row.table] = text.blocks[block - 1].bytes;
  }
  return lines;
}

void TableReader::read(const Chart& chart, std::span<const Mention> mentions, std::span<const Party> parties) {
  tables_.clear();
  const AnalysedText& text = chart.text();
  const std::vector<Span> captions = lines_above(text);
  for (std::uint32_t number = 0; number < text.tables.size(); ++number) {
    const Table& table = text.tables[number];
    Heads& heads = tables_.emplace_back();
    heads.caption = head(chart, captions[number], mentions, parties);
    for (std::uint32_t column = 0; column < table.columns; ++column) {
      heads.columns.push_back(table.has_header_row ? head(chart, table.cells[column].bytes, mentions, parties) : TableContext{});
    }
    for (std::uint32_t row = 0; row < table.rows; ++row) {
      heads.rows.push_back(head(chart, table.cells[std::size_t{row} * table.columns].bytes, mentions, parties));
    }
  }
}

// The later period of a column and the one before it: the two that a change column compares.
Period TableReader::later_of(const Heads& heads, std::size_t column) {
  const Period& here = heads.columns[column].period;
  const Period& before = heads.columns[column - 1].period;
  return here.start < before.start ? before : here;
}

std::optional<TableContext> TableReader::at(const AnalysedText& text, const Block& block, Span bytes) const {
  const Table& table = text.tables[block.table];
  if (block.row == 0 && table.has_header_row) return std::nullopt;
  const auto row = table.cells.begin() + static_cast<std::ptrdiff_t>(std::size_t{block.row} * table.columns);
  const auto end = row + static_cast<std::ptrdiff_t>(table.columns);
  const auto behind =
      std::upper_bound(row, end, bytes.begin, [](std::uint32_t at, const TableCell& cell) { return at < cell.bytes.begin; });
  if (behind == row || !(behind - 1)->bytes.contains(bytes)) return std::nullopt;
  const auto cell = behind - 1;
  const auto column = static_cast<std::size_t>(cell - row);
  if (column == 0) return std::nullopt;
  const Heads& heads = tables_[block.table];
  TableContext context = heads.columns[column];
  TableContext whole = heads.rows[block.row];
  add_context(whole, context);
  add_context(whole, heads.caption);
  if (context.tells_change && whole.measure.kind != ReadingKind::kNone) {
    whole.measure = growth_of(std::move(whole.measure));
    whole.tells_change = true;
    // The change is that of the last period to the left of it.
    for (std::size_t left = column; left > 1 && whole.period.empty(); --left) whole.period = later_of(heads, left - 1);
  }
  return whole;
}

}  // namespace attest

#include "fact/table/table_reader.h"

#include <algorithm>
#include <array>

namespace attest {
namespace {

/// The heads that govern one cell, the nearest first: row, column, section (or null), caption.
using Governing = std::array<const TableHead*, 4>;

bool has_measure(const TableHead& head) noexcept { return head.measure.kind != ReadingKind::kNone; }
bool is_listed(const TableHead& head) noexcept { return !head.measure.id.empty(); }
bool tells_of_trade(const TableHead& head) noexcept { return head.measure.id.starts_with("trade."); }
// A head that names a measure of the lists goes before any other words, however near.
const TableHead* head_with_measure(const Governing& heads) {
  const auto holds = [](auto&& test) { return [test](const TableHead* head) { return head != nullptr && test(*head); }; };
  auto found = std::find_if(heads.begin(), heads.end(), holds(is_listed));
  if (found == heads.end()) found = std::find_if(heads.begin(), heads.end(), holds(has_measure));
  return found == heads.end() ? nullptr : *found;
}

// "Beef", below "Main exports"; "Total" and the names of partners, years and other measures are no goods.
bool names_goods(const TableHead& head) {
  return has_measure(head) && !is_listed(head) && head.parties.empty() && head.period.empty() && !head.word && !head.tells_change;
}

// What is bought, sold or made is named before the measure, as prose does: "beef exports" (below "Main agricultural exports").
bool takes_goods(const MeasureReading& measure) {
  return is_directed(measure.flow) || measure.id == "economy.price" || measure.id == "economy.production";
}

std::string last_word(const std::string& phrase) {
  const std::size_t space = phrase.rfind(' ');
  return space == std::string::npos ? phrase : phrase.substr(space + 1);
}

void add_parties(TableContext& context, const TableHead& head) {
  for (const std::string& party : head.parties) {
    if (std::find(context.parties.begin(), context.parties.end(), party) == context.parties.end()) context.parties.push_back(party);
  }
}

// A head that names both ends of a flow names all parties.
void join_parties(const Governing& heads, TableContext& context) {
  for (const TableHead* head : heads) {
    if (head == nullptr) continue;
    const bool names_both = context.from.empty() && !head->from.empty() && !head->to.empty();
    if (names_both) context.parties.clear();
    add_parties(context, *head);
    if (context.from.empty()) context.from = head->from;
    if (context.to.empty()) context.to = head->to;
    if (names_both) return;
  }
}

// "Peru" beside a cell of exports: whence or whither they go, other heads or the text tell. In a caption it is whose they are, and
// two are the two of "Chad's trade with Niger".
void find_lone_party(const Governing& heads, TableContext& context) {
  if (!is_directed(context.measure.flow) || (!context.from.empty() && !context.to.empty())) return;
  const auto names = [](const TableHead* head, std::size_t count) {
    return head != nullptr && head->parties.size() == count && head->from.empty() && head->to.empty();
  };
  const TableHead& caption = *heads.back();
  std::string_view& owner = context.measure.flow == Flow::kOut ? context.from : context.to;
  std::string_view& other = context.measure.flow == Flow::kOut ? context.to : context.from;
  const auto lone = std::find_if(heads.begin(), heads.end() - 1, [&](const TableHead* head) { return names(head, 1); });
  const bool has_lone = lone != heads.end() - 1;
  if (has_lone) context.lone = (*lone)->parties.front();
  const bool both = !has_lone && caption.measure.flow == Flow::kPair && names(&caption, 2);
  if (owner.empty() && (both || names(&caption, 1))) owner = caption.parties.front();
  if (other.empty() && both) other = caption.parties.back();
}

void join_periods(const Governing& heads, const TablePeriod& of_column, TableContext& context) {
  std::vector<const TablePeriod*> periods;
  for (const TableHead* head : heads) {
    if (head != nullptr) periods.push_back(head == heads[1] ? &of_column : &head->period);
  }
  context.period = joined_period(periods);
}

}  // namespace

// The lowest row of heads says most; those above it add what it leaves out.
TableHead TableReader::column_head(const HeadText& text, const HeaderUnits& units, const Table& table, std::uint32_t column) {
  TableHead head;
  for (std::uint32_t row = table.header_rows; row > 0; --row) {
    TableHead above = head_reader_.read(text, units.without_unit(table.head_over(row - 1, column).bytes));
    if (row == table.header_rows) {
      head = std::move(above);
      continue;
    }
    if (!has_measure(head) || (!is_listed(head) && is_listed(above))) head.measure = above.measure;
    if (head.period.empty()) head.period = above.period;
    if (head.parties.empty()) std::swap(head.parties, above.parties);
    if (head.from.empty()) head.from = above.from;
    if (head.to.empty()) head.to = above.to;
  }
  return head;
}

void TableReader::read_columns(const HeadText& text, const HeaderUnits& units, std::uint32_t number, const Table& table, Heads& heads) {
  bool some_state_unit = false;
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    heads.columns.push_back(column_head(text, units, table, column));
    some_state_unit = some_state_unit || units.column_states_unit(number, column);
  }
  for (std::uint32_t column = 0; column < table.columns; ++column) {
    heads.counts_head.push_back(some_state_unit && !units.column_states_unit(number, column) && names_goods(heads.columns[column]));
  }
}

// A row with nothing but its head opens a section; an empty head goes on with the one above.
void TableReader::read_rows(const HeadText& text, const HeaderUnits& units, const Table& table, Heads& heads) {
  std::optional<std::uint32_t> section;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    const Span name = table.cell(row, table.header_column).bytes;
    const bool goes_on = name.empty() && row > table.header_rows;
    heads.rows.push_back(goes_on ? heads.rows.back() : head_reader_.read(text, units.without_unit(name)));
    bool is_bare = row >= table.header_rows && table.columns > table.header_column + 1;
    for (std::uint32_t column = table.header_column + 1; column < table.columns; ++column) {
      const Span cell = table.cell(row, column).bytes;
      is_bare = is_bare && cell.empty();
      if (row >= table.header_rows) head_reader_.add_cell(text, cell, heads.rows.back());
    }
    if (is_bare) section = row;
    heads.sections.push_back(section);
  }
}

// A sentence ("The table shows exports.") names its measure amid other words.
TableHead TableReader::read_caption(const HeadText& text, Span bytes) {
  TableHead caption = head_reader_.read(text, bytes);
  if (!bytes.of(text.view.text).ends_with('.')) return caption;
  if (is_listed(caption)) caption.measure.phrase = last_word(caption.measure.phrase);
  if (!is_listed(caption)) caption.measure = {};
  return caption;
}

void TableReader::read(const HeadText& text, const AnalysedText& analysed, const HeaderUnits& units) {
  tables_.clear();
  for (std::uint32_t number = 0; number < analysed.tables.size(); ++number) {
    const Table& table = analysed.tables[number];
    Heads& heads = tables_.emplace_back();
    heads.caption = read_caption(text, units.without_unit(units.caption(number)));
    read_columns(text, units, number, table, heads);
    read_rows(text, units, table, heads);
    if (tells_of_trade(heads.caption) || std::any_of(heads.columns.begin(), heads.columns.end(), tells_of_trade)) {
      std::for_each(heads.columns.begin(), heads.columns.end(), settle_in_trade);
      std::for_each(heads.rows.begin(), heads.rows.end(), settle_in_trade);
    }
    heads.rows_are_other_end = heads.caption.names_other_end || heads.columns[table.header_column].names_other_end;
  }
}

// Change and share are those of the last period to the left: of the later one of the two that a change compares.
TablePeriod TableReader::period_of_column(const Heads& heads, std::size_t column) {
  const TableHead& head = heads.columns[column];
  if (!head.period.empty() || !(head.tells_change || head.word == TableWordKind::kShare)) return head.period;
  for (std::size_t left = column; left > 1; --left) {
    const TablePeriod& here = heads.columns[left - 1].period;
    if (here.empty()) continue;
    const TablePeriod& before = heads.columns[left - 2].period;
    return head.tells_change && here.period.start < before.period.start ? before : here;
  }
  return {};
}

TableContext TableReader::context_of(const Heads& heads, std::uint32_t row, std::size_t column) {
  const auto section = heads.sections[row];
  const Governing governing = {&heads.rows[row], &heads.columns[column], section ? &heads.rows[*section] : nullptr, &heads.caption};
  TableContext context;
  const TableHead* measured = heads.counts_head[column] ? governing[1] : head_with_measure(governing);
  if (measured == nullptr) return context;
  context.measure = measured->measure;
  const auto goods = std::find_if(governing.begin(), governing.end() - 1,
                                  [&](const TableHead* head) { return head != nullptr && head != measured && names_goods(*head); });
  if (goods != governing.end() - 1 && is_listed(*measured) && takes_goods(context.measure))
    context.measure.phrase = (*goods)->measure.phrase + " " + last_word(context.measure.phrase);
  join_parties(governing, context);
  find_lone_party(governing, context);
  context.lone_is_other_end = heads.rows_are_other_end;
  join_periods(governing, period_of_column(heads, column), context);
  for (auto head = governing.rbegin(); head != governing.rend(); ++head) {
    if (*head != nullptr && (*head)->status) context.status = *(*head)->status;
  }
  return context;
}

std::optional<TableContext> TableReader::at(const AnalysedText& text, const Block& block, Span bytes) const {
  const Table& table = text.tables[block.table];
  if (block.row < table.header_rows) return std::nullopt;
  std::uint32_t column = table.header_column + 1;
  while (column < table.columns && !table.cell(block.row, column).bytes.contains(bytes)) ++column;
  const Heads& heads = tables_[block.table];
  if (column >= table.columns || heads.columns[column].word == TableWordKind::kNumber) return std::nullopt;
  TableContext context = context_of(heads, block.row, column);
  if (context.measure.kind == ReadingKind::kNone) return context;
  const auto either = [&](auto&& says) { return says(heads.columns[column]) || says(heads.rows[block.row]); };
  if (either([](const TableHead& head) { return head.tells_change; })) {
    context.measure = growth_of(std::move(context.measure));
    context.tells_change = true;
  } else if (either([](const TableHead& head) { return head.word == TableWordKind::kShare; })) {
    std::string whole = context.measure.phrase;
    context.measure = share_of(std::move(context.measure), std::move(whole));
    context.measure.rule = "fact.table";
  }
  return context;
}

}  // namespace attest

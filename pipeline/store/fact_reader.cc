#include "store/fact_reader.h"

#include <SQLiteCpp/Column.h>

#include <optional>
#include <string_view>

#include "record/names.h"

namespace attest {
namespace {

constexpr char kPartySeparator = '\n';

/// Takes the columns of a row one after the other.
class RowReader {
 public:
  explicit RowReader(SQLite::Statement& row) : row_(row) {}

  std::string text() { return row_.getColumn(next_++).getString(); }
  std::uint32_t number() { return row_.getColumn(next_++).getUInt(); }
  std::int64_t key() { return row_.getColumn(next_++).getInt64(); }
  Span span() {
    const std::uint32_t begin = number();
    return {begin, number()};
  }
  /// A column that is not read, since its value is known.
  const std::optional<Decimal>& other(const std::optional<Decimal>& known) {
    ++next_;
    return known;
  }
  std::optional<Decimal> decimal() {
    const std::string digits = text();
    return digits.empty() ? std::nullopt : Decimal::parse(digits);
  }

 private:
  SQLite::Statement& row_;
  int next_ = 0;
};

Mention figure_at(RowReader& row) {
  Mention mention;
  mention.chars = row.span();
  mention.bytes = row.span();
  mention.sentence_chars = row.span();
  mention.rule = row.text();
  Figure figure;
  figure.quantity = quantity_named(row.text()).value_or(Quantity::kCount);
  figure.value = row.decimal();
  const bool is_point = row.number() != 0;
  figure.low = is_point ? row.other(figure.value) : row.decimal();
  figure.high = is_point ? row.other(figure.value) : row.decimal();
  figure.rounding = row.decimal();
  figure.unit = row.text();
  figure.bound = bound_named(row.text()).value_or(Bound::kExact);
  figure.noun = row.text();
  mention.content = std::move(figure);
  return mention;
}

Change change_at(RowReader& row) {
  Change change;
  change.direction = change_direction_named(row.text()).value_or(ChangeDirection::kNone);
  change.kind = change_kind_named(row.text()).value_or(ChangeKind::kLevel);
  change.base_start = row.text();
  change.base_end = row.text();
  return change;
}

Fact fact_at(RowReader& row) {
  Fact fact;
  fact.figure = row.number();
  fact.measure_id = row.text();
  fact.measure = row.text();
  fact.parties = split_parties(row.text());
  fact.from = row.text();
  fact.to = row.text();
  fact.period_start = row.text();
  fact.period_end = row.text();
  fact.period_source = period_source_named(row.text()).value_or(PeriodSource::kNone);
  fact.status = fact_status_named(row.text()).value_or(FactStatus::kActual);
  fact.change = change_at(row);
  fact.whole = row.text();
  fact.scope = row.text();
  fact.attribution.kind = attribution_kind_named(row.text()).value_or(AttributionKind::kArticle);
  fact.attribution.name = row.text();
  fact.rule = row.text();
  return fact;
}

}  // namespace

std::string joined_parties(const std::vector<std::string>& parties) {
  std::string all;
  for (const std::string& party : parties) {
    if (!all.empty()) all += kPartySeparator;
    all += party;
  }
  return all;
}

std::vector<std::string> split_parties(std::string_view joined) {
  std::vector<std::string> parties;
  while (!joined.empty()) {
    const std::size_t end = joined.find(kPartySeparator);
    parties.emplace_back(joined.substr(0, end));
    if (end == std::string_view::npos) break;
    joined.remove_prefix(end + 1);
  }
  return parties;
}

std::string select_facts() {
  return "SELECT document_key, fact_number, fact_id, line, line_column, quote, char_start, char_end, byte_start, byte_end, sentence_start, "
         "sentence_end,"
         " mention.rule_id, quantity, value_text, is_point, low_text, high_text, rounding_text,"
         " unit, bound, noun, mention_number, measure_id, measure, parties, from_party, to_party, period_start, period_end, period_source,"
         " status, change_direction, change_kind, base_start, base_end, whole, scope, attribution_kind, attribution, fact.rule_id"
         " FROM fact JOIN mention USING (document_key, mention_number) JOIN figure USING (document_key, mention_number) ";
}

StoredFact read_fact(SQLite::Statement& statement) {
  RowReader row(statement);
  StoredFact stored;
  stored.document_key = row.key();
  stored.number = row.number();
  stored.fact_id = row.text();
  stored.line = row.number();
  stored.column = row.number();
  stored.quote = row.text();
  stored.figure = figure_at(row);
  stored.fact = fact_at(row);
  return stored;
}

std::vector<FactStep> read_fact_steps(SQLite::Database& database, std::int64_t document_key, std::uint32_t fact_number) {
  SQLite::Statement row(database,
                        "SELECT part, source, value_text, byte_start, byte_end FROM fact_step"
                        " WHERE document_key = ? AND fact_number = ? ORDER BY step");
  row.bind(1, document_key);
  row.bind(2, fact_number);
  std::vector<FactStep> steps;
  while (row.executeStep()) {
    RowReader columns(row);
    FactStep step;
    step.part = columns.text();
    step.source = columns.text();
    step.value = columns.text();
    step.bytes = columns.span();
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace attest
